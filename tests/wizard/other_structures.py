"""Layouts of other structures than one list of leaves."""

from __future__ import annotations

import json
from typing import Any

from other_layouts import HEAD_ZH, clock, flat, layout, person
from other_leaves import AGENCY, AGENCY_NAME, Leave, Made, greg, roc

# -- structure ---------------------------------------------------------------------------------------------------------


def short(leave: Leave) -> dict[str, Any]:
    """A leave without its person."""
    return {
        "假別": leave.kind, "起日": roc(leave.day(leave.start)), "起時": clock(leave.start, "%H%M"),
        "迄日": roc(leave.day(leave.end)), "迄時": clock(leave.end, "%H%M"), "日數": leave.days, "時數": leave.hours,
        "防疫": leave.covid, "事由": leave.reason,
    }  # fmt: skip


def short_person(leave: Leave) -> dict[str, Any]:
    named = {"姓名": leave.name} if leave.name is not None else {}
    return {"身分證字號": leave.id, **named, "職稱": leave.title, "人員區分": leave.category}


def by_person(leaves: list[Leave]) -> list[list[int]]:
    """The leaves of each person, by number; one whose name is missing is another one."""
    found: dict[Any, list[int]] = {}
    for index, leave in enumerate(leaves):
        found.setdefault((leave.id, leave.name), []).append(index)
    return list(found.values())


@layout()
def agency_department_person(leaves: list[Leave]) -> Made:
    places: list[str | None] = [None] * len(leaves)
    units: dict[str, list[list[int]]] = {}
    for rows in by_person(leaves):
        units.setdefault(leaves[rows[0]].unit, []).append(rows)
    departments = []
    for number, (unit, people) in enumerate(units.items()):
        members = []
        for at, rows in enumerate(people):
            for place, row in enumerate(rows):
                places[row] = f"/機關/0/單位/{number}/人員/{at}/差假/{place}"
            members.append({**short_person(leaves[rows[0]]), "差假": [short(leaves[row]) for row in rows]})
        departments.append({"單位名稱": unit, "人員": members})
    agency = {"機關代碼": AGENCY, "機關名稱": AGENCY_NAME, "單位": departments}
    return Made({"資料年月": "11006", "機關": [agency]}, places)


@layout()
def days_then_persons(leaves: list[Leave]) -> Made:
    """Under each day of beginning, the leaves that begin on it."""
    places: list[str | None] = [None] * len(leaves)
    days: dict[str, list[dict[str, Any]]] = {}
    for row, leave in enumerate(leaves):
        own = days.setdefault(greg(leave.day(leave.start)), [])
        places[row] = f"/leaves/{greg(leave.day(leave.start))}/{len(own)}"
        record = short(leave)
        del record["起日"]
        own.append({**short_person(leave), **record, "迄日": greg(leave.day(leave.end))})
    return Made({"agency": {"code": AGENCY, "name": AGENCY_NAME}, "month": "2021-06", "leaves": days}, places)


@layout("unknown_kind")
def a_list_for_each_kind(leaves: list[Leave]) -> Made:
    places: list[str | None] = [None] * len(leaves)
    kinds: dict[str, list[dict[str, Any]]] = {}
    for row, leave in enumerate(leaves):
        own = kinds.setdefault(leave.kind, [])
        places[row] = f"/data/{leave.kind}/{len(own)}"
        record = short(leave)
        del record["假別"]
        own.append({**short_person(leave), **record})
    return Made({"機關代碼": AGENCY, "機關名稱": AGENCY_NAME, "年月": "11006", "data": kinds}, places)


@layout()
def persons_by_house_number(leaves: list[Leave]) -> Made:
    places: list[str | None] = [None] * len(leaves)
    people: dict[str, Any] = {}
    for number, rows in enumerate(by_person(leaves), 10800):
        for place, row in enumerate(rows):
            places[row] = f"/staff/{number}/leaves/{place}"
        people[str(number)] = {**short_person(leaves[rows[0]]), "leaves": [short(leaves[row]) for row in rows]}
    return Made({"meta": {"agency_code": AGENCY, "agency_name": AGENCY_NAME, "period": "11006"}, "staff": people}, places)


@layout()
def columns_that_are_objects(leaves: list[Leave]) -> Made:
    rows = [{**short_person(leave), **short(leave)} for leave in leaves]
    keys = [*dict.fromkeys(key for row in rows for key in row)]
    table = {"fields": [{"name": key, "type": "string"} for key in keys], "values": [[row.get(key) for key in keys] for row in rows]}
    return Made({**HEAD_ZH, "table": table}, [f"/table/values/{index}" for index in range(len(rows))])


@layout()
def a_heading_row(leaves: list[Leave]) -> Made:
    rows = [{**short_person(leave), **short(leave)} for leave in leaves]
    keys = [*dict.fromkeys(key for row in rows for key in row)]
    table = [keys, *([row.get(key, "") for key in keys] for row in rows)]
    return Made({**HEAD_ZH, "sheet": table}, [f"/sheet/{index + 1}" for index in range(len(rows))])


