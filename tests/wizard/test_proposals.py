"""The wizard's first proposal on eight layouts, and that what it drafts checks clean and faulty files."""

from __future__ import annotations

import json
import tomllib

import pytest
from layouts import LAYOUTS
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import Profile, load_profile
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Draft, draft_profile, draft_toml, examples, propose

each_layout = pytest.mark.parametrize("profile", LAYOUTS, ids=[profile.id for profile in LAYOUTS])


def proposal(profile: Profile, seed: int = 3) -> Draft:
    draft = propose([json.loads(build_sample(profile, people=25, seed=seed).text)])
    assert draft is not None
    return draft


def corrected(profile: Profile, draft: Draft) -> Draft:
    """The draft with the code tables filled in as the user would."""
    for choice in draft.choices:
        if choice.field and choice.codes:
            choice.codes = {**choice.codes, **profile.codes(profile.by_name[choice.field])}
    draft.required = {(spec.level, spec.path): spec.required for spec in profile.fields}
    return draft


@each_layout
def test_layout_and_fields_are_proposed_with_at_most_three_slips(profile: Profile) -> None:
    draft = proposal(profile)
    truth = {(spec.level, spec.path): spec.name for spec in profile.fields}
    wrong = [choice for choice in draft.choices if choice.field != truth[choice.column.level, choice.column.path]]
    assert draft.shape.layout == profile.layout
    assert len(wrong) <= 3, [(choice.column.key, choice.field) for choice in wrong]
    # What kind of data a file has stands in none of its keys, and only a person can say it.
    assert set(draft.missing) == {"dataset"} - set(profile.by_name)


@each_layout
def test_forms_are_found(profile: Profile) -> None:
    for choice in proposal(profile).choices:
        spec = profile.by_name[choice.field or ""]
        for name in ("format", "as_text", "true", "false"):
            if choice.settings.get(name):
                assert choice.settings[name] == getattr(spec, name), (choice.column.key, name)


@each_layout
def test_drafted_profile_finds_nothing_in_clean_files(profile: Profile) -> None:
    drafted = draft_profile(corrected(profile, proposal(profile)))
    for seed in (4, 5, 6):
        text = build_sample(profile, people=20, seed=seed).text
        report = check_file(Incoming("f.json", text.encode()), options(profile=drafted)).report
        assert report.counts.error == 0, [(entry.rule, entry.pointer) for entry in report.findings]


@each_layout
def test_toml_file_is_the_same_profile_and_holds_no_identity_number(profile: Profile) -> None:
    draft = corrected(profile, proposal(profile))
    text = draft_toml(draft)
    assert load_profile(text, "draft.toml") == draft_profile(draft)
    assert tomllib.loads(text)["layout"]["records"] == profile.layout.records
    people = {value for choice in draft.choices if choice.field == "person_id" for value in choice.column.texts}
    assert people and not any(person in text for person in people)


@each_layout
def test_examples_on_the_screen_are_masked(profile: Profile) -> None:
    for choice in proposal(profile).choices:
        if choice.field == "person_id":
            assert all(shown.endswith("****") for shown in examples(choice))


def test_nothing_like_records_gives_no_proposal() -> None:
    assert propose([{"a": 1}, [1, 2], "x", None]) is None


@each_layout
def test_drafted_profile_answers_files_of_every_other_layout(profile: Profile) -> None:
    """What a layout lacks is written into the profile as a constant, which has no key and so no form."""
    drafted = draft_profile(corrected(profile, proposal(profile)))
    for other in LAYOUTS:
        if other.layout != profile.layout:
            text = build_sample(other, people=3, seed=1).text
            report = check_file(Incoming("f.json", text.encode()), options(profile=drafted)).report
            assert report.findings[0].rule in ("STR100", "STR110"), report.findings[0]
