"""Where things are in a file: the levels from the header down to the records, each a pattern of places."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any

from pyvalidator.profile.settings import CONFIG, Checked, Pointer, not_empty

#: The name of a level: `header`, `person`, `record`, or one of a layout's own.
Level = str
HEADER, PERSON, RECORD = "header", "person", "record"


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where things are.

    In a pattern the token `*` stands for every element of a list, or every member of an object; one object in the
    place of a list counts as a list of one. Each `*` on the way to the records is a step down: the objects that it
    reaches may be a level, on which fields stand.

    Attributes:
        header: the object on which what is said once stands.
        records: where the records are: one pattern, or several where leaves and trips stand apart.
        persons: where the objects of persons are, on the way to the records.
        levels: further levels on the way, by their names: `department`, `day`, each with its pattern.
        columns: for records that are rows (lists): where the list of their keys stands (with `*`: where each key
            is), or the keys themselves.
        maps: which patterns end in a `*` that stands for members of an object; told of those of a level with a field
            of the key `*` already. All others are lists.
        one_or_list: which patterns end in a `*` whose list may also be one object by itself, or be left out where
            there is nothing, as converters from XML write it.
        embedded: texts that hold JSON; patterns go on through them as if the JSON stood in their place.
        ignored: places that a person declared to hold no leave, such as a log.
    """

    __pydantic_config__ = CONFIG

    header: Pointer = ""
    persons: Pointer | None = None
    records: Annotated[list[Pointer], Checked(not_empty)]
    levels: dict[str, Pointer] = field(default_factory=dict)
    columns: Pointer | list[str] | None = None
    maps: list[Pointer] = field(default_factory=list)
    one_or_list: list[Pointer] = field(default_factory=list)
    embedded: list[Pointer] = field(default_factory=list)
    ignored: list[Pointer] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.persons is not None:
            for pattern in self.records:
                if not pattern.startswith(self.persons + "/"):
                    raise ValueError("records 必須位於 persons 之下")
        for name, place in self.levels.items():
            if name in (HEADER, PERSON, RECORD):
                raise ValueError(f"levels 不可使用 {name} 這個名稱，請改用其他名稱")
            if not any(pattern.startswith(place + "/") for pattern in self.records):
                raise ValueError(f"levels 的「{name}」應為通往 records 路上的位置")
        for setting, patterns in (("maps", self.maps), ("one_or_list", self.one_or_list)):
            for pattern in patterns:
                if not pattern.endswith("/*") or not any(self._is_on_the_way(pattern, end) for end in self.records):
                    raise ValueError(f"{setting} 的「{pattern}」應為 records 路上以 /* 結尾的位置")
        if both := set(self.maps) & set(self.one_or_list):
            raise ValueError(f"「{min(both)}」不能同時寫在 maps 與 one_or_list")
        if self.columns is not None and not self.columns:
            raise ValueError("columns 應為欄名清單的位置，或至少有一個欄名的清單")
        if isinstance(self.columns, list) and len(set(self.columns)) < len(self.columns):
            raise ValueError("columns 的欄名不可重複")

    @staticmethod
    def _is_on_the_way(pattern: str, end: str) -> bool:
        return f"{end}/".startswith(f"{pattern}/")

    @cached_property
    def chain(self) -> tuple[Level, ...]:
        """The levels from the outermost to the records; persons only where they have objects of their own."""
        on_the_way = {**self.levels, **({PERSON: self.persons} if self.persons is not None else {})}
        return (HEADER, *sorted(on_the_way, key=lambda name: on_the_way[name].count("/")), RECORD)

    def objects(self, level: Level) -> list[Pointer]:
        """Where the objects of a level are."""
        known = {HEADER: [self.header], PERSON: [self.persons or ""], RECORD: self.records}
        return known.get(level) or [self.levels[level]]


@dataclass(frozen=True, kw_only=True)
class Place:
    """What differs at one of several places of records.

    Attributes:
        records: which of the layout's `records`.
        keys: canonical field → its key there; "" where records there do not have it.
        constants: canonical field → the value of all records there, as the reference profile writes it.
    """

    __pydantic_config__ = CONFIG

    records: Pointer
    keys: dict[str, str] = field(default_factory=dict)
    constants: dict[str, Any] = field(default_factory=dict)
