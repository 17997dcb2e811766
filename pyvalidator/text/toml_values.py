"""Values and keys as TOML has them, for files that people read and correct."""

from __future__ import annotations

import json
import re
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_pair(name: str, value: Any) -> str:
    """`name = value`."""
    return f"{toml_key(name)} = {toml_value(value)}"


def toml_key(name: str) -> str:
    return name if _BARE.fullmatch(name) else toml_text(name)


def toml_value(value: Any) -> str:
    """A text, number, truth value, list or inline table."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(toml_pair(name, each) for name, each in value.items()) + "}"
    return toml_text(value) if isinstance(value, str) else str(value)


def toml_text(value: str) -> str:
    # JSON's escapes are a subset of TOML's basic strings; DEL is the one character that TOML wants escaped beside them.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
