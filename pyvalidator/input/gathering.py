"""Files, folders and zip archives become one list of files to check, each with the name it has in the report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pyvalidator.input.archives import Archive, is_archive
from pyvalidator.input.files import FILE_LIMIT, InMemory, Lost, OnDisk, Origin, PendingFile, is_data
from pyvalidator.privacy.masking import Masker


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
    files: list[PendingFile] = field(default_factory=list)
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
        self.files.append(PendingFile(shown, origin))

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
    return gather_files((PendingFile(name, InMemory(data, limit)) for name, data in files), mask=mask, limit=limit)


def gather_files(files: Iterable[PendingFile], *, mask: bool = True, limit: int = FILE_LIMIT) -> Gathered:
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
        folders[:] = [name for name in folders if is_data(f"{name}/x.json")]
        for name in files:
            path = Path(directory, name)
            # A pipe or a device would keep the check waiting for ever; a link to nothing is told as unreadable.
            if is_data(name) and (path.is_file() or path.is_symlink()):
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
