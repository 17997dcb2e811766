"""The supervisor's view is about one month that can be changed; what leaves the page says what it leaves out."""

from __future__ import annotations

from typing import Any

from page_stage import FINDINGS, Stage, calls, entry, file_entry, report
from playwright.sync_api import Page, expect


def cell(name: str, status: str, file: str | None = None, **changes: Any) -> dict[str, Any]:
    base = {"agency_code": f"37650000{'甲乙丙'.index(name)}A", "agency_name": f"{name}鄉公所", "period": "11006"}
    return {**base, "status": status, "file": file, "other_months": [], **changes}


MATRIX = [
    cell("甲", "pass", "a.json"), cell("乙", "error", "b.json", period="11005"),
    cell("甲", "overdue", period="11005", other_months=["11006"]), cell("乙", "overdue", other_months=["11005"]),
    cell("丙", "overdue"), cell("丙", "overdue", period="11005"),
]  # fmt: skip
FILES = [file_entry("a.json"), file_entry("b.json", [entry()], period="11005")]
JUNE = report(FILES, matrix=MATRIX)
MAY = report(FILES, matrix=MATRIX, month="11005")
PROFILE = {"origin": "built_in", "fields": {}, "name": "差勤檢核", "side": [], "problems": []}


def opened(stage: Stage) -> Page:
    return stage.checked(
        {"report": JUNE, "answers": {"month": {"report": MAY, **PROFILE}}},
        permissions=["clipboard-read", "clipboard-write"],
    )


def test_who_has_a_file_of_another_month_is_not_said_to_be_late(stage: Stage) -> None:
    page = opened(stage)
    result = page.locator("#pv-result")
    expect(result).to_contain_text("110 年 6 月：逾期未收到 1 份，未發現錯誤 1 份。")
    expect(result).to_contain_text("還沒收到的機關（1 個）：丙鄉公所。")
    expect(result).to_contain_text("檔案是其他月份的機關（1 個）：乙鄉公所（110 年 5 月）。")
    expect(page.locator(".pv-matrix").get_by_text("逾期未收到")).to_have_count(1)
    page.get_by_role("button", name="複製還沒收到的機關").click()
    page.get_by_role("button", name="已複製").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").splitlines() == [
        "丙鄉公所（376500002A）110 年 6 月：逾期未收到",
        "乙鄉公所（376500001A）110 年 6 月：檔案是其他月份（110 年 5 月）",
    ]


def test_another_month_can_be_asked_about(stage: Stage) -> None:
    page = opened(stage)
    page.get_by_role("combobox", name="資料年月").select_option("110 年 5 月")
    result = page.locator("#pv-result")
    expect(result).to_contain_text("110 年 5 月：逾期未收到 1 份，請先修正 1 份。")
    expect(result).to_contain_text("檔案是其他月份的機關（1 個）：甲鄉公所（110 年 6 月）。")
    assert calls(page, "month") == [{"month": "11005"}]
    expect(page.locator("#pv-month")).to_be_focused()
    # What is checked again stays about this month; new files begin anew.
    page.get_by_role("checkbox", name="顯示完整身分證字號").click()
    page.get_by_role("button", name="仍要顯示").click()
    page.wait_for_function("pvEngine.calls.filter(({ op }) => op === 'check').length === 2")
    assert calls(page, "check")[-1]["options"]["month"] == "11005"
    page.get_by_role("button", name="清除").click()
    page.locator("#pv-files").set_input_files({"name": "c.json", "mimeType": "", "buffer": b"{}"})
    page.wait_for_function("pvEngine.calls.filter(({ op }) => op === 'check').length === 3")
    assert "month" not in calls(page, "check")[-1]["options"]


def test_a_filtered_print_says_what_it_leaves_out(stage: Stage) -> None:
    page = stage.checked({"report": report([file_entry(findings=FINDINGS)])})
    paper = page.locator(".pv-paper")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(paper).not_to_contain_text("篩選")
    expect(paper).to_contain_text("休假 110/6/8 08:00–17:00，1 日")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.get_by_label("請確認並說明").check()
    expect(page.locator(".pv-list__summary")).to_contain_text("符合條件 1 項")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(paper).to_contain_text(
        "本頁只列出 1 項（篩選：嚴重程度：請確認並說明），全部 4 項：必須修正 2 項，請確認並說明 1 項，參考 1 項。"
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.get_by_role("button", name="下載報告（CSV）").click()
    page.wait_for_function("pvEngine.calls.at(-1).op === 'export'")
    assert calls(page, "export")[-1]["filter"] == "嚴重程度：請確認並說明"


def test_one_persons_print_tells_of_all_the_others(stage: Stage) -> None:
    page = stage.checked({"report": report([file_entry(findings=FINDINGS)])}, fragment="#sort=person")
    page.evaluate("void (globalThis.print = () => dispatchEvent(new Event('beforeprint')))")
    page.locator(".pv-group").filter(has_text="李美華").get_by_role("button", name="列印這位同仁").click()
    expect(page.locator(".pv-paper")).to_contain_text("本頁只列出 1 項（篩選：人員：李美華（B23456****）），全部 4 項：")


def test_a_card_names_the_leave(stage: Stage) -> None:
    page = stage.checked({"report": report([file_entry(findings=FINDINGS)])})
    expect(page.locator(".pv-card__head").first).to_contain_text("休假 110/6/8 08:00–17:00，1 日")
