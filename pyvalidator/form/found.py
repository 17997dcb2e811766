"""Findings of the container rules, which the form stage makes itself."""

from __future__ import annotations

from typing import Any

from pyvalidator.engine.finding import Finding
from pyvalidator.engine.registry import rules_by_fault_code


def found(
    fault_code: str, *, pointer: str | None = None, at_key: bool = False, expected: str | None = None, **params: Any
) -> Finding:
    """The finding of the container rule for `fault_code`; `params` as its message wants them."""
    rule = rules_by_fault_code("container")[fault_code]
    return Finding(rule.id, pointer=pointer, at_key=at_key, expected=expected, params=params)
