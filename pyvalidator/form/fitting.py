"""Which of the built-in profiles a file is laid out like."""

from __future__ import annotations

from pyvalidator.form.stage import fits_layout
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.source.document import Document
from pyvalidator.table.table import Table


def fitting_profiles(document: Document, other_than: Profile) -> list[Profile]:
    """The built-in profiles, but for the one of this id, that fit the document, the best one first: a header may happen
    to have a key of another layout."""
    found: list[tuple[int, Profile]] = []
    for profile in built_in_profiles().values():
        if profile.id != other_than.id:
            value = document.opened_at(profile.layout.embedded)
            table = Table(profile, value)
            if fits_layout(profile, value, table):
                found.append((len(table.misfits), profile))
    return [profile for _, profile in sorted(found, key=lambda one: one[0])]
