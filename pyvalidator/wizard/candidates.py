"""The places of a file where records could be, each with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pyvalidator.coverage.telling import Telling, inner_values
from pyvalidator.profile import built_in_profiles
from pyvalidator.text.states import names_state
from pyvalidator.wizard.columns import MEMBER
from pyvalidator.wizard.maps import is_id
from pyvalidator.wizard.names import name_score
from pyvalidator.wizard.places import Place
from pyvalidator.wizard.telling import is_day, kind_of_leave

#: Taken as records of leave; declared by the user to hold none; neither.
Role = Literal["records", "ignored", "open"]

#: Values of a key that are looked at.
_SAMPLE = 50
#: A leave has a day and something beside it.
_FEWEST_KEYS = 3
#: More are not told apart.
_MOST = 300


@dataclass
class Candidate:
    """One place that holds objects or rows.

    Attributes:
        pattern: where, as in a layout's `records`. count: how many.
        keys: of its objects, or of its columns, as paths.
        rows: the first two as path → value. Not masked: who shows them does.
        dated: whether dates stand on it. has_ids: whether identity numbers do.
        role: what it is taken for. reason: why, in plain words, without values of the file.
        asks: whether the user has to say what it is: nothing decides it, and what is no record would go unlooked at.
    """

    pattern: str
    count: int
    keys: list[str]
    rows: list[dict[str, Any]] = field(default_factory=list)
    dated: bool = False
    has_ids: bool = False
    role: Role = "open"
    reason: str = ""
    asks: bool = False


@dataclass
class Evidence:
    """What speaks for leave at one place. `dates`: how many of its keys hold days. `kind`: 0 … 3, by values or name."""

    dates: int = 0
    ids: bool = False
    people: bool = False
    kind: float = 0.0
    amount: bool = False
    clock: bool = False
    keys: frozenset[str] = frozenset()


@dataclass(eq=False)
class Weighed:
    """A place that could hold records.

    Attributes:
        score: how much speaks for leave, what stands above it included. certain: it has all that a leave has.
    """

    place: Place
    evidence: Evidence
    score: float
    dated: bool
    has_ids: bool
    certain: bool

    @property
    def pattern(self) -> str:
        return self.place.pattern

    @property
    def candidate(self) -> str:
        """The pattern that people are told: one object by itself is a list of one."""
        return self.pattern if self.place.is_step else f"{self.pattern}/{MEMBER}"

    @property
    def tells_kind(self) -> bool:
        """Whether something on it, around it or its name says which kind of leave it is."""
        return self.certain or self.evidence.kind > 0 or kind_of_leave(self.place.called) is not None

    @property
    def is_record(self) -> bool:
        """Whether it has what a record needs at least."""
        return self.dated and len(self.evidence.keys) >= _FEWEST_KEYS - (self.score > 4)


def leaves_of(place: Place) -> Iterator[tuple[str, Place]]:
    """What stands on the objects at a place and on the objects inside them, by its path, in file order."""
    stack = [("", place)]
    while stack:
        path, each = stack.pop()
        if each is place or each.is_group:
            stack += [(below.pattern[len(place.pattern) :], below) for below in reversed(each.members.values())]
        else:
            yield path, each


def weigh_places(root: Place) -> list[Weighed]:
    """Every place that holds objects or rows; one object by itself only where it is a person's dated one."""
    own: dict[Place, Evidence] = {}
    found: list[Weighed] = []
    for place in root.below():
        if place.is_step:
            if place.members and len(found) < _MOST:
                found.append(_weigh(place, own))
        elif place.is_group and place.up is not None and not place.steps and not _holds_lists(place):
            weighed = _weigh(place, own)
            if weighed.is_record and weighed.evidence.ids and weighed.evidence.dates:
                # The innermost object that has all of it.
                found = [each for each in found if each.place.is_step or each.place not in place.above]
                found.append(weighed)
    return found


def weigh_one(place: Place) -> Weighed:
    """The same of any place."""
    return _weigh(place, {})


def _holds_lists(place: Place) -> bool:
    return any(below.each is not None for below in place.below())


