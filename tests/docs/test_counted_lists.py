"""A paragraph that counts what its list holds (「以下三種管道：」), or what a test tries, counts right."""

from __future__ import annotations

import re

from support import ROOT

#: A paragraph that says how many follow, and the list after it.
COUNTED = re.compile(r"^([^\n|#-][^\n]*(?:以下|下列)([一二兩三四五六七八九十])[種項件個條步類點張份][^\n]*)\n\n((?:(?:[-*]|\d+\.) [^\n]*\n(?:[ \t]+[^\n]*\n|\n(?=[ \t]))*)+)", re.M)
ITEM = re.compile(r"^(?:[-*]|\d+\.) ", re.M)
NUMBERS = {"兩": 2, **{word: number for number, word in enumerate("一二三四五六七八九十", 1)}}


def test_lists_have_as_many_items_as_is_said() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), sentence, NUMBERS[word], len(ITEM.findall(items)))
        for path in sorted((ROOT / "docs").rglob("*.md"))
        for sentence, word, items in COUNTED.findall(path.read_text("utf-8"))
    ]
    assert found, "no page counts a list any more: take this test out"
    assert [one for one in found if one[2] != one[3]] == [], "the sentence says another number than its list has items"


def test_ways_of_sending_are_as_many_as_the_privacy_page_says() -> None:
    text = (ROOT / "docs" / "about" / "privacy.md").read_text("utf-8")
    ways = re.findall(r'^    "?[\w-]+"?: \(base\) =>', (ROOT / "tests" / "e2e" / "attempts.mjs").read_text("utf-8"), re.M)
    assert "三十多種" in text
    assert 30 < len(ways) < 40
    silent = re.search(r"    silent = \{(.*)\}", (ROOT / "tests" / "e2e" / "test_nothing_leaves.py").read_text("utf-8"))
    assert silent and f"至多{'零一二三四五六七八九'[len(silent[1].split(','))]}種" in text