@layout()
def texts_of_json(leaves: list[Leave]) -> Made:
    """Each leave is a text of its own."""
    rows = [json.dumps({**short_person(leave), **short(leave)}, ensure_ascii=False) for leave in leaves]
    return Made({**HEAD_ZH, "明細": rows}, [f"/明細/{index}" for index in range(len(rows))])


@layout("unknown_kind")
def leaves_and_trips(leaves: list[Leave]) -> Made:
    """Trips stand in a list of their own, with keys of their own."""
    places: list[str | None] = [None] * len(leaves)
    own: dict[str, list[dict[str, Any]]] = {"leaves": [], "trips": []}
    for row, leave in enumerate(leaves):
        part = "trips" if leave.kind == "公差" else "leaves"
        places[row] = f"/{part}/{len(own[part])}"
        if part == "leaves":
            own[part].append({**short_person(leave), **short(leave)})
        else:
            named = {"出差人": leave.name} if leave.name is not None else {}
            own[part].append({
                "身分證": leave.id, **named, "職稱": leave.title, "人員區分": leave.category,
                "出差起日": roc(leave.day(leave.start)), "出差起時": clock(leave.start, "%H%M"),
                "出差迄日": roc(leave.day(leave.end)), "出差迄時": clock(leave.end, "%H%M"), "出差日數": leave.days,
                "出差時數": leave.hours, "防疫": leave.covid, "出差事由": leave.reason, "地點": "嘉義市",
            })  # fmt: skip
    return Made({**HEAD_ZH, **own}, places)


@layout()
def like_xml(leaves: list[Leave]) -> Made:
    """As a converter from XML writes it: one leave of a person is an object, several are a list."""
    places: list[str | None] = [None] * len(leaves)
    people = []
    for number, rows in enumerate(by_person(leaves)):
        below = [{key: str(value).lower() if isinstance(value, bool) else str(value) for key, value in short(leaves[row]).items()} for row in rows]
        for place, row in enumerate(rows):
            places[row] = f"/Root/Person/{number}/Leave" + (f"/{place}" if len(rows) > 1 else "")
        people.append({**{f"@{key}": value for key, value in short_person(leaves[rows[0]]).items()},
                       "Leave": below if len(below) > 1 else below[0]})  # fmt: skip
    head = {"@OrgCode": AGENCY, "@OrgName": AGENCY_NAME, "@Ym": "11006"}
    return Made({"Root": {**head, "Person": people}}, places)


@layout()
def a_longer_log_beside(leaves: list[Leave]) -> Made:
    """A log of who looked at what when: it has persons and days too, and is longer."""
    made = flat(leaves, lambda leave: {**short_person(leave), **short(leave)}, "差假紀錄", **HEAD_ZH)
    made.document["操作紀錄"] = [
        {"時間": f"2021-07-0{number % 9 + 1} 09:{number % 60:02d}:00", "帳號": leaf.id, "動作": "核准", "單號": number}
        for number, leaf in enumerate([*leaves, *leaves])
    ]
    return made


def codes_of(leaves: list[Leave]) -> dict[str, str]:
    """The code table of `codes_for_kinds`."""
    return {str(number): kind for number, kind in enumerate(sorted({leave.kind for leave in leaves}), 11)}


@layout("unknown_kind")
def codes_for_kinds(leaves: list[Leave]) -> Made:
    """Kinds are numbers, flags are Y or nothing, and each row says whose it is."""
    codes = {kind: int(code) for code, kind in codes_of(leaves).items()}
    return flat(leaves, lambda leave: {
        "ORG_NO": AGENCY, "YYMM": "11006", **person(leave), "VA_TYPE": codes[leave.kind],
        "BEG_DATE": greg(leave.day(leave.start), "{:04d}{:02d}{:02d}"), "BEG_TIME": clock(leave.start, "%H:%M:%S"),
        "END_DATE": greg(leave.day(leave.end), "{:04d}{:02d}{:02d}"), "END_TIME": clock(leave.end, "%H:%M:%S"),
        "VA_HOURS": leave.minutes / 60, "COVID_YN": "Y" if leave.covid else None, "RSN": leave.reason,
    }, "VACATION")  # fmt: skip


@layout()
def deep_and_sparse(leaves: list[Leave]) -> Made:
    """Everything in objects of its own; a control total and a page of links beside."""
    def row(leave: Leave) -> dict[str, Any]:
        return {
            "employee": {"identity": {"nationalId": leave.id}, **({"name": leave.name} if leave.name is not None else {}),
                         "position": {"title": leave.title, "category": leave.category}},
            "leave": {"kind": leave.kind, "reason": leave.reason, "covid": leave.covid},
            "span": {"start": {"date": greg(leave.day(leave.start)), "time": clock(leave.start)},
                     "end": {"date": greg(leave.day(leave.end)), "time": clock(leave.end)}},
            "length": {"days": leave.days, "hours": leave.hours},
        }  # fmt: skip

    return flat(leaves, row, "entries", agency={"id": AGENCY, "title": AGENCY_NAME}, report={"month": "2021-06", "count": len(leaves)})
