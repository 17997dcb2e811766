"""Where the rules on several files begin and end to fire, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from probes import NESTED, OTHER, WANG, Probe, day, findings, many, of_month, on, prove, proved_by

from pyvalidator.domain.agencies import Roster
from pyvalidator.domain.calendar import official_calendar
from pyvalidator.rule import document, sample
from pyvalidator.samples import Row, build_draft
from pyvalidator.samples.planner import SampleLeave

_FIVE = many(*["1100607"] * 5)["records"]
_UNNAMED = "376516666A"


def month(period: str, *records: dict[str, Any], **header: Any) -> dict[str, Any]:
    """A file of a month whose 8th is a working day; on that is the leave of each record that has no day."""
    return of_month(period, ({**day(f"{period}08"), **record} for record in records or ({},)), **header)


def roster(others: int, *rows: str) -> dict[str, Any]:
    """A roster of 水上鄉公所 and so many others."""
    listed = ["376506200A,水上鄉公所", *(f"37651{number:04d}A,機關{number}" for number in range(others)), *rows]
    return {"roster": Roster.read("\n".join(["機關代碼,機關名稱", *listed]).encode())}


def ill(start: date, days: int, **who: Any) -> dict[str, Any]:
    """延長病假 over so many days, in the file of its first month."""
    begin, end = (f"{when.year - 1911}{when:%m%d}" for when in (start, start + timedelta(days=days - 1)))
    return on(begin, "延長病假", end_date=end, days=days, **who)


def ill_for(*leaves: tuple[date, int]) -> dict[str, Any]:
    return {f"{number}.json": ill(start, days) for number, (start, days) in enumerate(leaves)}


def ill_in_nested(staff: str) -> dict[str, str]:
    """The same two leaves, 400 days together, of somebody of this staff class."""
    files = {}
    for period, start in (("11007", date(2021, 7, 1)), ("11107", date(2022, 7, 1))):
        draft = build_draft(NESTED, period=period, people=1, seed=3)
        person = replace(WANG, staff=staff)
        leave = SampleLeave("延長病假", start, 0, start + timedelta(days=199), 24 * 60, 16 * 200, False, None)
        draft.rows.append(Row(person, leave))
        files[f"{period}.json"] = draft.write().text
    return files


@proved_by(
    # Of files whose agency, month or kind of data cannot be read it is not known whether they are the same month's.
    *(Probe("BAT110", {"a.json": document(**{name: None}), "b.json": document([{"reason": "複診"}], **{name: None})},
            [("STR200", f"/{name}")] * 2) for name in ("agency_code", "period", "dataset")),
    Probe("BAT210", {"a.json": document(_FIVE[:3]), "b.json": document(_FIVE[:3], **OTHER)}, [("BAT210", "")],
          ("有 3 人（王一、王丁、王丂）", "110 年 6 月"), ("等",)),
    Probe("BAT210", {"a.json": document(_FIVE[:4]), "b.json": document(_FIVE[:4], **OTHER)}, [("BAT210", "")],
          ("有 4 人（王一、王丁、王丂等）",)),
    Probe("BAT210", {"a.json": sample(person_name=None), "b.json": document([{}], **OTHER)},
          [("STR200", "/records/0/person_name"), ("BAT210", "")], ("姓名無法讀取",)),
    Probe("BAT210", {"a.json": sample(), "b.json": document([{"person_name": "王曉明"}], **OTHER)},
          [("BAT210", ""), ("BAT230", "")], ("王小明",), ("王曉明", "姓名無法讀取")),
    Probe("BAT240", {"a.json": month("11006"), "b.json": month("11007", agency_name=None)}, [("STR200", "/agency_name")]),
    Probe("BAT240", {"a.json": month("11006", agency_code=None),
                     "b.json": month("11007", agency_code=None, agency_name="鹿草鄉公所")}, [("STR200", "/agency_code")] * 2),
    Probe("BAT310", {"a.json": month("11006"), "b.json": month("11009")}, [("BAT310", "")], ("110 年 7 月 至 110 年 8 月",)),
    Probe("BAT310", {"a.json": month("11006"), "b.json": month("11007"), "c.json": month("11009")}, [("BAT310", "")],
          ("缺少 110 年 8 月 的檔案（在 b.json、c.json 之間）",)),
    Probe("BAT310", {"a.json": month("11011"), "b.json": month("11102")}, [("BAT310", "")], ("110 年 12 月 至 111 年 1 月",)),
    Probe("BAT320", {"a.json": sample()}, [("BAT320", "")], ("有 10 個應報送機關", "機關9（376510009A）。"), ("等",),
          given=roster(10)),
    Probe("BAT320", {"a.json": sample()}, [("BAT320", "")], ("有 11 個應報送機關", "機關9（376510009A）等。"), ("機關10",),
          given=roster(11)),
    Probe("BAT320", {"a.json": sample()}, [("BAT320", "")], ("沒有檔案：（376516666A）",), given=roster(0, _UNNAMED)),
    # Who has a file of another month is listed by that month elsewhere, and is not missing here.
    Probe("BAT320", {"a.json": month("11006"), "b.json": month("11007", agency_code="376510000A", agency_name="機關0")}, [], given=roster(1)),
    Probe("BAT320", {"a.json": month("11006")}, [("BAT320", "")], ("110 年 7 月有 1 個", "機關0"), ("水上鄉",),
          given={**roster(1), "month": date(2021, 7, 1)}),
    Probe("BAT320", {"a.json": document(agency_code=None)}, [("STR200", "/agency_code"), ("BAT320", "")], given=roster(0)),
    Probe("BAT320", {"a.json": month("11006", dataset=None)}, [("STR200", "/dataset")], given=roster(1)),
    Probe("BAT330", {"376506200A.json": document(agency_code=None)}, [("STR200", "/agency_code")], given=roster(0)),
    Probe("BAT340", {"A12B345C6D.json": sample()}, [("BAT340", "")], ("A12B345C6D",)),
    Probe("BAT340", {"AB2B345C6D.json": sample()}, []),
    Probe("BAT340", {"376506211I.json": document(agency_code=None)}, [("STR200", "/agency_code")]),
    Probe("BAT350", {"a/11005.json": sample()}, [("BAT350", "")], ("11005", "110 年 6 月")),
    Probe("BAT350", {"11005/a.json": sample()}, []),
    # A single leave that is too long has a rule of its own, and the two years of it do not add up.
    Probe("BAT620", ill_for((date(2021, 6, 1), 380), (date(2022, 7, 1), 10)),
          [("REC630", "/records/0/days"), *[("BAT310", "")]]),
    Probe("BAT620", ill_for((date(2021, 6, 1), 366), (date(2022, 7, 1), 1)), [("BAT620", ""), ("BAT310", "")],
          ("自110 年 6 月 1 日起", "合計367 日", "王小明")),
    Probe("BAT620", {"a.json": ill(date(2021, 6, 1), 366, person_name=None), "b.json": ill(date(2022, 7, 1), 1, person_name=None)},
          [("BAT620", ""), ("BAT310", ""), *[("STR200", "/records/0/person_name")] * 2], ("姓名無法讀取",)),
    # Two years later a new count begins: on that day, and not before.
    Probe("BAT620", ill_for((date(2021, 6, 1), 183), (date(2023, 6, 1), 200), (date(2024, 1, 2), 170)),
          [("BAT620", ""), *[("BAT310", "")] * 2], ("自112 年 6 月 1 日起", "370 日")),
    Probe("BAT620", ill_for((date(2021, 6, 1), 366), (date(2023, 5, 31), 2)), [("BAT620", ""), ("BAT310", "")], ("367 日",)),
    # From the last day of February of a leap year they end on the last day of February.
    Probe("BAT620", ill_for((date(2024, 2, 29), 365), (date(2026, 2, 27), 20)), [("BAT620", ""), ("BAT310", "")], ("367 日",),
          given={"today": date(2027, 12, 20)}),
    Probe("BAT620", ill_for((date(2024, 2, 29), 364), (date(2026, 2, 27), 20)), [("BAT310", "")],
          given={"today": date(2027, 12, 20)}),
    Probe("BAT620", ill_in_nested("公務人員"), [("BAT620", ""), ("BAT310", "")], given={"profile": NESTED}),
    Probe("BAT620", ill_in_nested("聘僱人員"), [("BAT310", "")], given={"profile": NESTED}),
)  # fmt: skip
def test_batches(probe: Probe) -> None:
    prove(probe)


@pytest.mark.parametrize(
    ("kind", "period", "days", "rule"),
    [
        ("家庭照顧假", "11006", 8, "REC610"), ("身心調適假", "11412", 4, "REC620"), ("婚假", "11006", 15, "REC510"),
        ("產前假", "11006", 9, "REC560"), ("歲時祭儀假", "11006", 2, "REC600"), ("陪產假", "11006", 6, "REC580"),
        ("產檢假", "11006", 8, "REC570"), ("生理假", "11006", 13, "REC550"),
    ],
)  # fmt: skip
def test_a_single_leave_too_long_is_left_to_its_own_rule(kind: str, period: str, days: int, rule: str) -> None:
    """And of a year in which it stands, nothing is said, though another leave of the kind comes to it."""
    start = date(int(period[:3]) + 1911, int(period[3:]), 8)
    end = start
    while (official_calendar().working_days(start, end) or 0) < days:
        end += timedelta(days=1)
    texts = [f"{when.year - 1911}{when:%m%d}" for when in (start, end)]
    long = {"leave_type": kind, "start_date": texts[0], "end_date": texts[1], "days": days, "reason": ...}
    short = {"leave_type": kind, **day(f"{period}01"), "end_time": "1200", "days": 0, "hours": 4, "reason": ...}
    batch = {"a.json": month(period, long), "b.json": month(period, short, **OTHER)}
    found = {entry.rule for entry in findings(batch)}
    assert rule in found and not {name for name in found if name.startswith("BAT5") or name.startswith("BAT6")}, found
