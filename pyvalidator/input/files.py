"""Files to check: named bytes, each read only when its turn comes, from wherever they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyvalidator.runtime.opened import open_input

#: Largest file that is read. A month of the largest police department is about 90 MB.
FILE_LIMIT = 512 * 1024 * 1024


@dataclass(frozen=True)
class Incoming:
    """One file to check.

    Attributes:
        name: as the report shows it, always with `/`.
        data: the bytes; empty where they could not be had.
        size: how many bytes the file has, also where they could not be had; None: those of `data`.
        fault: the `fault_code` of a syntax rule where the bytes could not be had: `encrypted_member`,
            `unreadable_member`, `member_too_large`, `unreadable_file`, `broken_archive`.
    """

    name: str
    data: bytes
    fault: str | None = None
    size: int | None = None


class Origin(Protocol):
    """Where bytes come from. Small when pickled, so that another process can read them."""

    @property
    def size(self) -> int:
        """How many bytes there are, as far as that is known without reading them."""

    def read(self) -> tuple[bytes, str | None]:
        """The bytes and None, or a fault code with no bytes, or with those of a whole archive that is broken.

        Raises nothing but MemoryError.
        """


@dataclass(frozen=True)
class PendingFile:
    """A file to check that has not been read yet."""

    name: str
    origin: Origin

    def read(self) -> Incoming:
        """The file's bytes, or what kept us from having them."""
        try:
            data, fault = self.origin.read()
        except MemoryError:
            data, fault = b"", "member_too_large"
        return Incoming(self.name, data, fault, len(data) if fault is None else self.origin.size)


@dataclass(frozen=True)
class OnDisk:
    path: str

    @property
    def size(self) -> int:
        try:
            return Path(self.path).stat().st_size
        except OSError:
            return 0

    def read(self) -> tuple[bytes, str | None]:
        try:
            with open_input(self.path) as file:
                data = file.read(FILE_LIMIT + 1)
        except OSError:
            return b"", "unreadable_file"
        return limited(data)


@dataclass(frozen=True)
class InMemory:
    """`data` is None where the bytes could not be had."""

    data: bytes | None
    limit: int = FILE_LIMIT

    @property
    def size(self) -> int:
        return len(self.data or b"")

    def read(self) -> tuple[bytes, str | None]:
        return (b"", "unreadable_file") if self.data is None else limited(self.data, self.limit)


@dataclass(frozen=True)
class OnPage:
    """A file that the browser reads when its turn comes, and not at all where it is beyond the limit.

    `fetch` gives None where the browser cannot read it any more.
    """

    size: int
    fetch: Callable[[], bytes | None]
    limit: int = FILE_LIMIT

    def read(self) -> tuple[bytes, str | None]:
        if self.size > self.limit:
            return b"", "member_too_large"
        return InMemory(self.fetch(), self.limit).read()


@dataclass(frozen=True)
class Lost:
    """A file of which only the fault is known."""

    fault: str
    size: int = 0

    def read(self) -> tuple[bytes, str | None]:
        return b"", self.fault


@dataclass(frozen=True)
class Broken:
    """An archive that cannot be opened. Its own bytes are known, so that it can be told which file it was."""

    archive: Origin

    @property
    def size(self) -> int:
        return self.archive.size

    def read(self) -> tuple[bytes, str | None]:
        data, fault = self.archive.read()
        return data, fault or "broken_archive"


def limited(data: bytes, limit: int = FILE_LIMIT) -> tuple[bytes, str | None]:
    return (data, None) if len(data) <= limit else (b"", "member_too_large")


def is_data(name: str) -> bool:
    """Whether a file found in a folder or an archive is checked: `*.json`, not hidden, not macOS's own notes."""
    return name.lower().endswith(".json") and is_shown(name)


def is_shown(name: str) -> bool:
    """Whether a name is neither hidden nor one of macOS's own notes."""
    return not any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
