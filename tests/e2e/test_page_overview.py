"""The numbers of a batch: asked for only when looked at, drawn with a table behind each drawing."""

from __future__ import annotations

from page_stage import CLEAN, OVERVIEW, Stage, calls, file_entry, report, violations
from playwright.sync_api import Page, expect

TITLE = "人數、假別與每日請假概況"


def opened(stage: Stage, **fake: object) -> Page:
    page = stage.checked({"report": CLEAN, **fake})
    page.get_by_text(TITLE).click()
    page.locator(".pv-chart rect").first.wait_for()
    return page


def test_nothing_is_counted_before_the_section_is_opened(stage: Stage) -> None:
    page = stage.checked({"report": CLEAN})
    assert calls(page, "overview") == []
    page.get_by_text(TITLE).click()
    expect(page.locator(".pv-overview__facts")).to_contain_text("212.5 小時（約 26.6 日）")
    expect(page.locator(".pv-overview__facts")).to_contain_text("2 人，3 筆，24 小時（約 3 日）")
    expect(page.locator(".pv-overview")).to_contain_text("另有 2 筆讀不出身分證字號，沒有計入。")
    assert calls(page, "overview") == [{"file": None, "month": None}]


def test_each_chart_says_what_it_shows_and_has_its_numbers(stage: Stage) -> None:
    page = opened(stage)
    for name in ("各假別時數", "110 年 6 月每日請假人數（月曆）", "110 年 6 月每日請假人數（長條圖）"):
        figure = page.locator("figure").filter(has_text=name)
        expect(figure.get_by_role("img", name=name)).to_be_visible()
        figure.get_by_text("以表格顯示數字").click()
        rows = figure.get_by_role("region", name=name).get_by_role("row")
        expect(rows).to_have_count(3 if name == "各假別時數" else 31)
    expect(page.get_by_role("row", name="病假 180.5 30 12")).to_be_visible()
    expect(page.get_by_role("row", name="110 年 6 月 9 日 4 1 32 上班日").first).to_be_visible()
    assert violations(page) == []
    assert page.locator(".pv-overview [style]").count() == 0, "the page's policy refuses inline styles"


def test_what_stands_out_is_named_and_called_no_fault(stage: Stage) -> None:
    page = opened(stage)
    unusual = page.locator(".pv-overview__unusual")
    expect(unusual).to_contain_text("不表示有錯")
    expect(unusual.get_by_role("listitem")).to_have_text([
        "王小明（A12345****）：168 小時（約 21 日），以病假為主；這批資料每人的中位數是 8 小時。",
        "110 年 6 月 9 日：4 人請假，明顯多於其他上班日。",
    ])  # fmt: skip


def test_month_and_file_can_be_chosen(stage: Stage) -> None:
    page = opened(stage, report=report([file_entry("a.json"), file_entry("b.json")]))
    page.get_by_label("月份").select_option("11005")
    page.wait_for_function("pvEngine.calls.at(-1).payload.month === '11005'")
    page.get_by_label("範圍").select_option("b.json")
    page.wait_for_function("pvEngine.calls.at(-1).payload.file === 'b.json'")
    assert calls(page, "overview")[-1] == {"file": "b.json", "month": None}


def test_charts_fit_a_narrow_page_and_keep_their_letters(stage: Stage) -> None:
    page = stage.checked({"report": CLEAN}, viewport={"width": 320, "height": 640})
    page.get_by_text(TITLE).click()
    page.locator(".pv-chart rect").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("getComputedStyle(document.querySelector('.pv-chart__text')).fontSize") == "13px"
    width = page.evaluate("(() => { const { width } = document.querySelector('.pv-chart__svg').getBoundingClientRect(); return width; })()")
    assert width == page.evaluate("document.querySelector('.pv-chart__svg').viewBox.baseVal.width")


def test_numbers_that_cannot_be_had_are_said_to_be_missing(stage: Stage) -> None:
    page = stage.checked({"report": CLEAN})
    page.evaluate("pvFake.answers.overview = null")
    page.get_by_text(TITLE).click()
    expect(page.locator(".pv-overview")).to_contain_text("暫時算不出來")


def test_there_is_no_overview_of_nothing(stage: Stage) -> None:
    page = stage.checked({"report": report([file_entry(record_count=None)])})
    expect(page.get_by_text(TITLE)).to_have_count(0)
    assert OVERVIEW["total"]["records"] == 40
