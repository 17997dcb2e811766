"""How much of a file was looked at, and a finding for each part of it that was not."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial
from itertools import compress
from operator import not_
from typing import Any

from pyvalidator.coverage.elsewhere import OPENERS, Hit, elsewhere, is_outside, may_hold_json, may_hold_leaves
from pyvalidator.coverage.fields import gaps_of, title_of
from pyvalidator.coverage.telling import Telling
from pyvalidator.engine.finding import Finding
from pyvalidator.engine.registry import rules
from pyvalidator.form.found import found
from pyvalidator.profile import Profile
from pyvalidator.profile.needed import GIVABLE
from pyvalidator.profile.tree import Node, layout_tree
from pyvalidator.source.pointers import MISSING, tokens_of
from pyvalidator.table.table import Table

#: What is wrong with these places is told by what stands there, or by nothing else.
_OF_PLACES = ("container", "form")


@dataclass
class Coverage:
    """What of a file nobody looked at.

    Attributes:
        unmapped: canonical fields without a place.
        elsewhere: what looks like leave outside the places of the layout.
        findings: one for each.
    """

    unmapped: list[str] = field(default_factory=list)
    elsewhere: list[Hit] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not (self.unmapped or self.elsewhere)


def look_at_coverage(profile: Profile, value: Any, table: Table, given: Collection[str]) -> Coverage:
    """How much of a file its profile lets the rules look at.

    Args:
        value: the parsed document that `table` was built from.
        given: header fields that were given beside the file.
    """
    essential, wanted = gaps_of(profile, given)
    findings = [found("no_place_essential", pointer="", name=name, what=title_of(name)) for name in essential]
    findings += [
        found("no_place_wanted", pointer="", name=name, what=title_of(name), how=_how(name)) for name in wanted
    ]
    closed = profile.layout.records if _all_placed(profile, table) else ()
    hits = elsewhere(value, layout_tree(profile), Telling(profile, partial(_persons, profile, table)), closed)
    findings += [_told(hit) for hit in hits]
    return Coverage([*essential, *wanted], hits, findings)


def fold_under(coverage: Coverage, findings: list[Finding], table: Table) -> list[Finding]:
    """The findings that stand by themselves; those about a place that nobody looked at are counted under its own."""
    tree = layout_tree(table.profile)
    roots = [
        (re.compile(_around(one.params["place"], tree)).fullmatch, one)
        for one in coverage.findings if "place" in one.params
    ]  # fmt: skip
    if not roots:
        return findings
    catalogue, kept = rules(), []
    for finding in findings:
        pointer = finding.pointer if finding.pointer or finding.field is None else _pointer(finding, table)
        ours = catalogue[finding.rule].kind in _OF_PLACES and pointer
        root = next((root for is_there, root in roots if ours and is_there(pointer or "")), None)
        if root is None:
            kept.append(finding)
        else:
            root.fold(finding)
    return kept


def _told(hit: Hit) -> Finding:
    # The list of them, as far as it has one place.
    pointer = hit.pointer.rpartition("/")[0] if hit.pattern.endswith("/*") else hit.pointer
    finding = found(
        "data_elsewhere", pointer=pointer if hit.text is None else hit.text, place=hit.pattern, count=hit.count,
        ignore=_to_ignore(hit.pattern),
    )  # fmt: skip
    if hit.text is not None:
        finding.params["inner"] = pointer.removeprefix(hit.text)
    return finding


def _to_ignore(pattern: str) -> str:
    """The place as it would stand in `ignored`."""
    return pattern.removesuffix("/*") or pattern


def _how(name: str) -> str:
    """What can be done beside the profile where only one file lacks a header field."""
    return f"；只有這一個檔案沒有的，也可以另外填寫（命令列用 --set {name}=值）" if name in GIVABLE else ""


def _pointer(finding: Finding, table: Table) -> str:
    return table.pointer(finding.field or "", finding.row)


def _around(pattern: str, tree: Node) -> str:
    """A regular expression of the pointers of a pattern's places, of those in them, and of those around them that are
    outside the layout too."""
    tokens = pattern.split("/")[1:]
    node: Node | None = tree
    known = 0
    for token, key in zip(tokens, tokens_of(pattern), strict=True):
        node = node and (node.element if token == "*" else node.members.get(key))
        if node is None or is_outside(node):
            break
        known += 1
    expression = "(?:/.*)?"
    for index, token in reversed([*enumerate(tokens)]):
        one = f"/{'[^/]+' if token == '*' else re.escape(token)}{expression}"
        expression = f"(?:{one})?" if index > known else one
    return expression


def _persons(profile: Profile, table: Table) -> list[str]:
    """What identifies the persons of the records, as written."""
    name = profile.identity
    if name is None or not table.has(name):
        return []
    values = table.column(name).distinct.values()
    return [str(value) for value in values if isinstance(value, str | int) and not isinstance(value, bool)]


def _all_placed(profile: Profile, table: Table) -> bool:
    """Whether the columns, and the values under the few keys that have none, show that the records hold nothing but
    single values: a large file is then not gone through once more."""
    if profile.places or table.walk.odd_rows or table.walk.odd_columns or table.no_leave:
        return False
    specs = profile.level("record")
    if any(spec.inside or spec.more_keys or spec.key == "*" for spec in specs):
        return False
    columns = {spec.key: table.own_column(spec) for spec in specs}
    lacking = sum(column.values.count(MISSING) for column in columns.values() if column.lacks)
    held = len(columns) * len(table) - lacking
    objects = table.objects_at("record")
    if objects.broken:
        return False
    # Values are counted, and tell of the keys only where none was filled in; some keys hold a sign that there is none.
    counted = all(spec.default is None for spec in specs) and held == sum(map(len, objects.items))
    if not counted:
        known = set(columns)
        others = compress(objects.items, map(not_, map(known.issuperset, objects.items)))
        if any(map(may_hold_leaves, (item[key] for item in others for key in item.keys() - known))):
            return False
    return not any(
        column.types & {list, dict}
        or any(type(one) is str and one[:1] in OPENERS and may_hold_json(one) for one in column.distinct.values())
        for column in columns.values()
    )
