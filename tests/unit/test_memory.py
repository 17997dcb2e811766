"""A file that does not fit into the computer's memory is told as such, and the others are still checked."""

from __future__ import annotations

import json
from datetime import date

import pytest

from pyvalidator import runner
from pyvalidator.intake import Incoming
from pyvalidator.options import Options
from pyvalidator.pipeline import check
from pyvalidator.rule import sample

DATA = json.dumps(sample()).encode()


@pytest.mark.parametrize("stage", ["pyvalidator.pipeline.read_document", "pyvalidator.pipeline.check_form", "_run_value"])
def test_file_without_room_is_told_with_the_way_out(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(*((runner, stage) if stage == "_run_value" else (stage,)), full)
        report = check([Incoming("big.json", DATA)], Options(today=date(2021, 7, 10)))
    (file,) = report.files
    assert file.status == "unreadable"
    assert [entry.rule for entry in file.findings] == ["SYN903"]
    assert "記憶體" in file.findings[0].message
    assert "命令列" in file.findings[0].fix
    assert file.size == len(DATA)
    assert report.incidents == []
    assert check([Incoming("small.json", DATA)], Options(today=date(2021, 7, 10))).files[0].status == "pass"
