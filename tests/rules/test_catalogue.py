"""Conventions of the catalogue. Each failure says what to do."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from support import ROOT

import pyvalidator.rules
from pyvalidator.engine.registry import rules, rules_by_fault_code
from pyvalidator.rule import Rule

ALL = list(rules().values())
GUIDE = ROOT / "docs" / "develop" / "add-a-rule.md"
#: folder, prefix, what the guide says of the kinds in it
FOLDERS = re.findall(r"^\| `rules/(\w+)/` \| ([A-Z]{3}) \| (.*) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)
PREFIX = {folder: prefix for folder, prefix, _ in FOLDERS}
each_rule = pytest.mark.parametrize("rule", ALL, ids=[rule.id for rule in ALL])


@each_rule
def test_id_module_and_folder_agree(rule: Rule) -> None:
    name = rule.module.rsplit(".", 1)[-1]
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.id), f"{rule.id}: three capitals and three digits"
    assert rule.id.startswith(PREFIX[rule.stage]), f"{rule.id}: ids below rules/{rule.stage} start with {PREFIX[rule.stage]}"
    assert name.startswith(rule.id.lower() + "_"), f"{name}: name the module {rule.id.lower()}_<bad condition>"
    assert not re.match(r"[a-z0-9]+_check", name), f"{name}: name the bad condition, not the act of checking"


@each_rule
def test_docstring_teaches(rule: Rule) -> None:
    assert rule.title and len(rule.title) <= 40, f"{rule.id}: the first docstring line is a short title"
    assert "## 為什麼重要" in rule.doc, f"{rule.id}: add a section 「## 為什麼重要」"
    assert "## 怎麼修正" in rule.doc, f"{rule.id}: add a section 「## 怎麼修正」"
    assert rule.doc.split("##")[0].strip(), f"{rule.id}: say what is wrong before the first heading"


@each_rule
def test_sentences_are_chinese_and_say_what_to_do(rule: Rule) -> None:
    for sentence in (rule.message, rule.fix):
        assert re.search("[\u4e00-\u9fff]", sentence) and sentence.endswith("。"), f"{rule.id}: a whole sentence: {sentence}"
        Formatter().parse(sentence)
    assert "請" in rule.fix, f"{rule.id}: the fix is a polite request (請…): {rule.fix}"
    assert rule.severity in ("error", "warning", "info")
    assert re.fullmatch(r"\d+\.\d+", rule.since), f"{rule.id}: since is a version, e.g. 1.0"


@each_rule
def test_examples_show_both_sides(rule: Rule) -> None:
    assert any(example.fires_at is not None for example in rule.examples), f"{rule.id}: add an example that fires"
    assert any(example.fires_at is None for example in rule.examples), f"{rule.id}: add an example that is right"


def test_every_module_is_found() -> None:
    root = Path(pyvalidator.rules.__path__[0])
    modules = [path for path in root.rglob("*.py") if path.name != "__init__.py" and path.parent.name != "_shared"]
    assert len(modules) == len(ALL), "each module below pyvalidator/rules holds exactly one rule"


def test_each_detected_fault_has_one_rule() -> None:
    for kind in ("syntax", "container"):
        assert len(rules_by_fault_code(kind)) == len([rule for rule in ALL if rule.kind == kind])


def test_folds_under_names_rules() -> None:
    unknown = {root for rule in ALL for root in rule.folds_under} - set(rules())
    assert unknown == set(), "`folds_under` names rules that do not exist"


def test_no_two_rules_share_a_title() -> None:
    titles = [rule.title for rule in ALL]
    assert sorted(titles) == sorted(set(titles)), "give each rule a title of its own"


def test_the_guide_says_which_kinds_stand_in_which_folder() -> None:
    told = {(folder, kind) for folder, _, kinds in FOLDERS for kind in re.findall(r"`(\w+)_rule`", kinds)}
    found = {(rule.stage, rule.kind) for rule in ALL}
    assert found == told, f"in {GUIDE.name}, the table of folders: not told {found - told}; not there {told - found}"
