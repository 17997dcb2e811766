"""Small changes to a rule's code, one at a time, to see whether the tests would notice.

A harness of our own: mutmut leaves decorated functions alone, and every rule is one; tools that write each mutant into
the file and start the tests anew need seconds where this needs milliseconds.
"""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from pyvalidator.rule import Rule

_COMPARED = {
    ast.Lt: (ast.LtE,), ast.LtE: (ast.Lt,), ast.Gt: (ast.GtE,), ast.GtE: (ast.Gt,), ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
_COUNTED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """`check` of a changed module. `change`: the line as it was and as it is."""

    rule: str
    line: int
    change: str
    check: Callable[..., Any]


def mutants_of(rule: Rule) -> Iterator[Mutant]:
    """Every mutant of the functions and constants of a rule's module, its decorator and examples left as they are."""
    module = sys.modules[rule.module]
    path = Path(module.__file__ or "")
    tree = ast.parse(path.read_text("utf-8"))
    for index, statement in enumerate(tree.body):
        if not _judges(statement):
            continue
        for changed, node in _changes(statement):
            body = [*tree.body[:index], changed, *tree.body[index + 1 :]]
            check = _check_of(ast.Module(body, []), module)
            if check is not None:
                change = f"{ast.unparse(node.before)}  →  {ast.unparse(node.after)}"
                yield Mutant(rule.id, node.before.lineno, change, check)


def _judges(statement: ast.stmt) -> bool:
    """Whether a statement of a module takes part in judging: not an import, a docstring, an example or its making."""
    if isinstance(statement, ast.FunctionDef):
        return statement.name == "check" or not any(
            isinstance(node, ast.Name) and node.id in ("document", "sample") for node in ast.walk(statement)
        )
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
        return False
    # Constants above `check` only: what stands below it belongs to the examples.
    return isinstance(statement.value, ast.Constant) and not isinstance(statement.value.value, str)


@dataclass(frozen=True)
class _Change:
    before: Any
    after: Any


def _changes(statement: ast.stmt) -> Iterator[tuple[ast.stmt, _Change]]:
    nodes = list(_inner(statement))
    for number, node in enumerate(nodes):
        for replacement in _replacements(node):
            changed = copy.deepcopy(statement)
            target = list(_inner(changed))[number]
            before = copy.deepcopy(target)
            new = replacement(target)
            if new is not target:
                _put(changed, target, new)
            ast.fix_missing_locations(changed)
            yield changed, _Change(before, new)


def _inner(statement: ast.stmt) -> Iterator[ast.AST]:
    """What stands in the statement, a function's decorators and docstring left out."""
    roots = statement.body if isinstance(statement, ast.FunctionDef) else [statement.value]  # type: ignore[attr-defined]
    for root in roots:
        yield from ast.walk(root)


def _replacements(node: ast.AST) -> Iterator[Callable[[Any], ast.AST]]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in _COMPARED.get(type(node.ops[0]), ()):
            yield lambda target, other=other: _set(target, ops=[other()])
    elif isinstance(node, ast.BinOp) and type(node.op) in _COUNTED:
        yield lambda target: _set(target, op=_COUNTED[type(target.op)]())
    elif isinstance(node, ast.BoolOp):
        yield lambda target: _set(target, op=ast.And() if isinstance(target.op, ast.Or) else ast.Or())
        for index in range(len(node.values)):
            yield lambda target, index=index: _without(target, index)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda target: target.operand
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield lambda target: _set(target, value=target.value + 1)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield lambda target: _set(target, value=not target.value)
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        yield lambda target: _set(target, test=ast.UnaryOp(ast.Not(), target.test))
    elif isinstance(node, ast.Continue | ast.Break):
        yield lambda target: ast.Pass()
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("min", "max", "any", "all"):
        other_name = {"min": "max", "max": "min", "any": "all", "all": "any"}[node.func.id]
        yield lambda target: _set(target, func=ast.Name(other_name, ast.Load()))


def _set(node: Any, **changes: Any) -> Any:
    for name, value in changes.items():
        setattr(node, name, value)
    return node


def _without(node: ast.BoolOp, index: int) -> ast.AST:
    values = [value for place, value in enumerate(node.values) if place != index]
    return values[0] if len(values) == 1 else ast.BoolOp(node.op, values)


def _put(root: ast.AST, target: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(root):
        for name, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, name, new)
            elif isinstance(value, list):
                setattr(parent, name, [new if item is target else item for item in value])


def _check_of(tree: ast.Module, module: ModuleType) -> Callable[..., Any] | None:
    names: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    try:
        exec(compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec"), names)
    except Exception:
        # What cannot even be loaded would be noticed by every test.
        return None
    return names.get("check")
