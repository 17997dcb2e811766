"""Where the header, the persons and the records of an unknown file are, and what its keys hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pyvalidator.profile import Layout
from pyvalidator.profile.layout import RECORD
from pyvalidator.wizard.candidates import (
    Candidate,
    Weighed,
    choose,
    first_rows,
    leaves_of,
    told,
    weigh_one,
    weigh_places,
)
from pyvalidator.wizard.columns import MEMBER, Column
from pyvalidator.wizard.levels import Chain, chain_of
from pyvalidator.wizard.maps import KeyPlace
from pyvalidator.wizard.places import Place, grow

#: Objects of each place that are kept to see how their values relate.
_ROWS = 300
#: Where no key has days: objects with fewer keys are no records of leave.
_FEWEST_KEYS = 4
#: Objects whose keys may be data that are told of.
_MOST_SWITCHES = 50


@dataclass(frozen=True)
class Wanted:
    """What the user said of the places.

    Attributes:
        records: the patterns of the records, instead of those that would be chosen; None: nothing was said.
        ignored: the patterns that hold no leave.
        maps: pattern of an object → whether its keys are data.
    """

    records: tuple[str, ...] | None = None
    ignored: tuple[str, ...] = ()
    maps: Mapping[str, bool] = field(default_factory=dict)


NOTHING_SAID = Wanted()


@dataclass
class FoundLayout:
    """The layout found, and the columns of each level in file order.

    Attributes:
        columns: the keys, each with its level; `level_titles` has what the levels are called for people.
        doubt: why the user should look, or "".
        samples: level → the first objects of each of its places as path → value, to see how their values relate. Not
            kept beyond the session.
        samples_at: pattern of records → those of its samples.
        rows: the first records, with what stands on the objects above them: (level, path) → value.
        candidates: every place where records could be. key_places: every object whose keys could be data.
    """

    layout: Layout
    columns: list[Column]
    record_count: int
    doubt: str = ""
    samples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    rows: list[dict[tuple[str, str], Any]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    key_places: list[KeyPlace] = field(default_factory=list)
    level_titles: dict[str, str] = field(default_factory=dict)
    samples_at: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def at(self, pattern: str) -> FoundLayout:
        """What of it stands at one of several places of records."""
        columns = [column for column in self.columns if not column.places or pattern in column.places]
        rows = self.samples_at[pattern]
        return replace(self, columns=columns, samples={**self.samples, RECORD: rows})

    def hangs_on_person(self, column: Column) -> bool:
        """Whether each identity number has one value of this key: what a person has, not what a leave has."""
        if column.level != "record":
            return column.level == "person"
        rows = self.samples.get("record", [])
        ids = next((each.path for each in self.columns if each.level == "record" and each.looks_like_ids), None)
        if ids is None:
            return False
        pairs = {(str(row.get(ids)), str(row.get(column.path))) for row in rows}
        people = {person for person, _ in pairs}
        return len(pairs) == len(people) and len(people) < len(rows)


def find_layout(value: Any, wanted: Wanted = NOTHING_SAID) -> FoundLayout | None:
    """The most probable shape of a parsed file; None where nothing in it looks like records."""
    return find_common_layout([value], wanted)


def find_common_layout(values: Sequence[Any], wanted: Wanted = NOTHING_SAID) -> FoundLayout | None:
    """The same for several files that are laid out alike."""
    root = grow(values, wanted.maps)
    weighed = weigh_places(root)
    # Where the user said that there is no leave, none is found.
    possible = [each for each in weighed if each.candidate not in wanted.ignored]
    chosen = [each.place for each in _wanted(weighed, wanted) or choose(possible)]
    doubt = ""
    if not chosen:
        chosen, doubt = _by_guess(root, possible)
    if not chosen:
        return None
    chain = chain_of(root, chosen, wanted.ignored)
    flat = {place: first_rows(place, _ROWS) for places in chain.places.values() for place in places}
    samples = {level: [row for place in places for row in flat[place]] for level, places in chain.places.items()}
    candidates = told(weighed, chain.patterns, chosen, wanted.ignored, by_user=wanted.records is not None)
    return FoundLayout(
        chain.layout, chain.columns, sum(len(place.values) for place in chosen), doubt, samples, _rows(chain, flat),
        candidates, _switches(root, weighed), chain.titles,
        {pattern: flat[place] for pattern, place in zip(chain.layout.records, chosen, strict=True)},
    )  # fmt: skip


def _wanted(weighed: list[Weighed], wanted: Wanted) -> list[Weighed]:
    """The places that the user named, as far as they are there."""
    named = set(wanted.records or ())
    # What stands in one object in the place of a list has a `*` more in its pattern.
    others = {_without_stars(pattern) for pattern in named - {each.pattern for each in weighed}}
    return [
        each for each in weighed
        if each.pattern in named or (not each.place.steps and _without_stars(each.pattern) in others)
    ]  # fmt: skip


def _without_stars(pattern: str) -> str:
    return pattern.replace(f"/{MEMBER}", "")


def _by_guess(root: Place, weighed: list[Weighed]) -> tuple[list[Place], str]:
    """Where no list of objects has days: the file as one leave, else the longest list."""
    whole = weigh_one(root)
    if whole.evidence.dates and (whole.has_ids or whole.evidence.kind or whole.evidence.amount):
        return [root], "整份檔案只有一筆資料，請確認。"
    long = [each for each in weighed if sum(1 for _ in leaves_of(each.place)) >= _FEWEST_KEYS]
    if long:
        most = max(long, key=lambda each: len(each.place.values))
        return [most.place], "看不出哪一個鍵是日期，以筆數最多的一組資料當作差假紀錄，請確認。"
    return [], ""


def _switches(root: Place, weighed: list[Weighed]) -> list[KeyPlace]:
    """The objects whose keys may be data, of names only those in which there could be records."""
    dated = [f"{each.pattern}/" for each in weighed if each.dated]
    found: list[KeyPlace] = []
    for place in root.below():
        keys = place.keys
        if keys is None or len(found) == _MOST_SWITCHES:
            continue
        if keys.is_data or keys.kind != "text" or any(pattern.startswith(f"{place.pattern}/") for pattern in dated):
            found.append(keys)
    return found


def _rows(chain: Chain, flat: dict[Place, list[dict[str, Any]]]) -> list[dict[tuple[str, str], Any]]:
    """The first records, each with what stands on the objects above it."""
    levels = {place: level for level, places in chain.places.items() for place in places}
    found = []
    for place in chain.places[RECORD]:
        for index, own in enumerate(flat[place]):
            row = {(RECORD, path): value for path, value in own.items()}
            at, each = index, place
            while each.up is not None:
                at, each = each.owners[at], each.up
                above = flat.get(each, ())
                row |= {(levels[each], path): value for path, value in (above[at] if at < len(above) else {}).items()}
            found.append(row)
    return found
