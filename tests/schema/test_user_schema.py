"""The user's own JSON Schema: what it says, where, in Chinese; what is wrong with the schema itself."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from support import run_one

from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import published_schema
from pyvalidator.rule import document, sample
from pyvalidator.runtime.rpds_stand_in import HashTrieMap, HashTrieSet, List
from pyvalidator.schema import user_schema
from pyvalidator.schema.user_schema import CustomSchema, SchemaError, read_schema


def schema(content: Any) -> CustomSchema:
    return read_schema(json.dumps(content).encode(), "s.json")


def record(keyword: dict[str, Any]) -> CustomSchema:
    """A schema about each record."""
    return schema({"properties": {"records": {"items": keyword}}})


def found(content: Any, custom: CustomSchema) -> list[tuple[str, str | None, str | None, str | None]]:
    entries = run_one(content, schema=custom).findings
    own = [entry for entry in entries if entry.rule.startswith("SCH")]
    return [(entry.rule, entry.pointer, entry.field, entry.expected) for entry in own]


@pytest.mark.parametrize(("keyword", "changes", "expected"), [
    ({"required": ["unit"]}, {"unit": ...}, ("SCH110", "/records/0", "unit", None)),
    ({"propertyNames": {"maxLength": 13}}, {}, ("SCH120", "/records/0/person_category", "person_category", None)),
    ({"properties": {"unit": {"type": "array"}}}, {},
     ("SCH130", "/records/0/unit", "unit", "陣列（以方括號 [ ] 括住）")),
    ({"properties": {"unit": {"enum": ["人事室", "主計室"]}}}, {},
     ("SCH140", "/records/0/unit", "unit", "人事室、主計室")),
    ({"properties": {"days": {"const": 2}}}, {}, ("SCH140", "/records/0/days", "days", "2")),
    ({"properties": {"unit": {"pattern": "^人"}}}, {}, ("SCH150", "/records/0/unit", "unit", "符合規則運算式 ^人")),
    ({"properties": {"unit": {"minLength": 4}}}, {}, ("SCH160", "/records/0/unit", "unit", "至少 4 個字")),
    ({"properties": {"days": {"exclusiveMaximum": 1}}}, {}, ("SCH170", "/records/0/days", "days", "小於 1")),
    ({"maxProperties": 3}, {}, ("SCH180", "/records/0", "records", "最多 3 個欄位")),
    ({"not": {"required": ["unit"]}}, {}, ("SCH190", "/records/0", "records", "不符合所列的條件")),
    ({"dependentRequired": {"unit": ["floor"]}}, {}, ("SCH190", "/records/0", "records", "符合自訂的條件")),
    ({"unevaluatedProperties": False, "properties": {"unit": True}}, {},
     ("SCH190", "/records/0", "records", "沒有其他欄位")),
])  # fmt: skip
def test_each_keyword_speaks_at_its_place(keyword, changes, expected):
    assert found(sample(**changes), record(keyword)) == [expected]


def test_each_extra_key_is_told_at_its_key():
    allowed = {"properties": {"person_id": True}, "patternProperties": {"^(start|end|leave|job)_": True}}
    entries = run_one(sample(), schema=record({**allowed, "additionalProperties": False})).findings
    told = [entry.field for entry in entries]
    assert told == ["person_name", "person_category", "unit", "days", "hours", "covid_related", "reason"]
    assert {entry.column for entry in entries} == {7}


def test_extra_keys_may_be_held_to_a_schema():
    custom = record({"properties": {"unit": True}, "additionalProperties": {"type": ["string", "number"]}})
    assert [place for _, place, *_ in found(sample(), custom)] == ["/records/0/covid_related"]


def test_the_person_is_named():
    custom = record({"properties": {"days": {"maximum": 1}}})
    content = document([{}, {"start_date": "1100608", "end_date": "1100609", "days": 2}])
    (entry,) = [entry for entry in run_one(content, schema=custom).findings if entry.rule == "SCH170"]
    assert entry.person is not None and (entry.person.index, entry.person.id) == (1, "A12345****")


def test_patterns_are_read_as_json_schema_means_them():
    custom = record({"properties": {"reason": {"pattern": r"^\d+$"}}})
    assert found(sample(reason="１２"), custom) and found(sample(reason="12\n"), custom)
    assert not found(sample(reason="12"), custom)


def test_the_published_schema_accepts_a_clean_file():
    for name, profile in built_in_profiles().items():
        read_schema(json.dumps(published_schema(profile)).encode(), name)
    assert found(sample(), schema(published_schema(built_in_profiles()["reference"]))) == []


@pytest.mark.parametrize(("data", "says"), [
    (b"", "第 1 列"), (b"{", "第 1 列"), (b"\xef\xbb\xbf{}", "第 1 列"), (b"[]", "物件"), (b"true", "物件"),
    (b'{"type": "word"}', "「type」"), (b'{"required": "unit"}', "「required」"),
    (b'{"pattern": "("}', "正確的規則運算式"),
    (b'{"$ref": "#/$defs/none"}', "#/$defs/none"), (b'{"$ref": "https://example.invalid/s"}', "不會到網路上取得"),
    (b'{"items": {"$ref": "other.json"}}', "other.json"),
])  # fmt: skip
def test_a_broken_schema_is_named_as_such(data, says):
    with pytest.raises(SchemaError, match=r"s\.json") as caught:
        read_schema(data, "s.json")
    assert says in caught.value.problems[0]


@pytest.mark.parametrize("content", [
    {"$ref": "#"},
    {"properties": {"records": {"items": {"properties": {"days": {"multipleOf": 1e-320}}}}}},
    {"$schema": "https://example.invalid/own-dialect", "type": "object"},
    {"$schema": "http://json-schema.org/draft-04/schema#", "required": ["records"]},
])  # fmt: skip
def test_an_odd_schema_never_ends_the_check(content):
    report = run_one(sample(), schema=schema(content))
    assert [entry.rule for entry in report.findings if not entry.rule.startswith("SCH")] == []


def test_a_schema_that_never_ends_is_said_to_be_unusable():
    report = run_one(sample(), schema=schema({"$ref": "#"}))
    assert {(entry.rule, entry.reason) for entry in report.not_checked if entry.rule.startswith("SCH")} == {
        (f"SCH{number}", "schema") for number in range(110, 200, 10)
    }


def test_endless_disagreement_is_cut(monkeypatch):
    monkeypatch.setattr(user_schema, "FINDING_LIMIT", 5)
    report = run_one(sample(), schema=record({"additionalProperties": False}))
    assert report.counts.error == 5
    assert {entry.reason for entry in report.not_checked if entry.rule.startswith("SCH")} == {"limit"}


def test_without_a_schema_its_rules_are_not_spoken_of():
    for content in (sample(), "[", {"another": "layout"}, '{"records": [{]}'):
        assert not [entry for entry in run_one(content).not_checked if entry.rule.startswith("SCH")]
    unread = run_one("[", schema=record({}))
    assert {entry.reason for entry in unread.not_checked if entry.rule.startswith("SCH")} == {"syntax"}


def test_jsonschema_is_imported_only_for_a_schema():
    code = "import sys, pyvalidator.pipeline as p; p.rules(); sys.exit('jsonschema' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


_WITHOUT_RPDS = """
import importlib.util, json, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "rpds" else find(name, *rest)
from pyvalidator.input.files import Incoming
from pyvalidator.options import Options
from pyvalidator.schema.user_schema import read_schema
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import published_schema
from pyvalidator.rule import sample
published = published_schema(built_in_profiles()["reference"])
published["$id"] = "https://example.invalid/file"
custom = read_schema(json.dumps(published).encode(), "s.json")
report = check([Incoming("f.json", json.dumps(sample(person_id=3)).encode())], Options(schema=custom))
print([entry.as_dict() for entry in report.files[0].findings])
print(getattr(sys.modules["rpds"], "__file__", None))
"""


def test_the_stand_in_for_rpds_gives_the_same_findings():
    told = []
    for text in (_WITHOUT_RPDS, _WITHOUT_RPDS.replace('name == "rpds"', 'name == "no-such"')):
        done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        told.append(done.stdout.splitlines())
    assert told[0][0] == told[1][0] and "SCH130" in told[0][0]
    assert (told[0][1], told[1][1] != "None") == ("None", True)


def test_the_stand_ins_are_immutable():
    table = HashTrieMap({"a": 1})
    assert (table.insert("b", 2), table.update({"a": 3}), table.remove("a")) == ({"a": 1, "b": 2}, {"a": 3}, {})
    assert table == {"a": 1}
    with pytest.raises(KeyError):
        table.remove("b")
    assert HashTrieMap.convert({"a": 1}) == table and HashTrieMap.convert(table) is table
    assert hash(table) == hash(HashTrieMap({"a": 1}))
    few = HashTrieSet(["a"])
    assert (few.insert("b"), few.discard("a"), few) == ({"a", "b"}, set(), {"a"})
    assert tuple(List(["b"]).push_front("a")) == ("a", "b") and tuple(List()) == ()
