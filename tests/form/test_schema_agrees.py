"""The published JSON Schema and the form stage accept and reject the same files; so does the pydantic model."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis_jsonschema import from_schema
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from pyvalidator.form.stage import check_form
from pyvalidator.profile import Profile, built_in_profiles, origin_of
from pyvalidator.profile.model import file_model, published_schema
from pyvalidator.samples import build_sample
from pyvalidator.source import UNREADABLE, read_document
from pyvalidator.table.table import Table
from pyvalidator.wording import profile_status


def _variants() -> dict[str, Profile]:
    """What the built-in profiles lack: numbers written as texts, another unit, words of other types for yes and no,
    keys that are let through, fields that are not required, limits inside; keys in objects of their own, required ones
    and such that may be left out."""
    changes: dict[str, dict[str, Any]] = {
        "days": {"as_text": True}, "hours": {"as_text": True, "unit": "minutes"},
        "covid_related": {"true": [1, "1", "Y"], "false": [0, "0", "N", ""]}, "record_count": {"minimum": 1, "maximum": 10},
        "job_title": {"required": False, "blank": True, "max_length": 3}, "unit": {"pattern": "[A-Z]{2}", "max_length": None},
    }  # fmt: skip
    reference = built_in_profiles()["reference"]
    fields = [replace(spec, **changes.get(spec.name, {})) for spec in reference.fields]
    where = {
        "agency_code": "/agency", "period": "/agency/of", "system_name": "/made", "person_id": "/who", "unit": "/who/at",
        "leave_type": "/leave", "start_date": "/leave/from", "reason": "/more/text",
    }  # fmt: skip
    inner = [replace(spec, inside=where.get(spec.name, "")) for spec in reference.fields]
    return {
        "variant": replace(reference, id="variant", unknown_keys="allow", fields=fields),
        "inner": replace(reference, id="inner", fields=inner),
    }


PROFILES = {**built_in_profiles(), **_variants()}
SCHEMAS = {name: published_schema(profile) for name, profile in PROFILES.items()}
MODELS = {name: file_model(profile) for name, profile in PROFILES.items()}
JUDGES = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
#: Of rows, joined keys, members by their key and JSON in a text a schema says less than the form stage does.
PLAIN = [
    id for id, profile in built_in_profiles().items()
    if profile.layout.columns is None and not profile.layout.embedded and not profile.maps
    and not any(spec.more_keys for spec in profile.fields)
]  # fmt: skip
each_profile = pytest.mark.parametrize("name", [
    *PLAIN, "inner", pytest.param("variant", marks=pytest.mark.long),
])  # fmt: skip
#: Every day the reference, one with levels and one with inner objects.
_TYPICAL = ("reference", "example-nested", "inner")
each_typical_profile = pytest.mark.parametrize("name", [
    pytest.param(name, marks=[] if name in _TYPICAL else pytest.mark.long) for name in (*PLAIN, "inner", "variant")
])  # fmt: skip
# A thousand in the long run, below.
examples = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))

#: Values that are right in one field and wrong in another, or almost right.
TEXTS = (
    "", " ", "\u3000", "\u200b", "\n", "01", "96", "97", "00", "1100607", "1100607\n", "１１００６０７", "1101307",
    "2021-06-07", "110/06/07", "0800", "2400", "2360", "24:00", "08:00", "080000", "240000", "A123456789", "a123456789",
    "AC01234567", "A323456789", "376506200A", "376506200a", "病假", "SL", "是", "否", "true", "1.0", "monthly", "M",
    "每月差假", "11006", "2021-06", "110/06", "王" * 30, "王" * 31, "𠮷" * 50, "王" * 51, "王" * 80, "王" * 81,
    "病" * 200, "病" * 201,
)  # fmt: skip
NUMBERS = (0, 1, 1.0, 0.5, 0.25, 7.5, 8, -0.5, -1, 2**53 - 1, 2**53, 1e300)
ODD = st.one_of(
    st.none(), st.booleans(), st.sampled_from(NUMBERS), st.sampled_from(TEXTS), st.text(max_size=12),
    st.lists(st.integers(), max_size=2), st.dictionaries(st.text(max_size=3), st.none(), max_size=2),
)  # fmt: skip


def form_accepts(profile: Profile, document: Any) -> bool:
    """Whether the form stage finds nothing in the document as it is read from its text."""
    value = read_document(json.dumps(document).encode()).value
    assert value is not UNREADABLE
    result = check_form(profile, value, Table(profile, value), "f.json", lambda: [])
    assert result.incidents == []
    return result.findings == []


def model_accepts(profile: Profile, document: Any) -> bool:
    try:
        MODELS[profile.id].model_validate(document)
    except ValidationError:
        return False
    return True


def agree(name: str, document: Any) -> None:
    profile, expected = PROFILES[name], JUDGES[name].is_valid(document)
    assert form_accepts(profile, document) is expected, (reasons(name, document), document)
    assert model_accepts(profile, document) is expected, (reasons(name, document), document)


def reasons(name: str, document: Any) -> list[str]:
    """What the schema says against it."""
    return [error.message for error in JUDGES[name].iter_errors(document)][:3]


def small(name: str) -> Any:
    """A clean file, small enough to be changed a thousand times."""
    return json.loads(build_sample(PROFILES[name], people=2, seed=3).text)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value below the root."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, child in children for found in ((*path, key), *places(child, (*path, key)))]


@pytest.mark.parametrize("name", [id for id in built_in_profiles() if id not in PLAIN])
def test_a_good_file_is_valid_where_the_schema_says_less(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    for seed in range(1, 4):
        assert reasons(name, json.loads(build_sample(PROFILES[name], people=5, seed=seed).text)) == []


@each_profile
def test_the_schema_is_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    said = profile_status(PROFILES[name].status, origin_of(PROFILES[name]))
    assert SCHEMAS[name]["description"].startswith(f"{said}。")


@each_typical_profile
@examples
@given(data=st.data())
def test_what_the_schema_allows_is_accepted(name: str, data: st.DataObject) -> None:
    document = data.draw(drawn_files(name))
    assert JUDGES[name].is_valid(document)
    agree(name, document)


@cache
def drawn_files(name: str) -> st.SearchStrategy[Any]:
    return files_of(SCHEMAS[name], SCHEMAS[name])


def files_of(schema: dict[str, Any], root: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Whole files that the schema allows: hypothesis-jsonschema draws the values, arrays stay short."""
    if "$ref" in schema:
        return files_of(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if schema.get("type") == "array":
        return st.lists(files_of(schema["items"], root), max_size=2)
    if schema.get("type") != "object":
        return from_schema(schema)
    members = {key: files_of(member, root) for key, member in schema["properties"].items()}
    required = {key: members.pop(key) for key in schema.get("required", ())}
    return st.fixed_dictionaries(required, optional=members)


@each_profile
@examples
@given(data=st.data())
def test_a_changed_value_is_judged_alike(name: str, data: st.DataObject) -> None:
    document = small(name)
    for path in data.draw(st.lists(st.sampled_from(places(document)), min_size=1, max_size=2)):
        put(document, path, data.draw(ODD))
    agree(name, document)


@each_profile
@examples
@given(data=st.data())
def test_an_added_or_lost_key_is_judged_alike(name: str, data: st.DataObject) -> None:
    document = small(name)
    path = data.draw(st.sampled_from(places(document)))
    holder = document
    for token in path[:-1]:
        holder = holder[token]
    if data.draw(st.booleans()):
        del holder[path[-1]]
    elif isinstance(holder, dict):
        holder[data.draw(st.sampled_from(["x", "", "a/b", "agency_code", "姓名", "ORG_ID"]))] = data.draw(ODD)
    else:
        holder.insert(path[-1], data.draw(ODD))
    agree(name, document)


def put(document: Any, path: tuple[Any, ...], value: Any) -> None:
    """Replace the value at `path`, as far as an earlier change has left it there."""
    *above, last = path
    for token in above:
        if not has(document, token):
            return
        document = document[token]
    if isinstance(document, dict) or has(document, last):
        document[last] = copy.deepcopy(value)


def has(document: Any, token: Any) -> bool:
    """Whether `document` is a container with this key or index."""
    if isinstance(document, list):
        return isinstance(token, int) and token < len(document)
    return isinstance(document, dict) and token in document


@each_profile
@pytest.mark.parametrize("document", [None, True, 0, "", [], {}, [[]], [{}], {"records": []}, [None]], ids=repr)
def test_other_documents_are_judged_alike(name: str, document: Any) -> None:
    agree(name, document)


@each_typical_profile
def test_every_field_judges_every_odd_value_alike(name: str) -> None:
    document = small(name)
    for path in one_of_each_key(document):
        for value in (None, True, [], {}, *NUMBERS, *TEXTS):
            changed = copy.deepcopy(document)
            put(changed, path, value)
            agree(name, changed)


@pytest.mark.long
@each_profile
def test_every_field_judges_the_neighbours_of_what_it_takes_alike(name: str) -> None:
    """Of every value that a clean file has: texts one slip or one character at an end away, numbers one step away."""
    document = small(name)
    for path in one_of_each_key(document):
        for value in neighbours(follow(document, path)):
            changed = copy.deepcopy(document)
            put(changed, path, value)
            agree(name, changed)


#: A line end, spaces, a zero in other scripts and forms, other letters, what a regular expression could take for a sign.
_AROUND = ("\n", " ", "\u3000", "0", "０", "٠", "A", "a", "Ａ", "é", "\0", ".", "-")


#: jsonschema's `multipleOf` fails on whole numbers beyond a float's range; STR920 has its own tests.
_LARGEST = 10**300


def neighbours(value: Any) -> list[Any]:
    """Values that differ little."""
    if isinstance(value, bool):
        return [int(value), float(value), str(value).lower(), not value]
    if isinstance(value, int | float):
        steps = (-1, -0.5, -1e-6, 1e-6, 0.1 + 0.2, 0.5, 1, 8, 10**6, 2.0**53) if abs(value) < 2**53 else ()
        return [*(value + step for step in steps), _LARGEST, str(value)]
    if not isinstance(value, str):
        return []
    cut = [value[:at] + value[at + 1 :] for at in range(len(value))]
    other = [value[:at] + sign + value[at + 1 :] for at in range(len(value)) for sign in _AROUND]
    longer = [value * times for times in (2, 20, 50, 100)]
    return [*cut, *other, *(value + sign for sign in _AROUND), *(sign + value for sign in _AROUND), *longer,
            value.swapcase(), value[::-1], min(int(value), _LARGEST) if value.isdecimal() else None]  # fmt: skip


@pytest.mark.long
@each_profile
@settings(examples, max_examples=1000)
@given(data=st.data())
def test_files_changed_in_many_ways_are_judged_alike(name: str, data: st.DataObject) -> None:
    document = small(name)
    known = places(document)
    for path in data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=4)):
        near = neighbours(follow(document, path)) if has_path(document, path) else []
        put(document, path, data.draw(st.sampled_from(near) | ODD if near else ODD))
    agree(name, document)


def has_path(document: Any, path: tuple[Any, ...]) -> bool:
    for token in path:
        if not has(document, token):
            return False
        document = document[token]
    return True


def one_of_each_key(document: Any) -> list[tuple[Any, ...]]:
    """The path of one value of every key."""
    leaves = {path for path in places(document) if not isinstance(follow(document, path), dict | list)}
    return list({path[-1]: path for path in sorted(leaves, key=str, reverse=True)}.values())


def follow(document: Any, path: tuple[Any, ...]) -> Any:
    for token in path:
        document = document[token]
    return document
