"""Everything that a command was given or has read, so that it never writes over any of it.

All reading from the disk goes through here; `tests/conventions/test_reading.py` holds that.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_files: set[tuple[int, int]] = set()
_names: set[str] = set()
_folders: set[str] = set()


def open_input(path: str) -> BinaryIO:
    """A file, opened for reading and kept in mind. Raises OSError and ValueError as `open` does."""
    # Before it is opened: what cannot be read now is an input all the same.
    note_input(path)
    return Path(path).open("rb")


def read_input(path: str) -> bytes:
    """The bytes of a file. Raises OSError and ValueError as `open` does."""
    with open_input(path) as file:
        return file.read()


def read_replaced(path: str) -> bytes:
    """The bytes of a file that is to be replaced; to look at it makes it no input. Raises OSError."""
    return Path(path).read_bytes()


def note_input(path: str) -> None:
    """Keep a file in mind that is an input, whether it is opened now, later, or in another process."""
    with suppress(OSError, ValueError):
        _names.add(_look(path))
        note_descriptor(Path(path).stat())


def note_descriptor(status: os.stat_result) -> None:
    """Keep a file in mind that is known by its status only, such as the one behind standard input."""
    if stat.S_ISREG(status.st_mode) and status.st_ino:
        _files.add((status.st_dev, status.st_ino))


def note_folder(path: str) -> None:
    """Keep a folder in mind: whatever is in it was given, though not all of it is read."""
    with suppress(OSError, ValueError):
        _folders.add(_look(path))


def is_input(path: str) -> bool:
    """Whether what is at `path` was read, or will be: by this path, through a link, or in another spelling.

    Another letter case is the same name, wherever it is: on most computers it is the same file.
    """
    try:
        look = _look(path)
        if look in _names:
            return True
        status = Path(path).stat()
    except (OSError, ValueError):
        return False
    return (status.st_dev, status.st_ino) in _files


def was_given(path: str) -> bool:
    """Whether there is something at `path` that a given folder holds."""
    try:
        look = _look(path)
        return Path(path).exists() and any(look.startswith(folder.rstrip(os.sep) + os.sep) for folder in _folders)
    except (OSError, ValueError):
        return False


def forget_inputs() -> None:
    """A new command begins."""
    _files.clear()
    _names.clear()
    _folders.clear()


def _look(path: str) -> str:
    """A path as it is told apart from others: resolved, in one letter case and form of Unicode, as Windows trims it."""
    resolved = Path(path).resolve()
    return unicodedata.normalize("NFC", str(resolved.parent / (resolved.name.rstrip(" .") or resolved.name))).casefold()
