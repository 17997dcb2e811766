"""What mkdocs asks of us while it builds the site: a thin adapter around plain functions.

Pages made from the code enter as generated files (nothing is written into `docs/`), and every page's text is collected
for the search.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from kit import conformance_kit
from media import embed
from pages import (
    all_rules,
    changes,
    doc_samples,
    file_format,
    leave_choices,
    leave_law,
    library,
    licences,
    modules,
    printed,
    search_index,
    who_changes,
    wizard_example,
)
from pages.about_build import render_build
from pages.manual_markup import ManualExtension, read_glossary
from pages.pictures import architecture, covid_timeline, month_timeline
from pyvalidator.domain.law_text import fill_law
from tasks.identity import current_identity
from tasks.toolchain import APP

GLOSSARY = "manual/glossary.md"
PRINTED = {"操作手冊": "manual", "防疫假維護指引": "covid"}
_GENERATORS = (
    all_rules, file_format, leave_law, library, modules, changes, wizard_example, licences,
    conformance_kit,
)  # fmt: skip
CHECKER_MARK = "<!-- the checker -->"

_entries: list[dict[str, str]] = []
_media: dict[str, Path] = {}
_manual = ManualExtension({})


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Terms of the glossary are explained on every page; the application's source folder is watched by `serve`."""
    global _manual
    _manual = ManualExtension(read_glossary(fill_law(Path(config.docs_dir, GLOSSARY).read_text("utf-8"))))
    config.markdown_extensions.append(_manual)  # type: ignore[arg-type] # mkdocs takes an extension itself too
    config.copyright = f"{config.copyright}{render_build(current_identity())}"
    config.watch.append(str(APP))
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Adds the generated pages and downloads, and makes links name `index.html` (see mkdocs.yml)."""
    _entries.clear()
    for uri, content in _generated().items():
        files.append(File.generated(config, uri, content=content))
    for title, folder in PRINTED.items():
        pages = next(item[title] for item in config.nav or [] if title in item)
        content = printed.build_page(title, printed.pages_of(pages), files)
        files.append(File.generated(config, f"{folder}/{printed.NAME}", content=content))
        pages.append({f"{title}全文（供列印）": f"{folder}/{printed.NAME}"})
    _media.clear()
    _media.update(embed.find_media())
    for name, path in _media.items():
        files.append(File.generated(config, f"media/{name}", abs_src_path=str(path)))
    for style in ("site/site.css", "site/manual.css", "search/search.css"):
        files.append(File.generated(config, f"assets/{Path(style).name}", abs_src_path=str(APP / style)))
    for file in files.documentation_pages():
        file.url = file.dest_uri
    _complete_nav(config, files)
    return files


def _complete_nav(config: MkDocsConfig, files: Files) -> None:
    """Generated pages below their menu item; every page of `develop/` without a list to edit."""
    generated_nav = {
        "檢核規則": [*leave_law.build_nav(), *changes.build_nav(), *all_rules.build_nav()],
        "檔案格式": file_format.build_nav(),
    }
    for item in config.nav or []:
        for title, pages in generated_nav.items():
            if title in item:
                item[title] = [item[title][0], *pages, *item[title][1:]]
        if "關於與隱私" in item:
            item["關於與隱私"] = [*item["關於與隱私"], licences.PAGE, {"開發文件（英文）": _develop_nav(files)}]


def _develop_nav(files: Files) -> list[Any]:
    """The developers' pages, the ones to begin with first, the decisions below their own heading."""
    uris = sorted(file.src_uri for file in files.documentation_pages() if file.src_uri.startswith("develop/"))
    decisions = [uri for uri in uris if uri.startswith("develop/decisions/")]
    first = [f"develop/{name}.md" for name in ("architecture", "modules", "testing", "add-a-rule", "add-a-profile")]
    return [*first, *(uri for uri in uris if uri not in (*first, *decisions)), {"Decisions": decisions}]


def _generated() -> dict[str, str | bytes]:
    pages: dict[str, str | bytes] = {}
    for generator in _GENERATORS:
        pages.update(generator.build_pages())
    return pages


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Prints letters and dates of the law, shows pictures, and beside each JSON sample what the checker answers;
    explains terms in Chinese text only."""
    _manual.marks_terms = page.file.src_uri != GLOSSARY and not page.file.src_uri.startswith("develop/")
    here = posixpath.dirname(page.file.src_uri) or "."
    root = posixpath.relpath(".", here)
    markdown = embed.show_media(fill_law(markdown), _media, "" if root == "." else f"{root}/")
    markdown = wizard_example.show_example(who_changes.show_table(leave_choices.show_choices(markdown)))
    return doc_samples.render_samples(
        markdown, lambda rule: f"[{rule}]({posixpath.relpath(all_rules.page_uri(rule), here)})"
    )


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Collects the page's text for the search, then puts in the timeline and the checker."""
    if not page.file.src_uri.endswith(f"/{printed.NAME}") and "search" not in page.meta:
        _entries.extend(_search_entries(html, page))
    for picture in (architecture, covid_timeline, month_timeline):
        html = html.replace(picture.MARK, picture.build_picture())
    if CHECKER_MARK in html:
        html = html.replace(CHECKER_MARK, (APP / "shell" / "page.html").read_text("utf-8"))
    return html


def _search_entries(html: str, page: Page) -> Iterator[dict[str, str]]:
    *_, section = ["", *(str(section.title) for section in page.ancestors)]
    for part in search_index.read_sections(html, str(page.title)):
        heading, anchor = (part.heading, f"#{part.anchor}") if part.anchor else ("", "")
        place = {"title": str(page.title), "heading": heading, "section": section, "url": page.url + anchor}
        yield {**place, "text": part.text}


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Writes the search index beside the other assets."""
    path = Path(config.site_dir, "assets", "search-index.js")
    path.write_text(search_index.render_index(_entries), "utf-8")
