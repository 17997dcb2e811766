"""The page may ask about another month: the same files, not checked again, and the report of the command line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from running import TODAY, check_json, put

from pyvalidator.browser import batch, handle
from pyvalidator.engine.examples import example_bytes
from pyvalidator.rule import document

ROSTER = "機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,水上鄉清潔隊\n376506300A,民雄鄉公所\n"
MAY = document([{"start_date": "1100505", "end_date": "1100505"}], period="11005", agency_code="376506211I")
FILES: dict[str, Any] = {"b.json": document([{}]), "a.json": MAY, "r.csv": ROSTER}


def given() -> list[dict[str, Any]]:
    return [{"name": name, "bytes": example_bytes(content)} for name, content in FILES.items()]


@pytest.fixture(autouse=True)
def _forget():
    yield
    handle("clear", "{}")


def checked(**options: Any) -> dict[str, Any]:
    return json.loads(handle("check", json.dumps({"options": {"today": TODAY, **options}}), given()))


def missing(report: dict[str, Any]) -> list[str]:
    return [finding["message"] for finding in report["batch"]["findings"] if finding["rule"] == "BAT320"]


def test_the_answer_is_that_of_a_check_about_the_month(monkeypatch):
    first = checked()
    assert first["report"]["batch"]["month"] == "11006"
    monkeypatch.setattr(batch, "check_file", lambda *_: pytest.fail("a file was checked again"))
    answer = json.loads(handle("month", json.dumps({"month": "11005"})))
    assert missing(answer["report"]) == ["110 年 5 月有 1 個應報送機關沒有檔案：民雄鄉公所（376506300A）。"]
    # The files were checked then, not now.
    assert answer["report"]["checked_at"] == first["report"]["checked_at"]
    assert json.loads(handle("month", json.dumps({"month": "11006"})))["report"] == first["report"]
    monkeypatch.undo()
    again = checked(month="11005")
    again["report"]["checked_at"] = answer["report"]["checked_at"]
    assert {**again, "name": ""} == {**answer, "name": ""}


def test_what_is_taken_away_is_about_the_month_too():
    checked()
    handle("month", json.dumps({"month": "11005"}))
    _, data = handle("export", json.dumps({"format": "json"}))
    assert json.loads(data)["batch"]["month"] == "11005"


def test_after_a_shared_check_too():
    wanted = json.dumps({"options": {"today": TODAY}})
    handle("share", wanted, given())
    _, data = handle("part", json.dumps({"take": [0], "own": False}))
    handle("share", wanted, given())
    handle("part", json.dumps({"take": [1], "own": True}))
    merged = json.loads(handle("merge", "{}", [{"name": "part", "bytes": data}]))
    handle("month", json.dumps({"month": "11005"}))
    assert json.loads(handle("month", json.dumps({"month": "11006"})))["report"] == merged["report"]


def test_the_command_line_says_the_same(tmp_path):
    for name, content in FILES.items():
        put(tmp_path, name, content)
    _, said = check_json("a.json", "b.json", "--roster", "r.csv", "--month", "11005", cwd=tmp_path)
    answer = checked(month="11005")
    del said["checked_at"], answer["report"]["checked_at"]
    assert answer["report"] == said
