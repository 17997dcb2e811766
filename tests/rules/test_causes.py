"""One cause of many faults: other months, a list written twice, test data, parts; each once, with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from support import only, places, run_one

from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import document

LATER = date(2021, 12, 31)


def leaves(*days: str) -> list[dict[str, Any]]:
    return [{"start_date": day, "end_date": day, "reason": str(number)} for number, day in enumerate(days)]


def month(period: str, count: int = 6) -> list[str]:
    """Working days at the beginning of a month, as far as these tests care."""
    return {"11006": ["1100601", "1100602", "1100603", "1100604", "1100607", "1100608"],
            "11007": ["1100701", "1100702", "1100705", "1100706", "1100707", "1100708"],
            "11005": ["1100503", "1100504", "1100505", "1100506", "1100507", "1100510"]}[period][:count]  # fmt: skip


def check(days: Sequence[str], **header: Any) -> Any:
    return run_one(document(leaves(*days), generated_at="1100805", **header), today=LATER)


def test_all_leaves_of_another_month_are_one_finding_at_the_month() -> None:
    entry = only(check(month("11007")))
    assert (entry.rule, entry.severity, entry.pointer, entry.field) == ("FIL340", "error", "/period", "period")
    assert (entry.expected_value, entry.value, entry.folded) == ("11007", "11006", {"REC310": 6})
    assert "全部 6 筆差假都在 110 年 7 月" in entry.message and "刪除" not in entry.fix


def test_two_months_in_one_file_are_one_finding_with_their_counts() -> None:
    entry = only(check([*month("11006"), *month("11007")]))
    assert (entry.rule, entry.pointer, entry.folded) == ("FIL340", "/records", {"REC310": 6})
    assert "110 年 6 月 6 筆、110 年 7 月 6 筆" in entry.message and "逐月產製" in entry.fix


def test_several_other_months_are_one_finding() -> None:
    entry = only(check([*month("11005"), *month("11007")]))
    assert entry.folded == {"REC310": 12} and "分屬 2 個月份" in entry.message


def test_a_few_leaves_of_other_months_are_told_by_themselves() -> None:
    found = places(check([*month("11006"), *month("11007", 4)]))
    assert found == [("REC310", f"/records/{row}/start_date") for row in range(6, 10)]


def test_slips_in_the_date_are_not_taken_for_months() -> None:
    slips = ["1100103", "1100203", "1100303", "1100404", "1100503"]
    assert {rule for rule, _ in places(check([*month("11006"), *slips]))} >= {"REC310"}
    assert "FIL340" not in {rule for rule, _ in places(check([*month("11006"), *slips]))}


def test_a_slip_beside_the_other_month_keeps_its_place() -> None:
    found = check([*month("11007"), "1100203"])
    assert sorted(places(found)) == [("FIL340", "/period"), ("REC310", "/records/6/start_date")]
    assert "7 筆中有 6 筆" in found.findings[0].message


def test_without_the_rule_each_leave_is_told() -> None:
    profile = replace(built_in_profiles()["reference"], severity={"FIL340": "off"})
    report = run_one(document(leaves(*month("11007")), generated_at="1100805"), today=LATER, profile=profile)
    assert {entry.rule for entry in report.findings} == {"REC310"} and report.counts.error == 6


# -- the list written twice ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ([*range(6), *range(6)], "第 7 至 12 筆與第 1 至 6 筆"), ([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5], "每一筆都出現兩次"),
        ([*range(6), 3, 1, 0, 5, 4, 2], "每一筆都出現兩次"), ([*range(6), *range(1, 6)], "第 7 至 11 筆與第 2 至 6 筆"),
        ([*range(6), *range(6), *range(6)], "第 13 至 18 筆與第 1 至 6 筆"),
    ],
)
def test_a_list_written_twice_is_one_finding(order: list[int], said: str) -> None:
    rows = leaves(*month("11006"))
    entry = only(run_one(document([rows[number] for number in order])))
    assert (entry.rule, entry.pointer, entry.folded) == ("FIL530", "/records", {"PER110": len(order) - 6})
    assert said in entry.message and entry.params["count"] == len(order) - 6


def test_a_list_written_twice_makes_no_number_of_records_right() -> None:
    rows = leaves(*month("11006"))
    found = {entry.rule: entry for entry in run_one(document(rows * 2, record_count=6)).findings}
    assert found.keys() == {"FIL110", "FIL530"} and found["FIL110"].expected_value is None
    assert found["FIL110"].expected is None


def test_a_list_written_again_with_other_reasons_is_one_finding() -> None:
    rows = leaves(*month("11006"))
    entry = only(run_one(document([*rows, *({**row, "reason": "補登"} for row in rows)])))
    assert (entry.rule, entry.folded) == ("FIL530", {"PER120": 6}) and "除事由外" in entry.message


def test_serial_numbers_do_not_make_copies_other_leaves() -> None:
    rows = leaves(*month("11006"))
    numbered = [{**row, "serial": number} for number, row in enumerate([*rows, *rows])]
    found = {entry.rule: entry.folded for entry in run_one(document(numbered)).findings}
    assert found == {"FIL530": {"PER110": 6}, "STR120": {"STR120": 12}}


def test_a_few_copies_are_told_by_themselves() -> None:
    rows = leaves(*month("11006"))
    assert places(run_one(document([*rows, rows[0], rows[3]]))) == [("PER110", "/records/6"), ("PER110", "/records/7")]


def test_a_copy_outside_of_the_repeated_part_keeps_its_place() -> None:
    rows = leaves(*month("11006"), "1100609")
    found = places(run_one(document([*rows, *rows[:5], rows[6]])))
    assert sorted(found) == [("FIL530", "/records"), ("PER110", "/records/12")]


# -- test data ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "at"),
    [
        ({"agency_code": "0000000000", "agency_name": "測試機關"}, "/agency_code"), ({"agency_code": "9999999999"}, "/agency_code"),
        ({"agency_code": "1234567890"}, "/agency_code"), ({"agency_code": "TEST000001"}, "/agency_code"),
        ({"agency_name": "範例公所"}, "/agency_name"), ({"agency_name": "Demo Agency"}, "/agency_name"),
        ({"agency_name": "○○鄉公所"}, "/agency_name"), ({"agency_name": "OO國小"}, "/agency_name"),
        ({"agency_name": "UAT 公所"}, "/agency_name"), ({"agency_code": "000000000A"}, "/agency_code"),
    ],
)
def test_a_test_agency_is_one_warning(header: dict[str, Any], at: str) -> None:
    entry = only(run_one(document(**header)))
    assert (entry.rule, entry.severity, entry.pointer) == ("COD330", "warning", at)


@pytest.mark.parametrize("name", ["水上鄉公所", "示範幼兒園", "Contest Office", "車輛測試中心"])
def test_other_agencies_are_none(name: str) -> None:
    code = "3765062816" if name.endswith("幼兒園") else "376506200A"
    assert run_one(document(agency_code=code, agency_name=name)).findings == []


@pytest.mark.parametrize("name", ["測試員", "王測試", "test01", "TEST USER", "Demo", "範例一", "系統管理員", "user01", "Admin", "路人甲"])
def test_a_test_person_is_a_warning(name: str) -> None:
    assert [(entry.rule, entry.severity) for entry in run_one(document([{"person_name": name}])).findings] == [("COD580", "warning")]


@pytest.mark.parametrize("name", ["王小明", "MARIA TESTA", "Demosthenes", "林試", "Userkov", "路平", "Adminah"])
def test_other_persons_are_none(name: str) -> None:
    assert run_one(document([{"person_name": name}])).findings == []


def test_the_wrong_kind_of_data_is_told_once_and_not_for_each_mark() -> None:
    (entry,) = run_one(document([{}, {"start_date": "1100608", "end_date": "1100608"}], dataset="covid109")).findings
    assert (entry.rule, entry.folded) == ("FIL220", {"REC410": 2})


@pytest.mark.parametrize(
    ("name", "changes", "told"),
    [
        ("SANTOS, Maria", {}, True), ("ＭＡＲＩＡ　ＳＡＮＴＯＳ", {}, True), ("Maria Santos", {"person_category": "41"}, True),
        ("maria santos", {"start_date": "1100609", "end_date": "1100609"}, True), ("MARIA CRUZ", {}, False),
        ("MARIA SANTOS", {"person_id": "A900000007"}, False),
    ],
)
def test_one_name_with_an_old_and_a_new_id(name: str, changes: dict[str, Any], told: bool) -> None:
    old = {"person_id": "AC01234567", "person_name": "MARIA SANTOS"}
    report = run_one(document([old, {"person_id": "A801234569", "person_name": name, **changes}]))
    assert ("PER240" in {rule for rule, _ in places(report)}) is told
