"""對照精靈 on the stage: every state with axe, narrow too. What Python answers is asked of Python beforehand."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any

import pytest
from page_stage import Stage, calls, entry, file_entry, report, violations
from playwright.sync_api import Locator, Page, expect
from wizard.layouts import LAYOUTS

from pyvalidator import browser
from pyvalidator.samples import build_sample

OTHER_LAYOUT = report(
    [file_entry(findings=[entry("STR100", person=None, pointer="")], record_count=None,
                not_checked=[{"rule": "COD105", "reason": "layout", "count": 0}])]
)  # fmt: skip


@functools.cache
def answers(*, sure: bool) -> dict[str, Any]:
    """What the wizard says of a layout with open codes, or (`sure`) of one in which nothing is left open."""
    layout = next(profile for profile in LAYOUTS if profile.id == ("chinese-nested" if sure else "police"))
    text = build_sample(layout, people=12, seed=3, faults=0 if sure else 3).text

    def ask(op: str, files: tuple[Any, ...] = (), **given: Any) -> Any:
        return json.loads(browser.handle(op, json.dumps({"options": {"today": "2021-07-10"}, **given}), files))

    opened = ask("wizard_open", ({"name": "a.json", "bytes": text.encode()},))
    proposed = ask("wizard_propose", edits={})
    reviewed = ask("wizard_review", edits={})
    table = ask("wizard_codes", field="leave_type", text="19\t公差\n25\t加班補休\n98\t產假\n99\t沒聽過\n")
    ask("clear")
    return {
        "wizard_open": opened, "wizard_propose": proposed, "wizard_review": reviewed, "wizard_codes": table,
        "wizard_close": {},
    }  # fmt: skip


def opened(stage: Stage, *, sure: bool = False, **context: Any) -> Page:
    page = stage.checked({"report": OTHER_LAYOUT, "answers": answers(sure=sure)}, **context)
    page.get_by_role("button", name="用對照精靈設定這種格式").click()
    way(page).wait_for()
    return page


def way(page: Page) -> Locator:
    return page.get_by_role("navigation", name="對照精靈的步驟")


def go_to(page: Page, step: str) -> None:
    way(page).get_by_role("button", name=step).click()


def at_step(step: str) -> Callable[..., Page]:
    """The wizard at a step, with all that is folded away shown."""

    def state(stage: Stage, **context: Any) -> Page:
        page = opened(stage, **context)
        go_to(page, step)
        if step == "確認":
            page.get_by_text("筆紀錄、").wait_for()
        for summary in page.locator("#pv-wizard details:not([open]) > summary").all():
            if summary.is_visible():
                summary.click()
        return page

    state.__name__ = f"at_{step}"
    return state


def settled(stage: Stage, **context: Any) -> Page:
    return opened(stage, sure=True, **context)


def nothing_found(stage: Stage, **context: Any) -> Page:
    told = {"wizard_open": {"found": False, "problem": "找不到像差假紀錄的資料。"}}
    page = stage.checked({"report": OTHER_LAYOUT, "answers": told}, **context)
    page.get_by_role("button", name="用對照精靈設定這種格式").click()
    page.get_by_text("找不到像差假紀錄的資料。").first.wait_for()
    return page


def refused(stage: Stage, **context: Any) -> Page:
    told = {
        "refused": {
            "text": "版型：reference",
            "name": "x.txt",
            "keys": [{"value": "record:days", "title": "日數（days）"}],
        }
    }
    page = stage.checked({"answers": told}, **context)
    page.get_by_role("button", name="平臺不收這個檔案？").click()
    page.get_by_role("dialog").get_by_label("要提供的文字").wait_for()
    return page


def wait_for_calls(page: Page, op: str, count: int) -> None:
    """Waits until the engine was asked `count` times; the page's policy allows no `wait_for_function`."""
    for _ in range(600):
        if len(calls(page, op)) >= count:
            return
        page.wait_for_timeout(50)
    pytest.fail(f"{op} was asked {len(calls(page, op))} times")


COMPARED = {"wizard_compare": {
    "profiles": [{"title": "舊.toml", "problems": []}, {"title": "新.toml", "problems": []}],
    "differences": ["版次：「1」 → 「2」", "少了欄位「事由」（reason，鍵名 memo）"],
}}  # fmt: skip
UNUSABLE = {"wizard_compare": {
    "profiles": [{"title": "舊.toml", "problems": ["第 3 列：設定「kee」不認得這個設定"]}, {"title": "新.toml", "problems": []}],
    "differences": None,
}}  # fmt: skip


