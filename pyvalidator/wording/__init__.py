"""The words that reports, command line, page and manual share. `shared.json` is their one source.

JSON, because Python reads it in a fraction of the time of TOML and the page's bundler takes it in as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal

from pyvalidator.runtime.package_files import read_package_text

_SHARED: dict[str, Any] = json.loads(read_package_text("wording/shared.json"))

Words = dict[str, str]
#: Whether a profile comes with this tool, a county or vendor has shipped it with the page, or the user has brought it.
Origin = Literal["built_in", "shipped", "own"]

SEVERITY: Words = _SHARED["severity"]
SEVERITY_ADVICE: Words = _SHARED["severity_advice"]
VERDICT: Words = _SHARED["verdict"]
PASS_NEXT: Words = _SHARED["pass_next"]
#: The title above what of folders and archives was passed over.
SKIPPED: str = _SHARED["skipped"]
#: What of a file was not looked at.
COVERAGE: Words = _SHARED["coverage"]
#: Header values that were given beside a file, by where they came from.
GIVEN: Words = _SHARED["given"]
MATRIX: Words = _SHARED["matrix"]
#: Who has no file in the month that is asked about: titles of the lists, and what a cell of the matrix says.
ABSENT: Words = _SHARED["absent"]
#: How much of what was found is listed.
EXTENT: Words = _SHARED["extent"]
#: Who enters or produces a value.
OWNER: Words = _SHARED["owner"]
#: What stands before, or above, who can change it.
OWNER_TITLE: str = _SHARED["owner_title"]
#: What each of them does about it.
OWNER_ADVICE: Words = _SHARED["owner_advice"]
#: Why a rule did not run.
NOT_CHECKED: Words = _SHARED["not_checked"]
DATASET: Words = _SHARED["dataset"]
#: Files that say how to check, by kind.
SIDE_FILE: Words = _SHARED["side_file"]
#: What stands behind the title of a rule in a list.
RULE_STATE: Words = _SHARED["rule_state"]
#: Stages of the catalogue → title, and what is looked at in it.
RULE_STAGE: dict[str, list[str]] = _SHARED["rule_stage"]
#: What a check is doing.
PROGRESS: Words = _SHARED["progress"]
#: Where a field stands.
LEVEL: Words = _SHARED["level"]
#: Settings that a county or a vendor ships with the page.
SHIPPED: Words = _SHARED["shipped"]
DEADLINE: Words = _SHARED["deadline"]
UNKNOWN: Words = _SHARED["unknown"]
SIGNATURES: list[str] = _SHARED["signatures"]
#: Facts of each output format, by name; `render.FORMATS` is made of them.
FORMATS: dict[str, dict[str, Any]] = _SHARED["formats"]

_PROFILE: dict[str, Any] = _SHARED["profile"]


def profile_status(status: str, origin: Origin) -> str:
    """How far a profile can be relied on, e.g. 本工具的假設，非官方格式.

    Args:
        status: `assumption` or `official`, as the profile says of itself.
        origin: whose profile it is; what a user has written is no assumption of this tool.
    """
    return str(_PROFILE["status"][origin][status])


def profile_line(*, id: str, version: str, title: str, status: str, origin: Origin) -> str:
    """A profile in one line: title, id, version, and how far it can be relied on."""
    told = profile_status(status, origin)
    return str(_PROFILE["line"]).format(id=id, version=version, title=title, status=told)


def profile_name(*, id: str, title: str, origin: Origin) -> str:
    """What a verdict calls a profile. A user's own profile is never the reference profile, whatever its id."""
    if origin == "built_in" and id == "reference":
        return str(_PROFILE["reference"])
    return str(_PROFILE["other"]).format(title=title)


def limits(status: str, origin: Origin) -> str:
    """What a result does not prove; `status` and `origin` as in `profile_status`."""
    return str(_SHARED["limits"]["text"]).format(profile=_PROFILE["limit"][origin][status])


def owner_text(owners: Iterable[str]) -> str:
    """Who can change it, the most likely one first, e.g. 單位承辦、廠商."""
    return "、".join(OWNER[owner] for owner in owners)


def owner_line(owners: Iterable[str]) -> str:
    """The same with its title: 由誰修改：單位承辦、廠商."""
    return f"{OWNER_TITLE}：{owner_text(owners)}"
