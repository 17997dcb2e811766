"""Faults for samples: each a slip as it happens in practice, giving one finding of one rule at a known place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeAlias

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.domain.leave_groups import COUNTS_DAYS_OFF, WORKERS_BY_CALENDAR
from pyvalidator.engine.registry import rules
from pyvalidator.profile import FieldSpec, Profile, field_values, notations
from pyvalidator.profile.layout import PERSON, RECORD
from pyvalidator.profile.templates import Template
from pyvalidator.samples.draft import Draft, Row, SampleError
from pyvalidator.samples.fault_places import FaultPlace
from pyvalidator.samples.kinds import MORNING, WHOLE
from pyvalidator.samples.people import finish_id, rng_of
from pyvalidator.source import read_document
from pyvalidator.writing import REMOVED, Written
from pyvalidator.writing.places import deal
from pyvalidator.writing.values import write_value

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
#: Kinds that no rule ties to a time, a person, an amount or an epidemic.
_ORDINARY = frozenset(
    ("休假", "慰勞假", "特別休假", "事假", "家庭照顧假", "公假", "病假", "普通傷病假", "加班補休", "其他補休")
)
_DAY = timedelta(days=1)
_FAULTS = 0x7A


Put: TypeAlias = "Callable[[Planting, Row], FaultPlace | None]"


@dataclass(frozen=True)
class Injector:
    """One kind of fault.

    Attributes:
        rule: the id of the rule that finds it.
        put: changes the draft at a row; None where this row, or this profile, cannot have the fault.
        whole_person: it concerns all records of the person (whose other records then get no fault).
        most: how often a file may have it: what concerns the header once, and what is told of the whole file where
            there is more of it only so often that each is told by itself.
    """

    rule: str
    put: Put
    whole_person: bool = False
    most: int | None = None


class Planting:
    """A draft while faults are put in."""

    def __init__(self, draft: Draft, seed: int) -> None:
        self.draft = draft
        self.of_person: dict[int, list[Row]] = defaultdict(list)
        for row in draft.rows:
            self.of_person[row.person.number].append(row)
        self._followers: dict[Row, Row] = {}
        self._taken: set[Row] = set()
        self._touched: set[int] = set()
        self._closed: set[int] = set()
        self._rng = rng_of(seed, _FAULTS)
        # Who cannot have a fault now cannot have it later: each kind of fault goes through the rows once.
        rows = self._shuffled(draft.rows)
        self._candidates = {injector.rule: iter(rows) for injector in INJECTORS}

    def plant(self, count: int) -> list[tuple[str, FaultPlace]]:
        """Put in `count` faults, or as many as there is room for: (rule, place) each."""
        # Where the layout has not what a rule reads, its fault could be put in but never be found.
        known = self.draft.profile.by_name
        left = [injector for injector in INJECTORS if all(name in known for name in _reads(injector.rule))]
        turn = self._rng.randrange(len(left))
        planted: list[tuple[str, FaultPlace]] = []
        times: Counter[str] = Counter()
        while len(planted) < count and left:
            injector = left[turn % len(left)]
            place = self._put(injector)
            if place is not None:
                planted.append((injector.rule, place))
                times[injector.rule] += 1
            if place is None or times[injector.rule] == injector.most:
                left.remove(injector)
            else:
                turn += 1
        self.draft.rows[:] = [
            each for row in self.draft.rows for each in (row, self._followers.get(row)) if each is not None
        ]
        return planted

    def insert_after(self, row: Row, again: Row) -> None:
        """Another record of the same person, behind `row`."""
        self.of_person[row.person.number].append(again)
        self._followers[row] = again

    def is_sayable(self, row: Row, name: str) -> bool:
        """Whether the file will say of the record what it is, and has a place for field `name` in it."""
        written = replace(self.draft, rows=[Row(row.person, row.leave)]).write()
        wanted = {name: [value] for name, value in row.values().items() if value is not None}
        place = written.table.walk.places[0] if self.draft.profile.places else self.draft.profile.layout.records[0]
        spec = self.draft.profile.by_name[name]
        return not written.unsaid(wanted) and (spec.level != RECORD or self.draft.profile.key_at(spec, place) != "")

    def _put(self, injector: Injector) -> FaultPlace | None:
        for row in self._candidates[injector.rule]:
            number = row.person.number
            if row in self._taken or number in self._closed or (injector.whole_person and number in self._touched):
                continue
            place = injector.put(self, row)
            if place is not None:
                self._taken.add(row)
                self._touched.add(number)
                if injector.whole_person:
                    self._closed.add(number)
                return place
        return None

    def _shuffled(self, rows: list[Row]) -> list[Row]:
        shuffled = list(rows)
        for index in range(len(shuffled) - 1, 0, -1):
            other = self._rng.randrange(index + 1)
            shuffled[index], shuffled[other] = shuffled[other], shuffled[index]
        return shuffled


def put_in(draft: Draft, count: int, seed: int) -> Callable[[Written], list[dict[str, Any]]]:
    """Change `draft` so that it has `count` faults, each at a record of its own.

    Returns:
        what tells their places once the draft is written, in the order of the file.

    Raises:
        SampleError: the file is too small for so many.
    """
    planted = Planting(draft, seed).plant(count)
    if len(planted) < count:
        raise SampleError(f"這份樣本最多只能放 {len(planted)} 個錯誤；請增加人數，或減少錯誤數。")
    return lambda written: _places(planted, written)


def _places(planted: list[tuple[str, FaultPlace]], written: Written) -> list[dict[str, Any]]:
    document = read_document(written.text.encode())
    document.open_texts(written.profile.layout.embedded)
    targets = [(place.pointer(written), place.at_key(written)) for _, place in planted]
    offsets = document.locate(targets)
    faults = []
    for (rule, _), target in zip(planted, targets, strict=True):
        line, column = document.place(offsets[target])
        faults.append({"rule": rule, "pointer": document.inner_place(target[0])[0], "line": line, "column": column})
    return sorted(faults, key=lambda fault: (fault["line"], fault["column"], fault["rule"]))


# -- what stands in the file instead ---------------------------------------------------------------------------------


def _reads(rule: str) -> tuple[str, ...]:
    """The fields without which a rule does not run at all."""
    found = rules()[rule]
    needed = tuple(name for name in found.reads if name not in found.may_lack)
    return needed if found.kind in ("record", "person", "file") else ()


def _raw(name: str, change: Callable[[FieldSpec, Any], Any]) -> Put:
    """Write `change(spec, what would have stood there)` in field `name`; None from it: not possible here."""

    def put(planting: Planting, row: Row) -> FaultPlace | None:
        spec = planting.draft.profile.spec_of(name)
        value = row.values().get(name)
        if spec is None or value is None or not _stands_alone(planting, row, spec):
            return None
        written = value if spec.type == "choice" else write_value(spec, value)
        raw = change(spec, written)
        if raw is None or raw == written or not _is_other(planting.draft.profile, spec, raw):
            return None
        row.raw[name] = None if raw is NULL else raw
        return FaultPlace(name, row, missing=raw is REMOVED)

    return put


def _stands_alone(planting: Planting, row: Row, spec: FieldSpec) -> bool:
    """Whether the field has one value in the file, that says this record alone (or this person) and nothing more."""
    profile = planting.draft.profile
    if spec.more_keys or field_values.takes_number(spec) != (spec.type in ("integer", "number") and not spec.as_text):
        return False
    if spec.type in ("date", "time") and (spec.slots or not isinstance(field_values.form(spec), Template)):
        return False
    if spec.level == RECORD:
        [place] = (pattern for pattern, rows in deal(profile, [row]).items() if rows)
        return profile.key_at(spec, place) != ""
    # Of the levels between, such as a day, the record must be the only one.
    own = planting.of_person[row.person.number]
    return spec.level == PERSON or not any(
        other is not row and other.values()[spec.name] == row.values()[spec.name] for other in own
    )


def _is_other(profile: Profile, spec: FieldSpec, raw: Any) -> bool:
    """Whether what is put in can be told from a good value: a cell of a row cannot be left out, `null` may be usual."""
    if raw is REMOVED:
        return spec.key != "*" and not (profile.layout.columns is not None and spec.level == RECORD)
    return raw is not NULL or (spec.key != "*" and None not in profile.missing_for(spec))


#: JSON's null, where None means that there is no fault to put in.
NULL: Any = object()


def _unknown_key(planting: Planting, row: Row) -> FaultPlace | None:
    profile = planting.draft.profile
    if profile.unknown_keys != "error" or profile.layout.columns is not None:
        return None
    row.extra["deputy"] = "代理人"
    return FaultPlace(row=row, key="deputy")


def _as_number(spec: FieldSpec, text: str) -> int | None:
    digits = "".join(character for character in text if character.isdigit())
    return int(digits) if digits and spec.key != "*" else None


def _too_long(spec: FieldSpec, text: str) -> str | None:
    return "事由如附件說明，" * (spec.max_length // 8 + 1) if spec.max_length else None


def _hour_25(spec: FieldSpec, text: str) -> str | None:
    # A time with an offset is turned into another; what it was is not told by its hour.
    if field_values.form(spec).zoned or not (len(text) < 6 or notations.is_moment(spec.format)):
        return None
    hour = field_values.write_time(23 * 60, spec)
    return hour.replace("23", "25", 1) if isinstance(hour, str) else None


def _no_such_day(spec: FieldSpec, text: str) -> str | None:
    before, found, behind = str(field_values.write_date(date(2021, 2, 28), spec)).rpartition("28")
    return f"{before}30{behind}" if found else None


def _wrong_check_digit(spec: FieldSpec, text: str) -> str:
    right = finish_id(text[:9])[-1]
    return text[:9] + str((int(right) + 5) % 10)


# -- what does not fit together --------------------------------------------------------------------------------------


def _is_plain_day(planting: Planting, row: Row) -> bool:
    """Whether the record is one whole working day of an ordinary leave, and the person's only one on that day."""
    leave = row.leave
    return (
        leave.start == leave.end
        and leave.half_hours == WHOLE[2]
        and leave.kind in _ORDINARY
        and not any(
            other is not row and other.leave.start <= leave.end <= other.leave.end
            for other in planting.of_person[row.person.number]
        )
    )


