"""Rules as the browser needs them: of each rule's examples the one that a page can open.

The others, and what only they use, are some hundred kilobytes of the first visit: byte code, and the memory image.
"""

from __future__ import annotations

import ast


def without_examples(source: str) -> str:
    """A rule's module with the first example that finds fault alone (`browser/requests.py` opens that one), and without
    the private names of the module that nothing uses then. A module whose examples are written otherwise stays."""
    tree = ast.parse(source)
    examples = next((node for node in tree.body if _name_of(node) == "EXAMPLES"), None)
    if not isinstance(examples, ast.Assign) or not isinstance(examples.value, ast.List):
        return source
    calls = [one for one in examples.value.elts if isinstance(one, ast.Call)]
    firing = next((one for one in calls if _fires(one)), None)
    if len(calls) != len(examples.value.elts) or firing is None:
        return source
    examples.value.elts = [firing]
    while unused := [node for node in tree.body if _is_unused(node, tree)]:
        tree.body = [node for node in tree.body if node not in unused]
    return ast.unparse(tree)


def _fires(example: ast.Call) -> bool:
    given = [*example.args[2:3], *(word.value for word in example.keywords if word.arg == "fires_at")]
    return any(not (isinstance(value, ast.Constant) and value.value is None) for value in given)


def _name_of(node: ast.stmt) -> str:
    """What a statement of the module names; "" for one that names several things, or none."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else ""


def _is_unused(node: ast.stmt, tree: ast.Module) -> bool:
    name = _name_of(node)
    if not name.startswith("_") or name.startswith("__") or getattr(node, "decorator_list", None):
        return False
    others = (each for other in tree.body if other is not node for each in ast.walk(other))
    return not any(isinstance(each, ast.Name) and each.id == name for each in others)
