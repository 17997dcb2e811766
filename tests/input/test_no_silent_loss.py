"""Whatever is given is named in the report as checked, skipped or faulty: tried on batches made at random.

`PYVALIDATOR_TRIAL` seconds (default: a short form for every day; the long run takes 300).
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from losses import agencies_in, batch, roster_text, unsaid

from pyvalidator.browser.requests import handle
from pyvalidator.cli import main
from pyvalidator.domain.agencies import Roster
from pyvalidator.domain.csv_lists import ListFileError

#: Batches of the short form, each with a seed of its own.
_SHORT = 60
_LONG = float(os.environ.get("PYVALIDATOR_TRIAL", "300"))


def _seeds(seconds: float | None) -> Iterator[int]:
    if seconds is None:
        yield from range(_SHORT)
        return
    end = time.monotonic() + seconds
    seed = 1000
    while time.monotonic() < end:
        yield seed
        seed += 1


@pytest.fixture(params=[None, pytest.param(_LONG, marks=pytest.mark.long)], ids=["short", "long"])
def seconds(request: pytest.FixtureRequest) -> float | None:
    given: float | None = request.param
    return given


def test_the_page_loses_nothing(seconds: float | None) -> None:
    for seed in _seeds(seconds):
        parts = batch(random.Random(seed))
        files = [{"name": part.name, "bytes": part.data} for part in parts]
        answer = json.loads(handle("check", json.dumps({"options": {"today": "2021-07-10"}}), files))
        assert answer["report"]["incidents"] == [], seed
        assert unsaid(parts, answer["report"]) == [], seed
    handle("clear", "{}")


def test_the_command_line_loses_nothing(
    seconds: float | None, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for seed in _seeds(seconds):
        folder = tmp_path / str(seed) / "資料"
        folder.mkdir(parents=True)
        parts = [part for part in batch(random.Random(seed)) if not part.name.endswith(".dat")]
        for part in parts:
            (folder / part.name).write_bytes(part.data)
            # An archive in a folder is passed over, and named.
            part.name, part.inside = f"資料/{part.name}", []
        code = main(["check", str(folder), "--format", "json", "--today", "2021-07-10"])
        out, notes = capfdbinary.readouterr()
        if not parts:
            assert code == 2
            continue
        report = json.loads(out)
        assert report["incidents"] == [], seed
        assert unsaid(parts, report) == [], (seed, notes.decode())
        if report["skipped"]:
            assert code >= 1, seed


def test_a_list_loses_no_agency(seconds: float | None) -> None:
    for seed in _seeds(seconds):
        for number in range(50):
            chance = random.Random(f"{seed} {number}")
            text = roster_text(chance)
            try:
                known = set(Roster.read(text.encode(chance.choice(["utf-8", "utf-8-sig", "cp950"]), "replace")).by_code)
            except ListFileError:
                continue
            assert agencies_in(text) <= known, text
