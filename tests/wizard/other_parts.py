"""Layouts in which a leave's length has several keys, and days are written with words that are no digits."""

from __future__ import annotations

from typing import Any

from other_layouts import HEAD, HEAD_ZH, clock, flat, layout, person
from other_leaves import Leave, Made, roc


def _times(leave: Leave) -> dict[str, Any]:
    return {"sdate": roc(leave.day(leave.start)), "stime": clock(leave.start, "%H%M"), "edate": roc(leave.day(leave.end)),
            "etime": clock(leave.end, "%H%M"), "covid": leave.covid}  # fmt: skip


def _times_zh(leave: Leave) -> dict[str, Any]:
    return {"身分證字號": leave.id, **({"姓名": leave.name} if leave.name is not None else {}), "職稱": leave.title,
            "人員區分": leave.category, "假別": leave.kind, "起日": roc(leave.day(leave.start)), "起時": clock(leave.start),
            "迄日": roc(leave.day(leave.end)), "迄時": clock(leave.end), "防疫": "Y" if leave.covid else "N"}  # fmt: skip


def _parts(leave: Leave) -> tuple[int, int, int]:
    return leave.days, leave.minutes % 480 // 60, leave.minutes % 60


@layout()
def three_keys_for_the_length(leaves: list[Leave]) -> Made:
    return flat(leaves, lambda leave: {
        **person(leave), "lkind": leave.kind, **_times(leave), **dict(zip(("ldays", "lhours", "lmins"), _parts(leave), strict=True)),
    }, "rows", **HEAD)  # fmt: skip


@layout()
def characters_for_the_length(leaves: list[Leave]) -> Made:
    return flat(leaves, lambda leave: {
        **_times_zh(leave), **dict(zip("日時分", _parts(leave), strict=True)), "事由": leave.reason,
    }, "明細", **HEAD_ZH)  # fmt: skip


@layout()
def texts_for_the_length(leaves: list[Leave]) -> Made:
    """What is nothing is left empty."""
    return flat(leaves, lambda leave: {
        **_times_zh(leave),
        **{key: str(part or "") for key, part in zip(("天數", "時數", "分鐘"), _parts(leave), strict=True)},
    }, "明細", **HEAD_ZH)  # fmt: skip


@layout()
def hours_and_minutes(leaves: list[Leave]) -> Made:
    return flat(leaves, lambda leave: {
        **person(leave), "lkind": leave.kind, **_times(leave), "leave_hours": leave.minutes // 60,
        "leave_minutes": leave.minutes % 60,
    }, "rows", **HEAD)  # fmt: skip


@layout()
def hours_and_minutes_as_the_words_are(leaves: list[Leave]) -> Made:
    return flat(leaves, lambda leave: {**_times_zh(leave), "請假時數": leave.minutes // 60, "請假分數": leave.minutes % 60},
                "明細", **HEAD_ZH)  # fmt: skip
