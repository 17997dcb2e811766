"""Clean files are called clean: no finding of any severity, in any built-in profile, month, size or batch."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest
from cases import LATER
from support import options
from unusual import unusual_draft

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_draft, build_sample

#: Those that can say every leave of every month and of both kinds of data; the others are for monthly data alone.
PROFILES = ("reference", "example-nested", "example-rows")
OTHERS = tuple(id for id in built_in_profiles() if id not in PROFILES)
MONTHS = [(f"{year}{month:02d}", "covid109" if year == 109 else "monthly")
          for year in range(109, 116) for month in range(1, 13) if (year, month) < (115, 12)]  # fmt: skip
SIZES = (1, 2, 6, 30, 75)
#: Every month with every profile of the first, every seventh with the others, each with another seed, the sizes in turn.
#: Every day: all months with the first of all, every fourth with the rest.
FILES = [
    pytest.param(profile, *month, SIZES[number % len(SIZES)], number,
                 marks=[] if profile == PROFILES[0] or number % 4 == 0 else pytest.mark.long)
    for number, (profile, month) in enumerate([*product(PROFILES, MONTHS), *product(OTHERS, MONTHS[12::7])])
]  # fmt: skip


@pytest.mark.parametrize(("profile", "period", "dataset", "people", "seed"), FILES)
def test_a_clean_file_has_no_finding(profile: str, period: str, dataset: str, people: int, seed: int) -> None:
    layout = built_in_profiles()[profile]
    text = build_draft(layout, period=period, dataset=dataset, people=people, seed=seed).write().text
    report = check([Incoming("f.json", text.encode())], options(profile=layout, today=LATER))
    assert [(entry.rule, entry.pointer) for entry in report.files[0].findings] == []
    assert report.incidents == []
    assert {entry.reason for entry in report.files[0].not_checked} <= {"roster", "layout"}


LEGAL = "(seed, rule, pointer, value): what tests/corpus/unusual.py has is legal, so the rule asks about too much"


def unusual_findings(seeds: Iterable[int]) -> list[tuple[int, str, str | None, str | None]]:
    """(seed, rule, pointer, value) of whatever is found in files of unusual people and leaves."""
    found = []
    for seed in seeds:
        layout = built_in_profiles()[PROFILES[seed % len(PROFILES)]]
        text = unusual_draft(layout, seed).write().text
        report = check([Incoming("f.json", text.encode())], options(profile=layout, today=LATER))
        assert report.incidents == []
        found += [(seed, entry.rule, entry.pointer, entry.value) for entry in report.files[0].findings]
    return found


def test_unusual_but_legal_files_have_no_finding() -> None:
    assert unusual_findings(range(60)) == [], LEGAL


@pytest.mark.long
@pytest.mark.parametrize("start", range(60, 2060, 200))
def test_many_unusual_but_legal_files_have_no_finding(start: int) -> None:
    assert unusual_findings(range(start, start + 200)) == [], LEGAL


@pytest.mark.parametrize("year", [110, 112, 114])
@pytest.mark.parametrize("profile", PROFILES)
def test_a_clean_year_of_two_agencies_has_no_finding(profile: str, year: int) -> None:
    layout = built_in_profiles()[profile]
    files = []
    for agency in ("376506200A", "376506211I"):
        for period, dataset in MONTHS:
            if period.startswith(str(year)) or (year == 110 and dataset == "covid109"):
                draft = build_draft(layout, agency=agency, period=period, dataset=dataset, people=12, seed=year)
                files.append(Incoming(f"{agency}_{period}.json", draft.write().text.encode()))
    report = check(files, options(profile=layout, today=LATER))
    assert report.batch.findings == []
    assert (report.summary.error, report.summary.warning, report.summary.info) == (0, 0, 0)


@pytest.mark.parametrize("agency", [None, "0000000000", "TEST000000"])
def test_a_sample_says_that_it_is_one_and_nothing_else(agency: str | None) -> None:
    text = build_sample(built_in_profiles()["reference"], agency=agency, people=40).text
    [file] = check([Incoming("f.json", text.encode())], options(today=LATER)).files
    assert [(entry.rule, entry.severity) for entry in file.findings] == [("FIL620", "info")]
    assert file.sample and file.status == "pass"


def test_a_faulty_sample_shows_its_faults_alone() -> None:
    sample = build_sample(built_in_profiles()["reference"], people=40, faults=3)
    [file] = check([Incoming("f.json", sample.text.encode())], options(today=LATER)).files
    assert file.sample and "FIL620" not in {entry.rule for entry in file.findings}
