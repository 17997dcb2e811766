"""Limits where the staff class has to be told from a person's own leaves, over leaves in a row, and by the year of the
announcement: each kind from both sides, through whole files."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

import pytest
from support import run

from pyvalidator.domain.staff_classes import STAFF_CLASSES, may_be_school, staff_of
from pyvalidator.rule import document

TODAY = date(2026, 11, 30)
#: Kind, first day, last day, days.
Taken = tuple[str, str, str, float]


def file_of(*taken: Taken, **header: Any) -> dict[str, Any]:
    records = [
        {"person_id": "A234567893", "person_name": "陳美玲", "leave_type": kind, "reason": ...,
         "start_date": start, "end_date": end, "days": int(days), "hours": (days % 1) * 8}
        for kind, start, end, days in taken
    ]  # fmt: skip
    return document(records, **{"period": taken[0][1][:5], "generated_at": "1151120", **header})


def told(*taken: Taken, files: int = 0, **header: Any) -> list[tuple[str, int, str]]:
    """Rule, limit and message of each finding about limits and classes, of one person's leaves.

    Args:
        files: 0: each leave in the file of the month in which it begins; 1: all in that of the last of them.
    """
    last = max(start for _, start, _, _ in taken)[:5]
    months: dict[str, list[Taken]] = defaultdict(list)
    for one in taken:
        months[last if files else one[1][:5]].append(one)
    report = run({f"{month}.json": file_of(*own, period=month, **header) for month, own in months.items()}, today=TODAY)
    entries = [entry for file in report.files for entry in file.findings] + report.batch.findings
    return [
        (entry.rule, entry.params.get("limit", 0), entry.message) for entry in entries
        if entry.rule in {"PER350", "PER360"} or entry.rule[:4] in {"REC5", "REC6", "BAT5", "BAT6"}
    ]  # fmt: skip


def rules_of(found: list[tuple[str, int, str]]) -> list[tuple[str, int]]:
    return [(rule, limit) for rule, limit, _ in found]


ANNUAL, CONTRACT, WORKER = (
    ("休假", "1140804", "1140804", 1), ("慰勞假", "1140804", "1140804", 1), ("特別休假", "1140804", "1140804", 1),
)  # fmt: skip


@pytest.mark.parametrize("days", [8, 9, 20])
def test_marrow_is_given_as_needed(days: int) -> None:
    assert told(("骨髓捐贈假", "1140303", "1140331", days)) == []


RITUAL = "歲時祭儀假"


@pytest.mark.parametrize(
    ("taken", "over"),
    [
        # 114: one day under the old rule and three under the new.
        ([("1140225", "1140225", 1), ("1140804", "1140806", 3)], []),
        ([("1140415", "1140415", 1), ("1140715", "1140715", 1), ("1141103", "1141104", 2)], []),
        ([("1140528", "1140528", 1), ("1140804", "1140806", 3)], []),
        ([("1140415", "1140415", 1), ("1140529", "1140529", 1), ("1141103", "1141104", 2)], []),
        ([("1140225", "1140225", 1), ("1140415", "1140415", 1)], [1]),
        ([("1140804", "1140805", 2), ("1141103", "1141104", 2)], [3]),
        ([("1140528", "1140528", 1), ("1140415", "1140415", 1), ("1140804", "1140806", 3)], [3]),
        # January counts for the year before, as long as that has room.
        ([("1141103", "1141104", 2), ("1150102", "1150102", 1), ("1150803", "1150805", 3)], []),
        ([("1150105", "1150106", 2), ("1150803", "1150805", 3)], []),
        ([("1140801", "1140801", 1), ("1141103", "1141104", 2), ("1150102", "1150102", 1), ("1150803", "1150804", 2)], []),
        ([("1140801", "1140801", 1), ("1141103", "1141104", 2), ("1150102", "1150102", 1), ("1150803", "1150805", 3)], [3]),
        ([("1121229", "1121229", 1), ("1130102", "1130102", 1)], []),
        ([("1121229", "1121229", 1), ("1130102", "1130102", 1), ("1130715", "1130715", 1)], [1]),
        ([("1150105", "1150106", 2), ("1150107", "1150108", 2), ("1150803", "1150805", 3)], [3]),
        # February is no January.
        ([("1150202", "1150202", 1), ("1150803", "1150805", 3)], [3]),
    ],
)  # fmt: skip
def test_ritual_leave_counts_for_the_year_of_its_announcement(taken: list[tuple[str, str, float]], over: list[int]) -> None:
    found = told(*((RITUAL, *one) for one in taken))
    assert rules_of(found) == [("BAT590", limit) for limit in over], found


@pytest.mark.parametrize(
    ("taken", "over"),
    [
        # In hospital a worker is ill up to a year; no file tells who was.
        ([("普通傷病假", "1140303", "1140401", 30), ("普通傷病假", "1140402", "1140501", 30)], []),
        ([("普通傷病假", "1140303", "1140331", 21), ("普通傷病假", "1140707", "1140731", 19)], []),
        ([("病假", "1140303", "1140331", 21), ("病假", "1140707", "1140731", 19), WORKER], []),
        ([("普通傷病假", "1140101", "1140831", 243), ("普通傷病假", "1141001", "1150331", 182)], [("BAT620", 366)]),
        ([("普通傷病假", "1140101", "1150115", 380)], [("REC630", 366)]),
        # Others by their class, as far as their leaves show it.
        ([("病假", "1140303", "1140331", 21), ("病假", "1140707", "1140717", 9)], []),
        ([("病假", "1140303", "1140331", 21), ("病假", "1140707", "1140718", 10)], [("BAT540", 30)]),
        ([("病假", "1140303", "1140331", 21), ("病假", "1140707", "1140715", 7), ANNUAL], []),
        ([("病假", "1140303", "1140331", 21), ("病假", "1140707", "1140716", 8), ANNUAL], [("BAT540", 28)]),
        ([("病假", "1140303", "1140314", 10), ("病假", "1140707", "1140710", 4), CONTRACT], []),
        ([("病假", "1140303", "1140314", 10), ("病假", "1140707", "1140711", 5), CONTRACT], [("BAT540", 14)]),
        ([("事假", "1140303", "1140313", 9)], []),
        ([("事假", "1140303", "1140313", 9), ANNUAL], [("BAT510", 7)]),
        ([("事假", "1140303", "1140313", 9), CONTRACT], [("BAT510", 7)]),
        ([("事假", "1140303", "1140313", 9), WORKER], []),
        ([("事假", "1140303", "1140313", 9), ("普通傷病假", "1140804", "1140804", 1), ("事假", "1140903", "1140910", 6)],
         [("BAT510", 14)]),
        ([("婚假", "1140303", "1140313", 9)], []),
        ([("婚假", "1140303", "1140313", 9), ("特別休假", "1140317", "1140317", 1)], [("REC510", 8)]),
        ([("婚假", "1140303", "1140311", 7), ("婚假", "1140414", "1140415", 2), WORKER], [("BAT570", 8)]),
        ([("喪假", "1140303", "1140313", 9), ("普通傷病假", "1140317", "1140317", 1)], [("REC520", 8)]),
    ],
)  # fmt: skip
def test_the_class_that_a_persons_own_leaves_show(taken: list[Taken], over: list[tuple[str, int]]) -> None:
    assert rules_of(told(*taken)) == over


def test_the_message_names_the_law_and_why_it_applies() -> None:
    [(_, _, unknown)] = told(("病假", "1140303", "1140331", 21), ("病假", "1140707", "1140718", 10))
    assert "30 日是勞工請假規則的日數（未住院者）；檔案看不出這個人適用哪一類人員的規定，取本工具查到最多的日數；可信度中。" in unknown
    [(_, _, shown)] = told(("事假", "1140303", "1140313", 9), CONTRACT)
    assert "聘僱人員給假辦法的日數；這個人有慰勞假，以聘僱人員的規定計算。" in shown
    [(_, _, always)] = told(("生理假", "1140303", "1140304", 2))
    assert always.endswith("1 日是性別平等工作法、公務人員請假規則的日數。")


@pytest.mark.parametrize(
    ("taken", "over"),
    [
        ([("娩假", "1140303", "1140427", 56)], []),
        ([("娩假", "1140303", "1140428", 57)], [56]),
        ([("娩假", "1140303", "1140502", 42)], []),
        ([("娩假", "1140303", "1140505", 43)], [42]),
        ([("娩假", "1140303", "1140427", 56), ("休假", "1140303", "1140303", 1)], [42]),
        ([("娩假", "1140303", "1140427", 56), ("慰勞假", "1140303", "1140303", 1)], [42]),
        ([("娩假", "1140303", "1140427", 56), ("特別休假", "1140303", "1140303", 1)], []),
    ],
)  # fmt: skip
def test_eight_weeks_by_the_calendar_are_a_workers(taken: list[Taken], over: list[int]) -> None:
    report = run({"a.json": file_of(*taken)}, today=TODAY)
    entries = report.files[0].findings
    # What holds days off that nobody may count is told first, and this folds under it.
    found = [rule for entry in entries for rule in (entry.rule, *entry.folded)]
    assert found.count("REC540") == len(over)
    assert [entry.params["limit"] for entry in entries if entry.rule == "REC540"] in ([], over)


@pytest.mark.parametrize(
    ("taken", "over"),
    [
        # 30 and 13 working days, with a weekend between them.
        ([("娩假", "1140303", "1140415", 30), ("娩假", "1140416", "1140502", 13)], [42]),
        ([("娩假", "1140303", "1140415", 30), ("娩假", "1140416", "1140501", 12)], []),
        ([("娩假", "1140303", "1140401", 30), ("娩假", "1140402", "1140427", 26)], []),
        ([("娩假", "1140303", "1140401", 30), ("娩假", "1140402", "1140501", 30)], [56]),
        ([("流產假", "1140303", "1140411", 28), ("流產假", "1140414", "1140505", 16)], [42]),
        ([("流產假", "1140303", "1140307", 5), ("流產假", "1140310", "1140314", 5)], []),
        ([("喪假", "1140303", "1140314", 10), ("喪假", "1140317", "1140324", 6)], [15]),
        ([("喪假", "1140303", "1140314", 10), ("喪假", "1140318", "1140325", 6)], []),
        ([("喪假", "1140317", "1140324", 6), ("喪假", "1140303", "1140314", 10)], [15]),
        ([("婚假", "1140303", "1140307", 5), ("婚假", "1140310", "1140314", 5), ("婚假", "1140317", "1140321", 5)], [14]),
        ([("產前假", "1140303", "1140307", 5), ("產前假", "1140310", "1140313", 4)], [8]),
        ([("產前假", "1140303", "1140307", 5), ("產前假", "1140318", "1140321", 4)], [8]),
        ([("婚假", "1140303", "1140312", 8), ("婚假", "1140318", "1140326", 7)], [14]),
        ([("陪產檢及陪產假", "1140303", "1140306", 4), ("陪產檢及陪產假", "1140318", "1140320", 3)], []),
        ([("陪產檢及陪產假", "1140303", "1140307", 5), ("陪產檢及陪產假", "1140310", "1140312", 3)], [7]),
        ([("喪假", "1140303", "1140314", 10), ("喪假", "1140317", "1140324", 5.5)], [15]),
        # The same leave twice is told as such, and counts once.
        ([("喪假", "1140303", "1140307", 5), ("喪假", "1140303", "1140307", 5), ("喪假", "1140310", "1140317", 6)], []),
        # One that is too long by itself has its own rule.
        ([("喪假", "1140303", "1140324", 16), ("喪假", "1140325", "1140326", 2)], []),
    ],
)  # fmt: skip
def test_leaves_of_one_file_in_a_row_are_one_event(taken: list[Taken], over: list[int]) -> None:
    found = rules_of(told(*taken, files=1))
    assert [limit for rule, limit in found if rule == "PER350"] == over
    # The sum of the year says the same, and is left out.
    assert not [rule for rule, _ in found if rule.startswith("BAT")]


@pytest.mark.parametrize(
    ("taken", "over"),
    [
        ([("娩假", "1140303", "1140415", 30), ("娩假", "1140416", "1140502", 13)], [("BAT630", 42)]),
        ([("娩假", "1140303", "1140401", 30), ("娩假", "1140402", "1140427", 26)], []),
        ([("娩假", "1140303", "1140415", 30), ("娩假", "1140701", "1140717", 13)], []),
        ([("喪假", "1140317", "1140331", 11), ("喪假", "1140401", "1140409", 5)], [("BAT630", 15)]),
        ([("喪假", "1140317", "1140328", 10), ("喪假", "1140401", "1140410", 6)], []),
        ([("婚假", "1141218", "1141231", 9), ("婚假", "1150102", "1150109", 6)], [("BAT630", 14)]),
        ([("婚假", "1140317", "1140331", 11), ("婚假", "1140401", "1140408", 4)], [("BAT570", 14)]),
    ],
)  # fmt: skip
def test_leaves_of_several_files_in_a_row_are_one_event(taken: list[Taken], over: list[tuple[str, int]]) -> None:
    assert rules_of(told(*taken)) == over


def test_what_is_said_of_leaves_in_a_row() -> None:
    [(rule, _, message)] = told(
        ("事假", "1140303", "1140303", 1), ("喪假", "1140304", "1140317", 10), ("喪假", "1140318", "1140325", 6), files=1,
    )  # fmt: skip
    assert rule == "PER350"
    assert message.startswith("這筆喪假與同一人前面的 1 筆（最前面的是第 2 筆）合計16 日，超過 15 日。15 日是公務人員請假規則、")
    [(rule, _, message)] = told(("喪假", "1140317", "1140331", 11), ("喪假", "1140401", "1140409", 5))
    assert "自114 年 3 月 17 日起接連的 2 筆喪假合計16 日，超過 15 日。" in message
    [(rule, _, message)] = told(("陪產假", "1101227", "1101230", 4), ("陪產檢及陪產假", "1110103", "1110104", 2))
    assert rule == "BAT630" and "接連的 2 筆陪產檢及陪產假合計6 日" in message
    # 111/1/18: the other name and seven days.
    renamed = [("陪產假", "1110114", "1110117", 2), ("陪產檢及陪產假", "1110118", "1110125", 6)]
    [(rule, limit, message)] = told(*renamed, files=1)
    assert (rule, limit) == ("PER350", 7) and message.startswith("這筆陪產檢及陪產假與")


def test_leaves_in_a_row_that_one_file_shows_are_told_there_alone() -> None:
    first, across = ("娩假", "1140303", "1140415", 30), ("娩假", "1140416", "1140505", 14)
    drop = {
        "a.json": file_of(first, period="11403"), "b.json": file_of(first, across, period="11404"),
        "c.json": file_of(across, period="11405"),
    }  # fmt: skip
    report = run(drop, today=TODAY)
    assert [entry.rule for file in report.files for entry in file.findings] == ["PER350"]
    assert report.batch.findings == []
    # What stands between them is in another file.
    ends, between = (("娩假", "1140303", "1140410", 27), ("娩假", "1140414", "1140505", 16)), ("娩假", "1140411", "1140411", 1)
    other = {"agency_code": "376506100A", "agency_name": "鹿草鄉公所"}
    drop = {"a.json": file_of(*ends, period="11404"), "b.json": file_of(between, period="11404", **other)}
    report = run(drop, today=TODAY)
    assert "PER350" in [entry.rule for entry in report.files[0].findings]
    assert "BAT630" not in [entry.rule for entry in report.batch.findings]


@pytest.mark.parametrize(
    ("kinds", "over"),
    [
        ("休假 慰勞假 特別休假", 1), ("慰勞假 普通傷病假", 1), ("公傷病假 休假", 1), ("特別休假 慰勞假", 1),
        ("特別休假 普通傷病假 公傷病假", 0), ("休假 病假 延長病假 公假", 0), ("慰勞假 病假", 0), ("特別休假 病假 事假", 0),
    ],
)  # fmt: skip
def test_classes_of_leave_exclude_each_other(kinds: str, over: int) -> None:
    taken = [(kind, f"114030{day}", f"114030{day}", 1) for day, kind in enumerate(kinds.split(), 3)]
    assert rules_of(told(*taken, files=1)) == [("PER360", 0)] * over


def test_the_first_of_several_classes_is_named() -> None:
    [(_, _, message)] = told(
        ("病假", "1140303", "1140303", 1), ("休假", "1140304", "1140304", 1), ("慰勞假", "1140305", "1140305", 1), files=1,
    )  # fmt: skip
    assert message == "同一人有休假、慰勞假（前面的一筆是第 2 筆），各是不同類人員的假別。"


def test_another_month_may_bring_another_class() -> None:
    assert told(("特別休假", "1140303", "1140303", 1), ("休假", "1140804", "1140804", 1)) == []


def test_who_may_be_a_teacher_has_to_be_over_in_the_school_year_too() -> None:
    spring_and_autumn = [("事假", "1140303", "1140306", 4), ("事假", "1140908", "1140911", 4), ANNUAL]
    school = {"agency_code": "376509601X", "agency_name": "嘉義縣立水上國民中學"}
    assert rules_of(told(*spring_and_autumn)) == [("BAT510", 7)]
    assert told(*spring_and_autumn, **school) == []
    autumn = [("事假", "1140901", "1140904", 4), ("事假", "1141103", "1141106", 4), ANNUAL]
    assert rules_of(told(*autumn, **school)) == [("BAT510", 7)]


def test_contradicting_kinds_show_no_class() -> None:
    shown = {"休假": ("公務人員", "教師"), "慰勞假": ("聘僱人員",)}
    assert staff_of(None, ["休假", "慰勞假"], shown).classes == STAFF_CLASSES
    assert staff_of(None, ["休假", None, "病假"], shown, school=False).classes == ("公務人員",)
    assert staff_of("聘僱人員", ["休假"], shown).classes == ("聘僱人員",)
    assert staff_of("別的", [], shown) == staff_of(None, [], shown)
    assert staff_of(None, ["慰勞假"], shown).shown_by == "慰勞假"


@pytest.mark.parametrize(
    ("code", "name", "may"),
    [("376506200A", "水上鄉公所", False), ("376509601X", None, True), ("376506200A", "水上國民小學", True), (None, None, True)],
)
def test_where_nobody_is_a_teacher(code: str | None, name: str | None, may: bool) -> None:
    assert may_be_school(code, name) is may
