"""Reading one string, with whatever is wrong inside it or with its quotes."""

from __future__ import annotations

import re
from typing import NamedTuple

from pyvalidator.source.fault import Faults, SyntaxFault, shorten

LOOK_AHEAD = 400
"""Characters looked at to tell what a misplaced quote means: a constant, so that no text takes quadratic time."""

ODD_QUOTES = {
    **dict.fromkeys("'`", "single_quote"),
    **dict.fromkeys("“”„‘’", "curly_quote"),
    **dict.fromkeys("＂「『", "fullwidth_quote"),
}
_ODD_CLOSER = r"""["'`“”„‘’＂」』]"""
_ODD_CLOSER_BEFORE_STRUCTURE = re.compile(_ODD_CLOSER + r"(?=\s*(?:[,:\[\]{}，：［］｛｝]|\Z))")
_ODD_END = re.compile(_ODD_CLOSER + r"|[,:\[\]{}\r\n]")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "'": "'"}
_STOP = re.compile(r'["\\\x00-\x1f]')
_HEX = re.compile("[0-9a-fA-F]{0,4}")
_LINE_END = re.compile(r"[\r\n]")
_STRUCTURE = " \t\r\n,}]{[:"
_AFTER_STRING = re.compile(r"[ \t\r\n]*(?:[,:\]}，：；;］｝]|\Z|//|/\*|#)")
_NEXT_STRING = re.compile(r'"[^"\r\n]{0,500}"[ \t]*[,:\]}\r\n]')
# Where a text with quotes inside really ends, and what shows that the quote belongs to another string instead.
_REAL_END = re.compile(r'"(?=[ \t]*(?:[,}\]，］｝]|[\r\n]|\Z))')
_REAL_KEY_END = re.compile(r'"(?=[ \t]*[:：])')
_BARE_KEY = re.compile(r"""([^\s,:\[\]{}"'，：［］｛｝=]+)["'”’＂]?(?=\s*[:：=])""")
_ANOTHER_STRING = re.compile(r'[,\[{]\s*"')


class Read(NamedTuple):
    value: str
    end: int
    cut_off: bool = False
    """No closing quote follows in the whole text."""


def read_string(text: str, start: int, faults: Faults, is_key: bool = False) -> Read:
    """The string whose opening quote, of whatever kind, is at `start`."""
    if text[start] != '"':
        return _read_oddly_quoted(text, start, faults)
    value, end, inside = _scan(text, start + 1, len(text))
    if end < 0:
        return _read_unclosed(text, start, len(text), faults, is_key)
    if not ends_string(text, end):
        if _is_unclosed(text, start, end, is_key):
            return _read_unclosed(text, start, end - 1, faults, is_key)
        real_end = _end_behind_inner_quotes(text, end, is_key)
        if real_end:
            faults.add("unescaped_quote", end, found=shorten(text[end : real_end - 1]))
            return Read(text[start + 1 : real_end - 1], real_end)
    faults.add_all(inside.values())
    return Read(value, end)


def is_quote(character: str) -> bool:
    return character == '"' or character in ODD_QUOTES


def ends_string(text: str, end: int) -> bool:
    """Whether what stands at `end` can follow a text."""
    return _AFTER_STRING.match(text, end) is not None


def read_key(text: str, start: int, faults: Faults) -> Read | None:
    """The key at `start`, with or without quotes; None where there is none."""
    if is_quote(text[start]):
        return read_string(text, start, faults, is_key=True)
    bare = _BARE_KEY.match(text, start)
    if bare is None:
        return None
    faults.add("unquoted_key", start, found=shorten(bare[1]))
    return Read(bare[1], bare.end())


def _scan(text: str, start: int, stop: int) -> tuple[str, int, dict[str, SyntaxFault]]:
    """Value, offset behind the closing quote (-1: none before `stop`) and, the first fault inside of each code:
    a text of five lines has one fault, not four."""
    pieces: list[str] = []
    inside: dict[str, SyntaxFault] = {}
    position = start
    while match := _STOP.search(text, position, stop):
        at = match.start()
        pieces.append(text[position:at])
        character = text[at]
        if character == '"':
            return "".join(pieces), at + 1, inside
        if character == "\\":
            piece, position = _read_escape(text, at, inside)
            pieces.append(piece)
        else:
            code = {"\n": "raw_newline", "\r": "raw_newline", "\t": "raw_tab"}.get(character, "control_character")
            if code not in inside:
                inside[code] = SyntaxFault(code, at, {"found": f"U+{ord(character):04X}"})
            pieces.append(character)
            position = at + 1
    pieces.append(text[position:stop])
    return "".join(pieces), -1, inside


