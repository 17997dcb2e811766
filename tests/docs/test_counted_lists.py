"""A paragraph that counts what its list holds (「以下三種管道：」) counts right."""

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
