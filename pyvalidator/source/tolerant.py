"""Reading a damaged text: every fault at its place, and everything that can still be read.

A state machine over the text with its own stack: no recursion, and each character is passed a bounded number of times.
Faster readers take over wherever a piece of the text is sound.
"""

from __future__ import annotations

import re
from typing import Any

from pyvalidator.source.fault import UNREADABLE, Faults, cut, shorten
from pyvalidator.source.nesting import (
    CLOSER,
    COLON,
    LINES,
    NEXT,
    SEPARATOR,
    STRING_WITH_COLON,
    VALUE,
    Frame,
    Nesting,
)
from pyvalidator.source.pointers import escape
from pyvalidator.source.scalars import read_scalar
from pyvalidator.source.sniff import LOG_LINE
from pyvalidator.source.spans import ArraySpans, Spans
from pyvalidator.source.strict import MAX_DEPTH, children
from pyvalidator.source.strict_parts import PartReader
from pyvalidator.source.strings import is_quote, read_key, read_string

_CLOSERS = re.compile(r"[\]}\s]*[\]}]")
_ANOTHER = re.compile(r"(?:,\s*)?[{\[]")
# A whole sound member, the common case inside a damaged object: its key; a text, a literal or a plain integer; the
# comma, where another member follows.
_MEMBER = re.compile(
    r'[ \t\n\r]*"([^"\\\x00-\x1f]*)"[ \t\n\r]*:[ \t\n\r]*'
    r'(?:"([^"\\\x00-\x1f]*)"|(true|false|null)|(-?(?:0|[1-9][0-9]{0,17})))'
    r'(?=[ \t\n\r]*[,}])(?:[ \t\n\r]*(,)(?=[ \t\n\r]*"))?'
)
_VALUE_BEHIND_COMMA = re.compile(r'[,，]\s*(?:"[^"\r\n]{0,200}"\s*[,}]|[-0-9tfn\[{])')
_LITERAL = {"true": True, "false": False, "null": None}
_LONGEST_KEY = 100
_LONGEST_SHARED = 64
_MOST_SHARED = 20_000


