"""Tables of fields in many styles, each to a profile: clean files are clean, faulty lines are found."""

from __future__ import annotations

import json
import random
import re

import pytest
from spec_table.tables import LEVELS, NULLS, SHEETS, TABLES, WORD, Table, ods, xlsx
from support import run_one

from pyvalidator.input.spreadsheets import SheetError
from pyvalidator.profile import load_profile
from pyvalidator.profile.model import published_schema
from pyvalidator.spec_table import Spec, SpecError, read_spec, spec_toml
from pyvalidator.spec_table.kit import build_kit
from pyvalidator.spec_table.types import read_type

IDS = [table.name for table in TABLES]


def read(table: Table) -> Spec:
    return read_spec(table.content, table.answers)


@pytest.mark.parametrize("table", TABLES, ids=IDS)
def test_a_table_becomes_a_profile_by_which_its_file_is_clean(table: Table) -> None:
    spec = read(table)
    assert [str(fault) for fault in spec.faults] == []
    assert [question.id for question in spec.questions] == []
    assert sum(read.match.name is None for read in spec.reads) == table.unmapped
    profile = load_profile(spec_toml(spec), "t.toml")
    assert profile == spec.profile(), "the written profile is the one that was meant"
    report = run_one(table.clean, profile=profile)
    assert [entry.message for entry in report.findings if entry.severity == "error"] == []
    assert (report.record_count, report.person_count) == (1, 1)
    uncovered = {entry.field for entry in report.findings if entry.rule in ("STR170", "STR171")}
    assert len(uncovered) <= len(spec.missing)


@pytest.mark.parametrize("table", [
    pytest.param(table, id=table.name, marks=[] if table in (WORD, SHEETS, LEVELS, NULLS) else pytest.mark.long)
    for table in TABLES
])  # fmt: skip
def test_the_kit_has_a_faulty_file_for_each_line_and_what_is_found(table: Table) -> None:
    spec = read(table)
    profile = spec.profile()
    kit = build_kit(spec)
    assert kit.problems == []
    assert json.loads(kit.files["schema.json"]) == published_schema(profile)
    clean = run_one(kit.files["sample.json"], profile=profile)
    assert [entry.message for entry in clean.findings if entry.severity == "error"] == []
    expected = json.loads(kit.files["expected.json"])
    assert {path for path in kit.files if path.startswith("faulty/")} == {each["file"] for each in expected}
    assert {each["field"] for each in expected} == {spec.key for spec in profile.fields}
    for each in expected:
        found = run_one(kit.files[each["file"]], profile=profile).findings
        assert (each["rule"], each["pointer"]) in [(entry.rule, entry.pointer) for entry in found], each


def test_every_line_tells_where_it_stands_and_why() -> None:
    spec = read(SHEETS)
    told = {read.specs[0]["key"]: (str(read.line.where), read.match.reason) for read in spec.reads}
    assert told["pid"] == ("工作表「明細」第 2 列", "欄位名稱「國民身分證統一編號」")
    assert told["agencyId"][0] == "工作表「檔頭」第 4 列"
    text = spec_toml(spec)
    assert "# 工作表「明細」第 2 列，依欄位名稱「國民身分證統一編號」" in text
    assert "範例「110/06/07」" in text


HEAD = ["項次", "欄位名稱", "代號", "型態", "長度", "必填", "說明"]


def faults(*rows: list[object], head: list[str] = HEAD) -> list[str]:
    spec = read_spec(xlsx({"規格": [["明細"], list(head), *map(list, rows)]}), {"dataset": "monthly", "list": "records"})
    return [*spec.notes, *map(str, spec.faults)]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ([1, "姓名", "NM", "VARCHR(10)", "", "Y", ""], "工作表「規格」第 3 列 D 欄：型態「VARCHR(10)」不認得；您要寫的是「VARCHAR(10)」嗎？"),
        ([1, "姓名", "NM", "甲乙丙", "", "Y", ""], "第 3 列 D 欄：型態「甲乙丙」不認得；請寫"),
        ([1, "姓名", "NM", "C", "十", "Y", ""], "第 3 列 E 欄：長度「十」不是數字"),
        ([1, "姓名", "NM", "C", 10, "Mandatry", ""], "第 3 列 F 欄：必填欄的「Mandatry」看不懂，當作選填；您要寫的是「mandatory」嗎？"),
        ([1, "假別", "LV", "C", 1, "Y", "01:事假 02:病假"], "第 3 列 G 欄：代碼「01」有 2 個字，但長度寫 1"),
        ([1, "開始日期", "D", "C", 7, "Y", "YYYY-MM-DD"], "第 3 列 E 欄：長度寫 7，但說明的寫法「YYYY-MM-DD」是 10 個字"),
    ],
)  # fmt: skip
def test_a_fault_names_its_place_and_the_nearest_word(row: list[object], says: str) -> None:
    assert any(says in fault for fault in faults(row)), faults(row)


