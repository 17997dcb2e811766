"""Line and column of an offset, and the lines themselves, in texts of any size.

LF, CRLF and a lone CR end a line each; every other character, a BOM and a tab too, is one column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

_CHUNK = 1 << 13
#: Bytes copied at once to count their characters.
_PIECE = 1 << 20
_CONTINUATIONS = bytes(range(0x80, 0xC0))


class LineIndex:
    """Knows for every 8,192th character which line it is on and where that line starts, so that a question about one
    place reads few chunks; many places are found in one pass, for which nothing needs to be known.

    Args:
        text: the text, or the same in UTF-8, of which offsets are then bytes and columns still characters: a text
            with one rare character takes four times the room of its bytes.
    """

    def __init__(self, text: str | bytes) -> None:
        # Both have the same methods, but neither takes the other's arguments.
        self._text: Any = text
        ends: Any = ("\n", "\r", "\r\n") if isinstance(text, str) else (b"\n", b"\r", b"\r\n")
        self._lf, self._cr, self._crlf = ends
        self._lone_cr = self._text.count(self._cr) != self._text.count(self._crlf)

    @cached_property
    def _chunks(self) -> tuple[list[int], list[int]]:
        """Line at the start of each chunk, and where that line starts."""
        lines, starts = [1], [0]
        for start, end in pairwise([*range(0, len(self._text), _CHUNK), len(self._text)]):
            lines.append(lines[-1] + self._ends(start, end))
            starts.append(self._line_start(start, end, starts[-1]))
        return lines, starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at `offset`."""
        lines, starts = self._chunks
        chunk = min(offset // _CHUNK, len(lines) - 1)
        start = chunk * _CHUNK
        line = lines[chunk] + self._ends(start, offset)
        return line, self._characters(self._line_start(start, offset, starts[chunk]), offset) + 1

    def places(self, offsets: Iterable[int]) -> dict[int, tuple[int, int]]:
        """The place of each of many offsets."""
        found: dict[int, tuple[int, int]] = {}
        at, line, column = 0, 1, 1
        for offset in sorted(set(offsets)):
            if ends := self._ends(at, offset):
                line += ends
                column = 1 + self._characters_between(self._line_start(at, offset, at), offset)
            else:
                column += self._characters_between(at, offset)
            at = offset
            found[offset] = line, column
        return found

    def lines(self, first: int, last: int) -> list[str]:
        """The lines `first` to `last`, counted from 1, without their ends; those that exist."""
        found = []
        offset = self._start_of(max(first, 1))
        for _ in range(max(first, 1), last + 1):
            if offset is None:
                break
            end = self._end_of_line(offset)
            line = self._text[offset:end]
            found.append(line if isinstance(line, str) else line.decode())
            offset = self._after_end(end)
        return found

    def _characters(self, start: int, end: int) -> int:
        if isinstance(self._text, str):
            return end - start
        if end - start <= _CHUNK:
            return _width(self._text[start:end])
        return self._characters_before(end) - self._characters_before(start)

    def _characters_between(self, start: int, end: int) -> int:
        """Like `_characters`, without looking at what stands in front of `start`."""
        if isinstance(self._text, str):
            return end - start
        pieces = pairwise([*range(start, end, _PIECE), end])
        return sum(_width(self._text[begin:stop]) for begin, stop in pieces)

    def _characters_before(self, offset: int) -> int:
        chunk = offset // _CHUNK
        return self._characters_at[chunk] + _width(self._text[chunk * _CHUNK : offset])

    @cached_property
    def _characters_at(self) -> list[int]:
        chunks = (self._text[start : start + _CHUNK] for start in range(0, len(self._text), _CHUNK))
        return [0, *accumulate(map(_width, chunks))]

    def _ends(self, start: int, end: int) -> int:
        """Line ends that are complete before `end`, from `start` on. A CR counts by itself unless an LF follows it."""
        count: int = self._text.count(self._lf, start, end)
        if self._lone_cr:
            count += self._text.count(self._cr, start, end) - self._text.count(self._crlf, start, end + 1)
        return count

    def _line_start(self, start: int, end: int, known: int) -> int:
        """Start of the line that `end` is on; `known` is that of `start`."""
        found = self._text.rfind(self._lf, start, end)
        if self._lone_cr:
            cr = self._text.rfind(self._cr, max(start, found + 1), end)
            if cr >= 0 and self._text.startswith(self._lf, cr + 1):
                cr = self._text.rfind(self._cr, max(start, found + 1), cr)
            found = max(found, cr)
        return found + 1 if found >= 0 else known

    def _start_of(self, line: int) -> int | None:
        lines, starts = self._chunks
        chunk = bisect_right(lines, line) - 1
        offset: int | None = starts[chunk]
        for _ in range(line - lines[chunk]):
            offset = self._after_end(self._end_of_line(offset)) if offset is not None else None
        return offset

    def _end_of_line(self, offset: int) -> int:
        end = self._text.find(self._lf, offset)
        end = len(self._text) if end < 0 else end
        if self._lone_cr:
            cr = self._text.find(self._cr, offset, end)
            return cr if cr >= 0 else end
        return end - 1 if end > offset and self._text.endswith(self._cr, offset, end) else end

    def _after_end(self, end: int) -> int | None:
        """Where the next line starts, when one line's text ends at `end`; None at the end of the text."""
        if end >= len(self._text):
            return None
        return end + 2 if self._text.startswith(self._crlf, end) else end + 1


def _width(data: bytes) -> int:
    """How many characters begin in a piece of UTF-8."""
    return len(data.translate(None, _CONTINUATIONS))