def two_profiles(page: Page, *names: str) -> None:
    given: Any = [{"name": name, "mimeType": "", "buffer": b""} for name in names]
    page.get_by_label("選擇檔案").set_input_files(given)


def compared(stage: Stage, told: dict[str, Any] = COMPARED, **context: Any) -> Page:
    page = stage.checked({"answers": told}, **context)
    two_profiles(page, "舊.toml", "新.toml")
    page.get_by_role("region", name="比較結果").get_by_text("「舊.toml」").first.wait_for()
    return page


def not_compared(stage: Stage, **context: Any) -> Page:
    return compared(stage, UNUSABLE, **context)


STEPS = [at_step(step) for step in ("紀錄", "機關與月份", "對應", "代碼", "確認")]
KEYS = STEPS[2]
STATES: list[Callable[..., Page]] = [*STEPS, settled, nothing_found, refused, compared, not_compared]


# The state that shows most in both; the others dark in the long run.
@pytest.mark.parametrize(("state", "scheme"), [
    *((state, "light") for state in STATES), (KEYS, "dark"),
    *(pytest.param(state, "dark", marks=pytest.mark.long) for state in STATES if state != KEYS),
], ids=lambda value: getattr(value, "__name__", value))  # fmt: skip
def test_axe_finds_nothing_in_the_wizard(stage: Stage, state: Callable[..., Page], scheme: str) -> None:
    assert violations(state(stage, color_scheme=scheme)) == []


@pytest.mark.parametrize("state", [*STEPS, refused, not_compared], ids=lambda state: state.__name__)
def test_narrow_wizard_has_no_sideways_scrolling(stage: Stage, state: Callable[..., Page]) -> None:
    page = state(stage, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []


def test_wizard_can_be_reached_from_every_result(stage: Stage) -> None:
    """Plain where the profile may be what is wrong, small where nothing speaks for it, and from the options."""
    page = stage.checked({"answers": answers(sure=True)})
    expect(page.get_by_role("button", name="用對照精靈設定這種格式")).to_have_count(0)
    page.get_by_role("button", name="用對照精靈調整版型").click()
    expect(way(page)).to_be_visible()
    expect(page.get_by_role("heading", name="檢核結果", exact=True)).to_be_hidden()
    page.get_by_role("button", name="離開對照精靈").click()
    expect(page.get_by_role("heading", name="檢核結果", exact=True)).to_be_focused()
    assert calls(page, "wizard_close") != []
    unknown = report([file_entry(findings=[entry("STR120", person=None)])])
    page = stage.checked({"report": unknown, "answers": answers(sure=True)})
    expect(page.get_by_text("不是檔案寫錯的話，請調整版型")).to_be_visible()
    page.get_by_text("名冊與版型（選用）").click()
    page.get_by_role("button", name="對照精靈：由檔案建立版型").click()
    expect(way(page)).to_be_visible()


def test_one_step_is_shown_at_a_time_and_has_the_focus(stage: Stage) -> None:
    page = opened(stage)
    names = ["這個檔案裡，哪些是差假紀錄？", "誰、哪個機關、哪個月？", "每個鍵是什麼？", "代碼是什麼意思？", "這樣讀，對嗎？"]
    for number, name in enumerate(names, 1):
        heading = page.get_by_role("heading", name=f"第 {number} 步，共 5 步 {name}")
        expect(heading).to_be_focused()
        expect(way(page).locator("[aria-current=step]")).to_contain_text(str(number))
        expect(page.locator("#pv-announce")).to_contain_text(name)
        if number < 5:
            page.get_by_role("button", name="下一步").click()
    expect(page.get_by_role("button", name="下一步")).to_have_count(0)
    page.get_by_role("button", name="上一步").click()
    expect(page.get_by_role("heading", name="代碼是什麼意思？")).to_be_focused()
    go_to(page, "紀錄")
    expect(page.get_by_role("heading", name="哪些是差假紀錄？")).to_be_focused()
    expect(page.get_by_role("button", name="上一步")).to_have_count(0)


def test_a_file_of_which_all_is_certain_needs_about_one_screen(stage: Stage) -> None:
    page = settled(stage, viewport={"width": 1366, "height": 768})
    told = json.loads(json.dumps(answers(sure=True)))["wizard_propose"]
    assert len(told["columns"]) >= 20 and not any(column["asks"] for column in told["columns"])
    go_to(page, "對應")
    assert page.locator("#pv-wizard").evaluate("element => element.offsetHeight") < 1.25 * 768


def test_wizard_without_a_file_says_what_to_do(stage: Stage) -> None:
    page = stage.open()
    page.get_by_text("名冊與版型（選用）").click()
    page.get_by_role("button", name="對照精靈：由檔案建立版型").click()
    expect(page.locator("#pv-notices")).to_contain_text("請先放入一個資料檔")


def line(page: Page, key: str) -> Locator:
    """A key that is certain, with its controls shown."""
    found = page.locator(".pv-line").filter(has=page.get_by_text(key, exact=True))
    if found.get_attribute("open") is None:
        found.locator("summary").first.click()
    return found


def test_every_answer_is_asked_about_and_the_last_word_counts(stage: Stage) -> None:
    page = opened(stage)
    go_to(page, "對應")
    key = line(page, "MZ_ID")
    key.get_by_label("對應到").select_option(label="單位")
    key.get_by_label("對應到").select_option(label="不檢核")
    key.get_by_label("每筆都必須有").uncheck()
    go_to(page, "確認")
    page.get_by_text("版型的名稱與說明").click()
    page.get_by_label("名稱", exact=True).fill("測試版型")
    for _ in range(600):
        made = calls(page, "wizard_review")[-1]
        if made["edits"].get("about"):
            break
        page.wait_for_timeout(50)
    assert made["edits"]["about"] == {"title": "測試版型"}
    assert made["edits"]["columns"] == [{"at": "record/MZ_ID", "field": "", "required": False}]
    # Answers are not thrown away unasked, by the button or by Escape.
    leave = page.get_by_role("button", name="離開對照精靈")
    leave.press("Enter")
    dialog = page.get_by_role("dialog", name="離開對照精靈？")
    expect(dialog).to_contain_text("還沒有套用到目前的檔案")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(leave).to_be_focused()
    expect(page.get_by_label("名稱", exact=True)).to_have_value("測試版型")
    page.get_by_label("名稱", exact=True).press("Escape")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="離開，不保留回答").press("Enter")
    expect(page.get_by_role("heading", name="檢核結果", exact=True)).to_be_focused()


