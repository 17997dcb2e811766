"""What a format profile says: where header and records are, which key holds what, in which form.

A profile is data (TOML). Rules see canonical field names only; everything that names a key, a code or a limit of a
file stands here.

Plain classes: pydantic reads profiles from outside with what their annotations say (`load.py`), and the built-in ones
need not wait for its import.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

from pyvalidator.domain.amounts import UNIT_MINUTES
from pyvalidator.domain.roc import period_text
from pyvalidator.profile import notations
from pyvalidator.source.pointers import Keyed, tokens_of

#: What pydantic must know of each class: a setting that does not exist is a fault.
_CONFIG = {"extra": "forbid"}

Level = Literal["header", "person", "record"]
LEVELS: tuple[Level, ...] = get_args(Level)
FieldType = Literal[
    "text",
    "agency_code",
    "person_id",
    "period",
    "date",
    "time",
    "integer",
    "number",
    "boolean",
    "choice",
    "digits",
    "any",
]

#: Canonical fields a profile may map, with the level at which the rules expect them.
CANONICAL: dict[str, Level] = {
    **dict.fromkeys(("format_version", "agency_code", "agency_name", "period", "dataset", "generated_at", "system_name",
                     "record_count"), "header"),
    **dict.fromkeys(("person_id", "person_name", "person_category", "staff_class", "job_title", "unit"), "person"),
    **dict.fromkeys(("leave_type", "start_date", "start_time", "end_date", "end_time", "days", "hours",
                     "covid_related", "reason", "record_agency_code"), "record"),
}  # fmt: skip


#: Kind of an error that names in its context the `path` of the setting at fault, where pydantic itself knows no place.
AT_PATH = "at_path"


def _fault(path: str, sentence: str) -> PydanticCustomError:
    return PydanticCustomError(AT_PATH, "{sentence}", {"sentence": sentence, "path": path})


@dataclass(frozen=True)
class Checked:
    """Beside a type in an annotation: pydantic asks `check`, which returns the value or raises ValueError."""

    check: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return core_schema.no_info_after_validator_function(self.check, handler(source))


def _matching(pattern: str, words: str) -> Checked:
    """`words`: what the pattern asks for, as the user is told."""

    def check(text: str) -> str:
        if re.fullmatch(pattern, text) is None:
            raise PydanticKnownError("string_pattern_mismatch", {"pattern": words})
        return text

    return Checked(check)


def _positive(number: int) -> int:
    if number <= 0:
        raise PydanticKnownError("greater_than", {"gt": 0})
    return number


def _not_empty(items: list[Any]) -> list[Any]:
    if not items:
        raise PydanticKnownError("too_short", {"field_type": "List", "min_length": 1, "actual_length": 0})
    return items


def _pointer(text: str) -> str:
    if text and not text.startswith("/"):
        raise ValueError("JSON Pointer 必須以「/」開頭，或為空字串（代表整份文件）")
    return text


def _inside(text: str) -> str:
    if text and (not re.fullmatch(r"(/([^/~]|~[01])+)+", text, re.DOTALL) or "*" in tokens_of(text)):
        raise ValueError(
            "請寫從所在層級往下的位置，每一層物件的鍵名前加「/」，例如 /機關；不可用 * 代表清單"
            "（鍵名裡的 ~ 寫成 ~0，/ 寫成 ~1）"
        )
    return text


def _compiles(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"不是正確的規則運算式：{error}") from None
    return text


Pointer = Annotated[str, Checked(_pointer)]
"""An RFC 6901 pointer in which the token `*` stands for every element of an array."""

InnerPointer = Annotated[str, Checked(_inside)]
"""An RFC 6901 pointer through objects only, from one object to one inside it; "" is the object itself."""


@dataclass(frozen=True, kw_only=True)
class FieldSpec(Keyed):
    """One field of a file.

    Attributes:
        name: canonical name (`CANONICAL`); a name outside it is checked for form only.
        key: the key in the file. level: on which object it stands. inside: where in it, when it stands on an object
            further down: `/機關` for a key of the object under 機關. Two fields of one level and path share a value.
        max_length: in code points. format: date, period and time form, e.g. `YYYMMDD` (YYY = ROC year). A date and a
            time that the file writes as one value are two fields with one key and one format, `YYYY-MM-DD HH:mm`.
        table: code table of a `choice`; for other types None.
        true, false: how a boolean is written, where not as JSON true and false.
        blank: whether a text of only white space is allowed.
        end_of_day: whether 24:00 is allowed.
        as_text: a number that is written as text ("1.5"); its limits are then not part of the form.
        as_number: codes of a `choice` that are written as JSON numbers (3); the table has them as text ("3").
        unit: of an amount of leave. `hours` with a key of its own may be in `minutes`. One key for the whole amount is
            two fields, `days` and `hours`, with that key and one unit (`hours`: 12 is 1 day and 4 hours).
    """

    __pydantic_config__ = _CONFIG

    name: str
    key: str
    title: str
    type: FieldType
    level: Level = "record"
    inside: InnerPointer = ""
    required: bool = True
    help: str = ""
    example: Any = None
    max_length: Annotated[int, Checked(_positive)] | None = None
    blank: bool = False
    pattern: Annotated[str, Checked(_compiles)] | None = None
    format: str | None = None
    table: str | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    below: int | float | None = None
    step: int | float | None = None
    true: list[Any] | None = None
    false: list[Any] | None = None
    end_of_day: bool = False
    as_text: bool = False
    as_number: bool = False
    unit: Literal["days", "hours", "minutes"] | None = None

    def __post_init__(self) -> None:
        if self.type in notations.DEFAULT_FORMATS and self.format is not None:
            notations.check_format(self.type, self.format)
        if (self.type == "choice") != (self.table is not None):
            raise ValueError("型別為 choice 的欄位必須指定代碼表 table；其他型別不可指定")
        if self.as_number and self.type != "choice":
            raise ValueError("只有代碼（choice）可以指定 as_number；數字欄位本來就寫成數字")
        if (self.true is None) != (self.false is None):
            raise ValueError("true 與 false 的寫法必須一起指定")
        if self.unit is not None and (self.name not in UNIT_MINUTES or self.type not in notations.NUMBER_TEXTS):
            raise ValueError("只有日數（days）與時數（hours）的數字可以指定單位 unit")
        limits = [limit for limit in (self.minimum, self.maximum, self.below, self.step) if limit is not None]
        if not all(map(math.isfinite, limits)):
            raise ValueError("minimum、maximum、below 與 step 應為有限的數字")
        if self.step is not None and self.step <= 0:
            raise ValueError("step 應大於 0")


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where things are. `records` may name several arrays; `persons` is given where records are nested below them."""

    __pydantic_config__ = _CONFIG

    header: Pointer = ""
    persons: Pointer | None = None
    records: Annotated[list[Pointer], Checked(_not_empty)]

    def __post_init__(self) -> None:
        if self.persons is not None:
            for pattern in self.records:
                if not pattern.startswith(self.persons + "/"):
                    raise ValueError("records 必須位於 persons 之下")

    def objects(self, level: Level) -> list[Pointer]:
        """Where the objects of a level are."""
        return {"header": [self.header], "person": [self.persons or ""], "record": self.records}[level]


