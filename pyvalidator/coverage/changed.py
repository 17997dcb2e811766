"""A layout that has changed: an essential field's key is gone from every record."""

from __future__ import annotations

from itertools import chain
from typing import Any

from pyvalidator.engine.finding import Finding
from pyvalidator.form.found import found
from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.profile.fit import fitter
from pyvalidator.profile.needed import AMOUNT_FIELDS, ESSENTIAL, IDENTITY
from pyvalidator.source.pointers import Missing, escape
from pyvalidator.table.table import Table
from pyvalidator.text.nearest import nearest

#: Of fewer records one key by itself may be a slip, which its own finding explains better.
_MANY = 5
#: Records that are looked at for new keys, and values for what a new key holds.
_LOOKED_AT, _VALUES = 200, 5
_NAMED = 8


def layout_changed(profile: Profile, table: Table) -> Finding | None:
    """The finding that a file's layout is not the profile's any more; None where every essential key is still there."""
    records = len(table) - len(table.records.broken)
    if not records:
        return None
    gone = [spec for spec in map(profile.spec_of, _lost(profile, table)) if spec is not None]
    if not gone:
        return None
    new = _new_keys(profile, table)
    if records < _MANY and not (new and len(gone) + len(_lost_beside(profile, table, gone)) > 1):
        return None
    pairs = _pairs(profile, table, gone, new)
    return found(
        "layout_changed", pointer="", profile_title=profile.title,
        gone="、".join(f"{spec.title}（{spec.shown_key}）" for spec in gone), new=_told(new, pairs),
        keys=[spec.key for spec in gone], new_keys=new[:_NAMED],
    )  # fmt: skip


def _lost(profile: Profile, table: Table) -> list[str]:
    """The essential fields whose keys no record has: of persons and of amounts all that the profile has."""
    groups = [IDENTITY, AMOUNT_FIELDS, *((name,) for name in ESSENTIAL if name not in IDENTITY)]
    timed = all(_is_there(profile, table, name) for name in ("start_time", "end_time"))
    lost: list[str] = []
    for group in groups:
        own = [name for name in group if profile.spec_of(name) is not None]
        if own and not any(_is_there(profile, table, name) for name in own) and not (group == AMOUNT_FIELDS and timed):
            lost += own
    return sorted(lost, key=lambda name: [spec.name for spec in profile.fields].index(name))


def _lost_beside(profile: Profile, table: Table, gone: list[FieldSpec]) -> list[FieldSpec]:
    """The other required fields of the records whose keys are gone."""
    return [
        spec for spec in profile.level("record")
        if spec.required and spec not in gone and not _is_there(profile, table, spec.name)
    ]  # fmt: skip


def _is_there(profile: Profile, table: Table, name: str) -> bool:
    """Whether any record has the field, or what stands for a missing value."""
    spec = profile.spec_of(name)
    return spec is not None and (spec.default is not None or table.own_column(spec).types != {Missing})


def _new_keys(profile: Profile, table: Table) -> list[str]:
    """The keys of records, and of what is around them, that the profile does not know."""
    new: dict[str, None] = {}
    for level in profile.layout.chain[1:]:
        known = {key for spec in profile.level(level) for key in (spec.key, *spec.keys, *spec.more_keys)} | {
            key for place in profile.places for key in place.keys.values()
        }
        ways = [place for at in profile.layout.chain for place in profile.layout.objects(at)]
        items = table.objects_at(level).items[:_LOOKED_AT]
        for key in dict.fromkeys(chain.from_iterable(items)):
            on_the_way = any(f"/*/{escape(key)}/" in f"{way}/" for way in ways)
            if key not in known and not on_the_way:
                new[key] = None
    return list(new)


def _pairs(profile: Profile, table: Table, gone: list[FieldSpec], new: list[str]) -> dict[str, FieldSpec]:
    """New key → the gone field that it probably is: of a near name, or the only one that holds what the field takes."""
    pairs: dict[str, FieldSpec] = {}
    for spec in gone:
        fits = fitter(profile, spec)
        free = [key for key in new if key not in pairs]
        holding = [key for key in free if (values := _values(table, key)) and all(map(fits, values))]
        near = nearest(spec.key, free)
        likely = near if near in holding or (near and not holding) else holding[0] if len(holding) == 1 else None
        if likely is not None and spec.type not in ("text", "any"):
            pairs[likely] = spec
    return pairs


def _values(table: Table, key: str) -> list[Any]:
    levels = table.profile.layout.chain[1:]
    found = (item.get(key) for level in levels for item in table.objects_at(level).items[:_LOOKED_AT])
    return [value for value in found if value is not None][:_VALUES]


def _told(new: list[str], pairs: dict[str, FieldSpec]) -> str:
    if not new:
        return "，也沒有新的鍵"
    named = [f"「{key}」" + (f"（可能是{pairs[key].title}）" if key in pairs else "") for key in new[:_NAMED]]
    return f"；新出現的鍵是{'、'.join(named)}" + ("等" if len(new) > _NAMED else "")