def _weigh(place: Place, own: dict[Place, Evidence]) -> Weighed:
    for each in (place, *place.above):
        if each not in own:
            own[each] = evidence_of(each)
    evidence, above = own[place], [own[each] for each in place.above]
    maps = {each.up.keys.kind for each in (place, *place.above) if each.names and each.is_step and each.up is not None
            and each.up.keys is not None and each.up.keys.is_data}  # fmt: skip
    steps = [own[each] for each in place.steps]
    ids = evidence.ids or "person_id" in maps or any(each.ids for each in above)
    people = ids or evidence.people or any(each.people for each in above)
    named = "leave_type" in maps or kind_of_leave(place.called) is not None
    kind_above = named or any(each.kind >= 3 for each in steps)
    dated = evidence.dates > 0 or (evidence.kind > 0 and ("date" in maps or any(each.dates for each in steps)))
    score = (
        min(evidence.dates, 2) + evidence.kind + evidence.amount + 0.5 * evidence.clock
        + (2 if ids else 0.5 if people else 0) + (2 if kind_above and not evidence.kind else 0)
        + (1 if dated and not evidence.dates else 0)
    )  # fmt: skip
    certain = dated and ids and (evidence.kind >= 3 or kind_above) and (
        evidence.amount or evidence.clock or evidence.dates > 1
    )  # fmt: skip
    return Weighed(place, evidence, score, dated, ids, certain)


def evidence_of(place: Place) -> Evidence:
    """What stands on the objects at a place, and on the objects inside them."""
    found = Evidence()
    paths = []
    for path, leaf in leaves_of(place):
        if leaf.each is None:
            paths.append(path)
        sample = [value for value in leaf.values[:_SAMPLE] if value is not None and value != ""]
        texts = [value for value in sample if isinstance(value, str)]
        named = {name: name_score(leaf.key, name) for name in _NAMED}
        if _most(sample, lambda value, key=leaf.key: is_day(value, key)):
            found.dates += 1
        elif not found.dates and max(named["start_date"], named["end_date"]) == 1 and sample:
            # A day, month and year each under its own key.
            found.dates += 1
        if _most(texts, is_id):
            found.ids = True
        elif named["person_id"] == 1 or named["person_name"] == 1 or named["person_number"] == 1:
            found.people = True
        if texts and _most(list(dict.fromkeys(texts)), kind_of_leave):
            found.kind = 3.0
        elif sample and named["leave_type"] == 1:
            found.kind = max(found.kind, 1.5)
        numbers = any(isinstance(value, int | float) and not isinstance(value, bool) for value in sample)
        if max(named["days"], named["hours"], named["amount"]) >= 0.6 and (numbers or texts):
            found.amount = True
        if max(named["start_time"], named["end_time"]) == 1:
            found.clock = True
    found.keys = frozenset(paths)
    return found


_NAMED = ("start_date", "end_date", "start_time", "end_time", "person_id", "person_name", "person_number", "leave_type",
          "days", "hours", "amount")  # fmt: skip


def _most(items: list[Any], test: Any) -> bool:
    return bool(items) and 2 * sum(bool(test(item)) for item in items) > len(items)


# -- which of them ---------------------------------------------------------------------------------------------------


def choose(weighed: list[Weighed]) -> list[Weighed]:
    """The places of records, those of the first layout that comes to mind first; none where nothing has dates."""
    possible = [each for each in weighed if each.is_record]
    if not possible:
        return []
    main = max(possible, key=lambda each: (each.score, -each.pattern.count("/*"), len(each.place.values)))
    others = [each for each in possible if each is not main and not _in_line(each, main)]
    taken = {id(main), *(id(each) for each in others if _is_second(each, main))}
    return [each for each in weighed if id(each) in taken]


def _in_line(one: Weighed, other: Weighed) -> bool:
    longer, shorter = sorted((one.pattern, other.pattern), key=len, reverse=True)
    return longer.startswith(f"{shorter}/") or shorter == ""