Month = Annotated[str, _matching("[0-9]{5}", "五碼的民國年月，例如 11001")]


@dataclass(frozen=True, kw_only=True)
class InForce:
    """First and last month (ROC `YYYMM`, inclusive) of the data that the profile is for; None: open."""

    #: In the file: `from` is a word of Python.
    KEYS: ClassVar[dict[str, str]] = {"first": "from", "last": "to"}
    __pydantic_config__ = {**_CONFIG, "alias_generator": KEYS.__getitem__}

    first: Month | None = None
    last: Month | None = None


def _one_moment(first: FieldSpec, second: FieldSpec) -> bool:
    """Whether two fields are the day and the time of day of one value."""
    return (
        {first.type, second.type} == {"date", "time"}
        and notations.is_moment(first.format)
        and (first.format, first.required, first.end_of_day) == (second.format, second.required, second.end_of_day)
    )


_AMOUNT = ("unit", "type", "required", "as_text", "minimum", "maximum", "below", "step")


def _one_amount(first: FieldSpec, second: FieldSpec) -> bool:
    """Whether two fields are the days and the hours of one value."""
    return (
        {first.name, second.name} == {"days", "hours"}
        and first.unit is not None
        and all(getattr(first, part) == getattr(second, part) for part in _AMOUNT)
    )


