"""Files of a batch that say how to check rather than what: a profile, a schema, a roster, an agency list, days off."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from pyvalidator.domain.csv_kinds import Kind, kind_of_csv
from pyvalidator.domain.csv_lists import ListFileError
from pyvalidator.input.archives import is_archive, profiles_inside
from pyvalidator.input.files import PendingFile
from pyvalidator.input.lists import list_in_spreadsheet, read_list_file
from pyvalidator.input.spreadsheets import SPREADSHEETS
from pyvalidator.profile import Profile, ProfileError, load_profile
from pyvalidator.schema.user_schema import SchemaError, read_schema
from pyvalidator.source import read_document
from pyvalidator.source.not_data import is_schema
from pyvalidator.wording import SHIPPED

#: A larger file is data; no schema, list or spreadsheet of agencies comes near this.
SIDE_LIMIT = 4 * 1024 * 1024
#: What stands before the name of a file of the page's own settings: nobody's own file is taken for one.
SHIPPED_FOLDER = f"{SHIPPED['title']}/"
#: Keys of which a schema has one. Most data has none, and a month's data is not read twice for this.
_KEYS_OF_SCHEMAS = (b'"$schema"', b'"properties"', b'"$defs"', b'"definitions"')


@dataclass
class SideFile:
    """One such file. `error` says why it is not used."""

    name: str
    kind: str
    title: str
    error: str | None = None
    content: Any = None


@dataclass
class SortedBatch:
    """A batch, sorted: what to check, and what to check it with."""

    data: list[PendingFile] = field(default_factory=list)
    sides: list[SideFile] = field(default_factory=list)

    def used(self, kind: str) -> Any:
        """The content of the side file in use of this kind, or None."""
        return next((side.content for side in self.sides if side.kind == kind and side.error is None), None)


def holds_data(files: Iterable[PendingFile]) -> bool:
    """Whether any of the files is something to check rather than a way to check it."""
    return any(_kind(file) is None for file in files)


def sort_batch(files: Iterable[PendingFile], ignored: Iterable[str] = ()) -> SortedBatch:
    """Tell data from side files.

    Args:
        ignored: names of side files that the user does not want.
    """
    found = SortedBatch()
    unwanted = set(ignored)
    for file in files:
        kind = _kind(file)
        if kind is None:
            found.data.append(file)
        elif file.name not in unwanted:
            found.sides.append(_read(kind, file.name, file.origin.read()[0]))
        if is_archive(file.name):
            inside = [(f"{file.name}/{member}", text) for member, text in profiles_inside(file.origin.read()[0])]
            found.sides += [_read("profile", own, text) for own, text in inside if own not in unwanted]
    _keep_last(found.sides)
    return found


def read_side(file: PendingFile) -> SideFile | None:
    """The side file that this is; None for data."""
    kind = _kind(file)
    return None if kind is None else _read(kind, file.name, file.origin.read()[0])


def is_profile(name: str) -> bool:
    """A profile is known by its name."""
    return name.lower().endswith(".toml")


def _kind(file: PendingFile) -> str | None:
    ending = file.name.lower().rpartition(".")[2]
    if is_profile(file.name):
        return "profile"
    if ending not in ("csv", "json", *SPREADSHEETS) or file.origin.size > SIDE_LIMIT:
        return None
    data = file.origin.read()[0]
    if ending == "csv":
        return kind_of_csv(data)
    if ending == "json":
        by_key = any(key in data for key in _KEYS_OF_SCHEMAS)
        return "schema" if by_key and is_schema(read_document(data).value) else None
    return list_in_spreadsheet(data)


def _read(kind: str, name: str, data: bytes) -> SideFile:
    side = SideFile(name, kind, name)
    try:
        side.content, notes = _READERS[kind](data, name)
        side.title = "；".join([getattr(side.content, "title", name), *notes])
    except (ProfileError, SchemaError) as error:
        side.error = "；".join(error.problems)
    except ListFileError as error:
        side.error = str(error)
    return side


def read_profile(data: bytes, name: str) -> Profile:
    """A profile from the bytes of its file. Raises ProfileError with every problem."""
    try:
        return load_profile(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise ProfileError(name, ["不是 UTF-8 編碼，請另存為 UTF-8"]) from None


def _read_list(kind: Kind, data: bytes, name: str) -> tuple[Any, list[str]]:
    content, notes = read_list_file(kind, data)
    return replace(content, name=name) if kind == "days" else content, notes


#: Each gives the content, and what its reader should know.
_READERS: dict[str, Callable[[bytes, str], tuple[Any, list[str]]]] = {
    "profile": lambda data, name: (read_profile(data, name), []),
    "schema": lambda data, name: (read_schema(data, name), []),
    "roster": partial(_read_list, "roster"),
    "agencies": partial(_read_list, "agencies"),
    "days": partial(_read_list, "days"),
}


def _keep_last(sides: list[SideFile]) -> None:
    """Of several usable files of one kind the last given is used, and the others say so."""
    latest: dict[str, SideFile] = {}
    for side in reversed(sides):
        if side.error is None and (last := latest.setdefault(side.kind, side)) is not side:
            side.error = f"同時只能採用一個，現在採用後來放入的「{last.name}」"
