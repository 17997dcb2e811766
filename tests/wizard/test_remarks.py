"""A key that nothing could be proposed for says why, where its values show it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Choice, propose

_SAMPLE = build_sample(built_in_profiles()["reference"], period="11006", people=20, seed=3).text
_OLD = ("start_date", "start_time", "end_date", "end_time", "reason", "covid_related")


def drafted(**values: Any) -> dict[str, Choice]:
    """The choices by key, for records with other keys: each is a function of the record and its number."""
    rows = [
        {**{key: value for key, value in record.items() if key not in _OLD},
         **{key: make(record, number) for key, make in values.items()}}
        for number, record in enumerate(json.loads(_SAMPLE)["records"])
    ]  # fmt: skip
    draft = propose([rows])
    assert draft is not None
    return {choice.column.key: choice for choice in draft.choices}


def _iso(day: str) -> str:
    return f"{int(day[:3]) + 1911}-{day[3:5]}-{day[5:]}"


@pytest.mark.parametrize(("make", "said"), [
    (lambda record, number: _iso(record["start_date"]) if number % 2 else record["start_date"], "像是日期，但寫法不只一種"),
    (lambda *_: [3, "事假"], "這個鍵底下是清單"),
    (lambda *_: [{"id": 3}], "這個鍵底下是清單"),
    (lambda *_: {}, "這個鍵底下不是每一筆"),
    (lambda _, number: {"id": 3} if number else None, "這個鍵底下不是每一筆"),
    (lambda _, number: {f"k{number}": 3}, "這個鍵底下不是每一筆"),
    (lambda record, _: {record["person_id"]: 3}, "這個鍵底下不是每一筆"),
    (lambda _, number: f"F{number:04d}", ""),
    (lambda _, number: number, ""),
    (lambda *_: None, ""),
    (lambda *_: "", ""),
])  # fmt: skip
def test_reason_of_a_key_without_a_field(make: Any, said: str) -> None:
    choice = drafted(some_key=make)["some_key"]
    assert choice.field is None
    assert choice.reason.startswith(said) or said in choice.reason
    assert bool(choice.reason) == bool(said)


def test_taiwan_time_with_its_zone_is_a_form_and_not_a_riddle() -> None:
    times = {"start": "start_time", "end": "end_time"}
    made = {
        key: lambda record, _, key=key, name=name: f"{_iso(record[f'{key}_date'])}T{record[name][:2]}:{record[name][2:]}:00+08:00"
        for key, name in times.items()
    }  # fmt: skip
    choices = drafted(**made)
    assert (choices["start"].field, choices["end"].field) == ("start_moment", "end_moment")


def test_what_is_called_name_and_holds_no_names_is_no_name() -> None:
    reasons = ["回診追蹤", "家中有事", "返鄉探親", "參加研習", "出席會議", "業務參訪", "子女活動", "搬家整理", "牙科就診", "健康檢查",
               "文書送件", "補休半日"]  # fmt: skip
    choices = drafted(name=lambda _, number: reasons[number % len(reasons)])
    assert choices["name"].field != "person_name" and choices["person_name"].field == "person_name"


def test_a_number_is_no_amount_only_because_days_could_hold_it() -> None:
    """Without times of day, the key has to say something of the amount too."""
    rows = [
        {"idno": record["person_id"], "start": record["start_date"], "end": record["end_date"], "employeeId": 4 + number % 3}
        for number, record in enumerate(json.loads(_SAMPLE)["records"])
    ]
    draft = propose([rows])
    assert draft is not None
    assert [choice.field for choice in draft.choices if choice.column.key == "employeeId"] == [None]
