"""What is to be said of values that were given beside a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pyvalidator.coverage.fields import title_of
from pyvalidator.engine.finding import Finding
from pyvalidator.form.found import found
from pyvalidator.profile import Profile
from pyvalidator.profile.given import Given
from pyvalidator.table.table import Table
from pyvalidator.wording import GIVEN


def about_given(profile: Profile, table: Table, given: Mapping[str, Given], *, fitting: bool) -> Iterator[Finding]:
    """The findings: a name that is not what the profile says, and values that the file has too, and others.

    Args:
        fitting: whether the file's name fits the profile's template.
    """
    if not fitting:
        yield found("name_not_fitting", pointer="", template=profile.file_name)
    for name, one in given.items():
        own = table.header_own(name)
        if own is not None and own != one.value:
            told: dict[str, Any] = {"own": table.header_text(name), "text": one.text, "source": GIVEN[one.source]}
            finding = found("given_differs", what=title_of(name), **told)
            placed = profile.spec_of(name) is not None
            finding.field, finding.pointer = (name, None) if placed else (None, "")
            yield finding
