"""axe-core over every state of the page, light, dark and narrow; and everything by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from page_stage import CLEAN, FAULTY, FINDINGS, Stage, entry, file_entry, give, report, violations, wait_for
from playwright.sync_api import Page, expect

BATCH = report(
    [file_entry("a.json", FINDINGS), file_entry("b.json")],
    batch=[{**entry("BAT601", person=None, line=None, column=None, pointer=None), "files": ["a.json", "b.json"]}],
    matrix=[
        {"agency_code": "376506200A", "agency_name": "水上", "period": "11006", "status": "error", "file": "a.json"},
        {"agency_code": "376506300A", "agency_name": "民雄", "period": "11006", "status": "missing", "file": None},
    ],
    incidents=[{"rule": "REC301", "file": "a.json", "detail": "KeyError (rec301.py:12)"}],
)


def booting(stage: Stage, **context: Any) -> Page:
    page = stage.open({"boot": "wait"}, **context)
    give(page, "b.json", b"\xff\xfe")
    page.get_by_text("UTF-16").first.wait_for()
    return page


def ready_with_options(stage: Stage, **context: Any) -> Page:
    page = stage.open({"side": [{"name": "7307.csv", "kind": "agencies", "title": "機關代碼檔（1 個機關）"}]}, **context)
    wait_for(page, "ready")
    page.get_by_text("名冊與版型（選用）").click()
    page.get_by_label("機關代碼檔").set_input_files([{"name": "7307.csv", "mimeType": "", "buffer": b"x"}])
    page.get_by_text("7307.csv").first.wait_for()
    return page


def checking(stage: Stage, **context: Any) -> Page:
    page = stage.open({"check": "wait"}, **context)
    give(page)
    wait_for(page, "checking")
    return page


def failed(stage: Stage, **context: Any) -> Page:
    page = stage.open({"boot": {"kind": "boot-failed", "cause": "wasm"}}, **context)
    wait_for(page, "failed")
    return page


def by_person(stage: Stage, **context: Any) -> Page:
    return stage.checked({"report": FAULTY}, fragment="#sort=person", **context)


def expanded(stage: Stage, **context: Any) -> Page:
    page = stage.checked({"report": BATCH}, **context)
    for summary in page.locator("#pv-result summary").all():
        summary.click()
    page.get_by_role("button", name="a.json", exact=True).click()
    return page


def viewer(stage: Stage, **context: Any) -> Page:
    page = stage.checked({"report": FAULTY}, **context)
    page.get_by_role("button", name="看更多前後文").first.click()
    page.get_by_role("dialog").locator("mark").wait_for()
    return page


def explaining(stage: Stage, **context: Any) -> Page:
    page = stage.checked({"report": FAULTY}, **context)
    page.get_by_role("button", name="填寫說明").click()
    return page


def unreadable(stage: Stage, **context: Any) -> Page:
    nothing = entry("SYN901", title="檔案是空的", person=None, pointer="", line=1, column=1, field=None, value=None)
    unread = {"agency_code": None, "agency_name": None, "period": None, "record_count": None, "person_count": None}
    return stage.checked({"report": report([file_entry(findings=[nothing], status="unreadable", **unread)])}, **context)


def other_layout(stage: Stage, **context: Any) -> Page:
    unchecked = [{"rule": "COD105", "reason": "layout", "count": 0}]
    return stage.checked({"report": report([file_entry(findings=[entry("STR100")], not_checked=unchecked)])}, **context)


def warned(stage: Stage, **context: Any) -> Page:
    return stage.checked({"report": report([file_entry(findings=[FINDINGS[2]])])}, **context)


def many_files(stage: Stage, **context: Any) -> Page:
    files = [file_entry(f"月報/{number:03}.json", agency_code=f"37650{number:04}A") for number in range(150)]
    page = stage.checked({"report": report(files)}, **context)
    page.get_by_role("button", name="顯示其餘檔案（還有 50 個）").click()
    return page


def nothing_given(stage: Stage, **context: Any) -> Page:
    return stage.checked({"report": report([]), "problems": ["壓縮檔「a.zip」裡沒有 .json 檔。"]}, **context)


def restricted(stage: Stage, **context: Any) -> Page:
    page = stage.checked({"onPage": True}, **context)
    page.get_by_role("button", name="下載報告（CSV）").click()
    page.locator(".pv-said p").first.wait_for()
    for summary in page.locator(".pv-limit > summary").all():
        summary.click()
    return page


def counted(stage: Stage, **context: Any) -> Page:
    page = stage.checked({"report": CLEAN}, **context)
    page.locator("summary", has_text="人數、假別與每日請假概況").click()
    page.locator(".pv-chart rect").first.wait_for()
    return page


def passed(stage: Stage, **context: Any) -> Page:
    return stage.checked({"report": CLEAN}, **context)


STATES: list[Callable[..., Page]] = [
    booting, ready_with_options, checking, failed, passed, by_person, expanded, viewer, explaining, unreadable,
    other_layout, warned, many_files, nothing_given, restricted, counted,
]  # fmt: skip


#: Wide and light, narrow and dark, and twice as large, as Windows at 200 % shows a screen of 1366 × 768.
LOOKS: list[dict[str, Any]] = [
    {"color_scheme": "light", "viewport": {"width": 1366, "height": 768}},
    {"color_scheme": "dark", "viewport": {"width": 320, "height": 640}},
    {"color_scheme": "light", "viewport": {"width": 683, "height": 384}, "forced_colors": "active"},
]


#: The states that between them show every control.
THOROUGH = (ready_with_options, failed, by_person, expanded, counted)


# Every state narrow and dark; those that show every control in the other looks too, all but one in the long run.
@pytest.mark.parametrize(("state", "look"), [
    *((state, 1) for state in STATES), (expanded, 0), (expanded, 2),
    *(pytest.param(state, look, marks=pytest.mark.long) for state in THOROUGH if state != expanded for look in (0, 2)),
], ids=lambda value: getattr(value, "__name__", value))  # fmt: skip
def test_axe_finds_nothing_and_nothing_scrolls_sideways(stage: Stage, state: Callable[..., Page], look: int) -> None:
    """One page for each look: a look that is switched on later is painted half-way when axe measures it."""
    page = state(stage, **LOOKS[look])
    assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look]["viewport"]["width"]
    assert violations(page) == []


def test_whole_task_by_keyboard_alone(stage: Stage) -> None:
    page = stage.open()
    wait_for(page, "ready")
    press_until(page, page.get_by_role("button", name="載入範例", exact=True))
    page.keyboard.press("Enter")
    wait_for(page, "done")
    expect(page.get_by_role("heading", name="檢核結果")).to_be_focused()
    press_until(page, page.get_by_role("radio", name="依規則"))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="依人員")).to_be_checked()
    press_until(page, page.get_by_role("button", name="下一項"))
    page.keyboard.press("Enter")
    expect(page.locator(".pv-card:focus")).to_have_count(1)
    press_until(page, page.get_by_role("button", name="檔案內容").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="檔案內容").first).to_have_attribute("aria-expanded", "false")


def test_warning_is_explained_and_the_file_looked_at_by_keyboard_alone(stage: Stage) -> None:
    page = warned(stage)
    expect(page.get_by_role("heading", name="檢核結果")).to_be_focused()
    press_until(page, page.get_by_role("button", name="填寫說明"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("說明（會寫入下載的報告與列印紀錄）")).to_be_focused()
    page.keyboard.type("該員輪值")
    press_until(page, page.get_by_role("button", name="儲存說明"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="修改說明")).to_be_focused()
    press_until(page, page.get_by_role("button", name="看更多前後文"))
    page.keyboard.press("Enter")
    press_until(page, page.get_by_label("到第幾列"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="看更多前後文")).to_be_focused()


def test_supervisors_task_by_keyboard_alone(stage: Stage) -> None:
    page = stage.checked({"report": BATCH})
    press_until(page, page.get_by_label("只看還沒收到的機關"))
    page.keyboard.press("Space")
    expect(page.locator(".pv-matrix tbody tr")).to_have_count(1)
    press_until(page, page.get_by_role("button", name="下載報送情形（Excel）"))
    press_until(page, page.get_by_role("button", name="a.json", exact=True))
    page.keyboard.press("Enter")
    press_until(page, page.get_by_role("button", name="只看這個檔案的問題（4 項）"))
    page.keyboard.press("Enter")
    expect(page.locator(".pv-list")).to_be_focused()


def press_until(page: Page, target: Any) -> None:
    """Tabs to `target`; fails where it cannot be reached."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("The control cannot be reached with the Tab key")


def test_moving_things_stand_still_where_wished(stage: Stage) -> None:
    page = stage.open(reduced_motion="reduce")
    wait_for(page, "ready")
    assert page.evaluate("document.getAnimations().length") == 0
