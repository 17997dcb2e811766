"""What `make quick` runs after a change: the table of tests names what is there, and leaves no file out."""

from __future__ import annotations

import subprocess

import pytest
from support import ROOT

from checks import quick

FILES = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()


@pytest.mark.parametrize("row", quick.TESTS)
def test_row_of_the_table_is_alive(row: str) -> None:
    missing = [test for test in quick.TESTS[row] if not (ROOT / test).exists()]
    assert missing == [], f"TESTS in site/build/checks/quick.py: the row {row!r} names tests that are not there"
    folder = row.removeprefix("pyvalidator/")
    assert (ROOT / "tests" / folder).is_dir() or any(path.startswith(row) for path in FILES), (
        f"TESTS in site/build/checks/quick.py: no file of the project starts with {row!r}; take the row out"
    )


def test_every_source_asks_for_tests() -> None:
    sources = [path for path in FILES if path.startswith(("pyvalidator/", "site/app/", "site/build/", "docs/"))]
    assert [path for path in sources if not quick.tests_of(path)] == [], "give them a row of TESTS in site/build/checks/quick.py"


def test_every_file_of_the_project_may_change() -> None:
    """Files at the top lie in no folder; one that asks for no test still has its lint and types."""
    assert all(quick.tests_of(path) is not None for path in FILES)
    for path in ("README.md", "CHANGELOG.md", "mkdocs.yml", "pyproject.toml"):
        assert quick.tests_of(path) == set(quick.TESTS[path])


def test_change_asks_for_what_stands_on_it() -> None:
    rule = quick.plan_for(["pyvalidator/rules/record/rec110_end_date_before_start.py"])
    assert {"tests/rules", "tests/corpus"} <= rule.tests and rule.browser and not rule.pages
    inner = quick.plan_for(["pyvalidator/form/new.py"])
    assert {*quick.CORE, "tests/form"} <= inner.tests
    page = quick.plan_for(["docs/manual/faq.md"])
    assert (page.tests, page.browser, page.pages) == ({"tests/docs"}, False, True)
    words = quick.plan_for(["pyvalidator/wording/shared.json"])
    assert {*quick.CORE, "tests/page", "tests/docs"} <= words.tests
    script = quick.plan_for(["site/app/shell/page.mjs"])
    assert set(quick.PAGE) <= script.tests and script.browser


def test_changed_test_is_run_itself_and_a_helper_with_its_folder() -> None:
    assert quick.tests_of("tests/build/test_quick.py") == {"tests/build/test_quick.py"}
    assert quick.tests_of("tests/build/test_that_was_deleted.py") == set()
    assert "tests/wizard" in quick.tests_of("tests/wizard/layouts.py")
    assert set(quick.CORE) <= quick.tests_of("tests/support.py")
