"""What a file is that is not JSON at all: told by its first bytes, or by what its text looks like."""

from __future__ import annotations

import re
from typing import Any

from pyvalidator.domain.csv_kinds import field_table_hint, how_to_be_a_list
from pyvalidator.source.not_data import own_text, own_workbook
from pyvalidator.source.sheet_texts import texts_of
from pyvalidator.text.characters import ODD_SPACE_CHARS

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "pdf_file", "PDF"),
    (b"PK\x03\x04", "zip_file", "ZIP"),
    (b"PK\x05\x06", "zip_file", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office_file", "Office"),
    (b"{\\rtf", "office_file", "RTF"),
    (b"\x1f\x8b", "archive_file", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "archive_file", "7z"),
    (b"Rar!\x1a\x07", "archive_file", "RAR"),
    (b"BZh", "archive_file", "bzip2"),
    (b"\xfd7zXZ\x00", "archive_file", "xz"),
    (b"\x89PNG\r\n\x1a\n", "image_file", "PNG"),
    (b"\xff\xd8\xff", "image_file", "JPEG"),
    (b"GIF8", "image_file", "GIF"),
    (b"II*\x00", "image_file", "TIFF"),
    (b"MM\x00*", "image_file", "TIFF"),
)
# What a zip archive is named after: parts that only this kind of document has.
_ZIP_KINDS = ((b"xl/", "Excel"), (b"word/", "Word"), (b"ppt/", "PowerPoint"), (b"opendocument", "ODF"))
#: Kinds of file that spreadsheets are.
_BOOKS = ("zip_file", "office_file")
_HEAD = 4096
_FEWEST_CONTROLS = 8
# Control characters that no text has; tab, line ends, form feed and Ctrl-Z are found in texts.
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\x0c\x1a")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|script)\b", re.IGNORECASE)
#: Where JSON may begin behind other words: a bracket with what can follow it, a quote, a bracket or an end.
JSON_INSIDE = re.compile(r"""\{\s*["'“‘}]|\[\s*[{\["\]]""")
#: What a text may begin with that the tolerant reader sees through: brackets, comments, odd spaces, bad bytes, a key.
READABLE_START = re.compile(rf'[{{\[｛［#\ufffd]|{ODD_SPACE_CHARS}|//|/\*|"[^"\r\n]{{0,200}}"\s*:')
#: The beginning of a line of a program's log: a time or a level in brackets, and words behind it.
LOG_LINE = re.compile(
    r"\[(?:[0-9]{2,4}[-/:][0-9]{1,2}[-/:]|(?!true|false|null)[A-Za-z])[^\]\[{}\"\r\n]{0,60}\]\s*[^\s,\]}]"
)
_SEPARATORS = (",", "\t", ";", "|")


def sniff_bytes(data: bytes) -> tuple[str, dict[str, Any]] | None:
    """Fault code and message values when the bytes (not UTF-16 or UTF-32) are no text, else None."""
    head = data[:_HEAD]
    for signature, code, kind in _SIGNATURES:
        if head.startswith(signature):
            if code == "zip_file":
                if own := own_workbook(data):
                    return "own_file", {"what": own}
                kind = next((name for part, name in _ZIP_KINDS if part in head), kind)
            return code, {"kind": kind} | ({"table": field_table_hint(texts_of(data))} if code in _BOOKS else {})
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if head.strip()[:1] not in (b"{", b"[", b'"') and controls > max(_FEWEST_CONTROLS, len(head) // 10):
        return "binary_file", {}
    return None


def sniff_text(text: str, start: int) -> tuple[str, dict[str, Any]] | None:
    """Fault code and message values when the text from `start`, its first character that is no blank, is of another
    kind, else None."""
    if own := own_text(text, start):
        return "own_file", {"what": own}
    code = _kind_of_text(text, start)
    if code == "csv_text":
        return code, {"list": how_to_be_a_list(text[start : start + _HEAD].encode("utf-8", "replace"))}
    return (code, {}) if code else None


def _kind_of_text(text: str, start: int) -> str | None:
    head = text[start : start + _HEAD]
    if head.startswith("<"):
        return "html_page" if is_html(text, start) else "xml_text"
    if head.startswith(("{", "[")):
        return None
    lines = [line for line in head.splitlines() if line.strip()][:4]
    if len(lines) > 1 and not JSON_INSIDE.search(head):
        for separator in _SEPARATORS:
            counts = {line.count(separator) for line in lines[:2]}
            if len(counts) == 1 and counts.pop() > 0:
                return "csv_text"
    return None


def is_html(text: str, start: int) -> bool:
    """Whether the markup that begins at `start` is a page's."""
    return _HTML.search(text, start, start + _HEAD) is not None
