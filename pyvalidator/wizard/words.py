"""What the wizard says of keys and proposals, for the page and the command line alike. Never a value unmasked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyvalidator.profile as profiles
from pyvalidator.privacy.masking import mask_text, plain
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.source.pointers import tokens_of
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column, plain_key
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.names import TOGETHER, aliases, spellings
from pyvalidator.wizard.telling import is_day
from pyvalidator.wording import LEVEL

_TYPES = {
    "string": "文字", "number": "數字", "boolean": "true／false", "null": "null", "array": "清單", "object": "物件",
}  # fmt: skip
#: Titles of canonical fields that the reference profile does not have.
_MORE_TITLES = {
    "staff_class": "人員類別（適用法規）", "leave_state": "狀態（有效、無效）",
    "record_agency_code": "人員所屬機關代碼", "start_moment": "開始日期與時間",
    "end_moment": "結束日期與時間", "amount": "請假長度（日時合一）",
    "both_dates": "開始與結束日期（同一天）", "day_span": "起訖日期", "clock_span": "起訖時間",
    "span": "起訖日期與時間", "person_number": "員工代號",
}  # fmt: skip
_ID_INSIDE = re.compile("[A-Z][0-9A-D][0-9]{6}")


@cache
def titles() -> dict[str, str]:
    """Canonical field → its Chinese title, in the order in which fields are usually written."""
    known = {spec.name: spec.title for spec in profiles.built_in_profiles()["reference"].fields}
    return {name: known.get(name) or _MORE_TITLES.get(name, name) for name in (*CANONICAL, *TOGETHER)}


def confidence_word(choice: Choice) -> str:
    """How sure a proposal is, in words."""
    if choice.field is None:
        return "沒有對應"
    if choice.by_user:
        return "由您指定"
    return "把握高" if choice.certain else "把握中等" if choice.confidence >= 0.65 else "把握低，請確認"


def column_facts(column: Column) -> str:
    """Types, how often, how many different values."""
    kinds = "、".join(_TYPES[name] for name in column.types)
    often = f"{column.count:,} 處都有" if column.always else f"{column.objects:,} 處中 {column.count:,} 處有"
    distinct = len(column.distinct)
    more = "以上的" if distinct >= column.limit else ""
    return f"{kinds}，{often}" + (f"，{distinct:,} 種{more}值" if distinct else "")


def found_at(shape: FoundLayout) -> list[tuple[str, str]]:
    """Where header and persons were found, and what had to be unpacked to see them."""
    layout = shape.layout
    found = [("檔頭", "整份文件的最上層" if layout.header == "" else f"「{pattern_words(layout.header)}」")]
    if not any(column.level == "header" for column in shape.columns):
        found = [("檔頭", "沒有找到，機關與年月可能寫在每筆紀錄或檔名裡")]
    on_the_way = [(level_words(shape, level), layout.objects(level)[0]) for level in layout.chain[1:-1]]
    found += [(title, f"「{pattern_words(pattern)}」") for title, pattern in on_the_way]
    if layout.columns is not None:
        found.append(("欄名與資料列", "分開寫，已合起來讀"))
    return [*found, *(("寫成文字的 JSON", f"「{pattern_words(pattern)}」，已展開來讀") for pattern in layout.embedded)]


def places(shape: FoundLayout) -> list[tuple[str, str]]:
    """Where header, persons and records were found."""
    records = "、".join(f"「{pattern_words(pattern)}」" for pattern in shape.layout.records)
    return [*found_at(shape), ("紀錄", f"{records}，看到 {shape.record_count:,} 筆")]


def level_words(shape: FoundLayout, level: str) -> str:
    """What a level is called for people."""
    return LEVEL.get(level) or shape.level_titles.get(level, level)


def key_words(choice: Choice) -> str:
    """A key for people: several that make one value together, and what a member of a map is called."""
    columns = [choice.column, *choice.more]
    return "＋".join("（底下各項的鍵名）" if each.is_member_key else mask_text(each.shown_key) for each in columns)


def pattern_words(pattern: str) -> str:
    """A pattern of places for people: keys from the outermost on; identity numbers masked."""
    if pattern == "":
        return "整份文件"
    tokens = [mask_text(token) if token != "*" else "每一項" for token in tokens_of(pattern)]
    return "／".join(tokens[:-1] if tokens[-1] == "每一項" else tokens) or "最上層的清單"


def question_of(choice: Choice) -> str:
    """What the user is asked of a key; "" where it is certain, or answered."""
    if choice.by_user:
        return ""
    if choice.asks:
        return choice.asks
    if choice.field is None or choice.certain:
        return ""
    title = titles()[choice.field]
    if len(choice.readings) > 1:
        return f"「{title}」的寫法有 {len(choice.readings)} 種可能，請選擇。"
    return f"這個鍵是「{title}」嗎？"


def question_of_lack(name: str, essential: bool, where: list[str]) -> str:
    """What the user is asked of a field that no key is. `where`: the places of records that lack it; [] for all."""
    title = titles()[name]
    place = "、".join(f"「{pattern_words(pattern)}」" for pattern in where)
    if essential:
        return f"{place}沒有找到「{title}」，少了它就不能檢核。請選擇是哪一個鍵。"
    return f"{place or '檔案'}裡沒有「{title}」嗎？"


def shown_value(value: Any, hide: bool = False) -> str:
    """One value as text, short, identity numbers masked. `hide`: it stands where identity numbers do."""
    if isinstance(value, dict | list):
        return "（物件）" if isinstance(value, dict) else "（清單）"
    text = json.dumps(value) if value is None or isinstance(value, bool) else str(value)
    return _short(mask_text(text[:6] + "*" * (len(text) - 6) if hide else text))


def _short(text: str) -> str:
    return "（空白）" if not text.strip() else text[:40] + ("…" if len(text) > 40 else "")


def examples(choice: Choice, count: int = 3) -> list[str]:
    """A few values of a key as text, identity numbers masked whatever the key is mapped to."""
    hide = hides_ids(choice)
    return [shown_value(value, hide) for value in choice.values[:count]]


def hides_ids(choice: Choice) -> bool:
    """Whether of a key's values only the start is shown."""
    return choice.field == "person_id" or holds_ids(choice.column)


def holds_ids(column: Column) -> bool:
    """Whether identity numbers stand under a key, well written or not: by its name, or by its values."""
    return are_ids(spellings(column), column.texts)


def are_ids(keys: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether a key is called like one of identity numbers, or one of its values holds such a number. The T of a moment
    with the digits behind it is none."""
    named = not {plain_key(key) for key in keys}.isdisjoint(aliases()["person_id"])
    return named or any(_ID_INSIDE.search(plain(text)) and not is_day(text) for text in texts)
