"""Identity numbers in pieces of a file as it is written: behind their key, however badly or in whatever escapes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pyvalidator.privacy.masking import ID_LENGTH, ID_NUMBER, KEPT, hide, mask_id, mask_key, starred
from pyvalidator.runtime.caches import forgettable

_ESCAPE = re.compile(
    r"\\u(?P<hex>[0-9A-Fa-f]{4})|\\(?P<sign>[\"'/\\])|&#[xX](?P<html>[0-9A-Fa-f]{1,5});|&#(?P<decimal>[0-9]{1,6});"
    "|&(?P<name>quot|amp|apos|lt|gt);"
)
_NAMED = {"quot": '"', "amp": "&", "apos": "'", "lt": "<", "gt": ">"}
#: JSON inside a text inside a text: deeper than this nobody writes.
_MOST_OFTEN = 4
#: Line breaks in one value; an excerpt is read with as many lines above it.
_LINES = 5

#: No Chinese: a sentence has no spaces around a number.
_TOKEN = re.compile(r"[^\s\"'“”「」、，,。:：;；/{}\[\]()（）<>|\u3400-\u9fff]+")
#: Full-width signs and letters, each as the one that is meant.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_OPENER, _CLOSER = "[\"'“”‘＂「]", "[\"'“”’＂」]"
#: How a message names a character that cannot be shown.
_NAME = re.compile("U\\+[0-9A-F]{4,6}")
_KEY = re.compile(rf"{_OPENER}([^\"'\r\n]{{7,40}}){_CLOSER}{{1,2}}\s*[:：]")
#: Where one text ends, the next may begin: what stands between two texts is looked at too.
_QUOTED = re.compile(r'"(?=([^"\r\n]*)")')
_INNER = re.compile(r'(?P<open>[\[{])|(?P<close>[\]}])|"(?P<text>[^"\r\n]*)"?|(?P<bare>[^\s\[\]{},:"]+)')


def mask_written(
    text: str, keys: Collection[str], known: Collection[str] = (), quoted: Collection[str] = ()
) -> str:
    """Part of a file, as long as before: ID numbers masked, keys that are nearly one, and whatever is written as the
    value of one of `keys`.

    Args:
        known: further IDs, masked where they stand as a whole.
        quoted: what is masked where it is all that stands in quotes: IDs that no key stands before.
    """
    read, at = as_read(text)
    spans = [(start + KEPT, end) for start, end in written_values(read, keys)]
    spans += [(found.start() + KEPT, found.start() + ID_LENGTH) for found in ID_NUMBER.finditer(read)]
    spans += [
        (found.start(1) + KEPT, found.end(1)) for found in _KEY.finditer(read)
        if mask_key(found[1]) == mask_id(found[1])
    ]  # fmt: skip
    if known:
        spans += [(found.start() + KEPT, found.end()) for found in _TOKEN.finditer(read) if found[0] in known]
    if quoted:
        spans += [(found.start(1) + KEPT, found.end(1)) for found in _QUOTED.finditer(read) if found[1] in quoted]
    return starred(text, [(at[start], at[end]) for start, end in spans if start < end])


def mask_known(text: str, known: Collection[str]) -> str:
    """`text` with the IDs in `known` masked where they stand as a whole."""
    if not known or len(text) <= KEPT:
        return text
    if text in known:
        return mask_id(text)
    return starred(text, [(one.start() + KEPT, one.end()) for one in _TOKEN.finditer(text) if one[0] in known])


def mask_quoted(found: str, text: str, offset: int, keys: Collection[str]) -> str:
    """What a syntax fault at `offset` of `text` quotes, which may be a piece of the value of one of `keys`."""
    if len(found) == 1:
        return mask_written(text, keys)[offset : offset + 1] if text[offset : offset + 1] == found else found
    shown = mask_written(found, keys)
    if _NAME.fullmatch(found):
        return shown
    read, at = as_read(text)
    for start, end in written_values(read, keys):
        # From the opening quote to the closing one.
        if at[start] - 1 <= offset <= at[end] + 1:
            shown = hide(shown, read[start:end])
    return shown


def tokens(text: str) -> list[str]:
    """The pieces of a text that may be numbers."""
    return _TOKEN.findall(text)


def as_read(text: str) -> tuple[str, Sequence[int]]:
    """`text` with its escapes read (JSON's, repeatedly where JSON stands in a text, and HTML's).

    Returns:
        The text, and for each of its characters and for its end the place in the text as written.
    """
    at: Sequence[int] = range(len(text) + 1)
    for _ in range(_MOST_OFTEN):
        escapes = list(_ESCAPE.finditer(text)) if "\\" in text or "&" in text else []
        if not escapes:
            break
        parts: list[str] = []
        places: list[int] = []
        end = 0
        for escape in escapes:
            parts += [text[end : escape.start()], _meant(escape)]
            places += [*at[end : escape.start()], at[escape.start()]]
            end = escape.end()
        text, at = "".join([*parts, text[end:]]), [*places, *at[end:]]
    return text, at


def _meant(escape: re.Match[str]) -> str:
    if escape["sign"]:
        return escape["sign"]
    if escape["name"]:
        return _NAMED[escape["name"]]
    number = int(escape["hex"] or escape["html"] or "0", 16) or int(escape["decimal"] or "0")
    return chr(number)


def written_values(read: str, keys: Collection[str]) -> Iterator[tuple[int, int]]:
    """Start and end of what is written as the value of one of `keys`; of a list or object, of all that is in it."""
    for found in _member(tuple(keys)).finditer(read.translate(_NARROW)):
        start = found.end(1)
        if read[start : start + 1] in ("[", "{"):
            yield from _inside(read, start)
        else:
            yield start, found.end()


def _inside(read: str, start: int) -> Iterator[tuple[int, int]]:
    depth = 0
    for found in _INNER.finditer(read, start):
        if found["open"]:
            depth += 1
        elif found["close"]:
            depth -= 1
            if depth == 0:
                return
        else:
            yield found.span("bare" if found["bare"] else "text")


def _in_any_spelling(key: str) -> str:
    signs = re.sub(r"[\W_]", "", key.translate(_NARROW)) or key
    return r"[\W_]{0,2}?".join(map(re.escape, signs))


@forgettable(256)
def _member(keys: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a member with one of these keys, however badly it is written: what precedes the value, and the value.

    A quote ends the value only where the structure goes on behind it. The signs in a key may be others, or none.
    """
    names = "|".join(map(_in_any_spelling, keys)) or "(?!)"
    # Behind a key in quotes the sign may be wrong or missing; quotes are doubled in a cell of a CSV.
    quoted_key = rf"{_OPENER}\W{{0,3}}?(?:{names})\W{{0,3}}?{_CLOSER}{{1,2}}\s*(?:[:：=;；,，>-]\s*){{0,3}}"
    bare_key = rf"(?:{names}){_CLOSER}?\s*[:：=]\s*"
    quote = rf"(?:\"\"(?=[^\",}}\]\s])|{_OPENER}?)"
    end = rf"{_CLOSER}\s*(?:[,}}\]，｝］]|$)"
    # The quote may come some lines further down, before anything that looks like another member.
    broken = rf"(?<={_OPENER})[^\r\n\"]*(?:(?:\r\n|[\r\n])[^\r\n\":{{}}\[\]]*){{1,{_LINES}}}(?={end})"
    quoted = rf"(?<={_OPENER})[^\r\n]*?(?={end}|[\r\n]|$)"
    bare = r"[^\",}\]\r\n]*(?:\"[^\",:}\]\r\n]*\"?[^\",}\]\r\n]*)?"
    return re.compile(
        rf"((?:{quoted_key}|{bare_key}){quote})(?:{broken}|{quoted}|[\[{{]|{bare})", re.MULTILINE | re.IGNORECASE
    )
