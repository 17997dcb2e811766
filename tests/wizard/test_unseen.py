"""Layouts that the wizard was not made for: first proposal, clean files, files with one fault at a known place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from foreign import FOREIGN
from layouts import LAYOUTS
from support import options
from unseen import UNSEEN, Unseen

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.needed import WANTED
from pyvalidator.repair.convert import convert_json
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Draft, draft_profile, propose, settle
from pyvalidator.wizard.names import TOGETHER, parts_of

REFERENCE = built_in_profiles()["reference"]
ALL = [*UNSEEN, *FOREIGN, *map(Unseen, LAYOUTS)]
each_layout = pytest.mark.parametrize("unseen", ALL, ids=[unseen.profile.id for unseen in ALL])


def proposal(unseen: Unseen) -> Draft:
    draft = propose([json.loads(unseen.text(people=25, seed=3))])
    assert draft is not None
    return draft


def slips(unseen: Unseen, draft: Draft) -> list[tuple[str, str | None, str | None]]:
    """(path, right field, proposed field) of every wrong proposal, keys that mean nothing included."""
    truth = {(spec.level, spec.path): spec.name for spec in unseen.profile.fields}
    for name, parts in TOGETHER.items():
        spec = unseen.profile.by_name.get(parts[0])
        if spec and {spec.name, *(other.name for other in unseen.profile.same_key[spec.name])} == set(parts):
            truth[spec.level, spec.path] = name
    rights = [(choice, truth.get((choice.column.level, choice.column.path))) for choice in draft.choices]
    return [(choice.column.path, right, choice.field) for choice, right in rights if choice.field != right]


def confirmed(unseen: Unseen) -> Profile:
    """The profile after the user has put right what was wrong and said what the codes mean."""
    draft = proposal(unseen)
    for path, right, _ in slips(unseen, draft):
        [choice] = [choice for choice in draft.choices if choice.column.path == path]
        choice.field = right
        settle(choice)
    for choice in draft.choices:
        if choice.field and choice.codes:
            choice.codes = {**choice.codes, **unseen.profile.codes(unseen.profile.by_name[choice.field])}
    draft.required = {(spec.level, spec.path): spec.required for spec in unseen.profile.fields}
    return draft_profile(draft)


def check(unseen: Unseen, text: str, profile: Profile) -> list[Any]:
    report = check_file(Incoming("f.json", text.encode()), options(profile=profile)).report
    assert report.record_count is not None, "The layout is taken for another one"
    return report.findings


@each_layout
def test_first_proposal_needs_three_corrections_at_most(unseen: Unseen) -> None:
    draft = proposal(unseen)
    assert draft.shape.layout == unseen.profile.layout
    assert len(slips(unseen, draft)) <= 3, slips(unseen, draft)
    without = set(WANTED) - set(unseen.profile.by_name)
    assert set(draft.missing) <= without | {part for _, right, _ in slips(unseen, draft) for part in parts_of(right)}


@each_layout
def test_forms_of_unseen_layouts_are_found(unseen: Unseen) -> None:
    for choice in proposal(unseen).choices:
        spec = unseen.profile.by_name.get((parts_of(choice.field) or ("",))[0])
        for name in ("format", "as_text", "true", "false", "unit", "step") if spec else ():
            if choice.settings.get(name):
                assert choice.settings[name] == getattr(spec, name), (choice.column.key, name)


def sweep(unseen: Unseen, profile: Profile, seeds: range) -> None:
    """Clean files, converted from the reference layout where the layout has what a conversion needs."""
    for seed in seeds:
        people = 5 + seed % 4 * 10
        text = build_sample(REFERENCE, people=people, seed=seed).text.encode()
        try:
            made = convert_json(text, unseen.profile).text
        except ValueError:
            # The layout requires what the reference layout does not have.
            made = build_sample(unseen.profile, people=people, seed=seed).text
        errors = [entry for entry in check(unseen, unseen.noisy(made), profile) if entry.severity == "error"]
        assert errors == [], (seed, errors[0].rule, errors[0].pointer)


def find_faults(unseen: Unseen, profile: Profile, seeds: range) -> None:
    """A file with one fault has it found under its rule, at its place."""
    for seed in seeds:
        sample = build_sample(unseen.profile, people=8, seed=seed, faults=1)
        findings = check(unseen, unseen.noisy(sample.text), profile)
        # Nothing in a file tells how long a text may be: a limit is written into the profile by who knows it.
        for fault in (fault for fault in sample.faults if fault["rule"] != "STR260"):
            found = [entry.rule for entry in findings if entry.pointer == fault["pointer"]]
            # Where null or blank was seen to mean that there is no value, the value is missing from the record.
            lacks = fault["rule"] in ("STR200", "STR215") and any(
                entry.rule == "STR110" and fault["pointer"].startswith(entry.pointer or "") for entry in findings
            )
            assert fault["rule"] in found or lacks, (seed, fault, found)


@each_layout
def test_confirmed_profile_finds_no_error_in_clean_files_and_the_one_fault(unseen: Unseen) -> None:
    profile = confirmed(unseen)
    sweep(unseen, profile, range(40, 42))
    find_faults(unseen, profile, range(10, 16))


@pytest.mark.long
@each_layout
def test_many_clean_files_and_as_many_single_faults(unseen: Unseen) -> None:
    """Two hundred for the layouts that the wizard was made with; the others differ in what a file has, not in rules."""
    files = 200 if unseen.profile in LAYOUTS else 60
    profile = confirmed(unseen)
    sweep(unseen, profile, range(1000, 1000 + files))
    find_faults(unseen, profile, range(2000, 2000 + files))
