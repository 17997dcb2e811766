"""Every JSON sample in the documentation does what the line above it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import ROOT, run_one

from pages.doc_samples import DocSample, find_samples, render_samples
from pages.file_format import build_pages
from pyvalidator.engine.examples import sample_text
from pyvalidator.profile import Profile, built_in_profiles

DOCS = ROOT / "docs"
SAMPLES = [
    pytest.param(sample, id=f"{page.relative_to(DOCS).as_posix()}-{number}")
    for page in sorted(DOCS.rglob("*.md"))
    for number, sample in enumerate(find_samples(page.read_text("utf-8")), 1)
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_sample_gives_the_answer_shown_above_it(sample: DocSample) -> None:
    report = sample.check()
    found = {entry.rule for entry in report.findings if entry.severity != "info"}
    assert found == set(sample.rules), [(entry.rule, entry.message) for entry in report.findings]


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_json_block_says_whether_it_passes(page: Path) -> None:
    text = page.read_text("utf-8")
    blocks = len(re.findall(r"^ *```json", text, re.MULTILINE))
    assert blocks == len(list(find_samples(text))), "write <!-- check: pass --> or the rule ids above the block"


@pytest.mark.parametrize("profile", built_in_profiles().values(), ids=lambda profile: profile.id)
def test_sample_to_download_passes_as_its_page_says(profile: Profile) -> None:
    text = build_pages()[f"format/files/{profile.id}.sample.json"]
    report = run_one(text, profile=profile)
    assert [entry.rule for entry in report.findings if entry.severity != "info"] == []


def test_samples_that_are_not_understood_are_refused() -> None:
    for spec in ("passed", "pass COD105", "record"):
        with pytest.raises(ValueError, match="check"):
            list(find_samples(f"<!-- check: {spec} -->\n```json\n{{}}\n```"))


def test_answer_is_shown_above_the_sample_in_the_words_of_the_checker() -> None:
    text = sample_text(days=0)
    shown = render_samples(f"<!-- check: REC210 -->\n```json\n{text}\n```", lambda rule: f"[{rule}](x.md)")
    assert shown.startswith("檢核這個例子：會指出 [REC210](x.md)\n")
    message = DocSample(("REC210",), text).check().findings[0].message
    assert f"> {message}" in shown
    assert shown.endswith(f"```json\n{text}\n```")


def test_indented_answer_stays_inside_its_block() -> None:
    shown = render_samples("    <!-- check: SYN410 -->\n    ```json\n    {}\n    ```", lambda rule: rule)
    assert all(line.startswith("    ") for line in shown.splitlines() if line.strip())