def _leave(
    name: str, change: Callable[[Planting, Row], dict[str, Any] | None]
) -> Callable[[Planting, Row], FaultPlace | None]:
    """Change the leave of a record that is one plain day; the finding stands at field `name`."""

    def put(planting: Planting, row: Row) -> FaultPlace | None:
        changes = change(planting, row) if _is_plain_day(planting, row) else None
        if changes is None or planting.draft.profile.spec_of(name) is None:
            return None
        was, row.leave = row.leave, replace(row.leave, **changes)
        if not planting.is_sayable(row, name):
            row.leave = was
            return None
        return FaultPlace(name, row)

    return put


def _moved_to_day_off(planting: Planting, row: Row) -> dict[str, Any] | None:
    leave = row.leave
    if leave.kind in COUNTS_DAYS_OFF or leave.kind in WORKERS_BY_CALENDAR:
        return None
    taken = [other.leave for other in planting.of_person[row.person.number] if other is not row]
    for step in range(1, 7):
        day = leave.start + step * _DAY
        free = not any(other.start <= day <= other.end for other in taken)
        if day.month == leave.start.month and official_calendar().is_off(day) and free:
            return {"start": day, "end": day}
    return None


def _over_clock(planting: Planting, row: Row) -> int:
    """Half hours that a plain day cannot hold; without its times, all of it cannot."""
    timed = all(planting.draft.profile.spec_of(name) for name in ("start_time", "end_time"))
    return row.leave.half_hours + (16 if timed else 48)


