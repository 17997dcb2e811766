"""The manual's essentials for the edition that is one file: the same pages, without what only a site can do."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from pathlib import Path

# In the order of the work. Each becomes one part that opens.
PAGES = (
    "manual/month", "manual/check", "manual/read-report", "manual/fix", "manual/upload", "manual/arrived",
    "manual/returned", "manual/refused", "manual/replace", "manual/late", "manual/faq", "manual/contacts",
    "about/privacy",
)  # fmt: skip
_KEPT = {
    "blockquote", "br", "code", "dd", "details", "dl", "dt", "em", "h2", "h3", "h4", "kbd", "li", "ol", "p", "pre",
    "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
# With all that is in them: navigation, pictures, what scripts fill.
_LEFT_OUT = {"button", "figure", "form", "label", "nav", "script", "style", "svg"}
_EMPTY = {"br"}


class _Article(HTMLParser):
    """Copies the text of a page's article with plain elements: no link, no picture, no attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.parts: list[str] = []
        self._inside = self._in_title = False
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self._inside = True
        elif not self._inside:
            return
        elif self._skipping or tag in _LEFT_OUT or "headerlink" in (given.get("class") or ""):
            if tag not in ("input", "img", "br"):
                self._skipping.append(tag)
        elif tag == "h1":
            self._in_title = True
        elif tag in _KEPT:
            self.parts.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside = False
        elif self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
        elif tag == "h1":
            self._in_title = False
        elif self._inside and tag in _KEPT - _EMPTY:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._inside or self._skipping:
            return
        if self._in_title:
            self.title += data
        else:
            self.parts.append(escape(data, quote=False))


def render_essentials(www: Path) -> str:
    """One `<details>` for each page, from the built site.

    Raises:
        ValueError: a page has no article, or no title.
    """
    return "".join(_render(www / page / "index.html", page) for page in PAGES)


def _render(path: Path, page: str) -> str:
    article = _Article()
    article.feed(path.read_text("utf-8"))
    text = "".join(article.parts).strip()
    if not article.title.strip() or not text:
        raise ValueError(f"{path}: no article")
    summary = f"<summary>{escape(article.title.strip())}</summary>"
    return f'<details class="pv-details" data-page="{page}">{summary}{text}</details>\n'
