"""Which fields every file needs, and which of them a profile says nothing of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from pyvalidator.text.nearest import nearest

#: Days and hours: one of the two is enough.
AMOUNT = "days/hours"
AMOUNT_FIELDS = ("days", "hours")
#: By what a person is told; the first that a profile has.
IDENTITY = ("person_id", "person_number")
#: Without these no leave can be judged, whoever says that no file has them.
ESSENTIAL = ("person_id", "leave_type", "start_date", "end_date")
#: What is wanted beside them, unless it is given or declared absent.
WANTED = ("agency_code", "period", "dataset", "person_name", "person_category", "start_time", "end_time", AMOUNT,
          "covid_related")  # fmt: skip
#: What may be given beside a file that lacks it, or stand in the file's name.
GIVABLE = ("agency_code", "agency_name", "period", "dataset", "generated_at")

#: Whether one of some canonical fields has a place.
Placed = Callable[..., bool]


def essential_gaps(placed: Placed) -> list[str]:
    """The essential fields without a place: a person, a kind, two dates, and an amount or both times."""
    gaps = [name for name in ESSENTIAL if not placed(*(IDENTITY if name in IDENTITY else (name,)))]
    timed = placed("start_time") and placed("end_time")
    return gaps if timed or placed(*AMOUNT_FIELDS) else [*gaps, AMOUNT]


def wanted_gaps(placed: Placed, excused: Collection[str] = ()) -> list[str]:
    """The other fields without a place.

    Args:
        excused: fields that are given, or declared to be in no file of the layout.
    """
    return [
        name for name in WANTED
        if not placed(*_parts(name)) and excused_of(name).isdisjoint(excused)
    ]  # fmt: skip


def excused_of(name: str) -> frozenset[str]:
    """The names by which a field can be declared absent."""
    return frozenset({name, *_parts(name)})


def absence_problem(placed: Placed, absent: Iterable[str], known: Iterable[str]) -> str:
    """What is wrong with the fields that are declared absent, for people; "" where nothing is.

    Args:
        known: every canonical field.
    """
    names = sorted({*known, AMOUNT})
    gaps = set().union(*map(excused_of, essential_gaps(placed)))
    for name in absent:
        if name not in names:
            near = nearest(name, names)
            hint = f"，您要寫的是「{near}」嗎？" if near else "，請寫檢核欄位的名稱，例如 covid_related"
            return f"沒有欄位「{name}」{hint}"
        if name in gaps:
            return (
                f"「{name}」不能宣告為檔案沒有的欄位，沒有它就無法檢核差假；請在 [[fields]] 補上它的位置"
                "（人員可以改用 person_number，請假長度與起訖時間至少要有一種）"
            )
    return ""


def _parts(name: str) -> tuple[str, ...]:
    return AMOUNT_FIELDS if name == AMOUNT else (name,)
