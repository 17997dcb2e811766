"""What is said of a profile follows its status and whose it is, in every rendering and on the page."""

from __future__ import annotations

import io
import json
import subprocess
from dataclasses import replace

import openpyxl
import pytest
from support import ROOT, run

from pyvalidator.profile import built_in_profiles, load_profile, origin_of
from pyvalidator.profile.model import published_schema
from pyvalidator.report.model import OwnProfileEntry, ProfileEntry, Report
from pyvalidator.report.render import render
from pyvalidator.rule import sample
from pyvalidator.wording import limits, profile_line, profile_status

ENTRIES = {"built_in": ProfileEntry, "own": OwnProfileEntry}
#: Of each: what is said, and what must not be.
EXPECTED = {
    ("assumption", "built_in"): ("本工具的假設，非官方格式", "使用者自訂"),
    ("official", "built_in"): ("依官方格式", "假設"),
    ("assumption", "own"): ("使用者自訂的版型，非官方格式", "本工具的假設"),
    ("official", "own"): ("使用者自訂的版型，註明依官方格式", "假設"),
}
each_profile = pytest.mark.parametrize(("status", "origin"), EXPECTED, ids="-".join)


def report_of(status: str, origin: str) -> Report:
    report = run({"a.json": sample()})
    entry = ENTRIES[origin](id="reference", version="1", title="參考版型", status=status)
    return replace(report, profile=entry)


def cells(report: Report) -> str:
    book = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))
    return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)


@each_profile
def test_text_html_and_workbook_say_what_the_profile_is(status: str, origin: str) -> None:
    report = report_of(status, origin)
    said, never = EXPECTED[status, origin]
    for text in (render(report, "text").decode(), render(report, "html").decode(), cells(report)):
        assert said in text and limits(status, origin) in text
        assert never not in text.replace("「參考版型」", "")
        assert ("未發現錯誤（依參考版型，非平臺認可）" in text) == (origin == "built_in")


@each_profile
def test_the_page_says_the_same(status: str, origin: str) -> None:
    profile = {"id": "reference", "version": "1", "title": "參考版型", "status": status, "origin": origin}
    (module,) = (ROOT / "site" / "app").rglob("shared-words.mjs")
    program = (
        f"const words = await import({json.dumps(module.as_uri())}); const profile = {json.dumps(profile)};"
        "console.log(JSON.stringify([words.profileStatus(profile), words.profileLine(profile), words.limitsText(profile),"
        " words.verdictText('pass', profile)]))"
    )
    done = subprocess.run(["node", "--input-type=module", "-e", program], capture_output=True, text=True, check=True)
    named = "參考版型" if origin == "built_in" else "版型「參考版型」"
    line = profile_line(id="reference", version="1", title="參考版型", status=status, origin=origin)  # type: ignore[arg-type]
    verdict = f"未發現錯誤（依{named}，非平臺認可）"
    assert json.loads(done.stdout) == [profile_status(status, origin), line, limits(status, origin), verdict]  # type: ignore[arg-type]


def test_a_file_with_the_reference_profiles_id_is_the_users() -> None:
    text = (ROOT / "pyvalidator" / "profiles" / "reference-1.toml").read_text("utf-8")
    own = load_profile(text, "mine.toml")
    assert (origin_of(own), origin_of(built_in_profiles()["reference"])) == ("own", "built_in")
    report = run({"a.json": sample()}, profile=own)
    assert report.profile.origin == "own" and "origin" not in json.loads(report.to_json())["profile"]
    assert "使用者自訂的版型" in render(report, "text").decode()
    assert published_schema(own)["description"].startswith("使用者自訂的版型，非官方格式。")
