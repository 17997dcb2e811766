"""A few lines of a file around one place, masked, for a viewer that must open at once however large the file is."""

from __future__ import annotations

from typing import Any, NamedTuple

from pyvalidator.report.entries import EntryMaker

#: Code points shown of a long line, the place in the middle.
_WIDTH = 240
#: Read beside them, so that a value is masked whole though its key stands outside.
_MARGIN = 400
_ABOVE = 5


class _Piece(NamedTuple):
    """Part of a line with its surroundings; `text[left:right]` is shown."""

    text: str
    left: int
    right: int
    begun: bool
    ended: bool


def excerpt(maker: EntryMaker, line: int, column: int, before: int, after: int) -> dict[str, Any]:
    """The lines from `before` to `after` the place.

    Returns:
        `first_line`; `lines`; `line` and `column` of the place in them (a long line is cut and then begins with `…`);
        `shifts`, by how much the columns of each line are smaller than in the file.
    """
    first = max(1, line - before)
    start = max(0, column - 1 - _WIDTH // 2)
    # A few lines more in front: a key may stand on a line above its value.
    above = min(_ABOVE, first - 1)
    pieces = [_piece(text, start) for text in maker.document.lines(first - above, line + after)]
    lines, shifts = [], []
    for number in range(above, len(pieces)):
        text, left, right, begun, ended = pieces[number]
        context = "".join(f"{piece.text}\n" for piece in pieces[max(0, number - _ABOVE) : number])
        # Masking changes no length.
        masked = maker.masker.written(context + text)[len(context) :]
        lines.append("…" * begun + masked[left:right] + "…" * ended)
        shifts.append(start - 1 if begun else 0)
    shift = shifts[line - first] if line - first < len(shifts) else 0
    return {"first_line": first, "lines": lines, "line": line, "column": column - shift, "shifts": shifts}


def _piece(line: str, start: int) -> _Piece:
    if len(line) <= _WIDTH:
        return _Piece(line, 0, len(line), False, False)
    begin = max(0, start - _MARGIN)
    text = line[begin : start + _WIDTH + _MARGIN]
    return _Piece(text, start - begin, start - begin + _WIDTH, start > 0, len(line) > start + _WIDTH)
