"""Small layouts, one of each kind that the language of places has, each with the same clean leaves in it."""

from __future__ import annotations

import copy
import json
from typing import Any

from pyvalidator.profile import Profile
from pyvalidator.profile.load import profile_of

HEADER = {"ORG": "376506200A", "NAME": "水上鄉公所", "YM": "11006"}
PEOPLE = {
    "A123456789": {"WHO": "王小明", "JOB": "課員", "KIND": "01"},
    "T278932876": {"WHO": "林小美", "JOB": "課長", "KIND": "01"},
}
#: (person, leave); dates and times as the reference profile writes them.
LEAVES: list[tuple[str, dict[str, Any]]] = [
    ("A123456789", {"TYPE": "病假", "S": "1100607", "ST": "0800", "E": "1100607", "ET": "1700", "D": 1, "H": 0, "C": "N"}),
    ("A123456789", {"TYPE": "事假", "S": "1100608", "ST": "0800", "E": "1100608", "ET": "1200", "D": 0, "H": 4, "C": "N"}),
    ("T278932876", {"TYPE": "休假", "S": "1100609", "ST": "0800", "E": "1100609", "ET": "1700", "D": 1, "H": 0, "C": "N"}),
]

_FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    "agency_code": ("header", {"key": "ORG", "type": "agency_code"}),
    "agency_name": ("header", {"key": "NAME", "type": "text"}),
    "period": ("header", {"key": "YM", "type": "period"}),
    "person_id": ("person", {"key": "ID", "type": "person_id"}),
    "person_name": ("person", {"key": "WHO", "type": "text"}),
    "job_title": ("person", {"key": "JOB", "type": "text"}),
    "person_category": ("person", {"key": "KIND", "type": "digits", "pattern": "[0-9]{2}"}),
    "leave_type": ("record", {"key": "TYPE", "type": "choice", "table": "kinds"}),
    "start_date": ("record", {"key": "S", "type": "date"}),
    "start_time": ("record", {"key": "ST", "type": "time"}),
    "end_date": ("record", {"key": "E", "type": "date"}),
    "end_time": ("record", {"key": "ET", "type": "time", "end_of_day": True}),
    "days": ("record", {"key": "D", "type": "integer", "minimum": 0}),
    "hours": ("record", {"key": "H", "type": "number", "minimum": 0, "below": 8, "step": 0.5}),
    "covid_related": ("record", {"key": "C", "type": "boolean", "true": ["Y"], "false": ["N"]}),
}
KINDS = {name: name for name in ("病假", "事假", "休假", "公差")}


def layout(
    places: dict[str, Any], changes: dict[str, dict[str, Any]] | None = None, more: dict[str, Any] | None = None,
    without: tuple[str, ...] = (),
) -> Profile:  # fmt: skip
    """A profile.

    Args:
        places: its `[layout]`. changes: field → settings that differ. more: further settings of the profile.
        without: fields that it does not have.
    """
    nested = "persons" in places
    fields = [
        {"name": name, "title": name, **setting, "level": "record" if level == "person" and not nested else level,
         **(changes or {}).get(name, {})}
        for name, (level, setting) in _FIELDS.items() if name not in without
    ]  # fmt: skip
    said = {"id": "small", "version": "1", "title": "小", "status": "assumption", "source": "t", "layout": places,
            "constants": {"dataset": "monthly"}, "tables": {"kinds": KINDS}}  # fmt: skip
    return profile_of({**said, **(more or {}), "fields": fields})


def flat() -> list[dict[str, Any]]:
    """Each leave with what is said of its person."""
    return [{"ID": who, **PEOPLE[who], **leave} for who, leave in copy.deepcopy(LEAVES)]


def leaves_of(who: str) -> list[dict[str, Any]]:
    return [leave for other, leave in copy.deepcopy(LEAVES) if other == who]


def _without(leave: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in leave.items() if key not in keys}


def _trips() -> dict[str, Any]:
    trips = [{**_without(flat()[2], "TYPE", "C", "D", "H"), "DAYS": 1, "HOURS": 0}]
    return {**HEADER, "持假": flat()[:2], "公差": trips}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_COLUMNS = ["ID", *PEOPLE["A123456789"], *LEAVES[0][1]]
_ROWS = [[record[name] for name in _COLUMNS] for record in flat()]
_SPLIT = [
    {**_without(leave, "S", "ST"), "Y": 110, "M": int(leave["S"][3:5]), "DD": int(leave["S"][5:]),
     "HH": leave["ST"][:2], "MI": leave["ST"][2:]}
    for leave in flat()
]  # fmt: skip

