"""One cause, one entry: follow-on findings are counted under their root instead of standing beside it."""

from __future__ import annotations

import re
from bisect import bisect_left

from pyvalidator.engine.finding import Finding
from pyvalidator.engine.registry import rules, rules_by_fault_code
from pyvalidator.source import Document
from pyvalidator.source.pointers import found_at
from pyvalidator.table.table import Table
from pyvalidator.text.characters import without_unseen

#: Slips of the text that change the value in which they stand: what is then wrong with the value is their doing.
_CHANGES_VALUE = (
    "nan_number", "huge_number", "hex_number", "leading_zero", "bad_number", "bad_decimal_point", "missing_value",
    "bad_escape", "bad_unicode_escape", "lone_surrogate", "invalid_bytes", "raw_newline", "raw_tab",
    "control_character", "wrong_literal", "unclosed_string", "unescaped_quote",
)  # fmt: skip
#: From a value's first character up to such a slip in it; a quote that was not escaped shows right behind it.
_WITHIN_VALUE = re.compile(r'"(?:[^"\\]|\\.)*(?:\\|")?|[-+.\w]*')
#: What such a slip leaves in a text. No other text of the file has it but by the same slip, or properly escaped.
_LEFT_IN_TEXT = {
    "bad_escape": "\\", "bad_unicode_escape": "\ufffd", "lone_surrogate": "\ufffd", "invalid_bytes": "\ufffd",
    "unescaped_quote": '"',
}  # fmt: skip

#: What is wrong with a text, and does not by itself keep it from being read.
_ASIDE = (
    "utf8_bom", "utf16", "utf32", "big5_text", "gbk_text", "other_encoding", "odd_space", "comment", "fullwidth_sign",
)  # fmt: skip

_BRACKETS = ("unclosed_bracket", "missing_bracket", "wrong_bracket")

#: Container faults that only repeat the loss where they stand in a part of the text that could not be read.
_CONTAINER_FOLLOWS_SYNTAX = ("missing_field", "missing_container")


def fold(findings: list[Finding], document: Document, table: Table) -> list[Finding]:
    """The findings that stand by themselves; the others are counted in their root's `folded`.

    A finding is folded where a rule named in its rule's `folds_under` fires at the same record (outside the records: in
    the same file), where it only says that something is missing from a part of the text that could not be read, and
    where it is about a value that a slip of the text has changed.
    """
    findings = _fold_under_syntax(findings, document)
    findings = _fold_changed_values(findings, document, table)
    catalogue = rules()
    wanted = {root for finding in findings for root in catalogue[finding.rule].folds_under}
    if not wanted:
        return findings
    roots: dict[tuple[str, int | None], Finding] = {}
    for finding in findings:
        if finding.rule in wanted:
            roots.setdefault((finding.rule, finding.row), finding)
    kept = []
    for finding in findings:
        root = _root_of(finding, roots, set())
        if root is finding:
            kept.append(finding)
        else:
            root.fold(finding)
    return kept


def fold_missing_keys(findings: list[Finding]) -> list[Finding]:
    """The findings without those that a key is missing which stands there, with characters in it that do not show."""
    codes = rules_by_fault_code("container")
    missing, unknown = codes["missing_field"].id, codes["unknown_key"].id
    roots = {
        ((finding.pointer or "").rpartition("/")[0], finding.expected): finding for finding in findings
        if finding.rule == unknown and finding.expected
        and without_unseen(finding.params["key"]) == without_unseen(finding.expected)
    }  # fmt: skip
    if not roots:
        return findings
    kept = []
    for finding in findings:
        root = roots.get((finding.pointer or "", str(finding.params.get("key")))) if finding.rule == missing else None
        if root is None:
            kept.append(finding)
        else:
            root.fold(finding)
    return kept


def fold_unreadable(findings: list[Finding]) -> list[Finding]:
    """The one finding that says why nothing could be read; the others are counted in its `folded`."""
    known = rules_by_fault_code("syntax")
    aside = {known[code].id for code in _ASIDE}
    ordered = sorted(findings, key=lambda finding: finding.rule in aside)
    for finding in ordered[1:]:
        ordered[0].fold(finding)
    return ordered[:1]


def hide_changed_texts(document: Document, table: Table) -> None:
    """Hide from the rules those texts that a slip has changed: a name with a lost character is no second name."""
    left = {sign for code, sign in _LEFT_IN_TEXT.items() if document.fault_counts.get(code)}
    if not left:
        return
    for spec in table.profile.fields:
        changed = {
            key for key, value in table.own_column(spec).distinct.items()
            if isinstance(value, str) and any(sign in value for sign in left)
        }  # fmt: skip
        table.refuse(spec.name, changed)


def _root_of(finding: Finding, roots: dict[tuple[str, int | None], Finding], seen: set[int]) -> Finding:
    if id(finding) in seen:
        return finding
    seen.add(id(finding))
    for rule in rules()[finding.rule].folds_under:
        root = roots.get((rule, finding.row)) or roots.get((rule, None))
        if root is not None and root is not finding and (root.rows is None or finding.row in root.rows):
            return _root_of(root, roots, seen)
    return finding


def _fold_under_syntax(findings: list[Finding], document: Document) -> list[Finding]:
    root = next((finding for finding in findings if finding.offset is not None), None)
    if root is None or not (document.damaged or document.skipped):
        return findings
    containers = rules_by_fault_code("container")
    missing = {containers[code].id for code in _CONTAINER_FOLLOWS_SYNTAX if code in containers}
    unknown = containers["unknown_key"].id
    counted = {rule.id for rule in rules().values() if rule.whole_text}
    kept = []
    for finding in findings:
        lost = finding.rule in missing and (finding.pointer in document.damaged)
        if lost or finding.rule in counted or (finding.rule == unknown and _is_swallowed(finding.pointer, document)):
            root.fold(finding)
        else:
            kept.append(finding)
    return kept


def _is_swallowed(pointer: str | None, document: Document) -> bool:
    """Whether a container may have come into this object only because a bracket before it is missing."""
    return (
        pointer is not None
        and any(map(document.fault_counts.get, _BRACKETS))
        and isinstance(found_at(document.value, pointer), dict | list)
    )


def _fold_changed_values(findings: list[Finding], document: Document, table: Table) -> list[Finding]:
    slips = {known.id for code, known in rules_by_fault_code("syntax").items() if code in _CHANGES_VALUE}
    roots = {finding.offset: finding for finding in findings if finding.offset is not None and finding.rule in slips}
    if not roots:
        return findings
    offsets = sorted(roots)
    values = [(finding, pointer) for finding in findings if (pointer := _value_pointer(finding, table)) is not None]
    places = document.locate({(pointer, False) for _, pointer in values})
    folded: set[int] = set()
    for finding, pointer in values:
        start = places[pointer, False]
        index = bisect_left(offsets, start)
        if index < len(offsets) and _WITHIN_VALUE.fullmatch(document.text, start, offsets[index]):
            root = roots[offsets[index]]
            root.fold(finding)
            folded.add(id(finding))
    return [finding for finding in findings if id(finding) not in folded]


def _value_pointer(finding: Finding, table: Table) -> str | None:
    """The pointer of the one value that a finding is about; None for findings on more than one value of a record."""
    if finding.field is None or rules()[finding.rule].kind not in ("form", "value", "person"):
        return None
    return finding.pointer if finding.pointer is not None else table.pointer(finding.field, finding.row)
