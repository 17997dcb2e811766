"""JSON inside something else: what stands around it, and the text that is left when that is taken away.

Each reader below looks at how a text begins and either knows its wrapper or passes it on. A wrapper can stand inside
another: an element of XML that holds a JSON text as a string.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pyvalidator.source.notations import BACKSLASHES, DOUBLED_QUOTES, ENTITIES, FORM, PERCENT, Notation, Reread
from pyvalidator.source.sniff import JSON_INSIDE, LOG_LINE, READABLE_START, is_html
from pyvalidator.source.strict_parts import skip_container

_MOST_LAYERS = 4
_HEAD = 4096
#: Of several JSON texts, one of less than this share of the largest is taken for a part of the words around it.
_SIDE_SHARE = 4
_SPACE = re.compile(r"\s*")



class _Layer(NamedTuple):
    """One wrapper: its fault code, its name, where its content stands and how that is written.

    `advice`: what to do beside the rule's own fix, a whole sentence or nothing.
    `others`: where further JSON texts stand that are not read.
    """

    code: str
    name: str
    start: int
    end: int
    notation: Notation | None = None
    advice: str = ""
    others: tuple[tuple[int, int], ...] = ()


class Unwrapped:
    """The content of a wrapped text.

    Attributes:
        code: fault code of the outermost wrapper.
        name: the wrappers in words, from outside.
        advice: what to do beside the rule's own fix, a whole sentence or nothing.
        text, start: the text to read and where in it to begin.
        others: spans of the outer text that hold JSON too and are not read.
    """

    def __init__(self, layer: _Layer, text: str) -> None:
        self.code, self.name, self.advice, self.others = layer.code, layer.name, layer.advice, layer.others
        self._rereads: list[Reread] = []
        self._enter(layer, text)

    def _enter(self, layer: _Layer, text: str) -> None:
        if layer.notation is None:
            self.text, start = text[: layer.end], layer.start
        else:
            self._rereads.append(Reread(text, layer.start, layer.end, layer.notation))
            self.text, start = self._rereads[-1].text, 0
        self.start = _first(self.text, start)

    def enter_inner(self, layer: _Layer) -> None:
        """Takes one more wrapper away."""
        self.name = f"{self.name}，裡面又是{layer.name}"
        self.others += tuple((self.place(start), self.place(end)) for start, end in layer.others)
        self._enter(layer, self.text)

    def places(self, offsets: Iterable[int]) -> dict[int, int]:
        """Offset in `text` → offset in the wrapped text."""
        wanted = list(offsets)
        places = wanted
        for reread in reversed(self._rereads):
            found = reread.places(places)
            places = [found[place] for place in places]
        return dict(zip(wanted, places, strict=True))

    def place(self, offset: int) -> int:
        return self.places([offset])[offset]


def unwrap(text: str, start: int) -> Unwrapped | None:
    """What is inside the wrapper that `text` begins with at `start`, its first character that is no blank; None where
    there is no wrapper, or no JSON in it."""
    layer = _layer(text, start)
    if layer is None:
        return None
    content = Unwrapped(layer, text)
    for _ in range(_MOST_LAYERS):
        layer = _layer(content.text, content.start)
        if layer is None:
            return content
        content.enter_inner(layer)
    return content


def _layer(text: str, start: int) -> _Layer | None:
    if start >= len(text):
        return None  # nothing but blanks was inside
    return next((layer for read in _READERS if (layer := read(text, start)) is not None), None)


def _first(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start


# -- written in another way ------------------------------------------------------------------------------------------

_NEWLINES = r"(?:\s|\\+[nrt])*"
_OPENING = rf"[{{\[](?:{_NEWLINES}[{{\[])*{_NEWLINES}"
_ESCAPED_QUOTE = r'\\+(?:"|x22|u0022)'
_ESCAPED = re.compile(_OPENING + _ESCAPED_QUOTE)
_ESCAPED_STRING = re.compile(rf'"{_NEWLINES}(?:\\+"\s*)*[{{\[](?:{_NEWLINES}[{{\[])*{_NEWLINES}(?:\\+"|[}}\]\-0-9tfn])')
_STRING_END = re.compile(r'"(?:[^"\\]+|\\.)*+"', re.DOTALL)
_QUOTE_ENTITY = r"&(?:amp;)*(?:quot|#0*34|#[xX]0*22);"
_ENTITY_START = re.compile(rf"[{{\[](?:\s|[{{\[])*{_QUOTE_ENTITY}|{_QUOTE_ENTITY}\s*[{{\[]")
_ESCAPED_INSIDE = re.compile(rf"{_OPENING}(?:{_ESCAPED_QUOTE}|(?P<entity>{_QUOTE_ENTITY}))")
_PERCENT_START = re.compile(r"(?:[\w.-]{1,40}=|data:[\w/;=+.-]{1,60},)?(?=%(?:7B|5B))", re.IGNORECASE)


def _in_string(text: str, start: int) -> _Layer | None:
    if not _ESCAPED_STRING.match(text, start):
        return None
    whole = _STRING_END.match(text, start)
    end = whole.end() - 1 if whole else len(text)
    return _Layer("json_in_string", "引號（整份資料成了一個字串）", start + 1, end, BACKSLASHES)


def _escaped(text: str, start: int) -> _Layer | None:
    for pattern, notation, sign in (
        (_ESCAPED, BACKSLASHES, '\\"'), (_ENTITY_START, ENTITIES, "&quot;"), (_PERCENT_START, PERCENT, "%22"),
    ):  # fmt: skip
        if found := pattern.match(text, start):
            begin = found.end() if notation is PERCENT else start
            if notation is PERCENT and "%20" not in text:
                notation = FORM
            return _Layer("escaped_json", f"跳脫過的文字（引號寫成 {sign}）", begin, len(text), notation)
    return None


def _escaped_between_words(text: str, start: int) -> _Layer | None:
    """Escaped JSON in a string of a program's source, in an attribute, in a cell."""
    found = None if _begins_readable(text, start) else _ESCAPED_INSIDE.search(text, start, start + _HEAD)
    plain = JSON_INSIDE.search(text, start, found.start()) if found else None
    if found is None or plain is not None:
        return None
    quote, entity = text[found.start() - 1 : found.start()], found["entity"]
    end = max(text.rfind("}"), text.rfind("]")) + 1
    if quote in ('"', "'", "`"):
        inside = f"[^{quote}]*+" if entity else rf"(?:[^{quote}\\]|\\.)*+"
        rest = re.compile(inside, re.DOTALL).match(text, found.start())
        end = rest.end() if rest else end
    if is_html(text, start) and (end - found.start()) * 2 < len(text) - start:
        return None
    name = f"跳脫過的文字（引號寫成 {'&quot;' if entity else chr(92) + chr(34)}），前面還有別的文字"
    return _Layer("escaped_json", name, found.start(), end, ENTITIES if entity else BACKSLASHES)


