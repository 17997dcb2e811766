"""What is given, in every way there is: dropped, chosen, or not delivered at all; data, and files that say how to check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from page_stage import CLEAN, FAULTY, Stage, calls, file_entry, give, report, wait_for
from playwright.sync_api import Page, expect


def test_drop_anywhere_is_checked(stage: Stage) -> None:
    page = stage.open()
    wait_for(page, "ready")
    page.evaluate(
        """() => {
            const transfer = new DataTransfer();
            transfer.items.add(new File(["{}"], "dropped.json"));
            transfer.items.add(new File(["PK"], "many.zip"));
            for (const type of ["dragover", "drop"])
              document.querySelector("h1").dispatchEvent(
                new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: transfer}));
        }"""
    )
    wait_for(page, "done")
    assert calls(page, "check")[0]["files"] == ["dropped.json", "many.zip"]
    expect(page.get_by_text("放開滑鼠")).to_be_hidden()


def test_dropped_folder_is_walked(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "月報"
    (folder / "sub" / "deep").mkdir(parents=True)
    for number in range(120):
        (folder / "sub" / f"{number}.json").write_text("{}", "utf-8")
    (folder / "sub" / "deep" / "z.JSON").write_text("{}", "utf-8")
    (folder / "note.txt").write_text("x", "utf-8")
    (tmp_path / "alone.json").write_text("{}", "utf-8")
    page = stage.open()
    wait_for(page, "ready")
    drop_paths(page, folder, tmp_path / "alone.json")
    wait_for(page, "done")
    names = calls(page, "check")[0]["files"]
    assert len(names) == 123 and {"月報/sub/deep/z.JSON", "月報/sub/119.json", "月報/note.txt", "alone.json"} <= set(names)


def drop_paths(page: Page, *paths: Path) -> None:
    """Drops files and folders of this computer on the page, as the browser itself delivers them."""
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 50, "y": 50, "data": data})


def test_folder_is_handed_over_under_its_paths_but_for_what_is_hidden(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "月報"
    for name in ("a.json", "sub/B.JSON", "note.txt", ".hidden/c.json", "__MACOSX/d.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}", "utf-8")
    page = stage.open()
    wait_for(page, "ready")
    page.get_by_label("選擇資料夾").set_input_files(folder)
    wait_for(page, "done")
    assert sorted(calls(page, "check")[0]["files"]) == ["月報/a.json", "月報/note.txt", "月報/sub/B.JSON"]


# What the browser makes of a drop cannot be produced in a driven one, so its event is made: types, and items by kind.
DROP = """(given) => {
    const items = given.items.map(({ kind = "file", file, entry = null }) => ({
        kind, webkitGetAsEntry: () => entry && { name: entry, isFile: false, isDirectory: true, createReader: () => ({ readEntries: (found) => found([]) }) },
        getAsFile: () => file && new File([file.text], file.name, { type: file.type ?? "" }),
    }));
    for (const type of ["dragover", "drop"]) {
        const event = new Event(type, { bubbles: true, cancelable: true });
        Object.defineProperty(event, "dataTransfer", { value: { types: given.types, items, files: [] } });
        document.querySelector("h1").dispatchEvent(event);
    }
}"""
NOT_DELIVERED = {
    "an attachment of a mail": ({"types": ["Files"], "items": [{"file": None}]}, "先把附件存到電腦"),
    "a mail": ({"types": ["Files"], "items": []}, "瀏覽器沒有收到檔案的內容"),
    "a text or a link": ({"types": ["text/plain", "text/uri-list"], "items": [{"kind": "string"}]}, "是文字或網址，不是檔案"),
    "a picture of a page": (
        {"types": ["text/uri-list", "text/html", "Files"], "items": [{"file": {"name": "標誌.png", "type": "image/png", "text": "x"}}]},
        "「標誌.png」是網頁上的圖片",
    ),
    "an empty folder": ({"types": ["Files"], "items": [{"entry": "六月"}]}, "資料夾「六月」裡沒有任何檔案"),
}  # fmt: skip


@pytest.mark.parametrize("what", NOT_DELIVERED)
def test_what_does_not_arrive_is_answered_and_no_former_verdict_stays(stage: Stage, what: str) -> None:
    given, sentence = NOT_DELIVERED[what]
    page = stage.checked({"report": CLEAN})
    page.evaluate(DROP, given)
    said = page.locator("#pv-notices")
    expect(said).to_contain_text(sentence)
    expect(page.locator("#pv-announce")).to_have_text(said.inner_text())
    wait_for(page, "ready")
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_be_hidden()
    assert page.locator("#pv-result").inner_text() == ""
    assert len(calls(page, "check")) == len(calls(page, "clear")) == 1
    give(page, "next.json")
    wait_for(page, "done")
    expect(said).to_be_empty()


def test_what_does_not_arrive_stops_a_check_and_leaves_a_failure(stage: Stage) -> None:
    page = stage.open({"check": "wait"})
    give(page)
    wait_for(page, "checking")
    page.evaluate(DROP, NOT_DELIVERED["a mail"][0])
    wait_for(page, "ready")
    expect(page.locator("#pv-notices")).to_contain_text("瀏覽器沒有收到檔案的內容")
    page = stage.open({"boot": {"kind": "boot-failed", "cause": "wasm"}})
    wait_for(page, "failed")
    page.evaluate(DROP, NOT_DELIVERED["a mail"][0])
    expect(page.locator("#pv-notices")).to_contain_text("瀏覽器沒有收到檔案的內容")
    expect(page.locator("#pv-failure-title")).to_be_visible()


def test_what_arrives_without_content_is_checked_and_explained(stage: Stage) -> None:
    page = stage.open()
    wait_for(page, "ready")
    files = [{"file": {"name": "a.json", "text": "{}"}}, {"file": {"name": "b.json", "text": ""}}, {"file": None}]
    page.evaluate(DROP, {"types": ["Files"], "items": files})
    wait_for(page, "done")
    notes = page.locator("#pv-result .pv-note--warning")
    expect(notes).to_contain_text("另有 1 個項目，瀏覽器沒有收到檔案的內容")
    expect(notes).to_contain_text("「b.json」送到瀏覽器時沒有內容（0 位元組）")
    expect(page.locator("#pv-announce")).to_contain_text("全部解壓縮")
    assert calls(page, "check")[0]["files"] == ["a.json", "b.json"]


def test_text_may_be_dropped_into_the_box_and_moved_on_the_page(stage: Stage) -> None:
    page = stage.checked()
    page.evaluate(
        """() => {
            const drop = (element) => {
                const transfer = new DataTransfer();
                transfer.setData("text/plain", "{}");
                const event = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer });
                element.dispatchEvent(event);
                return event.defaultPrevented;
            };
            globalThis.pvTaken = [drop(document.getElementById("pv-paste"))];
            document.dispatchEvent(new DragEvent("dragstart"));
            pvTaken.push(drop(document.querySelector("h1")));
        }"""
    )
    assert page.evaluate("pvTaken") == [False, True]
    expect(page.locator("#pv-notices")).to_be_empty()
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_be_visible()


def test_what_is_dropped_on_an_open_window_is_shown_in_its_place(stage: Stage) -> None:
    page = stage.checked()
    page.get_by_role("checkbox", name="顯示完整身分證字號").click()
    page.get_by_role("dialog").wait_for()
    page.evaluate(DROP, {"types": ["Files"], "items": [{"file": {"name": "next.json", "text": "{}"}}]})
    expect(page.get_by_role("dialog")).to_have_count(0)
    wait_for(page, "done")
    assert calls(page, "check")[-1]["files"][-1] == "next.json"
    assert calls(page, "check")[-1]["options"]["mask"] is True
    expect(page.get_by_role("heading", name="檢核結果")).to_be_focused()


def test_second_file_replaces_the_first_result(stage: Stage) -> None:
    page = stage.checked()
    page.evaluate("report => pvFake.report = report", CLEAN)
    give(page, "again.json")
    expect(page.locator(".pv-verdict__sentence")).to_have_text("未發現錯誤（依參考版型，非平臺認可）")
    assert [call["files"] for call in calls(page, "check")][1] == ["376506200A_11006.json", "again.json"]
    assert calls(page, "check")[1]["options"]["gives"] == [0, 1, 1]


ROSTER = {"name": "名冊.csv", "kind": "roster", "title": "名冊.csv"}
CLEAN_SENTENCE = "未發現錯誤（依參考版型，非平臺認可）"


def test_side_file_alone_waits_for_data_and_can_be_undone(stage: Stage) -> None:
    page = stage.open({"side": [ROSTER]})
    wait_for(page, "ready")
    page.get_by_label("應報送機關名冊").set_input_files([{"name": "名冊.csv", "mimeType": "", "buffer": b"x"}])
    said = page.locator("#pv-notices")
    expect(said).to_have_text("已收到設定檔：應報送機關名冊「名冊.csv」。還沒有要檢核的差勤資料，請放入差勤系統產製的 JSON 檔。")
    expect(page.locator("#pv-announce")).to_have_text(said.inner_text())
    wait_for(page, "ready")
    expect(page.get_by_role("region", name="檢核時採用的設定檔")).to_contain_text("名冊.csv，下一次檢核時採用")
    give(page)
    wait_for(page, "done")
    expect(said).to_be_empty()
    assert calls(page, "check")[1]["files"] == ["名冊.csv", "376506200A_11006.json"]
    page.get_by_role("button", name="不採用 名冊.csv").click()
    page.get_by_role("button", name="復原 名冊.csv").wait_for()
    wait_for(page, "done")
    assert calls(page, "check")[2]["options"]["ignore_side"] == ["名冊.csv"]


def test_side_file_after_data_says_whose_result_is_shown(stage: Stage) -> None:
    page = stage.checked({"side": [ROSTER], "report": CLEAN})
    give(page, "名冊.csv")
    again = page.locator("#pv-result > .pv-note")
    expect(again).to_have_text(
        "已採用設定檔：應報送機關名冊「名冊.csv」。以下是先前放入的「376506200A_11006.json」依這個設定重新檢核的結果。"
    )
    heard = page.locator("#pv-announce")
    expect(heard).to_have_text(f"{again.inner_text()}檢核完成：{CLEAN_SENTENCE}。必須修正 0 項，請確認並說明 0 項，參考 0 項。")
    page.get_by_role("button", name="不採用 名冊.csv").click()
    expect(again).to_have_text("已不採用「名冊.csv」。以下是先前放入的「376506200A_11006.json」重新檢核的結果。")
    page.get_by_role("button", name="復原 名冊.csv").click()
    expect(again).to_contain_text("已恢復採用「名冊.csv」")
    give(page, "next.json")
    expect(again).to_have_count(0)
    assert calls(page, "check")[-1]["options"]["gives"] == [1, 2, 1]


def test_side_file_that_cannot_be_used_brings_no_verdict(stage: Stage) -> None:
    faulty = {**ROSTER, "error": "第 3 列的引號沒有成對"}
    page = stage.checked({"side": [faulty], "report": CLEAN})
    page.evaluate("report => pvFake.report = report", report([file_entry("a.json"), file_entry("b.json")]))
    give(page, "名冊.csv")
    again = page.locator("#pv-result > .pv-note")
    expect(again).to_have_text(
        "剛放入的是設定檔，不是要檢核的資料：「名冊.csv」沒有採用（第 3 列的引號沒有成對）。以下仍是先前放入的 2 個檔案的檢核結果。"
    )
    expect(page.locator("#pv-announce")).to_have_text(again.inner_text())
    page.get_by_role("button", name="清除").click()
    wait_for(page, "ready")
    give(page, "名冊.csv")
    expect(page.locator("#pv-notices")).to_contain_text("「名冊.csv」沒有採用（第 3 列的引號沒有成對）。還沒有要檢核的差勤資料")
    expect(page.locator("#pv-result")).to_be_hidden()


def test_profile_given_with_data_stays_in_use_until_it_is_undone(stage: Stage) -> None:
    page = stage.open({"side": [{"name": "x.toml", "kind": "profile", "title": "縣府版型"}]})
    wait_for(page, "ready")
    given: Any = [{"name": name, "mimeType": "", "buffer": b"{}"} for name in ("x.toml", "a.json")]
    page.get_by_label("選擇檔案").set_input_files(given)
    expect(page.get_by_text("縣府版型（x.toml）")).to_contain_text("接下來放入的檔案也用這個版型")
    wait_for(page, "done")
    page.evaluate("report => pvFake.report = report", CLEAN)
    give(page, "b.json")
    expect(page.locator(".pv-verdict__sentence")).to_contain_text("未發現錯誤")
    assert [sorted(call["files"]) for call in calls(page, "check")] == [["a.json", "x.toml"], ["a.json", "b.json", "x.toml"]]
    page.get_by_role("button", name="改回內建版型 x.toml").click()
    page.get_by_role("button", name="復原 x.toml").wait_for()
    wait_for(page, "done")
    page.evaluate("report => pvFake.report = report", FAULTY)
    give(page, "c.json")
    expect(page.locator(".pv-verdict__sentence")).to_contain_text("請先修正")
    assert [call["options"]["ignore_side"] for call in calls(page, "check")] == [[], [], ["x.toml"], ["x.toml"]]


def test_faulty_side_file_is_said_to_be_unused(stage: Stage) -> None:
    side = [{"name": "x.toml", "kind": "profile", "title": "x.toml", "error": "第 3 列的 id 不可空白。"}]
    page = stage.open({"side": side})
    given: Any = [{"name": name, "mimeType": "", "buffer": b"{}"} for name in ("x.toml", "a.json")]
    page.get_by_label("選擇檔案").set_input_files(given)
    expect(page.get_by_text("沒有採用：第 3 列的 id 不可空白。")).to_be_visible()


@pytest.mark.parametrize("script", ["{owner: () => 1}", "5n", "(globalThis.loop = {}, loop.loop = loop)"])
def test_settings_that_no_worker_can_take_are_told_and_the_page_works(stage: Stage, script: str) -> None:
    told = {"settings": {"problems": ["內容不是隨附設定"]}}
    page = stage.open({"answers": told}, script=f"globalThis.pvSiteSettings = {script};")
    wait_for(page, "ready")
    assert calls(page, "settings")[0]["settings"] in ("", {})
    expect(page.locator("#pv-shipped")).to_contain_text("內容不是隨附設定")
