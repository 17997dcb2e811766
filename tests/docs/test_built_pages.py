"""What every page of the built site must keep, whatever is written in it."""

from __future__ import annotations

import functools
import os.path
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src"}


class Tags(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


@functools.cache
def pages(site: Path) -> dict[Path, Tags]:
    return {page: Tags(page) for page in sorted(site.rglob("*.html"))}


def test_every_link_opens_a_page_also_from_disk(www: Path) -> None:
    """A link to a folder shows a listing when the site is opened from an unzipped folder."""
    wrong = []
    there = {str(path) for path in www.rglob("*") if path.is_file()}
    for page, parsed in pages(www).items():
        for tag, attributes in parsed.tags:
            address = attributes.get("href") or attributes.get(LOADING.get(tag, ""), "")
            parts = urlsplit(address)
            if not address or parts.scheme or parts.netloc or not parts.path or page.name == "404.html":
                continue
            if os.path.normpath(page.parent / unquote(parts.path)) not in there:
                wrong.append((page.relative_to(www).as_posix(), address))
    assert not wrong


def test_pages_load_nothing_from_elsewhere(www: Path) -> None:
    wrong = []
    for page, parsed in pages(www).items():
        for tag, attributes in parsed.tags:
            loads = attributes.get(LOADING.get(tag, ""), "")
            if tag == "link" and attributes.get("rel") not in ("canonical", "prev", "next"):
                loads = attributes.get("href", "")
            if urlsplit(loads).netloc:
                wrong.append((page.name, tag, loads))
    assert not wrong, "the policy blocks these, and a page promises that nothing is requested elsewhere"


def test_pages_have_no_inline_styles_or_handlers(www: Path) -> None:
    wrong = [
        (page.relative_to(www).as_posix(), tag, name)
        for page, parsed in pages(www).items()
        for tag, attributes in parsed.tags
        for name in attributes
        if name == "style" or name.startswith("on")
    ]
    assert not wrong, "the policy refuses them; use a class (Markdown tables: no column alignment)"


def test_charset_is_the_first_thing_in_every_head(www: Path) -> None:
    """The policy is written directly after it."""
    for page, parsed in pages(www).items():
        names = [tag for tag, _ in parsed.tags]
        first = parsed.tags[names.index("head") + 1]
        assert first == ("meta", {"charset": "utf-8"}), page


def test_pages_say_their_language(www: Path) -> None:
    for page, parsed in pages(www).items():
        language = next(attributes.get("lang") for tag, attributes in parsed.tags if tag == "html")
        assert language == "zh-TW", page
    for page in (www / "develop").rglob("index.html"):
        assert '<div lang="en">' in page.read_text("utf-8"), f"{page}: see site/theme/main.html"


def test_check_boxes_have_labels(www: Path) -> None:
    for page in (www / "manual").rglob("index.html"):
        text = page.read_text("utf-8")
        assert "[ ]" not in text, page
        content = text[text.index("<article") : text.index("</article")]
        assert content.count('type="checkbox"') == content.count('<label><input type="checkbox"'), page


def test_wide_tables_of_guides_can_be_stacked(www: Path) -> None:
    """Also one that was put in after the page was rendered."""
    for name in ("download", "manual/month"):
        cells = [attributes for tag, attributes in pages(www)[www / name / "index.html"].tags if tag == "td"]
        assert cells and all(attributes.get("data-label") for attributes in cells), name


def test_no_two_pages_have_one_title(www: Path) -> None:
    titles = [re.search(r"<title>(.*?)</title>", page.read_text("utf-8"), re.DOTALL) for page in pages(www)]
    names = [title[1] for title in titles if title]
    assert len(names) == len(titles)
    assert [name for name, times in Counter(names).items() if times > 1] == []
