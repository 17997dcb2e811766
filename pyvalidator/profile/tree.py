"""The places of a layout as a tree: which object or array holds what."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyvalidator.profile.spec import FieldSpec, Profile


@dataclass
class Node:
    """One place of the layout: an object with members, an array with one kind of element, or a field."""

    members: dict[str, Node] = field(default_factory=dict)
    element: Node | None = None
    leaf: FieldSpec | None = None
    is_record: bool = False

    def down(self, token: str) -> Node:
        if token == "*":
            self.element = self.element or Node()
            return self.element
        return self.members.setdefault(token, Node())


def layout_tree(profile: Profile) -> Node:
    """The tree of every place that the profile knows."""
    root = Node()
    layout = profile.layout
    prefixes = {"header": [layout.header], "person": [layout.persons or ""], "record": layout.records}
    for level, patterns in prefixes.items():
        for pattern in patterns:
            node = layout_node(root, pattern)
            node.is_record = node.is_record or level == "record"
            for spec in profile.level(level):  # type: ignore[arg-type]
                leaf = node.down(spec.key)
                leaf.leaf = leaf.leaf or spec
    return root


def layout_node(root: Node, pattern: str) -> Node:
    """The node at `pattern`, made where it is not there yet."""
    node = root
    for token in pattern.split("/")[1:]:
        node = node.down(token.replace("~1", "/").replace("~0", "~"))
    return node
