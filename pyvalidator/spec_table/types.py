"""Types as tables of fields write them: C(10), VARCHAR2(20), N(3,1), 9(5), 文字, 民國日期, Array …"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from pyvalidator.spec_table.words import data
from pyvalidator.text.nearest import nearest

_SIZED = re.compile(
    r"(?P<word>n?varchar2(?!\d)|datetime2|[^\d(（\[\s:：][^\d(（\[:：]*?|9|S9)\s*(?:[(（\[:：]?\s*(?P<length>\d{1,5})\s*(?:[,，.．、]\s*(?P<decimals>\d{1,2}))?"
    r"\s*(?:位|碼|字|字元|byte|bytes)?\s*[)）\]]?)?\s*",
    re.IGNORECASE,
)
_COBOL = re.compile(r"S?9\((\d+)\)(?:V9?\(?(\d+)?\)?|V(9+))?", re.IGNORECASE)


@dataclass(frozen=True)
class WrittenType:
    """What the column says. `kind`: what the value is (`[types]` of the data); `length`, `decimals`: as they stand in it; `word`: as written."""

    kind: str
    word: str
    length: int | None = None
    decimals: int | None = None


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in data()["types"].items() for word in words}


def read_type(text: str) -> WrittenType | None:
    """What a cell says; None where it is no known type."""
    written = unicodedata.normalize("NFKC", text).strip().strip("。.;；").strip()
    if not written:
        return None
    if kind := _kinds().get(" ".join(written.lower().split())):
        return WrittenType(kind, written)
    if found := _COBOL.fullmatch(written.replace(" ", "")):
        after = int(found[2] or 0) or len(found[3] or "") or (1 if "V" in written.upper() else None)
        return WrittenType("number", written, int(found[1]), after)
    found = _SIZED.fullmatch(written)
    if found is None:
        return _with_its_form(written)
    word = " ".join(found["word"].lower().split()).rstrip("型態類別").strip() or found["word"]
    kind = _kinds().get(" ".join(found["word"].lower().split())) or _kinds().get(word)
    if kind is None:
        return _with_its_form(written)
    length, decimals = found["length"], found["decimals"]
    return WrittenType(kind, found["word"], int(length) if length else None, int(decimals) if decimals else None)


def _with_its_form(written: str) -> WrittenType | None:
    """日期 YYYY/MM/DD: what follows the word is read where the form is."""
    first, *rest = written.split()
    kind = _kinds().get(first.lower()) if rest else None
    return WrittenType(kind, first) if kind in ("date", "period", "time", "datetime") else None


def is_type(text: str) -> bool:
    """Whether a text says a type."""
    return read_type(text) is not None


def near_type(text: str) -> str | None:
    """The word for a type that was probably meant, with what stands behind it; None where none is near."""
    found = re.match(r"\s*([^\d(（\[]+)(.*)", unicodedata.normalize("NFKC", text), re.DOTALL)
    if found is None or len(found[1].strip()) < 2:
        return None
    near = nearest(found[1].strip(), [word for word in _kinds() if len(word) >= 2])
    if near is None:
        return None
    return (near.upper() if near.isascii() else near) + found[2].strip()
