"""The wizard as the page speaks with it: open, correct, review, code tables, refusals. JSON in, JSON out."""

from __future__ import annotations

import functools
import json
import zipfile
from io import BytesIO
from typing import Any

import pytest
from layouts import LAYOUTS

from pyvalidator import browser
from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.report.platform_refusal import shape_of
from pyvalidator.samples import build_sample
from pyvalidator.wizard import session
from pyvalidator.wizard.bounded_read import first_part, read_bounded

POLICE = next(profile for profile in LAYOUTS if profile.id == "police")
TEXT = build_sample(POLICE, people=25, seed=3).text
TODAY = {"options": {"today": "2021-07-10"}}


def ask(op: str, files: dict[str, bytes | str] | None = None, **given: Any) -> Any:
    named = [
        {"name": name, "bytes": content.encode() if isinstance(content, str) else content}
        for name, content in (files or {}).items()
    ]
    return json.loads(browser.handle(op, json.dumps({**TODAY, **given}), named))


def review(*columns: dict[str, Any], **about: str) -> Any:
    return ask("wizard_review", edits={"columns": list(columns), "about": about})


@pytest.fixture
def opened() -> Any:
    yield ask("wizard_open", {"a.json": TEXT})
    ask("clear")


def column_of(answer: Any, key: str) -> Any:
    return next(column for column in answer["columns"] if column["key"] == key)


def at_of(answer: Any, key: str) -> str:
    return str(column_of(answer, key)["at"])


def test_proposal_says_what_was_found_and_how_sure_it_is(opened: Any) -> None:
    assert opened["found"] and opened["files"] == [{"name": "a.json", "whole": True}]
    answer = review()
    [place] = answer["places"]
    assert (place["title"], place["count"], place["state"]) == ("data", len(json.loads(TEXT)["data"]), "records")
    start = column_of(answer, "MZ_IDATE1")
    assert (start["field"], start["confidence"]) == ("start_date", "把握高")
    assert start["controls"][0]["value"] == start["template"] == "YYYMMDD" and start["asks"] == ""
    assert start["preview"][0][1].startswith("110 年 ")
    assert answer["problems"] == [] and answer["absent"] == []


def test_profile_at_hand_is_the_start_unless_it_was_taken_back(opened: Any) -> None:
    given = {"a.json": TEXT, "own.toml": review(title="先前的版型")["toml"]}
    assert "從放入的版型「先前的版型」開始" in ask("wizard_open", given)["start"]
    assert review()["about"]["title"] == "先前的版型"
    refused = {"options": {**TODAY["options"], "ignore_side": ["own.toml"]}}
    assert ask("wizard_open", given, **refused)["start"] == ""
    assert review()["about"]["title"] != "先前的版型"


def test_codes_given_a_meaning_make_the_file_clean(opened: Any) -> None:
    before = review()
    summary = before["report"]["summary"]
    [found] = [found for found in before["found"] if found["at"]]
    # A code without a meaning is a question about the profile, not a fault of the file.
    assert summary["error"] == 0 and found["severity"] == "warning"
    assert (found["level"], found["key"], found["count"]) == ("每筆紀錄", "MZ_CODE", 1)
    assert "沒有假別" in found["message"]
    leave = column_of(before, "MZ_CODE")
    names = POLICE.codes(POLICE.by_name["leave_type"])
    codes = {each["code"]: names[each["code"]] for each in leave["codes"]}
    after = review({"at": leave["at"], "codes": codes})
    assert after["report"]["summary"]["error"] == 0
    assert load_profile(after["toml"], "x.toml").tables["leave_type"] == codes


def test_user_takes_a_field_to_another_key(opened: Any) -> None:
    answer = review({"at": at_of(review(), "MZ_OCCC"), "field": "unit"})
    assert column_of(answer, "MZ_OCCC")["field"] == "unit"
    assert column_of(answer, "MZ_EXUNIT")["field"] == ""
    assert column_of(answer, "MZ_OCCC")["confidence"] == "由您指定"
    freed = review({"at": at_of(answer, "MZ_IDATE1"), "field": ""})
    assert [(each["field"], each["may_lack"]) for each in freed["absent"]] == [("start_date", False)]


