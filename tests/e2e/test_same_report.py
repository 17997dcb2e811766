"""The same 50 files give the same report, byte for byte but for the time, whichever way the checker is reached."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import cases
import code_cases
import content_cases
import form_cases
import pytest
import syntax_cases
from checker_page import Edition, downloaded, keep_downloads, open_checker, wait_for_state
from playwright.sync_api import Page

from pyvalidator.profile import built_in_profiles

REFERENCE = built_in_profiles()["reference"]
REPORT = "下載報告（JSON）"
TIME = re.compile(rb'("checked_at": ?)"[^"]+"')


def fifty_files() -> Iterator[tuple[str, bytes]]:
    """Faults of every kind, files of other layouts, and what is no JSON at all."""
    faulty = [*form_cases.FORM_CASES, *code_cases.CODE_CASES, *content_cases.CONTENT_CASES, *syntax_cases.SYNTAX_CASES]
    for number in range(40):
        case = faulty[number * len(faulty) // 40]
        yield f"{number:02}_{case.rule}.json", content_of(case)
    clean = cases.base(REFERENCE)[0].write().text.encode()
    yield from {
        "clean.json": clean, "clean again.json": clean, "empty.json": b"", "bom.json": b"\xef\xbb\xbf" + clean,
        "A123456789.json": b"[1, 2", "big5.json": clean.decode().encode("cp950", "ignore"), "utf16.json": clean.decode().encode("utf-16"),
        "another.json": '{"機關": "水上鄉公所", "資料": [{"姓名": "王小明"}]}'.encode(),
        "表格.pdf": b"%PDF-1.7 no JSON", "錯誤頁.json": b"<!doctype html><title>403</title>",
    }.items()  # fmt: skip


def content_of(case: cases.Case | syntax_cases.SyntaxCase) -> bytes:
    if isinstance(case, syntax_cases.SyntaxCase):
        return case.data
    draft, row = cases.base(built_in_profiles()[case.profiles[0]], case.period, case.dataset)
    case.change(draft, row)
    return draft.write().text.encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fifty")
    for name, content in fifty_files():
        (made / name).write_bytes(content)
    assert len(list(made.iterdir())) == 50
    return made


@pytest.fixture(scope="module")
def by_command(folder: Path) -> dict[str, bytes]:
    """The command line's report by day: the page's day is the clock's."""
    return {}


def report_of_command(folder: Path, today: str, code: int = 1) -> bytes:
    command = [sys.executable, "-m", "pyvalidator", "check", *sorted(map(str, folder.iterdir())), "--format", "json", "--today", today]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout


def check_on_page(page: Page, edition: Edition, folder: Path) -> None:
    open_checker(page, edition)
    page.get_by_label("選擇檔案").set_input_files(sorted(folder.iterdir()))
    assert wait_for_state(page, "done", "failed") == "done"


def assert_same(made: bytes, folder: Path, by_command: dict[str, bytes]) -> None:
    report = json.loads(made)
    assert len(report["files"]) == 50
    assert len({one["status"] for one in report["files"]}) == 4, "the files must differ"
    today = report["checked_at"][:10]
    if today not in by_command:
        by_command[today] = report_of_command(folder, today)
    assert TIME.subn(rb"\1", made, count=1) == TIME.subn(rb"\1", by_command[today], count=1)


# What is unzipped are the same files as those that are served, and the one file holds the same packs.
@pytest.mark.parametrize("name", ["http", *(pytest.param(name, marks=pytest.mark.long) for name in ("single", "file"))])
def test_page_and_command_line_give_the_same_bytes(
    page: Page, editions: dict[str, Edition], name: str, folder: Path, by_command: dict[str, bytes]
) -> None:
    check_on_page(page, editions[name], folder)
    with page.expect_download() as download:
        page.get_by_role("button", name=REPORT).click()
    assert_same(download.value.path().read_bytes(), folder, by_command)


@pytest.mark.long
def test_firefox_and_command_line_give_the_same_bytes(
    firefox_page: Page, edition: Edition, folder: Path, by_command: dict[str, bytes]
) -> None:
    keep_downloads(firefox_page)
    check_on_page(firefox_page, edition, folder)
    assert_same(downloaded(firefox_page, REPORT), folder, by_command)
