"""Zip archives: their JSON files, each unpacked only when its turn comes, and the profiles in them."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from pyvalidator.input.files import FILE_LIMIT, Lost, Origin, is_data, is_shown, limited
from pyvalidator.input.passed_over import Rest
from pyvalidator.runtime.caches import forgettable
from pyvalidator.runtime.opened import open_input

if TYPE_CHECKING:
    import zipfile

#: All members of one archive together, so that an archive made to exhaust the computer is given up soon.
ARCHIVE_LIMIT = 4 * 1024 * 1024 * 1024
#: Largest profile file that is taken out of an archive. The longest of ours has 8 kB.
PROFILE_LIMIT = 1024 * 1024

#: Largest other member that is looked at to tell what it is.
LOOK_LIMIT = 16 * 1024 * 1024

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_STORED, _DEFLATED = 0, 8


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

        return zipfile.ZipFile(io.BytesIO(self.source) if isinstance(self.source, bytes) else open_input(self.source))

    def passed_over(self, rest: Rest, archive: str, used: Collection[str] = ()) -> None:
        """Tell `rest` of every other member.

        Args:
            archive: the archive's name, which stands before the member's.
            used: names of members that are used in another way.
        """
        for index, info in enumerate(self.zip.infolist()):
            member = _member_name(info)
            name = f"{archive}/{member}"
            if member and is_shown(member) and not is_data(member) and name not in used and not info.is_dir():
                rest.add(name, partial(self._look_at, index))

    def _look_at(self, index: int) -> bytes | None:
        info = self.zip.infolist()[index]
        if info.file_size > LOOK_LIMIT or info.flag_bits & _ENCRYPTED:
            return None
        return _Member(self, index).read()[0]

    def members(self, limit: int) -> Iterator[tuple[str, Origin]]:
        """Name and origin of every JSON file in the archive; an archive in the archive is not opened."""
        total = 0
        for index, info in enumerate(self.zip.infolist()):
            name = _member_name(info)
            # In this order: a member without a name is not even asked whether it is a folder.
            if not is_data(name) or info.is_dir():
                continue
            if info.flag_bits & _ENCRYPTED:
                yield name, Lost("encrypted_member", info.file_size)
            elif info.file_size > limit or total + info.file_size > ARCHIVE_LIMIT:
                yield name, Lost("member_too_large", info.file_size)
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


@forgettable(4)
def _archive_at(source: str | bytes) -> Archive:
    """A function, because a class in its place would take the class's own `__reduce__` for its own."""
    return Archive(source)


@dataclass(frozen=True)
class _Member:
    archive: Archive
    index: int

    @property
    def size(self) -> int:
        return self.archive.zip.infolist()[self.index].file_size

    def read(self) -> tuple[bytes, str | None]:
        try:
            return limited(self.archive.read(self.index))
        except MemoryError:
            raise
        except Exception:
            # A broken archive fails in many ways (zlib, struct, CRC, seek, unknown method), all of them the file's.
            return b"", "unreadable_member"


def _member_name(info: zipfile.ZipInfo) -> str:
    """The member's name with `/`.

    Without the UTF-8 flag it is UTF-8, as macOS writes it, where it is that and more than ASCII; else CP950, as Windows
    in Taiwan writes it; else CP437.
    """
    name = info.orig_filename
    if not info.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437")
        for encoding in ("utf-8", "cp950"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeError:
                continue
    parts = name.split("\0")[0].replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def is_archive(name: str) -> bool:
    """A zip archive is known by its name."""
    return name.lower().endswith(".zip")


def profiles_inside(data: bytes) -> list[tuple[str, bytes]]:
    """Name and bytes of the profile files (`*.toml`) in a zip archive. A broken archive has none."""
    try:
        archive = Archive(data)
        wanted = [
            (_member_name(info), number) for number, info in enumerate(archive.zip.infolist())
            if info.file_size <= PROFILE_LIMIT and not info.flag_bits & _ENCRYPTED and is_shown(_member_name(info))
        ]  # fmt: skip
        return [(name, archive.read(number)) for name, number in wanted if name.lower().endswith(".toml")]
    except Exception:
        # As for single members: a broken archive fails in many ways, and is told of where its data is gathered.
        return []


