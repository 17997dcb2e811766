"""Amounts of leave as a profile's files write them."""

from __future__ import annotations

from pyvalidator.domain.amounts import UNIT_MINUTES, amount_text
from pyvalidator.profile.spec import Profile

_WORDS = {"days": "日", "hours": "小時", "minutes": "分鐘"}


def written_amount(hours: float, profile: Profile) -> str:
    """Hours as a record of `profile` writes them, and in words where that is not the same: 720 分鐘（1 日 4 小時）."""
    usual = amount_text(hours)
    spec = profile.by_name["hours"]
    if spec.unit is None:
        return usual
    whole = bool(profile.same_key["hours"])
    days, rest = (0, hours) if whole else divmod(hours, 8)
    parts = [f"{int(days)} 日"] if days else []
    if rest or not days:
        parts.append(f"{rest * 60 / UNIT_MINUTES[spec.unit]:.10g} {_WORDS[spec.unit]}")
    own = " ".join(parts)
    return own if own == usual else f"{own}（{usual}）"


def amount_titles(profile: Profile) -> str:
    """What the file calls the amount, as the start of a sentence: 日數與時數都, or the one field's title."""
    days, hours = profile.by_name["days"], profile.by_name["hours"]
    return hours.title if profile.same_key["hours"] else f"{days.title}與{hours.title}都"
