"""Findings become entries: sentences from the rules' templates, places from the text, identity numbers masked."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from pyvalidator.domain.roc import day_text
from pyvalidator.engine.finding import Finding
from pyvalidator.engine.registry import rules
from pyvalidator.form.stage import describe
from pyvalidator.privacy.masking import Masker
from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.profile.fit import may_stand
from pyvalidator.profile.layout import RECORD
from pyvalidator.report.file_masker import FileMasker
from pyvalidator.report.model import BatchEntry, Entry, Person, Severity
from pyvalidator.report.record_text import record_text
from pyvalidator.rule import Rule
from pyvalidator.source import Document
from pyvalidator.source.pointers import found_at, tokens_of
from pyvalidator.table.table import Table

#: Longest text shown as a value, in code points (contract of the report).
VALUE_LENGTH = 200
#: What is said of a fault that every record has, and what to do, whatever the fault.
_OF_ALL = "全部 {count} {unit}都是同樣的情形，以第一{unit}為例：{one}"
_FIX_OF_ALL = "多半是產製程式或設定一律如此，不必逐筆更正：請廠商更正後重新產製。"
#: Values a schema allows that are named, at most.
_CHOICES = 12


def severity_of(rule: Rule, profile: Profile) -> Severity:
    """The rule's severity in this profile."""
    override = profile.severity.get(rule.id)
    return rule.severity if override is None or override == "off" else override


def _fix(rule: Rule, profile: Profile) -> str:
    """What to do: about what a layout has not seen yet, the profile is what has to be asked first."""
    as_question = rule.severity == "error" and severity_of(rule, profile) == "warning"
    return rule.fix_if_new if as_question and rule.fix_if_new else rule.fix


