"""What of a file was not looked at, and what was given beside it, as the report says it."""

from __future__ import annotations

from collections.abc import Mapping

from pyvalidator.coverage.fields import title_of
from pyvalidator.coverage.stage import Coverage
from pyvalidator.profile.given import Given
from pyvalidator.report.file_masker import FileMasker
from pyvalidator.report.model import CoverageEntry, ElsewhereEntry, GivenEntry
from pyvalidator.table.table import Table
from pyvalidator.wording import COVERAGE, GIVEN

#: How many places are named in a sentence.
_NAMED = 20


def coverage_entry(coverage: Coverage, masker: FileMasker) -> CoverageEntry:
    elsewhere = [ElsewhereEntry(pointer=masker.pointer(hit.pattern), count=hit.count) for hit in coverage.elsewhere]
    said = []
    if coverage.unmapped:
        said.append(COVERAGE["unmapped"].format(fields="、".join(map(title_of, coverage.unmapped))))
    if elsewhere:
        named = [COVERAGE["place"].format(pointer=one.pointer, count=f"{one.count:,}") for one in elsewhere[:_NAMED]]
        more = "等" if len(elsewhere) > _NAMED else ""
        said.append(COVERAGE["elsewhere"].format(places="、".join(named) + more))
    return CoverageEntry(complete=coverage.complete, unmapped=coverage.unmapped, elsewhere=elsewhere, said=said)


def given_entries(given: Mapping[str, Given], table: Table, masker: FileMasker) -> dict[str, GivenEntry]:
    """Those of the given values that were used: what the file says itself counts before them."""
    used = {name: one for name, one in given.items() if table.header_own(name) is None}
    return {
        name: GivenEntry(
            value=masker.text(one.text), source=one.source,
            said=GIVEN["line"].format(what=title_of(name), value=masker.text(one.text), source=GIVEN[one.source]),
        )
        for name, one in used.items()
    }  # fmt: skip
