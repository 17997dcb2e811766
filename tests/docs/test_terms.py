"""One name per thing, in the words of Taiwan's administration."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_ext import read_glossary
from support import ROOT

DOCS = ROOT / "docs"
GLOSSARY = DOCS / "manual" / "glossary.md"
PAGES = [page for page in sorted(DOCS.rglob("*.md")) if "develop" not in page.parts]

# Wrong or foreign word → ours.
WORDS = {
    "平台": "平臺", "台灣": "臺灣", "軟件": "軟體", "數據": "資料", "信息": "資訊或訊息", "打印": "列印",
    "鼠標": "滑鼠", "文件夾": "資料夾", "默認": "預設", "字符": "字元", "用戶": "使用者", "支持": "支援",
    "屏幕": "螢幕", "網絡": "網路", "服務器": "伺服器", "內存": "記憶體", "獲取": "取得", "設置": "設定",
    "缺省": "預設", "校驗": "檢核或檢查", "驗證碼": "檢查碼", "上報": "報送", "匯總平": "彙整平", "假種": "假別",
    "人員區份": "人員區分", "帳戶": "帳號",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_page_uses_our_words(page: Path) -> None:
    text = page.read_text("utf-8")
    wrong = {word: ours for word, ours in WORDS.items() if word in text}
    assert not wrong, f"write instead: {wrong}"


def test_every_term_of_the_glossary_is_used() -> None:
    everything = "".join(page.read_text("utf-8") for page in PAGES if page != GLOSSARY)
    unused = [term for term in read_glossary(GLOSSARY.read_text("utf-8")) if term not in everything]
    assert not unused, "take the term out of the glossary, or use it: one name per thing"
