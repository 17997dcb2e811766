"""The search index: what a page says, cut at its headings, as a plain script (a page opened from disk cannot fetch)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser

_SKIP = {"script", "style", "svg", "button", "template"}
_JSON_SAMPLE = re.compile(r'<div class="language-json.*?</pre></div>', re.DOTALL)
_HEADING = re.compile(r"h[1-3]")
_BLOCK = {"p", "li", "td", "th", "dt", "dd", "pre", "div", "tr", "summary", "figcaption", "h4", "h5", "h6", "br"}


@dataclass
class Section:
    """One heading of a page with the text below it; `anchor` is empty for the page's own start."""

    heading: str
    anchor: str
    text: str


class _Reader(HTMLParser):
    def __init__(self, title: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section(title, "", "")]
        self._skipped = 0
        self._heading: str | None = None
        self._in_permalink = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _SKIP:
            self._skipped += 1
        elif _HEADING.fullmatch(tag):
            if tag != "h1":
                self.sections.append(Section("", given.get("id") or "", ""))
            self._heading = tag
        elif tag == "a" and "headerlink" in (given.get("class") or ""):
            self._in_permalink = True
        elif tag in _BLOCK:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIP:
            self._skipped -= 1
        elif tag == self._heading:
            self._heading = None
        elif tag == "a":
            self._in_permalink = False

    def handle_data(self, data: str) -> None:
        if not self._skipped and not self._in_permalink:
            self._add(data)

    def _add(self, data: str) -> None:
        section = self.sections[-1]
        if self._heading is None:
            section.text += data
        elif self._heading != "h1":
            section.heading += data


def read_sections(html: str, title: str) -> list[Section]:
    """The sections of a page's rendered content without JSON samples, white space folded, empty ones left out."""
    reader = _Reader(title)
    reader.feed(_JSON_SAMPLE.sub(" ", html))
    reader.close()
    for section in reader.sections:
        section.heading = " ".join(section.heading.split())
        section.text = " ".join(section.text.split())
    return [section for section in reader.sections if section.text or not section.anchor]


def render_index(entries: list[dict[str, str]]) -> str:
    """The script's text; `<` is escaped so that the text stays safe wherever it is embedded."""
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"self.__pvSearchIndex={text};\n"
