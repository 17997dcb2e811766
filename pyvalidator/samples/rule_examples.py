"""A rule's examples as files, for its page, for 「用這個例子試試」 and for the tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from pyvalidator.domain.agencies import AgencyList, Roster
from pyvalidator.domain.days_off import DaysOffList, calendar_with
from pyvalidator.engine.examples import example_bytes
from pyvalidator.input.files import Incoming
from pyvalidator.input.gathering import gather_bytes
from pyvalidator.options import Options
from pyvalidator.profile import load_profile
from pyvalidator.rule import Example, Rule
from pyvalidator.schema.user_schema import read_schema
from pyvalidator.wording import SIDE_FILE

#: What an example may be given beside its files, as `check` options are named, and the name it has as a file.
SIDE_FILES = {
    "roster": f"{SIDE_FILE['roster']}.csv", "agencies": f"{SIDE_FILE['agencies']}.csv", "schema": "schema.json",
    "days_off": f"{SIDE_FILE['days']}.csv", "profile": "profile.toml",
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
        "days_off": lambda data: calendar_with(DaysOffList.read(data)),
        "profile": lambda data: load_profile(data.decode(), "profile.toml"),
    }  # fmt: skip
    given = {_OPTION.get(name, name): readers[name](text.encode()) for name, text in option_texts(example).items()}
    return Options(today=date.fromisoformat(example.today), **given, **more)


def example_side_files(example: Example) -> list[tuple[str, bytes]]:
    """What the example is given beside its files, as files that a batch recognises (a schema by its `$schema`)."""
    given = {SIDE_FILES[kind]: text for kind, text in option_texts(example).items()}
    if "schema.json" in given:
        mark = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        given["schema.json"] = json.dumps({**mark, **json.loads(given["schema.json"])}, ensure_ascii=False)
    return [(name, text.encode()) for name, text in given.items()]


def option_texts(example: Example) -> dict[str, str]:
    """What the example is given beside its files, by its kind; what takes long to make is made now."""
    return {kind: text() if callable(text) else text for kind, text in example.options.items()}
