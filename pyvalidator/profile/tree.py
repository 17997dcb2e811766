"""The places of a layout as a tree: which object or list holds what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from pyvalidator.profile.field_spec import FieldSpec
from pyvalidator.profile.field_values import is_amount
from pyvalidator.profile.layout import HEADER, RECORD, Level
from pyvalidator.profile.spec import Profile
from pyvalidator.source.pointers import tokens_of

#: What a `*` stands for: elements of a list, members of an object, or elements of a list that may be one by itself.
Kind = Literal["list", "map", "one_or_list"]


@dataclass
class Node:
    """One place of the layout: an object with members, a list or an object with one kind of element, or a field.

    Attributes:
        members: what stands under each key that the layout knows. element: what every other element or member is.
        kind: what the elements stand in.
        leaf: the field that stands here.
        levels: the levels whose objects stand here. place: the pattern, where it is one of records.
        leads: whether objects of a level stand here or further down.
        required: whether it must be there.
        known: whether whatever stands here is known: a list of columns, a place that is ignored.
        embedded: whether the JSON stands here as a text.
    """

    members: dict[str, Node] = field(default_factory=dict)
    element: Node | None = None
    kind: Kind = "list"
    leaf: FieldSpec | None = None
    levels: list[Level] = field(default_factory=list)
    place: str = ""
    leads: bool = False
    required: bool = True
    known: bool = False
    embedded: bool = False

    @property
    def is_record(self) -> bool:
        return RECORD in self.levels

    @cached_property
    def ways(self) -> list[tuple[str, Node]]:
        """The members, by key, that lead to objects of a level; asked for once the tree is whole."""
        return [(key, node) for key, node in self.members.items() if node.leads]

    @property
    def has_elements(self) -> bool:
        """Whether its elements lead to objects of a level, or are these."""
        return self.element is not None and self.element.leads

    def down(self, token: str) -> Node:
        if token == "*":
            self.element = self.element or Node()
            return self.element
        return self.members.setdefault(token, Node())


def layout_tree(profile: Profile) -> Node:
    """The tree of every place that the profile knows."""
    layout = profile.layout
    root = Node()
    for level in layout.chain:
        for pattern in layout.objects(level):
            node = layout_node(root, pattern, leads=level != HEADER or bool(profile.level(HEADER)))
            node.levels.append(level)
            if level == RECORD:
                node.place = pattern
            for (owner, inside), required in profile.inner_objects.items():
                if owner == level:
                    layout_node(node, inside).required = required
            for spec in profile.level(level):
                for key in profile.keys_at(spec, pattern):
                    leaf = layout_node(node, spec.inside).down(key)
                    # What several fields are made of has the form of none of them.
                    leaf.known = leaf.known or bool(spec.more_keys)
                    leaf.leaf = leaf.leaf or spec
                    # Of days, hours and minutes any may be left out.
                    alone = not (spec.more_keys and is_amount(spec))
                    leaf.required = leaf.leaf.required and leaf.leaf.default is None and alone
    for pattern in layout.one_or_list:
        above = layout_node(root, pattern.removesuffix("/*"))
        above.kind, above.required = "one_or_list", False
    for pattern in profile.maps:
        layout_node(root, pattern.removesuffix("/*")).kind = "map"
    for pattern in layout.embedded:
        layout_node(root, pattern).embedded = True
    columns = [layout.columns] if isinstance(layout.columns, str) else []
    for pattern in (*layout.ignored, *columns):
        layout_node(root, pattern).known = True
    _settle(root)
    return root


def _settle(node: Node) -> None:
    """Where members of an object are known by themselves, its other members are the elements."""
    if node.element is not None and not all(key.isdecimal() for key in node.members):
        node.kind = "map"
    for child in (*node.members.values(), *filter(None, [node.element])):
        _settle(child)


def layout_node(root: Node, pattern: str, *, leads: bool = False) -> Node:
    """The node at `pattern`, made where it is not there yet.

    Args:
        leads: whether objects of a level stand there.
    """
    node = root
    node.leads = node.leads or leads
    for token in tokens_of(pattern):
        node = node.down(token)
        node.leads = node.leads or leads
    return node


def is_map(element: Node, value: dict[str, Any]) -> bool:
    """Whether an object in the place of a list holds the elements as its members, and is not the only element itself.

    It is the element where it has a key that the layout knows of one, or holds nothing that could be one.
    """
    if any(key in element.members for key in value):
        return False
    return not value or any(isinstance(member, dict | list) for member in value.values())


def elements_of(node: Node, value: Any) -> Iterator[tuple[Any, Any]]:
    """Key or index, and value, of each element of `node`; those that the layout places by themselves are none.

    A single element in the place of a list has the key None.
    """
    assert node.element is not None
    if isinstance(value, list):
        if any(key.isdecimal() for key in node.members):
            yield from ((index, item) for index, item in enumerate(value) if str(index) not in node.members)
        else:
            yield from enumerate(value)
    elif isinstance(value, dict):
        if is_single(node, value):
            yield None, value
        else:
            yield from ((key, item) for key, item in value.items() if key not in node.members)


def is_single(node: Node, value: dict[str, Any]) -> bool:
    """Whether an object is the one element itself, and not what holds the elements."""
    assert node.element is not None
    return not (node.kind == "map" or (node.kind == "list" and is_map(node.element, value)))
