"""axe-core over every state of the page, light, dark and narrow; and everything by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from page_stage import CLEAN, FAULTY, FINDINGS, Stage, entry, file_entry, give, report, stage, violations, wait_for
from playwright.sync_api import Page, expect

__all__ = ["stage"]

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
    page = stage.open(**context)
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


def passed(stage: Stage, **context: Any) -> Page:
    return stage.checked({"report": CLEAN}, **context)


STATES: list[Callable[..., Page]] = [
    booting, ready_with_options, checking, failed, passed, by_person, expanded, viewer, explaining,
]  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(stage: Stage, state: Callable[..., Page], scheme: str) -> None:
    assert violations(state(stage, color_scheme=scheme)) == []


@pytest.mark.parametrize("state", [ready_with_options, failed, by_person, expanded], ids=lambda state: state.__name__)
def test_narrow_page_has_no_sideways_scrolling(stage: Stage, state: Callable[..., Page]) -> None:
    page = state(stage, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
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
