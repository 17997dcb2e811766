"""One file as it was read: its value, its text, what is wrong with the text, and where everything stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pyvalidator.runtime.gc_control import paused_gc
from pyvalidator.source.decode import decode, detect_encoding
from pyvalidator.source.embedded import Embedded, opened, text_around
from pyvalidator.source.fault import UNREADABLE, Faults, SyntaxFault
from pyvalidator.source.lines import LineIndex
from pyvalidator.source.locate import Target, locate
from pyvalidator.source.lost_text import first_loss, may_be_lost
from pyvalidator.source.not_data import own_text
from pyvalidator.source.pointers import escape, moved_below
from pyvalidator.source.sniff import READABLE_START, sniff_bytes, sniff_text
from pyvalidator.source.spans import ObjectSpans, Spans
from pyvalidator.source.strict import read_strict, read_together

if TYPE_CHECKING:
    from pyvalidator.source.tolerant import TolerantReader
    from pyvalidator.source.wrappers import Unwrapped

BINARY = "binary"
"""Encoding of a file that is no text: its text is empty."""

_SPACE = re.compile(r"[ \t\n\r]*")


class Document:
    """One file as read.

    Attributes:
        data: the bytes.
        encoding: `utf-8`, `utf-16-le`, `cp950`, … or BINARY.
        value: the JSON value, or UNREADABLE.
        faults: what is wrong with the text, in its order; the first 100,000.
        fault_counts: true number of faults by code.
        skipped: spans of the text that are not in the value.
        damaged: pointers of the objects and arrays in the value from which something was dropped or guessed.
        texts: by pointer, the texts in the value that hold JSON, and were opened.
    """

    def __init__(self, data: bytes, value: Any = UNREADABLE, faults: Faults | None = None) -> None:
        self.data = data
        self.encoding = "utf-8"
        self.value = value
        self.skipped: list[tuple[int, int]] = []
        self.damaged: set[str] = set()
        self._faults = faults or Faults()
        self._spans: Spans | None = None
        self._start: int | None = None
        #: What was read, where it stood in a wrapper: spans and `_start` are of its text.
        self._inside: Unwrapped | None = None
        #: The whole file is proper JSON in UTF-8: places are then found in its bytes, without decoding it.
        self._proper = False
        self._written = UNREADABLE
        self.texts: dict[str, Embedded[Document]] = {}

    @cached_property
    def faults(self) -> list[SyntaxFault]:
        return sorted(self._faults.kept, key=lambda fault: fault.offset)

    @property
    def fault_counts(self) -> dict[str, int]:
        return {code: count for code, count in self._faults.counts.items() if count}

    @property
    def written(self) -> Any:
        """The value before texts in it were opened."""
        return self._written if self.texts else self.value

    @cached_property
    def text(self) -> str:
        """The decoded text, a BOM included; decoded only when asked for, or when the reading needed it."""
        return self.data.decode()

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    @cached_property
    def _byte_lines(self) -> LineIndex:
        return LineIndex(self.data) if self._proper else self._lines

    def places_of(self, targets: Iterable[Target]) -> dict[Target, tuple[int, int]]:
        """Line and column of what `locate` finds."""
        if not self._proper or self.texts:
            found = self.locate(targets)
            places = self._lines.places(found.values())
            return {target: places[offset] for target, offset in found.items()}
        # One character for each byte: offsets are bytes, and the copy takes no more room than they do.
        text = self.data.decode("latin-1")
        found = locate(text, _first_character(text, 0), self.value, None, targets, narrow=True)
        places = self._byte_lines.places(found.values())
        return {target: places[offset] for target, offset in found.items()}

    def locate(self, targets: Iterable[Target]) -> dict[Target, int]:
        """(pointer, whether its key is wanted) → offset of the value's first character, or of the key's opening quote.

        A pointer that the value does not have is placed at the nearest container that it has.
        """
        if self.texts:
            return self._locate_in_texts(targets)
        return self._locate_outside(targets)

    def _locate_outside(self, targets: Iterable[Target]) -> dict[Target, int]:
        """Like `locate`, outside the texts that were opened."""
        found = self._locate(targets)
        if self._inside is None:
            return found
        places = self._inside.places(found.values())
        return {target: places[offset] for target, offset in found.items()}

    def _locate_in_texts(self, targets: Iterable[Target]) -> dict[Target, int]:
        by_text: dict[str, list[Target]] = {}
        outside: list[Target] = []
        for target in targets:
            text = text_around(target[0], self.texts)
            if text is None or text.pointer == target[0]:
                outside.append(target)
            else:
                by_text.setdefault(text.pointer, []).append(target)
        found = self._locate_outside(outside)
        starts = self._locate([(pointer, False) for pointer in by_text])
        for pointer, own in by_text.items():
            text = self.texts[pointer]
            inner = text.inner.locate([(target[0][len(pointer) :], target[1]) for target in own])
            places = self._places_in(text, starts[pointer, False], inner.values())
            found.update({target: places[inner[target[0][len(pointer) :], target[1]]] for target in own})
        return found

    def _places_in(self, text: Embedded[Document], start: int, offsets: Iterable[int]) -> dict[int, int]:
        """Offset in an opened text, whose literal begins at `start` of what was read → offset in the whole text."""
        places = text.places(self.text if self._inside is None else self._inside.text, start, offsets)
        if self._inside is None:
            return places
        whole = self._inside.places(places.values())
        return {offset: whole[place] for offset, place in places.items()}

    def open_texts(self, patterns: Collection[str]) -> None:
        """Reads the JSON in the texts at `patterns`, and puts it in their places: values, pointers and faults.

        A text that holds neither an object nor a list stays as it is.
        """
        if self.value is UNREADABLE or not patterns:
            return
        self._written = self.value
        self.value, found = opened(self.value, patterns, _read_inner)
        self.texts = {text.pointer: text for text in found}
        odd = [text for text in self.texts.values() if text.inner.fault_counts or text.inner.skipped]
        starts = self._locate([(text.pointer, False) for text in odd]) if odd else {}
        for text in odd:
            pointer, inner, start = text.pointer, text.inner, starts[text.pointer, False]
            moved = [fault._replace(pointer=pointer + fault.pointer) for fault in inner._faults.kept]
            offsets = {fault.offset for fault in moved} | {end for span in inner.skipped for end in span}
            places = self._places_in(text, start, offsets)
            self._faults.kept += [fault._replace(offset=places[fault.offset]) for fault in moved]
            self._faults.counts += inner._faults.counts
            self._faults.total += inner._faults.total
            self.skipped += [(places[begin], places[end]) for begin, end in inner.skipped]
            self.damaged |= {pointer + below for below in inner.damaged}

    def opened_at(self, patterns: Collection[str]) -> Any:
        """The value as it would be with the texts at `patterns` opened, and no others."""
        return opened(self.written, patterns, _read_inner)[0] if patterns else self.written

    def inner_place(self, pointer: str) -> tuple[str, str | None]:
        """The pointer in the file as written, and the one inside the text there that it leads into, if it does."""
        text = text_around(pointer, self.texts) if self.texts else None
        return (pointer, None) if text is None else (text.pointer, pointer[len(text.pointer) :])

    @property
    def opened(self) -> frozenset[str]:
        """The pointers of all texts that were opened, those inside others too."""
        inside = (pointer + below for pointer, text in self.texts.items() for below in text.inner.opened)
        return frozenset([*self.texts, *inside])

    def _locate(self, targets: Iterable[Target]) -> dict[Target, int]:
        """Like `locate`, in the text that was read."""
        text = self.text if self._inside is None else self._inside.text
        start = _first_character(text, 0) if self._start is None else self._start
        return locate(text, start, self.written, self._spans, targets)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1. LF, CRLF and lone CR are line ends; BOM and tab are one column."""
        return self._lines.place(offset)

    def places(self, offsets: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Line and column of each offset."""
        return self._lines.places(offsets)

    def lines(self, first: int, last: int) -> list[str]:
        """The lines `first` to `last`, counted from 1, without their ends. A line may be as long as the file."""
        return self._byte_lines.lines(first, last)

    def rehang(self, keys: Collection[str], own: Collection[str] = ()) -> None:
        """Puts what hangs at the wrong object because of a bracket, which only the layout can tell, where it belongs.

        Containers that an object before them has swallowed go to the root: its closing bracket is missing, which shows
        no earlier than at the end of the text. Other members of the root go into the object before them: a bracket too
        many closed it, which shows no earlier than behind its own.

        Args:
            keys: of the containers at the root. own: of the values that stand there by themselves.
        """
        if not isinstance(self.value, dict) or not isinstance(self._spans, ObjectSpans):
            return
        if self._faults.counts["unclosed_bracket"]:
            for key in keys:
                holder = next((name for name in keys if _is_member(self.value.get(name), key)), None)
                if holder is not None and key not in self.value:
                    self._move_to_root(holder, key)
        elif self._faults.counts["extra_bracket"]:
            holder = None
            for key, item in list(self.value.items()):
                if key in keys:
                    holder = key if isinstance(item, dict) else None
                elif holder is None or key in own or key in self.value[holder]:
                    continue
                elif not isinstance(item, dict | list):
                    self._move_from_root(holder, key)

    def _move_to_root(self, holder: str, key: str) -> None:
        inner, outer = f"/{escape(holder)}/{escape(key)}", f"/{escape(key)}"
        targets = (inner, True), (inner, False), (f"/{escape(holder)}", False)
        key_start, start, holder_start = map(self._locate(targets).__getitem__, targets)
        assert isinstance(self._spans, ObjectSpans)
        of_holder = self._spans.children.get(holder_start)
        spans = of_holder.children.get(start) if isinstance(of_holder, ObjectSpans) else None
        self._spans.add(key_start, start, spans)
        self.value[key] = self.value[holder].pop(key)
        self._faults.move_below(outer, inner)
        self.damaged = {moved_below(outer, inner, pointer) for pointer in self.damaged}

    def _move_from_root(self, holder: str, key: str) -> None:
        names = [f"/{escape(holder)}/{escape(name)}" for name in self.value[holder]]
        pointers = [*names, f"/{escape(key)}"]
        places = self._locate([(pointer, at_key) for pointer in pointers for at_key in (True, False)])
        [start] = self._locate([(f"/{escape(holder)}", False)]).values()
        spans = ObjectSpans(start)
        for pointer in pointers:
            spans.add(places[pointer, True], places[pointer, False])
        assert isinstance(self._spans, ObjectSpans)
        self._spans.children[start] = spans
        self.value[holder][key] = self.value.pop(key)
        self._faults.move_below(f"/{escape(holder)}/{escape(key)}", f"/{escape(key)}")

    def _read(self) -> None:
        """Reads a file that is not proper JSON in UTF-8, or has a root that is a text."""
        # A proper file starts sooner without the many patterns of this reader.
        from pyvalidator.source.tolerant import TolerantReader

        faults = self._faults
        signature = sniff_bytes(self.data) if detect_encoding(self.data) == ("utf-8", 0) else None
        if signature:
            self.encoding, self.text = BINARY, ""
            faults.add(signature[0], 0, **signature[1])
            return
        self.encoding, self.text, body, lossy = decode(self.data, faults)
        start = _first_character(self.text, body)
        if faults.total:
            try:
                self.value, self._start = read_strict(self.text[start:].encode()), start
            except ValueError:
                pass
            else:
                return
        if start == len(self.text):
            faults.add("blank_file", start)
            return
        if self._read_wrapped(start, lossy):
            return
        if not READABLE_START.match(self.text, start):
            start = self._read_foreign_start(start)
        if start < len(self.text):
            self._take(TolerantReader(self.text, start, faults, lossy))

    def _read_wrapped(self, start: int, lossy: bool = False) -> bool:
        """Reads the JSON that stands inside something else; whether there was any."""
        from pyvalidator.source.tolerant import TolerantReader
        from pyvalidator.source.wrappers import unwrap

        inside = None if own_text(self.text, start) else unwrap(self.text, start)
        if inside is None:
            return False
        own = Faults()
        try:
            reader = None
            value, value_start = read_strict(inside.text[inside.start :].encode()), inside.start
        except ValueError:
            reader = TolerantReader(inside.text, inside.start, own, lossy)
            reader.read()
            value, value_start = reader.value, reader.value_start
        if not isinstance(value, dict | list):
            return False
        several = f"；裡面有 {len(inside.others) + 1} 份 JSON，只檢核最大的一份" if inside.others else ""
        self._faults.add(inside.code, start, wrapper=inside.name, advice=inside.advice, several=several)
        self._faults.extend(own.moved(inside.places))
        self.value, self._start, self._inside = value, value_start, inside
        self.skipped += inside.others
        if reader is not None:
            ends = inside.places(end for span in reader.skipped for end in span)
            self._spans, self.damaged = reader.spans, reader.damaged
            self.skipped += [(ends[begin], ends[end]) for begin, end in reader.skipped]
        return True

    def _read_foreign_start(self, start: int) -> int:
        """Looks at a text that begins neither like an object nor like an array; where to read on, or its end."""
        from pyvalidator.source.tolerant import TolerantReader

        own = Faults()
        reader = TolerantReader(self.text, start, own)
        reader.read()
        place = min((fault.offset for fault in own.kept), default=start)
        kind, facts = sniff_text(self.text, start) or (None, {})
        end = len(self.text)
        if kind is None and own.counts["unquoted_text"]:
            kind = "plain_text"
        if kind is None:
            self._faults.extend(own)
            self._take(reader, read=True)
        else:
            self._faults.add(kind, place, **facts)
            self.skipped.append((start, end))
        return end

    def _take(self, reader: TolerantReader, read: bool = False) -> None:
        if not read:
            reader.read()
        self.value, self._start, self._spans = reader.value, reader.value_start, reader.spans
        self.skipped += reader.skipped
        self.damaged = reader.damaged


def read_document(data: bytes) -> Document:
    """Reads one file. Never raises, whatever the bytes are. How large a file may be is the intake's question."""
    document = Document(data)
    faults = document._faults
    if not data:
        faults.add("empty_file", 0)
        return document
    with paused_gc():
        try:
            document.value = read_strict(data)
            document._proper = True
        except ValueError:
            document._read()
        if isinstance(document.value, str) and document._read_wrapped(_first_character(document.text, 0)):
            document._proper = False
        readable = document.encoding != BINARY
        if readable and may_be_lost(data, document.encoding) and (loss := first_loss(document.text)):
            faults.add("chinese_lost", loss[0], sign=loss[1])
    return document


def _read_inner(texts: list[str], patterns: list[str]) -> list[Document | None]:
    values = read_together(texts) if len(texts) > 1 and not patterns else None
    if values is None:
        return [_read_text(text, patterns) for text in texts]
    found: list[Document | None] = []
    for text, value in zip(texts, values, strict=True):
        if isinstance(value, dict | list):
            found.append(inner := Document(text.encode(), value))
            inner._proper = True
        else:
            found.append(_read_text(text, patterns))
    return found


def _read_text(text: str, patterns: list[str]) -> Document | None:
    # Half of a surrogate pair stands for nothing: it stays as it is written.
    inner = read_document(text.encode("utf-8", "backslashreplace"))
    if not isinstance(inner.value, dict | list):
        return None
    inner.open_texts(patterns)
    return inner


def _first_character(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start


def _is_member(item: Any, key: str) -> bool:
    return isinstance(item, dict) and isinstance(item.get(key), dict | list)