def _is_second(other: Weighed, main: Weighed) -> bool:
    if names_state(other.place.called) or (main.tells_kind and not other.tells_kind):
        # Overtime and clockings have persons, days and times as well; which of them are leave a person says.
        return False
    common = len(other.evidence.keys & main.evidence.keys)
    return other.certain or (2 * common >= max(len(main.evidence.keys), 1) and other.evidence.dates > 0)


def told(
    weighed: list[Weighed], patterns: Mapping[Place, str], chosen: list[Place], ignored: tuple[str, ...], *,
    by_user: bool,
) -> list[Candidate]:  # fmt: skip
    """The candidates for people, each with its role and the reason for it.

    Args:
        patterns: of places on the way to the records, as the layout has them. ignored: where the user said that there
            is no leave. by_user: whether the user named the places of records.
    """
    return [
        _told(each, patterns.get(each.place) or each.candidate, chosen, ignored, by_user=by_user)
        for each in weighed
    ]  # fmt: skip


def _told(
    each: Weighed, pattern: str, chosen: list[Place], ignored: tuple[str, ...], *, by_user: bool
) -> Candidate:  # fmt: skip
    place = each.place
    keys = [path for path, _ in leaves_of(place)]
    found = Candidate(pattern, len(place.values), keys, first_rows(place, 2), each.dated, each.has_ids)
    if any(place is one for one in chosen):
        found.role = "records"
        found.reason = "由您指定" if by_user else _why(each)
    elif found.pattern in ignored:
        found.role, found.reason = "ignored", "由您指定沒有差假"
    elif any(one.pattern.startswith(f"{place.pattern}/") for one in chosen):
        found.reason = "差假紀錄在它的裡面"
    elif not each.dated and not _counts(place):
        found.reason = "沒有日期，不像差假紀錄"
    else:
        found.asks = True
        found.reason = _doubt(each)
    return found


def _counts(place: Place) -> bool:
    """Whether what stands there would make a file's coverage incomplete, if nobody said what it is: there every date
    counts, that of a birth too."""
    telling = Telling(built_in_profiles()["reference"])
    names = [[*place.heading.names]] if place.heading else []
    held = [
        list(inner_values(value, [each for each in names if len(each) == len(value)]))
        for value in place.values[:_SAMPLE] if isinstance(value, dict | list)
    ]  # fmt: skip
    dated = [values for values in held if telling.date_key(values) is not None]
    return len(dated) > 1 or any(map(telling.has_person, dated))


def _why(each: Weighed) -> str:
    seen = [
        "日期" if each.dated else "", "身分證字號" if each.has_ids else "", "假別" if each.evidence.kind else "",
        "請假長度" if each.evidence.amount else "",
    ]  # fmt: skip
    named = "" if kind_of_leave(each.place.called) is None else "，名稱是假別"
    return "有" + "、".join(filter(None, seen)) + named


def _doubt(each: Weighed) -> str:
    if names_state(each.place.called):
        return "名稱像是取消或未核准的資料，請確認是不是差假"
    lacking = [
        "" if each.has_ids else "身分證字號", "" if each.evidence.kind else "假別",
        "" if each.evidence.amount else "請假長度",
    ]  # fmt: skip
    missing = "、".join(filter(None, lacking))
    return f"有日期，但看不出{missing}，請確認是不是差假" if missing else "有日期，請確認是不是差假"


def first_rows(place: Place, most: int) -> list[dict[str, Any]]:
    """The first objects or rows at a place as path → value; under `/*` the keys by which they are told apart."""
    rows: list[dict[str, Any]] = [{} for _ in place.values[:most]]
    for row, name in zip(rows, place.names, strict=False):
        if name is not None:
            row[f"/{MEMBER}"] = name

    def fill(each: Place, owned: list[dict[str, Any]]) -> None:
        for member in each.members.values():
            path, inner = member.pattern[len(place.pattern) :], []
            for value, owner in zip(member.values, member.owners, strict=True):
                if owner >= len(owned):
                    break
                inner.append(owned[owner])
                if not member.is_group:
                    owned[owner][path] = value
            if member.is_group:
                fill(member, inner)

    fill(place, rows)
    return rows
