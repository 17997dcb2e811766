"""One month's leaves in layouts of any structure, none of which is written down anywhere else: lists and maps in each
other, rows and columns, JSON in texts, headers that lie about. Keys are plain: what they mean is tested elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample

Record = dict[str, Any]

_MADE = json.loads(build_sample(built_in_profiles()["reference"], period="11006", people=12, seed=5).text)
HEADER = {key: _MADE[key] for key in ("agency_code", "agency_name", "period")}
#: The leaves of a person follow each other.
LEAVES: list[Record] = sorted(_MADE["records"], key=lambda leave: (leave["person_id"], leave["start_date"]))
_PERSON = ("person_id", "person_name", "person_category", "job_title", "unit")


@dataclass(frozen=True)
class Made:
    """One layout. `records`: where its records are; `levels`: what lies between header and records, the persons too."""

    id: str
    value: Any
    records: tuple[str, ...]
    levels: tuple[str, ...] = ()
    count: int = len(LEAVES)


def without(leave: Record, *keys: str) -> Record:
    return {key: value for key, value in leave.items() if key not in keys}


def grouped(leaves: Iterable[Record], key: str) -> list[tuple[Any, list[Record]]]:
    ordered = sorted(leaves, key=lambda leave: str(leave[key]))
    return [(value, list(found)) for value, found in groupby(ordered, key=lambda leave: leave[key])]


def persons(leaves: list[Record], of: Callable[[list[Record]], Any]) -> list[Record]:
    return [
        {key: found[0][key] for key in _PERSON if key in found[0]} | {"leaves": of([without(leave, *_PERSON) for leave in found])}
        for _, found in grouped(leaves, "person_id")
    ]


def days(leaves: list[Record]) -> list[Record]:
    return [
        {"start_date": day, "items": [without(leave, "start_date") for leave in found]}
        for day, found in grouped(leaves, "start_date")
    ]


def text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_KEYS = list(LEAVES[0])
_ROWS = [[leave.get(key) for key in _KEYS] for leave in LEAVES]
_LOG = [{"seq": number, "at": f"2021-06-{number % 28 + 1:02d} 10:00:00", "user": "HR01"} for number in range(150)]
_APPROVALS = [{"by": "HR01", "at": "2021-06-01 10:00:00"}, {"by": "HR02", "at": "2021-06-02 10:00:00"}]
_TRIPS = [leave for leave in LEAVES if leave["leave_type"] in ("公差", "公出")]
_OTHERS = [leave for leave in LEAVES if leave not in _TRIPS]
_NUMBERS = {value: f"A{1000 + 7 * number}" for number, (value, _) in enumerate(grouped(LEAVES, "person_id"))}
_UNITS = {"民政課": LEAVES[::2], "行政室": LEAVES[1::2]}

MADE = [
    Made(
        "agency-department-person-day",
        [{**HEADER, "departments": [
            {"name": name, "people": persons(leaves, days)} for name, leaves in _UNITS.items()
        ]}],
        ("/*/departments/*/people/*/leaves/*/items/*",),
        ("/*", "/*/departments/*", "/*/departments/*/people/*", "/*/departments/*/people/*/leaves/*"),
    ),
    Made(
        "map-of-units-of-maps-of-persons",
        {**HEADER, "units": {
            name: {person["person_id"]: without(person, "person_id") for person in persons(leaves, list)}
            for name, leaves in _UNITS.items()
        }},
        ("/units/*/*/leaves/*",), ("/units/*", "/units/*/*"),
    ),
    Made("map-of-days", {**HEADER, "days": {day: [without(leave, "start_date") for leave in found] for day, found in grouped(LEAVES, "start_date")}},
         ("/days/*/*",), ("/days/*",)),
    Made("map-of-persons-to-lists", {"head": HEADER, "data": {who: [without(leave, "person_id") for leave in found] for who, found in grouped(LEAVES, "person_id")}},
         ("/data/*/*",), ("/data/*",)),
    Made(
        "two-persons-by-number",
        {**HEADER, "people": {
            person["person_id"]: without(person, "person_id") for person in persons(LEAVES, list)[:2]
        }},
        ("/people/*/leaves/*",), ("/people/*",),
        sum(len(found) for _, found in grouped(LEAVES, "person_id")[:2]),
    ),
    Made(
        "house-numbers",
        {**HEADER, "people": {_NUMBERS[person["person_id"]]: person for person in persons(LEAVES, list)}},
        ("/people/*/leaves/*",), ("/people/*",),
    ),
    Made("map-of-kinds", {**HEADER, "kinds": {kind: [without(leave, "leave_type") for leave in found] for kind, found in grouped(LEAVES, "leave_type")}},
         ("/kinds/*/*",), ("/kinds/*",)),
    Made("serials-one-and-two", {**HEADER, "rows": {"1": LEAVES[0], "2": LEAVES[1]}}, ("/rows/*",), (), 2),
    Made("serials-with-a-word", {**HEADER, "rows": {f"row{number:03d}": leave for number, leave in enumerate(LEAVES)}},
         ("/rows/*",)),
    Made(
        "one-or-list",
        {**HEADER, "person": persons(LEAVES, lambda leaves: leaves[0] if len(leaves) == 1 else leaves)},
        ("/person/*/leaves/*",), ("/person/*",),
    ),
    Made("one-leave", {**HEADER, "leave": LEAVES[0]}, ("/leave/*",), (), 1),
    Made("columns-beside", {**HEADER, "table": {"fields": _KEYS, "values": _ROWS}}, ("/table/values/*",)),
    Made("columns-in-objects", {**HEADER, "cols": [{"name": key, "width": 10} for key in _KEYS], "rows": _ROWS},
         ("/rows/*",)),
    Made("heading-row", {**HEADER, "rows": [_KEYS, *_ROWS]}, ("/rows/*",)),
    Made("no-heading", {**HEADER, "rows": _ROWS}, ("/rows/*",)),
    Made("rows-by-serial", {**HEADER, "columns": _KEYS, "rows": {str(number): row for number, row in enumerate(_ROWS, 1)}},
         ("/rows/*",)),
    Made("text-in-text", {"d": text({"code": 0, "payload": text({**HEADER, "rows": LEAVES})})}, ("/d/payload/rows/*",)),
    Made("texts-of-lists", {**HEADER, "people": persons(LEAVES, text)}, ("/people/*/leaves/*",), ("/people/*",)),
    Made("rows-in-a-text", text({**HEADER, "columns": _KEYS, "rows": _ROWS}), ("/rows/*",)),
    Made("log-and-approvals", {**HEADER, "log": _LOG, "leaves": [{**leave, "steps": _APPROVALS} for leave in LEAVES]},
         ("/leaves/*",)),
    Made("header-in-pieces", {
        "meta": {"generated_at": "1100705"}, "errors": [], "warnings": None,
        "data": {"agency": {key: HEADER[key] for key in ("agency_code", "agency_name")}, "list": LEAVES},
        "query": {"period": "11006", "page": {"size": 500}},
    }, ("/data/list/*",)),
    Made("two-lists-of-other-keys", {**HEADER, "持假": _OTHERS, "公差": [
        {{"start_date": "TRIP_SDATE", "end_date": "TRIP_EDATE"}.get(key, key): value
         for key, value in without(leave, "leave_type").items()} for leave in _TRIPS
    ]}, ("/持假/*", "/公差/*")),
    Made("lists-called-by-their-kind", {**HEADER, **{
        kind: [without(leave, "leave_type") for leave in found] for kind, found in grouped(LEAVES, "leave_type")[:3]
    }}, tuple(f"/{kind}/*" for kind, _ in grouped(LEAVES, "leave_type")[:3]), (),
        sum(len(found) for _, found in grouped(LEAVES, "leave_type")[:3])),
    Made("one-person", {**HEADER, "person": persons(LEAVES, list)[0]}, ("/person/*/leaves/*",), ("/person/*",),
         len(grouped(LEAVES, "person_id")[0][1])),
    Made("persons-beside-the-month", {**HEADER, **{
        who: [without(leave, "person_id") for leave in found] for who, found in grouped(LEAVES, "person_id")
    }}, ("/*/*",), ("/*",)),
    Made("records-as-texts", {**HEADER, "rows": [text(leave) for leave in LEAVES]}, ("/rows/*",)),
    Made("one-record-in-envelopes", {"Envelope": {"Body": {"Result": {**HEADER, "Record": LEAVES[0]}}}},
         ("/Envelope/Body/Result/Record/*",), (), 1),
    Made(
        "persons-without-leave",
        {**HEADER, "people": [
            person if number % 2 else {**person, "leaves": None} for number, person in enumerate(persons(LEAVES, list))
        ]},
        ("/people/*/leaves/*",), ("/people/*",),
        sum(len(found) for _, found in grouped(LEAVES, "person_id")[1::2]),
    ),
    Made("by-month", {**HEADER, "months": {"11006": {"rows": LEAVES}}}, ("/months/*/rows/*",), ("/months/*",)),
]  # fmt: skip
