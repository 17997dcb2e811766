"""Settings that ship with the page, as the page asks about them: are they good, and what would they be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pyvalidator.browser.batch import pending_file
from pyvalidator.input.shipped_settings import SettingsError, make_settings, read_settings
from pyvalidator.input.side_files import sort_batch
from pyvalidator.options import today_in_taipei


def read(request: dict[str, Any]) -> dict[str, Any]:
    """What the page carries.

    Args:
        request: {"settings"}: as it was found beside the page, or in it.

    Returns:
        {"owner", "date", "files": [{"name", "kind", "title", "text", "error"}]}, or {"problems"} where it cannot be
        used. `name` is what the file goes by in a batch; `error` is missing where it is good.
    """
    try:
        settings, sides = read_settings(request["settings"])
    except SettingsError as error:
        return {"problems": error.problems}
    files = [
        {"name": side.name, "kind": side.kind, "title": side.title, "text": text,
         **({"error": side.error} if side.error else {})}
        for side, (_, text) in zip(sides, settings.files, strict=True)
    ]  # fmt: skip
    return {"owner": settings.owner, "date": settings.date, "files": files}


def make(request: dict[str, Any], files: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Settings out of the files that say how to check.

    Args:
        request: {"owner"}.

    Returns:
        {"script", "settings"}: the file to put beside a page, and what a page carries inside; or {"problems"}.
    """
    given = [pending_file(file) for file in files]
    contents = {file.name: file.origin.read()[0] for file in given}
    try:
        made = make_settings(sort_batch(given).sides, contents, request["owner"], today_in_taipei())
    except SettingsError as error:
        return {"problems": error.problems}
    return {"script": made.script(), "settings": made.as_dict()}
