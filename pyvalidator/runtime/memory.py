"""Whether the computer has the memory for a file, asked before the JSON reader needs it.

Where memory ends in the middle of its work, the reader (in Rust) neither gives up nor goes on: it waits for ever.
Python's own parts raise MemoryError, which becomes a finding.
"""

from __future__ import annotations

import sys

#: Smaller files always fit.
_SMALL = 256 * 1024
#: Bytes of memory for one value of each kind, and for its place in the object or list around it.
_OBJECT, _LIST, _TEXT, _MEMBER = 200, 64, 64, 24
#: Looked at: so many pieces of so many bytes, evenly spread. The densest stands for the file.
_PIECES, _PIECE = 16, 64 * 1024


def require_memory(data: bytes) -> None:
    """Raises MemoryError where the values that `data` holds would probably not fit."""
    if len(data) >= _SMALL:
        step = len(data) // _PIECES
        pieces = (data[start : start + _PIECE] for start in range(0, step * _PIECES, step))
        density = max(_needed(piece) / len(piece) for piece in pieces)
        _reserve(int(density * len(data)))


def _needed(piece: bytes) -> int:
    members = piece.count(b":")
    texts = max(0, piece.count(b'"') // 2 - members)
    inside = members + piece.count(b",")
    return piece.count(b"{") * _OBJECT + piece.count(b"[") * _LIST + texts * _TEXT + inside * _MEMBER


def _reserve(size: int) -> None:
    """Takes and gives back so much memory."""
    if sys.platform == "emscripten":
        # What the browser has granted once stays with the page.
        bytearray(size)
        return
    import mmap

    try:
        # Only set aside: untouched, it costs nothing.
        mmap.mmap(-1, max(1, size)).close()
    except OSError as error:
        raise MemoryError from error
