"""Repairs of a file's text: encoding and JSON syntax, never its content.

Safe repairs leave every value as it is, and a second reading proves it. Guesses write down what the reader understood
of a broken text, and are made only where nothing of it would be lost.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from pyvalidator.engine.registry import rules_by_fault_code
from pyvalidator.source import BINARY, UNREADABLE, Document, SyntaxFault, read_document
from pyvalidator.text.characters import ODD_SPACE_CHARS

#: What is replaced where it is more than one character.
_SPANS = {
    "comment": re.compile(r"/\*.*?\*/|(?://|#)[^\r\n]*", re.DOTALL),
    "odd_space": re.compile(f"{ODD_SPACE_CHARS}+"),
}
#: Repairs by writing the text anew in UTF-8 without BOM.
_ENCODINGS = ("utf8_bom", "utf16", "utf32", "big5_text", "gbk_text", "other_encoding")
#: Fault code → what stands at its place afterwards.
_REPLACEMENTS = {"trailing_comma": "", "raw_tab": "\\t", "odd_space": " ", "comment": ""}
#: Where these stand, something is lost or two things are claimed, and only a person can tell what was meant.
_UNGUESSABLE = {"duplicate_key", "invalid_bytes", "lone_surrogate", "huge_number"}


@dataclass
class Fixed:
    """A repaired file.

    Attributes:
        text: None where nothing could be done.
        done, left: (line, column, what) of each fault that was repaired, or still stands.
    """

    text: str | None
    done: list[tuple[int, int, str]] = field(default_factory=list)
    left: list[tuple[int, int, str]] = field(default_factory=list)


def fix(data: bytes, *, unsafe: bool = False) -> Fixed:
    """Repair what can be repaired.

    Args:
        unsafe: also write down what the reader guessed.
    """
    document = read_document(data)
    if not document.faults:
        return Fixed(document.text)
    if document.encoding == BINARY or document.value is UNREADABLE or "\ufffd" in document.text:
        return Fixed(None, left=_told(document, document.faults))
    safe = [fault for fault in document.faults if fault.code in (*_ENCODINGS, *_REPLACEMENTS)]
    rest = [fault for fault in document.faults if fault not in safe]
    if rest and unsafe and not document.skipped and not _UNGUESSABLE & {fault.code for fault in rest}:
        text = json.dumps(document.value, ensure_ascii=False, indent=2) + "\n"
        return Fixed(text, done=_told(document, document.faults))
    text = _repaired(document.text, safe)
    if not safe or read_document(text.encode("utf-8", "surrogatepass")).value != document.value:
        # A repair that would change a value is none: the text is broken around it too.
        return Fixed(None, left=_told(document, document.faults))
    return Fixed(text, done=_told(document, safe), left=_told(document, rest))


def _repaired(text: str, faults: list[SyntaxFault]) -> str:
    for fault in sorted(faults, key=lambda fault: fault.offset, reverse=True):
        if fault.code in _REPLACEMENTS:
            span = _SPANS[fault.code].match(text, fault.offset) if fault.code in _SPANS else None
            end = span.end() if span else fault.offset + 1
            text = text[: fault.offset] + _REPLACEMENTS[fault.code] + text[end:]
    return text.removeprefix("\ufeff")


def _told(document: Document, faults: list[SyntaxFault]) -> list[tuple[int, int, str]]:
    return [(*document.place(fault.offset), rules_by_fault_code("syntax")[fault.code].title) for fault in faults]