def _outside_month(planting: Planting, row: Row) -> dict[str, Any] | None:
    if planting.draft.header["dataset"] != "monthly":
        return None
    start = row.leave.start - timedelta(days=70)
    return {"start": start, "end": start}


def _unmarked(planting: Planting, row: Row) -> dict[str, Any] | None:
    return {"covid": False, "reason": None} if planting.draft.header["dataset"] == "covid109" else None


def _unmarked_epidemic_leave(planting: Planting, row: Row) -> dict[str, Any] | None:
    if planting.draft.header["dataset"] != "monthly" or row.leave.start > date(2023, 4, 28):
        return None
    return {"kind": "防疫照顧假", "covid": False, "reason": None}


def _not_yet_in_force(planting: Planting, row: Row) -> dict[str, Any] | None:
    if row.leave.start >= date(2025, 10, 9) or row.person.staff != "公務人員":
        return None
    return {"kind": "身心調適假"} if planting.draft.header["dataset"] == "monthly" else None


def _copy(planting: Planting, row: Row) -> FaultPlace | None:
    if not _is_plain_day(planting, row):
        return None
    again = Row(row.person, row.leave)
    planting.insert_after(row, again)
    return FaultPlace(row=again, other=row)


def _overlap(planting: Planting, row: Row) -> FaultPlace | None:
    if not _is_plain_day(planting, row):
        return None
    leave = replace(
        row.leave, kind="加班補休", start_time=MORNING[0], end_time=MORNING[1], half_hours=MORNING[2], reason="補休"
    )
    second = Row(row.person, leave)
    planting.insert_after(row, second)
    return FaultPlace(row=second, other=row)


