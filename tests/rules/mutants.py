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
    """`check` of a changed module. `change`: the expression as it was and as it is; with the rule, it names the
    mutant. `line`: where that stands."""

    line: int
    change: str
    check: Callable[..., Any]


def mutants_of(rule: Rule) -> Iterator[Mutant]:
    """Every mutant of `check`, and of the functions and constants of its module that it uses."""
    module = sys.modules[rule.module]
    tree = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
    used = _used_by_check(tree)
    for index, statement in enumerate(tree.body):
        if _name(statement) not in used:
            continue
        for changed, line, change in _changes(statement):
            body = [*tree.body[:index], changed, *tree.body[index + 1 :]]
            check = _check_of(ast.Module(body, []), module)
            if check is not None:
                yield Mutant(line, change, check)


def _name(statement: ast.stmt) -> str:
    """What a function or the constant of a module is called; "" for other statements, and for texts."""
    if isinstance(statement, ast.FunctionDef):
        return statement.name
    value = statement.value if isinstance(statement, ast.Assign) else None
    if isinstance(value, ast.Constant) and not isinstance(value.value, str):
        return ast.unparse(statement.targets[0])  # type: ignore[attr-defined]
    return ""


def _used_by_check(tree: ast.Module) -> set[str]:
    known = {_name(statement): statement for statement in tree.body}
    found: set[str] = set()
    waiting = ["check"]
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found.add(name)
            waiting += [node.id for root in _roots(known[name]) for node in ast.walk(root) if isinstance(node, ast.Name)]
    return found


def _roots(statement: Any) -> list[ast.AST]:
    """What stands in a function, its decorators left out, or in a constant."""
    return statement.body if isinstance(statement, ast.FunctionDef) else [statement.value]


def _changes(statement: ast.stmt) -> Iterator[tuple[ast.stmt, int, str]]:
    """The statement, changed in one place; where that is; as it was and as it is."""
    nodes = list(_inner(statement))
    for number, node in enumerate(nodes):
        for replacement in _replacements(node):
            changed = copy.deepcopy(statement)
            target: Any = list(_inner(changed))[number]
            # A number by itself says little: what it stands in is shown.
            holder = _holder(changed, target) if isinstance(target, ast.Constant) else target
            before = _shown(holder)
            new = replacement(target)
            if new is not target:
                _put(changed, target, new)
            ast.fix_missing_locations(changed)
            after = _shown(new if holder is target else holder)
            yield changed, target.lineno, f"{before}  →  {after}"


def _shown(node: Any) -> str:
    """A node as text; of a statement with others inside its condition."""
    return ast.unparse(ast.If(node.test, [ast.Pass()], []) if isinstance(node, ast.If | ast.While) else node).split(":\n")[0]


def _inner(statement: ast.stmt) -> Iterator[ast.AST]:
    for root in _roots(statement):
        yield from ast.walk(root)


def _holder(statement: ast.stmt, target: ast.AST) -> Any:
    """The expression, or part of a call, around a node; the node itself where there is none."""
    for parent in ast.walk(statement):
        if isinstance(parent, ast.expr | ast.keyword) and any(child is target for child in ast.iter_child_nodes(parent)):
            return _holder(statement, parent) if isinstance(parent, ast.keyword) else parent
    return statement if isinstance(statement, ast.Assign) else target


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
