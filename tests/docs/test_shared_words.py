"""What several parts say stands once, in pyvalidator/wording/shared.json."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support import ROOT
from user_text import every_text

from pyvalidator.cli.parser import build_parser
from pyvalidator.report.render import FORMATS, PAGE_FORMATS

SHARED = json.loads((ROOT / "pyvalidator" / "wording" / "shared.json").read_text("utf-8"))
#: From here on a text is a sentence, which is a copy also inside another one.
SENTENCE = 10
#: Names as long as a sentence: a sentence may use them.
NAMES = {"自訂 JSON Schema"}
#: Common words that also are something else: a column's title, a unit, a kind of text, a choice.
ALSO_ELSEWHERE = {"檔頭", "人員", "參考版型", "文字", "無法讀取", "未發現錯誤", "由誰修改", "全部"}
PROGRAMS = {".py", ".mjs"}


def leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for child in value.values() if isinstance(value, dict) else value:
            yield from leaves(child)


WORDS = {text for name, part in SHARED.items() if name != "formats" for text in leaves(part)}
MARKS = "，。；：、（） "
PIECES = {piece.strip(MARKS) for text in WORDS for piece in re.split(r"\{\w+\}", text) if len(piece.strip(MARKS)) > 1}
#: The letter's words, which rules quote where they say what the law or the letter asks for.
QUOTED = {*SHARED["dataset"].values()}


def copies(text: str) -> list[str]:
    """The shared words that a literal repeats."""
    bare = text.strip(MARKS)
    return [
        word for word in PIECES
        if (word in text if len(word) >= SENTENCE and word not in NAMES else word == bare not in ALSO_ELSEWHERE)
    ]  # fmt: skip


def test_no_shared_word_is_written_a_second_time() -> None:
    second = [
        f"{path.relative_to(ROOT)}:{line}: {found[0]}"
        for path, line, text in every_text()
        if path.suffix in PROGRAMS
        and (found := [word for word in copies(text) if "rules" not in path.parts or word not in QUOTED])
    ]
    assert not second, (
        "These stand in pyvalidator/wording/shared.json. In Python take them from pyvalidator.wording, in a script from "
        "site/app/ui/shared-words.mjs; what only one part says does not belong there:\n" + "\n".join(second)
    )


@pytest.mark.parametrize(
    ("text", "seen"),
    [("必須修正", True), ("列為必須修正的項目", False), ("，檢核無誤，不代表平臺一定接受，也不代表差假內容屬實。", True),
     ("本工具未取得該年度的辦公日曆", True), ("自訂 JSON Schema", True), ("自訂 JSON Schema 要求的欄位", False), ("檔頭", False), ("110 年 7 月 20 日", False)],
)  # fmt: skip
def test_a_copy_is_told_from_a_sentence_that_uses_the_word(text: str, seen: bool) -> None:
    assert bool(copies(text)) is seen


# -- formats ---------------------------------------------------------------------------------------------------------


def test_each_format_is_offered_everywhere() -> None:
    check = next(each for each in build_parser()._subparsers._group_actions)  # type: ignore[union-attr]
    option = next(each for each in check.choices["check"]._actions if "--format" in each.option_strings)  # type: ignore[index, union-attr]
    assert tuple(option.choices) == tuple(FORMATS) == tuple(SHARED["formats"])
    offered = re.findall(r'const FOR_\w+ = \[([^\]]+)\]', _text("site/app", "downloads.mjs"))
    assert sorted(json.loads(f"[{','.join(offered)}]")) == sorted({*FORMATS} - {"text"}), "the page offers every format"
    manual = (ROOT / "docs" / "vendors" / "cli.md").read_text("utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in manual] == [], "docs/vendors/cli.md names every format"


def test_each_format_has_its_module_and_ending() -> None:
    for name, format in {**FORMATS, **PAGE_FORMATS}.items():
        assert (ROOT / "pyvalidator" / "report" / "render" / f"{format.module}.py").exists(), name
        assert re.fullmatch("[a-z]+", format.extension) and "/" in format.mime and format.title, name


def test_there_is_no_second_list_of_formats() -> None:
    found = []
    for path in (path for folder in ("pyvalidator", "site", "tests") for path in (ROOT / folder).rglob("*")):
        if path.suffix in PROGRAMS and "node_modules" not in path.parts:
            found += [f"{path.relative_to(ROOT)}: {', '.join(names)}" for names in _lists(path)]
    told = "Take the formats from pyvalidator.report.render.FORMATS, in a script from shared-words.mjs (both are shared.json):\n"
    assert not found, told + "\n".join(found)


def _lists(path: Path) -> Iterator[list[str]]:
    """Lists in a program that hold most of the formats' names."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        literals = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict)]
        parts = [node.keys if isinstance(node, ast.Dict) else node.elts for node in literals]
        groups = [[item.value for item in part if isinstance(item, ast.Constant)] for part in parts]
    else:
        groups = [re.findall(r'"(\w+)"', group) for group in re.findall(r"\[[^\[\]]*\]", text)]
    yield from (group for group in groups if len({*group} & {*FORMATS}) >= 5)


def _text(folder: str, name: str) -> str:
    (path,) = (ROOT / folder).rglob(name)
    return path.read_text("utf-8")


def test_stages_are_those_of_the_rules() -> None:
    stages = {path.name for path in (ROOT / "pyvalidator" / "rules").iterdir() if path.is_dir() and path.name[0] != "_"}
    assert {*SHARED["rule_stage"]} == stages
    assert [pair for pair in pairwise(sorted(title for title, _ in SHARED["rule_stage"].values())) if pair[0] == pair[1]] == []
