"""Amounts of leave as a profile's files write them."""

from __future__ import annotations

from pyvalidator.domain.amounts import UNIT_MINUTES, amount_text
from pyvalidator.profile import field_values
from pyvalidator.profile.amount_forms import amount_form
from pyvalidator.profile.spec import Profile

_WORDS = {"days": "日", "hours": "小時", "minutes": "分鐘"}


def written_amount(hours: float, profile: Profile) -> str:
    """Hours as a record of `profile` writes them, and in words where that is not the same: 720 分鐘（1 日 4 小時）."""
    usual = amount_text(hours)
    spec = profile.spec_of("hours")
    if spec is None:
        return usual
    if spec.format is not None:
        own = field_values.write_minutes(spec, hours * 60) if profile.same_key["hours"] else usual
        # What is written in words needs no second saying.
        return usual if isinstance(own, str) and not amount_form(spec.format).is_number else f"{own}（{usual}）"
    if spec.unit is None:
        return usual
    whole = bool(profile.same_key["hours"])
    days, rest = (0, hours) if whole else divmod(hours, 8)
    parts = [f"{int(days)} 日"] if days else []
    if rest or not days:
        amount = rest * 60 / UNIT_MINUTES[spec.unit]
        # Days without a step have as many decimals as a half hour is told from another by.
        shown = round(amount, 2) if spec.unit == "days" and spec.step is None else amount
        parts.append(f"{shown:.10g} {_WORDS[spec.unit]}")
    own = " ".join(parts)
    return own if own == usual else f"{own}（{usual}）"


def amount_titles(profile: Profile) -> str:
    """What the file calls the amount, as the start of a sentence: 日數與時數都, or the one field's title."""
    days, hours = profile.spec_of("days"), profile.spec_of("hours")
    if days is None or hours is None:
        return "".join(spec.title for spec in (days, hours) if spec is not None)
    return hours.title if profile.same_key["hours"] else f"{days.title}與{hours.title}都"
