"""A file that does not fit into the computer's memory is told as such, and the others are still checked."""

from __future__ import annotations

import json
import tracemalloc
from datetime import date

import pytest

from pyvalidator.engine import runner
from pyvalidator.input.files import Incoming, InMemory, OnPage, PendingFile
from pyvalidator.input.gathering import gather_files
from pyvalidator.options import Options
from pyvalidator.pipeline import check
from pyvalidator.rule import document, sample
from pyvalidator.runtime import memory
from pyvalidator.source.strict import read_strict

DATA = json.dumps(sample()).encode()


@pytest.mark.parametrize("stage", ["pyvalidator.pipeline.read_document", "pyvalidator.pipeline.check_form", "_run_value"])
def test_file_without_memory_is_told_with_the_way_out(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
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


LARGE = json.dumps(document([{"reason": f"第 {number} 次"} for number in range(2000)]), ensure_ascii=False).encode()


def test_memory_is_asked_for_before_the_reader_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader itself would wait for ever where memory ends."""

    def full(*_: object, **__: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    with monkeypatch.context() as patch:
        patch.setattr("mmap.mmap", full)
        report = check([Incoming("big.json", LARGE), Incoming("small.json", DATA)], Options(today=date(2021, 7, 10)))
    assert [file.status for file in report.files] == ["unreadable", "pass"]
    assert [entry.rule for entry in report.files[0].findings] == ["SYN903"]


@pytest.mark.parametrize("text", [LARGE, json.dumps([[]] * 200_000).encode(), json.dumps([{}] * 200_000).encode()])
def test_memory_is_enough_for_what_the_reader_makes(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(memory, "_reserve", asked.append)
    tracemalloc.start()
    value = read_strict(text)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert value and asked[0] >= kept * 0.9


def test_file_that_cannot_be_brought_into_memory_is_told_and_the_others_go_on() -> None:
    def full() -> bytes:
        raise MemoryError

    gathered = gather_files([PendingFile(name, OnPage(10, full)) for name in ("a.json", "b.zip")])
    gathered.add("small.json", InMemory(DATA))
    report = check((file.read() for file in gathered.files), Options(today=date(2021, 7, 10)))
    assert [(file.name, file.status) for file in report.files] == [
        ("a.json", "unreadable"), ("b.zip", "unreadable"), ("small.json", "pass"),
    ]  # fmt: skip
    assert {entry.rule for file in report.files[:2] for entry in file.findings} == {"SYN903"}
