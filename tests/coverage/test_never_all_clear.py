"""Random parts of layouts are dropped: whatever nobody looks at is told, and never comes an all-clear."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import elsewhere, unmapped
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.load import profile_of
from pyvalidator.profile.needed import ESSENTIAL
from pyvalidator.report.outcome import is_partial, outcome_of_batch
from pyvalidator.report.render import FORMATS, render
from pyvalidator.rule import document

REFERENCE = built_in_profiles()["reference"]
_TYPES = {spec.name: spec for spec in REFERENCE.fields}
_HEADER = ("agency_code", "agency_name", "period", "dataset")
_RECORD = ("person_id", "person_name", "person_category", "leave_type", "start_date", "start_time", "end_date", "end_time",
           "days", "hours", "covid_related", "reason")  # fmt: skip
_PEOPLE = ("A123456789", "A234567893")
_TABLES = {name: REFERENCE.tables[name] for name in ("leave_type", "dataset")}
#: No text that says so, or sounds so, may stand in any form of a report on a file that was not looked at as a whole.
_SENDING = re.compile("可以(依|報送|上傳)|即可(報送|上傳)|未發現錯誤|請(依.{0,6})?(報送|上傳)")


def _records(count: int) -> list[dict[str, Any]]:
    days = [f"11006{day:02d}" for day in (7, 8, 9, 10, 11)][:count]
    rows = [{"start_date": day, "end_date": day, "person_id": _PEOPLE[index % 2]} for index, day in enumerate(days)]
    names = [{"person_name": "王小明" if row["person_id"] == _PEOPLE[0] else "陳美玲"} for row in rows]
    return [
        {key: value for key, value in record.items() if key in _RECORD}
        for record in document([{**row, **name} for row, name in zip(rows, names, strict=True)])["records"]
    ]


def _field(name: str, level: str, key: str) -> dict[str, Any]:
    spec = _TYPES[name]
    kept = {part: getattr(spec, part) for part in ("type", "format", "table", "pattern", "minimum", "below", "step")}
    return {"name": name, "key": key, "title": spec.title, "level": level, **{k: v for k, v in kept.items() if v is not None}}


class Layout:
    """A file of a layout of its own, the whole profile for it, and what the oracle has to know of both."""

    def __init__(self, kind: str, randomly: random.Random) -> None:
        self.maps: list[str] = []
        header = {name: document()[name] for name in _HEADER}
        rows = _records(randomly.choice((3, 5)))
        patterns = ["/rows/*"]
        self.persons: str | None = None
        if kind == "flat":
            self.document: dict[str, Any] = {**header, "rows": rows}
        elif kind == "two lists":
            self.document, patterns = {**header, "rows": rows[:2], "trips": rows[2:]}, ["/rows/*", "/trips/*"]
        elif kind == "by person":
            people = [
                {"person_id": person, "person_name": rows[index]["person_name"], "person_category": "01",
                 "rows": [{key: row[key] for key in _RECORD[3:]} for row in rows if row["person_id"] == person]}
                for index, person in enumerate(_PEOPLE)
            ]  # fmt: skip
            self.document, self.persons, patterns = {**header, "people": people}, "/people/*", ["/people/*/rows/*"]
        else:
            self.document = {**header, "rows": {str(index + 1): row for index, row in enumerate(rows)}}
            self.maps = ["/rows"]
        person = "person" if self.persons else "record"
        fields = [_field(name, "header", name) for name in _HEADER]
        fields += [_field(name, person if name in _RECORD[:3] else "record", name) for name in _RECORD]
        layout: dict[str, Any] = {"records": patterns, **({"persons": self.persons} if self.persons else {})}
        if self.maps:
            layout["maps"] = patterns
        self.profile: dict[str, Any] = {
            "id": "made", "version": "1", "title": "試作版型", "status": "assumption", "source": "試作", "unknown_keys": "allow",
            "layout": layout, "fields": fields, "tables": _TABLES,
        }  # fmt: skip

    @property
    def placed(self) -> list[str]:
        found = [""]
        for pattern in (*self.profile["layout"]["records"], *([self.persons] if self.persons else [])):
            tokens = pattern.split("/")
            found += ["/".join(tokens[:count]) for count in range(2, len(tokens) + 1)]
        return found

    def drop(self, randomly: random.Random) -> None:
        """Leave out parts of the profile, and put into the file what it does not know."""
        for name in randomly.sample(sorted(_TYPES), randomly.choice((0, 0, 1, 2, 5))):
            self.profile["fields"] = [field for field in self.profile["fields"] if field["name"] != name]
        records = self.profile["layout"]["records"]
        if len(records) > 1 and randomly.random() < 0.5:
            records.remove(randomly.choice(records))
        free = sorted({*_HEADER, *_RECORD[1:], "person_name"} - {field["name"] for field in self.profile["fields"]})
        excused = [name for name in free if name not in (*ESSENTIAL, "days", "hours", "start_time", "end_time")]
        self.profile["absent"] = [name for name in excused if randomly.random() < 0.5]
        for _ in range(randomly.choice((0, 1, 1, 2))):
            randomly.choice((self._log, self._single, self._inside, self._text, self._map, self._harmless))(randomly)

    def _log(self, randomly: random.Random) -> None:
        self.document["log"] = [{"at": f"2021-06-0{day} 10:00", "seq": day} for day in range(1, randomly.choice((2, 4)))]
        if randomly.random() < 0.3:
            self.profile["layout"]["ignored"] = ["/log"]

    def _single(self, randomly: random.Random) -> None:
        whose = {"who": _PEOPLE[0]} if randomly.random() < 0.5 else {"place": "臺北"}
        self.document["公差"] = [{"日": "1100607", **whose}]

    def _inside(self, randomly: random.Random) -> None:
        for row in self._rows():
            row["簽核"] = [{"日": "1100608", "關": "一"}]

    def _text(self, randomly: random.Random) -> None:
        days = ["1100607", "1100608"][: randomly.choice((1, 2))]
        self.document["附"] = json.dumps([{"d": day} for day in days])

    def _map(self, randomly: random.Random) -> None:
        self.document["補"] = {"1": {"d": "1100607"}, "2": {"d": "1100608"}, "3": {"d": "1100609"}}
        self.maps.append("/補")

    def _harmless(self, randomly: random.Random) -> None:
        self.document["統計"] = [{"假別": "病假", "次數": 3}, {"假別": "事假", "次數": 1}]
        self.document["製表"] = {"日": "1100705", "人": "系統"}

    def _rows(self) -> list[dict[str, Any]]:
        if self.persons:
            return [row for person in self.document["people"] for row in person["rows"]]
        rows = self.document["rows"]
        return rows if isinstance(rows, list) else list(rows.values())


@settings(max_examples=120)
@given(st.sampled_from(["flat", "two lists", "by person", "keyed"]), st.integers(0, 2**32))
def test_coverage_is_what_the_contract_says_and_never_an_all_clear(kind: str, seed: int) -> None:
    randomly = random.Random(seed)
    made = Layout(kind, randomly)
    made.drop(randomly)
    profile = profile_of(made.profile)
    text = json.dumps(made.document, ensure_ascii=False)
    report = check([Incoming("f.json", text.encode())], options(profile=profile))
    assert report.incidents == []
    [file] = report.files
    gaps = unmapped(made.profile)
    places = elsewhere(made.document, made.placed, made.profile["layout"].get("ignored", ()), made.maps)
    assert file.coverage is not None, file.findings
    assert set(file.coverage.unmapped) == gaps
    assert {one.pointer for one in file.coverage.elsewhere} == places
    assert file.coverage.complete == (not gaps and not places)
    if not file.coverage.complete:
        assert outcome_of_batch(report) in ("partial", "error")
        assert is_partial(report)
        assert len([entry for entry in file.findings if entry.rule in ("STR170", "STR171", "STR175")]) == len(gaps) + len(places)
        for format in (name for name, facts in FORMATS.items() if not facts.binary and name != "json"):
            said = render(report, format).decode("utf-8-sig")
            assert _SENDING.search(said) is None, (format, _SENDING.search(said))
            assert all(line in said.replace("&quot;", '"') for line in file.coverage.said), format


@pytest.mark.parametrize("kind", ["flat", "two lists", "by person", "keyed"])
def test_a_whole_profile_leaves_nothing_out(kind: str) -> None:
    made = Layout(kind, random.Random(1))
    text = json.dumps(made.document, ensure_ascii=False)
    report = check([Incoming("f.json", text.encode())], options(profile=profile_of(made.profile)))
    assert (outcome_of_batch(report), is_partial(report)) == ("pass", False), report.files[0].findings
