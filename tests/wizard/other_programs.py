"""Layouts as programs write them that know nothing of leave: serialisers, converters from XML, interfaces of others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from other_layouts import HEAD, HEAD_ZH, amounts, clock, flat, layout, person
from other_leaves import AGENCY, AGENCY_NAME, Leave, Made, greg, roc
from other_structures import by_person, short, short_person


def named(leave: Leave, key: str) -> dict[str, Any]:
    return {key: leave.name} if leave.name is not None else {}


@layout()
def texts_in_objects(leaves: list[Leave]) -> Made:
    """Each value in an object of its own, as xml-js writes an element's text."""

    def wrapped(values: dict[str, Any]) -> dict[str, Any]:
        return {key: {"_text": str(value).lower() if isinstance(value, bool) else str(value)} for key, value in values.items()}

    rows = [
        wrapped({"IDNO": leave.id, **named(leave, "NAME"), "TITLE": leave.title, "CATEGORY": leave.category,
                 "LEAVE": leave.kind, "BDATE": roc(leave.day(leave.start)), "BTIME": clock(leave.start, "%H%M"),
                 "EDATE": roc(leave.day(leave.end)), "ETIME": clock(leave.end, "%H%M"), "DAYS": leave.days,
                 "HOURS": leave.hours, "COVID": leave.covid, "REASON": leave.reason})
        for leave in leaves
    ]  # fmt: skip
    header = wrapped({"OrgCode": AGENCY, "OrgName": AGENCY_NAME, "YM": "11006"})
    document = {"_declaration": {"_attributes": {"version": "1.0"}}, "Root": {"Header": header, "Rec": rows}}
    return Made(document, [f"/Root/Rec/{index}" for index in range(len(rows))])


@layout("no_such_day")
def days_and_times_in_objects(leaves: list[Leave]) -> Made:
    """As Gson writes Java's LocalDateTime."""

    def moment(leave: Leave, at: datetime) -> dict[str, Any]:
        year, month, day = leave.day(at)
        return {"date": {"year": year, "month": month, "day": day},
                "time": {"hour": at.hour, "minute": at.minute, "second": 0, "nano": 0}}  # fmt: skip

    return flat(leaves, lambda leave: {
        **person(leave), "leaveType": leave.kind, "start": moment(leave, leave.start), "end": moment(leave, leave.end),
        **amounts(leave), "covid": leave.covid,
    }, "data", **HEAD)  # fmt: skip


@layout("no_such_day")
def a_date_of_java(leaves: list[Leave]) -> Made:
    """As json-lib writes java.util.Date: parts that count from 1900 and from January, and the whole beside them."""

    def moment(at: datetime) -> dict[str, int]:
        return {"date": at.day, "day": at.isoweekday() % 7, "hours": at.hour, "minutes": at.minute, "month": at.month - 1,
                "seconds": 0, "time": int(at.timestamp() * 1000), "timezoneOffset": -480, "year": at.year - 1900}  # fmt: skip

    return flat(leaves, lambda leave: {
        **person(leave), "leaveType": leave.kind, "startDate": moment(leave.start), "endDate": moment(leave.end),
        **amounts(leave), "covid": leave.covid,
    }, "data", **HEAD)  # fmt: skip


@layout("no_such_day")
def abbreviations_of_german(leaves: list[Leave]) -> Made:
    """As SAP's interface writes infotypes: days are midnight of world time, times are durations, a mark is X."""

    def day(at: datetime) -> str:
        return f"/Date({int(datetime(at.year, at.month, at.day, tzinfo=UTC).timestamp() * 1000)})/"

    rows = [
        {"__metadata": {"type": "HR.Absence"}, "Icnum": leave.id, **named(leave, "Ename"), "Plstx": leave.title,
         "Persk": leave.category, "Atext": leave.kind, "Begda": day(leave.start), "Beguz": leave.start.strftime("PT%HH%MM00S"),
         "Endda": day(leave.end), "Enduz": leave.end.strftime("PT%HH%MM00S"), "Stdaz": f"{leave.minutes / 60:.2f}",
         "Covid": "X" if leave.covid else ""}
        for leave in leaves
    ]  # fmt: skip
    places: list[str | None] = [f"/d/results/{index}" for index in range(len(rows))]
    return Made({"d": {"__count": str(len(rows)), "results": rows}}, places, f"{AGENCY}_11006.json")


@layout()
def nodes_of_a_graph(leaves: list[Leave]) -> Made:
    """What GraphQL answers; its own marks of ten characters are no codes of agencies."""
    rows = [
        {"cursor": f"Y3Vyc{index:05d}", "node": {
            "employee": {"nationalId": leave.id, **named(leave, "name"), "jobTitle": leave.title,
                         "staffCategory": leave.category},
            "leaveType": {"name": leave.kind}, "startAt": f"{greg(leave.day(leave.start))} {clock(leave.start)}",
            "endAt": f"{greg(leave.day(leave.end))} {clock(leave.end)}", "durationHours": leave.minutes / 60,
            "covid": leave.covid, "reason": leave.reason, "__typename": "Leave"}}
        for index, leave in enumerate(leaves)
    ]  # fmt: skip
    places: list[str | None] = [f"/data/leaves/edges/{index}" for index in range(len(rows))]
    return Made({"data": {"leaves": {"totalCount": len(rows), "edges": rows}}}, places, f"{AGENCY}_11006.json")


