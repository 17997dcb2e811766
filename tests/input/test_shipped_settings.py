"""Settings that ship with the page: whose they are, what goes in, what comes out of a file that anybody may have changed."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from running import cli, put

from pyvalidator.browser.requests import handle
from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.input.shipped_settings import FILE_NAME, VARIABLE, SettingsError, make_settings, read_settings
from pyvalidator.input.side_files import SIDE_LIMIT, read_side
from pyvalidator.report.render import FORMATS
from pyvalidator.rule import document
from pyvalidator.runtime.package_files import read_package_text

OWNER = "嘉義縣政府人事處"
DAY = date(2026, 11, 30)
ROSTER = "機關代碼,機關名稱,報送方式,聯絡人\n376506200A,水上鄉公所,JSON,王小明\n"
DAYS = "日期,類別,備註\n115/11/20,停班,颱風\n"


def profile_text(id: str = "county") -> str:
    text = read_package_text("profiles/reference-1.toml")
    return text.replace('id = "reference"', f'id = "{id}"', 1).replace('title = "', 'title = "縣府的', 1)


def made(owner: str = OWNER, **files: str | bytes) -> Any:
    """Settings of files: `roster_csv="…"` is roster.csv."""
    contents = {
        name.replace("_", "."): text.encode() if isinstance(text, str) else text for name, text in files.items()
    }
    sides = [read_side(PendingFile(name, InMemory(data, SIDE_LIMIT))) for name, data in contents.items()]
    return make_settings([side for side in sides if side is not None], contents, owner, DAY)


def carried(settings: Any) -> Any:
    """What the page finds where the script has run."""
    _, _, assigned = settings.script().partition(f"globalThis.{VARIABLE} = ")
    return json.loads(assigned.rstrip().removesuffix(";"))


def test_what_is_made_is_what_the_page_reads():
    settings = made(p_toml=profile_text(), r_csv=ROSTER, d_csv=DAYS)
    again, sides = read_settings(carried(settings))
    assert (again.owner, again.date) == (OWNER, "2026-11-30")
    assert [(side.name, side.kind, side.error) for side in sides] == [
        ("隨附設定/p.toml", "profile", None), ("隨附設定/r.csv", "roster", None), ("隨附設定/d.csv", "days", None),
    ]  # fmt: skip
    assert settings.script().splitlines()[1].isascii()


def test_columns_that_nobody_reads_stay_out():
    settings = made(r_csv=ROSTER, d_csv=DAYS)
    assert dict(settings.files) == {
        "r.csv": "機關代碼,機關名稱,報送方式\n376506200A,水上鄉公所,JSON\n", "d.csv": "日期,類別\n115/11/20,停班\n",
    }  # fmt: skip
    assert "王小明" not in json.dumps(carried(settings), ensure_ascii=False)


def test_a_list_in_big5_is_shipped_in_utf_8():
    assert "水上鄉公所" in dict(made(r_csv=ROSTER.encode("cp950")).files)["r.csv"]


def test_two_profiles_may_be_chosen_from():
    settings = made(a_toml=profile_text("one"), b_toml=profile_text("two"))
    _, sides = read_settings(carried(settings))
    assert [side.error for side in sides] == [None, None]


@pytest.mark.parametrize(("owner", "files", "says"), [
    ("  ", {"r_csv": ROSTER}, "提供設定的單位"),
    ("A123456789 B120863158", {"r_csv": ROSTER}, "身分證字號"),
    (OWNER, {}, "沒有可以提供的設定"),
    (OWNER, {"p_toml": profile_text() + "# B120863158\n"}, "列有身分證字號"),
    (OWNER, {"p_toml": "id = 1"}, "不能使用"),
    (OWNER, {"a_csv": ROSTER, "b_csv": ROSTER}, "只能放一個"),
    (OWNER, {"a_toml": profile_text(), "b_toml": profile_text()}, "只能放一個"),
    (OWNER, {"s_json": '{"$schema": "https://json-schema.org/draft/2020-12/schema"}'}, "不能放進隨附設定"),
])  # fmt: skip
def test_what_may_not_be_shipped_is_told(owner, files, says):
    with pytest.raises(SettingsError, match=says):
        made(owner, **files)


def test_two_files_of_one_name_are_not_shipped():
    """Out of two folders that were dropped; a profile is chosen by its file's name."""
    with pytest.raises(SettingsError, match="有兩個檔案同名"):
        made(**{"a/p_toml": profile_text("one"), "b/p_toml": profile_text("two")})


def test_owner_and_day_are_one_line_each():
    data = carried(made(r_csv=ROSTER)) | {"owner": " 甲縣\u2028政府\n", "date": "20261130"}
    settings, _ = read_settings(data)
    assert (settings.owner, settings.date) == ("甲縣 政府", "2026-11-30")


@pytest.mark.parametrize("owner", ["</script><script>alert(1)</script>", "<!-- --> */ \u2028alert(1)//"])
def test_no_name_gets_out_of_its_text(owner):
    name = "<img src=x onerror=alert(1)></script>.csv"
    sides = [read_side(PendingFile(name, InMemory(ROSTER.encode(), SIDE_LIMIT)))]
    settings = make_settings([side for side in sides if side], {name: ROSTER.encode()}, owner, DAY)
    script = settings.script()
    assert "</" not in script and len(script.splitlines()) == script.count("\n")
    assert carried(settings)["owner"] == " ".join(owner.split())