def capped(findings: list[Finding], limit: int) -> tuple[list[Finding], dict[str, int]]:
    """The first `limit` findings of each rule in file order (0 = all), and the true count of each rule that was cut."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    kept: list[Finding] = []
    truncated: dict[str, int] = {}
    for rule, own in sorted(by_rule.items()):
        if limit and len(own) > limit:
            truncated[rule] = len(own)
            own = sorted(own, key=_file_order)[:limit]
        kept += own
    return kept, truncated


def findings_of_rule(findings: list[Finding], rule: str) -> list[Finding]:
    """All findings of one rule in the order in which `capped` keeps them."""
    return sorted((finding for finding in findings if finding.rule == rule), key=_file_order)


def _file_order(finding: Finding) -> tuple[int, int]:
    return (-1 if finding.row is None else finding.row, finding.offset or 0)


@dataclass
class EntryMaker:
    """Makes the entries of one file.

    Args:
        table: None where no JSON value could be had.
    """

    profile: Profile
    document: Document
    table: Table | None
    masker: FileMasker

    def make(self, findings: list[Finding]) -> list[Entry]:
        """The entries of `findings`, in the order of line, column, rule."""
        pointers = list(map(self._pointer, findings))
        offsets = [finding.offset for finding in findings if finding.offset is not None]
        targets = [
            (pointer, self._at_key(finding)) for finding, pointer in zip(findings, pointers, strict=True)
            if finding.offset is None
        ]  # fmt: skip
        # Neither is asked for nothing: a proper file is not decoded for it.
        by_offset = self.document.places(offsets) if offsets else {}
        by_target = self.document.places_of(set(targets)) if targets else {}
        entries = [
            self._entry(
                finding, pointer,
                by_target[pointer, self._at_key(finding)] if finding.offset is None else by_offset[finding.offset],
            )
            for finding, pointer in zip(findings, pointers, strict=True)
        ]  # fmt: skip
        return sorted(entries, key=lambda entry: (entry.line, entry.column, entry.rule))

    def _at_key(self, finding: Finding) -> bool:
        """Whether a finding is placed at a member's key: also where the key itself is the value."""
        spec = self.profile.by_name.get(finding.field or "")
        return finding.at_key or (spec is not None and spec.key == "*")

    def _pointer(self, finding: Finding) -> str:
        if finding.pointer is not None:
            return finding.pointer
        if self.table is not None and finding.field is not None:
            return self.table.pointer_or_holder(finding.field, finding.row)
        if self.table is not None and finding.row is not None:
            return self.table.records.pointer(finding.row)
        return ""

    def _entry(self, finding: Finding, pointer: str, place: tuple[int, int]) -> Entry:
        if finding.first is not None:
            return self._entry_of_all(finding, finding.first, pointer, place)
        spec = self.profile.by_name.get(finding.field or "")
        rule, raw = rules()[finding.rule], self._value(finding, pointer, spec)
        mask = self.masker.at(pointer, raw)
        found = _scalar(raw)
        # Masked before it is cut: a number of which only the end is missing would not be known as one.
        value = _cut(mask.value(found))
        said = {name: mask.param(name, item) for name, item in self._said(finding).items()}
        key = mask.key(self._key(finding, spec)) if spec else said.get("key")
        right = self._right(finding, spec, pointer, found)
        wanted = finding.expected
        if wanted is None:
            wanted = _literal(right, found) or self._wanted(rule, spec)
        expected = (_listed(mask.value(finding.choices)) if finding.choices else mask.text(wanted)) or None
        label = spec.title if spec else key
        named = label if key is None else key
        words = Words({"label": label, "key": named, "value": value, "expected": expected or "", **said})
        return Entry(
            rule=finding.rule,
            severity=severity_of(rule, self.profile),
            title=rule.title,
            message=self.masker.text(rule.message.format_map(words)),
            fix=self.masker.text(_fix(rule, self.profile).format_map(words)),
            pointer=self._shown(pointer)[0],
            line=place[0],
            column=place[1],
            field=key,
            value=value,
            expected=expected,
            expected_value=right,
            person=self._person(finding.row),
            record=self._record(finding.row, spec),
            owner=list(rule.owner),
            day=self._day(finding.row),
            params={name: _plain(item) for name, item in self._placed(said, pointer).items()},
            folded=dict(sorted(finding.folded.items())),
        )

    def _entry_of_all(self, finding: Finding, first: Finding, pointer: str, place: tuple[int, int]) -> Entry:
        """The entry of a fault that every record has, with the first of them as an example."""
        example = self._entry(first, self._pointer(first), place)
        right = example.expected
        one = example.message if not right or right in example.message else f"{example.message}應為：{right}"
        said = {name: finding.params[name] for name in ("count", "unit")}
        told = {"first": example.pointer, "example": example.value, "example_expected": right}
        return replace(
            example, message=_OF_ALL.format(one=one, **said), fix=_FIX_OF_ALL,
            pointer=self._shown(pointer)[0],
            value=None, expected=None, expected_value=None, person=None, day=None, record=None,
            owner=["vendor"], folded=dict(sorted(finding.folded.items())),
            params={
                **self._placed(example.params, pointer), **said, **told,
                "example_expected_value": example.expected_value,
            },
        )  # fmt: skip

    def _placed(self, params: dict[str, Any], pointer: str) -> dict[str, Any]:
        """The parameters, with the pointers inside a text that holds JSON taken apart."""
        inner = self._shown(pointer)[1]
        if inner is None:
            return params
        first = params.get("first")
        if isinstance(first, str) and (other := self._shown(first))[1] is not None:
            params = {**params, "first": other[0], "first_inner": other[1]}
        return {**params, "inner": inner}

    def _shown(self, pointer: str) -> tuple[str, str | None]:
        """A pointer in the file as written, and the one inside the text there that it leads into, if it does."""
        place, inner = self.document.inner_place(pointer)
        if inner is None:
            return self.masker.pointer(pointer), None
        tokens = self.masker.pointer(pointer).split("/")
        outside = place.count("/") + 1
        return "/".join(tokens[:outside]), "".join(f"/{token}" for token in tokens[outside:])

    def _key(self, finding: Finding, spec: FieldSpec) -> str | None:
        """The field's key in the file; None where its value has none."""
        if spec.more_keys and isinstance(finding.params.get("key"), str):
            return str(finding.params["key"])
        key = spec.key
        if self.table is not None and finding.row is not None and spec.level == RECORD and spec.key:
            key = self.table.key_at(spec, finding.row)
        return None if key in ("", "*") else key

    def _right(self, finding: Finding, spec: FieldSpec | None, pointer: str, found: Any) -> Any:
        """The value that a rule proposes, where it could be written there as it is; a masked one could not."""
        right = finding.expected_value
        if right is None or spec is None or spec.more_keys:
            return None
        if self.masker.is_person_id(pointer) or self.masker.text(right) != right:
            return None
        return right if may_stand(self.profile, spec, found, right) else None

    def _wanted(self, rule: Rule, spec: FieldSpec | None) -> str | None:
        """What a value that does not have its form should be, in words."""
        return describe(self.profile, spec) if rule.kind == "form" and spec is not None else None

    def _said(self, finding: Finding) -> dict[str, Any]:
        """The parameters; what a syntax fault quotes out of an ID field is hidden like the field's value."""
        if finding.offset is None or not finding.params:
            return finding.params
        return self.masker.quoted(finding.params, self.document.text, finding.offset)

    def _value(self, finding: Finding, pointer: str, spec: FieldSpec | None) -> Any:
        if self.table is None or (finding.offset is not None and not pointer):
            return None
        if spec is not None and spec.key == "*":
            above, _, key = pointer.rpartition("/")
            return tokens_of(f"/{key}")[0] if isinstance(found_at(self.document.value, above), dict) else None
        if spec is not None and spec.more_keys and finding.row is not None and self.table.has(spec.name):
            return self.table.raw(spec.name)[finding.row]
        return found_at(self.document.value, pointer)

    def _person(self, row: int | None) -> Person | None:
        if row is None or self.table is None:
            return None
        # A number of the house is no identity number.
        mask_id = self.masker.id if self._identity == "person_id" else self.masker.text
        person_id, name = mask_id(_scalar(self._ids[row])), self.masker.text(_scalar(self._names[row]))
        return Person(id=_cut(person_id), name=_cut(name), index=row, first=self.first_row(row))

    def _record(self, row: int | None, spec: FieldSpec | None) -> str | None:
        """The record in one line; what is wrong with a person is about no single one."""
        if row is None or self.table is None or (spec is not None and spec.level == "person"):
            return None
        text: str | None = self.masker.text(record_text(self.table, row))
        return text

    def first_row(self, row: int) -> int:
        """The first record of the same person: told here, because masked IDs may read alike."""
        if _is_id(self._ids[row]):
            assert self.table is not None, "only findings about a record name a person"
            return self._first_of_id[self.table.column(self._identity).keys[row]]
        return self._first_of_name[str(self._names[row])]

    @cached_property
    def _identity(self) -> str:
        """The field by which a person is told."""
        return self.profile.identity or "person_id"

    @cached_property
    def _ids(self) -> list[Any]:
        return self._written(self._identity)

    @cached_property
    def _names(self) -> list[Any]:
        return self._written("person_name")

    def _written(self, name: str) -> list[Any]:
        """A field as written, one value per record; nothing but None where the profile does not have it."""
        assert self.table is not None, "only findings about a record name a person"
        return self.table.raw(name) if self.table.has(name) else [None] * len(self.table)

    @cached_property
    def _first_of_id(self) -> dict[Hashable, int]:
        assert self.table is not None
        keys = self.table.column(self._identity).keys
        # From the end, so that the first one stays.
        return dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))

    @cached_property
    def _first_of_name(self) -> dict[str, int]:
        """For the records without an ID."""
        first: dict[str, int] = {}
        for row, (person_id, name) in enumerate(zip(self._ids, self._names, strict=True)):
            if not _is_id(person_id):
                first.setdefault(str(name), row)
        return first

    def _day(self, row: int | None) -> str | None:
        if row is None or self.table is None or not self.table.has("start_date"):
            return None
        day = self.table.values("start_date")[row]
        return None if day is None else day.isoformat()