def test_a_heading_with_a_slip_is_read_and_told() -> None:
    head = ["項次", "欄位名稱", "代號", "型熊", "長度", "必填", "說明"]
    told = faults([1, "姓名", "NM", "C", 10, "Y", ""], head=head)
    assert told == ["工作表「規格」第 2 列 D 欄：標題「型熊」不認得，當作「型態」；您要寫的是「型態」嗎？"]


@pytest.mark.parametrize(("heading", "required"), [("是否允許NULL值", True), ("可否免予提供", True), ("一定要有嗎", False)])
def test_an_unknown_heading_with_yes_and_no_is_told_and_never_turned_round(heading: str, required: bool) -> None:
    """N under 「允許…」 means that a value has to be there."""
    rows = [["姓名", "NM", "C", 10, "N"], ["身分證字號", "ID", "C", 10, "N"]]
    spec = read_spec(xlsx({"規格": [["欄位名稱", "代號", "型態", "長度", heading], *rows]}))
    assert {each["required"] for read in spec.reads for each in read.specs} == {required}
    meant = "可否空白" if required else "必填"
    assert spec.notes == [f"工作表「規格」第 1 列 E 欄：標題「{heading}」不認得，由內容當作「{meant}」"]


@pytest.mark.parametrize(
    ("answer", "under_required", "under_blank"),
    [
        ("Y", True, False), ("否", False, True), ("×", False, True), ("○", True, False), ("NOT NULL", True, True),
        ("NULL", False, False), ("不可", True, True), ("可", False, False), ("不得空白", True, True), ("不可為空", True, True),
        ("可為空值", False, False), ("必填", True, True), ("選填", False, False), ("O", False, False), ("Ｍ", True, True),
    ],
)  # fmt: skip
def test_an_answer_that_says_it_in_full_means_the_same_under_both_headings(
    answer: str, under_required: bool, under_blank: bool
) -> None:
    for heading, required in (("必填", under_required), ("可否空白", under_blank)):
        rows = [["姓名", "NM", "C", 10, answer], ["身分證字號", "ID", "C", 10, "Y"]]
        spec = read_spec(xlsx({"規格": [["欄位名稱", "代號", "型態", "長度", heading], *rows]}))
        assert (spec.reads[0].specs[0]["required"], spec.faults) == (required, []), heading


def test_an_answer_that_nobody_understands_is_told_once_with_its_column() -> None:
    row = ["姓名", "NM", "C", 10, "甲"]
    spec = read_spec(xlsx({"規格": [["欄位名稱", "代號", "型態", "長度", "可否空白"], row, ["身分證字號", "ID", "C", 10, "否"]]}))
    assert [*map(str, spec.faults)] == ["工作表「規格」第 2 列 E 欄：可否空白欄的「甲」看不懂，當作選填，請寫 Y 或 N"]


NESTED = [
    ["節點", "說明", "型態", "必要性"], ["orgCode", "機關代碼", "文字(10)", "必要"], ["people", "人員", "陣列", "必要"],
    ["  name", "姓名", "文字(20)", "必要"], ["  leaves", "差假", "陣列", "必要"], ["    type", "假別", "文字(10)", "必要"],
    ["    from", "起日", "日期 YYYY/MM/DD", "必要"],
]  # fmt: skip


def test_a_line_of_the_key_name_is_no_heading_and_keys_may_be_indented() -> None:
    spec = read_spec(ods({"欄位": NESTED}))
    assert (spec.layout["records"], spec.layout["persons"]) == (["/people/*/leaves/*"], "/people/*")
    told = {each["key"]: (each["name"], each["level"], each.get("format")) for read in spec.reads for each in read.specs}
    assert told["name"] == ("person_name", "person", None)
    assert told["from"] == ("start_date", "record", "YYYY/MM/DD")
    assert (spec.faults, spec.notes) == ([], [])


def test_lists_that_the_table_does_not_set_into_each_other_are_told() -> None:
    spec = read_spec(ods({"欄位": [[cell.strip() for cell in row] for row in NESTED]}))
    assert any("表裡有 2 個清單，沒有說哪些欄位在哪一個裡" in str(fault) for fault in spec.faults)


#: Of a table without a column for it.
NOT_SAID = "表裡沒有說哪些欄位必填，都當作選填；有必填的，請在表裡加上「必填」一欄（填 Y 或 N）再放入"


