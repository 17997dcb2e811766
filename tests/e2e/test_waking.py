"""Python wakes from its image, in both browsers, and starts from its library where the image does not fit or is missing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from checker_page import Edition, downloaded, keep_downloads, open_checker, wait_for_state
from playwright.sync_api import BrowserContext, Page, expect
from test_hosted_offline import RELOAD, Host, other_version, use_without_server, visit, visit_first  # noqa: F401

from tasks.browsers import MISFIT

FORMS = {"JSON": b"{\n", "CSV": b"\xef\xbb\xbf", "Excel": b"PK", "HTML": b"<!doctype html>"}


def use(page: Page, edition: Edition, way: str) -> None:
    """Opens the checker, checks, takes the report away in every form; Python must have started in this way."""
    keep_downloads(page)
    open_checker(page, edition)
    assert page.locator("html").get_attribute("data-pv-start") == way
    page.get_by_role("button", name="載入範例", exact=True).click()
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.locator(".pv-card mark").first).not_to_be_empty()
    for form, start in FORMS.items():
        assert downloaded(page, f"下載報告（{form}）").startswith(start)


@pytest.mark.parametrize("where", ["single", pytest.param("file", marks=pytest.mark.long)])
def test_python_wakes_from_its_image(page: Page, editions: dict[str, Edition], where: str) -> None:
    use(page, editions[where], "image")


@pytest.mark.long
def test_python_wakes_from_its_image_in_firefox(firefox_page: Page, editions: dict[str, Edition]) -> None:
    use(firefox_page, editions["single"], "image")


def test_image_that_does_not_fit_is_left(page: Page, editions: dict[str, Edition]) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.add_init_script(MISFIT)
    use(page, editions["single"], "library")
    assert [text for text in told if "started without the image: table of" in text]


@pytest.mark.long
def test_image_that_does_not_fit_is_left_in_firefox(firefox_page: Page, editions: dict[str, Edition]) -> None:
    firefox_page.add_init_script(MISFIT)
    use(firefox_page, editions["file"], "library")


def test_image_that_a_gateway_keeps_back_is_done_without(page: Page, editions: dict[str, Edition]) -> None:
    page.route("**/runtime/image-1-*", lambda route: route.abort())
    open_checker(page, editions["file"])
    assert page.locator("html").get_attribute("data-pv-start") == "library"


def test_image_of_other_bytes_is_not_woken(page: Page, editions: dict[str, Edition], tmp_path: Path) -> None:
    text = Path(unquote(editions["single"].address.removeprefix("file://"))).read_text("utf-8")
    start = text.index('"asset":"image","index":1,') + 600_000
    altered = tmp_path / "altered.html"
    altered.write_text(f"{text[:start]}AAAAAAAA{text[start + 8 :]}", "utf-8")
    open_checker(page, Edition("single", altered.as_uri()))
    assert page.locator("html").get_attribute("data-pv-start") == "library"


@pytest.mark.long
def test_image_works_after_its_server_is_gone(www: Path, visit: BrowserContext) -> None:  # noqa: F811
    host = Host(www)
    page = visit_first(visit, host)
    assert not any("/assets/runtime/core-" in line for line in host.asked), "the other way is kept where it is needed"
    host.shut_down()
    use_without_server(page, host.address)
    page.goto(host.address)
    assert wait_for_state(page, "ready", "failed") == "ready"
    assert page.locator("html").get_attribute("data-pv-start") == "image"


@pytest.mark.long
def test_browser_that_the_image_does_not_fit_works_after_its_server_is_gone(
    www: Path, visit: BrowserContext, tmp_path: Path  # noqa: F811
) -> None:
    host = Host(www)
    visit.add_init_script(MISFIT)
    page = visit_first(visit, host)
    # The next version keeps both ways from the start.
    host.www = other_version(www, tmp_path / "second", "第二版")
    page.reload()
    page.get_by_role("button", name=RELOAD).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第二版")
    host.shut_down()
    use_without_server(page, host.address)
    page.goto(host.address)
    assert wait_for_state(page, "ready", "failed") == "ready"
    assert page.locator("html").get_attribute("data-pv-start") == "library"
