"""Two slips in one file, in the records of two people: each found at its character, and nothing else said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import naive
import pytest
from cases import LATER, WANG, base
from support import options
from syntax_cases import IN_A_RECORD, MARK, SyntaxCase

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import Row

LEE = replace(WANG, number=901, id="A234567893", name="李小華")
#: Within a pair the second key would be looked for in the wrong record; its pointer has tests of its own.
SLIPS = [slip for slip in IN_A_RECORD if not slip.pointer]
#: How far apart in the list the slips of a pair stand: coprime to most sizes, so that neighbours are of other kinds.
STEPS = (17, 29)


def _two_alike() -> str:
    """A clean file in which two people, apart from each other, have the same leave."""
    draft, row = base(built_in_profiles()["reference"])
    draft.rows.insert(draft.rows.index(row) - 2, Row(LEE, row.leave))
    return draft.write().text


CLEAN = _two_alike()


def _spoiled(first: SyntaxCase, second: SyntaxCase) -> tuple[str, list[tuple[str, int]]]:
    """The text with both slips, and (rule, offset) of each in the order of the text."""
    text, places = CLEAN, []
    # From behind, so that the place of the other stays where it is.
    for case, person in ((first, WANG), (second, LEE)):
        at = text.index(case.old, text.index(person.id))
        end = at + len(case.old)
        offset = at + case.new.index(MARK)
        new = case.new.replace(MARK, "")
        places = [(case.rule, offset), *((rule, other + len(new) - len(case.old)) for rule, other in places)]
        text = text[:at] + new + text[end:]
    return text, places


def _check(pairs: Iterable[tuple[SyntaxCase, SyntaxCase]]) -> None:
    wrong = []
    for first, second in pairs:
        text, places = _spoiled(first, second)
        report = check_file(Incoming("f.json", text.encode("utf-8", "surrogateescape")), options(today=LATER)).report
        beside = {*first.beside, *second.beside}
        found = [(entry.rule, entry.line, entry.column) for entry in report.findings if entry.rule not in beside]
        expected = [(rule, *naive.place(text, offset)) for rule, offset in places]
        if found != expected:
            wrong.append((second.name, first.name, expected, found))
    assert wrong == []


@pytest.mark.parametrize("step", STEPS)
def test_both_slips_are_found(step: int) -> None:
    _check((slip, SLIPS[(index + step) % len(SLIPS)]) for index, slip in enumerate(SLIPS))


@pytest.mark.long
@pytest.mark.parametrize("first", SLIPS, ids=[slip.id for slip in SLIPS])
def test_every_two_slips_are_found(first: SyntaxCase) -> None:
    _check((first, second) for second in SLIPS)
