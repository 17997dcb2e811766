"""What is given to check: files, folders and zip archives become named bytes, each read only when its turn comes."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pyvalidator.privacy.masking import Masker
from pyvalidator.runtime.caches import forgettable

if TYPE_CHECKING:
    import zipfile

#: Largest file that is read. A month of the largest police department is about 90 MB.
FILE_LIMIT = 512 * 1024 * 1024
#: All members of one archive together, so that an archive made to exhaust the computer is given up soon.
ARCHIVE_LIMIT = 4 * 1024 * 1024 * 1024
#: Largest profile file that is taken out of an archive. The longest of ours has 8 kB.
PROFILE_LIMIT = 1024 * 1024

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_STORED, _DEFLATED = 0, 8


@dataclass(frozen=True)
class Incoming:
    """One file to check.

    Attributes:
        name: as the report shows it, always with `/`.
        data: the bytes; empty where they could not be had.
        fault: a syntax rule's `detects` code where the bytes could not be had: `encrypted_member`,
            `unreadable_member`, `member_too_large`, `unreadable_file`, `broken_archive`.
    """

    name: str
    data: bytes
    fault: str | None = None


class Origin(Protocol):
    """Where bytes come from. Small when pickled, so that another process can read them."""

    @property
    def size(self) -> int:
        """How many bytes there are, as far as that is known without reading them."""

    def read(self) -> tuple[bytes, str | None]:
        """The bytes and None, or no bytes and a fault code. Raises nothing but MemoryError."""


@dataclass(frozen=True)
class Given:
    """A file to check that has not been read yet."""

    name: str
    origin: Origin

    def read(self) -> Incoming:
        """The file's bytes, or what kept us from having them."""
        try:
            return Incoming(self.name, *self.origin.read())
        except MemoryError:
            return Incoming(self.name, b"", "member_too_large")


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
            with Path(self.path).open("rb") as file:
                data = file.read(FILE_LIMIT + 1)
        except OSError:
            return b"", "unreadable_file"
        return _limited(data)


@dataclass(frozen=True)
class InMemory:
    """`data` is None where the bytes could not be had."""

    data: bytes | None
    limit: int = FILE_LIMIT

    @property
    def size(self) -> int:
        return len(self.data or b"")

    def read(self) -> tuple[bytes, str | None]:
        return (b"", "unreadable_file") if self.data is None else _limited(self.data, self.limit)


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


def _limited(data: bytes, limit: int = FILE_LIMIT) -> tuple[bytes, str | None]:
    return (data, None) if len(data) <= limit else (b"", "member_too_large")


# -- zip archives ----------------------------------------------------------------------------------------------------


class Archive:
    """A zip archive, opened once per process.

    Args:
        source: its path, or its bytes.
    """

    def __init__(self, source: str | bytes) -> None:
        self.source = source

    def __reduce__(self) -> tuple[Any, ...]:
        return _archive_at, (self.source,)

    @cached_property
    def zip(self) -> zipfile.ZipFile:
        """Raises BadZipFile, OSError and others where the archive is broken."""
        # Only who brings an archive waits for this import.
        import zipfile

        return zipfile.ZipFile(io.BytesIO(self.source) if isinstance(self.source, bytes) else self.source)

    def members(self, limit: int) -> Iterator[tuple[str, Origin]]:
        """Name and origin of every JSON file in the archive; an archive in the archive is not opened."""
        total = 0
        for index, info in enumerate(self.zip.infolist()):
            name = _member_name(info)
            # In this order: a member without a name is not even asked whether it is a folder.
            if not _is_data(name) or info.is_dir():
                continue
            if info.flag_bits & _ENCRYPTED:
                yield name, Lost("encrypted_member")
            elif info.file_size > limit or total + info.file_size > ARCHIVE_LIMIT:
                yield name, Lost("member_too_large")
            else:
                total += info.file_size
                yield name, _Member(self, index)

    def read(self, index: int) -> bytes:
        """The bytes of the member, never more than its entry in the directory promises."""
        info = self.zip.infolist()[index]
        if info.compress_type not in (_STORED, _DEFLATED):
            # Only these two can be unpacked without ever holding more than was asked for.
            raise NotImplementedError(info.compress_type)
        with self.zip.open(info) as member:
            return member.read(FILE_LIMIT + 1)


_archive_at = forgettable(4)(Archive)


@dataclass(frozen=True)
class _Member:
    archive: Archive
    index: int

    @property
    def size(self) -> int:
        return self.archive.zip.infolist()[self.index].file_size

    def read(self) -> tuple[bytes, str | None]:
        try:
            return _limited(self.archive.read(self.index))
        except MemoryError:
            raise
        except Exception:
            # A broken archive fails in many ways (zlib, struct, CRC, seek, unknown method), all of them the file's.
            return b"", "unreadable_member"


def _member_name(info: zipfile.ZipInfo) -> str:
    """The member's name with `/`. Without the UTF-8 flag it is CP950, as Windows in Taiwan writes it, else CP437."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("cp950")
        except UnicodeError:
            name = info.orig_filename
    parts = name.split("\0")[0].replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def _is_data(name: str) -> bool:
    """Whether a file found in a folder or an archive is checked: `*.json`, not hidden, not macOS's own notes."""
    return name.lower().endswith(".json") and _is_shown(name)


def _is_shown(name: str) -> bool:
    return not any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def is_archive(name: str) -> bool:
    """A zip archive is known by its name."""
    return name.lower().endswith(".zip")


