"""One fault per file: found by its rule, at its exact place, and nothing else said beside it."""

from __future__ import annotations

import re

import naive
import pytest
from cases import Case, base
from code_cases import CODE_CASES
from content_cases import CONTENT_CASES
from form_cases import FORM_CASES
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.samples import Draft, Row

CASES = [(case, profile) for case in [*FORM_CASES, *CODE_CASES, *CONTENT_CASES] for profile in case.profiles]


@pytest.mark.parametrize(("case", "profile"), CASES, ids=[f"{case.id}-{profile}" for case, profile in CASES])
def test_the_fault_is_the_only_finding(case: Case, profile: str) -> None:
    layout = built_in_profiles()[profile]
    _prove(case, layout, *base(layout, case.period, case.dataset))


#: What depends on the month, its days off or the law of its time, or changes every record's agency.
_OF_ITS_TIME = re.compile("COD3|COD4|REC3[34]|REC4|REC5|REC6[0-4]|FIL3[13]0|FIL510")
_ANY_MONTH = [
    (case, profile) for case, profile in CASES
    if (case.period, case.dataset) == ("11006", "monthly") and not _OF_ITS_TIME.match(case.rule)
]  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("period", ["11002", "11112", "11204", "11309", "11401", "11510"])
def test_the_fault_is_the_only_finding_in_other_months(period: str) -> None:
    """Other months, people and numbers of people, the record at another place."""
    for number, (case, profile) in enumerate(_ANY_MONTH):
        layout = built_in_profiles()[profile]
        draft, row = base(layout, period, people=1 + number % 9, seed=number)
        try:
            _prove(case, layout, draft, row)
        except AssertionError as error:
            raise AssertionError(f"{case.id} {profile} {period} {number}") from error


def _prove(case: Case, layout: Profile, draft: Draft, row: Row) -> None:
    place = case.change(draft, row)
    written = draft.write()
    pointer, at_key = (place, False) if isinstance(place, str) else (place.pointer(written), place.at_key(written))
    text = written.text
    report = check([Incoming("f.json", text.encode())], options(profile=layout, today=case.today, **case.given))
    assert report.incidents == []
    entries = [entry for entry in report.files[0].findings if entry.rule not in case.beside]
    assert [(entry.rule, entry.pointer, entry.severity) for entry in entries] == [(case.rule, pointer, case.severity)]
    entry = entries[0]
    assert (entry.line, entry.column) == naive.place(text, naive.offsets(text)[pointer, at_key])
