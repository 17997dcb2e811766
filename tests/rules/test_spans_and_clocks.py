"""Ends that lie months away, days off that were not counted, files on a clock of twelve hours; and what is none of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from support import run_one

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.report.model import FileReport
from pyvalidator.rule import document

TODAY = date(2026, 11, 30)
MARCH: dict[str, Any] = {"period": "11403", "generated_at": "1140405"}


def leave(kind: str, start: str, end: str, days: int, begin: str = "0800", until: str = "1700", hours: float = 0) -> dict[str, Any]:
    return {"leave_type": kind, "start_date": start, "end_date": end, "days": days, "hours": hours,
            "start_time": begin, "end_time": until, "reason": ..., "person_id": "A234567893"}  # fmt: skip


def checked(*records: dict[str, Any], **header: Any) -> FileReport:
    return run_one(document(list(records), **(MARCH | header)), today=TODAY)


def told(report: FileReport) -> list[str]:
    return [entry.rule for entry in report.findings]


# -- ends months later -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "start", "end", "days", "found"), [
    ("休假", "1140311", "1141103", 1, ["REC360"]), ("休假", "1140311", "1141103", 160, ["REC360", "REC240"]),
    ("病假", "1140304", "1141204", 1, ["REC360"]), ("公假", "1140311", "1141103", 1, ["REC360"]),
    ("公差", "1140311", "1141103", 2, ["REC360"]), ("延長病假", "1140311", "1141103", 1, ["REC360"]),
    ("娩假", "1140303", "1140630", 42, ["REC360"]), ("休假", "1140311", "1140411", 1, ["REC240"]),
    ("公差", "1140311", "1140930", 140, []), ("公假", "1140303", "1141231", 304, []), ("公假", "1140311", "1141103", 32, []),
    ("延長病假", "1140311", "1150310", 365, []), ("娩假", "1140303", "1140502", 42, []), ("休假", "1140303", "1140415", 30, []),
    ("普通傷病假", "1140303", "1140831", 182, []), ("公傷病假", "1140303", "1150302", 365, []), ("娩假", "1140303", "1140427", 56, []),
])  # fmt: skip
def test_an_end_months_later_is_asked_about(kind: str, start: str, end: str, days: int, found: list[str]) -> None:
    report = checked(leave(kind, start, end, days))
    assert [rule for rule in told(report) if rule in {"REC230", "REC240", "REC245", "REC360"}] == (
        ["REC360"] if "REC360" in found else found
    )
    assert all(entry.field == "end_date" and entry.expected_value is None for entry in report.findings if entry.rule == "REC360")


@pytest.mark.parametrize(("start", "end", "days", "says"), [
    ("1140311", "1141103", 1, "月與日對調的話是 114 年 3 月 11 日"), ("1140304", "1140703", 0, ""),
    ("1140306", "1141003", 3, "月與日對調的話是 114 年 3 月 10 日"), ("1140311", "1141203", 1, "對調的話是 114 年 3 月 12 日"), ("1140311", "1141203", 4, ""), ("1140311", "1140731", 1, ""),
])  # fmt: skip
def test_a_month_and_a_day_that_changed_places_are_named(start: str, end: str, days: int, says: str) -> None:
    [entry] = checked(leave("休假", start, end, days, hours=0 if days else 4)).findings
    assert entry.rule == "REC360"
    assert ("對調" in entry.message) == bool(says) and says in entry.message


@pytest.mark.parametrize(("kind", "last"), [("休假", 75), ("病假", 75), ("娩假", 92), ("流產假", 92)])
def test_ordinary_leave_ends_within_so_many_days(kind: str, last: int) -> None:
    for length, found in ((last, False), (last + 1, True)):
        end = date(2025, 3, 3) + timedelta(days=length - 1)
        report = checked(leave(kind, "1140303", f"114{end:%m%d}", 40))
        assert ("REC360" in told(report)) is found
        assert all(f"前後 {length} 天" in entry.message for entry in report.findings if entry.rule == "REC360")


def test_a_long_leave_claims_a_tenth_of_its_days_at_least() -> None:
    end = date(2025, 6, 30)
    while (days := official_calendar().working_days(date(2025, 3, 3), end) or 0) % 10:
        end += timedelta(days=1)
    written = f"114{end:%m%d}"
    assert told(checked(leave("公假", "1140303", written, days // 10))) == []
    assert told(checked(leave("公假", "1140303", written, days // 10 - 1, hours=7.5))) == ["REC360"]


# -- days off that were not counted ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("record", "found"), [
    (leave("延長病假", "1140311", "1140331", 15), ["REC245"]), (leave("延長病假", "1140311", "1140331", 18), ["REC245"]),
    (leave("延長病假", "1140311", "1140331", 20), ["REC245"]), (leave("延長病假", "1140311", "1140331", 21), []),
    (leave("延長病假", "1140311", "1140331", 20, hours=4, begin="1330"), []), (leave("延長病假", "1140310", "1140314", 5), []),
    (leave("延長病假", "1140311", "1140331", 20, hours=4, until="1200"), []),
    (leave("延長病假", "1140311", "1140311", 0, hours=4, until="1200"), []), (leave("病假", "1140311", "1140331", 15), []),
    (leave("公傷病假", "1140311", "1140331", 15), []), (leave("娩假", "1140303", "1140502", 42), []),
])  # fmt: skip
def test_days_off_count_in_extended_sick_leave(record: dict[str, Any], found: list[str]) -> None:
    report = checked(record)
    assert told(report) == found
    assert [entry.severity for entry in report.findings] == ["warning"] * len(found)


# -- a clock of twelve hours -------------------------------------------------------------------------------------------

_DAYS = ("1140303", "1140304", "1140305", "1140306", "1140307", "1140310", "1140311", "1140312")


def on_days(*shapes: tuple[str, str, int, float]) -> list[dict[str, Any]]:
    return [leave("休假", day, day, days, begin, until, hours)
            for day, (begin, until, days, hours) in zip(_DAYS, shapes, strict=False)]  # fmt: skip


_PM, _AM, _WHOLE = ("0130", "0530", 0, 4), ("0800", "1200", 0, 4), ("0800", "0530", 1, 0)


@pytest.mark.parametrize(("records", "rule", "severity"), [
    (on_days(*[_PM] * 8), "FIL720", "warning"), (on_days(*[_PM] * 3, *[_AM] * 5), "FIL720", "warning"),
    (on_days(*[("0100", "0500", 0, 4)] * 4), "FIL720", "warning"), (on_days(*[("0200", "0430", 0, 2.5)] * 4), "FIL720", "warning"),
    (on_days(*[_WHOLE] * 4, *[_AM] * 2), "FIL725", "error"), (on_days(*[_WHOLE] * 2, *[_PM] * 2, _AM), "FIL725", "error"),
    (on_days(*[("0800", "0000", 0, 4)] * 3, *[_WHOLE] * 2), "FIL725", "error"), (on_days(*[("0830", "0030", 0, 4)] * 4), "FIL725", "error"),
    (on_days(*[("1230", "0430", 0, 4)] * 4), "FIL725", "error"), (on_days(*[("0830", "0530", 1, 0)] * 8), "FIL725", "error"),
])  # fmt: skip
def test_a_file_on_a_clock_of_twelve_hours_is_one_finding(records: list[dict[str, Any]], rule: str, severity: str) -> None:
    report = checked(*records)
    [entry] = report.findings
    assert (entry.rule, entry.severity, entry.pointer) == (rule, severity, "/records")
    # Written as proposed, nothing is left.
    for right in entry.params["expected_values"]:
        _, _, row, name = right["pointer"].split("/")
        records[int(row)][name] = right["expected_value"]
    assert told(checked(*records)) == []


@pytest.mark.parametrize("records", [
    on_days(*[("0000", "0400", 0, 4)] * 8), on_days(*[("0000", "0800", 1, 0)] * 4, *[("1600", "2400", 1, 0)] * 4),
    on_days(*[_PM] * 7, ("0800", "1700", 1, 0)), on_days(*[_PM] * 2, *[_AM] * 6), on_days(*[_AM] * 8),
    on_days(*[("0600", "1000", 0, 4)] * 8), on_days(*[("0500", "1300", 1, 0)] * 8), on_days(*[("0400", "1200", 1, 0)] * 8),
    on_days(*[("0800", "0000", 2, 0)] * 4), on_days(*[("1200", "0000", 1, 4)] * 4), on_days(*[("0010", "0400", 0, 3.5)] * 4),
    on_days(*[_PM] * 4, *[("2200", "2400", 0, 2)] * 2), on_days(*[("0300", "0630", 0, 3.5)] * 2, *[_AM] * 6),
])  # fmt: skip
def test_nights_and_early_mornings_are_none(records: list[dict[str, Any]]) -> None:
    assert [rule for rule in told(checked(*records)) if rule.startswith("FIL72")] == []


def test_the_first_of_them_is_named() -> None:
    [entry] = checked(*on_days(_AM, _AM, *[_PM] * 4)).findings
    assert "第 3 筆應為 1330 至 1730" in entry.message and "4 筆" in entry.message
    [entry] = checked(*on_days(_AM, _PM, _WHOLE, ("0830", "0515", 1, 0))).findings
    assert (entry.rule, "第 3 筆應在 1730" in entry.message) == ("FIL725", True)


def test_two_ends_before_their_start_are_told_by_themselves() -> None:
    report = checked(*on_days(*[_WHOLE] * 2, *[("0800", "1700", 1, 0)] * 4))
    assert told(report) == ["REC120", "REC120"]
