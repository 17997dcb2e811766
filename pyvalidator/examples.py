"""A rule's examples as files, for its page, for 「用這個例子試試」 and for the tests."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

from pyvalidator.agencies import AgencyList, Roster
from pyvalidator.given_days import GivenDays, calendar_with
from pyvalidator.intake import Incoming, gather_bytes
from pyvalidator.options import Options
from pyvalidator.overlay import read_schema
from pyvalidator.rule import Example, Rule, sample
from pyvalidator.wording import GIVEN

#: What an example may be given beside its files, as `check` options are named, and the name it has as a file.
SIDE_FILES = {
    "roster": f"{GIVEN['roster']}.csv", "agencies": f"{GIVEN['agencies']}.csv", "schema": "schema.json",
    "days_off": f"{GIVEN['days']}.csv",
}  # fmt: skip
_OPTION = {"days_off": "calendar"}


def example_files(rule: Rule, example: Example) -> list[Incoming]:
    """The example's files in the order of their names; a zip archive gives its members."""
    named = example.files or {f"{rule.id.lower()}.json": example.content}
    given = [(name, None if content is None else example_bytes(content)) for name, content in sorted(named.items())]
    return [file.read() for file in gather_bytes(given).files]


def example_options(example: Example, **more: Any) -> Options:
    """How to check the example.

    Args:
        more: further `Options` values.
    """
    readers: dict[str, Callable[[bytes], Any]] = {
        "roster": Roster.read, "agencies": AgencyList.read, "schema": lambda data: read_schema(data, "schema.json"),
        "days_off": lambda data: calendar_with(GivenDays.read(data)),
    }  # fmt: skip
    given = {_OPTION.get(name, name): readers[name](text.encode()) for name, text in example.options.items()}
    return Options(today=date.fromisoformat(example.today), **given, **more)


def example_side_files(example: Example) -> list[tuple[str, bytes]]:
    """What the example is given beside its files, as files that a drop recognises (a schema by its `$schema`)."""
    given = {SIDE_FILES[kind]: text for kind, text in example.options.items()}
    if "schema.json" in given:
        mark = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        given["schema.json"] = json.dumps({**mark, **json.loads(given["schema.json"])}, ensure_ascii=False)
    return [(name, text.encode()) for name, text in given.items()]


def example_bytes(content: Any) -> bytes:
    """Bytes as they are, text as UTF-8, everything else as indented JSON; a function gives what it returns.

    Functions are for contents that take long to make: every start of the program imports every rule.
    """
    if callable(content):
        content = content()
    if isinstance(content, bytes):
        return content
    if not isinstance(content, str):
        content = json.dumps(content, ensure_ascii=False, indent=2)
    return content.encode("utf-8", "surrogatepass")


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
