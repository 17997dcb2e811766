"""What programs, templates and spreadsheets leave where a value should stand is a warning; what people write is none."""

from __future__ import annotations

import pytest
from support import run_one

from pyvalidator.rule import sample
from pyvalidator.text.placeholders import hidden_name, placeholder

LEFT = """
[object Object]|(null)|#N/A|{{name}}|{name}|{姓名}|%name%|%NAME%|#name#|##NAME##|$name|$$name$$|$(name)|__NAME__|@name|@{name}
{% name %}|[name]|<name>|<redacted>|[REDACTED]|[Circular]|&nbsp;|#Error|#ERROR!|#GETTING_DATA|#BUSY!|Error 2042|Err:502|1.#QNAN
System.Byte[]|System.NullReferenceException|System.Data.DataRowView|Promise { <pending> }|NaN/NaN/NaN|NaN-NaN-NaN|null null|inf
""".replace("\n", "|").strip("|").split("|")
WRITTEN = """
參加 100% 線上課程|[公差]|【公假】|<公文>|第 1 名 #1|Nan Na|王小明|A&B 公司研習|R&D|50%|5%~10%|$500|user@example.gov.tw|（北區）|3_2|C#|F# 課程|#1
System 上線|Error 處理研習|@臺北|臺北-高雄|--|{}|［甲］
""".replace("\n", "|").strip("|").split("|")


@pytest.mark.parametrize("text", LEFT)
def test_what_a_program_left_is_told_once(text: str) -> None:
    assert placeholder(text)
    for field in ("person_name", "reason"):
        report = run_one(sample(**{field: text}))
        assert [entry.rule for entry in report.findings if entry.severity == "warning"] == ["COD575"]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_people_write_is_none(text: str) -> None:
    assert placeholder(text) is None


@pytest.mark.parametrize("text", ["(空白)", "（無）", "請選擇", "--請選擇--", "【姓名】", "Unknown", "不明", "true", "未填"])
def test_words_for_nothing_are_no_names(text: str) -> None:
    assert [entry.rule for entry in run_one(sample(person_name=text)).findings] == ["COD560"]


def test_a_hidden_name_may_have_other_signs() -> None:
    assert all(map(hidden_name, ("王○明", "王某", "王某某", "王■明", "王**", "歐陽○○")))
    assert not any(map(hidden_name, ("王小明", "某", "王大明")))
