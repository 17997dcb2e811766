"""However days, times and amounts are written: the wizard finds the form, and its profile reads what was written."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Choice, Draft, draft_profile, propose
from pyvalidator.wizard.row_times import row_times, rows_of

_REFERENCE = built_in_profiles()["reference"]
_KEPT = {"person_id": "身分證字號", "person_name": "姓名", "person_category": "人員區分", "job_title": "職稱",
         "leave_type": "假別"}  # fmt: skip
_CLOCK = {"STIME": "start_time", "ETIME": "end_time"}
_DAYS = {"SDATE": "start_date", "EDATE": "end_date"}


class Leave:
    """One leave of the sample, and how its parts are written."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.record = record
        self.start = self._moment("start")
        self.end = self._moment("end")
        self.hours = record["days"] * 8 + record["hours"]

    def _moment(self, side: str) -> datetime:
        day, time = self.record[f"{side}_date"], self.record[f"{side}_time"]
        return datetime(int(day[:3]) + 1911, int(day[3:5]), int(day[5:]), int(time[:2]), int(time[2:]))

    def both(self, write: Callable[[datetime], Any], *keys: str) -> dict[str, Any]:
        return {keys[0]: write(self.start), keys[1]: write(self.end)}


def roc(moment: datetime) -> int:
    return moment.year - 1911


def half(moment: datetime) -> str:
    return f"{'上午' if moment.hour < 12 else '下午'}{(moment.hour - 1) % 12 + 1:02d}:{moment.minute:02d}"


def english(moment: datetime) -> str:
    return f"{(moment.hour - 1) % 12 + 1}:{moment.minute:02d} {'AM' if moment.hour < 12 else 'PM'}"


def epoch(moment: datetime) -> int:
    return int((moment - datetime(1970, 1, 1) - timedelta(hours=8)).total_seconds())


