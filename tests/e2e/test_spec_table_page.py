"""我有欄位說明表 on the stage: its states with axe, narrow too, and by keyboard. What Python answers is asked of Python
beforehand."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any

import pytest
from page_stage import Stage, calls, report, violations, wait_for
from playwright.sync_api import Page, expect
from spec_table.tables import NULLS, SHEETS, WORD, xlsx
from test_a11y import LOOKS, press_until

from pyvalidator import browser
from pyvalidator.profile import built_in_profiles
from pyvalidator.spec_table.files import table_csv

#: A fault, a note, a question with a value to type, codes that nobody knows.
ODD = xlsx({"規格": [
    ["欄位名稱", "代號", "型熊", "長度", "必填", "說明"],
    ["機關代碼", "ORG", "C", 10, "Y", ""], ["身分證字號", "IDNO", "C", 10, "Y", ""], ["姓名", "NM", "C", 20, "Y", ""],
    ["姓名", "NM", "C", 20, "Y", ""], ["假別", "KIND", "C", 2, "Y", "01:事假 02:病假 03:天外假"],
    ["請假起日", "D1", "C", 8, "Y", ""], ["請假迄日", "D2", "C", 7, "Y", "民國年月日"], ["電子郵件信箱與其他聯絡方式的補充說明", "A_VERY_LONG_KEY_OF_A_COLUMN_THAT_NOBODY_KNOWS", "X9", "", "N", ""],
]})  # fmt: skip


@functools.cache
def answer(content: str | bytes, beside: str = "") -> dict[str, Any]:
    """What Python says of a table."""
    given: dict[str, Any] = {"options": {"today": "2021-07-10"}, "answers": {}, "about": {}}
    files = [] if isinstance(content, str) else [{"name": "規格.xlsx", "bytes": content}]
    files += [{"name": "a.json", "bytes": beside.encode()}] if beside else []
    given |= {"text": content} if isinstance(content, str) else {}
    told: dict[str, Any] = json.loads(browser.handle("spec_read", json.dumps(given), tuple(files)))
    return told


def opened(stage: Stage, told: dict[str, Any], **context: Any) -> Page:
    page = stage.open({"answers": {"spec_read": told}, "report": report([])}, **context)
    wait_for(page, "ready")
    page.locator("#pv-more summary").click()
    page.get_by_role("button", name="我有欄位說明表").click()
    return page


def shown(stage: Stage, told: dict[str, Any], **context: Any) -> Page:
    """The panel with an answer in it, and all that is folded away."""
    page = opened(stage, told, **context)
    page.get_by_label("或貼上表格").fill("表")
    page.get_by_role("button", name="讀取表格").click()
    region = page.get_by_role("region", name="讀到的欄位說明表")
    region.locator("*").first.wait_for()
    region.evaluate("region => region.querySelectorAll('details').forEach(each => each.open = true)")
    return page


def empty(stage: Stage, **context: Any) -> Page:
    return opened(stage, {}, **context)


def read(stage: Stage, **context: Any) -> Page:
    return shown(stage, answer(NULLS.content), **context)


def faulty(stage: Stage, **context: Any) -> Page:
    told = answer(ODD)
    assert told["faults"] and told["notes"] and told["questions"] and told["missing"]
    return shown(stage, told, **context)


def compared(stage: Stage, **context: Any) -> Page:
    clean = json.loads(json.dumps(WORD.clean))
    clean["records"][0]["NEW"] = "x"
    told = answer(WORD.content, json.dumps(clean))
    assert told["differences"]
    return shown(stage, told, **context)


def ready(stage: Stage, **context: Any) -> Page:
    told = answer(table_csv(built_in_profiles()["reference"]))
    assert told["ready"]
    return shown(stage, told, **context)


def no_table(stage: Stage, **context: Any) -> Page:
    return shown(stage, {"problem": answer("沒有表格")["problem"]}, **context)


STATES: list[Callable[..., Page]] = [empty, read, faulty, compared, ready, no_table]


# Every state narrow and dark; the one that shows most in the other looks too.
@pytest.mark.parametrize(
    ("state", "look"), [*((state, 1) for state in STATES), (faulty, 0), (faulty, 2)], ids=lambda value: getattr(value, "__name__", value)
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(stage: Stage, state: Callable[..., Page], look: int) -> None:
    page = state(stage, **LOOKS[look])
    assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look]["viewport"]["width"]
    assert violations(page) == []


def test_a_table_is_read_and_answered_by_keyboard_alone(stage: Stage) -> None:
    page = stage.open({"answers": {"spec_read": answer(SHEETS.content)}, "report": report([])})
    wait_for(page, "ready")
    press_until(page, page.locator("#pv-more summary"))
    page.keyboard.press("Enter")
    press_until(page, page.get_by_role("button", name="我有欄位說明表"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="我有欄位說明表")).to_be_focused()
    press_until(page, page.get_by_label("選擇欄位說明表"))
    press_until(page, page.get_by_label("或貼上表格"))
    page.keyboard.type("表")
    press_until(page, page.get_by_role("button", name="讀取表格"))
    page.keyboard.press("Enter")
    expect(page.locator("#pv-announce")).to_contain_text("還有 1 個問題要您確認")
    press_until(page, page.get_by_role("button", name="這些選擇都對，確認"))
    page.keyboard.press("Enter")
    assert len(calls(page, "spec_read")) == 2
    expect(page.get_by_role("region", name="讀到的欄位說明表")).to_be_focused()
    picker = page.get_by_role("combobox", name="對應到").nth(1)
    press_until(page, picker)
    page.keyboard.press("ArrowDown")
    assert len(calls(page, "spec_read")) == 3
    expect(picker).to_be_focused()


def test_what_was_chosen_and_not_confirmed_outlives_another_answer(stage: Stage) -> None:
    page = shown(stage, answer(ODD))
    kind = page.get_by_role("combobox", name="這種檔案是哪一種？")
    kind.select_option("covid109")
    page.get_by_role("combobox", name="對應到").first.select_option("")
    expect(kind).to_have_value("covid109")
    page.get_by_role("button", name="這些選擇都對，確認").click()
    assert calls(page, "spec_read")[-1]["answers"]["dataset"] == "covid109"


def test_other_without_a_word_is_no_answer(stage: Stage) -> None:
    page = shown(stage, answer(ODD))
    page.get_by_role("combobox", name="差假紀錄放在哪一個鍵之下").select_option("其他（請填寫）")
    confirm = page.get_by_role("button", name="這些選擇都對，確認")
    confirm.click()
    expect(page.locator("#pv-wizard").get_by_role("status").first).to_contain_text("請在下面的格子填寫")
    assert len(calls(page, "spec_read")) == 1
    page.get_by_role("textbox", name="差假紀錄放在哪一個鍵之下").fill("body.rows")
    confirm.click()
    assert calls(page, "spec_read")[-1]["answers"]["list"] == "body.rows"
