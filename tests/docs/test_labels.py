"""The manual names the page's buttons and sentences as the page does."""

from __future__ import annotations

import json
import re

import pytest
from support import ROOT

PAGES = "".join(path.read_text("utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))
SHARED = (ROOT / "pyvalidator" / "wording" / "shared.json").read_text("utf-8")
#: What clerks say, for the search, is shown nowhere.
SCRIPTS = "".join(
    path.read_text("utf-8") for path in sorted((ROOT / "site" / "app").rglob("*")) if path.is_file() and path.name != "said.mjs"
)
APP = SCRIPTS + SHARED.replace("{profile}", json.loads(SHARED)["profile"]["reference"])

LABELS = (
    "選擇檔案", "貼上 JSON 內容", "載入範例", "載入無誤的範例", "名冊與版型（選用）", "應報送機關名冊", "機關代碼檔",
    "清除", "取消", "列印", "顯示完整身分證字號", "給廠商的資料", "複製給廠商的說明", "複製給資訊人員的文字", "問題清單",
    "依規則", "依人員", "依日期", "依列號", "檔案內容", "複製這一項", "期限加入行事曆（.ics）", "修正這一項後，下列連帶的問題通常會一併消失",
    "檢核程式已就緒", "檢核程式就緒後的網路請求", "必須修正", "請確認並說明", "未發現錯誤（依參考版型，非平臺認可）",
    "有待確認事項", "請先修正", "無法讀取", "無法判斷：檔案格式與所用版型不同", "尚未收到", "逾期未收到",
)  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_label_reads_the_same_in_page_and_manual(label: str) -> None:
    assert label in APP, f"the page no longer says {label!r}: change the manual, then this list"
    assert label in PAGES, f"the manual no longer says {label!r}: take it out of this list"


#: Labels as the page's scripts write them; `T.download` makes one of each format's name.
MADE = re.compile(r'(?:[bB]utton\(|el\("summary", \{[^}]*\}, )"([^"\n]+)"')


def page_labels() -> set[str]:
    """Every button and every line that unfolds, by the scripts' text."""
    # The text form is for the command line only.
    formats = [facts["title"] for name, facts in json.loads(SHARED)["formats"].items() if name != "text"]
    return {*MADE.findall(APP), *(f"下載報告（{title}）" for title in formats)}


def test_manual_explains_every_severity_by_its_name() -> None:
    page = (ROOT / "docs" / "manual" / "read-report.md").read_text("utf-8")
    missing = [word for word in json.loads(SHARED)["severity"].values() if f"- **{word}**：" not in page]
    assert missing == [], "docs/manual/read-report.md explains the severities of pyvalidator/wording/shared.json"


def test_everything_that_can_be_taken_away_is_in_the_manual() -> None:
    takes = {label for label in page_labels() if label.startswith("下載報告") or label.endswith("（.ics）")}
    takes |= set(re.findall('"((?:下載|複製|列印)[^"。]+)"', APP))
    assert len(takes) >= 18
    missing = sorted(label for label in takes if label not in PAGES)
    assert missing == [], "say in docs/manual/read-report.md what these do"


def test_every_button_of_the_manuals_list_is_on_the_page() -> None:
    text = (ROOT / "docs" / "manual" / "read-report.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \|", text.partition("{ #buttons }")[2], re.MULTILINE)
    named = [label for row in rows[2:] for label in row.split("、") if row != "人數、假別與每日請假概況"]
    assert len(named) > 20
    unknown = [label for label in named if label not in APP and label not in page_labels()]
    assert unknown == [], "the page has no such button: change docs/manual/read-report.md"