def test_controls_and_required_reach_the_profile(opened: Any) -> None:
    first = review()
    answer = review(
        {"at": at_of(first, "MZ_IDATE1"), "controls": {"format": "YYYY-MM-DD"}},
        {"at": at_of(first, "IS_COVID"), "controls": {"words": "'是'/'否'"}},
        {"at": at_of(first, "MZ_CAUSE"), "required": True},
        title="測試版型", status="official", first="11101",
    )  # fmt: skip
    profile = load_profile(answer["toml"], "x.toml")
    assert profile.by_name["start_date"].format == "YYYY-MM-DD"
    assert profile.by_name["covid_related"].true == ["是"]
    assert profile.by_name["reason"].required and (profile.title, profile.status) == ("測試版型", "official")
    assert profile.in_force.first == "11101"
    findings = answer["report"]["files"][0]["findings"]
    assert {"MZ_IDATE1", "IS_COVID"} <= {finding["field"] for finding in findings}


def test_faulty_settings_are_told_in_words_and_the_page_goes_on(opened: Any) -> None:
    answer = review(first="民國")
    assert answer["report"] is None and "in_force" in answer["problems"][0]
    assert "五碼的民國年月，例如 11001" in answer["problems"][0]
    (problem,) = review(id="B 廠商")["problems"]
    assert "小寫英文字母、數字與連字號" in problem


def test_no_digit_that_is_masked_can_be_read_anywhere(opened: Any) -> None:
    people = {record["MZ_ID"] for record in json.loads(TEXT)["data"]}
    at = at_of(review(), "MZ_ID")
    answers = [opened, review(), review({"at": at, "field": ""}), review({"at": at, "field": "leave_type"}),
               review({"at": at, "field": "reason"})]  # fmt: skip
    shown = json.dumps(answers, ensure_ascii=False)
    assert not any(person[:7] in shown for person in people)
    assert column_of(answers[2], "MZ_ID")["examples"][0].endswith("****")


def test_ids_without_their_first_letter_or_last_digit_are_masked_too() -> None:
    records = [{"idno": number, "start": "1100607", "kind": "事假", "memo": note}
               for number, note in (("123456789", "A12345678 補"), ("A12345678", ""))]  # fmt: skip
    ask("wizard_open", {"a.json": json.dumps(records)})
    shown = json.dumps(review(), ensure_ascii=False)
    assert "1234567" not in shown and "A123456" not in shown


@pytest.mark.parametrize("number", ["A-123456789", "A123 456 789", "Ａ１２３４５６７８９", "A1234-5678"])
def test_ids_written_with_signs_are_masked_whatever_their_key_is(number: str) -> None:
    records = [{"x7": number, "start": "1100607", "kind": "事假"}, {"x7": number, "start": "1100608", "kind": "病假"}]
    ask("wizard_open", {"a.json": json.dumps(records)})
    assert number[:7] not in json.dumps(review(), ensure_ascii=False)


def test_nothing_stays_after_clear(opened: Any) -> None:
    ask("clear")
    with pytest.raises(KeyError):
        review()


def test_file_without_records_gets_a_sentence() -> None:
    answer = ask("wizard_open", {"a.json": '{"hello": 1}'})
    assert answer["found"] is False and "找不到" in answer["problem"]


def test_profile_and_data_in_one_zip_are_told_apart() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/a.json", TEXT)
    assert ask("wizard_open", {"a.zip": packed.getvalue()})["files"] == [{"name": "a.zip/in/a.json", "whole": True}]


# -- large files -----------------------------------------------------------------------------------------------------


