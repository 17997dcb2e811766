"""A rule's examples as files, for its page, for 「用這個例子試試」 and for the tests."""

from __future__ import annotations

import json
from typing import Any

from pyvalidator.intake import Incoming
from pyvalidator.rule import Example, Rule


def example_files(rule: Rule, example: Example) -> list[Incoming]:
    """The example's files in the order of their names."""
    named = example.files or {f"{rule.id.lower()}.json": example.content}
    return [Incoming(name, example_bytes(content)) for name, content in sorted(named.items())]


def example_bytes(content: Any) -> bytes:
    """Bytes as they are, text as UTF-8, everything else as indented JSON."""
    if isinstance(content, bytes):
        return content
    if not isinstance(content, str):
        content = json.dumps(content, ensure_ascii=False, indent=2)
    return content.encode("utf-8", "surrogatepass")
