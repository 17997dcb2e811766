"""A drafted profile as a TOML file that a person can read and correct."""

from __future__ import annotations

import json
import re
from typing import Any

from pyvalidator.wizard.draft import Draft, fields_of, open_codes, profile_data
from pyvalidator.wizard.words import confidence_word, titles

_HEAD = """# 差勤檢核版型檔，由對照精靈建立。
# 每個 [[fields]] 說明檔案裡的一個鍵（key）對應到哪一個檢核欄位（name），以及它的寫法。
# 本檔不含任何人員資料。修改後請用「pyvalidator profiles --check 檔名」確認。
"""
_ABOUT = ("id", "version", "title", "status", "source", "author", "date", "unknown_keys")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def draft_toml(draft: Draft) -> str:
    """The draft as TOML with comments: the reason and confidence of each proposal, and what is missing."""
    data = profile_data(draft)
    lines = [_HEAD]
    lines += [_pair(name, data[name]) for name in _ABOUT if data[name]]
    if data["in_force"]:
        lines += ["", "[in_force]", *(_pair(name, value) for name, value in data["in_force"].items())]
    lines += ["", "[layout]", *(_pair(name, value) for name, value in data["layout"].items())]
    if data["constants"]:
        lines += ["", "# 檔案裡沒有鍵說明的固定值", "[constants]"]
        lines += [_pair(name, value) for name, value in data["constants"].items()]
    if draft.missing:
        lines += ["", "# 還沒有對應的欄位：" + "、".join(f"{titles()[name]}（{name}）" for name in draft.missing)]
    for choice in draft.choices:
        if choice.field is None:
            lines += ["", "# 沒有對應到檢核欄位，內容不檢核"]
        else:
            reason = "" if choice.by_user else f"：{choice.reason}"
            lines += ["", f"# {confidence_word(choice)}{reason}"]
        for field in fields_of(draft, choice):
            lines += ["[[fields]]", *(_pair(name, value) for name, value in field.items())]
    for table, codes in data["tables"].items():
        lines += ["", f"[tables.{_key(table)}]", *(_pair(code, name) for code, name in codes.items())]
        lines += [f'# {_text(code)} = ""  # 請填寫這個代碼的意思' for code in _open(draft, table)]
    return "\n".join(lines) + "\n"


def _open(draft: Draft, table: str) -> list[str]:
    return [code for choice in draft.choices if choice.field == table for code in open_codes(choice)]


def _pair(name: str, value: Any) -> str:
    return f"{_key(name)} = {_value(value)}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return _text(value) if isinstance(value, str) else str(value)


def _text(value: str) -> str:
    # JSON's escapes are a subset of TOML's basic strings; DEL is the one character that TOML wants escaped beside them.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
