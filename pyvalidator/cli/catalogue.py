"""`pyvalidator rules`, `explain` and `schema`: what is checked, and how."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from pyvalidator.cli.settings import find_profile
from pyvalidator.cli.streams import UsageError, write_result
from pyvalidator.engine.catalogue import explanation, find_rule, removal_text, rule_facts
from pyvalidator.engine.registry import rules
from pyvalidator.engine.removed import removed_rules
from pyvalidator.text.nearest import nearest
from pyvalidator.wording import RULE_STAGE, RULE_STATE, SEVERITY, owner_line, owner_text


def run(arguments: Namespace) -> int:
    """Print what was asked for. Raises UsageError for an unknown rule or profile."""
    write_result({"rules": _rules, "explain": _explain, "schema": _schema}[arguments.command](arguments).encode(), None)
    return 0


def as_json(value: Any) -> str:
    """JSON for people and tools: indented, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _rules(arguments: Namespace) -> str:
    facts = rule_facts()
    if arguments.format == "json":
        return as_json(facts)
    lines = []
    for stage, (title, _) in RULE_STAGE.items():
        own = [rule for rule in facts if rule["stage"] == stage]
        lines.append(f"{title}（{len(own)} 條）")
        lines += [
            f"  {rule['id']}  {SEVERITY[rule['severity']]}　{rule['title']}{RULE_STATE[rule['state']]}"
            f"（{owner_text(rule['owner'])}）"
            for rule in own
        ]
    return "\n".join(lines) + "\n"


def _explain(arguments: Namespace) -> str:
    rule = find_rule(arguments.rule)
    removed = removed_rules().get(arguments.rule.strip().upper())
    if removed is not None:
        return removal_text(removed) + "\n"
    if rule is None:
        guess = nearest(arguments.rule.upper(), list(rules()))
        hint = f"您要找的是 {guess} 嗎？" if guess else ""
        raise UsageError(f"沒有規則「{arguments.rule}」。{hint}輸入 pyvalidator rules 看所有規則。")
    head = f"{rule.id} {rule.title}（{SEVERITY[rule.severity]}）\n{owner_line(rule.owner)}"
    return f"{head}\n\n{explanation(rule)}\n"


def _schema(arguments: Namespace) -> str:
    from pyvalidator.profile.model import published_schema

    return as_json(published_schema(find_profile(arguments.profile)))