def test_a_level_of_persons_without_a_list_is_told_and_can_be_answered() -> None:
    rows = [["檔頭", "AG", "機關代碼", "C"], ["人員", "PN", "姓名", "C"], ["差假", "LT", "假別", "C"], ["差假", "SD", "起日", "民國日期"]]
    table = xlsx({"規格": [["層級", "代號", "名稱", "型態"], *rows]})
    assert any("表裡有人員這一層，沒有說在哪一個清單裡" in str(fault) for fault in read_spec(table).faults)
    spec = read_spec(table, {"list": "people[].leaves"})
    assert (spec.layout["records"], spec.layout["persons"]) == (["/people/*/leaves/*"], "/people/*")
    assert [str(fault) for fault in spec.faults] == [f"工作表「規格」第 2 列：{NOT_SAID}"]


def test_a_table_that_lies_on_its_side_is_told_to_be_turned() -> None:
    turned = [list(column) for column in zip(*[HEAD, [1, "姓名", "NM", "C", 10, "Y", ""]], strict=True)]
    with pytest.raises(SpecError, match="轉置"):
        read_spec(xlsx({"規格": turned}))
    with pytest.raises(SpecError, match="找不到欄位說明表"):
        read_spec("沒有表格")


def test_names_over_two_lines_leave_the_profile_readable() -> None:
    rows = [["機關代碼\nAgency Code", "AGENCY", "C(10)", "Y", ""], ["假別\nLeave Type", "LT", "C(2)", "Y", "01:事假\n02:病假"],
            ["起日\nStart", "SD", "C(7)", "甲\n乙", "民國年月日"]]  # fmt: skip
    spec = read_spec(xlsx({"規格": [["欄位名稱\nName", "代碼\nCode", "型態", "必填", "說明"], *rows]}))
    assert any("Agency Code" in question.text for question in spec.questions) and spec.faults
    assert load_profile(spec_toml(spec), "p.toml").fields[0].title == "機關代碼 Agency Code"


def test_a_star_beside_a_name_says_that_it_is_required() -> None:
    spec = read_spec("欄位名稱\t代號\t型態\n*身分證字號\tID\tC(10)\n姓名＊\tNM\tC(20)\n職稱\tTI\tC(20)\n")
    assert [(each["title"], each["required"]) for read in spec.reads for each in read.specs] == [
        ("身分證字號", True), ("姓名", True), ("職稱", False),
    ]  # fmt: skip


PARTS = [["區段", "欄位", "代號", "型態"], ["檔頭", "機關代碼", "AG", "C10"], ["", "資料年月", "YM", "C5"],
         ["明細", "身分證字號", "PID", "C10"], ["", "假別", "LT", "C10"], ["", "起日", "SD", "C7"]]  # fmt: skip
BESIDE = [["檔頭", "", "", "", "明細"], ["欄位", "代號", "型態", "", "欄位", "代號", "型態"],
          ["機關代碼", "AG", "C10", "", "身分證字號", "PID", "C10"], ["資料年月", "YM", "C5", "", "假別", "LT", "C10"],
          ["", "", "", "", "起日", "SD", "C7"]]  # fmt: skip


@pytest.mark.parametrize("rows", [PARTS, BESIDE], ids=["the level stands once", "two tables side by side"])
def test_every_line_is_read_at_its_level(rows: list[list[str]]) -> None:
    spec = read_spec(xlsx({"規格": rows}), {"list": "rows"})
    assert {each["key"]: each["level"] for read in spec.reads for each in read.specs} == {
        "AG": "header", "YM": "header", "PID": "record", "LT": "record", "SD": "record",
    }  # fmt: skip
    assert spec.layout["records"] == ["/rows/*"]
    assert [str(fault).rpartition("：")[2] for fault in spec.faults] == [NOT_SAID]


def test_lines_of_one_row_are_answered_apart() -> None:
    [names] = [each for each in read_spec(xlsx({"規格": BESIDE})).questions if each.id.startswith("names:")]
    spec = read_spec(xlsx({"規格": BESIDE}), {names.id.replace("names", "field"): ""})
    assert {read.specs[0]["key"]: read.match.name for read in spec.reads}["YM"] == "period"
    assert {read.specs[0]["key"]: read.match.name for read in spec.reads}["LT"] is None


def test_a_table_of_the_header_alone_stops() -> None:
    spec = read_spec(xlsx({"規格": [["欄位", "代號", "型態"], ["機關代碼", "AG", "C10"], ["資料年月", "YM", "C5"]]}))
    assert ["沒有每筆差假的欄位" in str(fault) for fault in spec.faults if fault.stops] == [True]


