"""Finds the rules: every module below `pyvalidator.rules`, no list to edit."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import get_args

import pyvalidator.rules
from pyvalidator.rule import Owner, Rule


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id, in the order of the ids."""
    found: dict[str, Rule] = {}
    for module in _modules():
        rule = _complete(module)
        if rule.id in found:
            raise ValueError(f"rule id {rule.id} is used by {found[rule.id].module} and {rule.module}")
        found[rule.id] = rule
    return dict(sorted(found.items()))


@cache
def rules_of(kind: str) -> tuple[Rule, ...]:
    """The rules of one kind; form rules in the order in which they are tried."""
    chosen = [rule for rule in rules().values() if rule.kind == kind]
    return tuple(sorted(chosen, key=lambda rule: rule.order) if kind == "form" else chosen)


@cache
def rules_by_fault_code(kind: str) -> dict[str, Rule]:
    """Fault code → rule, for `syntax`, `container` and `schema` rules."""
    return {rule.fault_code: rule for rule in rules_of(kind)}


def _modules() -> list[ModuleType]:
    root = pyvalidator.rules
    names = []
    for stage in pkgutil.iter_modules(root.__path__):
        if stage.name.startswith("_"):
            continue  # what rules share is no stage
        package = importlib.import_module(f"{root.__name__}.{stage.name}")
        names += [f"{package.__name__}.{entry.name}" for entry in pkgutil.iter_modules(package.__path__)]
    return [importlib.import_module(name) for name in sorted(names)]


def _complete(module: ModuleType) -> Rule:
    rule: Rule = getattr(module, "RULE", None) or module.check.rule
    known = get_args(Owner)
    if not rule.owner or len(rule.owner) != len({*rule.owner} & {*known}):
        raise ValueError(f"{module.__name__}: owner= must name who can change it, each once, of {', '.join(known)}")
    doc = inspect.getdoc(module) or ""
    title, _, body = doc.partition("\n")
    return replace(
        rule,
        module=module.__name__,
        title=title.strip().removesuffix("。"),
        doc=body.strip(),
        stage=module.__name__.split(".")[-2],
        examples=tuple(module.EXAMPLES),
    )