def _begins_readable(text: str, start: int) -> bool:
    """Whether the text begins with what the tolerant reader sees through, and not with a log's brackets."""
    return READABLE_START.match(text, start) is not None and not LOG_LINE.match(text, start)


# -- in a cell, in quotes, in a fence, in a call ---------------------------------------------------------------------

_CELL = re.compile(r'"\s*[{\[](?:\s|[{\[])*""(?!")')
_CELL_END = re.compile(r'(?:[^"]+|"")*+')
_QUOTED = re.compile(r"""b?(["'`“‘「])\s*[{\[]\s*["{\[\\]""")
_CLOSERS = {"“": "”", "‘": "’", "「": "」"}
_FENCE = re.compile(r"(?:\A|[\r\n])[ \t]*(```+|~~~+)[^\r\n`]*[\r\n]\s*(?=[{\[])")
_CALL = re.compile(r"(?:/\*+/\s*)?;?\s*(?:typeof\s[^&\r\n]{1,100}&&\s*)?[A-Za-z_$][\w$.\[\]]{0,100}\s*\(\s*(?=[{\[])")


def _in_cell(text: str, start: int) -> _Layer | None:
    if text[start] in "{[<":
        return None
    spans = []
    cell = _CELL.search(text, start, start + _HEAD)
    while cell:
        begin = cell.start() + 1
        match = _CELL_END.match(text, begin)
        spans.append((begin, match.end() if match else len(text)))
        cell = _CELL.search(text, spans[-1][1])
    return _largest(spans, "wrapped_json", "CSV 的儲存格", DOUBLED_QUOTES)


def _in_quotes(text: str, start: int) -> _Layer | None:
    found = _QUOTED.match(text, start)
    end = len(text.rstrip("\r\n\t ;,"))
    if found is None or not text.endswith(_CLOSERS.get(found[1], found[1]), found.end(), end):
        return None
    notation = BACKSLASHES if re.compile(r"[{\[]\s*\\").match(text, found.end(1)) else None
    return _Layer("wrapped_json", "引號", found.end(1), end - 1, notation)


def _in_fence(text: str, start: int) -> _Layer | None:
    found = _FENCE.search(text, start and start - 1, start + _HEAD) if text[start] not in "{[" else None
    if found is None:
        return None
    end = text.find(found[1], found.end())
    end = end if end >= 0 else len(text)
    return _Layer("wrapped_json", f"Markdown 的程式碼區塊（{found[1]}）", found.end(), end)


def _in_call(text: str, start: int) -> _Layer | None:
    found = _CALL.match(text, start)
    if found is None:
        return None
    end = text.rfind(")", found.end())
    return _Layer("wrapped_json", "函式呼叫（JSONP）", found.end(), end if end >= 0 else len(text))


# -- in markup -------------------------------------------------------------------------------------------------------

