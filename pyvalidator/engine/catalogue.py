"""What the catalogue says about its rules, for the command line and the page."""

from __future__ import annotations

from typing import Any

from pyvalidator.domain.leave_law import figures_text
from pyvalidator.engine.registry import rules
from pyvalidator.engine.removed import RemovedRule
from pyvalidator.rule import Rule


def rule_facts() -> list[dict[str, Any]]:
    """Every rule: id, title, severity, stage, the canonical fields it reads, who can change it, since which
    version, its state."""
    return [
        {"id": rule.id, "title": rule.title, "severity": rule.severity, "stage": rule.stage,
         "fields": list(rule.reads), "owner": list(rule.owner), "since": rule.since, "state": rule.state}
        for rule in rules().values()
    ]  # fmt: skip


def find_rule(name: str) -> Rule | None:
    """The rule of this id, in capitals or not."""
    return rules().get(name.strip().upper())


def deprecation_text(rule: Rule) -> str:
    """What whoever looks at a deprecated rule is told; "" for an active one."""
    given = rule.deprecated
    return "" if given is None else f"這條規則自 {given.since} 版起預定停用。{given.reason}{_instead(given.instead)}"


def removal_text(removed: RemovedRule) -> str:
    """What became of a rule that is no more."""
    became = f"規則 {removed.id}（{removed.title}）自 {removed.removed} 版起停用。"
    return f"{became}{removed.reason}{_instead(removed.instead)}"


def _instead(ids: tuple[str, ...]) -> str:
    return f"請改看 {'、'.join(ids)}。" if ids else ""


def sections(rule: Rule) -> list[dict[str, str]]:
    """The rule's documentation: what is wrong (without a title), then titled sections, then its sources with the
    figures of the law that it judges by."""
    found = []
    for number, part in enumerate(f"\n{rule.documentation}".split("\n## ")):
        title, _, text = part.partition("\n") if number else ("", "", part)
        found.append({"title": title.strip(), "text": text.strip()})
    told = [*rule.sources, *(line for name in rule.law for line in figures_text(name))]
    if told:
        found.append({"title": "依據", "text": "\n".join(f"- {line}" for line in told)})
    return found


def explanation(rule: Rule) -> str:
    """The documentation as plain text."""
    told = ["\n".join(filter(None, (part["title"], part["text"]))) for part in sections(rule)]
    return "\n\n".join(filter(None, [deprecation_text(rule), *told]))
