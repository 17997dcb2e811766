"""The levels on the way to the records that were found, and the columns of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyvalidator.privacy.masking import mask_key
from pyvalidator.profile import Layout
from pyvalidator.profile.layout import HEADER, PERSON, RECORD
from pyvalidator.source.pointers import escape, tokens_of
from pyvalidator.wizard.candidates import Evidence, evidence_of, leaves_of
from pyvalidator.wizard.columns import MEMBER, Column
from pyvalidator.wizard.names import name_score
from pyvalidator.wizard.places import Place
from pyvalidator.wording import LEVEL

_SAFE = re.compile("[a-z][a-z0-9_]*")
#: What a level is called by what its key says, where the key itself is no name.
_CALLED = {"unit": "department", "agency_name": "agency", "agency_code": "agency", "leave_type": "leave_kind",
           "start_date": "day", "period": "month"}  # fmt: skip


@dataclass
class Chain:
    """The levels of a layout.

    Attributes:
        columns: of all levels, the outermost first. places: level → where its objects are; of the header only where
            it has keys. titles: level → what it is called for people.
        patterns: of each place on the way its pattern in the layout, in which one object stands for a list.
    """

    layout: Layout
    columns: list[Column]
    places: dict[str, list[Place]]
    titles: dict[str, str]
    patterns: dict[Place, str]


def chain_of(root: Place, records: list[Place], ignored: tuple[str, ...]) -> Chain:
    """The levels down to the places `records`, with everything that stands on them.

    Args:
        ignored: patterns of places that hold no leave.
    """
    walk = _Walk(root, records, ignored)
    places: dict[str, list[Place]] = {}
    at = walk.pattern
    steps = [step for step in walk.steps() if (step.names and any(step.names)) or any(walk.leaves(step))]
    person = _person(steps, records)
    names = _level_names([step for step in steps if step is not person])
    header = walk.header()
    if header is not None and any(walk.leaves(header)):
        places[HEADER] = [header]
    places |= {PERSON if step is person else names[step]: [step] for step in steps}
    places[RECORD] = records
    layout = Layout(
        header="" if header is None else header.pattern, persons=None if person is None else at(person),
        records=[at(place) for place in records], levels={name: at(step) for step, name in names.items()},
        columns=next((_columns_of(place) for place in records if place.heading is not None), None),
        maps=[at(step) for step in walk.stars if any(step.names)],
        one_or_list=[at(step) for step in walk.stars if not any(step.names) and _may_be_one(step)],
        embedded=[], ignored=list(ignored),
    )  # fmt: skip
    columns = [column for level, found in places.items() for column in walk.columns(level, found)]
    layout.embedded.extend(walk.embedded())
    titles = {level: LEVEL.get(level) or f"「{found[0].called}」" for level, found in places.items()}
    return Chain(layout, columns, places, titles, {place: at(place) for place in (*walk.stars, *records)})


def _columns_of(place: Place) -> str | list[str]:
    assert place.heading is not None
    return place.heading.place if place.heading.place is not None else list(place.heading.names)


def _may_be_one(step: Place) -> bool:
    """Whether some of the lists are one object by itself, or are not there."""
    if not step.is_step:
        return step.up is not None
    assert step.up is not None
    above = step.up
    lacking = above.up is not None and not above.is_step and len(above.values) < len(above.up.values)
    return above.single or lacking or any(value is None for value in above.values)


def _person(steps: list[Place], records: list[Place]) -> Place | None:
    """The level of persons: what has their numbers; else, unless the records have them, what has their names."""
    shared = [step for step in steps if all(step in record.above for record in records)]
    found = {step: evidence_of(step) for step in shared}
    numbered = [step for step in shared if found[step].ids or _map_kind(step) == "person_id"]
    if numbered:
        return numbered[0]
    own = [evidence_of(record) for record in records]
    if any(evidence.ids or evidence.people for evidence in own):
        return None
    named = [step for step in shared if found[step].people or _map_kind(step) == "number"]
    return named[0] if named else shared[-1] if shared else None


def _map_kind(step: Place) -> str:
    keys = step.up.keys if step.up is not None else None
    return keys.kind if keys is not None and keys.is_data else ""


def _level_names(steps: list[Place]) -> dict[Place, str]:
    names: dict[Place, str] = {}
    for number, step in enumerate(steps, 1):
        name = _level_name(step, evidence_of(step)) or f"level{number}"
        names[step] = name if name not in names.values() else f"{name}{number}"
    return names


def _level_name(step: Place, evidence: Evidence) -> str:
    kind, called = _map_kind(step), step.called.lower()
    taken = called in (HEADER, PERSON, RECORD) or kind in ("date", "leave_type")
    if _SAFE.fullmatch(called) and not taken and mask_key(called) == called:
        return called
    if kind == "leave_type" or (evidence.kind == 3 and not evidence.dates):
        return "leave_kind"
    if kind == "date" or (evidence.dates == 1 and not evidence.ids):
        return "day"
    keys = [step.called, *(leaf.key for _, leaf in leaves_of(step))]
    scored = [(name_score(key, name), name) for key in keys for name in _CALLED]
    best = max(scored, key=lambda pair: pair[0])
    return _CALLED[best[1]] if best[0] >= 0.6 else ""


def _one_person(records: list[Place]) -> Place | None:
    """The one person by itself whose records these are: an object that is no list's and has a number they do not."""
    if any(evidence_of(record).ids for record in records):
        return None
    shared = [place for place in records[0].above if all(place in record.above for record in records)]
    return next(
        (place for place in shared if place.is_group and place.up is not None and not place.is_step and not place.steps
         and evidence_of(place).ids), None,
    )  # fmt: skip


