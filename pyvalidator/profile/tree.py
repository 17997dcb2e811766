"""The places of a layout as a tree: which object or array holds what."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyvalidator.profile.spec import FieldSpec, Profile
from pyvalidator.source.pointers import tokens_of


@dataclass
class Node:
    """One place of the layout: an object with members, an array with one kind of element, or a field."""

    members: dict[str, Node] = field(default_factory=dict)
    element: Node | None = None
    leaf: FieldSpec | None = None
    is_record: bool = False
    required: bool = True

    def down(self, token: str) -> Node:
        if token == "*":
            self.element = self.element or Node()
            return self.element
        return self.members.setdefault(token, Node())


def layout_tree(profile: Profile) -> Node:
    """The tree of every place that the profile knows."""
    root = Node()
    for level in profile.layout.chain:
        for pattern in profile.layout.objects(level):
            node = layout_node(root, pattern)
            node.is_record = node.is_record or level == "record"
            for (owner, inside), required in profile.inner_objects.items():
                if owner == level:
                    layout_node(node, inside).required = required
            for spec in profile.level(level):
                leaf = layout_node(node, spec.inside).down(spec.key)
                leaf.leaf = leaf.leaf or spec
                leaf.required = leaf.leaf.required
    return root


def layout_node(root: Node, pattern: str) -> Node:
    """The node at `pattern`, made where it is not there yet."""
    node = root
    for token in tokens_of(pattern):
        node = node.down(token)
    return node
