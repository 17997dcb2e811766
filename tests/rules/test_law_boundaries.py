"""Every figure of the law from both sides, and on the days just before and after it changed, through whole files.

The figures stand here once more, as the facts have them, so that the data is held to them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from probes import LATER, NESTED, WANG, findings

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.domain.leave_groups import COUNTS_DAYS_OFF, EPIDEMIC
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.samples import Row, build_draft
from pyvalidator.samples.planner import SampleLeave

REFERENCE = built_in_profiles()["reference"]
SHE = replace(WANG, id="A234567893", name="陳美玲", woman=True)
OF_WOMEN = {"流產假", "娩假", "生理假", "產前假", "產檢假"}


def last_of(kind: str, start: date, days: int) -> date:
    """The last of so many days on which this kind counts."""
    if kind in COUNTS_DAYS_OFF:
        return start + timedelta(days=days - 1)
    end = start
    while (official_calendar().working_days(start, end) or 0) < days:
        end += timedelta(days=1)
    return end


def leave(kind: str, start: date, half_hours: int) -> SampleLeave:
    end = last_of(kind, start, -(-half_hours // 16))
    # 08:00 to 17:30, with time for half an hour more than eight hours on the last day.
    return SampleLeave(kind, start, 480, end, 1050, half_hours, kind in EPIDEMIC, None)


def text(profile: Profile, staff: str, *leaves: SampleLeave) -> str:
    """A file of one person of this staff class, of the month of the first leave."""
    first = leaves[0].start
    draft = build_draft(profile, period=f"{first.year - 1911}{first:%m}", people=1, seed=3)
    who = SHE if {one.kind for one in leaves} & OF_WOMEN else WANG
    draft.rows[:] = [Row(replace(who, staff=staff), one) for one in leaves]
    return draft.write().text


#: Limits whose figure is that of all classes of staff.
FOR_ALL = {"REC550", "REC580", "REC600", "REC610", "REC640"}

#: (rule, kind, first day, staff class or "" where the file has none, most days)
ALONE = [
    ("REC510", "婚假", "2021-06-07", "", 14), ("REC510", "婚假", "2021-06-07", "公務人員", 14),
    ("REC510", "婚假", "2021-06-07", "適用勞基法人員", 8), ("REC520", "喪假", "2022-03-07", "", 15),
    ("REC520", "喪假", "2022-03-07", "教師", 15), ("REC520", "喪假", "2022-03-07", "適用勞基法人員", 8),
    ("REC530", "流產假", "2023-05-02", "", 42), ("REC540", "娩假", "2024-05-02", "", 42),
    ("REC540", "娩假", "2024-05-02", "聘僱人員", 42), ("REC550", "生理假", "2025-03-04", "", 1),
    ("REC560", "產前假", "2025-03-04", "", 8),
    ("REC570", "產檢假", "2022-01-17", "", 5), ("REC570", "產檢假", "2022-01-18", "", 7),
    ("REC580", "陪產假", "2022-01-17", "", 5), ("REC580", "陪產檢及陪產假", "2022-01-18", "", 7),
    ("REC600", "歲時祭儀假", "2025-05-27", "", 1), ("REC600", "歲時祭儀假", "2025-05-28", "", 3),
    ("REC600", "歲時祭儀假", "2025-06-02", "", 3),
    ("REC610", "家庭照顧假", "2021-06-07", "", 7), ("REC620", "身心調適假", "2025-10-13", "", 3),
    ("REC620", "身心調適假", "2025-10-13", "教師", 3), ("REC630", "延長病假", "2021-06-07", "", 366),
    ("REC630", "延長病假", "2023-12-31", "公務人員", 366), ("REC640", "疫苗接種假", "2021-05-05", "", 2),
    ("REC640", "疫苗接種假", "2023-04-27", "", 2),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "kind", "day", "staff", "most"), ALONE)
def test_one_leave_may_claim_as_much_as_the_law_gives(rule: str, kind: str, day: str, staff: str, most: int) -> None:
    profile, start = NESTED if staff else REFERENCE, date.fromisoformat(day)
    assert findings(text(profile, staff, leave(kind, start, most * 16)), profile=profile) == []
    [entry] = findings(text(profile, staff, leave(kind, start, most * 16 + 1)), profile=profile)
    assert (entry.rule, entry.severity, entry.field) == (rule, "warning", profile.by_name["days"].key)
    assert f"超過 {most} 日" in entry.message
    assert ("取本工具查到最多的日數" in entry.message) == (not staff and rule not in FOR_ALL)
    assert ("可信度中" in entry.message) == (entry.params["confidence"] == "medium")


#: (rule, staff class, days of each leave and the day on which it begins, whether together they are too much)
TOGETHER = [
    ("BAT510", "公務人員", [("事假", 6, "2021-06-07"), ("家庭照顧假", 1, "2021-07-05")], False),
    ("BAT510", "公務人員", [("事假", 6.5, "2021-06-07"), ("家庭照顧假", 1, "2021-07-05")], True),
    ("BAT510", "適用勞基法人員", [("事假", 13, "2021-06-07"), ("事假", 1, "2021-07-05")], False),
    ("BAT510", "適用勞基法人員", [("事假", 13, "2021-06-07"), ("事假", 1.5, "2021-07-05")], True),
    ("BAT510", "公務人員", [("事假", 7, "2021-12-08"), ("事假", 7, "2022-01-03")], False),
    ("BAT510", "教師", [("事假", 5, "2021-07-05"), ("事假", 5, "2021-08-02")], False),
    ("BAT510", "教師", [("事假", 5, "2021-12-06"), ("事假", 5, "2022-01-03")], True),
    ("BAT530", "公務人員", [("身心調適假", 2, "2025-11-03"), ("身心調適假", 1, "2025-12-01")], False),
    ("BAT530", "公務人員", [("身心調適假", 2, "2025-11-03"), ("身心調適假", 1.5, "2025-12-01")], True),
    ("BAT540", "聘僱人員", [("病假", 10, "2021-06-07"), ("病假", 4, "2021-07-05")], False),
    ("BAT540", "聘僱人員", [("病假", 10, "2021-06-07"), ("病假", 4.5, "2021-07-05")], True),
    ("BAT540", "公務人員", [("病假", 14, "2021-06-01"), ("病假", 14, "2021-07-05")], False),
    ("BAT560", "公務人員", [("休假", 15, "2021-06-01"), ("休假", 15, "2021-07-05")], False),
    ("BAT560", "公務人員", [("休假", 15, "2021-06-01"), ("休假", 15.5, "2021-07-05")], True),
    ("BAT590", "公務人員", [("歲時祭儀假", 1, "2025-04-07"), ("歲時祭儀假", 1, "2025-05-05")], True),
    ("BAT590", "公務人員", [("歲時祭儀假", 1, "2025-05-05"), ("歲時祭儀假", 2, "2025-06-02")], False),
    ("BAT600", "公務人員", [("陪產假", 4, "2021-12-06"), ("陪產檢及陪產假", 4, "2022-01-18")], False),
    ("BAT600", "公務人員", [("陪產檢及陪產假", 4, "2022-03-07"), ("陪產檢及陪產假", 4, "2022-04-06")], True),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "staff", "leaves", "over"), TOGETHER)
def test_leaves_of_a_year_together(rule: str, staff: str, leaves: list[tuple[str, float, str]], over: bool) -> None:
    files = {
        f"{number}.json": text(NESTED, staff, leave(kind, date.fromisoformat(day), int(days * 16)))
        for number, (kind, days, day) in enumerate(leaves)
    }
    entries = [entry for entry in findings(files, profile=NESTED, today=LATER) if entry.rule.startswith("BAT5")
               or entry.rule == "BAT600"]  # fmt: skip
    assert [entry.rule for entry in entries] == ([rule] if over else [])
    assert all("查到最多" not in entry.message for entry in entries)
