"""The forms of the report: true to it, safe to open, the same every time."""

from __future__ import annotations

import base64
import csv
import hashlib
import html
import io
import json
import re
from collections import Counter
from xml.etree import ElementTree

import openpyxl
import pytest
from pydantic import TypeAdapter
from support import run

from pyvalidator.domain.agencies import Roster
from pyvalidator.engine.examples import zip_bytes
from pyvalidator.engine.registry import rules
from pyvalidator.report.model import Report, acknowledged
from pyvalidator.report.outcome import outcome_of_batch
from pyvalidator.report.render import FORMATS, download_name, render
from pyvalidator.report.render.csv_table import HEADER, neutral
from pyvalidator.report.render.words import verdict
from pyvalidator.rule import document, sample

AGAIN = TypeAdapter(Report)

EVIL = '=HYPERLINK("https://example.invalid")<script>alert(1)</script>&\u202e\u001b[31m\u2028'
ROSTER = Roster.read("機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,=清潔隊\n".encode())


@pytest.fixture(scope="module")
def report() -> Report:
    """Every kind of entry: errors, warnings, cut rules, batch findings, missing agencies, texts that want to act."""
    return run(
        {
            "a.json": document([{"person_id": "A123456788", "start_date": day, "end_date": day, "person_name": EVIL}
                                for day in ("1100601", "1100602", "1100603")]),
            "=b.json": sample(unit=EVIL, leave_type=EVIL),
            "c.json": "[",
            "d.json": sample(start_date="1100612", end_date="1100612"),
            "e.json": {"another": "layout"},
        },
        max_per_rule=2, roster=ROSTER,
    )  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_report_gives_the_same_bytes(report, format):
    assert render(report, format) == render(AGAIN.validate_json(report.to_json()), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_without_files_has_every_form(format):
    empty = run({})
    assert render(empty, format)
    assert verdict(outcome_of_batch(empty), empty) == "沒有可檢核的檔案"


def test_json_is_the_report(report):
    assert AGAIN.validate_json(render(report, "json")) == report


def test_text_begins_with_the_verdict_and_holds_every_finding(report):
    text = render(report, "text").decode()
    assert text.startswith("結論：")
    for file in report.files:
        assert all(f"{entry.line}:{entry.column}" in text and entry.rule in text for entry in file.findings)
    assert "水上鄉公所" in text and "尚未收到" in text and "名冊" in text
    assert "COD105 共 3 項" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\u2028\u202e]", text)


def test_files_that_fail_in_different_ways_are_together_to_be_corrected():
    assert outcome_of_batch(run({"a.json": "[", "b.json": sample(days="1")})) == "error"
    assert outcome_of_batch(run({"a.json": "[", "b.json": sample()})) == "unreadable"


def test_people_whose_masked_ids_read_alike_stay_apart():
    alike = run({"a.json": document([{"person_id": "A123450001"}, {"person_id": "A123459999"}])})
    assert [entry.person.first for entry in alike.files[0].findings if entry.person] == [0, 1]
    book = openpyxl.load_workbook(io.BytesIO(render(alike, "xlsx")))
    assert [row[1].value for row in book["人員"].iter_rows(min_row=2)] == ["A12345****"] * 2


def test_csv_has_a_row_per_finding_that_no_spreadsheet_calculates(report):
    data = render(report, "csv")
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == HEADER
    findings = sum(len(file.findings) for file in report.files) + len(report.batch.findings)
    # The last row says how many there are, since some were cut.
    assert len(rows) == 1 + findings + sum(len(file.truncated) for file in report.files) + 1
    assert {len(row) for row in rows} == {len(HEADER)}
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    assert any("'=b.json" in row for row in rows)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "＝1"])
def test_formulas_are_neutral(text):
    assert neutral(text) == f"'{text}"
    assert neutral(f"x{text}") == f"x{text}"


def test_workbook_has_its_four_sheets_of_plain_texts(report):
    book = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))
    assert book.sheetnames == ["摘要", "問題清單", "人員", "檔案"]
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref
        assert all(cell.data_type in ("s", "n") for row in sheet for cell in row)
        assert all(sheet.column_dimensions[cell.column_letter].width > 5 for cell in sheet[1])
    assert tuple(cell.value for cell in book["問題清單"][1]) == (*HEADER, "承辦說明")
    assert book["檔案"].max_row == 1 + len(report.files)
    assert book["檔案"]["A2"].value == "=b.json"
    people = [[cell.value for cell in row] for row in book["人員"].iter_rows(min_row=2)]
    assert ["a.json", "A12345****"] in [row[:2] for row in people]
    of_people = [entry for entry in report.files[1].findings if entry.person and entry.severity == "error"]
    assert sum(row[3] for row in people if row[0] == "a.json") == len(of_people) > 2


