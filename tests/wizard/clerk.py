"""A clerk at the wizard: answers what is asked, declares what is absent, corrects what is wrong, and checks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pyvalidator.input.files import Incoming
from pyvalidator.options import Options
from pyvalidator.pipeline import check
from pyvalidator.profile import Profile
from pyvalidator.wizard import Draft, draft_profile, propose
from pyvalidator.wizard.find_layout import NOTHING_SAID, Wanted
from pyvalidator.wizard.guess_fields import settle
from pyvalidator.wizard.readings import set_reading


@dataclass
class Knows:
    """What a clerk knows of a layout and the wizard may have to ask.

    Attributes:
        codes: code table of the leave kinds. fields: key → field, where the wizard proposes another one. readings: key
            → the form in which its values are written, where there are several. ignored, records: places that hold no
            leave, or hold it. constants: place → what all leaves there are.
    """

    codes: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str | None] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    records: tuple[str, ...] | None = None
    constants: dict[str, dict[str, Any]] = field(default_factory=dict)


def at_the_wizard(value: Any, name: str, knows: Knows) -> tuple[Profile, list[str]]:
    """The profile that comes of it, and what had to be corrected or answered; declaring what is absent does not count."""
    wanted = Wanted(records=knows.records, ignored=knows.ignored) if knows.ignored or knows.records else NOTHING_SAID
    draft = propose([value], wanted, names=[name])
    assert draft is not None, "no place of records was found"
    done = [f"places: {wanted}"] if wanted is not NOTHING_SAID else []
    done += _correct(draft, knows)
    if draft.suggested.ignored:
        raise AssertionError(f"asked about {draft.suggested.ignored}")
    draft.absent |= draft.suggested.absent
    draft.constants |= draft.suggested.constants
    for place, constants in [*draft.suggested.place_constants.items(), *knows.constants.items()]:
        done.append(f"{place} is {constants}")
        draft.place_constants[place] = {**draft.place_constants.get(place, {}), **constants}
    return draft_profile(draft), done


def _correct(draft: Draft, knows: Knows) -> list[str]:
    done = []
    for choice in draft.choices:
        key = choice.column.key
        if key in knows.fields and choice.field != knows.fields[key]:
            done.append(f"{key}: {choice.field} is {knows.fields[key]}")
            choice.field, choice.by_user = knows.fields[key], True
            settle(choice)
        if choice.readings:
            done.append(f"{key} is read as {knows.readings.get(key, choice.readings[0].name)}")
            set_reading(choice, knows.readings.get(key, choice.readings[0].name))
        if choice.field == "leave_type" and not all(choice.codes.values()):
            done.append("a code table")
            choice.codes |= {code: knows.codes[code] for code in choice.codes if code in knows.codes}
    return done


def checked(profile: Profile, text: str, name: str) -> dict[str, Any]:
    """The file in the report of a check."""
    options = Options(profile=profile, today=date(2021, 7, 10), mask=False)
    report = check([Incoming(name, text.encode())], options).as_dict()
    assert report["incidents"] == []
    [file] = report["files"]
    assert isinstance(file, dict)
    return file


def is_at(finding: dict[str, Any], place: str | None) -> bool:
    """Whether a finding is at or below a record's place, or on an object around it, such as the person's."""
    if place is None:
        return "inner" in finding["params"]
    pointer = finding["pointer"] or ""
    return f"{pointer}/".startswith(f"{place}/") or f"{place}/".startswith(pointer.rpartition("/")[0] + "/")
