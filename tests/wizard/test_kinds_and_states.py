"""The wizard: kinds of leave in other words are proposals by the persons' class; states are named, never a leave."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import run_one

from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.options import Options
from pyvalidator.profile import load_profile
from pyvalidator.profile.advice import canonical_names
from pyvalidator.wizard.session import Session

_KINDS = ("事假", "病假", "公傷假", "產假", "補休假", "心理假", "生日假", "公務補休")


def months_file(categories: str = "01", states: tuple[str, ...] = ()) -> dict[str, Any]:
    rows = [
        {
            "IDNO": "A123456789", "NAME": "王小明", "PTYPE": categories, "TITLE": "課員", "DEPT": "民政課", "LEAVENAME": kind,
            "SDATE": f"11006{day:02}", "STIME": "0800", "EDATE": f"11006{day:02}", "ETIME": "1200", "DAYS": 0, "HRS": 4,
        }
        for day, kind in zip((1, 2, 3, 4, 7, 8, 9, 10), _KINDS, strict=True)
    ]  # fmt: skip
    for row, state in zip(rows, states, strict=False):
        row["STATUS"] = state
    return {"ORGID": "376506200A", "ORGNAME": "水上鄉公所", "YM": "11006", "DATA": rows}


def answer(content: dict[str, Any]) -> Any:
    session = Session([PendingFile("a.json", InMemory(json.dumps(content).encode()))], Options())
    return session.review({"columns": [], "about": {}})


def codes(content: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    column = next(column for column in answer(content)["columns"] if column["key"] == "LEAVENAME")
    return {row["code"]: (row["name"], row["proposed"]) for row in column["codes"] if row["count"]}


@pytest.mark.parametrize(("category", "injury"), [("01", ("公假", True)), ("14", ("", False))])
def test_kinds_in_other_words_are_proposals(category: str, injury: tuple[str, bool]) -> None:
    assert codes(months_file(category)) == {
        "事假": ("事假", False), "病假": ("病假", False), "公傷假": injury, "產假": ("娩假", True), "補休假": ("其他補休", True),
        "心理假": ("身心調適假", True), "生日假": ("", False), "公務補休": ("", False),
    }  # fmt: skip


def test_a_key_of_state_is_named_and_its_cancelled_leaves_are_still_found() -> None:
    content = months_file(states=("", "已銷假", "已核准", "作廢", "", "", "", ""))
    given = answer(content)
    column = next(column for column in given["columns"] if column["key"] == "STATUS")
    assert "像是假單的狀態（「已銷假」、「作廢」）" in column["reason"]
    findings = run_one(content, profile=load_profile(given["toml"], "x.toml")).findings
    [entry] = [entry for entry in findings if entry.rule == "STR126"]
    assert entry.params["records"] == ["/DATA/1", "/DATA/3"]


def corrected(content: dict[str, Any], **edit: Any) -> Any:
    session = Session([PendingFile("a.json", InMemory(json.dumps(content).encode()))], Options())
    at = next(column["at"] for column in session.review({"columns": [], "about": {}})["columns"] if column["key"] == "STATUS")
    return session.review({"columns": [{"at": at, "field": "leave_state", **edit}], "about": {}})


def cancelled_by(content: dict[str, Any], toml: str) -> list[str]:
    entries = run_one(content, profile=load_profile(toml, "x.toml")).findings
    [entry] = [entry for entry in entries if entry.rule == "STR126"]
    return list(entry.params["records"])


def test_the_values_of_a_state_that_mean_not_valid_are_proposed() -> None:
    content = months_file(states=("已核准", "已銷假", "已核准", "作廢", "已核准", "Z", "已核准", "已核准"))
    given = corrected(content)
    column = next(column for column in given["columns"] if column["key"] == "STATUS")
    assert {row["code"]: (row["name"], row["proposed"]) for row in column["codes"]} == {
        "已核准": ("有效", True), "已銷假": ("無效", True), "作廢": ("無效", True), "Z": ("", False),
    }  # fmt: skip
    assert canonical_names()["leave_state"] == {"有效", "無效"}
    assert cancelled_by(content, given["toml"]) == ["/DATA/1", "/DATA/3"]


def test_codes_of_a_state_say_what_the_user_said() -> None:
    content = months_file(states=("A", "C", "A", "A", "9", "A", "A", "A"))
    column = next(column for column in answer(content)["columns"] if column["key"] == "STATUS")
    assert "對應成「狀態（有效、無效）」" in column["reason"]
    given = corrected(content, codes={"A": "有效", "C": "無效", "9": "無效"})
    assert cancelled_by(content, given["toml"]) == ["/DATA/1", "/DATA/4"]
    clean = months_file(states=("A",) * 8)
    findings = run_one(clean, profile=load_profile(given["toml"], "x.toml")).findings
    assert "STR126" not in {entry.rule for entry in findings}
