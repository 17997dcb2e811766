"""對照精靈 before the real engine, over http, as one file and (long) as a folder from disk: one boot for each, by mouse
and by keyboard."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from checker_page import Edition, guarded_page, open_checker
from page_stage import violations, wait_for
from playwright.sync_api import Browser, Page, expect
from wizard.clerk_files import IDS
from wizard.clerk_files import LAYOUTS as LAYOUTS_OF_CLERKS
from wizard.layouts import LAYOUTS

from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.options import Options
from pyvalidator.profile import load_profile
from pyvalidator.samples import build_sample
from pyvalidator.wizard.session import Session

LAYOUT = next(profile for profile in LAYOUTS if profile.id == "police")
TEXT = build_sample(LAYOUT, people=12, seed=3, period="11006").text
PEOPLE = {record["MZ_ID"] for record in json.loads(TEXT)["data"]}
CODES = "代碼\t名稱\n" + "".join(f"{code}\t{name}\n" for code, name in LAYOUT.tables["leave_type"].items())


@pytest.fixture(scope="module", params=["http", *(pytest.param(name, marks=pytest.mark.long) for name in ("single", "file"))])
def booted(request: pytest.FixtureRequest, editions: dict[str, Edition], browser: Browser) -> Iterator[Page]:
    """The checker, booted once for all tests of an edition."""
    for page in guarded_page(browser, editions["http"].address):
        open_checker(page, editions[request.param])
        page.pv_edition = request.param  # type: ignore[attr-defined]
        yield page


@pytest.fixture
def page(booted: Page) -> Iterator[Page]:
    """The page, ready and empty."""
    yield booted
    leave = booted.get_by_role("button", name="離開對照精靈")
    if leave.count():
        leave.click()
        for dialog in booted.get_by_role("button", name="離開，不保留回答").all():
            dialog.click()
    if booted.get_by_role("button", name="清除", exact=True).count():
        booted.get_by_role("button", name="清除", exact=True).click()
    wait_for(booted, "ready")


def give(page: Page, **files: bytes | str) -> None:
    contents = {
        name.replace("_", "."): data.encode() if isinstance(data, str) else data for name, data in files.items()
    }
    given: Any = [{"name": name, "mimeType": "", "buffer": data} for name, data in contents.items()]
    page.get_by_label("選擇檔案").set_input_files(given)
    wait_for(page, "done")


def way(page: Page) -> Any:
    """The steps of the wizard, as buttons."""
    return page.get_by_role("navigation", name="對照精靈的步驟")


def go_to(page: Page, step: str) -> None:
    way(page).get_by_role("button", name=step).click(timeout=60_000)


def finish(page: Page) -> Any:
    """The last step, once the files are checked."""
    go_to(page, "確認")
    told = page.locator(".pv-finish")
    expect(told).to_contain_text("筆紀錄、", timeout=60_000)
    return told


def open_wizard(page: Page) -> None:
    give(page, a_json=TEXT)
    page.get_by_role("button", name="用對照精靈設定這種格式").click()
    way(page).wait_for(timeout=60_000)


def line(page: Page, key: str) -> Any:
    """A key that is certain, with its controls shown."""
    go_to(page, "對應")
    found = page.locator(".pv-line").filter(has=page.get_by_text(key, exact=True))
    if found.get_attribute("open") is None:
        found.locator("summary").first.click()
    return found


def answer_all(page: Page) -> int:
    """Answers what is asked, as a clerk would who agrees with every guess; returns the number of answers."""
    answers = 0

    def press(target: Any) -> None:
        nonlocal answers
        target.click()
        answers += 1
        expect(page.locator("#pv-wizard [aria-busy]")).to_have_count(0, timeout=60_000)

    while (kind := page.get_by_role("button", name="這裡都是")).count():
        press(kind.first)
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("是每月差假資料").select_option(label="這個系統的檔案都是每月差假資料")
    answers += 1
    page.get_by_role("button", name="下一步").click()
    while (guess := page.get_by_role("button", name=re.compile("推測都對|對，就是這個"))).count():
        press(guess.first)
    for box in page.get_by_label("檔案裡真的沒有").all():
        if not box.is_checked():
            box.check()
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("button", name="下一步").click()
    return answers


@pytest.mark.parametrize("name", LAYOUTS_OF_CLERKS)
def test_four_layouts_are_mapped_as_a_clerk_would(page: Page, name: str) -> None:
    began = time.monotonic()
    give(page, a_json=json.dumps(LAYOUTS_OF_CLERKS[name], ensure_ascii=False))
    # Some have a header like the reference profile's, so that the layout is not said to be another one.
    page.get_by_role("button", name=re.compile("用對照精靈(設定這種格式|調整版型)")).click()
    way(page).wait_for(timeout=60_000)
    answers = answer_all(page)
    told = page.locator(".pv-finish")
    expect(told).to_contain_text("筆紀錄、4 人。", timeout=60_000)
    expect(told).to_contain_text("照這份版型讀，檔案的格式沒有問題。")
    expect(told).not_to_contain_text("還沒有回答")
    expect(told).not_to_contain_text("不會檢核到")
    page.get_by_role("button", name="用這份版型檢核").click()
    expect(page.locator(".pv-verdict__sentence")).to_contain_text("未發現錯誤", timeout=60_000)
    print(f"{name}: {answers} answers, {time.monotonic() - began:.1f} s")
    shown = page.locator("#pv-app").inner_html()
    assert answers <= 3 and not any(number in shown for number in IDS)




def saved(page: Page, button: str) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path())


def paste_codes(page: Page) -> None:
    go_to(page, "代碼")
    page.get_by_label("從試算表複製").fill(CODES)
    page.get_by_role("button", name="採用貼上的代碼表").click()
    expect(page.get_by_text("個代碼的意思。")).to_be_visible(timeout=60_000)


def test_whole_flow_from_unknown_file_to_clean_result(page: Page) -> None:
    open_wizard(page)
    # A slip, seen in the last step and undone.
    line(page, "MZ_OCCC").get_by_label("對應到").select_option(label="單位")
    told = finish(page)
    expect(told).to_contain_text("還沒有回答的題目")
    line(page, "MZ_OCCC").get_by_label("對應到").select_option(label="職稱")
    paste_codes(page)
    finish(page)
    page.get_by_text("版型的名稱與說明").click()
    page.get_by_label("名稱", exact=True).fill("警察局差勤系統")
    page.get_by_label("代號").fill("police-test")
    page.get_by_text("看版型檔的內容").click()
    expect(page.get_by_role("region", name="看版型檔的內容")).to_contain_text("police-test", timeout=60_000)
    assert violations(page) == []
    text = saved(page, "存成版型檔").read_text("utf-8")
    profile = load_profile(text, "saved.toml")
    assert (profile.id, profile.title, profile.tables["leave_type"]["01"]) == ("police-test", "警察局差勤系統", "事假")
    whole = page.content()
    assert not any(person[:7] in whole for person in PEOPLE)
    page.get_by_role("button", name="用這份版型檢核").click()
    expect(page.locator(".pv-verdict__sentence")).to_be_visible(timeout=60_000)
    expect(page.locator("#pv-sides")).to_contain_text("警察局差勤系統")
    page.get_by_role("button", name="平臺不收這個檔案？").click()
    page.get_by_role("dialog").get_by_label("平臺說哪個鍵有問題").select_option(label="身分證字號（MZ_ID）")
    expect(page.get_by_label("要提供的文字")).to_have_value(re.compile("police-test.*文字 A999999999", re.DOTALL))
    page.get_by_role("dialog").get_by_role("button", name="關閉").click()
    # A saved profile beside the data, in one archive.
    page.get_by_role("button", name="清除", exact=True).click()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("六月/資料.json", TEXT)
        archive.writestr("六月/版型.toml", text.replace("警察局差勤系統", "壓縮檔裡的版型"))
    give(page, b_zip=packed.getvalue())
    expect(page.locator("#pv-sides")).to_contain_text("壓縮檔裡的版型")


def test_by_keyboard_alone(page: Page) -> None:
    give(page, a_json=TEXT)
    press_until(page, page.get_by_role("button", name="用對照精靈設定這種格式"))
    page.keyboard.press("Enter")
    for heading in ("哪些是差假紀錄？", "哪個月？", "每個鍵是什麼？", "代碼是什麼意思？"):
        expect(page.get_by_role("heading", name=heading)).to_be_focused(timeout=60_000)
        if heading == "每個鍵是什麼？":
            reason = page.locator(".pv-line").filter(has=page.get_by_text("MZ_CAUSE", exact=True))
            press_until(page, reason.locator("summary").first)
            page.keyboard.press("Enter")
            press_until(page, reason.get_by_label("對應到"))
            page.keyboard.press("Home")
            expect(page.locator("#pv-wizard [aria-busy]")).to_have_count(0, timeout=60_000)
            expect(page.locator(".pv-line").filter(has=page.get_by_text("MZ_CAUSE", exact=True)).get_by_label("對應到")).to_have_value("")
        if heading == "代碼是什麼意思？":
            press_until(page, page.get_by_label("從試算表複製"))
            page.keyboard.insert_text(CODES)
            press_until(page, page.get_by_role("button", name="採用貼上的代碼表"))
            page.keyboard.press("Enter")
            expect(page.get_by_text("個代碼的意思。")).to_be_visible(timeout=60_000)
        press_until(page, page.get_by_role("button", name="下一步"))
        page.keyboard.press("Enter")
    expect(page.locator(".pv-finish")).to_contain_text("筆紀錄、", timeout=60_000)
    press_until(page, page.get_by_role("button", name="用這份版型檢核"))
    page.keyboard.press("Enter")
    expect(page.locator("#pv-sides")).to_contain_text("由對照精靈建立的版型", timeout=60_000)


def test_code_table_from_excel_file(page: Page) -> None:
    import xlsxwriter

    book = io.BytesIO()
    workbook = xlsxwriter.Workbook(book, {"in_memory": True})
    sheet = workbook.add_worksheet()
    for row, cells in enumerate(LAYOUT.tables["leave_type"].items()):
        sheet.write_row(row, 0, cells)
    workbook.close()
    open_wizard(page)
    go_to(page, "代碼")
    given: Any = {"name": "代碼.xlsx", "mimeType": "", "buffer": book.getvalue()}
    page.get_by_label("或選擇代碼表檔案").set_input_files(given)
    expect(page.get_by_text("個代碼的意思。")).to_be_visible(timeout=60_000)
    expect(way(page).get_by_role("button", name="代碼")).not_to_contain_text("待答", timeout=60_000)


def test_saved_profile_is_opened_again_for_a_new_code(page: Page) -> None:
    """Of a layout that groups its keys in objects."""
    layout = next(profile for profile in LAYOUTS if profile.id == "grouped-people")
    text = build_sample(layout, people=12, seed=3, period="11006").text
    files = [PendingFile("a.json", InMemory(text.encode()))]
    profile = Session(files, Options(profile=layout)).propose({"constants": {"dataset": "monthly"}})["toml"]
    key, code = layout.by_name["leave_type"].key, next(iter(layout.tables["leave_type"]))
    assert f'"{key}": "{code}"' in text
    give(page, a_json=text, own_toml=profile)
    expect(page.locator(".pv-verdict__sentence")).to_contain_text("未發現錯誤")
    give(page, a_json=re.sub(f'"{key}": "{code}"', f'"{key}": "NEW"', text))
    page.get_by_role("button", name="用對照精靈調整版型").click()
    expect(page.get_by_text(f"從放入的版型「{layout.title}」開始")).to_be_visible(timeout=60_000)
    expect(way(page).get_by_role("button", name="代碼")).to_contain_text("1 題待答")
    go_to(page, "代碼")
    expect(page.get_by_role("group", name="假別").get_by_role("rowheader").first).to_have_text("NEW")
    page.get_by_label("代碼 NEW").select_option(label=layout.tables["leave_type"][code])
    told = finish(page)
    expect(told).to_contain_text("和原來的版型不同的地方")
    expect(told).to_contain_text("NEW")
    page.get_by_text("版型的名稱與說明", exact=True).click()
    page.get_by_label("版次").fill("2")
    page.get_by_text("看版型檔的內容").click()
    expect(page.get_by_role("region", name="看版型檔的內容")).to_contain_text('version = "2"', timeout=60_000)
    page.get_by_role("button", name="用這份版型檢核").click()
    expect(page.locator(".pv-verdict__sentence")).to_contain_text("未發現錯誤", timeout=60_000)
    expect(page.locator("#pv-sides")).to_contain_text("_2.toml")
    expect(page.locator("#pv-sides")).not_to_contain_text("own.toml")


def test_single_file_carries_the_profile_to_colleagues(
    page: Page, browser: Browser, editions: dict[str, Edition], tmp_path: Path
) -> None:
    """The new file has the same policy and works without the profile file. From the site, its source is chosen."""
    open_wizard(page)
    finish(page)
    page.get_by_text("版型的名稱與說明").click()
    page.get_by_label("代號").fill("for-colleagues")
    page.get_by_text("看版型檔的內容").click()
    expect(page.get_by_role("region", name="看版型檔的內容")).to_contain_text("for-colleagues", timeout=60_000)
    if page.pv_edition == "single":  # type: ignore[attr-defined]
        made = saved(page, "下載含此版型的單一檔案（HTML）").read_bytes()
    else:
        page.get_by_text("下載含此版型的單一檔案（HTML）").click()
        source = Path(editions["single"].address.removeprefix("file://"))
        with page.expect_download() as download:
            page.get_by_label("選擇單一檔案版").set_input_files(unquoted(source))
        made = Path(download.value.path()).read_bytes()
    assert not any(person[:7].encode() in made for person in PEOPLE)
    copy = tmp_path / "給同事.html"
    copy.write_bytes(made)
    if page.pv_edition == "http":  # type: ignore[attr-defined]
        # Byte for byte the file that was chosen, but for the profile: the other edition's copy is opened below.
        own = unquoted(Path(editions["single"].address.removeprefix("file://"))).read_bytes()
        slot = b'id="pv-own-settings">'
        assert made.partition(slot)[0] == own.partition(slot)[0]
        assert made.partition(slot)[2].partition(b"</script>")[2] == own.partition(slot)[2].partition(b"</script>")[2]
        return
    for colleague in guarded_page(browser, editions["http"].address):
        open_checker(colleague, Edition("copy", copy.as_uri()))
        expect(colleague.locator("#pv-sides")).to_contain_text("for-colleagues")
        give(colleague, b_json=build_sample(LAYOUT, people=3, seed=8).text)
        expect(colleague.locator("#pv-sides")).to_contain_text("由對照精靈建立的版型")
        expect(colleague.locator(".pv-verdict__sentence")).not_to_contain_text("無法判斷")


def test_two_profile_files_are_compared(page: Page) -> None:
    old = (resources.files("pyvalidator.profiles") / "example-rows-1.toml").read_text("utf-8")
    new = old.replace('key = "IDNO"', 'key = "ID_NO"').replace('version = "1"', 'version = "2"', 1)
    given: Any = [{"name": name, "mimeType": "", "buffer": text.encode()} for name, text in (("1.toml", old), ("2.toml", new))]
    page.get_by_label("選擇檔案").set_input_files(given)
    region = page.get_by_role("region", name="比較結果")
    expect(region).to_contain_text("「1.toml」→「2.toml」：2 處不同。")
    expect(region.get_by_role("listitem").last).to_have_text("欄位「身分證字號」（person_id）的鍵名：「IDNO」 → 「ID_NO」")
    page.get_by_label("另一份版型", exact=True).select_option(label="參考版型（reference）")
    expect(region).to_contain_text("「1.toml」→「參考版型」")
    page.get_by_role("button", name="離開比較").click()


def unquoted(path: Path) -> Path:
    from urllib.parse import unquote

    return Path(unquote(str(path)))


def press_until(page: Page, target: Any, presses: int = 120) -> None:
    """Tabs to `target`; fails where it cannot be reached."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("The control cannot be reached with the Tab key")
