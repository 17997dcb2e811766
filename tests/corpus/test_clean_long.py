"""Clean files of many seeds and every month: too many for each run."""

from __future__ import annotations

import pytest
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_draft

MONTHS = [f"{year}{month:02d}" for year in range(110, 116) for month in range(1, 13)]


@pytest.mark.long
@pytest.mark.parametrize("period", MONTHS)
@pytest.mark.parametrize("profile", built_in_profiles().values(), ids=list(built_in_profiles()))
def test_clean_files_have_no_finding(profile, period: str) -> None:
    year, month = int(period[:3]) + 1911, int(period[3:])
    # The platform opened in July 110: earlier months were made then too.
    first = options().today
    day = max(first, first.replace(year=year + month // 12, month=month % 12 + 1, day=10))
    for seed in range(10, 15):
        text = build_draft(profile, period=period, people=15, seed=seed).write().text
        report = check_file(Incoming("f.json", text.encode()), options(profile=profile, today=day)).report
        assert report.findings == [], (seed, [(entry.rule, entry.pointer) for entry in report.findings])
