"""What a page has of a rule: all but the examples that no page opens."""

from __future__ import annotations

import ast
import sys
import types
from pathlib import Path
from typing import Any

import pytest
from support import ROOT

from runtime.lean_rules import without_examples

_RULES = [path for path in sorted((ROOT / "pyvalidator" / "rules").glob("[a-z]*/[a-z]*[0-9]_*.py"))]
_MODULE = '''"""Title."""

_USED, _UNUSED = 1, 2
_DAY = {"x": 1}
_OTHER = {"y": 2}


def _file():
    return _OTHER


@rule("X")
def _check(value):
    return value


EXAMPLES = [
    Example("passes", _file()), Example("passes too", _DAY, None), Example("fires", _DAY, fires_at=""),
    Example("fires too", _OTHER, "/x"),
]
'''


def test_one_example_stays_with_what_it_uses() -> None:
    tree = ast.parse(without_examples(_MODULE))
    text = ast.unparse(tree)
    assert text.count("Example(") == 1 and "'fires'" in text
    assert "_DAY" in text and "_OTHER" not in text and "_file" not in text
    # What is called by its decorator, or named together with others, stays.
    assert "_check" in text and "_UNUSED" in text
    assert ast.get_docstring(tree) == "Title."


@pytest.mark.parametrize("source", ["EXAMPLES = [*more]\n", "EXAMPLES = [Example('a')]\n", "x = 1\n", "EXAMPLES = made()\n"])
def test_what_is_written_otherwise_stays_as_it_is(source: str) -> None:
    assert without_examples(source) == source


@pytest.mark.parametrize("path", _RULES[::12], ids=lambda path: path.stem)
def test_a_rule_is_the_same_but_for_its_examples(path: Path) -> None:
    source = path.read_text("utf-8")
    full, lean = _run(source), _run(without_examples(source))
    assert ast.get_docstring(ast.parse(source), clean=False) == ast.get_docstring(ast.parse(without_examples(source)), clean=False)
    firing = [example for example in full["EXAMPLES"] if example.fires_at is not None]
    assert [(one.title, one.content) for one in lean["EXAMPLES"] if not callable(one.content)] == [
        (one.title, one.content) for one in firing[:1] if not callable(one.content)
    ]
    assert len(lean["EXAMPLES"]) == 1


def _run(source: str) -> dict[str, Any]:
    module = sys.modules["rule_under_test"] = types.ModuleType("rule_under_test")
    exec(compile(source, "rule.py", "exec"), module.__dict__)
    del sys.modules["rule_under_test"]
    return module.__dict__