class _Walk:
    """What of a file is way, and what stands beside it."""

    def __init__(self, root: Place, records: list[Place], ignored: tuple[str, ...]) -> None:
        self._root, self._records = root, records
        self._way = {id(place) for record in records for place in (record, *record.above)}
        headings = [record.heading.place for record in records if record.heading and record.heading.place]
        beside = [pattern.removesuffix(f"/{MEMBER}") for pattern in ignored]
        beside += [pattern.partition(f"/{MEMBER}")[0] for pattern in headings]
        self._beside = {f"{pattern}/" for pattern in beside}
        self._opened = [place for record in records for place in (record, *record.above) if place.embedded]
        steps = {id(step): step for record in records for step in (*record.steps, record)}
        person = _one_person(records)
        steps |= {id(person): person} if person is not None else {}
        self._single = {id(step) for step in steps.values() if not step.is_step and step.up is not None}
        self.stars = sorted(steps.values(), key=lambda step: step.pattern.count("/"))

    def pattern(self, place: Place) -> str:
        """As a layout has it: one object by itself stands for a list."""
        chain = [each for each in (place, *place.above) if each.up is not None][::-1]
        stars = (f"/{MEMBER}" if id(each) in self._single else "" for each in chain)
        tokens = (MEMBER if each.is_step else escape(each.key) for each in chain)
        return "".join(f"/{token}{star}" for token, star in zip(tokens, stars, strict=True))

    def steps(self) -> list[Place]:
        """The places on the way, the outermost first, whose objects may be a level."""
        records = {id(record) for record in self._records}
        return [step for step in self.stars if id(step) not in records]

    def leaves(self, place: Place) -> Iterator[Place]:
        """What stands on the objects at a place and on the objects inside them, but for the way."""
        for member in place.members.values():
            if any(f"{member.pattern}/".startswith(pattern) for pattern in self._beside):
                continue
            on_the_way = id(member) in self._way
            led = member.each is not None or id(member) in self._single or member in self._records
            if on_the_way and led and not (member.each is not None and member.members):
                continue
            if member.is_group or (on_the_way and member.members):
                yield from self.leaves(member)
            else:
                yield member

    def header(self) -> Place | None:
        """The innermost object in which everything stands that is on no way; None where the file is no object."""
        if not self._root.members or any(record is self._root for record in self._records):
            return None
        place = self._root
        while True:
            telling = [member for member in place.members.values() if self._tells(member)]
            if len(telling) != 1 or not telling[0].is_group:
                return place
            place = telling[0]

    def _tells(self, member: Place) -> bool:
        holder = Place("", members={"": member})
        return any(self.leaves(holder))

    def columns(self, level: str, places: list[Place]) -> list[Column]:
        found: dict[str, Column] = {}
        where: dict[str, list[Place]] = {}
        for place in places:
            if any(name is not None for name in place.names):
                column = found.setdefault(f"/{MEMBER}", Column(level, MEMBER))
                where.setdefault(f"/{MEMBER}", []).append(place)
                column.fill([name for name in place.names if name is not None])
            for leaf in self.leaves(place):
                path = leaf.pattern[len(place.pattern) :]
                inside = path[: path.rindex("/")]
                column = found.setdefault(path, Column(level, leaf.key, inside))
                where.setdefault(path, []).append(place)
                column.fill(leaf.written or leaf.values)
                self._opened += self._embedded_around(leaf, place)
        for path, column in found.items():
            column.objects = sum(len(place.values) for place in where[path])
            if len(where[path]) < len(places):
                column.places = tuple(map(self.pattern, where[path]))
        # What is an object at one place and something else at another is no place for keys.
        return [column for column in found.values() if not any(up in found for up in column.around)]

    def _embedded_around(self, leaf: Place, place: Place) -> Iterator[Place]:
        for above in leaf.above:
            if above is place:
                return
            if above.embedded:
                yield above

    def embedded(self) -> list[str]:
        """The texts of JSON on the way, or around columns."""
        # Of a file that is a text as a whole the reader takes what it holds.
        patterns = {place.pattern for place in self._opened if place.up is not None}
        return sorted(patterns, key=lambda pattern: (pattern.count("/"), pattern))


def is_safe(layout: Layout) -> bool:
    """Whether no place of a layout holds an identity number."""
    places = [layout.header, layout.persons or "", *layout.records, *layout.levels.values(), *layout.embedded]
    return all(mask_key(token) == token for place in places for token in tokens_of(place))
