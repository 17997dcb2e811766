"""What a usable profile probably does not mean: questions for its author, each with its line. Not faults."""

from __future__ import annotations

from collections.abc import Iterator

from pyvalidator.domain.leave_kinds import leave_kinds, proposed_leave
from pyvalidator.profile.load import built_in_profiles, lines_of
from pyvalidator.profile.needed import essential_gaps, wanted_gaps
from pyvalidator.profile.spec import CANONICAL, Profile
from pyvalidator.text.nearest import nearest
from pyvalidator.text.states import NOT_VALID, VALID

#: The fields that a wizard asks for one by one.
WANTED = ("agency_code", "period", "person_id", "person_name", "leave_type", "start_date", "start_time", "end_date",
          "end_time", "days", "hours")  # fmt: skip


def canonical_names() -> dict[str, set[str]]:
    """Coded field → the canonical names that the rules know."""
    found: dict[str, set[str]] = {"leave_type": set(leave_kinds()), "leave_state": {VALID, NOT_VALID}}
    for profile in built_in_profiles().values():
        for spec in profile.fields:
            found.setdefault(spec.name, set()).update(profile.codes(spec).values())
    return {name: names for name, names in found.items() if names}


def advise(profile: Profile, text: str, names: dict[str, set[str]]) -> list[str]:
    """Questions about a profile that can be used.

    Args:
        text: the file that `profile` was loaded from.
        names: table → the canonical names that the rules know.
    """
    lines = lines_of(text)
    return [
        (f"第 {lines[path]} 列：" if path in lines else "") + sentence
        for path, sentence in [*_fields(profile), *_tables(profile, names)]
    ]


def _fields(profile: Profile) -> Iterator[tuple[str, str]]:
    essential = essential_gaps(profile.has_everywhere)
    missing = [*essential, *wanted_gaps(profile.has_everywhere, [*essential, *profile.absent])]
    for index, spec in enumerate(profile.fields):
        # A name with a colon is the wizard's own for a key that no rule reads.
        if spec.name not in CANONICAL and ":" not in spec.name:
            near = nearest(spec.name, missing)
            hint = f"您要寫的是「{near}」嗎？" if near else ""
            yield f"fields.{index}.name", f"「{spec.name}」不是檢核欄位，只會檢查寫法。{hint}"
    if missing:
        yield "", f"沒有對應下列檢核欄位，只會檢核一部分：{'、'.join(missing)}。"


def _tables(profile: Profile, names: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    for spec in profile.fields:
        known = names.get(spec.name)
        for code, name in profile.codes(spec).items() if known else ():
            if name not in (known or ()):
                near = _meant(spec.name, name, sorted(known or ()))
                hint = f"請改為「{near}」" if near else "請改用規則認得的名稱（見 reference 版型的代碼表）"
                yield f"tables.{spec.table}.{code}", f"代碼「{code}」的意思「{name}」沒有規則認得，{hint}。"


def _meant(field: str, name: str, known: list[str]) -> str | None:
    # Leave kinds are terms of law: of them nothing is proposed for being alike.
    return proposed_leave(name, {each: each for each in known}) if field == "leave_type" else nearest(name, known)