def utc(moment: datetime) -> str:
    return (moment - timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def serial(moment: datetime) -> float:
    return (moment - datetime(1899, 12, 30)) / timedelta(days=1)


def _usual(leave: Leave) -> dict[str, Any]:
    return {key: leave.record[name] for key, name in {**_DAYS, **_CLOCK}.items()}


def days(write: Callable[[datetime], Any]) -> Callable[[Leave], dict[str, Any]]:
    return lambda leave: {**_usual(leave), **leave.both(write, "SDATE", "EDATE")}


def times(write: Callable[[datetime], Any]) -> Callable[[Leave], dict[str, Any]]:
    return lambda leave: {**_usual(leave), **leave.both(write, "STIME", "ETIME")}


def moments(write: Callable[[datetime], Any]) -> Callable[[Leave], dict[str, Any]]:
    return lambda leave: leave.both(write, "startAt", "endAt")


def _whole_days(leave: Leave) -> dict[str, Any]:
    """Leaves from midnight to the last minute: the start's time is no less one for being always the same."""
    return {"startAt": f"{leave.start:%Y-%m-%d} 00:00:00", "endAt": f"{leave.end:%Y-%m-%d} 23:59:00"}


def _split(leave: Leave) -> dict[str, Any]:
    parts = {"起": leave.start, "迄": leave.end}
    return {
        f"{side}{part}": value
        for side, moment in parts.items()
        for part, value in zip("年月日時分", (roc(moment), moment.month, moment.day, moment.hour, moment.minute), strict=True)
    }


def _english_split(leave: Leave) -> dict[str, Any]:
    parts = {"start": leave.start, "end": leave.end}
    return {
        f"{side}_{part}": f"{value:02d}"
        for side, moment in parts.items()
        for part in ("year", "month", "day", "hour", "minute")
        for value in [getattr(moment, part)]
    }


#: name → how a leave is written, and by key the field and the format that are found.
FORMS: dict[str, tuple[Callable[[Leave], dict[str, Any]], dict[str, tuple[str, str]]]] = {
    "unpadded-roc": (days(lambda at: f"{roc(at)}/{at.month}/{at.day}"), {"SDATE": ("start_date", "YYY/M/D")}),
    "words": (days(lambda at: f"民國{roc(at)}年{at.month:02d}月{at.day:02d}日"),
              {"SDATE": ("start_date", "民國YYY年MM月DD日")}),
    "unpadded-words": (days(lambda at: f"{roc(at)}年{at.month}月{at.day}日"), {"EDATE": ("end_date", "YYY年M月D日")}),
    "roc-with-zero": (days(lambda at: f"0{roc(at)}-{at.month:02d}-{at.day:02d}"), {"SDATE": ("start_date", "0YYY-MM-DD")}),
    "roc-with-zero-in-one": (days(lambda at: f"0{roc(at)}{at:%m%d}"), {"SDATE": ("start_date", "0YYYMMDD")}),
    "clock-serials": (times(lambda at: round((at.hour * 60 + at.minute) / 1440, 10)), {"ETIME": ("end_time", "excel-1900")}),
    "days-of-world-time": (days(lambda at: epoch(at.replace(hour=8, minute=0))), {"SDATE": ("start_date", "epoch-seconds")}),
    "clock-iso-duration": (times(lambda at: at.strftime("PT%HH%MM00S")), {"STIME": ("start_time", "[PT]HH[H]MM[M]SS[S]")}),
    "day-first": (days(lambda at: at.strftime("%d/%m/%Y")), {"SDATE": ("start_date", "DD/MM/YYYY")}),
    "midnight": (days(lambda at: at.strftime("%Y-%m-%dT00:00:00")), {"SDATE": ("start_date", "YYYY-MM-DDT00:00:00")}),
    "day-numbers": (days(lambda at: int(at.strftime("%Y%m%d"))), {"SDATE": ("start_date", "YYYYMMDD")}),
    "day-serials": (days(lambda at: int(serial(at))), {"SDATE": ("start_date", "excel-1900")}),
    "clock-unpadded": (times(lambda at: f"{at.hour}:{at.minute:02d}"), {"ETIME": ("end_time", "H:MM")}),
    "clock-words": (times(lambda at: f"{at.hour:02d}時{at.minute:02d}分"), {"STIME": ("start_time", "HH時MM分")}),
    "clock-numbers": (times(lambda at: at.hour * 100 + at.minute), {"STIME": ("start_time", "HHMM")}),
    "clock-halves": (times(half), {"STIME": ("start_time", "Ahh:MM")}),
    "clock-english": (times(english), {"ETIME": ("end_time", "h:MM A")}),
    "clock-seconds": (times(lambda at: at.strftime("%H:%M:%S")), {"STIME": ("start_time", "HH:MM:SS")}),
    "iso-offset": (moments(lambda at: at.strftime("%Y-%m-%dT%H:%M:%S+08:00")),
                   {"startAt": ("start_moment", "YYYY-MM-DDTHH:mm:SSZ")}),
    "iso-offset-basic": (moments(lambda at: at.strftime("%Y-%m-%dT%H:%M:%S+0800")),
                         {"startAt": ("start_moment", "YYYY-MM-DDTHH:mm:SSZ")}),
    "iso-utc": (moments(utc), {"startAt": ("start_moment", "YYYY-MM-DDTHH:mm:SS.fZ")}),
    "fractions": (moments(lambda at: at.strftime("%Y-%m-%d %H:%M:%S.000000")),
                  {"endAt": ("end_moment", "YYYY-MM-DD HH:mm:SS.f")}),
    "compact": (moments(lambda at: at.strftime("%Y%m%d%H%M%S")), {"endAt": ("end_moment", "YYYYMMDDHHmmSS")}),
    "compact-roc": (moments(lambda at: f"{roc(at)}{at:%m%d%H%M}"), {"endAt": ("end_moment", "YYYMMDDHHmm")}),
    "moment-words": (moments(lambda at: f"{roc(at)}年{at.month}月{at.day}日 {at.hour:02d}時{at.minute:02d}分"),
                     {"endAt": ("end_moment", "YYY年M月D日 HH時mm分")}),
    "whole-days": (_whole_days, {"startAt": ("start_moment", "YYYY-MM-DD HH:mm:SS"), "endAt": ("end_moment", "YYYY-MM-DD HH:mm:SS")}),
    "epoch-milliseconds": (moments(lambda at: epoch(at) * 1000), {"startAt": ("start_moment", "epoch-milliseconds")}),
    "epoch-seconds": (moments(epoch), {"startAt": ("start_moment", "epoch-seconds")}),
    "date-milliseconds": (moments(lambda at: f"/Date({epoch(at) * 1000})/"), {"startAt": ("start_moment", "/Date(ms)/")}),
    "serials": (moments(lambda at: round(serial(at), 6)), {"startAt": ("start_moment", "excel-1900")}),
    "span": (lambda leave: {"請假起迄": f"{roc(leave.start)}/{leave.start:%m/%d %H:%M}~{roc(leave.end)}/{leave.end:%m/%d %H:%M}"},
             {"請假起迄": ("span", "YYY/MM/DD HH:mm~YYY/MM/DD HH:mm")}),
    "iso-span": (lambda leave: {"period": f"{leave.start:%Y-%m-%dT%H:%M}/{leave.end:%Y-%m-%dT%H:%M}"},
                 {"period": ("span", "YYYY-MM-DDTHH:mm/YYYY-MM-DDTHH:mm")}),
    "two-spans": (lambda leave: {"起迄日期": f"{leave.start:%Y/%m/%d}-{leave.end:%Y/%m/%d}", "STIME": leave.record["start_time"],
                                 "ETIME": leave.record["end_time"]},
                  {"起迄日期": ("day_span", "YYYY/MM/DD-YYYY/MM/DD")}),
    "split": (_split, {"起年": ("start_date", "YYY M D"), "迄時": ("end_time", "H m")}),
    "english-split": (_english_split, {"start_year": ("start_date", "YYYY MM DD"), "end_hour": ("end_time", "HH MM")}),
}  # fmt: skip
each_form = pytest.mark.parametrize("name", FORMS)


def written(name: str, seed: int = 3) -> dict[str, Any]:
    document = json.loads(build_sample(_REFERENCE, period="11006", people=20, seed=seed).text)
    rows = [
        {**{key: record[name] for name, key in _KEPT.items()}, **FORMS[name][0](Leave(record)),
         "日數": record["days"], "時數": record["hours"], "防疫": record["covid_related"]}
        for record in document["records"]
    ]  # fmt: skip
    return {"機關代碼": document["agency_code"], "機關名稱": document["agency_name"], "資料年月": "11006", "資料": rows}


def drafted(document: Any) -> tuple[Draft, dict[str, Choice]]:
    draft = propose([document])
    assert draft is not None
    return draft, {choice.column.key: choice for choice in draft.choices}


@each_form
def test_form_is_found_and_reads_what_was_written(name: str) -> None:
    document = written(name)
    draft, choices = drafted(document)
    found = {key: (choices[key].field, choices[key].settings.get("format")) for key in FORMS[name][1]}
    assert found == FORMS[name][1]
    profile = draft_profile(draft)
    report = check_file(Incoming("f.json", json.dumps(document).encode()), options(profile=profile)).report
    assert faults_of_form(report.findings) == []
    # Of two files in one writing the second has values that the first one had not.
    other = json.dumps(written(name, seed=8)).encode()
    report = check_file(Incoming("f.json", other), options(profile=profile)).report
    assert faults_of_form(report.findings) == []


def faults_of_form(findings: list[Any]) -> list[tuple[str, str]]:
    """Errors of what values look like; two leaves of one day overlap where both are written as the whole day."""
    errors = [entry for entry in findings if entry.severity == "error"]
    return [(entry.rule, entry.message) for entry in errors if not entry.rule.startswith("PER")]


@each_form
def test_days_and_times_are_those_of_the_leave(name: str) -> None:
    draft, _ = drafted(written(name))
    found = row_times(draft.choices, rows_of(draft.shape))
    leaves = [Leave(record) for record in json.loads(
        build_sample(_REFERENCE, period="11006", people=20, seed=3).text)["records"]]  # fmt: skip
    for times, leave in zip(found, leaves, strict=True):
        assert (times.start_day, times.end_day) == (leave.start.date(), leave.end.date())
        if name in ("midnight", "whole-days"):
            continue
        assert times.start_minute == leave.start.hour * 60 + leave.start.minute
        assert times.end_minute == leave.end.hour * 60 + leave.end.minute


_WORDS = {"0800-1200": "上午", "1300-1700": "下午", "0800-1700": "全日"}


def _half_days(**keys: Any) -> list[dict[str, Any]]:
    rows = []
    for number, record in enumerate(json.loads(build_sample(_REFERENCE, period="11006", people=20, seed=3).text)["records"]):
        start, end = [("0800", "1200"), ("1300", "1700"), ("0800", "1700")][number % 3]
        own = {**record, "start_time": start, "end_time": end, "word": _WORDS[f"{start}-{end}"], "end_date": record["start_date"]}
        rows.append({**{key: own[name] for name, key in _KEPT.items()}, **{key: write(own) for key, write in keys.items()}})
    return rows


def test_words_for_parts_of_the_day_are_times() -> None:
    word = {"0800": "上午", "1300": "下午", "1200": "上午", "1700": "下午"}
    _, choices = drafted(_half_days(起日=lambda own: own["start_date"], 起時段=lambda own: word[own["start_time"]],
                                    迄日=lambda own: own["end_date"], 迄時段=lambda own: word[own["end_time"]]))  # fmt: skip
    assert (choices["起時段"].field, choices["迄時段"].field) == ("start_time", "end_time")
    assert choices["起時段"].settings["slots"] == {"上午": "0800", "下午": "1300"}
    assert choices["迄時段"].settings["slots"] == {"上午": "1200", "下午": "1700"}
    # How long the office works is asked.
    assert not choices["起時段"].certain and "08:00" in choices["起時段"].asks


def test_one_date_and_one_word_are_start_and_end() -> None:
    draft, choices = drafted(_half_days(日期=lambda own: own["start_date"], 時段=lambda own: own["word"]))
    assert (choices["日期"].field, choices["時段"].field) == ("both_dates", "clock_span")
    profile = draft_profile(draft)
    assert profile.by_name["start_time"].slots == {"上午": "0800", "下午": "1300", "全日": "0800"}
    assert profile.by_name["end_time"].slots == {"上午": "1200", "下午": "1700", "全日": "1700"}
    assert (profile.by_name["start_date"].key, profile.by_name["end_date"].key) == ("日期", "日期")
