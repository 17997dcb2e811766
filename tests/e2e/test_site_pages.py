"""The pages beside the checker: nothing refused, no sideways scrolling, usable by keyboard and by screen readers."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect
from site_reader import PAGES, Reader, from_disk

from tasks.toolchain import NODE_MODULES

AXE = NODE_MODULES / "axe-core" / "axe.min.js"


def violations(page: Page) -> Any:
    page.evaluate(AXE.read_text("utf-8") + ";0")
    # `preload` would fetch the style sheets, which the policy refuses.
    return page.evaluate(
        "axe.run(document, {preload: false}).then(found => found.violations.map("
        "one => [one.id, one.nodes.map(node => node.html.slice(0, 200))]))"
    )


@from_disk
@pytest.mark.parametrize(("scheme", "width", "first"), [
    ("light", 1366, 0), ("dark", 320, 2),
    # Every fourth page in each look is enough for every day.
    *(pytest.param(scheme, width, first, marks=pytest.mark.long)
      for scheme in ("light", "dark") for width in (320, 1366) for first in range(4)
      if (scheme, width, first) not in (("light", 1366, 0), ("dark", 320, 2))),
])  # fmt: skip
def test_pages_are_accessible(reader: Reader, scheme: str, width: int, first: int) -> None:
    page = reader.open(PAGES[0], color_scheme=scheme, viewport={"width": width, "height": 768}, bypass_csp=True)
    for path in PAGES[first::4]:
        page.goto(reader.base + path)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} scrolls sideways"


def test_pages_open_without_anything_refused(reader: Reader) -> None:
    page = reader.open(PAGES[0])
    # Every second page from the server, the others from disk: the files are the same.
    for path in PAGES[reader.base.startswith("file:") :: 2]:
        page.goto(reader.base + path)
        expect(page.locator("h1")).to_be_visible()


@from_disk
def test_menu_leads_to_every_part(reader: Reader) -> None:
    page = reader.open("manual/index.html")
    tabs = page.get_by_role("navigation", name="標籤")
    for name in ("防疫假維護指引", "檢核規則", "檔案格式", "關於與隱私", "操作手冊"):
        tabs.get_by_role("link", name=name).click()
        expect(page.locator("h1").first).to_be_visible()
        assert page.url.endswith("/index.html")


@from_disk
def test_menu_opens_by_keyboard_on_a_narrow_screen(reader: Reader) -> None:
    page = reader.open("manual/index.html", viewport={"width": 320, "height": 640})
    menu = page.get_by_role("button", name="選單")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("navigation", name="導覽列")).to_be_in_viewport()


def press_palette(page: Page) -> None:
    """Presses the one palette button that shows; its title is its tooltip, which hovering takes away."""
    page.locator("form[data-md-component=palette] label:visible").click()


@from_disk
def test_palette_changes_and_is_kept(reader: Reader) -> None:
    page = reader.open("manual/index.html", color_scheme="light")
    press_palette(page)
    press_palette(page)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@from_disk
def test_page_works_where_storage_is_refused(reader: Reader) -> None:
    page = reader.open("manual/index.html")
    refuse = "{get() { throw new DOMException('', 'SecurityError'); }}"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {refuse})")
    page.reload()
    press_palette(page)
    press_palette(page)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@from_disk
def test_check_list_can_be_ticked_by_keyboard(reader: Reader) -> None:
    page = reader.open("manual/month/index.html")
    box = page.get_by_role("checkbox").first
    box.press("Space")
    expect(box).to_be_checked()


@from_disk
def test_terms_are_explained_by_keyboard_too(reader: Reader) -> None:
    page = reader.open("manual/index.html")
    term = page.locator("article abbr", has_text="彙整平臺").first
    expect(term).to_have_attribute("tabindex", "0")
    term.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("行政院所屬機關學校差勤資料彙整平臺")


@from_disk
def test_leave_form_answers_from_its_table(reader: Reader) -> None:
    page = reader.open("covid/which-leave/index.html")
    answer = page.locator(".pv-helper").get_by_role("status")
    page.get_by_label("什麼狀況").select_option("自行出國，回來居家檢疫")
    for day, leave in (("109/3/12", "公假或防疫隔離假"), ("1090316", "公假"), ("１０９年３月１７日", "防疫隔離假")):
        page.get_by_label("哪一天開始").fill(day)
        expect(answer).to_contain_text(f"該登：{leave}")
        expect(page.locator("tr[aria-current=true]")).to_have_count(1)
    page.get_by_label("哪一天開始").fill("109/2/30")
    expect(answer).to_contain_text("看不懂這個日期")
    page.get_by_label("哪一天開始").fill("112/5/1")
    expect(answer).to_contain_text("沒有查到")
    assert page.url.endswith("/which-leave/index.html"), "what is asked never enters the address"


@from_disk
def test_leave_table_and_route_finder_work_without_scripts(reader: Reader) -> None:
    page = reader.open("covid/which-leave/index.html", java_script_enabled=False)
    expect(page.get_by_role("row", name="打疫苗，當時起至次日 24 時")).to_contain_text("疫苗接種假")
    expect(page.get_by_label("什麼狀況")).to_have_count(0)
    page.goto(reader.base + "manual/which-route/index.html")
    answers = page.locator(".pv-answer")
    expect(answers.filter(visible=True)).to_have_count(0)
    page.get_by_role("group", name="第一題").get_by_role("radio", name="不是").check()
    page.get_by_role("group", name="第二題").get_by_role("radio", name="不是").check()
    expect(answers.filter(visible=True)).to_have_text(re.compile("產製 JSON 檔上傳"))
    page.get_by_role("group", name="第一題").get_by_role("radio", name="是", exact=True).check()
    expect(answers.filter(visible=True)).to_have_text(re.compile("在 WebHR 維護"))


@from_disk
def test_narrow_screen_shows_table_rows_as_lists(reader: Reader) -> None:
    page = reader.open("covid/which-leave/index.html", viewport={"width": 320, "height": 640})
    row = page.get_by_role("row", name="打疫苗，當時起至次日 24 時")
    expect(row.get_by_role("cell")).to_have_count(6)
    places = [cell.bounding_box() for cell in row.get_by_role("cell").all()]
    assert all(place and place["x"] + place["width"] <= 320 for place in places)


def test_rule_page_leads_to_the_checker_and_its_bad_file(reader: Reader) -> None:
    page = reader.open("rules/str120/index.html")
    link = page.get_by_role("link", name="用這個例子試試")
    assert (link.get_attribute("href") or "").endswith("index.html#example=STR120")
    bad = page.get_by_role("link", name="下載有錯的檔案").get_attribute("href") or ""
    if reader.base.startswith("file:"):
        # From disk the browser shows the file instead of saving it.
        page.goto(urljoin(page.url, bad))
        assert "reasom" in page.inner_text("body")
    else:
        with page.expect_download() as download:
            page.get_by_role("link", name="下載有錯的檔案").click()
        assert json.loads(download.value.path().read_text("utf-8"))


def test_pages_open_from_disk_in_firefox(firefox_reader: Reader) -> None:
    page = firefox_reader.open(PAGES[0])
    for path in PAGES[::4]:
        page.goto(firefox_reader.base + path)
        expect(page.locator("h1")).to_be_visible()