@pytest.mark.parametrize("data", [
    {"owner": OWNER, "date": "2026-11-30", "files": [{"name": "r.csv", "text": ROSTER}] * 2},
    "", 5, [], {}, {"owner": OWNER, "date": "2026-11-30", "files": []}, {"owner": OWNER, "date": "x", "files": [{}]},
    {"owner": "", "date": "2026-11-30", "files": [{"name": "r.csv", "text": ROSTER}]},
    {"owner": OWNER, "date": "2026-11-30", "files": [{"name": "r.csv"}]},
    {"owner": OWNER, "date": "2026-11-30", "files": [{"name": "r.json", "text": '{"records": []}'}]},
])  # fmt: skip
def test_what_is_no_settings_is_refused_as_a_whole(data):
    answer = json.loads(handle("settings", json.dumps({"settings": data})))
    assert list(answer) == ["problems"] and "不是隨附設定" in answer["problems"][0]


def test_one_broken_file_leaves_the_others():
    data = carried(made(p_toml=profile_text(), r_csv=ROSTER))
    data["files"][0]["text"] = 'id = "x"\n'
    answer = json.loads(handle("settings", json.dumps({"settings": data})))
    assert [("error" in file, file["kind"]) for file in answer["files"]] == [(True, "profile"), (False, "roster")]


def shipped_check(**options: Any) -> Any:
    settings = json.loads(handle("settings", json.dumps({"settings": carried(made(p_toml=profile_text(), r_csv=ROSTER))})))
    files = [{"name": file["name"], "bytes": file["text"].encode()} for file in settings["files"]]
    files += [{"name": "f.json", "bytes": json.dumps(document([{}])).encode()}]
    wanted = {"today": "2026-11-30", "shipped": {"owner": OWNER, "date": "2026-11-30"}, **options}
    return json.loads(handle("check", json.dumps({"options": wanted}), files))


def test_the_report_says_whose_the_settings_are():
    answer = shipped_check()
    assert answer["origin"] == "shipped"
    assert answer["report"]["settings"] == {"owner": OWNER, "date": "2026-11-30", "kinds": ["profile", "roster"]}
    line = f"{OWNER}提供（115 年 11 月 30 日）：檔案版型、應報送機關名冊"
    for format in FORMATS:
        _, content = handle("export", json.dumps({"format": format}))
        if format == "xlsx":
            content = ZipFile(BytesIO(content)).read("xl/sharedStrings.xml")
        told = content.decode()
        assert format == "json" or (line in told and "隨附設定" in told), format
        assert format not in ("text", "html") or "隨檢核頁提供的版型" in told
    _, content = handle("export", json.dumps({"format": "sarif"}))
    assert json.loads(content)["runs"][0]["properties"]["settings"] == answer["report"]["settings"]
    refused = json.loads(handle("refused", json.dumps({"file": "f.json"})))
    assert "隨檢核頁提供的版型" in refused["text"]


def test_what_is_not_used_is_not_told():
    ignored = shipped_check(ignore_side=["隨附設定/p.toml", "隨附設定/r.csv"])
    assert (ignored["origin"], ignored["report"]["settings"]) == ("built_in", None)
    partly = shipped_check(ignore_side=["隨附設定/p.toml"])
    assert (partly["origin"], partly["report"]["settings"]["kinds"]) == ("built_in", ["roster"])


def test_the_page_makes_them_of_what_is_in_use():
    files = [{"name": "隨附設定/r.csv", "bytes": ROSTER.encode()}, {"name": "p.toml", "bytes": profile_text().encode()}]
    answer = json.loads(handle("settings_make", json.dumps({"owner": OWNER}), files))
    assert [file["name"] for file in answer["settings"]["files"]] == ["r.csv", "p.toml"]
    assert answer["script"].startswith("// 差勤檢核的隨附設定")
    assert json.loads(handle("settings_make", json.dumps({"owner": ""}), files))["problems"]


def test_the_command_writes_the_file(tmp_path):
    put(tmp_path, "p.toml", profile_text())
    put(tmp_path, "r.csv", ROSTER)
    done = cli("site-settings", "p.toml", "r.csv", "--owner", OWNER, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    text = (tmp_path / FILE_NAME).read_text("utf-8")
    assert OWNER in text and VARIABLE in text
    put(tmp_path, "f.json", json.dumps(document([{}])))
    for arguments in (("f.json", "--owner", OWNER), ("p.toml", "--owner", ""), ("missing.toml", "--owner", OWNER)):
        assert cli("site-settings", *arguments, "--output", "other.js", cwd=tmp_path).returncode == 2
    assert not (tmp_path / "other.js").exists()
    assert cli("site-settings", "p.toml", "--owner", OWNER, "--output", "p.toml", cwd=tmp_path).returncode == 2


def test_the_name_of_the_file_is_that_of_the_page():
    from editions.common import SETTINGS

    assert SETTINGS == FILE_NAME
