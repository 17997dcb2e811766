"""The report's outside contract: keys, order, true numbers, places, statuses, deadlines, the matrix."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support import options, run

from pyvalidator.domain.agencies import Roster
from pyvalidator.profile import built_in_profiles
from pyvalidator.report.model import report_schema
from pyvalidator.rule import document
from pyvalidator.samples import build_sample

REFERENCE = built_in_profiles()["reference"]
LATER = date(2026, 12, 20)

REPORT = {"report_version", "generator", "profile", "checked_at", "files", "batch", "incidents", "summary"}
FILE = {"name", "size", "sha256", "status", "agency_code", "agency_name", "period", "dataset", "record_count",
        "person_count", "deadline", "counts", "not_checked", "findings", "truncated"}  # fmt: skip
FINDING = {"rule", "severity", "title", "message", "fix", "pointer", "line", "column", "field", "value", "expected",
           "person", "params", "folded"}  # fmt: skip
REASONS = {"syntax", "layout", "form", "roster", "calendar", "schema", "incident", "limit"}


def sample(**arguments: Any) -> bytes:
    return build_sample(REFERENCE, **arguments).text.encode()


def batch() -> dict[str, Any]:
    """Every kind of file at once."""
    return {
        "a/乾淨.json": sample(people=4),
        "b.json": sample(people=20, faults=14, agency="376506211I"),
        "c.json": b"",
        "d.json": b"%PDF-1.7",
        "e.json": {"機關": "376506200A", "資料": [{"假別": "病假"}]},
        "f.json": sample(people=3, period="11007").replace(b'"days": 1,', b'"days": 1', 1),
        "g.json": document([]),
        "h.json": sample(people=4),
        "j.json": sample(people=9, agency="376506222E")[:-400],
        "i.json": sample(people=6, period="10904", dataset="covid109"),
    }


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    roster = Roster.read("機關代碼,機關名稱\n376506200A,水上鄉公所\n376506222E,水上鄉立圖書館\n".encode())
    return json.loads(run(batch(), today=LATER, roster=roster).to_json())


def all_findings(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [finding for file in report["files"] for finding in file["findings"]]


def test_the_json_fits_its_own_schema(report: dict[str, Any]) -> None:
    Draft202012Validator(report_schema()).validate(report)


def test_every_promised_key_is_there(report: dict[str, Any]) -> None:
    assert report.keys() >= REPORT
    assert all(file.keys() >= FILE for file in report["files"])
    assert all(finding.keys() >= FINDING for finding in all_findings(report))
    assert report["batch"].keys() >= {"findings", "matrix"}
    assert all(finding.keys() >= FINDING | {"files"} for finding in report["batch"]["findings"])
    assert all(entry.keys() >= {"agency_code", "agency_name", "period", "status", "file"}
               for entry in report["batch"]["matrix"])  # fmt: skip
    assert report["summary"].keys() >= {"files", "error", "warning", "info"}
    assert report["profile"].keys() >= {"id", "version", "status"}
    assert report["generator"]["name"] == "pyvalidator" and report["report_version"] == 1
    assert all(file["deadline"].keys() >= {"date", "status", "days_left", "note"} for file in report["files"])
    people = [finding["person"] for finding in all_findings(report) if finding["person"]]
    assert people and all(person.keys() >= {"id", "name", "index"} for person in people)


def test_files_and_findings_are_in_order(report: dict[str, Any]) -> None:
    names = [file["name"] for file in report["files"]]
    assert names == sorted(batch())
    for file in report["files"]:
        order = [(finding["line"], finding["column"], finding["rule"]) for finding in file["findings"]]
        assert order == sorted(order)


def test_counts_are_true_and_the_summary_adds_them_up(report: dict[str, Any]) -> None:
    for file in report["files"]:
        for severity in ("error", "warning", "info"):
            assert file["counts"][severity] == sum(entry["severity"] == severity for entry in file["findings"])
    batch = report["batch"]["findings"]
    for severity in ("error", "warning", "info"):
        in_files = sum(file["counts"][severity] for file in report["files"])
        assert report["summary"][severity] == in_files + sum(entry["severity"] == severity for entry in batch)
    assert report["summary"]["files"] == len(report["files"])


def test_each_file_has_the_status_of_its_worst_finding(report: dict[str, Any]) -> None:
    statuses = {file["name"]: file["status"] for file in report["files"]}
    assert statuses == {
        "a/乾淨.json": "pass", "b.json": "error", "c.json": "unreadable", "d.json": "unreadable", "e.json": "error",
        "f.json": "error", "g.json": "warning", "h.json": "pass", "i.json": "pass",
        "j.json": "error",
    }  # fmt: skip
    for file in report["files"]:
        if file["status"] == "unreadable":
            assert [finding["severity"] for finding in file["findings"]] == ["error"]
            assert file["period"] is file["agency_code"] is file["dataset"] is None


def test_what_was_not_checked_is_named_once_per_rule(report: dict[str, Any]) -> None:
    for file in report["files"]:
        rules = [entry["rule"] for entry in file["not_checked"]]
        assert len(rules) == len(set(rules))
        assert {entry["reason"] for entry in file["not_checked"]} <= REASONS
        assert all(entry["count"] >= 0 for entry in file["not_checked"])
    reasons = {file["name"]: {entry["reason"] for entry in file["not_checked"]} for file in report["files"]}
    assert "syntax" in reasons["c.json"] and "syntax" in reasons["j.json"]
    assert "layout" in reasons["e.json"]


def test_places_lie_inside_the_file(report: dict[str, Any]) -> None:
    for file in report["files"]:
        content = batch()[file["name"]]
        text = content.decode() if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False, indent=2)
        lines = re.split("\r\n|\r|\n", text)
        for finding in file["findings"]:
            assert 1 <= finding["line"] <= len(lines)
            assert 1 <= finding["column"] <= len(lines[finding["line"] - 1]) + 1


def test_another_layout_is_one_finding(report: dict[str, Any]) -> None:
    (file,) = (file for file in report["files"] if file["name"] == "e.json")
    (finding,) = file["findings"]
    assert (finding["severity"], finding["pointer"]) == ("error", "")
    assert "不表示檔案有錯" in finding["message"]
    assert file["deadline"]["status"] == "not_applicable"


@pytest.mark.parametrize("name", ["example-nested", "example-rows"])
def test_another_layout_names_the_profile_that_fits(name: str) -> None:
    profile = built_in_profiles()[name]
    report = run({"f.json": build_sample(profile, people=2).text})
    (finding,) = report.files[0].findings
    assert name in finding.message


def test_the_matrix_has_every_file_and_every_agency_that_is_missing(report: dict[str, Any]) -> None:
    matrix = report["batch"]["matrix"]
    assert sorted(entry["file"] for entry in matrix if entry["file"]) == [file["name"] for file in report["files"]]
    missing = [(entry["agency_code"], entry["period"], entry["status"]) for entry in matrix if entry["file"] is None]
    assert missing == [("376506222E", "11007", "overdue")]


def test_equal_files_and_equal_months_are_batch_errors(report: dict[str, Any]) -> None:
    errors = [(entry["rule"], entry["files"]) for entry in report["batch"]["findings"] if entry["severity"] == "error"]
    assert ("BAT120", ["a/乾淨.json", "h.json"]) in errors
    assert any(rule == "BAT110" for rule, _ in errors)
    assert all(entry["pointer"] is entry["line"] is entry["column"] is None for entry in report["batch"]["findings"])


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_a_cap_leaves_the_counts_true(limit: int) -> None:
    records = [{"person_id": "A123456788", "start_date": f"11006{day:02d}", "end_date": f"11006{day:02d}"}
               for day in (1, 2, 3, 4, 7)]  # fmt: skip
    (file,) = run({"f.json": document(records)}, max_per_rule=limit).files
    assert file.counts.error == 5
    assert len(file.findings) == (limit or 5)
    assert file.truncated == ({"COD105": 5} if limit else {})
    assert [entry.pointer for entry in file.findings] == [f"/records/{row}/person_id" for row in range(limit or 5)]


def test_long_values_are_cut_and_containers_are_null() -> None:
    (file,) = run({"f.json": document([{"reason": "病" * 300, "person_name": {"姓": "王"}}])}).files
    values = {entry.field: entry.value for entry in file.findings}
    assert values == {"reason": "病" * 200 + "…", "person_name": None}


@pytest.mark.parametrize(
    ("period", "dataset", "today", "expected"),
    [
        ("11006", "monthly", date(2021, 7, 19), ("2021-07-20", "upcoming", 1)),
        ("11006", "monthly", date(2021, 7, 20), ("2021-07-20", "due", 0)),
        ("11006", "monthly", date(2021, 7, 22), ("2021-07-20", "overdue", -2)),
        ("11003", "monthly", date(2021, 8, 1), ("2021-08-20", "upcoming", 19)),
        ("10904", "covid109", date(2021, 8, 20), ("2021-08-20", "due", 0)),
        ("11111", "monthly", date(2022, 12, 1), ("2022-12-20", "upcoming", 19)),
    ],
)
def test_deadlines(period: str, dataset: str, today: date, expected: tuple[str, str, int]) -> None:
    (file,) = run({"f.json": sample(period=period, dataset=dataset, people=2)}, today=today).files
    assert (file.deadline.date, file.deadline.status, file.deadline.days_left) == expected
    assert file.status in ("pass", "warning")


def test_a_profile_changes_severities_and_switches_rules_off() -> None:
    profile = replace(REFERENCE, severity={"COD105": "info", "REC210": "off"})
    content = document([{"person_id": "A123456788", "days": 0, "end_time": "0930"}])
    (file,) = run({"f.json": content}, profile=profile).files
    assert [(entry.rule, entry.severity) for entry in file.findings] == [("COD105", "info")]
    assert "REC210" not in {entry.rule for entry in file.not_checked}
    assert file.status == "pass"


def test_the_same_bytes_give_the_same_report() -> None:
    assert run(batch(), today=LATER).to_json() == run(dict(reversed(batch().items())), today=LATER).to_json()
    assert options().mask
