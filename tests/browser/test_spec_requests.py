"""What the page asks about a table of fields."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from typing import Any

import pytest
from spec_table.tables import BIG5, SHEETS, WORD, xlsx

from pyvalidator.browser import handle
from pyvalidator.profile import load_profile
from pyvalidator.runtime.parts import PartMissing


def read(files: dict[str, bytes], **payload: Any) -> dict[str, Any]:
    given = [{"name": name, "bytes": content} for name, content in files.items()]
    answer: dict[str, Any] = json.loads(handle("spec_read", json.dumps({"answers": {}, **payload}), given))
    return answer


def test_a_pasted_table_is_read_with_reasons_and_questions() -> None:
    told = read({}, text=WORD.content)
    [leave] = [line for line in told["lines"] if line["key"] == "LEAVE_CODE"]
    assert (leave["field"], leave["where"], leave["reason"], leave["required"]) == ("leave_type", "第 15 列", "欄位名稱「假別」", True)
    assert leave["codes"][0] == ["01", "事假", "事假"]
    [start] = [line for line in told["lines"] if line["key"] == "BEG_DATE"]
    assert "YYYMMDD" in start["form"]
    assert [question["id"] for question in told["questions"]] == ["dataset"]
    assert told["problems"] == ["1 個問題沒有確認，請先在上面選擇"], "what the table does not say is no guess"
    assert told["differences"] is None
    again = read({}, text=WORD.content, answers={"dataset": "monthly", "field:!28": ""}, about={"id": "ours", "title": "本縣"})
    assert again["problems"] == []
    profile = load_profile(again["toml"], "p.toml")
    assert (profile.id, profile.title, profile.constants) == ("ours", "本縣", {"dataset": "monthly"})
    assert "reason" not in {spec.name for spec in profile.fields}


def test_a_file_and_data_beside_it() -> None:
    told = read({"spec.xlsx": SHEETS.content, "data.json": json.dumps(SHEETS.clean).encode()})  # type: ignore[dict-item]
    assert told["differences"] == []
    told = read({"spec.csv": BIG5.content, "data.json": json.dumps({"leaves": BIG5.clean}).encode()})  # type: ignore[dict-item]
    assert told["answers"]["list"] == "leaves", "the data says where the records are"


def test_what_is_no_table_is_a_problem_in_words() -> None:
    for files in ({"a.xlsx": b"PK\x03\x04zz"}, {"a.csv": b"a,b\n1,2"}, {"a.xlsx": None}):
        assert read(files)["problem"]  # type: ignore[arg-type]


def test_the_kit_and_the_table_are_downloads() -> None:
    text, content = handle("spec_kit", json.dumps({"text": WORD.content, "answers": WORD.answers}))
    assert json.loads(text)["name"].endswith(".zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {"profile.toml", "schema.json", "sample.json", "expected.json"} <= set(archive.namelist())
        toml = archive.read("profile.toml").decode()
    text, content = handle("spec_export", json.dumps({"toml": toml}))
    assert json.loads(text)["name"].endswith(".xlsx")
    again = read({"table.xlsx": content})
    assert again["ready"] and load_profile(again["toml"], "p.toml") == load_profile(toml, "p.toml")


def test_a_reader_that_is_not_here_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyvalidator.runtime.parts.find_spec", lambda name: None)
    monkeypatch.delitem(sys.modules, "python_calamine", raising=False)
    with pytest.raises(PartMissing, match=r"^python_calamine$"):
        read({"a.xlsx": xlsx({"a": [["x"]]})})
