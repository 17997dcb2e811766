"""One cause, one entry: follow-on findings are counted under their root instead of standing beside it."""

from __future__ import annotations

from pyvalidator.finding import Finding
from pyvalidator.registry import detectors, rules
from pyvalidator.source import Document

#: Structure faults that only repeat the loss where they stand in a part of the text that could not be read.
_STRUCTURE_FOLLOWS_SYNTAX = ("missing_field", "missing_container")


def fold(findings: list[Finding], document: Document) -> list[Finding]:
    """The findings that stand by themselves; the others are counted in their root's `folded`.

    A finding is folded where a rule named in its rule's `follows` fires at the same record (outside the records: in
    the same file), and where it only says that something is missing from a part of the text that could not be read.
    """
    findings = _fold_under_syntax(findings, document)
    catalogue = rules()
    wanted = {root for finding in findings for root in catalogue[finding.rule].follows}
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
            root.folded[finding.rule] = root.folded.get(finding.rule, 0) + 1
    return kept


def _root_of(finding: Finding, roots: dict[tuple[str, int | None], Finding], seen: set[int]) -> Finding:
    if id(finding) in seen:
        return finding
    seen.add(id(finding))
    for rule in rules()[finding.rule].follows:
        root = roots.get((rule, finding.row)) or roots.get((rule, None))
        if root is not None and root is not finding:
            return _root_of(root, roots, seen)
    return finding


def _fold_under_syntax(findings: list[Finding], document: Document) -> list[Finding]:
    root = next((finding for finding in findings if finding.offset is not None), None)
    if root is None or not (document.damaged or document.skipped):
        return findings
    structure = detectors("structure")
    missing = {structure[code].id for code in _STRUCTURE_FOLLOWS_SYNTAX if code in structure}
    counted = {rule.id for rule in rules().values() if rule.whole_text}
    kept = []
    for finding in findings:
        lost = finding.rule in missing and (finding.pointer in document.damaged)
        if lost or finding.rule in counted:
            root.folded[finding.rule] = root.folded.get(finding.rule, 0) + 1
        else:
            kept.append(finding)
    return kept
