"""What the catalogue says about its rules, for the command line and the page."""

from __future__ import annotations

from typing import Any

from pyvalidator.registry import rules
from pyvalidator.rule import Rule


def rule_facts() -> list[dict[str, Any]]:
    """Every rule: id, title, severity, stage, the canonical fields it reads, and since which version."""
    return [
        {"id": rule.id, "title": rule.title, "severity": rule.severity, "stage": rule.stage,
         "fields": list(rule.reads), "since": rule.since}
        for rule in rules().values()
    ]  # fmt: skip


def find_rule(name: str) -> Rule | None:
    """The rule of this id, in capitals or not."""
    return rules().get(name.strip().upper())


def sections(rule: Rule) -> list[dict[str, str]]:
    """The rule's documentation: what is wrong (without a title), then titled sections, then its sources."""
    found = []
    for number, part in enumerate(f"\n{rule.doc}".split("\n## ")):
        title, _, text = part.partition("\n") if number else ("", "", part)
        found.append({"title": title.strip(), "text": text.strip()})
    if rule.sources:
        found.append({"title": "依據", "text": "\n".join(f"- {source}" for source in rule.sources)})
    return found


def explanation(rule: Rule) -> str:
    """The documentation as plain text."""
    return "\n\n".join("\n".join(filter(None, (part["title"], part["text"]))) for part in sections(rule))
