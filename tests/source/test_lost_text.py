"""All Chinese of a file lost: one finding for it, and none where any of it is left."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from support import only, run_one

from pyvalidator.rule import document

FILE = document([{"person_id": "A123456789"}, {"person_id": "A234567893", "person_name": "李小華", "leave_type": "事假"}])
TEXT = json.dumps(FILE, ensure_ascii=False, indent=2)


def by_question_marks(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def by_replacements(text: str) -> str:
    return "".join("\ufffd\ufffd" if character > "\u2fff" else character for character in text)


def misread_again(text: str) -> str:
    return by_replacements(text).encode().decode("cp950", "replace")


@pytest.mark.parametrize("lose", [by_question_marks, by_replacements, misread_again])
def test_one_finding_tells_of_it_and_the_others_are_its_doing(lose: Callable[[str], str]) -> None:
    entry = only(run_one(lose(TEXT)))
    assert (entry.rule, entry.severity, entry.pointer, entry.owner) == ("SYN245", "error", "", ["vendor"])
    assert sum(entry.folded.values()) > 10 and entry.line == 4


@pytest.mark.parametrize(
    ("sign", "shown"),
    [("？", "？"), ("□", "□"), ("〓", "〓"), ("\x1a", "U+001A"), ("\\ufffd", "\ufffd"), ("\\u001A", "U+001A")],
)  # fmt: skip
def test_other_programs_put_other_signs_there(sign: str, shown: str) -> None:
    entry = only(run_one("".join(sign if character > "\u2fff" else character for character in TEXT)))
    assert entry.rule == "SYN245" and f"「{shown}」" in entry.message


def test_a_file_that_powershell_wrote_in_utf16_is_looked_at_too() -> None:
    report = run_one(by_question_marks(TEXT).encode("utf-16"))
    assert {entry.rule for entry in report.findings} == {"SYN215", "SYN245"}


def test_keys_may_be_lost_too() -> None:
    keys = {"機關代碼": "代碼", "機關名稱": "值", "資料年月": "月", "差假": [{"姓名": "王小明", "假別": "病假", "事由": "感冒"}] * 2}
    report = run_one(by_question_marks(json.dumps(keys, ensure_ascii=False)))
    assert {entry.rule for entry in report.findings} == {"SYN245", "STR100"}


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("王小明", "?").replace("李小華", "??").replace("民政課", "???").replace("課員", "??"),
        json.dumps(FILE), by_question_marks(TEXT).replace('"??"', '"病假"', 1),
        json.dumps({"a": ["??", "??", "??"]}), json.dumps({"a": ["?", "why?", "ok", "a", "b"]}),
    ],
)  # fmt: skip
def test_where_some_is_left_nothing_is_said_of_all(text: str) -> None:
    assert "SYN245" not in {entry.rule for entry in run_one(text).findings}
