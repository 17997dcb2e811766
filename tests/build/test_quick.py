"""What `make quick` runs after a change: the table of tests names what is there, and leaves no file out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support import ROOT

from checks import quick
from tasks import identity

#: Files of which no test of their own knows.
UNTESTED = {".ci/run", ".gitignore", ".npmrc", "CONTRIBUTING.md", "LICENSE"}
FILES = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()


@pytest.mark.parametrize("row", quick.TESTS)
def test_row_of_the_table_is_alive(row: str) -> None:
    missing = [test for test in quick.TESTS[row] if not (ROOT / test).exists()]
    assert missing == [], f"TESTS in site/build/checks/quick.py: the row {row!r} names tests that are not there"
    folder = row.removeprefix("pyvalidator/")
    assert (ROOT / "tests" / folder).is_dir() or any(path.startswith(row) for path in FILES), (
        f"TESTS in site/build/checks/quick.py: no file of the project starts with {row!r}; take the row out"
    )


def test_every_file_asks_for_tests() -> None:
    silent = {path for path in FILES if (ROOT / path).exists() and not quick.tests_of(path)}
    assert silent - UNTESTED == set(), "give them a row of TESTS in site/build/checks/quick.py"


def test_change_asks_for_what_stands_on_it() -> None:
    rule = quick.plan_for(["pyvalidator/rules/record/rec110_end_date_before_start.py"])
    assert {"tests/rules", "tests/corpus"} <= rule.tests and rule.browser and not rule.pages
    inner = quick.plan_for(["pyvalidator/form/new.py"])
    assert {*quick.CORE, "tests/form"} <= inner.tests
    page = quick.plan_for(["docs/manual/faq.md"])
    assert (page.tests, page.browser, page.pages) == ({"tests/docs", *quick.ALWAYS}, False, True)
    assert quick.plan_for(["package-lock.json"]).browser, "the runtime comes from there"
    profile = quick.plan_for(["pyvalidator/profiles/reference-1.toml"])
    assert {*quick.CORE, "tests/profile", "tests/samples"} <= profile.tests
    words = quick.plan_for(["pyvalidator/wording/shared.json"])
    assert {*quick.CORE, "tests/page", "tests/docs"} <= words.tests
    script = quick.plan_for(["site/app/shell/page.mjs"])
    assert set(quick.PAGE) <= script.tests and script.browser


def test_what_holds_for_the_whole_tree_is_looked_at_after_every_change() -> None:
    assert [test for test in quick.ALWAYS if not (ROOT / test).exists()] == []
    assert quick.plan_for(["LICENSE"]).tests == set(quick.ALWAYS)


@pytest.mark.parametrize("arguments", [[], ["HEAD"]], ids=["without a revision", "with one"])
def test_copy_of_one_commit_compares_with_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
    for command in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message", "A state"]):
        subprocess.run([*git, *command], check=True)
    monkeypatch.setattr(quick, "ROOT", tmp_path)
    monkeypatch.setattr(identity, "ROOT", tmp_path)
    monkeypatch.setattr(quick, "steps_for", lambda plan: [])
    assert quick.main(arguments) == 0


def test_unknown_revision_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert quick.main(["no-such-revision"]) == 2
    assert "since no-such-revision" in capsys.readouterr().err


def test_changed_test_is_run_itself_and_a_helper_with_its_folder() -> None:
    assert quick.tests_of("tests/build/test_quick.py") == {"tests/build/test_quick.py"}
    assert quick.tests_of("tests/build/test_that_was_deleted.py") == set()
    assert "tests/wizard" in quick.tests_of("tests/wizard/layouts.py")
    assert set(quick.CORE) <= quick.tests_of("tests/support.py")
