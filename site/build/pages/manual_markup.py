"""What the manual needs of Markdown beyond the library: check lists, explained terms, Chinese line ends.

Check lists: `- [ ] text` becomes a labelled check box (the pymdownx one has no label, which screen readers need).
Terms: the first time a page uses a term of the glossary, it is marked with its explanation. The library's own
abbreviation extension looks for word boundaries, which Chinese sentences do not have.
Line ends: a source line that ends in Chinese goes on without the space that HTML would show.
Tables: every cell carries the heading of its column, for narrow screens, which show a row as a list. The roles keep the
table a table for screen readers when the style sheet changes its display.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_BOX = re.compile(r"^\s*\[( |x)\]\s+")
_CHINESE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_LINE_END = re.compile(rf"(?<={_CHINESE})\n(?={_CHINESE})")
_SKIP = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "summary", "label", "legend"}
#: A table of fewer columns fits a narrow screen as it is.
_STACKED_FROM = 3
_TERM = re.compile(r"^(?P<term>\S.*)\n\n?: {3}(?P<first>[^\n]+)", re.MULTILINE)


def read_glossary(markdown: str) -> dict[str, str]:
    """Terms of a definition list, each with the first line of its explanation as plain text."""
    found = {}
    for match in _TERM.finditer(markdown):
        for term in re.split(r"[（(／/、）)]", match["term"]):
            if term.strip():
                found[term.strip()] = re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", match["first"])
    return found


class ChecklistProcessor(Treeprocessor):
    """`[ ] text` at the start of a list item → `<label><input type="checkbox"> text</label>`."""

    def run(self, root: Element) -> None:
        for parent in root.iter("ul"):
            items = [item for item in parent if item.tag == "li" and self._line(item) is not None]
            if items:
                parent.set("class", "pv-checklist")
            for item in items:
                self._tick(item)

    @staticmethod
    def _line(item: Element) -> Element | None:
        line = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
        return line if _BOX.match(line.text or "") else None

    def _tick(self, item: Element) -> None:
        line = self._line(item)
        assert line is not None
        inline = [child for child in line if child.tag not in ("ul", "ol")]
        label = Element("label")
        box = SubElement(label, "input", {"type": "checkbox"})
        box.tail = " " + _BOX.sub("", line.text or "")
        for child in inline:
            line.remove(child)
            label.append(child)
        line.text = ""
        line.insert(0, label)


class TableProcessor(Treeprocessor):
    """Names each cell of a table of three columns and more after its column."""

    _ROLES: ClassVar = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            heads = ["".join(head.itertext()) for head in table.iter("th")]
            if len(heads) < _STACKED_FROM:
                continue
            for row in table.iter("tr"):
                for head, cell in zip(heads, row.iter("td"), strict=False):
                    cell.set("data-label", head)
            for part in table.iter():
                if part.tag in self._ROLES:
                    part.set("role", self._ROLES[part.tag])
                elif part.tag == "th":
                    part.set("role", "columnheader")


class LineEndProcessor(Treeprocessor):
    """Joins Chinese lines without a space."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag != "pre" and isinstance(element.text, str):
                element.text = _LINE_END.sub("", element.text)
            if element.tail:
                element.tail = _LINE_END.sub("", element.tail)


class TermProcessor(Treeprocessor):
    """Marks the first use of each glossary term in a page with `<abbr title="…">`."""

    def __init__(self, md: Markdown, terms: dict[str, str], wanted: Callable[[], bool]) -> None:
        super().__init__(md)
        self._terms = terms
        self._wanted = wanted
        names = sorted(terms, key=len, reverse=True)
        self._pattern = re.compile("|".join(_bounded(name) for name in names)) if names else None

    def run(self, root: Element) -> None:
        if self._pattern is not None and self._wanted():
            self._walk(root, set())

    def _walk(self, element: Element, seen: set[str]) -> None:
        children = list(element)
        if element.tag not in _SKIP and isinstance(element.text, str):
            element.text, marks = self._mark(element.text, seen)
            for index, mark in enumerate(marks):
                element.insert(index, mark)
        for child in children:
            if child.tag not in _SKIP:
                self._walk(child, seen)
            if child.tail and element.tag not in _SKIP:
                child.tail, marks = self._mark(child.tail, seen)
                position = list(element).index(child) + 1
                for offset, mark in enumerate(marks):
                    element.insert(position + offset, mark)

    def _mark(self, text: str, seen: set[str]) -> tuple[str, list[Element]]:
        assert self._pattern is not None
        marks: list[Element] = []
        before, start = "", 0
        for match in self._matches(text, seen):
            piece = text[start : match.start()]
            if marks:
                marks[-1].tail = piece
            else:
                before = piece
            mark = Element("abbr", {"title": self._terms[match[0]]})
            mark.text = match[0]
            marks.append(mark)
            start = match.end()
        if not marks:
            return text, []
        marks[-1].tail = text[start:]
        return before, marks

    def _matches(self, text: str, seen: set[str]) -> Iterator[re.Match[str]]:
        assert self._pattern is not None
        for match in self._pattern.finditer(text):
            if match[0] not in seen:
                seen.add(match[0])
                yield match


def _bounded(name: str) -> str:
    """Latin terms match whole words only; Chinese ones anywhere."""
    pattern = re.escape(name)
    return rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])" if name.isascii() else pattern


class ManualExtension(Extension):
    """Registers the processors. Terms are marked while `marks_terms` is true (not on the glossary's own page)."""

    def __init__(self, terms: dict[str, str]) -> None:
        super().__init__()
        self._terms = terms
        self.marks_terms = True

    def extendMarkdown(self, md: Markdown) -> None:
        # After the inline patterns (20), before the table of contents (5) has read the headings.
        md.treeprocessors.register(ChecklistProcessor(md), "pv-checklist", 15)
        md.treeprocessors.register(TableProcessor(md), "pv-tables", 14)
        md.treeprocessors.register(LineEndProcessor(md), "pv-line-ends", 8)
        md.treeprocessors.register(TermProcessor(md, self._terms, lambda: self.marks_terms), "pv-terms", 7)
