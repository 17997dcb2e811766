"""Masking of all that is told of one file: it knows where the profile has a person's ID, and what stands there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from pyvalidator.privacy.masking import KEPT, ONE_NUMBER, Masker, hide, mask_id, plain, starred
from pyvalidator.privacy.written import mask_known, mask_quoted, mask_written, tokens
from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.source.pointers import escape, tokens_of
from pyvalidator.table.table import Table

#: An ID that is known again elsewhere; a date or another code that stands in the place of one is not.
_ID_LIKE = re.compile("(?=(?:[A-Z]*[0-9]){4})[A-Z][0-9A-Z]{6,11}|[0-9]{9}")
#: Where another text than the file's stands at an ID's place, such as a pattern: what may be an ID in it.
_RUN = re.compile(
    "(?=(?:[A-Za-zＡ-Ｚａ-ｚ_.-]*[0-9０-９]){4})[0-9A-Za-z０-９Ａ-Ｚａ-ｚ][0-9A-Za-z０-９Ａ-Ｚａ-ｚ_.-]{6,}"
)
#: How far around a syntax fault the member that it lies in is looked for, in code points.
_AROUND = 400


class FileMasker(Masker):
    """The masker of one file.

    Args:
        table: None where no JSON value could be had.
    """

    def __init__(self, on: bool, profile: Profile, table: Table | None) -> None:
        super().__init__(on)
        self._profile = profile
        self._table = table
        self._specs = [spec for spec in profile.fields if spec.type == "person_id"]
        patterns = [(spec, pattern) for spec in self._specs for pattern in profile.layout.objects(spec.level)]
        keys = dict.fromkeys(key for spec, pattern in patterns for key in profile.keys_at(spec, pattern))
        self.keys = tuple(keys)

    def is_person_id(self, pointer: str) -> bool:
        """Whether a person's ID stands, or should stand, at the pointer or around it.

        A key of an ID counts wherever it is, in another spelling too: in a damaged text things are not where they
        belong. Where the profile has another field, it does not.
        """
        return any(inside for _, inside in self._steps(pointer)) or self._named.fullmatch(pointer) is not None

    def _steps(self, pointer: str) -> Iterator[tuple[str, bool]]:
        """Each key of a pointer, and whether a person's ID stands there or above."""
        place, inside = "", False
        for token in tokens_of(pointer):
            place += f"/{escape(token)}"
            inside = inside or (_plain_key(token) in self._plain_keys and not self._other_fields.fullmatch(place))
            inside = inside or self._cells.fullmatch(place) is not None
            yield token, inside

    def at(self, pointer: str, value: Any) -> FileMasker | OfPerson:
        """The masker for what is told of one place: at a person's ID, nothing of `value` is shown that is hidden."""
        return OfPerson(self, value) if self.on and self.is_person_id(pointer) else self

    def text(self, value: Any) -> Any:
        """As in `Masker`; IDs of this file are hidden elsewhere too, and those in a text that is JSON."""
        if self.on and isinstance(value, str):
            value = mask_known(value, self.known)
            if any(key in value for key in self._quoted_keys):
                value = mask_written(value, self.keys, self.known)
        return super().text(value)

    def param(self, name: str, value: Any) -> Any:
        """As in `Masker`; an object's member that the profile has as a person's ID is one."""
        return self.id(value) if name in self.keys else super().param(name, value)

    def key(self, key: Any) -> Any:
        """As in `Masker`; the profile's own keys are no numbers."""
        return key if key in self._own_keys or len(str(key)) <= KEPT else super().key(key)

    def value(self, value: Any) -> Any:
        """What stands at the place, or might."""
        return self.text(value)

    def pointer(self, pointer: str) -> str:
        """A pointer: keys that are numbers, and keys inside what stands in the place of one, are masked."""
        if not self.on or not pointer:
            return pointer
        shown, place, above = "", "", False
        for token, inside in self._steps(pointer):
            place += f"/{escape(token)}"
            is_id = self._named.fullmatch(place) is not None or (above and not token.isdecimal())
            shown += "/" + escape(mask_id(token) if is_id else self.key(token))
            above = inside
        return str(super().text(shown))

    def written(self, text: str) -> str:
        """A piece of the file, as long as before."""
        return mask_written(text, self.keys, self.known, self._without_key) if self.on else text

    def quoted(self, params: dict[str, Any], text: str, offset: int) -> dict[str, Any]:
        """The parameters of a syntax fault at `offset`, which quote pieces of the text."""
        if not self.on or not params:
            return params
        start = max(0, offset - _AROUND)
        around = text[start : offset + _AROUND]
        return {
            name: mask_quoted(item, around, offset - start, self.keys) if isinstance(item, str) else item
            for name, item in params.items()
        }

    @cached_property
    def known(self) -> frozenset[str]:
        """What is written at the places of IDs and would be known as one elsewhere: proper ones are hidden anyway."""
        found: set[str] = set()
        for spec in self._specs:
            odd = (text for text in self._written(spec) if len(text) > KEPT and not ONE_NUMBER.fullmatch(text))
            parts = (part for text in odd for part in (text, *tokens(text)) if len(part) > KEPT)
            found.update(part for part in parts if _ID_LIKE.fullmatch(plain(part)))
        return frozenset(found)

    @cached_property
    def _without_key(self) -> frozenset[str]:
        """What is written at the places of IDs before which no key stands: in cells, and as keys themselves."""
        cells = self._table is not None and self._table.records.columns is not None
        specs = [spec for spec in self._specs if cells or spec.key == "*"]
        return frozenset(text for spec in specs for text in self._written(spec) if len(text) > KEPT)

    def _written(self, spec: FieldSpec) -> Iterator[str]:
        if self._table is None:
            return
        for value in self._table.own_column(spec).distinct.values():
            yield from _texts(value)

    @cached_property
    def _plain_keys(self) -> set[str]:
        return {_plain_key(key) for key in self.keys}

    @cached_property
    def _quoted_keys(self) -> list[str]:
        return [f'"{key}"' for key in self.keys]

    @cached_property
    def _own_keys(self) -> set[str]:
        return {key for spec in self._profile.fields for key in spec.keys}

    @cached_property
    def _named(self) -> re.Pattern[str]:
        """The places of what stands under a person's ID as its key."""
        patterns = [
            pattern for spec in self._specs for pattern in self._profile.layout.objects(spec.level)
            if pattern.endswith("/*") and self._profile.key_at(spec, pattern) == "*"
        ]  # fmt: skip
        return _places(patterns)

    @cached_property
    def _cells(self) -> re.Pattern[str]:
        """The places of a person's ID in rows."""
        columns = self._table.records.columns if self._table is not None else None
        cells = [columns[key] for key in self.keys if key in columns] if columns is not None else []
        return _places([f"{pattern}/{cell}" for pattern in self._profile.layout.records for cell in cells])

    @cached_property
    def _other_fields(self) -> re.Pattern[str]:
        """The places of fields that share a key with a person's ID, and are none."""
        layout = self._profile.layout
        places = [
            pattern + spec.path for level in layout.chain for pattern in layout.objects(level)
            for spec in self._profile.level(level)
            if _plain_key(spec.key) in self._plain_keys and spec.type != "person_id"
        ]  # fmt: skip
        return _places(places)