def profiles_inside(data: bytes) -> list[tuple[str, bytes]]:
    """Name and bytes of the profile files (`*.toml`) in a zip archive. A broken archive has none."""
    try:
        archive = Archive(data)
        wanted = [
            (_member_name(info), number) for number, info in enumerate(archive.zip.infolist())
            if info.file_size <= PROFILE_LIMIT and not info.flag_bits & _ENCRYPTED and _is_shown(_member_name(info))
        ]  # fmt: skip
        return [(name, archive.read(number)) for name, number in wanted if name.lower().endswith(".toml")]
    except Exception:
        # As for single members: a broken archive fails in many ways, and is told of where its data is gathered.
        return []


# -- gathering -------------------------------------------------------------------------------------------------------


@dataclass
class Gathered:
    """What was found.

    Attributes:
        mask: whether names are shown masked, so that names which then look the same get a number too.
        limit: largest file that is read, in bytes.
        files: to be checked, in the order given.
        problems: sentences for the user about what could not be opened or held nothing to check.
    """

    mask: bool = True
    limit: int = FILE_LIMIT
    files: list[Given] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, origin: Origin) -> None:
        """Take a file in. Names that would look the same in the report get a number."""
        look = Masker(self.mask).text
        name = shown = _printable(name)
        while look(shown) in self._names:
            self._names[look(name)] += 1
            shown = f"{name} ({self._names[look(name)]})"
        self._names[look(shown)] = 1
        self.files.append(Given(shown, origin))

    def add_archive(self, name: str, source: str | bytes) -> None:
        """Take in every JSON file of a zip archive."""
        try:
            members = list(Archive(source).members(self.limit))
        except Exception:
            # As for single members: whatever the broken directory of an archive makes zipfile raise.
            self.add(name, Lost("broken_archive"))
            self.problems.append(f"無法開啟壓縮檔「{name}」：檔案已損壞或不是 zip 壓縮檔，請重新壓縮後再試。")
            return
        if not members:
            self.problems.append(f"壓縮檔「{name}」裡沒有 .json 檔，沒有可檢核的資料。")
        for member, origin in members:
            self.add(f"{name}/{member}", origin)


def gather_paths(paths: Iterable[str], read_stdin: Callable[[], bytes], *, mask: bool = True) -> Gathered:
    """The files named on a command line: files, folders (recursive), zip archives, `-` for standard input."""
    gathered = Gathered(mask)
    for path in paths:
        if path == "-":
            _gather_stdin(read_stdin, gathered)
        elif _is_folder(path):
            _gather_folder(path, gathered)
        else:
            _gather_file(path, gathered)
    return gathered


def gather_bytes(files: Iterable[tuple[str, bytes | None]], *, mask: bool = True, limit: int = FILE_LIMIT) -> Gathered:
    """Named bytes; None where they could not be had."""
    return gather_files((Given(name, InMemory(data, limit)) for name, data in files), mask=mask, limit=limit)


def gather_files(files: Iterable[Given], *, mask: bool = True, limit: int = FILE_LIMIT) -> Gathered:
    """Files as a browser gives them. Only archives are read now."""
    gathered = Gathered(mask, limit)
    for file in files:
        name = file.name.replace("\\", "/")
        archive = file.read() if is_archive(name) else None
        if archive is None:
            gathered.add(name, file.origin)
        elif archive.fault is not None:
            gathered.add(name, Lost(archive.fault, file.origin.size))
        else:
            gathered.add_archive(name, archive.data)
    return gathered


def _gather_stdin(read: Callable[[], bytes], gathered: Gathered) -> None:
    try:
        data = read()
    except OSError:
        gathered.problems.append("無法讀取標準輸入（-）：請用管線或 < 把檔案內容交給它，或直接指定檔名。")
    else:
        gathered.add("stdin.json", InMemory(data))


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False  # longer than a name may be, for one; opening it as a file tells the user


def _gather_file(path: str, gathered: Gathered) -> None:
    try:
        with Path(path).open("rb") as file:
            # A pipe can be read only once, so it is read now; a file on disk when its turn comes.
            origin: Origin = OnDisk(path) if Path(path).is_file() else InMemory(file.read(FILE_LIMIT + 1))
    except (OSError, ValueError) as error:
        gathered.problems.append(_unopenable(path, error))
        return
    if is_archive(path) and isinstance(origin, OnDisk):
        gathered.add_archive(_printable(Path(path).name), path)
    else:
        gathered.add(Path(path).name, origin)


def _gather_folder(folder: str, gathered: Gathered) -> None:
    # A link to a folder is named as it was given; `.` and `..` are no names.
    base = Path(folder).name
    if base in ("", ".."):
        base = Path(folder).resolve().name
    found: list[tuple[str, str]] = []

    def complain(error: OSError) -> None:
        gathered.problems.append(_unopenable(str(error.filename or folder), error))

    for directory, folders, files in os.walk(folder, onerror=complain):
        folders[:] = [name for name in folders if _is_data(f"{name}/x.json")]
        for name in files:
            path = Path(directory, name)
            # A pipe or a device would keep the check waiting for ever; a link to nothing is told as unreadable.
            if _is_data(name) and (path.is_file() or path.is_symlink()):
                found.append(("/".join((base, *path.relative_to(folder).parts)).lstrip("/"), str(path)))
    if not found:
        gathered.problems.append(f"資料夾「{_printable(folder)}」裡沒有 .json 檔，沒有可檢核的資料。")
    for name, file in sorted(found):
        gathered.add(name, OnDisk(file))


def _unopenable(path: str, error: Exception) -> str:
    reasons = {FileNotFoundError: "找不到這個路徑", PermissionError: "沒有讀取權限", IsADirectoryError: "這是資料夾"}
    reason = next((text for kind, text in reasons.items() if isinstance(error, kind)), "無法讀取")
    return f"無法開啟「{_printable(path)}」：{reason}，請確認路徑後再試。"


def _printable(name: str) -> str:
    """A file name as proper text: bytes that the system could not read as text become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
