"""Objects whose keys are data: a person's number, a day, a kind of leave, a serial number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from pyvalidator.domain.aliases import data
from pyvalidator.privacy.masking import mask_key
from pyvalidator.wizard.telling import is_day, is_month, kind_of_leave

KeyKind = Literal["person_id", "date", "leave_type", "serial", "number", "text"]

#: Members and keys that are looked at; elements of each member that is a list.
_SAMPLE, _ELEMENTS = 200, 3
#: Share of the keys that have to look like one kind, and of the members that have to be alike.
_MOST, _ALIKE = 0.9, 0.8
#: So many members alike are a list, whatever they are called.
_MANY = 8

_NUMBERED = re.compile(r"([^0-9]*?)[-_ #]?([0-9]+)")
_HOUSE_NUMBER = re.compile("[A-Za-z]{0,4}-?[0-9]{2,}[A-Za-z]?")

_EVIDENCE = {
    "person_id": "鍵名都像身分證字號", "date": "鍵名都是日期或年月", "leave_type": "鍵名都是假別",
    "serial": "鍵名是流水號", "number": "鍵名都是編號", "text": "底下各項的內容形式相同",
}  # fmt: skip


@dataclass
class KeyPlace:
    """An object whose members are alike, so that its keys may be data.

    Attributes:
        pattern: where the object is; where `is_data`, its members are at `pattern/*`.
        kind: what the keys look like. is_data: whether they are taken for data (a switch that the user can turn).
        members: how many. evidence: why, in plain words, without values of the file.
        fixed: keys beside them that are names.
    """

    pattern: str
    kind: KeyKind
    is_data: bool
    members: int
    evidence: str = ""
    fixed: frozenset[str] = frozenset()


def key_place(pattern: str, objects: list[dict[str, Any]], said: bool | None) -> KeyPlace | None:
    """What the keys of objects at one place are; None where they are fixed names and nothing else.

    Args:
        said: whether they are data, where the user said it.
    """
    # Nearly every object is a record: a value that is no object tells so at once.
    if any(_is_value(member) for value in (*objects[:_SAMPLE], *objects) for member in value.values()):
        return _beside_names(pattern, objects) if said is not False else None
    keys = Counter(key for value in objects for key in value)
    if not keys:
        return None
    kind, alike = _kind(list(keys)), _are_alike(islice(_members(objects), _SAMPLE))
    if said is None and not alike and kind != "person_id":
        return None
    if kind == "text" and len(keys) == 1 and said is None:
        return None
    is_data = said if said is not None else _is_data(kind, keys, len(objects)) and not (
        kind == "text" and _wrap_values(objects, keys)
    )
    return KeyPlace(pattern, kind, is_data, keys.total(), _EVIDENCE[kind])


def _beside_names(pattern: str, objects: list[dict[str, Any]]) -> KeyPlace | None:
    """Numbers of persons, or days, as keys beside others that are names: the month beside the persons."""
    kinds: tuple[tuple[KeyKind, Any, int], ...] = (("person_id", is_id, 1), ("date", _is_day, 2))
    for kind, test, least in kinds:
        found = [
            (key, member) for value in objects[:_SAMPLE] for key, member in value.items()
            if isinstance(member, dict | list) and test(key)
        ]  # fmt: skip
        if len(found) >= least and _are_alike(member for _, member in found[:_SAMPLE]):
            fixed = frozenset(key for value in objects for key in value if not test(key))
            return KeyPlace(pattern, kind, True, len(found), _EVIDENCE[kind], fixed)
    return None


def _is_value(member: Any) -> bool:
    """Whether a member is a single value; nothing at all and a text of JSON may stand for an object."""
    if isinstance(member, str):
        return member.lstrip()[:1] not in ("{", "[")
    return member is not None and not isinstance(member, dict | list)


def _members(objects: list[dict[str, Any]]) -> Iterator[Any]:
    return (member for value in objects for member in value.values())


def _is_data(kind: KeyKind, keys: Counter[str], parents: int) -> bool:
    """Whether keys are data, of members that are alike (of identity numbers: of any)."""
    if kind in ("person_id", "date", "number"):
        return True
    if kind == "serial":
        return len(keys) > 1 or next(iter(keys)).isdecimal()
    if kind == "leave_type":
        return len(keys) > 1
    # Of names: many, such as end like those of units, and such as are others in each object.
    varied = parents >= 3 and max(keys.values()) * 2 <= parents
    return len(keys) >= _MANY or varied or (len(keys) > 1 and _share(keys, _is_name) >= _MOST)


def _wrap_values(objects: list[dict[str, Any]], keys: Counter[str]) -> bool:
    """Whether the members are single values, each in an object of its own, under the names that every object has, as
    converters from XML write an element's text."""
    shared = len(objects) > 1 and 2 * keys.total() > len(objects) * len(keys)
    return shared and all(
        isinstance(member, dict) and len(member) == 1 and _is_value(*member.values())
        for member in islice(_members(objects), _SAMPLE)
    )


def _kind(keys: list[str]) -> KeyKind:
    sample = keys[:_SAMPLE]
    if _share(sample, is_id) >= _MOST:
        return "person_id"
    if _share(sample, _is_day) >= _MOST:
        return "date"
    if all(map(kind_of_leave, sample)):
        return "leave_type"
    if _are_serials(keys):
        return "serial"
    return "number" if _share(sample, _HOUSE_NUMBER.fullmatch) == 1 else "text"


def is_id(key: str) -> bool:
    """Whether a key is an identity number, or one badly written."""
    return mask_key(key) != key


def _is_day(key: str) -> bool:
    return is_day(key) or is_month(key)


def _are_serials(keys: list[str]) -> bool:
    """Whether keys are numbers that run on, each after the same word or none."""
    found = [_NUMBERED.fullmatch(key) for key in keys]
    numbers = [int(match[2]) for match in found if match and len(match[2]) < 12]
    words = {match[1] for match in found if match}
    if len(numbers) < len(keys) or len(words) != 1:
        return False
    return max(numbers) - min(numbers) < 2 * len(numbers) and min(numbers) < 1000


def _is_name(key: str) -> bool:
    words = data()["words"]
    return key.endswith((*words["units"], *words["agencies"])) or (
        2 <= len(key) <= 4 and not key.isascii() and key[:1] in "".join(words["surnames"])
    )


def _share(items: Iterable[Any], test: Any) -> float:
    found = [bool(test(item)) for item in items]
    return sum(found) / len(found) if found else 0.0


# -- alike -----------------------------------------------------------------------------------------------------------


def _are_alike(members: Iterable[Any]) -> bool:
    """Whether members have the same keys, or are lists of what has; what is empty says nothing."""
    shapes = [shape for member in members for shape in _shapes(member) if shape]
    if not shapes:
        return False
    counts = Counter(key for shape in shapes for key in shape)
    usual = {key for key, count in counts.items() if count * 2 >= len(shapes)}
    if not usual:
        return False
    alike = sum(2 * len(shape & usual) >= max(len(shape), len(usual)) for shape in shapes)
    return alike >= _ALIKE * len(shapes)


def _shapes(member: Any) -> Iterator[frozenset[str]]:
    for item in member[:_ELEMENTS] if isinstance(member, list) else [member]:
        if isinstance(item, dict):
            yield frozenset(map(_plain, item))
        elif isinstance(item, list):
            yield frozenset([f"row of {len(item)}"])
        elif isinstance(item, str):
            yield frozenset(["text"])


def _plain(key: str) -> str:
    """A key, or of one that is data what kind of data it is."""
    return "id" if is_id(key) else "day" if _is_day(key) else "number" if key.isdecimal() else key
