"""What a rule tells to do is done in the attendance system or its export, by whom the rule names; never in the file.

The manual's one principle (docs/manual/fix.md): change it in the attendance system and produce the file again.
"""

from __future__ import annotations

import re
from typing import get_args

import pytest

from pyvalidator.engine.catalogue import sections
from pyvalidator.engine.registry import rules
from pyvalidator.rule import Owner, Rule
from pyvalidator.wording import OWNER, OWNER_ADVICE

each_rule = pytest.mark.parametrize("rule", rules().values(), ids=list(rules()))

#: 人事資料 and 人事總處 are sources, not who acts.
_ACTOR = re.compile("|".join(f"{word}(?!資料|總處|行政)" for word in OWNER.values()))
#: An order to change something, without a word of who or where between 請 and the verb.
_EDIT = re.compile(
    "請(?:先|直接|同時|一併|並|要)*(?:把|刪除|移除|去除|去掉|拿掉|加上|補上|補成|填入|填寫|改成|改為|改填|改寫|修改|更正|調整|輸入|重新輸入|"
    "手動|以雙引號|用雙引號|以半形|改用(?:半形|雙引號|清單|列出)|只保留)"
)
#: Where a change is made that is no change of the file.
_ELSEWHERE = re.compile("差勤系統|WebHR|產製|假單|名冊|JSON Schema")


def orders(text: str) -> list[str]:
    """The sentences that order a change and name neither who makes it nor where else than in the file it is made."""
    parts = re.split("(?<=[。；])", text.replace("\n", ""))
    return [part for part in parts if _EDIT.search(part) and not _ACTOR.search(part) and not _ELSEWHERE.search(part)]


def actors(fix: str) -> list[str]:
    named = [word[0] for word in _ACTOR.finditer(fix)]
    return [next(owner for owner, title in OWNER.items() if title == word) for word in named]


def test_each_owner_has_its_word_and_its_advice() -> None:
    assert list(OWNER) == list(OWNER_ADVICE) == list(get_args(Owner))


@each_rule
def test_no_sentence_tells_to_edit_the_file(rule: Rule) -> None:
    told = "say who changes it and where (docs/develop/add-a-rule.md), the file itself is never edited"
    assert orders(rule.fix) == [], f"{rule.id}, fix: {told}"
    [mending] = [part["text"] for part in sections(rule) if part["title"] == "怎麼修正"]
    assert orders(mending) == [], f"{rule.id}, ## 怎麼修正: {told}"


@each_rule
def test_sentence_names_who_acts(rule: Rule) -> None:
    """A file that cannot be read as JSON at all is dealt with by whoever reads this: chosen, unpacked, produced again."""
    named = actors(rule.fix)
    assert set(named) <= set(rule.owner), f"{rule.id}: the fix names {named}, owner= has {rule.owner}"
    if rule.kind == "syntax" and rule.owner[0] == "personnel":
        return
    assert named[:1] == [rule.owner[0]], (
        f"{rule.id}: the fix begins with {OWNER[rule.owner[0]]}, the first of owner=: {rule.fix}"
    )


@each_rule
def test_only_the_vendor_is_told_of_signs_of_json(rule: Rule) -> None:
    """Quotes, brackets, commas and digits of a date's notation are written by the export."""
    if re.search("引號|括號|逗號|冒號|null|補 0|產製程式", rule.fix):
        assert "vendor" in rule.owner, f"{rule.id}: {rule.fix}"


@pytest.mark.parametrize(
    ("fix", "wrong"),
    [
        ("請刪除這個逗號。", True), ("請把{label}改成「{expected}」。", True), ("請以雙引號括住{label}。", True),
        ("請更正{label}後上傳。", True), ("請確認日期；錯誤時請直接修改。", True), ("請確認；請改用清單中的{label}。", True),
        ("請廠商把{label}改成「{expected}」。", False), ("請單位承辦確認；日期無誤時，請在差勤系統更正假別。", False),
        ("請人事單位對照人事資料更正{label}。", False), ("請先解壓縮，再檢核裡面的 .json 檔。", False),
        ("請對照人事資料更正，並重新上傳。", False), ("請對照人事總處的資料，請更正。", True),
    ],
)  # fmt: skip
def test_an_order_to_edit_is_seen(fix: str, wrong: bool) -> None:
    assert bool(orders(fix)) is wrong


@pytest.mark.parametrize(
    ("fix", "named"),
    [
        ("請對照人事資料。", []),
        ("請人事單位對照人事總處的資料；請廠商。", ["personnel", "vendor"]),
        ("請洽廠商、單位承辦。", ["vendor", "unit"]),
    ],
)
def test_who_is_named_is_seen(fix: str, named: list[str]) -> None:
    assert actors(fix) == named