def _wrong_count(planting: Planting, row: Row) -> FaultPlace | None:
    draft = planting.draft
    if "record_count" not in draft.profile.by_name:
        return None
    draft.header_raw["record_count"] = len(draft.rows) + 1000
    return FaultPlace("record_count")


def _made_too_early(planting: Planting, row: Row) -> FaultPlace | None:
    draft = planting.draft
    spec = draft.profile.by_name.get("generated_at")
    if spec is None or spec.level != "header":
        return None
    draft.header["generated_at"] = draft.header["period"] - 40 * _DAY
    return FaultPlace("generated_at")


#: Every kind of fault, in the order in which a sample takes its turns.
INJECTORS = (
    Injector("STR110", _raw("leave_type", lambda spec, value: REMOVED)),
    Injector("REC110", _leave("end_date", lambda planting, row: {"end": row.leave.start - _DAY})),
    Injector("STR300", _raw("start_date", _as_number)),
    Injector("REC220", _leave("days", lambda planting, row: {"half_hours": _over_clock(planting, row)})),
    Injector("COD105", _raw("person_id", _wrong_check_digit), whole_person=True),
    Injector("STR120", _unknown_key),
    Injector("PER110", _copy),
    Injector("STR925", _raw("hours", lambda spec, value: 2.25 if spec.step == 0.5 and not spec.as_text else None)),
    Injector("REC310", _leave("start_date", _outside_month)),
    Injector("STR230", _raw("end_time", lambda spec, text: text.translate(_FULL_WIDTH))),
    Injector("REC420", _leave("covid_related", _unmarked_epidemic_leave)),
    Injector("STR800", _raw("leave_type", lambda spec, value: None if spec.as_number else "榮譽假")),
    Injector("PER130", _overlap),
    Injector("COD205", _raw("start_date", _no_such_day)),
    Injector("FIL110", _wrong_count, most=1),
    Injector("STR200", _raw("days", lambda spec, value: NULL)),
    Injector("REC340", _leave("start_date", _moved_to_day_off), most=4),
    Injector("STR755", _raw("person_category", lambda spec, value: "97"), whole_person=True),
    Injector("REC120", _leave("end_time", lambda planting, row: {"end_time": row.leave.start_time})),
    Injector("STR530", _raw("start_time", _hour_25)),
    Injector("STR215", _raw("person_name", lambda spec, value: "\u3000"), whole_person=True),
    Injector("REC210", _leave("hours", lambda planting, row: {"half_hours": 0})),
    Injector("STR900", _raw("days", lambda spec, value: None if spec.as_text else str(value))),
    Injector("COD400", _leave("leave_type", _not_yet_in_force)),
    Injector("FIL310", _made_too_early, most=1),
    Injector("REC410", _leave("covid_related", _unmarked)),
    Injector("STR260", _raw("reason", _too_long)),
    Injector("STR235", _raw("end_date", lambda spec, text: text + " ")),
)
