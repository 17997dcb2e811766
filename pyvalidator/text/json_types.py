"""What JSON's types are called in sentences."""

from __future__ import annotations

from typing import Any


def type_word(value: Any) -> str:
    """The JSON type of a parsed value, in Traditional Chinese."""
    if value is None:
        return "空值 null"
    if isinstance(value, bool):
        return "是非值 true／false"
    if isinstance(value, int | float):
        return "數字"
    if isinstance(value, str):
        return "文字"
    return "陣列（清單）" if isinstance(value, list) else "物件（一組欄位）"