@layout()
def codes_before_names(leaves: list[Leave]) -> Made:
    codes = {kind: f"{number:02d}" for number, kind in enumerate(sorted({leave.kind for leave in leaves}), 1)}
    return flat(leaves, lambda leave: {
        "身分證字號": leave.id, **named(leave, "姓名"), "職稱": leave.title, "人員區分": leave.category,
        "假別": f"{codes[leave.kind]}-{leave.kind}", "起日": roc(leave.day(leave.start), "{:04d}{:02d}{:02d}"),
        "起時": clock(leave.start), "迄日": roc(leave.day(leave.end), "{:04d}{:02d}{:02d}"), "迄時": clock(leave.end),
        "日數": leave.days, "時數": leave.hours, "防疫": "◎" if leave.covid else " ",
    }, "明細", **HEAD_ZH)  # fmt: skip


@layout("no_such_day")
def seconds_in_texts(leaves: list[Leave]) -> Made:
    """Ten digits that are seconds, and no codes of agencies."""
    return flat(leaves, lambda leave: {
        **person(leave), "leaveName": leave.kind, "begin": str(int(leave.start.timestamp())),
        "finish": str(int(leave.end.timestamp())), "mins": str(leave.minutes), "covid": "1" if leave.covid else "",
    }, "d", **HEAD)  # fmt: skip


@layout()
def overtime_beside_each_persons_leaves(leaves: list[Leave]) -> Made:
    """Overtime has days and times too, and most of a leave's keys."""
    places: list[str | None] = [None] * len(leaves)
    people: list[dict[str, Any]] = []
    for rows in by_person(leaves):
        own = []
        for place, row in enumerate(rows):
            leave = leaves[row]
            places[row] = f"/people/{len(people)}/leaves/{place}"
            start, end = (f"{greg(leave.day(at))} {clock(at)}" for at in (leave.start, leave.end))
            own.append({"kind": leave.kind, "start": start, "end": end, "days": leave.days, "hours": leave.hours, "covid": leave.covid})
        overtime = [{"date": f"2021-06-0{day}", "start": "17:30", "end": "19:30", "hours": 2} for day in (7, 8)]
        people.append({**person(leaves[rows[0]]), "overtime": overtime, "leaves": own})
    return Made({**HEAD, "people": people}, places)


@layout("id")
def leaves_under_house_numbers(leaves: list[Leave]) -> Made:
    """A list for each number of the house, with nothing of the person around it."""
    numbers = {id: f"{10100 + number}" for number, id in enumerate(dict.fromkeys(leave.id for leave in leaves))}
    places: list[str | None] = [None] * len(leaves)
    found: dict[str, list[dict[str, Any]]] = {}
    for row, leave in enumerate(leaves):
        own = found.setdefault(numbers[leave.id], [])
        places[row] = f"/data/{numbers[leave.id]}/{len(own)}"
        own.append({**named(leave, "姓名"), "職稱": leave.title, "人員區分": leave.category, **short(leave)})
    return Made({**HEAD_ZH, "data": found}, places)


@layout()
def an_agency_with_short_keys(leaves: list[Leave]) -> Made:
    """代碼 and 名稱 of the agency itself, above a map of its units."""
    places: list[str | None] = [None] * len(leaves)
    units: dict[str, list[dict[str, Any]]] = {}
    for row, leave in enumerate(leaves):
        own = units.setdefault(leave.unit, [])
        places[row] = f"/機關/0/單位/{leave.unit}/{len(own)}"
        own.append({**short_person(leave), **short(leave)})
    return Made({"年月": "11006", "機關": [{"代碼": AGENCY, "名稱": AGENCY_NAME, "單位": units}]}, places)


@layout()
def pinyin_in_full(leaves: list[Leave]) -> Made:
    return flat(leaves, lambda leave: {
        "shenfenzheng": leave.id, **named(leave, "xingming"), "zhicheng": leave.title, "renyuanleibie": leave.category,
        "jiabie": leave.kind, "kaishiriqi": roc(leave.day(leave.start)), "kaishishijian": clock(leave.start, "%H%M"),
        "jieshuriqi": roc(leave.day(leave.end)), "jieshushijian": clock(leave.end, "%H%M"), "tianshu": leave.days,
        "xiaoshi": leave.hours, "fangyi": "1" if leave.covid else "0",
    }, "mingxi", jiguandaima=AGENCY, jiguanmingcheng=AGENCY_NAME, niandu="110", yuefen="06")  # fmt: skip
