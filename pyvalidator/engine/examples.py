"""Contents of rules' examples, which a rule imports beside `pyvalidator.rule`: bytes, broken texts, archives."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any

from pyvalidator.rule import sample
from pyvalidator.runtime.package_files import read_package_text


def example_bytes(content: Any) -> bytes:
    """Bytes as they are, text as UTF-8, everything else as indented JSON; a function gives what it returns.

    Functions are for contents that take long to make: every start of the program imports every rule.
    """
    if callable(content):
        content = content()
    if isinstance(content, bytes):
        return content
    text: str = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "surrogatepass")


def zip_bytes(members: dict[str, Any], *, at: int = 0, entry: bytes = b"") -> bytes:
    """A zip archive of named contents, the same bytes every time.

    Args:
        at, entry: bytes to write into the first entry of the directory, to show an archive with a fault
            (PKWARE APPNOTE 4.3.12: flags at 8, CRC at 16, size at 24).
    """
    # Needed by nobody who checks a file.
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2021, 7, 5, 9, 0, 0)), example_bytes(content))
    data = buffer.getvalue()
    place = data.index(b"PK\x01\x02") + at if entry else 0
    return data[:place] + entry + data[place + len(entry) :]


def sample_text(**changes: Any) -> str:
    """The clean one-record file as indented text, for examples of broken texts; `changes` as in `sample`."""
    return example_bytes(sample(**changes)).decode()


def broken(right: str, wrong: str) -> str:
    """The clean one-record file in which `right`, which must stand there, is written as `wrong`."""
    before, found, after = sample_text().partition(right)
    if not found:
        raise ValueError(f"the sample has no {right!r}")
    return before + wrong + after


def profile_with(**changes: str) -> Callable[[], str]:
    """A function that gives a profile like the reference profile as text, in which some fields are written otherwise.

    Args:
        changes: canonical name → its settings, in place of those of the same name and of its limits.
    """
    before = profile_text()

    def make() -> str:
        text = before()
        for name, settings in changes.items():
            begin = text.index(f'[[fields]]\nname = "{name}"')
            end = text.find("\n[", begin + 1)
            own = re.findall(r"^(\w+) =", settings, re.MULTILINE)
            gone = "|".join([*own, "minimum", "below", "step", "help", "example"])
            field = re.sub(rf"^({gone}) = .*\n?", "", text[begin:end], flags=re.MULTILINE)
            text = f"{text[:begin]}{field.rstrip()}\n{settings}\n{text[end:]}"
        return text

    return make


def profile_text(*without: str, more: str = "") -> Callable[[], str]:
    """A function that gives a profile like the reference profile as text, for examples about profiles.

    Args:
        without: canonical fields that it has no place for.
        more: settings that stand before `[layout]`.
    """

    def make() -> str:
        text = read_package_text("profiles/reference-1.toml")
        for name in without:
            text = re.sub(rf'\[\[fields\]\]\nname = "{name}"\n.*?(?=\n\[)', "", text, flags=re.DOTALL)
        text = text.replace('id = "reference"', 'id = "example"').replace('title = "參考版型"', 'title = "自訂版型"')
        return text.replace("[layout]", f"{more}\n[layout]", 1)

    return make