class OfPerson(Masker):
    """At the place of a person's ID: also what was made from the value, and what a schema names in its stead."""

    def __init__(self, file: FileMasker, value: Any) -> None:
        super().__init__(True)
        self._file = file
        self._values = list(_texts(value))

    def text(self, value: Any) -> Any:
        if isinstance(value, str):
            for own in self._values:
                value = hide(value, own)
            value = starred(value, [(found.start() + KEPT, found.end()) for found in _RUN.finditer(value)])
        elif type(value) in (int, float) and str(value) in self._values:
            return self.id(value)
        return self._file.text(value) if isinstance(value, str) else super().text(value)

    def value(self, value: Any) -> Any:
        """What stands at the place, or might: an ID whatever it looks like."""
        return self.id(value)

    def key(self, key: Any) -> Any:
        return key if key in self._file.keys else self.text(self._file.key(key))


def _places(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(place).replace(r"/\*", "/[^/]*") for place in patterns) or "(?!)")


def _plain_key(key: str) -> str:
    if key.isdecimal():
        return key
    usual = key if key.isascii() else unicodedata.normalize("NFKC", key)
    return re.sub(r"[\W_]", "", usual.casefold()) or key


def _texts(value: Any) -> Iterator[str]:
    """A scalar as text; of a list or an object every scalar and every key."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            pending += [*item, *item.values()]
        elif isinstance(item, list):
            pending += item
        elif isinstance(item, str) or type(item) in (int, float):
            yield str(item)
