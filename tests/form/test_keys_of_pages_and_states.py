"""Unknown keys that say something of the file: it is a part of several, or holds cancelled leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support import only, places, run_one

from pyvalidator.profile import FieldSpec, built_in_profiles
from pyvalidator.rule import document
from pyvalidator.text.states import names_state

LENIENT = replace(built_in_profiles()["reference"], unknown_keys="ignore")


def two(**second: Any) -> dict[str, Any]:
    return document([{}, {"start_date": "1100608", "end_date": "1100608", **second}])


@pytest.mark.parametrize(
    ("members", "at"),
    [
        ({"page": 1, "total_pages": 3, "total": 66}, "/total_pages"), ({"pageNo": 2, "pageSize": 2}, "/pageNo"),
        ({"has_more": True}, "/has_more"), ({"hasNextPage": "true"}, "/hasNextPage"), ({"nextPage": 2}, "/nextPage"),
        ({"next": "https://host/leaves?page=2"}, "/next"), ({"@odata.nextLink": "x"}, "/@odata.nextLink"),
        ({"offset": 20, "limit": 20}, "/offset"), ({"limit": 2, "offset": 0}, "/limit"), ({"total": "66"}, "/total"),
        ({"meta": {"page": 1, "totalPages": 4}}, "/meta/totalPages"), ({"總筆數": 66}, "/總筆數"),
        ({"meta": {"page": {"number": 1, "totalPages": 4}}}, "/meta/page/totalPages"), ({"isLastPage": False}, "/isLastPage"), ({"lastPage": False}, "/lastPage"),
        ({"first": True, "last": False, "totalElements": 2}, "/last"), ({"page": "1/3"}, "/page"),
        ({"paging": "第1頁，共3頁"}, "/paging"), ({"資料總筆數": 66}, "/資料總筆數"), ({"remaining": 30}, "/remaining"),
        ({"totalNum": 66}, "/totalNum"), ({"batches": 3}, "/batches"),
        ({"分頁": {"頁次": 1, "總頁數": 3}}, "/分頁/總頁數"), ({"complete": "N"}, "/complete"), ({"nextMarker": "x"}, "/nextMarker"),
        ({"links": {"self": "a", "next": {"href": "b"}}}, "/links/next"), ({"part": 1, "totalParts": 2}, "/totalParts"),
    ],
)
@pytest.mark.parametrize("lenient", [False, True])
def test_a_part_of_several_is_one_warning(members: dict[str, Any], at: str, lenient: bool) -> None:
    given = {"profile": LENIENT} if lenient else {}
    entry = only(run_one({**two(), **members}, **given))
    assert (entry.rule, entry.severity, entry.pointer) == ("STR125", "warning", at)
    assert entry.folded == ({} if lenient else {"STR120": len(members)})
    assert "移除" not in entry.fix and entry.expected is None and entry.expected_value is None


@pytest.mark.parametrize(
    "members",
    [
        {"page": 1, "total_pages": 1, "total": 2}, {"has_more": False, "next": None}, {"offset": 0, "limit": 100},
        {"total": 2, "limit": 2}, {"next": ""}, {"page": True}, {"total": "很多"}, {"limit": 0}, {"page": None},
        {"last": True, "totalElements": 2}, {"page": "1/1"}, {"remaining": 0}, {"complete": True}, {"last": None},
    ],
)
def test_the_only_page_is_no_part(members: dict[str, Any]) -> None:
    assert "STR125" not in {rule for rule, _ in places(run_one({**two(), **members}))}
    assert run_one({**two(), **members}, profile=LENIENT).findings == []


def test_a_control_total_above_the_records_is_not_to_be_lowered() -> None:
    entry = only(run_one(document([{}], record_count=66)))
    assert (entry.rule, entry.severity, entry.expected, entry.expected_value) == ("FIL110", "error", None, None)
    assert "可能少了 65 筆" in entry.message and "改小" in entry.fix
    entry = only(run_one(two() | {"record_count": 1}))
    assert (entry.expected, entry.expected_value) == ("2", 2)


@pytest.mark.parametrize(
    "state",
    [
        {"deleted": True}, {"isDeleted": 1}, {"del_flag": "Y"}, {"is_cancelled": "是"}, {"cancelled": "true"},
        {"status": "已銷假"}, {"狀態": "取消"}, {"leave_status": "Cancelled"}, {"deleted_at": "2021-06-09T10:00:00"},
        {"註銷註記": "V"}, {"是否有效": "否"}, {"is_valid": False}, {"審核狀態": "退回"}, {"cancelDate": "1100609"},
        {"cancel_reason": "改期"}, {"approved": False}, {"status": "pending"}, {"簽核狀態": "否決"}, {"是否核准": "否"},
        {"異動別": "刪除"}, {"state": "草稿"},
    ],
)
@pytest.mark.parametrize("lenient", [False, True])
def test_cancelled_leaves_are_one_finding(state: dict[str, Any], lenient: bool) -> None:
    given = {"profile": LENIENT} if lenient else {}
    entry = only(run_one(two(**state), **given))
    assert (entry.rule, entry.pointer, entry.field) == ("STR126", "/records", next(iter(state)))
    assert entry.params["count"] == 1 and entry.params["records"] == ["/records/1"] and "第 2 筆" in entry.message
    assert entry.folded == ({} if lenient else {"STR120": 1})
    assert "移除" not in entry.fix and "刪除" not in entry.fix


@pytest.mark.parametrize(
    "state",
    [
        {"作廢": "X"}, {"cancel_flag": "X"}, {"status": "X"}, {"op": "D"}, {"異動": "D"}, {"審核": "不同意"}, {"簽核情形": "退回"},
        {"stat": "已銷假"}, {"approve_status": "未核准"}, {"currentStatus": "canceled"}, {"status2": "已撤回"}, {"備註": "已銷假"},
        {"memo": "Cancelled"}, {"退件": "Y"}, {"駁回": "是"}, {"isRejected": "true"}, {"draft": True}, {"刪除標記": "1"},
        {"mark": "作廢"}, {"假單狀況": "註銷"}, {"result": "駁回"}, {"處理情形": "已撤銷"}, {"flag": "已刪除"}, {"審核狀態": "不予核准"},
    ],
)
def test_states_as_other_systems_write_them(state: dict[str, Any]) -> None:
    entry = only(run_one(two(**state)))
    assert (entry.rule, entry.params["count"], entry.params["records"]) == ("STR126", 1, ["/records/1"])
    assert entry.folded == {"STR120": 1}


@pytest.mark.parametrize(
    "state",
    [
        {"status": "approved"}, {"狀態": "已核准"}, {"簽核狀態": "已決行"}, {"狀態": "結案"}, {"status": "Y"}, {"審核": "同意"},
        {"簽核結果": "通過"}, {"備註": "銷假上班"}, {"flag": "N"}, {"deleted": "N"}, {"作廢": 0}, {"is_cancelled": "否"},
    ],
)
def test_a_leave_that_stands_is_not_called_cancelled(state: dict[str, Any]) -> None:
    entry = only(run_one(two(**state)))
    assert entry.params.get("count", 0) == 0
    assert "看起來有" not in entry.message and "移除" not in entry.fix


def test_a_key_of_state_is_not_simply_one_too_many() -> None:
    assert "先確認取消或沒有核准的差假都沒有產製" in only(run_one(two(status="已核准"))).fix
    assert "先確認" not in only(run_one(two(住址="嘉義縣"))).fix


def test_a_key_that_the_profile_only_places_still_tells_of_cancelled_leaves() -> None:
    reference = built_in_profiles()["reference"]
    placed = FieldSpec(name="other:record:status", key="status", title="狀態", type="text", level="record", required=False)
    own = replace(reference, fields=[*reference.fields, placed])
    entry = only(run_one(two(status="已銷假"), profile=own))
    assert (entry.rule, entry.params["records"], entry.folded) == ("STR126", ["/records/1"], {})
    assert run_one(two(status="已核准"), profile=own).findings == []


@pytest.mark.parametrize("date", ["0000000", "0000-00-00", "0000/00/00 00:00:00", 0])
def test_a_date_of_noughts_is_none(date: Any) -> None:
    assert run_one(two(cancel_date=date), profile=LENIENT).findings == []


def test_of_states_that_nobody_can_read_that_is_said() -> None:
    first, second = two()["records"]
    entry = only(run_one(document(records=[{**first, "status": "A"}, {**second, "status": "C"}], record_count=2)))
    assert (entry.rule, entry.params["count"], entry.folded) == ("STR126", 0, {"STR120": 2})
    assert "看不出" in entry.message and "「A」、「C」" in entry.message


@pytest.mark.parametrize("mark", [
    {"銷假": "未銷假"}, {"作廢": "無作廢"}, {"作廢": "未作廢"}, {"deleted": "not deleted"}, {"作廢": "非"}, {"deleted": "N"}, {"deleted": "F"},
    {"is_cancelled": 0}, {"deleted": ""}, {"deleted": None}, {"取消": "否"}, {"是否有效": "有效"}, {"is_valid": True},
])  # fmt: skip
def test_a_mark_that_says_no_is_no_cancelled_leave(mark: dict[str, Any]) -> None:
    assert run_one(two(**mark), profile=LENIENT).findings == []


@pytest.mark.parametrize("state", [
    {"取消否": "Y"}, {"disabled": True}, {"停用": "Y"}, {"status": "returned"}, {"狀態": "不核准"}, {"狀態": "未通過"},
    {"狀態": "未休"}, {"狀態": "停用"}, {"假單狀態": "撤件"},
])  # fmt: skip
def test_more_ways_to_say_cancelled(state: dict[str, Any]) -> None:
    entry = only(run_one(two(**state)))
    assert (entry.rule, entry.params["count"]) == ("STR126", 1)


@pytest.mark.parametrize(
    ("key", "word"),
    [("狀態", word) for word in ("未作廢", "已決行", "核可", "准", "批准", "生效", "已核定", "歸檔")]
    + [("status", word) for word in ("completed", "closed", "confirmed", "not cancelled")],
)
def test_a_state_of_a_leave_that_stands_is_no_riddle(key: str, word: str) -> None:
    assert places(run_one(two(**{key: word}))) == [("STR120", f"/records/1/{key}")]


def test_a_mark_that_is_nowhere_set_is_not_to_be_taken_out_either() -> None:
    entry = only(run_one(two(deleted=False)))
    assert entry.rule == "STR126" and entry.params["count"] == 0 and "目前沒有" in entry.message
    assert run_one(two(deleted=False), profile=LENIENT).findings == []


@pytest.mark.parametrize("state", [{"status": "已核准"}, {"狀態": "未銷假"}, {"status": 1}, {"status": {"code": "取消"}}])
def test_another_state_is_a_key_like_others(state: dict[str, Any]) -> None:
    assert places(run_one(two(**state))) == [("STR120", f"/records/1/{next(iter(state))}")]


def test_what_a_cancelled_leave_collides_with_is_its_doing() -> None:
    content = document([{}, {"leave_type": "公假", "deleted": True}])
    entry = only(run_one(content))
    assert entry.rule == "STR126" and entry.folded == {"STR120": 1, "PER130": 1, "PER140": 1}


@pytest.mark.parametrize(
    "kind",
    ["銷假", "取消休假", "病假(銷)", "休假【取消】", "撤銷公假", "註銷", "未休假", "事假-已作廢", "病假（退回）", "休假 Cancelled",
     "取 消 休 假", "消假", "註消", "事假(待核)", "事假(審核中)", "病假(退)", "事假(暫存)", "事假〔廢〕", "事假(駁)", "公假(審)", "事假(收回)", "病假-銷",
     "休假(已撤回)", "公差退件", "事假(駁回)", "休假(未核准)", "事假(草稿)", "已刪除-休假", "病假(不予核准)", "事假退"],
)
def test_a_word_of_state_is_no_leave_kind(kind: str) -> None:
    entry = only(run_one(document([{"leave_type": kind}])))
    assert (entry.rule, entry.expected, entry.expected_value) == ("STR808", None, None)
    assert "取消" in entry.message and "最接近" not in entry.message


@pytest.mark.parametrize("kind", ["未住院病假", "病假(未住院)", "消防公假", "公假(退休說明會)", "未婚假", "公假(廢棄物講習)",
                                  "公出(行銷活動)", "公差(銷毀檔案)", "公假(農產展銷)", "早退", "公差(核銷)"])
def test_a_word_that_only_looks_like_one_is_none(kind: str) -> None:
    assert not names_state(kind)


def test_no_leave_kind_has_a_word_of_state() -> None:
    reference = built_in_profiles()["reference"]
    kinds = reference.codes(reference.by_name["leave_type"]).values()
    assert [kind for kind in kinds if names_state(kind)] == []
