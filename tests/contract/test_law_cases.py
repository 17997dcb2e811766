"""Lawful months, in the folder that the environment variable PYVALIDATOR_CASES names, raise no error and no question."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from support import run

CLEAN = Path(os.environ.get("PYVALIDATOR_CASES") or "missing") / "law" / "clean"

pytestmark = pytest.mark.skipif(not CLEAN.is_dir(), reason="set PYVALIDATOR_CASES to the folder of the cases")

#: What a case may say: thirty Saturdays of a cleaning team once, two shifts of a fire brigade each.
ALLOWED = {"c04b_cleaning_30_people.json": ["FIL350"], "c17_fire_shift_11303.json": ["REC340", "REC340"]}


@pytest.mark.parametrize("name", sorted(path.name for path in CLEAN.glob("*")))
def test_a_lawful_month_is_clean(name: str) -> None:
    paths = sorted((CLEAN / name).glob("*.json")) or [CLEAN / name]
    report = run({path.name: path.read_bytes() for path in paths}, today=date(2026, 11, 30))
    found = [*(entry for file in report.files for entry in file.findings), *report.batch.findings]
    assert report.incidents == []
    assert [entry.rule for entry in found if entry.severity != "info"] == ALLOWED.get(name, [])
