"""The wizard's part of the page's door: one layout at a time, kept until it is closed or another is opened."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pyvalidator.intake import Given, gather_given
from pyvalidator.mask import Masker
from pyvalidator.options import Options
from pyvalidator.wizard.session import Session, meanings_of

_session: Session | None = None


def answer(
    op: str, given: dict[str, Any], files: list[Given], options: Options,
    progress: Callable[[str], object],
) -> dict[str, Any]:  # fmt: skip
    """Answer one request.

    Args:
        op: `wizard_open` (with files) → what was found; `wizard_review` ({"edits"}) → proposal, profile and report;
            `wizard_codes` ({"field", "text"} or one file) → {"codes", "open"} or {"problem"}; `wizard_close`.

    Raises:
        KeyError: unknown op, or none is open: the page's bug, or its worker began anew.
    """
    global _session
    if op == "wizard_open":
        _session = None
        gathered = gather_given(files, mask=options.mask)
        _session = Session(gathered.files, options)
        return _session.inspect()
    if op == "wizard_review":
        if _session is None or not _session.found:
            raise KeyError("no layout is open")
        return _session.review(given["edits"], lambda number: progress(json.dumps({"index": number, "stage": "rules"})))
    if op == "wizard_codes":
        return _codes(given["field"], given["text"] if "text" in given else _content(files))
    if op == "wizard_close":
        close()
        return {}
    raise KeyError(op)


def _content(files: list[Given]) -> bytes | None:
    data, fault = files[0].origin.read() if files else (b"", "unreadable_file")
    return None if fault else data


def _codes(field: str, data: bytes | str | None) -> dict[str, Any]:
    if data is None:
        return {"problem": "讀不到這個檔案，可能已被移動、刪除或正由其他程式使用。"}
    try:
        found = meanings_of(field, data)
    except ValueError as error:
        return {"problem": Masker().text(str(error))}
    return {"codes": found.codes, "open": found.open}


def close() -> None:
    """Let go of everything that came from files."""
    global _session
    _session = None