class TolerantReader(Nesting):
    """Reads `text` from `start` on.

    Attributes, after `read`:
        value_start: offset of the value's first character.
    """

    def __init__(self, text: str, start: int, faults: Faults, lossy: bool = False) -> None:
        super().__init__(text, start, faults, lossy)
        self.value_start = start
        self._parts = PartReader(text)
        self._known_texts: dict[str, str] = {}

    def read(self) -> None:
        """Reads the whole text."""
        self._skip_space()
        while self._lossy and self.text.startswith("\ufffd", self._position):
            self._drop(self._position, self._position + 1)
            self._position += 1
            self._skip_space()
        if self._at_end():
            if self.skipped:
                return
            self.faults.add("blank_file", len(self.text))
            return
        self._read_root()
        self._read_containers()
        self._read_rest()
        if self.damaged and not _holds_scalar(self.value):
            self.value, self.spans = UNREADABLE, None

    def _read_containers(self) -> None:
        while self._stack:
            self._skip_space()
            if self._at_end():
                self._end_of_text()
                return
            frame = self._stack[-1]
            character = self._character()
            if character == "\ufffd" and self._lossy:
                self._pass_bad_byte(frame)
            elif frame.kind == "{":
                self._step_object(frame, character)
            elif frame.kind == "[":
                self._step_array(frame, character)
            else:
                self._step_lines(frame, character)

    def _read_root(self) -> None:
        start = self.value_start = self._position
        if key := STRING_WITH_COLON.match(self.text, start):
            frame = self._open_unopened("{", start, key.end() - 1, "")
            self._position = start
            self.value, self.spans = frame.value, frame.spans
            return
        character = self._character()
        if character not in CLOSER:
            before = self.faults.total
            value = self._read_plain(character)
            self.value = value if self.faults.total == before else UNREADABLE
        elif (whole := self._parts.read_container(start, MAX_DEPTH)) and not self._is_more_inside(
            whole[0], "", whole[1]
        ):
            self.value, self._position = whole
        else:
            frame = self._open(character, start, "")
            self.value, self.spans = frame.value, frame.spans

    def _drop_value(self) -> None:
        """Passes the value at hand without taking it in."""
        start = self._position
        character = self.text[start]
        if character in CLOSER:
            self._skip_container()
        elif character in ",]}":
            return
        else:
            faults, self.faults = self.faults, Faults()
            self._read_plain(character)
            self.faults = faults
        self._drop(start, self._position)

    def _read_rest(self) -> None:
        """What stands behind the value: nothing, in a sound text."""
        self._skip_space()
        while closers := _CLOSERS.match(self.text, self._position):
            self.faults.add("extra_bracket", self._position, found=self.text[self._position], where="這裡的")
            self._position = closers.end()
            self._skip_space()
        start = self._position
        if self._at_end() or self._cut_off:
            return
        another = _ANOTHER.match(self.text, start) and isinstance(self.value, dict | list)
        another = another and not LOG_LINE.match(self.text, start)
        if another and isinstance(self.value, dict) and not any(map(_is_container, self.value.values())):
            self._read_lines(start)
            return
        self.skipped.append((start, len(self.text)))
        if another:
            self.faults.add("two_documents", start)
        elif not (self._lossy and self.text[start] == "\ufffd"):
            self.faults.add("trailing_text", start, found=shorten(self.text[start : start + 40]))

    def _read_lines(self, start: int) -> None:
        """Flat objects one after the other: read as the list that they were meant to be."""
        self.faults.add("ndjson", start)
        self.faults.move_below("/0")
        self.damaged = {f"/0{pointer}" for pointer in self.damaged}
        spans = ArraySpans(self.value_start)
        spans.add(0, self.value_start, start, self.spans)
        frame = Frame(LINES, self.value_start, [self.value], spans, "")
        self.value, self.spans = frame.value, spans
        self._stack.append(frame)
        self._read_containers()

    def _step_lines(self, frame: Frame, character: str) -> None:
        if character == ",":
            self._position += 1
        elif character == "{":
            self._read_value(frame, character)
        elif character == "]" and not self.text[self._position + 1 :].strip():
            # Not one object per line, but a list that was not opened.
            self.faults.rename("ndjson", "missing_bracket", right="[")
            self._position += 1
            self._stack.pop()
        else:
            start = self._position
            self.faults.add("trailing_text", start, found=shorten(self.text[start : start + 40]))
            self.skipped.append((start, len(self.text)))
            self._position = len(self.text)

    # Arrays and objects

    def _step_array(self, frame: Frame, character: str) -> None:
        if character == "]":
            self._close(frame)
        elif character == "}":
            self._wrong_closer(character)
        elif character == ",":
            self._pass_comma(frame)
        elif character == ":":
            self._colon_in_array(frame)
        elif frame.state == SEPARATOR and self._pass_odd_separator(frame, NEXT):
            return
        elif frame.state == SEPARATOR and not _starts_value(character):
            self._drop_text()
        else:
            if frame.state == SEPARATOR:
                self.faults.add("missing_comma", self._position, found=shorten(self.text[self._position]))
            self._read_element(frame, character)

    def _read_element(self, frame: Frame, character: str) -> None:
        start = self._position
        depth = MAX_DEPTH - len(self._stack)
        run = self._parts.read_run(start, depth, self._is_more_inside) if character == "{" else None
        if run is None:
            self._read_value(frame, character)
            return
        values, self._position = run
        frame.spans.add(len(frame.value), start, self._position)
        frame.value.extend(values)
        frame.state, frame.comma = SEPARATOR, -1

    def _step_object(self, frame: Frame, character: str) -> None:
        if character == "}":
            self._missing_part(frame)
            self._close(frame)
        elif character == "]":
            self._wrong_closer(character)
        elif character == "," and frame.state == COLON and _VALUE_BEHIND_COMMA.match(self.text, self._position):
            self.faults.add("wrong_separator", self._position, found=",", right=":")
            self._position += 1
            frame.state = VALUE
        elif character == ",":
            self._missing_part(frame)
            self._pass_comma(frame)
        elif character == ":" and frame.state == SEPARATOR and self._colon_behind_text(frame):
            return
        elif frame.state == COLON:
            self._step_colon(frame, character)
        elif frame.state == VALUE:
            if character == ":":
                self._drop_text()
            else:
                self._read_value(frame, character)
        else:
            self._step_key(frame, character)

    def _missing_part(self, frame: Frame) -> None:
        """A member ends before its colon or value."""
        if frame.state in (COLON, VALUE):
            code = "missing_colon" if frame.state == COLON else "missing_value"
            self.faults.add(code, self._position, key=cut(frame.key, _LONGEST_KEY))
            self._drop(frame.key_start, self._position)
            frame.state = SEPARATOR

    def _step_colon(self, frame: Frame, character: str) -> None:
        if character == ":":
            self._position += 1
            frame.state = VALUE
        elif self._pass_odd_separator(frame, VALUE):
            return
        elif _starts_value(character):
            self.faults.add("missing_colon", self._position, key=cut(frame.key, _LONGEST_KEY))
            self._read_value(frame, character)
        else:
            self._drop_text()

    def _step_key(self, frame: Frame, character: str) -> None:
        start = self._position
        if character == '"' and frame.state != SEPARATOR and self._read_sound_members(frame):
            return
        if character == "{" and self._record_in_object(frame):
            return
        if frame.state == SEPARATOR and self._pass_odd_separator(frame, NEXT):
            return
        key = read_key(self.text, start, self.faults)
        frame.comma = -1
        if key:
            if frame.state == SEPARATOR:
                self.faults.add("missing_comma", start, found=shorten(self.text[start]))
            self._cut_off |= key.cut_off
            self._position = key.end
            if character == '"' and key.end == start + 1:
                return  # a lone quote: the key comes behind it
            self._take_key(frame, self._shared(key.value), start)
        elif frame.state != SEPARATOR and (character == ":" or character in CLOSER):
            self.faults.add("missing_key", start, found=character)
            if character == ":":
                self._position += 1
                self._skip_space()
            if not self._at_end():
                self._drop_value()
            frame.state = SEPARATOR
        else:
            self._drop_text()
            frame.state = SEPARATOR

    def _read_sound_members(self, frame: Frame) -> bool:
        """Passes members that nothing is wrong with; whether there was one."""
        text, add, shared = self.text, frame.spans.add, self._shared
        start = position = self._position
        while member := _MEMBER.match(text, position):
            key, text_value, literal, integer, comma = member.groups()
            key, key_start = shared(key), member.start(1) - 1
            if key in frame.value:
                self._duplicate_key(frame, key, key_start)
            if text_value is not None:
                frame.value[key] = shared(text_value)
                add(key_start, member.start(2) - 1)
            else:
                frame.value[key] = _LITERAL[literal] if literal else int(integer)
                add(key_start, member.start(3 if literal else 4))
            frame.state, frame.comma = SEPARATOR, -1
            self._position = position = member.end()
            if comma:
                frame.state, frame.comma = NEXT, position - 1
            else:
                break
        return position > start

    def _take_key(self, frame: Frame, key: str, start: int) -> None:
        if key in frame.value:
            self._duplicate_key(frame, key, start)
        frame.key, frame.key_start, frame.state = key, start, COLON

    def _shared(self, text: str) -> str:
        """The same object for equal short texts: keys, names and codes come once per record."""
        if len(text) > _LONGEST_SHARED:
            return text
        if len(self._known_texts) > _MOST_SHARED:
            self._known_texts.clear()
        return self._known_texts.setdefault(text, text)

    def _duplicate_key(self, frame: Frame, key: str, start: int) -> None:
        self.faults.add("duplicate_key", start, f"{frame.pointer}/{escape(key)}", key=cut(key, _LONGEST_KEY))

    # Values

    def _read_value(self, frame: Frame, character: str) -> None:
        """The value at hand becomes the next element, or the member `frame.key`, of `frame`."""
        start = self._position
        if character not in CLOSER:
            before = self.faults.total
            value = self._read_plain(character)
            if self.faults.total > before:
                self.damaged.add(frame.pointer)
                self._point_out_huge_number(frame, start)
            self._store(frame, value, start, None)
        elif (depth := MAX_DEPTH - len(self._stack)) <= 0:
            self.faults.add("too_deep", start, limit=MAX_DEPTH)
            self._drop_value()
            frame.state, frame.comma = SEPARATOR, -1
        elif (whole := self._parts.read_container(start, depth)) and not self._is_more_inside(
            whole[0], frame.kind, whole[1]
        ):
            self._position = whole[1]
            self._store(frame, whole[0], start, None)
        else:
            token = frame.key if frame.kind == "{" else str(len(frame.value))
            child = self._open(character, start, f"{frame.pointer}/{escape(token)}")
            self._store(frame, child.value, start, child.spans)

    def _point_out_huge_number(self, frame: Frame, start: int) -> None:
        """Such a number is proper JSON: its fault is one of the value, with the value's pointer."""
        last = self.faults.kept[-1]
        if last.code == "huge_number" and last.offset == start:
            token = frame.key if frame.kind == "{" else str(len(frame.value))
            params = {**last.params, "key": cut(frame.key, _LONGEST_KEY)} if frame.kind == "{" else last.params
            self.faults.kept[-1] = last._replace(pointer=f"{frame.pointer}/{escape(token)}", params=params)

    def _store(self, frame: Frame, value: Any, start: int, spans: Spans | None) -> None:
        if frame.kind == "{":
            frame.value[frame.key] = value
            frame.spans.add(frame.key_start, start, spans)
        else:
            frame.spans.add(len(frame.value), start, self._position, spans)
            frame.value.append(value)
        frame.state, frame.comma = SEPARATOR, -1

    def _read_plain(self, character: str) -> Any:
        """A text, number or word."""
        if is_quote(character):
            value, self._position, cut_off = read_string(self.text, self._position, self.faults)
            self._cut_off |= cut_off
            return self._shared(value)
        scalar, self._position = read_scalar(self.text, self._position, self.faults)
        return scalar


def _starts_value(character: str) -> bool:
    return character in "{[-+._" or is_quote(character) or character.isalnum()


def _is_container(value: Any) -> bool:
    return type(value) in (dict, list)


def _holds_scalar(value: Any) -> bool:
    level = [value]
    while level:
        if not all(map(_is_container, level)):
            return True
        level = [child for container in level for child in children(container)]
    return False
