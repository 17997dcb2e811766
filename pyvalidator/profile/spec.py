"""What a format profile says: where header and records are, which key holds what, in which form.

A profile is data (TOML). Rules see canonical field names only; everything that names a key, a code or a limit of a
file stands here.

Plain classes: pydantic reads profiles from outside with what their annotations say (`load.py`), and the built-in ones
need not wait for its import.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pyvalidator.domain.roc import period_text
from pyvalidator.profile import file_names, notations
from pyvalidator.profile.field_spec import FieldSpec, is_whole_amount, one_amount, one_moment
from pyvalidator.profile.layout import HEADER, RECORD, Layout, Level, Place
from pyvalidator.profile.needed import IDENTITY, absence_problem
from pyvalidator.profile.settings import CONFIG, Checked, fault_at, matching, not_empty
from pyvalidator.source.pointers import tokens_of
from pyvalidator.text.nearest import nearest

#: Canonical fields a profile may map, with the level at which the rules expect them.
CANONICAL: dict[str, Level] = {
    **dict.fromkeys(("format_version", "agency_code", "agency_name", "period", "dataset", "generated_at", "system_name",
                     "record_count"), "header"),
    **dict.fromkeys(("person_id", "person_name", "person_category", "staff_class", "job_title", "unit",
                     "person_number"), "person"),
    **dict.fromkeys(("leave_type", "start_date", "start_time", "end_date", "end_time", "days", "hours",
                     "covid_related", "reason", "record_agency_code", "leave_state"), "record"),
}  # fmt: skip

Month = Annotated[str, matching("[0-9]{5}", "五碼的民國年月，例如 11001")]


@dataclass(frozen=True, kw_only=True)
class InForce:
    """First and last month (ROC `YYYMM`, inclusive) of the data that the profile is for; None: open."""

    #: In the file: `from` is a word of Python.
    KEYS: ClassVar[dict[str, str]] = {"first": "from", "last": "to"}
    __pydantic_config__ = {**CONFIG, "alias_generator": KEYS.__getitem__}

    first: Month | None = None
    last: Month | None = None


def _settled(name: str) -> FieldSpec:
    """The field of a value that the layout itself settles."""
    level = HEADER if CANONICAL[name] == HEADER else RECORD
    return FieldSpec(name=name, key="", title=name, type="text", level=level, required=False)


_WHOLE_AMOUNT = (
    "：日數、時數各有自己的鍵時，日數不必寫 unit，時數可以寫 hours 或 minutes；整個請假長度寫在同一個鍵時，"
    "請再加一個欄位，讓 days 與 hours 的 key 與 unit 都相同"
)


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A file layout with its forms, code tables and severity overrides."""

    __pydantic_config__ = CONFIG

    id: Annotated[str, matching("[a-z0-9][a-z0-9-]*", "小寫英文字母、數字與連字號，例如 our-system")]
    version: str
    title: str
    status: Literal["assumption", "official"]
    source: str
    author: str = ""
    date: str = ""
    note: str = ""
    unknown_keys: Literal["error", "allow"] = "error"
    in_force: InForce = InForce()
    layout: Layout
    fields: Annotated[list[FieldSpec], Checked(not_empty)]
    tables: dict[str, dict[str, str]] = field(default_factory=dict)
    severity: dict[str, Literal["error", "warning", "info", "off"]] = field(default_factory=dict)
    #: What every file of this layout is, where no key says it: canonical field → value as the reference profile has it.
    constants: dict[str, Any] = field(default_factory=dict)
    #: What differs at some of several places of records.
    places: list[Place] = field(default_factory=list)
    #: What is written where there is no value; "null" is JSON's.
    missing: list[Any] = field(default_factory=list)
    #: Canonical fields that a person declared to be in no file of this layout.
    absent: list[str] = field(default_factory=list)
    #: What a file's name says, `{agency_code}_{period}`; "" where it says nothing.
    file_name: str = ""

    def __post_init__(self) -> None:
        seen: set[str] = set()
        paths: dict[tuple[str, ...], FieldSpec] = {}
        for name in self.constants:
            if name not in CANONICAL:
                near = nearest(name, CANONICAL)
                hint = f"，您要寫的是「{near}」嗎？" if near else "，可用的名稱見「版型設定」"
                raise fault_at(f"constants.{name}", f"：沒有欄位「{name}」{hint}")
            if any(spec.name == name for spec in self.fields):
                raise fault_at(f"constants.{name}", f"：已經有欄位「{name}」，請刪除其中一個")
        for index, spec in enumerate(self.fields):
            place = f"fields.{index}"
            if spec.name in seen:
                raise fault_at(f"{place}.name", f"：欄位「{spec.name}」重複定義，請刪除其中一個")
            seen.add(spec.name)
            first = paths.setdefault((spec.level, spec.path, *spec.more_keys), spec)
            if first is not spec and not one_moment(first, spec) and not one_amount(first, spec):
                raise fault_at(
                    f"{place}.key", f"：鍵名「{spec.shown_key}」在同一層重複使用，請刪除或改正其中一個"
                    "（日期與時間寫在一起時，兩個欄位的 format、required、end_of_day 必須相同；"
                    "日數與時數寫在一起時，都要有 unit，且型別、範圍與是否必填必須相同）"
                )  # fmt: skip
            if spec.table is not None and spec.table not in self.tables:
                raise fault_at(f"{place}.table", f"：代碼表「{spec.table}」不存在，請加上 [tables.{spec.table}]")
            for code in self.codes(spec) if spec.as_number else ():
                if not re.fullmatch("0|-?[1-9][0-9]{0,14}", code):
                    sentence = f"：代碼「{code}」不是整數，寫成數字（as_number）的代碼表只能有整數"
                    raise fault_at(f"tables.{spec.table}.{code}", sentence)
            if spec.level not in self.layout.chain:
                known = "、".join(self.layout.chain)
                sentence = f"：[layout] 沒有「{spec.level}」這一層（現有 {known}），請在 [layout] 補上，或改正這個設定"
                raise fault_at(f"{place}.level", sentence)
            if spec.key == "*" and not self._has_member_keys(spec):
                sentence = f"：「{spec.level}」這一層的位置不是以 /* 結尾，沒有鍵名可以當作欄位，請改正 key 或 [layout]"
                raise fault_at(f"{place}.key", sentence)
            if self._is_array(spec):
                raise fault_at(f"{place}.inside", f"：[layout] 說「{spec.inside}」是清單，欄位只能放在物件裡")
        self._check_places()
        for index, spec in enumerate(self.fields):
            if owner := next((paths[spec.level, up] for up in spec.around if (spec.level, up) in paths), None):
                sentence = f"：「{owner.shown_key}」已經是欄位「{owner.name}」，不能同時是放欄位的物件，請改正其中一個"
                raise fault_at(f"fields.{index}.inside", sentence)
        for index, spec in enumerate(self.fields):
            alone = not any(other.type == "date" for other in self.same_key[spec.name])
            if spec.type == "time" and notations.is_moment(spec.format) and alone:
                raise fault_at(f"fields.{index}.format", "：時間與日期寫在一起，請另加一個鍵名與 format 相同的日期欄位")
            alone = not self.same_key[spec.name]
            if alone and ("days" in (spec.name, spec.unit) if spec.unit else is_whole_amount(spec)):
                raise fault_at(f"fields.{index}.unit", _WHOLE_AMOUNT)
        for path, problem in (
            ("absent", absence_problem(self.has_everywhere, self.absent, CANONICAL)),
            ("file_name", file_names.template_problem(self.file_name)),
        ):
            if problem:
                raise fault_at(path, f"：{problem}")

    def _check_places(self) -> None:
        names = {spec.name: spec for spec in self.fields}
        seen: set[str] = set()
        for index, place in enumerate(self.places):
            path = f"places.{index}"
            if place.records not in self.layout.records:
                known = "、".join(self.layout.records)
                raise fault_at(f"{path}.records", f"：[layout] 的 records 沒有「{place.records}」（現有 {known}）")
            if place.records in seen:
                raise fault_at(f"{path}.records", f"：「{place.records}」重複，請合併成一個 [[places]]")
            seen.add(place.records)
            for name in place.keys:
                if name not in names:
                    near = nearest(name, names)
                    hint = f"，您要寫的是「{near}」嗎？" if near else "，請在 [[fields]] 補上，或刪除這個設定"
                    raise fault_at(f"{path}.keys.{name}", f"：沒有欄位「{name}」{hint}")
                if names[name].level != RECORD:
                    sentence = f"：欄位「{name}」不在每筆差假上（level 是 {names[name].level}），各處不能有自己的鍵名"
                    raise fault_at(f"{path}.keys.{name}", sentence)
            for name in place.constants:
                if CANONICAL.get(name, HEADER) == HEADER:
                    known = "、".join(name for name, level in CANONICAL.items() if level != HEADER)
                    raise fault_at(f"{path}.constants.{name}", f"：不能固定「{name}」的值，可以固定的為 {known}")
                if place.keys.get(name) or name in self.constants:
                    sentence = f"：「{name}」已經另有鍵名或固定值，請刪除其中一個"
                    raise fault_at(f"{path}.constants.{name}", sentence)

    def _has_member_keys(self, spec: FieldSpec) -> bool:
        return not spec.inside and any(pattern.endswith("/*") for pattern in self.layout.objects(spec.level))

    def _is_array(self, spec: FieldSpec) -> bool:
        """Whether the object in which a field stands, or one around it, is an array of the layout: beside the members
        of a map there may be fields."""
        arrays = [*self.layout.records, *self.layout.levels.values(), self.layout.persons or ""]
        places = (f"{base}{up}/*" for base in self.layout.objects(spec.level) for up in spec.around)
        return any(array.startswith(place) for place in places if place not in self.maps for array in arrays)

    @cached_property
    def at_root(self) -> tuple[str, ...]:
        """Keys of the containers that are members of the root; none where the root is an array."""
        places = [place for level in self.layout.chain for place in self.layout.objects(level)]
        places += [inside for level, inside in self.inner_objects if level == "header" and self.layout.header == ""]
        tokens = dict.fromkeys(tokens_of(place)[0] for place in places if place)
        return tuple(token for token in tokens if token != "*")

    @cached_property
    def inner_objects(self) -> dict[tuple[Level, str], bool]:
        """The objects below those of the levels in which fields stand, outer ones first → whether they must be there:
        where a required field or a container of the layout is in them."""
        found: dict[tuple[Level, str], bool] = {}
        for spec in self.fields:
            for up in spec.around:
                place = (spec.level, up)
                found[place] = found.get(place, False) or spec.required or self._holds_container(*place)
        return found

    def _holds_container(self, level: Level, inside: str) -> bool:
        layout = self.layout
        containers = [place for owner in layout.chain for place in layout.objects(owner)]
        places = [f"{base}{inside}/" for base in layout.objects(level)]
        return any(container.startswith(place) for place in places for container in containers)

    @cached_property
    def same_key(self) -> dict[str, list[FieldSpec]]:
        """By canonical name, the other fields that stand in the same value (a date and its time, days and hours)."""
        return {
            spec.name: [
                other for other in self.level(spec.level)
                if other is not spec and (other.path, other.more_keys) == (spec.path, spec.more_keys)
            ]
            for spec in self.fields
        }

    def is_first_of_key(self, spec: FieldSpec) -> bool:
        """False for the second field of a value that holds two; its form is then the first one's."""
        return all(self.fields.index(spec) < self.fields.index(other) for other in self.same_key[spec.name])

    @cached_property
    def identity(self) -> str | None:
        """The field by which a person is told: `person_id`, else a number of the house; None where there is neither."""
        return next((name for name in IDENTITY if name in self.by_name), None)

    def has_everywhere(self, *names: str) -> bool:
        """Whether one of these fields has a key or a constant at every place of records."""
        return all(any(self._has_at(place, name) for name in names) for place in self.layout.records)

    def _has_at(self, records: str, name: str) -> bool:
        place, spec = self.place_of.get(records), self.spec_of(name)
        settled = name in self.constants or (place is not None and name in place.constants)
        return settled or (spec is not None and self.key_at(spec, records) != "")

    @cached_property
    def by_name(self) -> dict[str, FieldSpec]:
        """Fields by canonical name, what is settled by the layout itself included."""
        return {**self.settled, **{spec.name: spec for spec in self.fields}}

    @cached_property
    def settled(self) -> dict[str, FieldSpec]:
        """What stands for the fields of which no key holds the value anywhere, by name."""
        names = set(self.constants).union(*(place.constants for place in self.places))
        return {name: _settled(name) for name in sorted(names - {spec.name for spec in self.fields})}

    @cached_property
    def maps(self) -> list[str]:
        """The patterns that end in a `*` which stands for the members of an object."""
        by_key = [
            pattern for spec in self.fields for pattern in self.layout.objects(spec.level)
            if pattern.endswith("/*") and self.key_at(spec, pattern) == "*"
        ]  # fmt: skip
        return list(dict.fromkeys([*self.layout.maps, *by_key]))

    @cached_property
    def place_of(self) -> dict[str, Place]:
        """By pattern of records, what differs there."""
        return {place.records: place for place in self.places}

    def key_at(self, spec: FieldSpec, pattern: str) -> str:
        """The field's key on the objects at a pattern of its level; "" where they do not have it."""
        place = self.place_of.get(pattern) if spec.level == RECORD else None
        if place is None:
            return spec.key
        return "" if spec.name in place.constants else place.keys.get(spec.name, spec.key)

    def keys_at(self, spec: FieldSpec, pattern: str) -> list[str]:
        """All keys of the field on the objects at a pattern of its level; none where its value has no member."""
        key = self.key_at(spec, pattern)
        return [] if key in ("", "*") else [key, *spec.more_keys]

    def missing_for(self, spec: FieldSpec) -> list[Any]:
        """What is written where the field has no value, JSON's null as None."""
        written = self.missing if spec.missing is None else spec.missing
        return [None if value == "null" else value for value in written]

    def spec_of(self, name: str) -> FieldSpec | None:
        """The field of this canonical name that has a key; None where a constant settles it, or there is none."""
        spec = self.by_name.get(name)
        return spec if spec is not None and spec.key else None

    def level(self, level: Level) -> list[FieldSpec]:
        """The fields that stand on objects of this level, in the profile's order."""
        return [spec for spec in self.fields if spec.level == level]

    def innermost(self, names: Iterable[str]) -> Level:
        """The level nearest to the records on which one of these fields stands."""
        return max((self.by_name[name].level for name in names), key=self.layout.chain.index)

    def codes(self, spec: FieldSpec) -> dict[str, str]:
        """code in the file → canonical name, for a `choice` field."""
        return self.tables[spec.table] if spec.table else {}

    def covers(self, period: datetime.date) -> bool:
        """Whether the month of `period` lies in the time the profile is for."""
        month = period_text(period)
        first, last = self.in_force.first, self.in_force.last
        return (first is None or first <= month) and (last is None or month <= last)
