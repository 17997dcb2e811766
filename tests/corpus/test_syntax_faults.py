"""One slip in the text per file: found at its character, the rest of the file still read."""

from __future__ import annotations

import naive
import pytest
from cases import LATER
from support import options
from syntax_cases import MARK, SYNTAX_CASES, SyntaxCase

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check


@pytest.mark.parametrize("case", SYNTAX_CASES, ids=[case.id for case in SYNTAX_CASES])
def test_the_slip_is_found_at_its_character(case: SyntaxCase) -> None:
    report = check([Incoming("f.json", case.data)], options(today=LATER))
    assert report.incidents == []
    found = [(entry.rule, entry.pointer, entry.line, entry.column) for entry in report.files[0].findings
             if entry.rule not in case.beside]  # fmt: skip
    line, column = naive.place(case.text.replace(MARK, ""), case.offset)
    assert found == [(case.rule, case.pointer, line, column)]
