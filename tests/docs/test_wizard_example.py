"""The finished example of the wizard's page is finished: the profile can be used and the file then passes."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from support import ROOT, run_one

from pages import wizard_example
from pyvalidator.profile import load_profile

PAGE = (ROOT / "docs" / "format" / "wizard.md").read_text("utf-8")
APP = (ROOT / "site" / "app" / "wizard" / "strings.mjs").read_text("utf-8")
APP += (ROOT / "site" / "app" / "shell" / "page.html").read_text("utf-8")
EXAMPLE = wizard_example.EXAMPLE.read_bytes()


def test_finished_profile_lets_the_example_pass() -> None:
    profile = load_profile(wizard_example.finished_profile(), "wizard-example.toml")
    report = run_one(EXAMPLE, profile=profile)
    assert [entry.rule for entry in report.findings if entry.severity != "info"] == []
    assert report.record_count == 3
    assert [entry.rule for entry in run_one(EXAMPLE).findings] == ["STR100"]


def test_page_counts_the_keys_and_names_the_codes_as_they_are() -> None:
    whole = json.loads(EXAMPLE)
    keys = [key for key in whole if key != "data"] + list(whole["data"][0])
    assert f"全部 {len(keys)} 個鍵" in PAGE
    profile = tomllib.loads(wizard_example.finished_profile())
    assert len(profile["fields"]) == len(keys)
    assert not [field for field in profile["fields"] if field["name"].startswith("other")]
    codes = {record["LV_CD"] for record in whole["data"]}
    assert set(profile["tables"]["leave_type"]) == codes
    assert all(f"`{code}`" in PAGE for code in codes)


STEPS = PAGE.partition("## 步驟")[2].partition("???")[0]


@pytest.mark.parametrize("label", sorted(set(re.findall(r"\*\*([^*]{4,})\*\*", STEPS))))
def test_step_is_named_as_on_the_page(label: str) -> None:
    assert label in APP, "the page says it otherwise: change docs/format/wizard.md"


def test_built_page_shows_the_example(www: Path) -> None:
    text = (www / "format" / "wizard" / "index.html").read_text("utf-8")
    assert "<!-- wizard" not in text
    assert "會指出" in text
    assert (www / "format" / "files" / "wizard-example.toml").read_text("utf-8") == wizard_example.finished_profile()
