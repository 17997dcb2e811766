"""Every rule names who can change what it is about; one that names nobody, or somebody unknown, is refused at load."""

from __future__ import annotations

import importlib
from dataclasses import replace
from types import ModuleType

import pytest

from pyvalidator.engine import registry
from pyvalidator.engine.registry import rules


@pytest.mark.parametrize("owner", [(), ("clerk",), ("unit", "clerk"), ("unit", "unit")])
def test_a_rule_without_an_owner_is_refused(owner: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    known = rules()["SYN310"]
    module = ModuleType("pyvalidator.rules.syntax.syn310_changed", f"{known.title}。")
    module.EXAMPLES = list(known.examples)
    module.RULE = replace(importlib.import_module(known.module).RULE, owner=owner)
    monkeypatch.setattr(registry, "_modules", lambda: [module])
    with pytest.raises(ValueError, match=r"syn310_changed: owner= must name .* unit, personnel, vendor, supervisor"):
        rules.__wrapped__()