def test_the_matrix_is_a_workbook_of_agencies_and_months(report):
    book = openpyxl.load_workbook(io.BytesIO(render(report, "matrix")))
    cells = [[cell.value for cell in row] for row in book["報送情形"]]
    assert cells[0] == ["機關代碼", "機關名稱", "年月不明", "110 年 6 月"]
    assert ["376506211I", "清潔隊", "", "尚未收到"] in cells
    assert all(cell.data_type in ("s", "n") for sheet in book for row in sheet for cell in row)
    absent = [[cell.value for cell in row] for row in book["還沒收到"]][1:]
    assert absent == [["376506211I", "清潔隊", "110 年 6 月", "尚未收到"]]
    assert download_name(report, "matrix") == "差勤檢核_報送情形_11006_20210710-0900.xlsx"


def test_html_runs_nothing_and_asks_for_nothing(report):
    page = render(report, "html").decode()
    head = page[: page.index("<body>")]
    charset, policy = '<meta charset="utf-8">', '<meta http-equiv="Content-Security-Policy"'
    assert page.index(policy) == page.index(charset) + len(charset)
    (style,) = re.findall("<style>(.*?)</style>", head, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    content = head.partition('content="')[2].partition('"')[0]
    allowed = dict(directive.split(" ", 1) for directive in content.split("; "))
    assert allowed.pop("style-src") == f"'sha256-{digest}'"
    assert {"default-src", "connect-src", "script-src", "worker-src", "img-src", "form-action", "base-uri"} <= set(allowed)
    assert set(allowed.values()) == {"'none'"}
    assert "<script" not in page and "&lt;script&gt;" in page
    assert not re.search(r"\b(src|href|style|on\w+)=", page)
    assert "@page" in style and "A4" in style and "承辦：" in page and "單位主管：" in page
    assert all(entry.rule in page for file in report.files for entry in file.findings)
    assert not re.search("[\x00-\x09\x0b-\x1f\u2028\u202e]", page)


def test_html_says_what_the_rules_are_about_that_were_not_checked(report):
    page = render(report, "html").decode()
    for file in report.files:
        for entry in file.not_checked:
            assert f"{entry.rule} {html.escape(rules()[entry.rule].title)}" in page


def test_text_says_what_the_rules_are_about_that_were_not_checked(report):
    lines = render(report, "text").decode().splitlines()
    for file in report.files:
        reasons = Counter(entry.reason for entry in file.not_checked)
        for entry in file.not_checked:
            if reasons[entry.reason] <= 8:
                assert any(line.startswith(f"      {entry.rule} {rules()[entry.rule].title}") for line in lines)
        for count in reasons.values():
            assert count <= 8 or f"      另有 {count - 8} 條，全部列在 HTML 與 JSON 報告" in lines


def test_sarif_has_the_shape_of_2_1_0(report):
    log = json.loads(render(report, "sarif"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    (run_,) = log["runs"]
    assert set(run_) <= {"tool", "columnKind", "invocations", "artifacts", "results"}
    rules = run_["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["defaultConfiguration"]["level"] for rule in rules)
    assert len(run_["results"]) == sum(len(file.findings) for file in report.files) + len(report.batch.findings)
    for result in run_["results"]:
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"]:
            artifact = location["physicalLocation"]["artifactLocation"]
            assert run_["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
            region = location["physicalLocation"].get("region", {"startLine": 1, "startColumn": 1})
            assert min(region.values()) >= 1
    assert {result["level"] for result in run_["results"]} == {"error", "warning"}
    assert run_["artifacts"][0]["location"]["uri"] == "%3Db.json"
    for artifact, file in zip(run_["artifacts"], report.files, strict=True):
        assert artifact["properties"] == {
            "counts": file.counts.as_dict(), "truncated": file.truncated, "coverage": file.coverage and file.coverage.as_dict(),
            "given": {},
        }  # fmt: skip
    assert any(file.truncated for file in report.files)


def test_junit_has_one_case_per_file(report):
    root = ElementTree.fromstring(render(report, "junit"))
    cases = root.findall("./testsuite/testcase")
    assert [case.get("name") for case in cases] == [file.name for file in report.files]
    failed = {case.get("name") for case in cases if case.find("failure") is not None}
    shared = {name for entry in report.batch.findings if entry.severity == "error" for name in entry.files}
    assert failed == {file.name for file in report.files if file.counts.error} | shared
    assert root.get("tests") == "5" and root.get("failures") == str(len(failed))
    assert "376506211I" in "".join(root.itertext())


def test_errors_between_files_fail_each_of_them():
    twins = run({"a.json": sample(), "b.json": sample()})
    assert [file.status for file in twins.files] == ["pass", "pass"]
    root = ElementTree.fromstring(render(twins, "junit"))
    errors = sum(entry.severity == "error" for entry in twins.batch.findings)
    assert errors > 0
    for failure in root.findall(".//failure"):
        assert (failure.get("type"), failure.get("message")) == ("error", f"必須修正 {errors} 項")
    assert root.get("failures") == "2" == str(len(root.findall(".//failure")))
    (log,) = json.loads(render(twins, "sarif"))["runs"]
    places = [
        [place["physicalLocation"]["artifactLocation"]["uri"] for place in result["locations"]]
        for result in log["results"] if result["level"] == "error"
    ]  # fmt: skip
    assert places == [["a.json", "b.json"]] * errors


def test_error_of_no_file_fails_the_batch():
    """A profile can make an error of a missing agency."""
    missing = run({"a.json": sample()}, roster=ROSTER)
    (entry,) = (entry for entry in missing.batch.findings if not entry.files)
    assert entry.severity == "warning"
    assert ElementTree.fromstring(render(missing, "junit")).get("failures") == "0"
    entry.severity = "error"
    root = ElementTree.fromstring(render(missing, "junit"))
    assert (root.get("tests"), root.get("failures")) == ("2", "1")
    (failure,) = root.findall(".//failure")
    assert failure.get("message") == "必須修正 1 項" and "376506211I" in (failure.text or "")
    (log,) = json.loads(render(missing, "sarif"))["runs"]
    assert [result["ruleId"] for result in log["results"] if result["level"] == "error"] == [entry.rule]


def test_a_reason_stands_with_its_warning_in_every_form(report):
    (warning,) = [entry for file in report.files if file.name == "d.json" for entry in file.findings]
    reason = {"file": "d.json", "rule": warning.rule, "pointer": warning.pointer, "field": warning.field,
              "reason": "該員當日輪值"}  # fmt: skip
    told = acknowledged(report, [reason])
    for format in FORMATS:
        if format == "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(render(told, format)))
            text = "".join(str(cell.value) for row in book["問題清單"] for cell in row)
        else:
            text = render(told, format).decode()
        assert text.count("該員當日輪值") == 1, format
    assert warning.acknowledgement is None


def test_a_reason_in_lines_has_a_column_of_its_own_in_the_workbook(report):
    (warning,) = [entry for file in report.files if file.name == "d.json" for entry in file.findings]
    given = {"rule": warning.rule, "pointer": warning.pointer, "field": warning.field}
    told = acknowledged(report, [{**given, "file": "d.json", "reason": "當日輪值\n已補單\x1b"}])
    sheet = openpyxl.load_workbook(io.BytesIO(render(told, "xlsx")))["問題清單"]
    column = {cell.value: cell.column - 1 for cell in sheet[1]}
    (row,) = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[column["承辦說明"]]]
    assert row[column["承辦說明"]] == "當日輪值\n已補單\\u001b"
    assert row[column["說明"]] == warning.message


@pytest.mark.parametrize(("files", "name"), [
    ({"f.json": sample()}, "差勤檢核_376506200A_11006_20210710-0900.csv"),
    ({"f.json": sample(), "g.json": document(agency_code="376506211I")}, "差勤檢核_批次_11006_20210710-0900.csv"),
    ({"f.json": sample(), "g.json": document(period="11007", generated_at="1100805")},
     "差勤檢核_376506200A_11006-11007_20210710-0900.csv"),
    ({"f.json": "["}, "差勤檢核_批次_年月不明_20210710-0900.csv"),
    ({"f.json": document(agency_code="../../evil")}, "差勤檢核_批次_11006_20210710-0900.csv"),
])  # fmt: skip
def test_download_names(files, name):
    assert download_name(run(files), "csv") == name


def test_members_of_archives_and_odd_names_stay_one_path(report):
    odd = run({"a b#.json": sample(), "月/檔.json": "["})
    uris = [one["location"]["uri"] for one in json.loads(render(odd, "sarif"))["runs"][0]["artifacts"]]
    assert uris == ["a%20b%23.json", "%E6%9C%88/%E6%AA%94.json"]
    assert zip_bytes({"a": ""}) == zip_bytes({"a": ""})
