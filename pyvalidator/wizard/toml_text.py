"""A drafted profile as a TOML file that a person can read and correct."""

from __future__ import annotations

import json
import re
from typing import Any

from pyvalidator.wizard.draft import Draft, fields_of, open_codes, profile_data, table_of
from pyvalidator.wizard.words import confidence_word, titles

_HEAD = """# 差勤檢核版型檔，由對照精靈建立。
# 每個 [[fields]] 說明檔案裡的一個鍵（key）對應到哪一個檢核欄位（name），以及它的寫法。
# 本檔不含任何人員資料。修改後請用「pyvalidator profiles --check 檔名」確認。
"""
_ABOUT = ("id", "version", "title", "status", "source", "author", "date", "note", "unknown_keys")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def draft_toml(draft: Draft) -> str:
    """The draft as TOML with comments: the reason and confidence of each proposal, and what is missing."""
    data = profile_data(draft)
    lines = [_HEAD]
    lines += [_pair(name, data[name]) for name in _ABOUT if data[name]]
    if data["missing"]:
        lines += ["", "# 沒有值的時候這樣寫", _pair("missing", data["missing"])]
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
            unread = all(each["type"] == "any" for each in choice.kept)
            lines += ["", f"# 沒有對應到檢核欄位，{'內容不檢核' if unread else '只檢核寫法'}"]
        else:
            reason = "" if choice.by_user else f"：{choice.reason}"
            lines += ["", f"# {confidence_word(choice)}{reason}"]
        for field in fields_of(draft, choice):
            lines += _field(field)
    for field in draft.kept_fields:
        lines += ["", "# 這次的檔案裡沒有這個鍵，保留放入的版型的寫法", *_field(field)]
    for table, codes in data["tables"].items():
        lines += ["", f"[tables.{_key(table)}]", *(_pair(code, name) for code, name in codes.items())]
        lines += [f'# {_text(code)} = ""  # 請填寫這個代碼的意思' for code in _open(draft, table)]
    if data["severity"]:
        lines += ["", "[severity]", *(_pair(rule, severity) for rule, severity in data["severity"].items())]
    return "\n".join(lines) + "\n"


def _field(field: dict[str, Any]) -> list[str]:
    return ["[[fields]]", *(_pair(name, value) for name, value in field.items())]


def _open(draft: Draft, table: str) -> list[str]:
    own = (choice for choice in draft.choices if choice.codes and table_of(choice) == table)
    return [code for choice in own for code in open_codes(choice)]


def _pair(name: str, value: Any) -> str:
    return f"{_key(name)} = {_value(value)}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(_pair(name, each) for name, each in value.items()) + "}"
    return _text(value) if isinstance(value, str) else str(value)


def _text(value: str) -> str:
    # JSON's escapes are a subset of TOML's basic strings; DEL is the one character that TOML wants escaped beside them.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