#: name → (profile, clean file with three leaves of two persons)
SMALL: dict[str, tuple[Profile, Any]] = {
    "five levels": (
        layout({"header": "", "persons": "/orgs/*/units/*/people/*",
                "records": ["/orgs/*/units/*/people/*/days/*/leaves/*"],
                "levels": {"org": "/orgs/*", "unit": "/orgs/*/units/*", "day": "/orgs/*/units/*/people/*/days/*"}},
               {"agency_code": {"level": "org"}, "agency_name": {"level": "org"}, "start_date": {"level": "day"}}),
        {"YM": "11006", "orgs": [{"ORG": "376506200A", "NAME": "水上鄉公所", "units": [{"people": [
            {"ID": who, **said, "days": [{"S": leave["S"], "leaves": [_without(leave, "S")]} for leave in leaves_of(who)]}]}
            for who, said in PEOPLE.items()]}]},
    ),
    "persons by ID": (
        layout({"persons": "/people/*", "records": ["/people/*/leaves/*"]}, {"person_id": {"key": "*"}}),
        {**HEADER, "people": {who: {**said, "leaves": leaves_of(who)} for who, said in PEOPLE.items()}},
    ),
    "leaves by date": (
        layout({"persons": "/people/*", "records": ["/people/*/days/*/*"], "levels": {"day": "/people/*/days/*"}},
               {"start_date": {"key": "*", "level": "day"}}),
        {**HEADER, "people": [{"ID": who, **said, "days": {leave["S"]: [_without(leave, "S")] for leave in leaves_of(who)}}
                              for who, said in PEOPLE.items()]},
    ),
    "leaves by kind": (
        layout({"records": ["/data/*/*"], "levels": {"kind": "/data/*"}}, {"leave_type": {"key": "*", "level": "kind"}}),
        {**HEADER, "data": {leave["TYPE"]: [_without(leave, "TYPE")] for leave in flat()}},
    ),
    "leaves by number": (
        layout({"records": ["/data/*"], "maps": ["/data/*"]}),
        {**HEADER, "data": {str(number): leave for number, leave in enumerate(flat(), 1)}},
    ),
    "persons beside the header": (
        layout({"persons": "/*", "records": ["/*/leaves/*"]}, {"person_id": {"key": "*"}}),
        {**HEADER, **{who: {**said, "leaves": leaves_of(who)} for who, said in PEOPLE.items()}},
    ),
    "one or a list": (
        layout({"persons": "/people/*", "records": ["/people/*/leaves/*"], "one_or_list": ["/people/*/leaves/*"]}),
        {**HEADER, "people": [{"ID": "A123456789", **PEOPLE["A123456789"], "leaves": leaves_of("A123456789")},
                              {"ID": "T278932876", **PEOPLE["T278932876"], "leaves": leaves_of("T278932876")[0]}]},
    ),
    "two places": (
        layout({"records": ["/持假/*", "/公差/*"]}, None, {"places": [
            {"records": "/公差/*", "keys": {"days": "DAYS", "hours": "HOURS"},
             "constants": {"leave_type": "公差", "covid_related": False}}]}),
        _trips(),
    ),
    "columns": (layout({"records": ["/rows/*"], "columns": "/columns"}), {**HEADER, "columns": _COLUMNS, "rows": _ROWS}),
    "columns with names": (
        layout({"records": ["/rows/*"], "columns": "/columns/*/name"}),
        {**HEADER, "columns": [{"name": name} for name in _COLUMNS], "rows": _ROWS},
    ),
    "first row is the heading": (
        layout({"records": ["/rows/*"], "columns": "/rows/0"}), {**HEADER, "rows": [_COLUMNS, *_ROWS]}
    ),
    "columns in the profile": (layout({"records": ["/rows/*"], "columns": _COLUMNS}), {**HEADER, "rows": _ROWS}),
    "all in a text": (
        layout({"header": "/d", "records": ["/d/rows/*"], "embedded": ["/d"]}),
        {"d": _text({**HEADER, "rows": flat()})},
    ),
    "each in a text": (
        layout({"records": ["/rows/*"], "embedded": ["/rows/*"]}),
        {**HEADER, "rows": [_text(leave) for leave in flat()]},
    ),
    "text in a text": (
        layout({"header": "/d", "records": ["/d/rows/*"], "embedded": ["/d", "/d/rows/*"]}),
        {"d": _text({**HEADER, "rows": [_text(leave) for leave in flat()]})},
    ),
    "split keys": (
        layout({"records": ["/rows/*"]},
               {"start_date": {"key": "Y", "more_keys": ["M", "DD"], "format": "YYY M D"},
                "start_time": {"key": "HH", "more_keys": ["MI"], "format": "HH mm"}}),
        {**HEADER, "rows": _SPLIT},
    ),
    "missing values": (
        layout({"records": ["/rows/*"]}, {"hours": {"default": 0}, "covid_related": {"missing": [""], "default": "N"},
                                          "job_title": {"required": False}}, {"missing": ["null", "-"]}),
        {**HEADER, "rows": [{**leave, "H": None if leave["H"] == 0 else leave["H"], "C": "", "JOB": "-"}
                            for leave in flat()]},
    ),
}  # fmt: skip
