"""Leave kinds in the wizard: official names are all known, others are proposals, states and likenesses are none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.advice import canonical_names
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Choice, draft_profile, propose
from pyvalidator.wizard.code_table import read_code_table
from pyvalidator.wizard.names import leave_names

_REFERENCE = built_in_profiles()["reference"]
_KNOWN = canonical_names()["leave_type"]


def document(**kinds: str) -> Any:
    """A file in which some kinds of leave are written otherwise."""
    content = json.loads(build_sample(_REFERENCE, period="11006", people=20, seed=3).text)
    rows = [{"IDNO" if key == "person_id" else key: value for key, value in row.items()} for row in content["records"]]
    for row in rows:
        row["leave_type"] = kinds.get(row["leave_type"], row["leave_type"])
    return {"機關代碼": content["agency_code"], "年月": "11006", "資料": rows}


def leave_of(content: Any) -> tuple[Profile, Choice]:
    draft = propose([content])
    assert draft is not None
    return draft_profile(draft), next(choice for choice in draft.choices if choice.field == "leave_type")


def rules_of(content: Any, profile: Profile) -> list[tuple[str, str]]:
    report = check_file(Incoming("f.json", json.dumps(content).encode()), options(profile=profile)).report
    return [(entry.rule, entry.severity) for entry in report.findings if entry.field == "leave_type"]


def test_official_names_of_another_month_are_known() -> None:
    profile, choice = leave_of(document())
    assert set(leave_names()) <= set(choice.codes) and not choice.proposed
    other = document(事假="身心調適假", 病假="骨髓捐贈假", 公差="歲時祭儀假")
    assert {rule for rule, _ in rules_of(other, profile)} <= {"COD400", "COD405", "COD410"}


def test_other_names_are_marked_as_proposals() -> None:
    _, choice = leave_of(document(病假="病假(未住院)", 休假="休假(國旅卡)", 加班補休="補休", 事假="事假"))
    assert (choice.codes["病假(未住院)"], choice.codes["休假(國旅卡)"], choice.codes["補休"]) == ("病假", "休假", "其他補休")
    assert choice.proposed == {"病假(未住院)", "休假(國旅卡)", "補休"} and not choice.certain


@pytest.mark.parametrize("code", ["02-{}", "02.{}", "A2 {}", "(02){}", "【A02】 {}"])
def test_a_code_in_front_of_a_name_is_proposed_to_be_that_kind(code: str) -> None:
    words = {kind: code.format(kind) for kind in ("病假", "事假", "產前假")}
    _, choice = leave_of(document(**words))
    seen = {word for word in words.values() if word in choice.codes}
    assert len(seen) >= 2 and choice.proposed == seen and not choice.certain
    assert {word: choice.codes[word] for word in seen} == {word: kind for kind, word in words.items() if word in seen}


@pytest.mark.parametrize("word", ["銷假", "取消休假", "生日假", "病价", "02-銷假", "02-取消休假", "02-", "(A)病价"])
def test_states_and_likenesses_stay_open(word: str) -> None:
    _, choice = leave_of(document(病假=word))
    assert choice.codes[word] == "" and word not in choice.proposed and not choice.certain


def test_a_kind_that_comes_new_is_a_warning_that_leads_back() -> None:
    profile, _ = leave_of(document())
    content = document(病假="榮譽假")
    assert set(rules_of(content, profile)) == {("STR800", "warning")}
    report = check_file(Incoming("f.json", json.dumps(content).encode()), options(profile=profile)).report
    fixes = {entry.fix for entry in report.findings if entry.rule == "STR800"}
    assert all("對照精靈" in fix for fix in fixes)


def test_codes_get_no_official_names_among_them() -> None:
    codes = {name: f"A{number:02d}" for number, name in enumerate(leave_names(), 1)}
    _, choice = leave_of(document(**codes))
    assert set(choice.codes) == set(choice.column.codes) and set(choice.codes.values()) == {""}


def test_a_pasted_table_keeps_its_own_words_beside_the_proposal() -> None:
    table = "代碼\t名稱\nA1\t事假\nA2\t病假(未住院)\nA3\t補休假\nA4\t生日假\nA5\t休假取消\nA6\t產假"
    found = read_code_table(table, set(_KNOWN), {})
    assert found.codes == {"A1": "事假", "A2": "病假", "A3": "其他補休", "A6": "娩假"}
    assert found.proposed == {"A2", "A3", "A6"}
    assert found.open == {"A4": "生日假", "A5": "休假取消"}
    assert (found.own["A1"], found.own["A3"], found.own["A4"]) == ("事假", "補休假", "生日假")
