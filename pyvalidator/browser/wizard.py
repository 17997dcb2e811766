"""What the page's wizard asks: one layout at a time, kept until it is closed or another is opened."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pyvalidator.input.files import PendingFile
from pyvalidator.input.gathering import gather_files
from pyvalidator.input.side_files import read_profile
from pyvalidator.options import Options
from pyvalidator.privacy.masking import Masker
from pyvalidator.profile import Profile, ProfileError, built_in_profiles
from pyvalidator.profile.compare import compare_profiles
from pyvalidator.wizard.session import Session, meanings_of

_GONE = "讀不到這個檔案，可能已被移動、刪除或正由其他程式使用。"

_session: Session | None = None


def answer(
    op: str, given: dict[str, Any], files: list[PendingFile], options: Options,
    progress: Callable[[str], object],
) -> dict[str, Any]:  # fmt: skip
    """Answer one request.

    Args:
        op: `wizard_open` (with files) → what was found; `wizard_propose` ({"edits"}) → proposal and profile;
            `wizard_review` ({"edits"}) → the same and the report of a check with it;
            `wizard_codes` ({"field", "text"} or one file) → see `Meanings`, or {"problem"}; `wizard_compare`
            ({"profiles": two ids, or None for the next file}) → {"profiles": [{"title", "problems"}], "differences"};
            `wizard_close`.

    Raises:
        KeyError: unknown op, or none is open: the page's bug, or its worker began anew.
    """
    global _session
    if op == "wizard_open":
        _session = None
        gathered = gather_files(files, mask=options.mask)
        _session = Session(gathered.files, options)
        return _session.inspect()
    if op in ("wizard_propose", "wizard_review"):
        if _session is None or not _session.found:
            raise KeyError("no layout is open")
        if op == "wizard_propose":
            return _session.propose(given["edits"])
        return _session.review(given["edits"], lambda number: progress(json.dumps({"index": number, "stage": "rules"})))
    if op == "wizard_codes":
        return _codes(given["field"], given["text"] if "text" in given else _content(files))
    if op == "wizard_compare":
        return _compare(given["profiles"], files)
    if op == "wizard_close":
        close()
        return {}
    raise KeyError(op)


def _content(files: list[PendingFile]) -> bytes | None:
    data, fault = files[0].origin.read() if files else (b"", "unreadable_file")
    return None if fault else data


def _codes(field: str, data: bytes | str | None) -> dict[str, Any]:
    if data is None:
        return {"problem": _GONE}
    try:
        found = meanings_of(field, data)
    except ValueError as error:
        return {"problem": Masker().text(str(error))}
    return {"codes": found.codes, "open": found.open, "own": found.own, "proposed": sorted(found.proposed)}


def _compare(wanted: list[str | None], files: list[PendingFile]) -> dict[str, Any]:
    """`differences` is None where one of the two cannot be used; its `problems` say why."""
    left = iter(files)
    read = [_profile(id) if id is not None else _profile_file(next(left)) for id in wanted]
    first, second = (profile for profile, _ in read)
    told = None if first is None or second is None else compare_profiles(first, second)
    masker = Masker()
    return {
        "profiles": [{name: masker.param(name, value) for name, value in facts.items()} for _, facts in read],
        "differences": told and [masker.text(sentence) for sentence in told],
    }


def _profile(id: str) -> tuple[Profile, dict[str, Any]]:
    profile = built_in_profiles()[id]
    return profile, {"title": profile.title, "problems": []}


def _profile_file(file: PendingFile) -> tuple[Profile | None, dict[str, Any]]:
    data, fault = file.origin.read()
    if fault:
        return None, {"title": file.name, "problems": [_GONE]}
    try:
        return read_profile(data, file.name), {"title": file.name, "problems": []}
    except ProfileError as error:
        return None, {"title": file.name, "problems": error.problems}


def close() -> None:
    """Let go of everything that came from files."""
    global _session
    _session = None