def _read_escape(text: str, at: int, inside: dict[str, SyntaxFault]) -> tuple[str, int]:
    letter = text[at + 1 : at + 2]
    if letter != "u":
        if letter not in _ESCAPES or letter == "'":
            inside.setdefault(
                "bad_escape",
                SyntaxFault("bad_escape", at + 1, {"found": "\\" + letter if letter.isprintable() else "\\"}),
            )
        return _ESCAPES.get(letter, "\\" + letter), at + 2
    unit, end = _read_unit(text, at)
    if unit is None:
        inside.setdefault("bad_unicode_escape", SyntaxFault("bad_unicode_escape", end, {"found": text[at:end]}))
        return "\ufffd", end
    if 0xD800 <= unit < 0xDC00 and text.startswith("\\u", end):
        low, low_end = _read_unit(text, end)
        if low is not None and 0xDC00 <= low < 0xE000:
            return chr(0x10000 + ((unit - 0xD800) << 10) + low - 0xDC00), low_end
    if 0xD800 <= unit < 0xE000:
        inside.setdefault("lone_surrogate", SyntaxFault("lone_surrogate", at, {"found": text[at:end]}))
        return "\ufffd", end
    return chr(unit), end


def _read_unit(text: str, at: int) -> tuple[int | None, int]:
    """The number behind `\\u`, None unless it has four hexadecimal digits, and where they end."""
    match = _HEX.match(text, at + 2)
    assert match is not None
    return (int(match[0], 16) if len(match[0]) == 4 else None), match.end()


def _is_unclosed(text: str, start: int, end: int, is_key: bool) -> bool:
    """Whether the quote before `end` opens the next string, because this one's own closing quote is missing."""
    if text[end].isspace():
        return False
    content = text[start + 1 : end - 1]
    if is_key:
        return ":" in content or _LINE_END.search(content) is not None
    _, tail = _split_structure(content)
    return bool(tail or _LINE_END.search(content)) and _NEXT_STRING.match(text, end - 1) is not None


def _split_structure(line: str) -> tuple[str, str]:
    """`line` without the commas and brackets at its end that were meant to be behind the closing quote, and those."""
    content = line.rstrip(_STRUCTURE)
    tail = line[len(content) :]
    for opener, closer in ("[]", "{}"):
        if tail.startswith(closer) and content.count(opener) > content.count(closer):
            content, tail = content + closer, tail[1:]
    return (content, tail) if tail.strip()[:1] in (",", "}", "]") else (line.rstrip(), "")


def _read_unclosed(text: str, start: int, stop: int, faults: Faults, is_key: bool) -> Read:
    """Reads on where the string was meant to end: before the colon of a key, or the structure at its line's end."""
    line_end = _LINE_END.search(text, start, stop)
    line = text[start + 1 : line_end.start() if line_end else stop]
    content = line.partition(":")[0].rstrip() if is_key else _split_structure(line)[0]
    end = start + 1 + len(content)
    value, _, inside = _scan(text, start + 1, end)
    faults.add("unclosed_string", start, found=shorten(value))
    faults.add_all(fault for fault in inside.values() if fault.offset < end)
    return Read(value.rstrip("”’＂"), end, cut_off=stop == len(text))


def _end_behind_inner_quotes(text: str, end: int, is_key: bool) -> int:
    """Where a string ends of which the quote before `end` is only a part; 0 when that quote does end it."""
    if text[end] in " \t\r\n{[" or (text[end] == '"' and _NEXT_STRING.match(text, end)):
        return 0
    real = (_REAL_KEY_END if is_key else _REAL_END).search(text, end, end + LOOK_AHEAD)
    if real is None or _LINE_END.search(text, end, real.start()) or _ANOTHER_STRING.search(text, end, real.start()):
        return 0
    return real.end()


def _read_oddly_quoted(text: str, start: int, faults: Faults) -> Read:
    faults.add(ODD_QUOTES[text[start]], start, found=text[start])
    stop = min(start + LOOK_AHEAD, len(text))
    closer = _ODD_CLOSER_BEFORE_STRUCTURE.search(text, start + 1, stop)
    if closer is None or _LINE_END.search(text, start, closer.start()):
        closer = _ODD_END.search(text, start + 1, stop)
    if closer is None:
        return Read(text[start + 1 : stop], stop)
    is_quote = closer[0] not in ",:[]{}\r\n"
    return Read(text[start + 1 : closer.start()], closer.end() if is_quote else closer.start())