def batch_entries(findings: list[Finding], profile: Profile, masker: Masker) -> list[BatchEntry]:
    """The entries of batch findings, in the order of rule and files."""
    entries = []
    for finding in findings:
        rule = rules()[finding.rule]
        files = [masker.text(name) for name in finding.files]
        spec = profile.by_name.get(finding.field or "")
        said = {name: masker.param(name, item) for name, item in finding.params.items()}
        expected = masker.text(finding.expected)
        label, key = (spec.title, spec.key) if spec else ("", "")
        words = Words({"label": label, "key": key, "value": "", "expected": expected or "", "files": files, **said})
        entries.append(
            BatchEntry(
                rule=finding.rule, severity=severity_of(rule, profile), title=rule.title,
                message=masker.text(rule.message.format_map(words)), fix=masker.text(rule.fix.format_map(words)),
                pointer=None, line=None, column=None, field=spec.key if spec else None, value=None,
                expected=expected, person=None, owner=list(rule.owner),
                params={name: _plain(item) for name, item in said.items()}, files=files,
            )
        )  # fmt: skip
    return sorted(entries, key=lambda entry: (entry.rule, entry.files, entry.message))


class Words(dict[str, Any]):
    """What a template may name. An unknown name is our bug and shows as itself instead of ending the report."""

    def __getitem__(self, name: str) -> str:
        return shown(super().__getitem__(name)) if name in self else "{" + name + "}"


def shown(value: Any) -> str:
    """A value inside a sentence: JSON's words for true, false and null, whole numbers without `.0`, dates as ROC."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, list | tuple):
        return "、".join(shown(item) for item in value)
    return str(value)


def _plain(value: Any) -> Any:
    """A parameter as JSON: dates in ISO form, tuples as arrays, long texts cut."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return _cut(value)


def _listed(choices: list[Any]) -> str:
    """Values as a schema writes them, the first of them."""
    import json

    named = [item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in choices[:_CHOICES]]
    return "、".join(named) + ("…等" if len(choices) > _CHOICES else "")


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _literal(right: Any, found: Any) -> str | None:
    """A proposed value as text: as JSON writes it where the value in its place is of another type."""
    if right is None or (isinstance(right, str) and isinstance(found, str)):
        return right
    return json.dumps(right, ensure_ascii=False)


def _scalar(value: Any) -> Any:
    """A value as written; None where it is missing or settled by the layout, an object or an array."""
    return value if value is None or isinstance(value, str | int | float) else None


def _cut(value: Any) -> Any:
    if isinstance(value, str) and len(value) > VALUE_LENGTH:
        return value[:VALUE_LENGTH] + "…"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**300:
        # Beyond what JSON readers keep, and beyond what Python turns into digits without a limit.
        return "極大的整數"
    return value
