"""Settings that a county ships with the page, in every edition: used, named, checked, gone when they are removed."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from checker_page import Edition, downloaded, keep_downloads, open_checker, wait_for_state
from playwright.sync_api import Browser, Page, expect
from test_hosted_offline import Host, open_context, visit_first

from editions import builder
from editions.common import SETTINGS
from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.input.shipped_settings import ShippedSettings, make_settings
from pyvalidator.input.side_files import SIDE_LIMIT, read_side
from pyvalidator.profile import load_profile
from pyvalidator.runtime.package_files import read_package_text
from pyvalidator.samples import build_sample

OWNER = "嘉義縣政府人事處"
TITLE = "縣府差勤系統"
PROFILE = (
    read_package_text("profiles/example-flat-1.toml")
    .replace('id = "example-flat"', 'id = "county"').replace("範例版型：中文鍵名清單", TITLE)
)  # fmt: skip
ROSTER = "機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,水上鄉清潔隊\n"
DATA = build_sample(load_profile(PROFILE, "county.toml"), people=5).text
SLOT = '<script type="application/json" id="pv-own-settings">'


def settings(owner: str = OWNER) -> ShippedSettings:
    contents = {"county.toml": PROFILE.encode(), "roster.csv": ROSTER.encode()}
    sides = [read_side(PendingFile(name, InMemory(data, SIDE_LIMIT))) for name, data in contents.items()]
    return make_settings([side for side in sides if side], contents, owner, date(2026, 11, 30))


def with_settings(www: Path, folder: Path, script: str | None) -> Path:
    """The site with this settings file, or without any."""
    shutil.copytree(www, folder, copy_function=os.link)
    (folder / SETTINGS).unlink()
    if script is not None:
        (folder / SETTINGS).write_text(script, "utf-8")
    return folder


@pytest.fixture(params=["http", pytest.param("file", marks=pytest.mark.long), "single"])
def shipped(request: pytest.FixtureRequest, www: Path, tmp_path: Path) -> Iterator[Edition]:
    """Each edition, with settings of the county."""
    if request.param == "http":
        host = Host(with_settings(www, tmp_path / "www", settings().script()))
        yield Edition("http", host.address)
        host.shut_down()
    elif request.param == "file":
        with zipfile.ZipFile(builder.OFFLINE_ZIP) as archive:
            archive.extractall(tmp_path)
        (tmp_path / SETTINGS).write_text(settings().script(), "utf-8")
        yield Edition("file", (tmp_path / "index.html").as_uri())
    else:
        carried = json.dumps(settings().as_dict()).replace("<", "\\u003c")
        page = builder.SINGLE_HTML.read_text("utf-8").replace(f"{SLOT}null", SLOT + carried, 1)
        (tmp_path / "one.html").write_text(page, "utf-8", newline="\n")
        yield Edition("single", (tmp_path / "one.html").as_uri())


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    for context in open_context(browser):
        yield context.new_page()


def check_data(page: Page) -> None:
    page.locator("#pv-files").set_input_files(
        files=[{"name": "376506200A_11006.json", "mimeType": "application/json", "buffer": DATA.encode()}]
    )
    wait_for_state(page, "done")


def test_settings_are_used_and_named(shipped: Edition, visitor: Page) -> None:
    keep_downloads(visitor)
    open_checker(visitor, shipped)
    expect(visitor.locator("#pv-shipped")).to_contain_text(
        f"{OWNER}提供（115 年 11 月 30 日）：檔案版型、應報送機關名冊"
    )
    expect(visitor.locator("#pv-profile option").first).to_have_text(f"{TITLE}（{OWNER}提供）")
    check_data(visitor)
    result = visitor.get_by_role("region", name="檢核結果", exact=True)
    expect(result).to_contain_text(f"版型 {TITLE} 第 1 版；隨附設定：{OWNER}提供")
    expect(result).to_contain_text("水上鄉清潔隊")
    report = json.loads(downloaded(visitor, "下載報告（JSON）"))
    assert report["settings"] == {"owner": OWNER, "date": "2026-11-30", "kinds": ["profile", "roster"]}
    assert report["profile"]["id"] == "county"
    # A built-in profile may still be chosen.
    visitor.locator("#pv-more > summary").click()
    visitor.locator("#pv-profile").select_option("reference")
    check_data(visitor)
    expect(result).to_contain_text("無法判斷", timeout=60_000)


@pytest.mark.parametrize("script", [
    "globalThis.pvSiteSettings = {", 'globalThis.pvSiteSettings = {"owner": 5};',
    settings().script().replace("id = \\\"county\\\"", "id = 5"),
])  # fmt: skip
@pytest.mark.parametrize("way", [pytest.param("http", marks=pytest.mark.long), "file"])
def test_broken_settings_are_told_and_the_page_works(
    www: Path, tmp_path: Path, browser: Browser, script: str, way: str
) -> None:
    folder = with_settings(www, tmp_path / "www", script)
    host = Host(folder)
    address = host.address if way == "http" else (folder / "index.html").as_uri()
    for context in open_context(browser):
        page = context.new_page()
        open_checker(page, Edition(way, address))
        expect(page.locator("#pv-shipped")).to_contain_text("隨附設定有問題")
        page.get_by_role("button", name="載入範例").click()
        assert wait_for_state(page, "done", "failed") == "done"
    host.shut_down()


def test_offline_they_are_kept_and_online_they_follow_the_site(www: Path, tmp_path: Path, visitor: Page) -> None:
    first = with_settings(www, tmp_path / "first", settings().script())
    host = Host(first)
    page = visit_first(visitor.context, host)
    said = page.locator("#pv-shipped")
    expect(said).to_contain_text(OWNER)

    def reload(www: Path) -> None:
        host.www = www
        page.reload()
        assert wait_for_state(page, "ready", "failed") == "ready"

    reload(with_settings(www, tmp_path / "second", settings("某公司").script()))
    expect(said).to_contain_text("某公司")
    visitor.context.set_offline(True)
    reload(host.www)
    expect(said).to_contain_text("某公司")
    visitor.context.set_offline(False)
    reload(with_settings(www, tmp_path / "third", None))
    expect(said).to_be_empty()
    host.shut_down()
    reload(host.www)
    expect(said).to_be_empty()


def test_the_page_makes_the_file(editions: dict[str, Edition], visitor: Page, www: Path, tmp_path: Path) -> None:
    keep_downloads(visitor)
    open_checker(visitor, editions["http"])
    visitor.locator("#pv-more > summary").click()
    visitor.locator("#pv-roster").set_input_files(
        files=[{"name": "roster.csv", "mimeType": "text/csv", "buffer": ROSTER.encode()}]
    )
    expect(visitor.locator("#pv-notices")).to_contain_text("已收到設定檔")
    visitor.get_by_role("button", name="做成隨附設定").click()
    ask = visitor.get_by_role("dialog")
    expect(ask).to_contain_text("roster.csv")
    ask.get_by_role("button", name="下載 site-settings.js").click()
    expect(ask.get_by_role("status")).to_contain_text("請填寫提供設定的單位")
    ask.get_by_label("提供單位").fill(OWNER)
    script = downloaded(visitor, "下載 site-settings.js").decode()
    host = Host(with_settings(www, tmp_path / "www", script))
    visitor.goto(host.address)
    wait_for_state(visitor, "ready")
    expect(visitor.locator("#pv-shipped")).to_contain_text(f"{OWNER}提供")
    host.shut_down()
