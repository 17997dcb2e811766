"""Two profiles compared as the page asks for it: built-in ones by their id, others as files."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest

from pyvalidator import browser

ROWS = resources.files("pyvalidator.profiles").joinpath("example-rows-1.toml").read_text("utf-8")


def ask(profiles: list[str | None], **files: bytes | str | None) -> Any:
    named = [
        {"name": f"{name}.toml", "bytes": data.encode() if isinstance(data, str) else data}
        for name, data in files.items()
    ]
    return json.loads(browser.handle("wizard_compare", json.dumps({"profiles": profiles}), named))


def test_two_files_are_compared_in_the_order_given() -> None:
    changed = ROWS.replace('version = "1"', 'version = "2"', 1)
    answer = ask([None, None], old=ROWS, new="\ufeff" + changed)
    assert answer["profiles"] == [{"title": "old.toml", "problems": []}, {"title": "new.toml", "problems": []}]
    assert answer["differences"] == ["版次：「1」 → 「2」"]
    assert ask([None, None], new=changed, old=ROWS)["differences"] == ["版次：「2」 → 「1」"]


def test_a_file_is_compared_with_a_built_in_profile() -> None:
    assert ask(["example-rows", None], own=ROWS)["differences"] == []
    answer = ask([None, "reference"], own=ROWS)
    assert answer["profiles"][0]["title"] == "own.toml"
    assert any("未列出的鍵" in sentence for sentence in answer["differences"])


def test_a_unit_that_differs_is_told() -> None:
    changed = ROWS.replace('key = "HOURS"', 'key = "HOURS"\nunit = "minutes"')
    assert ask([None, None], old=ROWS, new=changed)["differences"] == ["欄位「時數」（hours）的單位：（沒有） → 「minutes」"]


def test_words_for_times_that_differ_are_told() -> None:
    first, second = (
        ROWS.replace('type = "time"', f'type = "time"\nslots = {{ "上午" = "{time}" }}', 1) for time in ("0800", "0830")
    )
    [told] = ask([None, None], old=first, new=second)["differences"]
    assert "代表時刻的字" in told and "上午=0800" in told and "上午=0830" in told


@pytest.mark.parametrize("data", [b"\xff\xfe", "id = ", None, b""])
def test_a_profile_that_cannot_be_used_says_why(data: Any) -> None:
    answer = ask([None, None], old=ROWS, new=data)
    assert answer["differences"] is None
    assert answer["profiles"][0]["problems"] == [] and answer["profiles"][1]["problems"]


def test_no_identity_number_comes_out_of_a_profile() -> None:
    changed = ROWS.replace("本工具自行設計的示範，不是任何系統或平臺的格式", "王小明 A123456789 的檔案")
    assert "A123456789" not in json.dumps(ask([None, None], A123456789=ROWS, new=changed), ensure_ascii=False)
