"""What the contract says of coverage, written down a second time and as plainly as it can be.

It knows files whose dates are ROC digits or ISO days, and is told which objects are maps; everything else is as the
contract has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

ESSENTIAL = ("leave_type", "start_date", "end_date")
WANTED = ("agency_code", "period", "dataset", "person_name", "person_category", "start_time", "end_time", "covid_related")
_DATE = re.compile(r"1[01][0-9](0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])|20[0-9]{2}-[01][0-9]-[0-3][0-9]( .*)?")
_ID = re.compile("[A-Z][12][0-9]{8}")


def unmapped(profile: dict[str, Any], given: Collection[str] = ()) -> set[str]:
    """Fields that have no place; an amount is called days/hours."""
    keyed = {field["name"] for field in profile["fields"]}
    everywhere = set(profile.get("constants", {}))
    for place in profile.get("places", ()):
        keyed -= {name for name, key in place.get("keys", {}).items() if key == ""}
    own = [set(place.get("constants", {})) for place in profile.get("places", ())]
    if own and len(own) == len(profile["layout"]["records"]):
        everywhere |= set.intersection(*own)
    has = keyed | everywhere
    gaps = set() if has & {"person_id", "person_number"} else {"person_id"}
    gaps |= set(ESSENTIAL) - has
    excused = has | set(given) | set(profile.get("absent", ()))
    gaps |= set(WANTED) - excused
    amount = bool(has & {"days", "hours"})
    if not amount and ({"start_time", "end_time"} - has or not excused & {"days", "hours"}):
        gaps.add("days/hours")
    return gaps


def elsewhere(document: Any, placed: Collection[str], ignored: Collection[str], maps: Collection[str]) -> set[str]:
    """The patterns of places outside of `placed` at which something looks like leave.

    Args:
        placed: patterns of the containers that the layout places. ignored: patterns that are left aside.
        maps: patterns of the objects whose members count as `*`.
    """
    found: dict[str, list[bool]] = {}
    for pattern, value, above in _containers(document, "", (), maps):
        if any(pattern == one or pattern.startswith(f"{one}/") for one in ignored) or pattern in placed:
            continue
        own = list(value.values() if isinstance(value, dict) else value)
        texts = [one for one in own if isinstance(one, str)]
        if any(map(_DATE.fullmatch, [*texts, *above])):
            found.setdefault(pattern, []).append(any(map(_ID.fullmatch, [*texts, *above])))
    return {pattern for pattern, known in found.items() if len(known) > 1 or any(known)}


def _containers(
    value: Any, pattern: str, above: tuple[str, ...], maps: Collection[str]
) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    if isinstance(value, str) and value[:1] in ("[", "{"):
        value = json.loads(value)
    if not isinstance(value, dict | list):
        return
    yield pattern, value, above
    if isinstance(value, list):
        for item in value:
            yield from _containers(item, f"{pattern}/*", above, maps)
    else:
        for key, item in value.items():
            token = "*" if pattern in maps else key
            yield from _containers(item, f"{pattern}/{token}", (*above, key), maps)
