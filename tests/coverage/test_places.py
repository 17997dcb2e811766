"""What counts as data that nobody looked at, place by place; and what a profile may not say."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from support import run_one

from pyvalidator.coverage.elsewhere import elsewhere
from pyvalidator.coverage.telling import Telling, means_date
from pyvalidator.engine.examples import profile_text
from pyvalidator.profile import ProfileError, built_in_profiles, load_profile
from pyvalidator.profile.layout import Layout
from pyvalidator.profile.tree import layout_tree
from pyvalidator.rule import document, sample

REFERENCE = built_in_profiles()["reference"]
_ID = "A123456789"


def places(**more: Any) -> dict[str, int]:
    """Pattern → count of what stands beside the records."""
    found = elsewhere(document(**more), layout_tree(REFERENCE), Telling(REFERENCE, lambda: [_ID]))
    return {hit.pattern: hit.count for hit in found}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"log": [{"at": "1100607"}, {"at": "110/6/8"}]}, {"/log/*": 2}),
        ({"log": [{"at": "民國110年6月7日"}, {"n": 1}]}, {}),
        ({"log": [{"at": "/Date(1622995200000)/"}, {"at": "/Date(1623081600000)/"}]}, {"/log/*": 2}),
        ({"log": [{"at": "/Date(12)/"}, {"at": "/2021/"}]}, {}),
        ({"log": [{"at": "06/07/2021"}, {"at": "07/06/2021 08:00"}]}, {"/log/*": 2}),
        ({"log": [{"at": "13/13/2021"}, {"at": "1.2.3"}]}, {}),
        ({"log": [{"at": "1100607~1100608"}, {"at": "2021/06/07 08:00 - 2021/06/07 12:00"}]}, {"/log/*": 2}),
        ({"log": [{"at": "110.6.7至110.6.8"}, {"at": "2021-06-07 to 2021-06-08"}]}, {"/log/*": 2}),
        ({"log": [{"at": "08:00~12:00"}, {"at": "1~2"}]}, {}),
        ({"log": [{"at": "１１００６０７"}, {"at": "１１０／６／８"}]}, {"/log/*": 2}),
        ({"trip": [{"日": "1100607", "誰": _ID}]}, {"/trip/*": 1}),
        ({"trip": [{"日": "1100607", "誰": f"王小明（{_ID}）"}]}, {"/trip/*": 1}),
        ({"trip": [{"日": "1100607", "雜湊": f"0f{_ID}e7"}]}, {}),
        ({"trip": [{"日": "1100607", "批號": "10800"}]}, {}),
        ({"trip": [{"日": "1100607", "員工代號": "10800"}]}, {"/trip/*": 1}),
        ({"trip": {_ID: [{"日": "1100607"}]}}, {f"/trip/{_ID}/*": 1}),
        ({"by": {"2021-06-07": [{"kind": "公差"}, {"kind": "公出"}]}}, {"/by/2021-06-07/*": 2}),
        ({"map": {"1": {"d": "1100607"}, "2": {"d": "1100608"}}}, {"/map/*": 2}),
        ({"map": {"公差": [{"d": "1100607"}], "公出": [{"d": "1100608"}]}}, {"/map/*/*": 2}),
        ({"rows": [["a", "1100607"], ["b", "1100608"]]}, {"/rows/*": 2}),
        ({"columns": ["id", "START_DATE"], "rows": [[1, 44354], [2, 44355]]}, {"/rows/*": 2}),
        ({"columns": ["id", "QTY"], "rows": [[1, 44354], [2, 44355]]}, {}),
        ({"rows": [["id", "date"], [1, 1622995200], [2, 1623081600]]}, {"/rows/*": 2}),
        ({"log": [{"at": 1622995200000}, {"at": 1623081600000}]}, {"/log/*": 2}),
        ({"log": [{"size": 1622995200}, {"size": 1623081600}]}, {}),
        ({"log": [{"start": {"date": "1100607"}}, {"start": {"date": "1100608"}}]}, {"/log/*": 2}),
        ({"meta": {"made": "2021-07-05", "by": "系統"}}, {}),
        ({"log": [{"日": "6/7"}, {"日": "06-08"}]}, {"/log/*": 2}),
        ({"log": [{"比": "6/7"}, {"時間": "1.5"}, {"時間": "0800"}]}, {}),
        ({"log": [{"年": 110, "月": "06", "日": 7}, {"起年": "110", "起月": 6, "起日": "8"}]}, {"/log/*": 2}),
        ({"log": [{"年": 110, "月": 6, "日數": 7}, {"year": 2021, "month": 6, "days": 7}, {"年": 110, "月": 13, "日": 7}]}, {}),
        ({"text": '[{"d": "1100607"}, {"d": "1100608"}]'}, {"/text/*": 2}),
        ({"text": '"[{\\"d\\": \\"1100607\\"}]" [not JSON'}, {}),
        ({"text": json.dumps(json.dumps([{"d": "1100607"}, {"d": "1100608"}]))}, {"/text/*": 2}),
        ({"text": '{"d": "1100607"}\n{"d": "1100608"}\n'}, {"/text/*": 2}),
        ({"text": '[{"d": "1100607", "n": 1}, {"d": "1100608", "n'}, {"/text/*": 2}),
        ({"text": "[{'d': '1100607'}, {'d': '1100608'}]"}, {"/text/*": 2}),
        ({"text": '[{\\"d\\": \\"1100607\\"}, {\\"d\\": \\"1100608\\"}]'}, {"/text/*": 2}),
        ({"text": "[1100607] 王小明\n[1100608] 陳美玲"}, {}),
        ({"days": [{"誰": "甲", "1100607": "病假"}, {"誰": "乙", "1100608": "事假"}]}, {"/days/*": 2}),
        ({"days": {_ID: {"1100607": "病假"}}}, {"/days": 1}),
        ({"days": {"甲": {"1100607": "病假"}, "乙": {"1100607": "事假"}}}, {"/days/*": 2}),
        ({"columns": ["誰", "1100607", "1100608"], "rows": [["甲", "病假", ""], ["乙", None, "事假"]]}, {"/rows/*": 2}),
        ({"columns": ["種類", "1100607", "1100608"], "rows": [["病假", 0, 0], ["事假", 0, None]]}, {}),
        ({"trip": {_ID: {"日": "1100607"}}}, {"/trip": 1}),
        ({"trip": [{"日": "1100607", "誰": "Ａ１２３４５６７８９"}]}, {"/trip/*": 1}),
        ({"trip": [{"日": "1100607", "誰": "A12345 6789"}]}, {"/trip/*": 1}),
        ({"trip": [{"日": "1100607", "誰": "A12345****"}]}, {"/trip/*": 1}),
        ({"trip": [{"誰": _ID, "假": [{"日": "1100607"}]}]}, {"/trip/*/假/*": 1}),
        ({"trip": [{"日": "1100607", "名單": [{"誰": _ID}]}]}, {"/trip/*": 1}),
        ({"trip": [{"日": "1100607", "名單": [_ID]}]}, {"/trip/*": 1}),
        ({"trip": [{"誰": _ID, "日期": ["1100607", "1100608"]}]}, {"/trip/*/日期": 1}),
        ({"trip": {"誰": [_ID], "起日": [44354]}}, {"/trip/*": 1}),
        ({"trip": [{"誰": _ID, "日": [2021, 6, 7]}]}, {"/trip/*": 1}),
        ({"trip": [{"誰": _ID, "大小": [2021, 13, 7]}]}, {}),
        ({"log": [{"at": {"$date": {"$numberLong": "1622995200000"}}}, {"自": 1100607}]}, {"/log/*": 2}),
        ({"grid": [{"誰": "甲"} | dict.fromkeys(map(str, range(1, 31)), ""), {f"d{day:02d}": 8 for day in range(1, 32)}]}, {"/grid/*": 2}),
        ({"grid": [{"誰": "甲"} | dict.fromkeys(map(str, range(1, 20)), ""), {f"x{day:02d}": 8 for day in range(1, 32)}]}, {}),
        ({"text": f"誰,日\n{_ID},1100607\nB123456780,110/06/08"}, {"/text": 2}),
        ({"lines": [f"{_ID} 110年6月7日", f"{_ID} 2021-06-08"]}, {"/lines/*": 2}),
        ({"text": f"已更正 {_ID} 於 1100607 的假別"}, {}),
        ({"text": "第 1100607 號、第 1100608 號，A0001 到 A0002"}, {}),
        ({"one": {"製表": "1100705", "科室": [{"代碼": "10", "主管員工代號": "77"}]}}, {}),
        ({"one": {"person_id": None, "at": "1100607"}}, {}),
        ({"員工統計": {"截止日期": "1100630", "人數": 3}}, {}),
        ({"stats": {"1100607": 3, "1100608": 5}}, {}),
        ({"stats": [{"kind": "病假", "n": 3}, {"kind": "事假", "n": 4}]}, {}),
        ({"phones": [{"tel": "0912345678"}, {"tel": "05-3790245"}]}, {}),
    ],
)
def test_what_looks_like_leave_beside_the_records(more: dict[str, Any], found: dict[str, int]) -> None:
    assert places(**more) == found


@pytest.mark.parametrize(
    ("layout", "value", "found"),
    [
        ({"header": "/0", "records": ["/1/*"]}, [{}, [], {"誰": _ID, "日": "1100607"}], {"/*": 1}),
        ({"header": "/0", "records": ["/1/*"]}, [{}, [], {"日": "1100607"}, {"日": "1100608"}], {"/*": 2}),
        ({"header": "/0", "records": ["/*"]}, [{"agency_code": "376506200A"}, {"start_date": "1100607", "person_id": _ID}], {}),
        ({"header": "/0", "records": ["/*"]}, [{"generated_at": "1100705", "system_name": _ID}], {}),
        ({"columns": ["person_id", "start_date", "x"], "records": ["/*"]},
         [[_ID, "1100607", {"誰": _ID, "日": "1100607"}], [_ID, "1100608", 0]], {"/*/*": 1}),
    ],
)  # fmt: skip
def test_an_object_beside_what_a_list_holds_by_its_number(layout: dict[str, Any], value: Any, found: dict[str, int]) -> None:
    profile = replace(REFERENCE, layout=Layout(**layout))
    hits = elsewhere(value, layout_tree(profile), Telling(profile, lambda: [_ID]))
    assert {hit.pattern: hit.count for hit in hits} == found


def test_what_stands_in_each_record_is_counted_over_all_of_them() -> None:
    rows = [{"簽核": [{"日": f"110060{day}"}], "start_date": f"110060{day}", "end_date": f"110060{day}"} for day in (1, 2, 3)]
    file = run_one(document(rows))
    assert file.coverage is not None
    assert [(one.pointer, one.count) for one in file.coverage.elsewhere] == [("/records/*/簽核/*", 3)]
    [one] = file.findings
    assert (one.rule, one.pointer, one.folded) == ("STR175", "/records/0/簽核", {"STR120": 3})


_TRIPS = [{"d": "1100607"}, {"d": "1100608"}]


@pytest.mark.parametrize("inside", [_TRIPS, json.dumps(_TRIPS)], ids=["list", "text"])
@pytest.mark.parametrize("unknown", [True, False])
@pytest.mark.parametrize(
    "layout", [Layout(records=["/rows/*"], columns="/columns"), Layout(records=["/rows/*"], embedded=["/rows/*"])]
)
def test_what_stands_in_rows_and_in_opened_texts_is_seen(layout: Layout, unknown: bool, inside: Any) -> None:
    """Where every cell is a field's single value nothing is gone through: a cell that is none, or nobody's, is."""
    profile = replace(REFERENCE, layout=layout, missing=["null"], unknown_keys="allow")
    whole = document()
    records = whole.pop("records")
    records[0]["more" if unknown else "reason"] = inside
    if layout.columns:
        rows: list[Any] = [list(record.values()) for record in records]
        whole |= {"columns": list(records[0]), "rows": rows}
    else:
        whole["rows"] = [json.dumps(record, ensure_ascii=False) for record in records]
    coverage = run_one(whole, profile=profile).coverage
    assert coverage is not None and not coverage.complete
    assert [one.count for one in coverage.elsewhere] == [2]


def test_a_key_that_nobody_knows_is_seen_where_another_has_its_default() -> None:
    fields = [replace(spec, default=0) if spec.name == "hours" else spec for spec in REFERENCE.fields]
    whole = document()
    del whole["records"][0]["hours"]
    whole["records"][0]["more"] = _TRIPS
    coverage = run_one(whole, profile=replace(REFERENCE, fields=fields)).coverage
    assert coverage is not None and not coverage.complete


def test_what_a_row_has_beyond_its_columns_is_seen() -> None:
    profile = replace(REFERENCE, layout=Layout(records=["/rows/*"], columns="/columns"), missing=["null"])
    whole = document()
    [record] = whole.pop("records")
    whole |= {"columns": list(record), "rows": [[*record.values(), _TRIPS]]}
    coverage = run_one(whole, profile=profile).coverage
    assert coverage is not None and not coverage.complete


def test_json_in_a_text_is_told_at_the_text() -> None:
    [one] = [entry for entry in run_one(sample(reason='{"行程": [{"d": "1100607"}, {"d": "1100608"}]}')).findings
             if entry.rule == "STR175"]  # fmt: skip
    assert (one.pointer, one.params["inner"]) == ("/records/0/reason", "/行程")


@pytest.mark.parametrize(
    "text",
    ["110/6/7(一)", "110/06/07 星期一", "民國 110 年 6 月 7 日", "自110/6/7起", "110/6/7（一）上午", "110/6/7 全日", "2021/6/7 AM",
     "1100607-1100609", "110/6/7-110/6/9", "110/6/7-9", "110/6/7、6/8", "1100607,1100608,1100609", "1100607\n1100608",
     "2021-06-07T08:00:00+08:00/2021-06-07T17:00:00+08:00", "2021-06-07 08:00:00 Asia/Taipei", "07-JUN-21", "07-6月 -21",
     "Mon Jun 07 08:00:00 CST 2021", "21/06/07", "06/07/110", "2021_06_07", "110 06 07", "2021-W23-1", "6月7日", "'1100607"],
)  # fmt: skip
def test_texts_that_are_a_day(text: str) -> None:
    assert Telling(REFERENCE).is_date("", text)


@pytest.mark.parametrize(
    "text",
    ["1100607-001", "1100607001", "府人字第1100607號", "110年6月7日府人字第1號函", "08:00-17:00", "05-3790245", "0912-345-678",
     "1.2.3", "2021-2022", "110/111", "110年6月", "3/4", "100/200/300", "1100607.pdf", "192.168.1.1", "01-02-03", "08/40/99", ""],
)  # fmt: skip
def test_texts_that_are_no_day(text: str) -> None:
    assert not Telling(REFERENCE).is_date("", text)


def test_an_id_in_a_place_is_masked() -> None:
    file = run_one(document(trip={_ID: [{"日": "1100607"}]}))
    assert file.coverage is not None and _ID not in repr(file)


def test_nothing_is_too_deep_or_too_much() -> None:
    deep: Any = {"d": "1100607"}
    for _ in range(80):
        deep = [deep]
    text = '{"a": ' * 3000 + "1" + "}" * 3000
    assert places(deep=deep, text=text) == {}
    many = {f"k{number}": {"d": "1100607"} for number in range(50_000)}
    assert places(many=many) == {"/many/*": 50_000}


@pytest.mark.parametrize(("key", "is_one"), [("START_DT", True), ("出差日", True), ("日期", True), ("天數", False), ("DAYS", False)])
def test_keys_that_mean_a_date(key: str, is_one: bool) -> None:
    assert means_date(key) is is_one


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('absent = ["leave_type"]', "不能宣告為檔案沒有的欄位"), ('absent = ["days"]', "不能宣告"),
        ('absent = ["covid"]', "covid_related"), ('file_name = "{agency}"', "agency_code"), ('file_name = "{period"', "大括號"),
        ('file_name = "{period:DD}"', "DD"), ('file_name = "abc"', "至少要有一個欄位"),
        ('file_name = "{period}{period}"', "一次"),
    ],
)  # fmt: skip
def test_a_profile_that_says_too_much_is_refused_with_the_line(more: str, said: str) -> None:
    without = ("leave_type", "days", "hours", "start_time", "covid_related")
    with pytest.raises(ProfileError, match=said) as refused:
        load_profile(profile_text(*without, more=more)(), "p.toml")
    assert refused.value.problems[0].startswith("第 ")


@pytest.mark.parametrize("rule", ["STR105", "STR170", "STR171", "STR175"])
def test_no_profile_hides_what_was_not_looked_at(rule: str) -> None:
    text = profile_text()() + f'\n[severity]\n{rule} = "off"\n'
    with pytest.raises(ProfileError, match="off"):
        load_profile(text, "p.toml")


def test_a_milder_severity_is_no_all_clear_either() -> None:
    text = profile_text("covid_related")() + '\n[severity]\nSTR171 = "info"\n'
    file = run_one(sample(covid_related=...), profile=load_profile(text, "p.toml"))
    assert (file.status, file.coverage and file.coverage.complete) == ("pass", False)


@pytest.mark.parametrize(
    ("records", "rules"),
    [
        ([{"leave_type": ...}], ["STR110"]),
        ([{"leave_type": ..., "leaveType": "病假"}], ["STR110", "STR120"]),
        ([{"leave_type": ..., "start_date": ..., "假": "病假"}], ["STR105"]),
        ([{"leave_type": ..., "start_date": f"110060{day}", "end_date": f"110060{day}"} for day in (1, 2, 3, 4, 7)], ["STR105"]),
    ],
)
def test_a_key_that_is_gone_from_all_records_is_a_changed_layout(records: list[dict[str, Any]], rules: list[str]) -> None:
    file = run_one(document(records))
    assert sorted(entry.rule for entry in file.findings) == rules
    assert (file.coverage is None) == (rules == ["STR105"])


def test_no_layout_has_changed_where_there_are_no_records() -> None:
    assert [entry.rule for entry in run_one(document([])).findings] == ["FIL120"]
