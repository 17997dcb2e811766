"""What the layouts of `other_values.py` and `other_structures.py` share: each is a function from leaves to a document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from other_leaves import AGENCY, AGENCY_NAME, Leave, Made

#: What a made layout is: name → how it is written.
LAYOUTS: dict[str, Callable[[list[Leave]], Made]] = {}
#: What a layout cannot show: a day that no calendar has is no number of seconds, a constant is never unknown.
CANNOT: dict[str, set[str]] = {}


def layout(*cannot: str) -> Callable[[Callable[[list[Leave]], Made]], Callable[[list[Leave]], Made]]:
    def keep(made: Callable[[list[Leave]], Made]) -> Callable[[list[Leave]], Made]:
        name = made.__name__
        LAYOUTS[name], CANNOT[name] = made, {word.replace("_", " ") for word in cannot}
        return made

    return keep


def flat(leaves: list[Leave], row: Callable[[Leave], dict[str, Any]], key: str = "list", **header: Any) -> Made:
    return Made({**header, key: [row(leave) for leave in leaves]}, [f"/{key}/{index}" for index in range(len(leaves))])


def person(leave: Leave) -> dict[str, Any]:
    named = {"empName": leave.name} if leave.name is not None else {}
    return {"idno": leave.id, **named, "jobTitle": leave.title, "dept": leave.unit, "kindCode": leave.category}


HEAD = {"orgCode": AGENCY, "orgName": AGENCY_NAME, "yyymm": "11006"}
HEAD_ZH = {"機關代碼": AGENCY, "機關名稱": AGENCY_NAME, "資料年月": "11006"}


def clock(moment: datetime, form: str = "%H:%M") -> str:
    return moment.strftime(form)


def amounts(leave: Leave) -> dict[str, Any]:
    return {"leaveDays": leave.days, "leaveHours": leave.hours}
