"""Which fields have no place in a profile, so that nobody looked at what they hold."""

from __future__ import annotations

from collections.abc import Collection

from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.needed import AMOUNT, essential_gaps, wanted_gaps

_TITLES = {AMOUNT: "請假日數或時數", "person_id": "身分證字號（或員工代號）"}


def gaps_of(profile: Profile, given: Collection[str] = ()) -> tuple[list[str], list[str]]:
    """The essential fields without a place, and the wanted ones.

    Args:
        given: header fields that were given beside the file.
    """
    essential = essential_gaps(profile.has_everywhere)
    wanted = wanted_gaps(profile.has_everywhere, {*given, *profile.absent})
    return essential, [name for name in wanted if name not in essential]


def title_of(name: str) -> str:
    """What a field is called, for people."""
    return _TITLES.get(name) or built_in_profiles()["reference"].by_name[name].title