def test_large_file_is_looked_at_in_part_and_checked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "read_bounded", functools.partial(read_bounded, limit=len(TEXT) // 2))
    opened = ask("wizard_open", {"big.json": TEXT})
    assert opened["files"] == [{"name": "big.json", "whole": False}]
    [place] = review()["places"]
    seen = place["count"]
    assert 0 < seen < len(json.loads(TEXT)["data"])
    assert review()["report"]["files"][0]["record_count"] == len(json.loads(TEXT)["data"])


@pytest.mark.parametrize("profile", LAYOUTS, ids=[profile.id for profile in LAYOUTS])
def test_part_of_a_file_is_proper_json_of_the_same_layout(profile: Any) -> None:
    text = build_sample(profile, people=25, seed=1).text.encode()
    part = json.loads(first_part(text, len(text) // 2))
    assert type(part) is type(json.loads(text))
    assert len(json.dumps(part)) > len(text) // 6


def test_part_of_hostile_texts_never_fails() -> None:
    for data in (b"", b"\xff\xfe", b'"' * 99, b"}}]]", b"[[[[", b'{"a": "\\', b"x" * 99):
        first_part(data, 50)


def test_look_skips_what_cannot_be_read() -> None:
    from pyvalidator.input.files import Incoming

    assert read_bounded([Incoming("a.json", b""), Incoming("b.json", b"%PDF-1.4")]) == ([], [])


# -- code tables -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "代碼\t名稱\n01\t事假\n02\t病假\n03\t喪假\n",
        "代碼,名稱,備註\r\n01,事假,無\r\n02,病假,\r\n03,喪假,\r\n",
        "事假 01\n病假 02\n喪假 03",
        "序\t假別\t代碼\n1\t事假\t01\n2\t病假\t02\n2\t喪假\t03\n",
    ],
)
def test_pasted_table_gives_code_and_meaning(text: str) -> None:
    answer = ask("wizard_codes", field="leave_type", text=text)
    names = {"01": "事假", "02": "病假", "03": "喪假"}
    assert answer == {"codes": names, "open": {}, "own": names, "proposed": []}


def test_other_spellings_are_understood_and_unknown_names_told() -> None:
    answer = ask("wizard_codes", field="leave_type", text="A,事 假\nB,陪產檢假\nC,選舉投票日\n")
    assert answer["codes"]["A"] == "事假" and answer["open"] == {"C": "選舉投票日"}
    assert ask("wizard_codes", field="dataset", text="M,每月差假資料\n")["codes"] == {"M": "monthly"}


def test_table_from_csv_in_big5_and_from_excel() -> None:
    import xlsxwriter

    rows = [("代碼", "假別"), ("01", "事假"), ("02", "病假"), (3, "喪假")]
    csv = "".join(f"{code},{name}\n" for code, name in rows).encode("cp950")
    book = BytesIO()
    workbook = xlsxwriter.Workbook(book, {"in_memory": True})
    sheet = workbook.add_worksheet()
    for row, cells in enumerate(rows):
        sheet.write_row(row, 0, cells)
    workbook.close()
    for name, data in (("t.csv", csv), ("t.xlsx", book.getvalue())):
        answer = json.loads(
            browser.handle("wizard_codes", json.dumps({"field": "leave_type"}), [{"name": name, "bytes": data}])
        )
        assert answer["codes"] == {"01": "事假", "02": "病假", "3": "喪假"}, name


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"\x00\x01", "沒有表格".encode(), b"1,2\n3,4\n"])
def test_unusable_table_is_told_in_words(data: bytes) -> None:
    answer = json.loads(
        browser.handle("wizard_codes", json.dumps({"field": "leave_type"}), [{"name": "t.csv", "bytes": data}])
    )
    assert set(answer) == {"problem"} and answer["problem"]


# -- refused by the platform -----------------------------------------------------------------------------------------


def test_refusal_has_shapes_and_no_value() -> None:
    reference = built_in_profiles()["reference"]
    text = build_sample(reference, people=6, seed=4).text
    ask("check", {"a.json": text})
    answer = ask("refused", file="a.json", key="record:person_id", rule="COD105")
    assert f"版型：reference 第 {reference.version} 版" in answer["text"] and "COD105" in answer["text"]
    assert "文字 A999999999" in answer["text"]
    records = json.loads(text)["records"]
    for field in ("person_id", "person_name", "reason"):
        whole = ask("refused", file="a.json", key=f"record:{field}")["text"]
        assert not any(record[field] in whole for record in records if record.get(field))
    assert {"value": "record:leave_type", "title": "假別（leave_type）"} in answer["keys"]
    assert "不知道是哪一個" in ask("refused", file="a.json")["text"]


def test_shapes_say_how_a_value_is_written_and_nothing_more() -> None:
    shapes = ["A123456789", "王小明", "1100607", 12.5, True, None, "", "a-1 B", "字" * 20, [1], {"a": 1}]
    assert [shape_of(value) for value in shapes] == [
        "文字 A999999999", "文字 字字字", "文字 9999999", "數字 99.9", "true／false", "null", "空的文字", "文字 a-9␣A",
        "文字 字×20", "清單", "物件",
    ]  # fmt: skip