def test_a_bit_is_asked_for_and_a_length_in_words_is_read() -> None:
    spec = read_spec(NULLS.content)
    [sign] = [question for question in spec.questions if question.id.startswith("sign:")]
    assert [value for value, _ in sign.options] == ["number", "text", "boolean"]
    [length] = [read for read in spec.reads if read.match.name == "amount"]
    assert (length.specs[0]["format"], length.reasons) == ("D日H時", ["D日H時：範例「1日4時」"])
    [category] = [read for read in spec.reads if read.match.name == "person_category"]
    assert category.match.reason == "說明「人員區分代碼」"


@pytest.mark.parametrize(
    ("text", "kind", "length"),
    [("C20", "text", 20), ("N2", "number", 2), ("VARCHAR2(20)", "text", 20), ("VARCHAR2", "text", None), ("varchar20", "text", 20)],
)
def test_a_size_that_begins_with_a_two_is_a_size(text: str, kind: str, length: int | None) -> None:
    said = read_type(text)
    assert said is not None and (said.kind, said.length) == (kind, length)


def test_a_key_that_stands_twice_is_told() -> None:
    row = [1, "姓名", "NM", "C", 10, "Y", ""]
    assert any("第 4 列 C 欄：代號「NM」與工作表「規格」第 3 列重複" in fault for fault in faults(row, row))


def test_what_the_table_does_not_say_is_asked() -> None:
    rows = [
        ["1", "身分證字號", "ID", "C", "10", "Y", ""], ["2", "假別", "LV", "C", "10", "Y", ""], ["3", "起日", "SD", "C", "", "Y", ""],
        ["4", "迄日", "ED", "C", "10", "Y", ""], ["5", "請假總量", "AM", "N", "5", "Y", ""], ["6", "因疫情", "CV", "C", "1", "Y", ""],
    ]  # fmt: skip
    content = xlsx({"a": [HEAD, *rows]})
    spec = read_spec(content)
    asked = {question.id.partition(":")[0] for question in spec.questions}
    assert asked == {"list", "names", "format", "unit", "boolean", "dataset"}
    assert [line for line in spec_toml(spec).splitlines() if line.startswith("# 待確認")]
    answers = {question.id: question.options[-1][0] for question in spec.questions if question.options}
    again = read_spec(content, answers)
    assert not {question.id for question in again.questions} & set(answers)


def test_no_table_is_said_with_what_to_do() -> None:
    for content in ("", "這裡沒有表格", "a,b\n1,2\n", xlsx({"a": [["機關代碼", "機關名稱"], ["376506200A", "x"]]})):
        with pytest.raises(SpecError, match="找不到欄位說明表"):
            read_spec(content)


def test_any_text_ends_in_a_profile_or_in_words() -> None:
    """Lines and cells of real tables at random: nothing but the errors that are promised."""
    chance = random.Random(7)
    pieces = [piece for table in TABLES if isinstance(table.content, str) for piece in re.split(r"(\s+|\|)", table.content)]
    for _ in range(150):
        text = "".join(chance.choice(pieces) for _ in range(chance.randint(1, 300)))
        try:
            spec_toml(read_spec(text))
        except (SpecError, SheetError) as error:
            assert str(error)


def test_values_of_persons_in_a_table_are_masked() -> None:
    text = WORD.content.replace("感冒", "").replace("C\t10\tY\n2\t姓名", "C\t10\tY\t例 A123456789\n2\t姓名")  # type: ignore[union-attr]
    spec = read_spec(text, WORD.answers)
    assert "A123456789" not in "".join(line for line in spec_toml(spec).splitlines() if line.startswith("#"))


def test_a_table_of_codes_in_an_own_sheet_of_an_ods() -> None:
    data = ods({
        "欄位": [HEAD, [1, "身分證字號", "ID", "C", 10, "Y", ""], [2, "假別代碼", "LV", "C", 2, "Y", "見代碼表"], [3, "開始日期", "SD", "C", 7, "Y", "民國年月日"]],
        "假別代碼": [["代碼", "名稱"], ["01", "事假"], ["02", "生日假"]],
    })  # fmt: skip
    spec = read_spec(data)
    [leave] = [read for read in spec.reads if read.match.name == "leave_type"]
    assert (leave.codes, leave.own) == ({"01": "事假", "02": ""}, {"01": "事假", "02": "生日假"})
    assert any(question.id.endswith("!3:02") for question in spec.questions)
    assert '# "02" = ""  # 表裡寫「生日假」' in spec_toml(spec)
