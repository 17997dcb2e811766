"""Where the rules of codes, records, persons and files begin and end to fire, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from unittest.mock import patch

from probes import (
    REFERENCE,
    Probe,
    agencies,
    day,
    findings,
    many,
    of_month,
    on,
    prove,
    proved_by,
    rows,
    with_field,
    without_field,
)

from pyvalidator.domain.calendar import HoursOff, official_calendar
from pyvalidator.domain.leave_kinds import LeaveKind, leave_kinds
from pyvalidator.rule import document, sample

# -- codes ---------------------------------------------------------------------------------------------------------------

_OWN, _CLEANERS = "376506200A,嘉義縣水上鄉公所,", "376506211I,嘉義縣水上鄉清潔隊,"


@proved_by(
    Probe("COD200", sample(start_date="0001307"), [("COD215", "/records/0/start_date")]),
    Probe("COD205", sample(start_date="0000631"), [("COD215", "/records/0/start_date")]),
    Probe("COD205", sample(start_date="1100229"), [("COD210", "/records/0/start_date")]),
    Probe("COD205", sample(start_date="1101307"), [("COD200", "/records/0/start_date")]),
    Probe("COD210", sample(start_date="0000229"), [("COD215", "/records/0/start_date")]),
    Probe("COD210", sample(start_date="1100231"), [("COD205", "/records/0/start_date")]),
    Probe("COD300", document(agency_code="376506201A"), [("COD300", "/agency_code")],
          ("只差一碼的有「376506200A」（嘉義縣水上鄉公所）",), given=agencies(_OWN, _CLEANERS)),
    Probe("COD300", document(agency_code="376506201A"), [("COD300", "/agency_code")], ("None",), ("只差一碼",),
          given=agencies(_OWN, "376506202A,嘉義縣某公所,")),
    Probe("COD300", document(agency_code="376506299Z"), [("COD300", "/agency_code")], ("None",), ("只差一碼",),
          given=agencies(_OWN)),
    Probe("COD310", document(agency_code=None), [("STR200", "/agency_code")], given=agencies(_OWN)),
    Probe("COD405", on("1120430", "疫苗接種假", covid_related=True), [("REC340", "/records/0/start_date")]),
    Probe("COD410", on("1110118", "陪產檢及陪產假"), []),
    Probe("COD410", on("1110117", "陪產檢及陪產假"), [("COD410", "/records/0/leave_type")], ("以後",), ("以前",)),
    Probe("COD410", on("1120501", "防疫隔離假", covid_related=True),
          [("COD410", "/records/0/leave_type")], ("以前",)),
    Probe("COD415", on("1110626", "陪產假"), [("REC340", "/records/0/start_date")]),
    Probe("COD540", sample(reason="  "), []),
    Probe("COD540", sample(reason=" 感冒"), [("COD540", "/records/0/reason")]),
    Probe("COD560", sample(person_name="王-"), []),
    Probe("COD560", sample(job_title="——"), [("COD560", "/records/0/job_title")]),
    Probe("COD560", sample(job_title="\uffff"), [("COD510", "/records/0/job_title"), ("COD560", "/records/0/job_title")]),
    Probe("COD560", sample(job_title="\U000f0000"), [("COD500", "/records/0/job_title")]),
)  # fmt: skip
def test_codes(probe: Probe) -> None:
    prove(probe)


def test_a_leave_kind_of_an_agencys_own_is_left_alone() -> None:
    kinds = {**REFERENCE.tables["leave_type"], "榮譽假": "榮譽假"}
    own = replace(REFERENCE, tables={**REFERENCE.tables, "leave_type": kinds})
    assert findings(sample(leave_type="榮譽假"), profile=own) == []
    for last, found in ((date(2021, 6, 6), ["COD410"]), (date(2021, 6, 7), [])):
        with patch.dict(leave_kinds(), {"榮譽假": LeaveKind("榮譽假", (), (), None, "", False, last, "", False, None)}):
            entries = findings(sample(leave_type="榮譽假"), profile=own)
            assert [entry.rule for entry in entries] == found
            assert all("以前" in entry.message for entry in entries)


# -- records -------------------------------------------------------------------------------------------------------------

_STORM = {"calendar": official_calendar().with_days(hours_off=[HoursOff(date(2021, 6, 7), 720, 1440, True)])}
_COVID = {"period": "10901", "dataset": "covid109", "generated_at": "1100705"}


@proved_by(
    Probe("REC240", sample(end_time="1130", days=0, hours=1.5), [("REC240", "/records/0/hours")], ("少於起訖之間的 3.5 小時",)),
    Probe("REC240", sample(end_time="1030", days=0, hours=1), []),
    Probe("REC240", sample(end_time="1600", days=0, hours=4), []),
    Probe("REC240", sample(end_date="1100608", end_time="1200"), []),
    Probe("REC240", sample(end_date="1100608", end_time="1200", days=0, hours=7.5), [("REC240", "/records/0/hours")]),
    Probe("REC240", sample(end_date="1100609", days=1, hours=4), []),
    Probe("REC240", sample(end_date="1100609", days=1, hours=3.5), [("REC240", "/records/0/days")], ("少於起訖之間的 3 日",)),
    Probe("REC220", sample(end_time="1200"), [("REC220", "/records/0/days")],
          ("請假 1 日，", "超過從開始到結束的 4 小時", "不超過 4 小時")),
    Probe("REC230", sample(end_date="1100613", days=6), [("REC230", "/records/0/days")],
          ("請假 6 日，但起訖期間只有 5 個上班日", "不超過 5 日")),
    Probe("REC345", sample(start_time="1330", end_time="2400", days=0, hours=4), [("REC345", "/records/0/start_date")],
          ("110 年 6 月 7 日（星期一）下午停班", "病假請了4 小時", "只有0 小時", "不超過 0 小時"), given=_STORM),
    Probe("REC345", sample(start_time="1000", end_time="1730", days=0, hours=6), [("REC345", "/records/0/start_date")],
          ("請了6 小時", "只有2 小時"), given=_STORM),
    Probe("REC340", of_month("11612", [{"start_date": "1161225", "end_date": "1170103", "days": 5}]), [("FIL610", "/period")],
          given={"today": date(2030, 1, 1)}),
    Probe("REC310", sample(start_date="1100601", end_date="1100601", end_time="0000"), [("REC120", "/records/0/end_time")]),
    Probe("REC310", sample(start_date="1100531", end_date="1100602", end_time="0000"), []),
    Probe("REC310", sample(start_date="1100701", end_date="1100701"), [("REC310", "/records/0/start_date")], never=("至",)),
    Probe("REC310", sample(start_date="1100701", end_date="1100702", days=2, hours=0), [("REC310", "/records/0/start_date")], ("至",)),
    Probe("REC430", document([{"start_date": "1090106", "end_date": "1090106"}], **_COVID),
          [("REC410", "/records/0/covid_related")]),
    Probe("REC430", document([{"start_date": "1090115", "end_date": "1090115", "covid_related": True}], **_COVID), []),
    Probe("REC450", on("1120815", "病假", reason="新冠確診"), [("REC450", "/records/0/covid_related")], ("新冠",)),
    Probe("REC450", on("1120818", "病假", reason="新冠確診"), [("REC450", "/records/0/covid_related")]),
    Probe("REC450", on("1120821", "病假", reason="新冠確診"), []),
    Probe("REC450", on("1120815", "病假", reason="COVID-19"), [("REC450", "/records/0/covid_related")], ("COVID",)),
)  # fmt: skip
def test_records(probe: Probe) -> None:
    prove(probe)


def test_an_end_before_its_start_on_a_day_off_is_one_fault() -> None:
    [entry] = findings(sample(start_date="1100612", end_date="1100611"))
    assert (entry.rule, entry.folded) == ("REC110", {})


# -- persons -------------------------------------------------------------------------------------------------------------

_MORNING = {"end_time": "1200", "days": 0, "hours": 4}
_NIGHT = {"start_time": "0800", "end_date": "1100608", "end_time": "0800", "days": 1}
_IN_MINUTES = with_field("hours", unit="minutes", step=1, below=480)
_MENSTRUAL = {"person_id": "A234567893", "person_name": "陳美玲", "leave_type": "生理假", "reason": ...}
_TRIP = {"leave_type": "休假", "start_date": "1100607", "end_date": "1100609"}


@proved_by(
    Probe("PER130", rows({}, {"leave_type": "公假"}, {"end_time": None}),
          [("PER130", "/records/1"), ("STR200", "/records/2/end_time")], ("第 1 筆", "110 年 6 月 7 日")),
    Probe("PER130", rows(day("1100608"), {}, {"leave_type": "公假"}), [("PER130", "/records/2")], ("第 2 筆",)),
    Probe("PER140", rows({}, {**_MORNING, "start_time": "1800", "end_time": "2000", "hours": 2},
                         {**_MORNING, "start_time": "2000", "end_time": "2200", "hours": 2}),
          [("PER140", "/records/1")], ("至少1 日 2 小時", "110 年 6 月 7 日")),
    Probe("PER140", rows(_TRIP | {"days": 3}, day("1100609", start_time="1800", end_time="1830", days=0, hours=0.5)),
          [("PER140", "/records/1")], ("至少1 日 0.5 小時", "110 年 6 月 9 日")),
    Probe("PER140", rows(day("1100607", start_time="0700", end_time="0730", days=0, hours=0.5), _TRIP | {"days": 3}),
          [("PER140", "/records/1")], ("至少1 日 0.5 小時", "110 年 6 月 7 日")),
    # The first day holds what the others cannot.
    Probe("PER140", rows(day("1100607", start_time="0700", end_time="0730", days=0, hours=0.5),
                         _TRIP | {"days": 2, "hours": 7.5}), []),
    Probe("PER140", rows(_TRIP | {"days": 2, "end_time": "1200", "hours": 3.5},
                         day("1100609", start_time="1800", end_time="2230", days=0, hours=4.5)), []),
    Probe("PER140", rows(_TRIP | {"days": 2, "end_time": "1200", "hours": 4},
                         day("1100609", start_time="1800", end_time="2230", days=0, hours=4.5)),
          [("PER140", "/records/1")], ("至少1 日 0.5 小時", "110 年 6 月 9 日")),
    Probe("PER140", rows({"leave_type": "休假", "start_date": "1100609", "end_date": "1100610", "days": 2},
                         day("1100610", start_time="1800", end_time="1830", days=0, hours=0.5)),
          [("PER140", "/records/1")], ("110 年 6 月 10 日",)),
    # Days off between hold hours of a trip, not of other leave.
    Probe("PER140", rows(day("1100611", start_time="0700", end_time="0730", days=0, hours=0.5),
                         {"leave_type": "休假", "start_date": "1100611", "end_date": "1100615", "days": 2}),
          [("PER140", "/records/1")], ("110 年 6 月 11 日",)),
    Probe("PER140", rows({}, {}, day("1100607", start_time="1800", end_time="1830", days=0, hours=0.5)),
          [("PER110", "/records/1"), ("PER140", "/records/2")], ("至少1 日 0.5 小時",)),
    Probe("PER140", rows({"hours": None}, {"days": None}, day("1100607", start_time="1800", end_time="2400", days=0, hours=6)),
          [("STR200", "/records/0/hours"), ("STR200", "/records/1/days"), ("PER130", "/records/1")]),
    # What is claimed counts, not the time from start to end; of a night both days.
    Probe("PER140", rows({"days": 0, "hours": 4}, day("1100607", start_time="1800", end_time="2200", days=0, hours=4)), []),
    Probe("PER140", rows({"start_time": "2200", "end_date": "1100608", "end_time": "0600"},
                         day("1100607", start_time="0800", end_time="1500", days=0, hours=6.5)),
          [("PER140", "/records/1")], ("至少1 日 0.5 小時", "110 年 6 月 7 日")),
    Probe("PER140", rows(day("1100607", start_time="1559", end_time="2359", days=0, hours=4), _MORNING), []),
    Probe("PER140", rows(_NIGHT | {"hours": 1}, day("1100608", start_time="1600", end_time="2400")),
          [("PER140", "/records/1")], ("1 日 1 分鐘",), given=_IN_MINUTES),
    Probe("PER140", rows({"start_time": "0800", "end_date": "1100608", "end_time": "0001"},
                         day("1100607", start_time="0700", end_time="0701", days=0, hours=1)), [], given=_IN_MINUTES),
    Probe("PER220", rows({}, day("1100608", person_category="02"), day("1100609"), day("1100610", person_category="02")),
          [("PER220", "/records/1/person_category")], ("第 1 筆", "「01」", "「02」")),
    Probe("PER310", rows(_MENSTRUAL | _MORNING, _MENSTRUAL | _MORNING, _MENSTRUAL | day("1100608") | _MORNING),
          [("PER110", "/records/1")]),
    Probe("PER310", rows(_MENSTRUAL | _MORNING | {"end_time": "1230", "hours": 4.5}, _MENSTRUAL | day("1100608") | _MORNING),
          [("PER310", "/records/1")], ("6 月", "1 日 0.5 小時", "超過 1 日")),
    Probe("PER310", rows(_MENSTRUAL | {"end_date": "1100608", "days": 2}), [("REC550", "/records/0/days")]),
    Probe("PER310", rows(_MENSTRUAL, _MENSTRUAL | day("1100608"), _MENSTRUAL | day("1100609")),
          [("PER310", "/records/1")], ("2 日",)),
)  # fmt: skip
def test_persons(probe: Probe) -> None:
    prove(probe)


def test_the_first_leave_of_a_day_is_one_that_takes_something_of_it() -> None:
    """A leave of two days that may lie wholly on the first is not it."""
    trip = _TRIP | {"end_date": "1100608", "end_time": "1200", "days": 1}
    hours = [("1200", "1600", 4), ("1600", "2000", 4), ("2000", "2100", 1)]
    others = [day("1100608", start_time=begin, end_time=end, days=0, hours=taken) for begin, end, taken in hours]
    [entry] = findings(rows(trip, *others))
    assert (entry.rule, entry.pointer, entry.params["first"]) == ("PER140", "/records/3", "/records/1")


def test_one_leave_too_long_is_no_sum() -> None:
    [entry] = findings(rows(_MENSTRUAL | {"end_date": "1100608", "days": 2}))
    assert entry.rule == "REC550" and "PER310" not in entry.folded


# -- files ---------------------------------------------------------------------------------------------------------------

_EARLY = ["1100607"] * 20
_LISTED_AS = {"given": agencies("376506200A,嘉義縣水上?公所,")}


def obtained_to(year: int) -> dict[str, Any]:
    return {"calendar": official_calendar().obtained_to(date(year, 12, 31))}


@proved_by(
    Probe("FIL110", document(record_count=None), [("STR200", "/record_count")]),
    Probe("FIL110", document(records=...), [("STR130", "")]),
    Probe("FIL120", document(records=..., record_count=0), [("STR130", "")]),
    Probe("FIL330", document([day("1090407", covid_related=True)], dataset="covid109", period="10904",
                             generated_at="1090415"), []),
    Probe("FIL410", document([{"agency_code": "376506200A"}], agency_code=None), [("STR200", "/agency_code")]),
    Probe("FIL410", document(), [], given=without_field("record_agency_code")),
    Probe("FIL410", rows(day("1100607", agency_code="376506211I"), day("1100608", agency_code="376506211I"), day("1100609")),
          [("FIL410", "/records/0/agency_code")], ("有 2 筆", "376506211I", "376506200A")),
    Probe("FIL420", document(agency_name="水上鄉公所"), [], **_LISTED_AS),
    Probe("FIL420", document(agency_name="水上鎮公所"), [], **_LISTED_AS),
    Probe("FIL420", document(agency_name="水中鄉公所"), [("FIL420", "/agency_name")], ("嘉義縣水上?公所",), **_LISTED_AS),
    Probe("FIL420", document(agency_name="水上\ufffd公所"), [("COD520", "/agency_name")], given=agencies(_OWN)),
    Probe("FIL420", document(agency_name="水中\ufffd公所"), [("COD520", "/agency_name"), ("FIL420", "/agency_name")],
          given=agencies(_OWN)),
    Probe("FIL420", document(agency_name="\x1c"), [("COD510", "/agency_name"), ("COD560", "/agency_name"),
                                                  ("FIL420", "/agency_name")], given=agencies(_OWN)),
    Probe("FIL510", many(*_EARLY), [("FIL510", "/records")], ("6 月最後 5 個上班日（110 年 6 月 24 日起）",)),
    Probe("FIL510", many(*_EARLY[:19]), []),
    Probe("FIL510", many(*_EARLY, "1100630"), []),
    Probe("FIL510", many(*_EARLY, "1100624"), []),
    Probe("FIL510", many(*_EARLY, "1100623"), [("FIL510", "/records")]),
    Probe("FIL510", many(*["1100706"] * 20, period="11007"), [("FIL510", "/records")], ("110 年 7 月 26 日起",)),
    Probe("FIL510", many(*_EARLY, "1100705"), [("FIL510", "/records"), ("REC310", "/records/20/start_date")]),
    Probe("FIL510", many(*["1100510"] * 20), [("FIL340", "/period")]),
    Probe("FIL510", many(*["1100510"] * 19, "1100607"), [("FIL340", "/records")]),
    Probe("FIL510", many(*["1090407"] * 20, period="10904", dataset="covid109"),
          [("REC410", "/records")]),
    Probe("FIL510", many(*["1180105"] * 20, period="11801"), [("FIL610", "/period")], given={"today": date(2031, 3, 1)}),
    Probe("FIL610", on("1160106", "病假"), [("FIL610", "/period")], ("115 年 12 月 31 日",),
          given={"today": date(2028, 3, 1), **obtained_to(2027)}),
)  # fmt: skip
def test_files(probe: Probe) -> None:
    prove(probe)
