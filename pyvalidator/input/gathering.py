"""Files, folders and zip archives become one list of files to check, each with the name it has in the report."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pyvalidator.input.archives import LOOK_LIMIT, Archive, is_archive
from pyvalidator.input.files import (
    FILE_LIMIT,
    Broken,
    InMemory,
    Lost,
    OnDisk,
    Origin,
    PendingFile,
    is_data,
    is_shown,
)  # fmt: skip
from pyvalidator.input.passed_over import Rest
from pyvalidator.privacy.masking import Masker
from pyvalidator.runtime.opened import note_folder, note_input, open_input


@dataclass
class Gathered:
    """What was found.

    Attributes:
        mask: whether names are shown masked, so that names which then look the same get a number too.
        limit: largest file that is read, in bytes.
        files: to be checked, in the order given.
        rest: what of folders and archives is not checked.
        used: names or paths of files in them that say how to check, which are no part of the rest.
        problems: sentences for the user about what could not be opened or held nothing to check.
    """

    mask: bool = True
    limit: int = FILE_LIMIT
    files: list[PendingFile] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    rest: Rest = field(default_factory=Rest)
    used: Collection[str] = ()
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

    def add_archive(self, name: str, source: str | bytes, origin: Origin) -> None:
        """Take in every JSON file of a zip archive.

        Args:
            source: its path, or its bytes, which come from `origin`.
        """
        try:
            archive = Archive(source)
            members = list(archive.members(self.limit))
            archive.passed_over(self.rest, name, self.used)
        except Exception:
            # As for single members: whatever the broken directory of an archive makes zipfile raise.
            self.add(name, Broken(origin))
            self.problems.append(f"無法開啟壓縮檔「{name}」：檔案已損壞或不是 zip 壓縮檔，請重新壓縮後再試。")
            return
        if not members:
            self.problems.append(f"壓縮檔「{name}」裡沒有 .json 檔，沒有可檢核的資料。")
        for member, origin in members:
            self.add(f"{name}/{member}", origin)


def gather_paths(
    paths: Iterable[str], read_stdin: Callable[[], bytes], *, mask: bool = True, used: Iterable[str] = ()
) -> Gathered:
    """The files named on a command line: files, folders (recursive), zip archives, `-` for standard input.

    Args:
        used: paths of files that are read or written in another way.
    """
    gathered = Gathered(mask, used={os.path.realpath(path) for path in used if "\0" not in path})
    for path in _expanded(paths, gathered):
        if path == "-":
            _gather_stdin(read_stdin, gathered)
        elif _is_folder(path):
            _gather_folder(path, gathered)
        else:
            _gather_file(path, gathered)
    return gathered


def _expanded(paths: Iterable[str], gathered: Gathered) -> Iterator[str]:
    """Each path; of one such as `*.json`, which the shells of Windows leave as it is, the paths that it stands for."""
    for path in paths:
        if not glob.has_magic(path) or "\0" in path or os.path.lexists(path):
            yield path
        # Of pathlib's own only patterns below a folder that is known.
        elif found := sorted(glob.glob(path, recursive=True)):  # noqa: PTH207
            yield from found
        else:
            gathered.problems.append(f"找不到符合「{_printable(path)}」的檔案，請確認路徑後再試。")


def gather_bytes(files: Iterable[tuple[str, bytes | None]], *, mask: bool = True, limit: int = FILE_LIMIT) -> Gathered:
    """Named bytes; None where they could not be had."""
    return gather_files((PendingFile(name, InMemory(data, limit)) for name, data in files), mask=mask, limit=limit)


def gather_files(
    files: Iterable[PendingFile], *, mask: bool = True, limit: int = FILE_LIMIT, used: Collection[str] = ()
) -> Gathered:
    """Files as a browser gives them; one whose name has a `/` comes from a folder. Only archives are read now, and
    tables of folders.

    Args:
        used: names of files in archives that say how to check.
    """
    gathered = Gathered(mask, limit, used=used)
    for file in files:
        name = file.name.replace("\\", "/")
        if "/" in name and not is_data(name):
            if is_shown(name):
                gathered.rest.add(_printable(name), partial(_look_at, file.origin))
            continue
        archive = file.read() if is_archive(name) else None
        if archive is None:
            gathered.add(name, file.origin)
        elif archive.fault is not None:
            gathered.add(name, Lost(archive.fault, file.origin.size))
        else:
            gathered.add_archive(name, archive.data, file.origin)
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
        with open_input(path) as file:
            # A pipe can be read only once, so it is read now; a file on disk when its turn comes.
            origin: Origin = OnDisk(path) if Path(path).is_file() else InMemory(file.read(FILE_LIMIT + 1))
    except (OSError, ValueError) as error:
        gathered.problems.append(_unopenable(path, error))
        return
    if is_archive(path) and isinstance(origin, OnDisk):
        gathered.add_archive(_printable(Path(path).name), path, origin)
    else:
        gathered.add(Path(path).name, origin)


def _gather_folder(folder: str, gathered: Gathered) -> None:
    # A link to a folder is named as it was given; `.` and `..` are no names.
    base = Path(folder).name
    if base in ("", ".."):
        base = Path(folder).resolve().name
    found: list[tuple[str, str]] = []
    note_folder(folder)

    def complain(error: OSError) -> None:
        gathered.problems.append(_unopenable(str(error.filename or folder), error))

    for directory, folders, files in os.walk(folder, onerror=complain):
        folders[:] = [name for name in folders if is_shown(name)]
        for file in filter(is_shown, files):
            path = Path(directory, file)
            name = "/".join((base, *path.relative_to(folder).parts)).lstrip("/")
            # A pipe or a device would keep the check waiting for ever; a link to nothing is told as unreadable.
            if is_data(file) and (path.is_file() or path.is_symlink()):
                found.append((name, str(path)))
            elif (path.is_file() or path.is_symlink()) and os.path.realpath(path) not in gathered.used:
                gathered.rest.add(_printable(name), partial(_look_at, OnDisk(str(path))))
    if not found:
        gathered.problems.append(f"資料夾「{_printable(folder)}」裡沒有 .json 檔，沒有可檢核的資料。")
    for name, file in sorted(found):
        note_input(file)  # may be a link to a place outside the folder
        gathered.add(name, OnDisk(file))


def _look_at(origin: Origin) -> bytes | None:
    return origin.read()[0] if origin.size <= LOOK_LIMIT else None


def _unopenable(path: str, error: Exception) -> str:
    reasons = {FileNotFoundError: "找不到這個路徑", PermissionError: "沒有讀取權限", IsADirectoryError: "這是資料夾"}
    reason = next((text for kind, text in reasons.items() if isinstance(error, kind)), "無法讀取")
    return f"無法開啟「{_printable(path)}」：{reason}，請確認路徑後再試。"


def _printable(name: str) -> str:
    """A file name as proper text: bytes that the system could not read as text become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
