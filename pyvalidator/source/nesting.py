"""The open containers of a damaged text: brackets, separators, and what is passed over between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pyvalidator.source.fault import UNREADABLE, Faults, shorten
from pyvalidator.source.pointers import escape, moved_below
from pyvalidator.source.spans import ArraySpans, ObjectSpans, Spans
from pyvalidator.source.strict_parts import skip_container
from pyvalidator.text.characters import ODD_SPACE_CHARS

CLOSER = {"{": "}", "[": "]"}
LINES = "lines"
"""Kind of the list that one JSON value per line is read as: it has no brackets and no commas."""
# What a container waits for.
FIRST, NEXT, COLON, VALUE, SEPARATOR = "first", "next", "colon", "value", "separator"

_SPACE = re.compile(r"[ \t\n\r]*")
_USUAL = frozenset('",:{}[]0123456789')
_ODD_SPACE = re.compile(f"{ODD_SPACE_CHARS}+")
_COMMENT = re.compile(r"(?://|#)[^\r\n]*|/\*(?:[^*]+|\*(?!/))*+(?:\*/)?")
_COMMAS = re.compile(r"[,，、\s]*[,，、]")
_DROPPED = re.compile(r"[^,\[\]{}\"，［］｛｝\r\n]+|.", re.DOTALL)
STRING_WITH_COLON = re.compile(r'\s*"[^"\r\n]{0,200}"\s*:')
_FIRST_KEY = re.compile(r'\{\s*"([^"\r\n]{0,200})"')
_NEXT_FIRST_KEY = re.compile(r'\s*,\s*\{\s*"([^"\r\n]{0,200})"')
_NEXT_MEMBER = re.compile(r'\s*,\s*"([^"\r\n]{0,200})"\s*:')
_KEY = re.compile(r'"([^"\r\n]{0,200})"\s*:')
_CLOSERS_AHEAD = 8
_LONGEST_REST = 4096
_ODD_SEPARATOR = re.compile("[;；]|=[=>]?")
_FULLWIDTH = {"，": ",", "、": ",", "：": ":", "［": "[", "］": "]", "｛": "{", "｝": "}"}


@dataclass(slots=True)
class Frame:
    """A container that is being read. `comma` is the offset of the comma just passed, -1 when none was."""

    kind: str
    start: int
    value: Any
    spans: Any
    pointer: str
    state: str = FIRST
    comma: int = -1
    key: str = ""
    key_start: int = 0


class Nesting:
    """The place reached in a text, and the containers that are open there.

    Attributes:
        skipped: spans of the text that are not in the value.
        damaged: pointers of containers from which something was dropped or guessed.
        value: the value, or UNREADABLE.
        spans: where its parts stand; None where it was read in one piece.
    """

    def __init__(self, text: str, start: int, faults: Faults, lossy: bool) -> None:
        self.text = text
        self.faults = faults
        self.skipped: list[tuple[int, int]] = []
        self.damaged: set[str] = set()
        self._lossy = lossy
        self._position = start
        self.value: Any = UNREADABLE
        self.spans: Spans | None = None
        self._stack: list[Frame] = []
        self._cut_off = False
        self._innermost = -1
        self._last_sign = -1

    def _at_end(self) -> bool:
        return self._position >= len(self.text)

    def _character(self) -> str:
        """The character at hand; a full-width sign counts, with a fault, as the one that it stands for."""
        found = self.text[self._position]
        meant = _FULLWIDTH.get(found)
        if meant is None:
            return found
        # A character that ends one container unread is at hand twice.
        if self._last_sign != self._position:
            self._last_sign = self._position
            self.faults.add("fullwidth_sign", self._position, found=found, right=meant)
        return meant

    def _skip_space(self) -> None:
        while True:
            match = _SPACE.match(self.text, self._position)
            start = self._position = match.end() if match else self._position
            if self.text[start : start + 1] in _USUAL:
                return
            if match := _ODD_SPACE.match(self.text, start):
                self.faults.add("odd_space", start, found=f"U+{ord(self.text[start]):04X}")
            elif match := _COMMENT.match(self.text, start):
                self.faults.add("comment", start, found=shorten(match[0]))
            else:
                return
            self._position = match.end()

    # Brackets

    def _open(self, kind: str, start: int, pointer: str) -> Frame:
        value: Any = {} if kind == "{" else []
        spans: Spans = ObjectSpans(start) if kind == "{" else ArraySpans(start)
        frame = Frame(kind, start, value, spans, pointer)
        self._stack.append(frame)
        self._position = start + 1
        return frame

    def _close(self, frame: Frame) -> None:
        parent = self._stack[-2].kind if len(self._stack) > 1 else ""
        if self._is_more_inside(frame.value, parent, self._position + 1):
            # By itself the bracket is fine: behind it stands what cannot follow.
            comma = self.text.index(",", self._position)
            place = self.text.index({"": ",", "{": "{", "[": ":"}[parent], comma)
            self.faults.add("extra_bracket", place, found=self.text[self._position], where="前面的")
            self.damaged.add(frame.pointer)
        else:
            if frame.comma >= 0:
                self.faults.add("trailing_comma", frame.comma)
            self._stack.pop()
        self._position += 1

    def _is_more_inside(self, value: Any, parent: str, end: int) -> bool:
        """Whether a container goes on behind `end`, where it seems to close: that bracket is one too many.

        Args:
            value: what it holds so far. parent: kind of the container around it, "" for the root.
        """
        if not value or parent not in ("", "{", "["):
            return False
        if isinstance(value, dict):
            more = parent != "{" and _NEXT_MEMBER.match(self.text, end) is not None
            return more and (not parent or not self._begins_anew(value, end))
        key = _NEXT_FIRST_KEY.match(self.text, end) if parent == "{" or not parent else None
        return key is not None and isinstance(value[-1], dict) and key[1] in value[-1]

    def _begins_anew(self, value: dict[str, Any], start: int) -> bool:
        """Whether the members from `start` on are another object's, by a key that `value` has already."""
        brace = self.text.find("}", start, start + _LONGEST_REST)
        rest = self.text[start : brace if brace >= 0 else start + _LONGEST_REST]
        return any(key[1] in value for key in _KEY.finditer(rest))

    def _open_unopened(self, kind: str, start: int, place: int, pointer: str) -> Frame:
        """Begins, at `start`, a container whose own bracket is missing there; `place` is where that shows."""
        self.faults.add("missing_bracket", place, right=kind)
        self.damaged.add(pointer)
        return self._open(kind, start, pointer)

    def _colon_in_array(self, frame: Frame) -> None:
        """Behind a text in an array, a colon makes it a key: the array was not closed, or an object not opened."""
        place = self._position
        in_object = len(self._stack) > 1 and self._stack[-2].kind == "{"
        behind_text = frame.state == SEPARATOR and isinstance(frame.value[-1], str)
        if behind_text and (in_object or _may_hold_records(frame.value)):
            key, start = frame.value.pop(), frame.spans.pop()
            first = frame.value[0] if frame.value else None
            if not frame.value and not in_object and (len(self._stack) > 1 or _ends_with("}", self.text)):
                self._turn(frame, "{", place)
            elif in_object and frame.value and not (isinstance(first, dict) and key in first):
                self._close_unclosed()
            else:
                index = len(frame.value)
                child = self._open_unopened("{", start, place, f"{frame.pointer}/{index}")
                frame.value.append(child.value)
                frame.spans.add(index, start, place, child.spans)
            owner = self._stack[-1]
            owner.key, owner.key_start, owner.state = key, start, VALUE
        else:
            self.faults.add("unexpected_text", place, found=":")
            self.damaged.add(frame.pointer)
            frame.state = NEXT
        self._position = place + 1

    def _turn(self, frame: Frame, kind: str, place: int) -> None:
        """Makes the innermost container, empty so far, one of the other kind: its opening bracket is mistyped, as
        shows at `place`."""
        self.faults.add("wrong_bracket", place, found=frame.kind, right=kind, where="前面開始的")
        former = frame.spans
        frame.kind, frame.value = kind, {} if kind == "{" else []
        frame.spans = ObjectSpans(frame.start) if kind == "{" else ArraySpans(frame.start)
        if len(self._stack) == 1:
            self.value, self.spans = frame.value, frame.spans
            return
        parent = self._stack[-2]
        parent.value[parent.key if parent.kind == "{" else -1] = frame.value
        parent.spans.exchange(former, frame.spans)

    def _colon_behind_text(self, frame: Frame) -> bool:
        """Behind a text that stands as a value, a colon makes it the first key of an object that was not opened.
        Whether it was one: a time of day in two texts is not."""
        key, place = frame.value.get(frame.key), self._position
        if not isinstance(key, str) or not key or key[0].isdigit() or frame.spans.last_key_start() != frame.key_start:
            return False
        start, _ = frame.spans.pop()
        child = self._open_unopened("{", start, place, f"{frame.pointer}/{escape(frame.key)}")
        frame.value[frame.key] = child.value
        frame.spans.add(frame.key_start, start, child.spans)
        child.key, child.key_start, child.state = key, start, VALUE
        self._position = place + 1
        return True

    def _record_in_object(self, frame: Frame) -> bool:
        """An object where a key belongs: this one was meant as an array or not closed, or the array around the last
        value was not opened. Whether it was one of these."""
        if frame.state == FIRST:
            self._turn(frame, "[", self._position)
            return True
        key = _FIRST_KEY.match(self.text, self._position)
        in_array = len(self._stack) > 1 and self._stack[-2].kind != "{"
        last_is_object = frame.spans.last_key_start() == frame.key_start and isinstance(
            frame.value.get(frame.key), dict
        )
        if in_array and frame.value and not (last_is_object and key and key[1] not in frame.value):
            self._close_unclosed()
            self._stack[-1].state = NEXT
        elif last_is_object and frame.state == NEXT:
            self._gather(frame)
        else:
            return False
        return True

    def _gather(self, frame: Frame) -> None:
        """Puts the last value of an object into an array that goes on with the object at hand."""
        place = self._position
        start, spans = frame.spans.pop()
        pointer = f"{frame.pointer}/{escape(frame.key)}"
        self.faults.move_below(f"{pointer}/0", pointer)
        self.damaged = {moved_below(f"{pointer}/0", pointer, other) for other in self.damaged}
        array = self._open_unopened("[", start, place, pointer)
        array.value.append(frame.value[frame.key])
        array.spans.add(0, start, place, spans)
        frame.value[frame.key] = array.value
        frame.spans.add(frame.key_start, start, array.spans)
        frame.state, frame.comma, array.state = SEPARATOR, -1, NEXT
        self._position = place

    def _close_unclosed(self) -> None:
        """Ends the innermost container, whose own bracket is missing before the character at hand."""
        self.faults.add("missing_bracket", self._position, right=CLOSER[self._stack[-1].kind])
        self.damaged.add(self._stack.pop().pointer)

    def _wrong_closer(self, character: str) -> None:
        """A bracket that does not fit the innermost container: it closes an outer one, is mistyped, or too many."""
        start = self._position
        innermost = len(self._stack) - 1
        outer = next((level for level in range(innermost - 1, -1, -1)
                      if CLOSER.get(self._stack[level].kind) == character), -1)  # fmt: skip
        closed = next((level for level in (outer, innermost) if level >= 0 and self._goes_on_behind(level)), -1)
        if closed >= 0:
            right = CLOSER[self._stack[-1].kind]
            self.faults.add("wrong_bracket", start, found=character, right=right, where="這裡的")
            self.damaged.update(frame.pointer for frame in self._stack[closed:])
            del self._stack[closed:]
        else:
            self.faults.add("extra_bracket", start, found=character, where="這裡的")
        self._position += 1

    def _goes_on_behind(self, level: int) -> bool:
        """Whether the text goes on fittingly if the character at hand closes the container at `level`."""
        position, closed = self._position + 1, self._stack[level].value
        for _ in range(_CLOSERS_AHEAD):
            match = _SPACE.match(self.text, position)
            position = match.end() if match else position
            following = self.text[position : position + 1]
            if level == 0 or not following:
                return not following
            parent = self._stack[level - 1]
            if parent.kind == LINES:
                return following == "{"
            if following == ",":
                return self._member_fits(parent, closed, position)
            if following != CLOSER[parent.kind]:
                return False
            position, level, closed = position + 1, level - 1, None
        return True

    def _member_fits(self, parent: Frame, closed: Any, comma: int) -> bool:
        """Whether what follows the comma can follow `closed` (None: not known) in `parent`."""
        if parent.kind == "{":
            member = _NEXT_MEMBER.match(self.text, comma)
            return member is not None and not self._is_of_innermost(member[1])
        key = _NEXT_FIRST_KEY.match(self.text, comma)
        innermost = self._stack[-1].value
        if key and isinstance(closed, dict) and closed is not innermost and isinstance(innermost, list) and innermost:
            # More of the elements in the innermost array, rather than another of the container that was closed.
            return key[1] in closed or not (isinstance(innermost[-1], dict) and key[1] in innermost[-1])
        return STRING_WITH_COLON.match(self.text, comma + 1) is None

    def _is_of_innermost(self, key: str) -> bool:
        """Whether the innermost object lacks this key and the first one beside it has it."""
        beside = self._stack[-2].value if len(self._stack) > 1 else None
        innermost, first = self._stack[-1].value, beside[0] if isinstance(beside, list) and beside else None
        return isinstance(innermost, dict) and key not in innermost and isinstance(first, dict) and key in first

    def _end_of_text(self) -> None:
        """Brackets are open at the end: one fault, unless a string that was never closed is the cause."""
        self.faults.drop_from(len(self.text))
        if self._stack[-1].kind != LINES:
            if not self._cut_off:
                start = max(self._stack[-1].start, self._innermost)
                self.faults.add("unclosed_bracket", start, found=self.text[start], count=len(self._stack))
            self.damaged.update(frame.pointer for frame in self._stack)
        self._stack.clear()

    # Separators

    def _pass_comma(self, frame: Frame) -> None:
        start = self._position
        if frame.state == SEPARATOR:
            frame.comma = start
            self._position += 1
        else:
            match = _COMMAS.match(self.text, start)
            self.faults.add("extra_comma", start)
            self._position = match.end() if match else start + 1
            frame.comma = -1
        frame.state = NEXT

    def _pass_odd_separator(self, frame: Frame, state: str) -> bool:
        """Passes a semicolon or equals sign where a comma or colon belongs, if there is one."""
        match = _ODD_SEPARATOR.match(self.text, self._position)
        if match is None:
            return False
        self.faults.add("wrong_separator", self._position, found=match[0], right="," if state == NEXT else ":")
        self._position = match.end()
        frame.state = state
        return True

    # What is not read

    def _skip_container(self) -> None:
        self._position, innermost = skip_container(self.text, self._position)
        if innermost >= 0:
            self._innermost = innermost

    def _drop_text(self) -> None:
        """Passes, with a fault, what fits nowhere."""
        start = self._position
        match = _DROPPED.match(self.text, start)
        assert match is not None
        self._position = match.end()
        self.faults.add("unexpected_text", start, found=shorten(match[0].strip()))
        self._drop(start, match.end())

    def _drop(self, start: int, end: int) -> None:
        """Notes that a part of the text is not in the value."""
        self.skipped.append((start, end))
        if self._stack:
            self.damaged.add(self._stack[-1].pointer)

    def _pass_bad_byte(self, frame: Frame) -> None:
        # A byte that could not be read outside of the texts: it has its own fault.
        self._drop(self._position, self._position + 1)
        self._position += 1
        if frame.state == VALUE:
            frame.state = SEPARATOR


def _ends_with(character: str, text: str) -> bool:
    """Whether this is the last character of the text, white space (of a usual amount) aside."""
    return text[-100:].rstrip().endswith(character)


def _may_hold_records(value: list[Any]) -> bool:
    """Whether what stands before the last element of an array, if anything, is an object."""
    return len(value) == 1 or isinstance(value[-2], dict)