def test_nothing_is_checked_before_the_last_step(stage: Stage) -> None:
    page = opened(stage)
    go_to(page, "對應")
    line(page, "MZ_ID").get_by_label("每筆都必須有").uncheck()
    wait_for_calls(page, "wizard_propose", 2)
    assert calls(page, "wizard_review") == []


def test_text_that_was_typed_and_not_taken_is_not_lost_unasked(stage: Stage) -> None:
    page = opened(stage)
    go_to(page, "代碼")
    page.get_by_label("從試算表複製").fill("19\t公差")
    page.get_by_label("從試算表複製").press("Escape")
    expect(page.get_by_role("dialog", name="離開對照精靈？")).to_be_visible()


def test_pasted_codes_are_taken_with_the_tables_own_words(stage: Stage) -> None:
    page = opened(stage)
    go_to(page, "代碼")
    page.get_by_role("button", name="採用貼上的代碼表").click()
    expect(page.get_by_text("請先貼上代碼表。")).to_be_visible()
    page.get_by_label("從試算表複製").fill("19\t公差")
    page.get_by_role("button", name="採用貼上的代碼表").click()
    expect(page.get_by_text("已填入 3 個代碼的意思。")).to_contain_text("99 沒聽過")
    expect(page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="19", exact=True))).to_contain_text("公差")
    wait_for_calls(page, "wizard_propose", 2)
    [edit] = calls(page, "wizard_propose")[-1]["edits"]["columns"]
    assert (edit["codes"], edit["proposed"]) == ({"99": "", "19": "公差", "25": "加班補休", "98": "娩假"}, ["98"])


def test_places_and_facts_of_the_file_are_answered(stage: Stage) -> None:
    page = opened(stage)
    page.get_by_role("radio", name="不是，略過").first.check()
    wait_for_calls(page, "wizard_propose", 2)
    go_to(page, "機關與月份")
    page.get_by_label("哪個月？（資料年月）").select_option(label="檔案裡沒有，每次檢核時自己填")
    wait_for_calls(page, "wizard_propose", 3)
    edits = calls(page, "wizard_propose")[-1]["edits"]
    assert list(edits["places"].values()) == ["ignored"] and edits["given"] == {"period": ""}


def test_new_files_close_the_wizard_and_nothing_of_the_old_ones_stays(stage: Stage) -> None:
    page = opened(stage)
    page.get_by_label("選擇檔案").set_input_files([{"name": "b.json", "mimeType": "", "buffer": b"{}"}])
    expect(page.get_by_role("heading", name="對照精靈", exact=True)).to_have_count(0)
    assert page.locator("#pv-wizard").inner_html() == ""


