"""Files of structures that a clerk meets in the wizard: a dozen leaves without a fault, each laid out in another way."""

from __future__ import annotations

from typing import Any

from pyvalidator.domain.person_ids import checksum_is_right

IDS = [text for number in range(10**8, 10**8 + 300) if checksum_is_right(text := f"A{number}")]
#: Working days, so that no leave falls on a day off; the later ones are those of official travel.
DAYS = ["07", "08", "09", "10", "11", "15", "16", "17", "18", "21", "22", "23"]
NAMES = ["王小明", "李美華", "陳志豪", "林淑芬"]
KINDS = ["事假", "病假", "休假", "事假"]
HEAD = {"agency_code": "376506200A", "agency_name": "水上鄉公所", "period": "11006"}


def leave(number: int, **more: Any) -> dict[str, Any]:
    """The leave of one of four persons, a whole day."""
    day = f"11006{DAYS[number]}"
    return {
        "IDNO": IDS[number % 4], "CNAME": NAMES[number % 4], "TITLE": "課員", "CATEGORY": "01", "SDATE": day,
        "STIME": "0800", "EDATE": day, "ETIME": "1700", "DAYS": 1, "HOURS": 0, **more,
    }  # fmt: skip


LEAVES = [leave(number, LEAVE=KINDS[number % 4], COVID="N") for number in range(8)]
TRIPS = [leave(number) for number in range(8, 12)]
TWO_LISTS = {**HEAD, "請假": LEAVES, "公差": TRIPS}

_OF_PERSON = ("CNAME", "TITLE", "CATEGORY")


def _person(number: int) -> dict[str, Any]:
    own = LEAVES[number::4]
    rest = [{key: value for key, value in row.items() if key not in (*_OF_PERSON, "IDNO")} for row in own]
    return {**{key: own[0][key] for key in _OF_PERSON}, "leaves": rest}


#: Persons under their numbers, their leaves in a list.
NESTED_MAP = {**HEAD, "people": {IDS[number]: _person(number) for number in range(4)}}
#: The names of the columns once, the values in rows.
COLUMNS_AND_ROWS = {**HEAD, "columns": list(LEAVES[0]), "rows": [list(row.values()) for row in LEAVES]}


def _split(row: dict[str, Any]) -> dict[str, Any]:
    parts = {}
    for key, value in row.items():
        name = {"SDATE": "起", "EDATE": "迄"}.get(key)
        if name:
            parts |= {f"{name}年": value[:3], f"{name}月": value[3:5], f"{name}日": value[5:]}
        elif key in ("STIME", "ETIME"):
            name = "起" if key == "STIME" else "迄"
            parts |= {f"{name}時": value[:2], f"{name}分": value[2:]}
        else:
            parts[key] = value
    return parts


#: Year, month, day, hour and minute under keys of their own.
SPLIT_DATES = {**HEAD, "data": [_split(row) for row in LEAVES]}

LAYOUTS = {"nested map": NESTED_MAP, "columns and rows": COLUMNS_AND_ROWS, "split dates": SPLIT_DATES, "two lists": TWO_LISTS}
