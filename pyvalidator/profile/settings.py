"""What the settings of a profile must be, for pydantic: checks that stand beside a type, and pointers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

from pyvalidator.source.pointers import tokens_of

#: What pydantic must know of each class: a setting that does not exist is a fault.
CONFIG = {"extra": "forbid"}

#: Kind of an error that names in its context the `path` of the setting at fault, where pydantic itself knows no place.
AT_PATH = "at_path"


def fault_at(path: str, sentence: str) -> PydanticCustomError:
    return PydanticCustomError(AT_PATH, "{sentence}", {"sentence": sentence, "path": path})


@dataclass(frozen=True)
class Checked:
    """Beside a type in an annotation: pydantic asks `check`, which returns the value or raises ValueError."""

    check: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return core_schema.no_info_after_validator_function(self.check, handler(source))


def matching(pattern: str, words: str) -> Checked:
    """`words`: what the pattern asks for, as the user is told."""

    def check(text: str) -> str:
        if re.fullmatch(pattern, text) is None:
            raise PydanticKnownError("string_pattern_mismatch", {"pattern": words})
        return text

    return Checked(check)


def positive(number: int) -> int:
    if number <= 0:
        raise PydanticKnownError("greater_than", {"gt": 0})
    return number


def not_empty(items: list[Any]) -> list[Any]:
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


def compiles(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"不是正確的規則運算式：{error}") from None
    return text


Pointer = Annotated[str, Checked(_pointer)]
"""An RFC 6901 pointer in which the token `*` stands for every element of an array."""

InnerPointer = Annotated[str, Checked(_inside)]
"""An RFC 6901 pointer through objects only, from one object to one inside it; "" is the object itself."""