_ELEMENT = re.compile(
    r"<(?!(?:br|hr|img|meta|link|input)\b)([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?(?<!/)>\s*+(?:(<!\[CDATA\[)\s*+)?+"
    rf"(?=[{{\[](?:\s|[{{\[])*(?:[\"'}}\]\\]|{_QUOTE_ENTITY})|(?:\"|{_QUOTE_ENTITY})\s*[{{\[])",
    re.IGNORECASE,
)
_ENVELOPE = re.compile(r"<(?:[\w.-]+:)?Envelope\b")
_SAVED = "檔案若是在瀏覽器開啟後另存的網頁，請回到差勤系統下載。"


def _in_element(text: str, start: int) -> _Layer | None:
    if text[start] != "<":
        return None
    page = is_html(text, start)
    spans: list[tuple[int, int]] = []
    names: list[str] = []
    position = start
    while found := _ELEMENT.search(text, position):
        closer = "]]>" if found[2] else f"</{found[1]}"
        end = text.find(closer, found.end())
        position = end if end >= 0 else len(text)
        # A page has small JSON of its own: what is no less than half of it was meant to be a file.
        if not page or found[1].lower() == "pre" or (position - found.end()) * 2 >= len(text) - start:
            spans.append((found.end(), position))
            names.append("CDATA 區段" if found[2] else found[1])
    if not spans:
        return None
    name = names[spans.index(max(spans, key=_length))]
    raw = name == "CDATA 區段" or name.lower() == "script"
    envelope = _ENVELOPE.search(text, start, start + _HEAD)
    where = "網頁（HTML）" if page else "SOAP 封套" if envelope else "XML"
    inner = f"{where}的 CDATA 區段" if name == "CDATA 區段" else f"{where}的 <{name}> 元素"
    return _largest(spans, "wrapped_json", inner, None if raw else ENTITIES, _SAVED if page else "")


# -- between words ---------------------------------------------------------------------------------------------------

#: What the words before the JSON are, by what they contain; the first that fits.
_WORDS = (
    (re.compile(r"\b(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards)(?:</b>)?\s?:.*?\bon line\b",
                re.DOTALL),
     "PHP 的警告", "警告所說的程式也可能使資料有誤，要一併檢查。"),
    (re.compile(r"HTTP/[0-9.]+ [0-9]{3}|^Content-(?:Type|Disposition):", re.MULTILINE | re.IGNORECASE),
     "HTTP 的標頭", ""),
    (re.compile(r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}[T ][0-9]{1,2}:[0-9]{2}|"
                r"\b(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR)\b"),
     "程式的執行紀錄（log）", ""),
    (re.compile("<!--"), "HTML 註解", ""),
    (re.compile(r"<\?xml"), "XML 宣告", ""),
    (re.compile(r"<[a-zA-Z/!]"), "HTML 標籤", ""),
)  # fmt: skip


def _between_words(text: str, start: int) -> _Layer | None:
    if _begins_readable(text, start):
        return None
    begin = text.index("]", start) if LOG_LINE.match(text, start) else start
    spans = list(_json_spans(text, begin))
    layer = _largest(spans, "leading_text", "文字")
    if layer is None or (text[start] == "<" and not _stands_behind_markup(text, start, layer)):
        return None
    words = text[start : min(layer.start, start + _HEAD)]
    for pattern, name, advice in _WORDS:
        if pattern.search(words):
            return layer._replace(code="wrapped_json", name=name, advice=advice)
    return layer


def _json_spans(text: str, start: int) -> Iterator[tuple[int, int]]:
    while found := JSON_INSIDE.search(text, start):
        start, _ = skip_container(text, found.start())
        yield found.start(), start


def _stands_behind_markup(text: str, start: int, layer: _Layer) -> bool:
    """Whether markup comes before the JSON and not around it: not a page or a document that mentions some JSON."""
    if is_html(text, start):
        return (layer.end - layer.start) * 2 >= len(text) - start
    before = text[start : layer.start].rstrip()
    attribute = before.endswith(("='", '="')) and (layer.end - layer.start) * 2 >= len(text) - start
    return attribute or before.endswith(">")


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _largest(
    spans: list[tuple[int, int]], code: str, name: str, notation: Notation | None = None, advice: str = ""
) -> _Layer | None:
    """The largest of the spans that hold JSON, and those beside it that are not much smaller."""
    if not spans:
        return None
    largest = max(spans, key=_length)
    others = tuple(
        span for span in spans if span is not largest and _length(span) * _SIDE_SHARE >= _length(largest)
    )  # fmt: skip
    return _Layer(code, name, *largest, notation, advice, others)


_READERS: tuple[Callable[[str, int], _Layer | None], ...] = (
    _in_string, _escaped, _in_cell, _in_quotes, _in_fence, _in_call, _in_element, _escaped_between_words,
    _between_words,
)  # fmt: skip
