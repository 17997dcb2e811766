"""The vendors' conformance kit: schema, profile, good and bad files with what the checker says to each, as one zip.

Made from the profile and from the rules' own examples, so that it cannot fall behind them.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from pyvalidator.engine.examples import example_bytes, zip_bytes
from pyvalidator.engine.registry import rules
from pyvalidator.input.files import Incoming
from pyvalidator.input.gathering import gather_bytes
from pyvalidator.options import Options
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import published_schema
from pyvalidator.repair.convert import template_csv
from pyvalidator.report.model import Report
from pyvalidator.rule import Example, Rule, document
from pyvalidator.runtime.package_files import read_package_text
from pyvalidator.samples import build_sample
from pyvalidator.samples.rule_examples import SIDE_FILES, example_options, option_texts

URI = "vendors/files/conformance-kit.zip"
_TODAY = date(2021, 7, 10)


@dataclass
class Case:
    """One case: its files by path in the kit, and what the checker says to them."""

    files: dict[str, bytes]
    today: str
    findings: list[dict[str, Any]]
    rule: str | None = None
    side_files: dict[str, bytes] = field(default_factory=dict)

    def describe(self) -> dict[str, Any]:
        """The case as it stands in expected.json."""
        given = {kind: path for kind, path in SIDE_FILES.items() if self._side_path(path) in self.side_files}
        return {
            "files": sorted(self.files), "today": self.today, "rule": self.rule,
            "side_files": {kind: self._side_path(path) for kind, path in given.items()}, "findings": self.findings,
        }  # fmt: skip

    def _side_path(self, name: str) -> str:
        return f"{(self.rule or '').lower()}/{name}"


def build_pages() -> dict[str, str | bytes]:
    """The kit by its place in the docs."""
    profile = built_in_profiles()["reference"]
    every = [*good_cases(), *bad_cases()]
    here = Path(__file__).with_name("shipped")
    members: dict[str, Any] = {
        "README.txt": (here / "README.txt").read_text("utf-8"),
        "verify.py": (here / "verify.py").read_text("utf-8"),
        "schema/reference.schema.json": json.dumps(published_schema(profile), ensure_ascii=False, indent=2) + "\n",
        "profile/reference.toml": read_package_text(f"profiles/{profile.id}-{profile.version}.toml"),
        "template/reference.csv": template_csv(profile),
        "expected.json": json.dumps([case.describe() for case in every], ensure_ascii=False, indent=1) + "\n",
    }
    for case in every:
        members |= case.files | {f"bad/{path}": data for path, data in case.side_files.items()}
    return {URI: zip_bytes(members)}


def good_cases() -> list[Case]:
    """Files to which the checker has no error and no warning."""
    profile = built_in_profiles()["reference"]
    made = {name: build_sample(profile, **arguments).text for name, arguments in _SAMPLES.items()}
    made |= {
        name: _edge(*edge) for name, edge in _EDGES.items()
    }
    return [_good(f"good/{name}.json", text.encode()) for name, text in made.items()]


def _edge(code: str, agency: str, person: str, record: dict[str, Any]) -> str:
    return example_bytes(document([{"person_name": person, **record}], agency_code=code, agency_name=agency)).decode()


#: Together they are files of a county as it should be: no agency, and nobody, has two of a month.
_SAMPLES: dict[str, dict[str, Any]] = {
    "month-30-people": {}, "month-3-people": {"people": 3, "seed": 7, "agency": "376801200A"},
    "month-11501": {"period": "11501", "agency": "376506151J", "seed": 11},
    "covid109-10904": {"dataset": "covid109"}, "cleaning-crew": {"agency": "376506211I", "seed": 3},
}  # fmt: skip
#: What a strict reader of one's own is apt to refuse, though it is right: code and name of the agency, a person's name,
#: the record.
_EDGES: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "person-id-new-form": ("376506222E", "水上鄉立圖書館", "阮文雄", {"person_id": "A800000014"}),
    "person-id-old-form": ("376800000A", "嘉義縣議會", "陳美玉", {"person_id": "AC01234567"}),
    "ends-at-midnight": (
        "376600000A", "嘉義市政府", "林大同", {"person_id": "B123456780", "start_time": "1600", "end_time": "2400"}
    ),
    "half-hours": (
        "376420000A", "宜蘭縣政府", "陳小美",
        {"person_id": "B223456782", "days": 0, "hours": 2.5, "start_time": "0800", "end_time": "1030"},
    ),
    "name-beyond-the-basic-plane": ("376530000A", "屏東縣政府", "𠮷小明", {"person_id": "C123456781"}),
    "name-in-latin-letters": ("376540000A", "臺東縣政府", "Lisin Kolas‧拉娃谷倖", {"person_id": "V123456787"}),
    "optional-fields-left-out": (
        "376550000A", "花蓮縣政府", "黃志強", {"person_id": "U123456786", "unit": ..., "reason": ...},
    ),
    "leave-from-the-month-before": (
        "376560000A", "澎湖縣政府", "吳佳玲",
        {"person_id": "X223456789", "leave_type": "娩假", "start_date": "1100503", "end_date": "1100630", "days": 42},
    ),
}  # fmt: skip


def _good(path: str, data: bytes) -> Case:
    today = _TODAY if b'"11501"' not in data else date(2026, 2, 10)
    return Case({path: data}, today.isoformat(), _findings(check([Incoming(path, data)], Options(today=today))))


def bad_cases() -> list[Case]:
    """For every rule that can show one, the first example that it finds fault with."""
    cases = []
    for rule in rules().values():
        example = next((one for one in rule.examples if one.fires_at is not None and has_data(one)), None)
        if example is not None:
            cases.append(_bad(rule, example))
    return cases


def has_data(example: Example) -> bool:
    """False where the fault is that the file cannot be read from the disk, which no kit can hold, or that an archive
    does not open, which the command line refuses before it checks anything."""
    given = [content for content in example.files.values() if content is not None]
    broken = any(
        name.endswith(".zip") and content is not None and not zipfile.is_zipfile(BytesIO(example_bytes(content)))
        for name, content in example.files.items()
    )
    return not example.files or (bool(given) and not broken)


def _bad(rule: Rule, example: Example) -> Case:
    folder = f"bad/{rule.id.lower()}"
    given = example.files or {f"{rule.id.lower()}.json": example.content}
    contents = {name: example_bytes(content) for name, content in sorted(given.items()) if content is not None}
    # Named as the report names what is given on a command line: a name with a folder would be a part of that folder.
    opened = [file.read() for file in gather_bytes(contents.items()).files]
    data = {f"{folder}/{name}": content for name, content in contents.items()}
    side = {f"{rule.id.lower()}/{SIDE_FILES[kind]}": text.encode() for kind, text in option_texts(example).items()}
    return Case(data, example.today, _findings(check(opened, example_options(example))), rule.id, side)


def _findings(report: Report) -> list[dict[str, Any]]:
    """Errors and warnings: rule, severity, file and place, nothing that only this version's wording says."""
    found = [
        {"rule": entry.rule, "severity": entry.severity, "file": file.name, "pointer": entry.pointer,
         "line": entry.line, "column": entry.column}
        for file in report.files for entry in file.findings if entry.severity != "info"
    ]  # fmt: skip
    batch = [entry for entry in report.batch.findings if entry.severity != "info"]
    return found + [{"rule": entry.rule, "severity": entry.severity, "files": entry.files} for entry in batch]
