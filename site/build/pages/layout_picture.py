"""The places of a layout as a tree of text, as a file has them."""

from __future__ import annotations

from collections.abc import Iterator

from pyvalidator.profile import Profile
from pyvalidator.profile.layout import PERSON
from pyvalidator.profile.tree import Node, layout_tree

_KINDS = {
    "list": "清單，每一個是", "one_or_list": "清單（只有一個時可以直接寫），每一個是", "map": "物件，每一個成員是",
}  # fmt: skip


def draw_tree(profile: Profile) -> list[str]:
    """One line for each key, below the object in which it stands."""
    root = layout_tree(profile)
    return [f"（整份檔案）{_what(root, profile)}", *_below(root, profile, "")]


def _below(node: Node, profile: Profile, indent: str) -> Iterator[str]:
    """The lines below a node; elements stand in the line of what holds them."""
    while node.element is not None and not node.members:
        node = node.element
    children = [(key, child) for key, child in node.members.items() if key != "*"]
    for number, (key, child) in enumerate(children, 1):
        last = number == len(children)
        yield f"{indent}{'└─ ' if last else '├─ '}{key}{_what(child, profile)}"
        yield from _below(child, profile, indent + ("   " if last else "│  "))
    if node.element is not None and node.members:
        yield from _below(node.element, profile, indent)


def _what(node: Node, profile: Profile) -> str:
    """What stands at a node, behind its key."""
    if node.leaf is not None:
        return "　" + "、".join(spec.title for spec in (node.leaf, *profile.same_key[node.leaf.name]))
    text = "　（文字，裡面是 JSON）" if node.embedded else ""
    if node.known:
        return f"{text}　欄名"
    while node.element is not None:
        text += f"　{_KINDS[node.kind]}{_named(node.element, profile)}"
        node = node.element
        if node.members:
            break
    return text


def _named(element: Node, profile: Profile) -> str:
    """What each element is, and what its key says."""
    fields = [spec for level in element.levels for spec in profile.level(level) if spec.key == "*"]
    said = f"（鍵是{fields[0].title}）" if fields else ""
    if element.is_record:
        return ("一列" if profile.layout.columns is not None else "一筆差假") + said
    return ("一位人員" if PERSON in element.levels else "一項") + said