def test_worker_that_began_anew_is_given_the_files_again(stage: Stage) -> None:
    page = opened(stage)
    page.evaluate(
        """() => {
            const { call } = pvEngine;
            let failed = false;
            pvEngine.call = function (op, ...rest) {
              if (op === "wizard_propose" && !failed) { failed = true; return Promise.reject(new Error("gone")); }
              return call.call(this, op, ...rest);
            };
        }"""
    )
    page.get_by_role("radio", name="不是，略過").first.check()
    wait_for_calls(page, "wizard_open", 2)
    expect(page.get_by_text("這一步沒有成功")).to_have_count(0)


def test_two_profiles_given_together_are_compared_and_none_is_put_to_use(stage: Stage) -> None:
    page = compared(stage)
    expect(page.get_by_role("heading", name="比較兩份版型", exact=True)).to_be_focused()
    region = page.get_by_role("region", name="比較結果")
    expect(region).to_contain_text("「舊.toml」→「新.toml」：2 處不同。")
    expect(region.get_by_role("listitem")).to_have_text(COMPARED["wizard_compare"]["differences"])
    assert calls(page, "wizard_compare") == [{"profiles": [None, None], "files": ["舊.toml", "新.toml"]}]
    assert len(calls(page, "check")) == 1
    page.get_by_role("button", name="離開比較").click()
    expect(page.get_by_role("heading", name="檢核結果", exact=True)).to_be_focused()
    assert page.locator("#pv-wizard").inner_html() == ""


def test_profiles_to_compare_are_chosen_by_keyboard(stage: Stage) -> None:
    page = stage.open({"answers": COMPARED})
    page.get_by_text("名冊與版型（選用）").click()
    page.get_by_role("button", name="比較兩份版型").focus()
    page.keyboard.press("Enter")
    region = page.get_by_role("region", name="比較結果")
    expect(region).to_contain_text("請選擇兩份版型")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="離開比較")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("原來的版型", exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_label("原來的版型：選擇版型檔（.toml）")).to_be_focused()
    given: Any = {"name": "新.toml", "mimeType": "", "buffer": b""}
    page.get_by_label("另一份版型：選擇版型檔（.toml）").set_input_files(given)
    expect(region).to_contain_text("2 處不同")
    expect(page.get_by_label("另一份版型", exact=True)).to_have_value("file")
    assert calls(page, "wizard_compare") == [{"profiles": ["reference", None], "files": ["新.toml"]}]
    page.get_by_label("原來的版型", exact=True).select_option(label="（請選擇）")
    expect(region).to_contain_text("請選擇兩份版型")


def test_profile_that_cannot_be_compared_says_what_to_mend(stage: Stage) -> None:
    region = not_compared(stage).get_by_role("region", name="比較結果")
    expect(region).to_contain_text("「舊.toml」無法使用，不能比較。")
    expect(region).to_contain_text("第 3 列")


def test_data_given_during_a_comparison_is_checked(stage: Stage) -> None:
    page = compared(stage)
    page.get_by_label("選擇檔案").set_input_files([{"name": "b.json", "mimeType": "", "buffer": b"{}"}])
    expect(page.get_by_role("heading", name="檢核結果", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="比較兩份版型", exact=True)).to_have_count(0)


def test_last_step_says_what_is_open_and_leads_back(stage: Stage) -> None:
    page = at_step("確認")(stage)
    asked = page.locator(".pv-finish")
    expect(asked).to_contain_text("還沒有回答的題目")
    expect(asked).to_contain_text("筆紀錄、")
    asked.get_by_role("button", name="回到「代碼」").click()
    expect(page.get_by_role("heading", name="代碼是什麼意思？")).to_be_focused()


def test_profile_and_what_was_typed_beside_the_file_are_put_to_use(stage: Stage) -> None:
    page = opened(stage, sure=True)
    go_to(page, "機關與月份")
    page.get_by_label("哪個月？（資料年月）").select_option(label="檔案裡沒有，每次檢核時自己填")
    told = json.loads(json.dumps(answers(sure=True)))["wizard_propose"]
    assert [source["field"] for source in told["header"]] == ["person_id", "agency_code", "period", "dataset"]
    go_to(page, "確認")
    page.get_by_role("button", name="用這份版型檢核").click()
    wait_for_calls(page, "check", 2)
    assert any(name.endswith(".toml") for name in calls(page, "check")[-1]["files"])
