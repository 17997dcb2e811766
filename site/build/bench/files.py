"""The files that are measured: synthetic, the same on every machine, made once into build/bench/."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample
from pyvalidator.samples.people import finish_id
from tasks.toolchain import OUTPUT

FOLDER = OUTPUT / "bench"
#: Staff that has about so many records in a month.
STAFF = {300: 84, 6_000: 1_640, 30_000: 8_220, 300_000: 82_200}
_PERSON = re.compile('("person_id": ")([A-Z].)[0-9]{8}')


def sample_file(records: int, faults: int = 0) -> Path:
    """A file of about so many records on one line, 315 bytes each: 300,000 of them are 95 MB."""
    path = FOLDER / f"{records}-{faults}.json"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        _write(path, _one_line(STAFF[records], faults))
    return path


def large_file() -> Path:
    """A file of more than 250 MB: the people of the one of 300,000 records three times, under other numbers."""
    path = FOLDER / "large.json"
    if not path.exists():
        whole = sample_file(300_000).read_text("utf-8")
        head, opener, rest = whole.partition('"records": [')
        records = rest.rstrip().removesuffix("]}")
        count = json.loads(head + '"": 0}')["record_count"]
        numbers = _numbers()
        copies = (_renumbered(records, numbers) for _ in range(3))
        _write(path, head.replace(f": {count},", f": {3 * count},") + opener + ", ".join(copies) + "]}")
    return path


def folder_of_files(files: int) -> Path:
    """A folder of so many files of 300 records, each of its own agency with its own people."""
    folder = FOLDER / f"{files}-files"
    if not (folder / f"{files - 1:05d}.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        template = _one_line(STAFF[300], 0)
        numbers = _numbers()
        for index in range(files):
            text = template.replace('"376506200A"', f'"3765{index:05d}A"').replace("水上鄉公所", f"範例機關{index}")
            _write(folder / f"{index:05d}.json", _renumbered(text, numbers))
    return folder


def _one_line(staff: int, faults: int) -> str:
    sample = build_sample(built_in_profiles()["reference"], people=staff, seed=1, faults=faults)
    return json.dumps(json.loads(sample.text), ensure_ascii=False)


def _renumbered(text: str, numbers: Iterator[str]) -> str:
    """The text with another identity number for each one in it."""
    known: defaultdict[str, str] = defaultdict(numbers.__next__)
    return _PERSON.sub(lambda found: found[1] + known[found[0]], text)


def _numbers() -> Iterator[str]:
    """Identity numbers, none of them twice, of which no two consecutive ones look alike."""
    for number in count():
        mixed = number * 7_654_321 % 10_000_000
        yield finish_id(f"{'ABCDEFGH'[number // 10_000_000]}1{mixed:07d}")


def _write(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, "utf-8")
    part.replace(path)