_WHOLE_AMOUNT = (
    "：日數、時數各有自己的鍵時，日數不必寫 unit，時數可以寫 hours 或 minutes；整個請假長度寫在同一個鍵時，"
    "請再加一個欄位，讓 days 與 hours 的 key 與 unit 都相同"
)


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A file layout with its forms, code tables and severity overrides."""

    __pydantic_config__ = _CONFIG

    id: Annotated[str, _matching("[a-z0-9][a-z0-9-]*", "小寫英文字母、數字與連字號，例如 our-system")]
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
    fields: Annotated[list[FieldSpec], Checked(_not_empty)]
    tables: dict[str, dict[str, str]] = field(default_factory=dict)
    severity: dict[str, Literal["error", "warning", "info", "off"]] = field(default_factory=dict)
    #: What every file of this layout is, where no key says it.
    constants: dict[Literal["dataset"], Literal["monthly", "covid109"]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        seen: set[str] = set()
        paths: dict[tuple[Level, str], FieldSpec] = {}
        for name in self.constants:
            if any(spec.name == name for spec in self.fields):
                raise _fault(f"constants.{name}", f"：已經有欄位「{name}」，請刪除其中一個")
        for index, spec in enumerate(self.fields):
            place = f"fields.{index}"
            if spec.name in seen:
                raise _fault(f"{place}.name", f"：欄位「{spec.name}」重複定義，請刪除其中一個")
            seen.add(spec.name)
            first = paths.setdefault((spec.level, spec.path), spec)
            if first is not spec and not _one_moment(first, spec) and not _one_amount(first, spec):
                raise _fault(
                    f"{place}.key", f"：鍵名「{spec.shown_key}」在同一層重複使用，請刪除或改正其中一個"
                    "（日期與時間寫在一起時，兩個欄位的 format、required、end_of_day 必須相同；"
                    "日數與時數寫在一起時，都要有 unit，且型別、範圍與是否必填必須相同）"
                )  # fmt: skip
            if spec.table is not None and spec.table not in self.tables:
                raise _fault(f"{place}.table", f"：代碼表「{spec.table}」不存在，請加上 [tables.{spec.table}]")
            for code in self.codes(spec) if spec.as_number else ():
                if not re.fullmatch("0|-?[1-9][0-9]{0,14}", code):
                    sentence = f"：代碼「{code}」不是整數，寫成數字（as_number）的代碼表只能有整數"
                    raise _fault(f"tables.{spec.table}.{code}", sentence)
            if spec.level == "person" and self.layout.persons is None:
                raise _fault(f"{place}.level", "：level 為 person，但 [layout] 沒有 persons，請補上或改為 record")
            if self._is_array(spec):
                raise _fault(f"{place}.inside", f"：[layout] 說「{spec.inside}」是清單，欄位只能放在物件裡")
        for index, spec in enumerate(self.fields):
            if owner := next((paths[spec.level, up] for up in spec.around if (spec.level, up) in paths), None):
                sentence = f"：「{owner.shown_key}」已經是欄位「{owner.name}」，不能同時是放欄位的物件，請改正其中一個"
                raise _fault(f"fields.{index}.inside", sentence)
        for index, spec in enumerate(self.fields):
            if spec.type == "time" and notations.is_moment(spec.format) and not self.same_key[spec.name]:
                raise _fault(f"fields.{index}.format", "：時間與日期寫在一起，請另加一個鍵名與 format 相同的日期欄位")
            alone = spec.unit is not None and not self.same_key[spec.name]
            if alone and "days" in (spec.name, spec.unit):
                raise _fault(f"fields.{index}.unit", _WHOLE_AMOUNT)

    def _is_array(self, spec: FieldSpec) -> bool:
        """Whether the object in which a field stands, or one around it, is an array of the layout."""
        arrays = [*self.layout.records, self.layout.persons or ""]
        places = (base + up for base in self.layout.objects(spec.level) for up in spec.around)
        return any(array.startswith(f"{place}/*") for place in places for array in arrays)

    @cached_property
    def at_root(self) -> tuple[str, ...]:
        """Keys of the containers that are members of the root; none where the root is an array."""
        places = [self.layout.header, self.layout.persons or "", *self.layout.records]
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
        containers = [layout.header, layout.persons or "", *layout.records]
        places = [f"{base}{inside}/" for base in layout.objects(level)]
        return any(container.startswith(place) for place in places for container in containers)

    @cached_property
    def same_key(self) -> dict[str, list[FieldSpec]]:
        """By canonical name, the other fields that stand in the same value (a date and its time, days and hours)."""
        return {
            spec.name: [other for other in self.level(spec.level) if other.path == spec.path and other is not spec]
            for spec in self.fields
        }

    def is_first_of_key(self, spec: FieldSpec) -> bool:
        """False for the second field of a value that holds two; its form is then the first one's."""
        return all(self.fields.index(spec) < self.fields.index(other) for other in self.same_key[spec.name])

    @cached_property
    def by_name(self) -> dict[str, FieldSpec]:
        """Fields by canonical name, what is settled by the layout itself included."""
        settled: dict[str, FieldSpec] = {
            name: FieldSpec(name=name, key="", title=name, type="text", level="header", required=False)
            for name in self.constants
        }
        return {**settled, **{spec.name: spec for spec in self.fields}}

    def level(self, level: Level) -> list[FieldSpec]:
        """The fields that stand on objects of this level, in the profile's order."""
        return [spec for spec in self.fields if spec.level == level]

    def codes(self, spec: FieldSpec) -> dict[str, str]:
        """code in the file → canonical name, for a `choice` field."""
        return self.tables[spec.table] if spec.table else {}

    def covers(self, period: datetime.date) -> bool:
        """Whether the month of `period` lies in the time the profile is for."""
        month = period_text(period)
        first, last = self.in_force.first, self.in_force.last
        return (first is None or first <= month) and (last is None or month <= last)
