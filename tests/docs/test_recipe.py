"""The rule in docs/develop/add-a-rule.md works as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType

import pytest
from support import ROOT, run_one

from pyvalidator.engine import registry

CACHED = (registry.rules, registry.rules_of, registry.rules_by_fault_code)


@pytest.fixture
def recipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module of the recipe, as one more rule of the catalogue."""
    page = (ROOT / "docs" / "develop" / "add-a-rule.md").read_text("utf-8")
    code = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert code
    module = ModuleType("pyvalidator.rules.record.rec190_leave_longer_than_three_years")
    exec(compile(code[1], module.__name__, "exec"), module.__dict__)
    known = registry._modules()
    monkeypatch.setattr(registry, "_modules", lambda: [*known, module])
    for cached in CACHED:
        cached.cache_clear()
    yield module
    for cached in CACHED:
        cached.cache_clear()


def test_recipe_is_found_and_fires_where_it_says(recipe: ModuleType) -> None:
    rule = registry.rules()["REC190"]
    assert (rule.title, rule.stage) == ("請假期間超過三年", "record")
    assert len(recipe.EXAMPLES) == 2
    for example in recipe.EXAMPLES:
        entries = [entry for entry in run_one(example.content).findings if entry.rule == "REC190"]
        assert [entry.pointer for entry in entries] == ([example.fires_at] if example.fires_at else [])
        assert all("{" not in entry.message for entry in entries)
