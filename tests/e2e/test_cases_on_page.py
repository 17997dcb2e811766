"""The cases with their right answers, on the page: it says what the command line says."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from checker_page import Edition, not_from_disk, open_checker, wait_for_state
from playwright.sync_api import Page
from test_same_report import TIME, report_of_command

CASES = Path(os.environ.get("PYVALIDATOR_CASES") or "missing")

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="set PYVALIDATOR_CASES to the folder of the cases")

#: A list of agencies: the page takes it as one, so it is given beside data.
_ROSTER = "K1-roster-unclosed-quote.csv"


def given(page: Page, *paths: Path) -> None:
    page.get_by_label("選擇檔案").set_input_files(list(paths))
    assert wait_for_state(page, "done", "failed") == "done"


def report_on_page(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="下載報告（JSON）").click()
    return download.value.path().read_bytes()


@not_from_disk
def test_every_case_has_the_same_report_on_the_page(page: Page, edition: Edition, tmp_path: Path) -> None:
    for name in ("reading", "page", "kinds"):
        for path in sorted((CASES / name).iterdir()):
            if path.is_file() and path.name != _ROSTER:
                (tmp_path / path.name).write_bytes(path.read_bytes())
    open_checker(page, edition)
    given(page, *sorted(tmp_path.iterdir()))
    made = report_on_page(page)
    today = json.loads(made)["checked_at"][:10]
    # One of the archives cannot be opened.
    by_command = report_of_command(tmp_path, today, code=2)
    assert TIME.subn(rb"\1", made, count=1) == TIME.subn(rb"\1", by_command, count=1)


def test_a_roster_that_cannot_be_read_is_said_with_its_row(page: Page, editions: dict[str, Edition]) -> None:
    open_checker(page, editions["single"])
    given(page, CASES / "page/04-eight-faults_11510.json", CASES / "reading" / _ROSTER)
    assert "第 3 列" in page.locator("body").inner_text()
    assert json.loads(report_on_page(page))["batch"]["findings"] == []


def test_what_is_dropped_after_another_file_is_what_the_result_is_about(page: Page, edition: Edition) -> None:
    open_checker(page, edition)
    given(page, CASES / "page/03-header-month-wrong.json")
    for name in ("kinds/S1_data_with_schema_key.json", "page/01-clerk-export-as-csv.csv"):
        page.get_by_label("選擇檔案").set_input_files([CASES / name])
        page.get_by_role("region", name="檢核結果").get_by_text(Path(name).name).first.wait_for()
        wait_for_state(page, "done")
        assert [file["name"] for file in json.loads(report_on_page(page))["files"]] == [Path(name).name]
