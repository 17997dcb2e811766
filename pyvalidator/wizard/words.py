"""What the wizard says of keys and proposals, for the page and the command line alike. Never a value unmasked."""

from __future__ import annotations

import json
import re
from functools import cache

import pyvalidator.profile as profiles
from pyvalidator.privacy.masking import mask_text, plain
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column, plain_key
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.names import TOGETHER, aliases, spellings

_TYPES = {
    "string": "文字", "number": "數字", "boolean": "true／false", "null": "null", "array": "清單", "object": "物件",
}  # fmt: skip
#: Titles of canonical fields that the reference profile does not have.
_MORE_TITLES = {
    "staff_class": "人員類別（適用法規）", "record_agency_code": "人員所屬機關代碼", "start_moment": "開始日期與時間",
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
    return "把握高" if choice.confidence >= 0.9 else "把握中等" if choice.confidence >= 0.65 else "把握低，請確認"


def column_facts(column: Column) -> str:
    """Types, how often, how many different values."""
    kinds = "、".join(_TYPES[name] for name in column.types)
    often = f"{column.count:,} 處都有" if column.always else f"{column.objects:,} 處中 {column.count:,} 處有"
    distinct = len(column.distinct)
    more = "以上的" if distinct >= column.limit else ""
    return f"{kinds}，{often}" + (f"，{distinct:,} 種{more}值" if distinct else "")


def places(shape: FoundLayout) -> list[tuple[str, str]]:
    """Where header, persons and records were found."""
    layout = shape.layout
    found = [("檔頭", "整份文件的最上層" if layout.header == "" else f"「{mask_text(layout.header)}」")]
    if not any(column.level == "header" for column in shape.columns):
        found = [("檔頭", "沒有找到，機關與年月可能寫在每筆紀錄裡")]
    if layout.persons is not None:
        found.append(("人員", f"「{_place(layout.persons)}」"))
    records = "、".join(f"「{_place(pattern)}」" for pattern in layout.records)
    return [*found, ("紀錄", f"{records}，看到 {shape.record_count:,} 筆")]


def _place(pattern: str) -> str:
    return mask_text(pattern.removesuffix("/*")) or "最上層的清單" if pattern else "整份文件"


def examples(choice: Choice, count: int = 3) -> list[str]:
    """A few values of a key as text, identity numbers masked whatever the key is mapped to."""
    hide = choice.field == "person_id" or holds_ids(choice.column)
    shown = []
    for value in list(choice.column.distinct)[:count]:
        text = json.dumps(value) if value is None or isinstance(value, bool) else str(value)
        text = mask_text(text[:6] + "*" * (len(text) - 6) if hide else text)
        shown.append("（空白）" if not text.strip() else text[:40] + ("…" if len(text) > 40 else ""))
    return shown


def holds_ids(column: Column) -> bool:
    """Whether identity numbers stand under a key, well written or not: by its name, or by its values."""
    named = not {plain_key(spelling) for spelling in spellings(column)}.isdisjoint(aliases()["person_id"])
    return named or any(_ID_INSIDE.search(plain(text)) for text in column.texts)
