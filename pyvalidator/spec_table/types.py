"""Types as tables of fields write them: C(10), VARCHAR2(20), N(3,1), 9(5), 文字, 民國日期, Array …"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from pyvalidator.text.nearest import nearest

#: What a value is in JSON terms, or in those of a calendar → how it is written.
WORDS: dict[str, tuple[str, ...]] = {
    "text": ("c", "char", "character", "varchar", "varchar2", "nvarchar", "nvarchar2", "nchar", "string", "str", "text", "clob", "x", "a",
             "an", "a/n", "ans", "alphanumeric", "文字", "字串", "字元", "文數字", "英數字", "文字型", "字元型", "文字型態", "字串型態", "文字串", "中文",
             "文", "英文字", "固定長度文字", "變動長度文字", "數字文字", "數字字串"),
    "integer": ("int", "integer", "bigint", "smallint", "tinyint", "long", "int32", "int64", "整數", "整數型", "正整數"),
    "number": ("n", "num", "number", "numeric", "decimal", "float", "double", "real", "money", "9", "s9", "數字", "數值", "數值型", "浮點", "浮點數", "小數",
               "數字型", "數字型態"),
    "boolean": ("bool", "boolean", "bit", "布林", "布林值", "邏輯", "邏輯值", "y/n", "是否", "是/否"),
    "date": ("d", "date", "日期", "日期型", "民國日期", "西元日期", "年月日", "民國年月日", "西元年月日"),
    "period": ("年月", "民國年月", "西元年月", "yearmonth"),
    "time": ("t", "time", "時間", "時分", "時刻"),
    "datetime": ("dt", "datetime", "timestamp", "date time", "日期時間", "時間戳記", "datetime2"),
    "array": ("array", "list", "陣列", "清單", "集合", "json array", "jsonarray", "object[]", "array of object", "物件陣列", "list<object>",
              "array<object>", "object array", "陣列物件", "多筆", "重複", "array[object]"),
    "object": ("object", "obj", "物件", "json object", "jsonobject", "結構", "群組", "group", "json", "單一物件", "複合"),
    "choice": ("代碼", "enum", "列舉", "選項", "code"),
    # What a table written from a profile says of the types that only profiles have.
    "agency_code": ("機關代碼",), "person_id": ("身分證字號",), "digits": ("數字碼",), "any": ("不檢核",),
}  # fmt: skip

_SIZED = re.compile(
    r"(?P<word>[^\d(（\[\s:：][^\d(（\[:：]*?2?|9|S9)\s*(?:[(（\[:：]?\s*(?P<length>\d{1,5})\s*(?:[,，.．、]\s*(?P<decimals>\d{1,2}))?"
    r"\s*(?:位|碼|字|字元|byte|bytes)?\s*[)）\]]?)?\s*"
)
_COBOL = re.compile(r"S?9\((\d+)\)(?:V9?\(?(\d+)?\)?|V(9+))?", re.IGNORECASE)


@dataclass(frozen=True)
class WrittenType:
    """What the column says. `kind`: a key of `WORDS`; `length`, `decimals`: as they stand in it; `word`: as written."""

    kind: str
    word: str
    length: int | None = None
    decimals: int | None = None


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in WORDS.items() for word in words}


def read_type(text: str) -> WrittenType | None:
    """What a cell says; None where it is no known type."""
    written = unicodedata.normalize("NFKC", text).strip().strip("。.;；").strip()
    if not written:
        return None
    if kind := _kinds().get(" ".join(written.lower().split())):
        return WrittenType(kind, written)
    if found := _COBOL.fullmatch(written.replace(" ", "")):
        decimals = int(found[2] or 0) or len(found[3] or "") or (1 if "V" in written.upper() else None)
        return WrittenType("number", written, int(found[1]), decimals)
    found = _SIZED.fullmatch(written)
    if found is None:
        return None
    word = " ".join(found["word"].lower().split()).rstrip("型態類別").strip() or found["word"]
    kind = _kinds().get(" ".join(found["word"].lower().split())) or _kinds().get(word)
    if kind is None:
        return None
    length, decimals = found["length"], found["decimals"]
    return WrittenType(kind, found["word"], int(length) if length else None, int(decimals) if decimals else None)


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
