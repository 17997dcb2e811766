"""Reading the built site as people do: from a server, and opened from an unzipped folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

if TYPE_CHECKING:
    from checker_page import Edition

#: One page of each kind.
PAGES = (
    "manual/index.html", "manual/month/index.html", "manual/faq/index.html", "manual/glossary/index.html",
    "covid/kinds/index.html", "covid/which-leave/index.html", "manual/which-route/index.html", "covid/cases/index.html", "rules/index.html", "rules/str120/index.html",
    "rules/calendar/index.html", "format/index.html", "format/reference/index.html", "vendors/cli/index.html",
    "vendors/ci/index.html", "about/privacy/index.html", "develop/architecture/index.html", "format/wizard/index.html", "vendors/kit/index.html", "develop/library/index.html",
    "covid/print/index.html", "about/deploy/index.html", "rules/syn110/index.html", "rules/bat210/index.html",
)  # fmt: skip


@dataclass
class Reader:
    """One way to the site. `troubles`: what the browser said (refused by the policy, scripts that failed, requests
    that left the site)."""

    browser: Browser
    base: str
    troubles: list[str] = field(default_factory=list)
    windows: list[BrowserContext] = field(default_factory=list)

    def open(self, path: str, **context: Any) -> Page:
        """A page of the site in a new window."""
        window = self.browser.new_context(**{"locale": "zh-TW", "service_workers": "block", **context})
        self.windows.append(window)
        page = window.new_page()
        page.on("console", lambda said: self.troubles.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(self.base) else self.troubles.append(asked.url))
        page.goto(self.base + path)
        return page


def read_with(browser: Browser, edition: Edition) -> Iterator[Reader]:
    """A reader whose troubles fail the test."""
    made = Reader(browser, edition.address.removesuffix("index.html"))
    yield made
    for window in made.windows:
        window.close()
    assert made.troubles == []


#: For what the way makes no difference to.
from_disk = pytest.mark.parametrize("reader", ["file"], indirect=True)
