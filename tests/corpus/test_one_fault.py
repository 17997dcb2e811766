"""One fault per file: found by its rule, at its exact place, and nothing else said beside it."""

from __future__ import annotations

import naive
import pytest
from cases import Case, base
from code_cases import CODE_CASES
from content_cases import CONTENT_CASES
from form_cases import FORM_CASES
from support import options

from pyvalidator.intake import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles

CASES = [(case, profile) for case in [*FORM_CASES, *CODE_CASES, *CONTENT_CASES] for profile in case.profiles]


@pytest.mark.parametrize(("case", "profile"), CASES, ids=[f"{case.id}-{profile}" for case, profile in CASES])
def test_the_fault_is_the_only_finding(case: Case, profile: str) -> None:
    layout = built_in_profiles()[profile]
    draft, row = base(layout, case.period, case.dataset)
    spot = case.change(draft, row)
    written = draft.write()
    pointer, at_key = (spot, False) if isinstance(spot, str) else (spot.pointer(written), spot.at_key)
    text = written.text
    report = check([Incoming("f.json", text.encode())], options(profile=layout, today=case.today, **case.given))
    assert report.incidents == []
    entries = [entry for entry in report.files[0].findings if entry.rule not in case.beside]
    assert [(entry.rule, entry.pointer, entry.severity) for entry in entries] == [(case.rule, pointer, case.severity)]
    entry = entries[0]
    assert (entry.line, entry.column) == naive.place(text, naive.offsets(text)[pointer, at_key])
