"""月底沒有差假，可能不是整月的資料。

檔案有 20 筆以上的差假，最後 5 個上班日卻一筆都沒有，可能只產製了部分月份。逐日產製的系統把同一人連續幾天的同一種假寫成幾筆，
只算一筆。

## 為什麼重要

月底前產製的檔案，或產製區間少了最後幾天，這些天的差假就會漏報。

## 怎麼修正

請確認產製的日期區間到該月最後一天；確實沒有差假時，不必處理。

## 依據

最後 5 個上班日依政府行政機關辦公日曆表計算。
"""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from pyvalidator.domain.calendar import WorkCalendar, last_day_of, official_calendar
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.rules._shared.events import Part, events

#: With fewer records a quiet week is nothing unusual.
_ENOUGH = 20
_WORKING_DAYS = 5


@file_rule("FIL510", owner=("personnel", "vendor"),
           reads=("start_date", "end_date", "period", "dataset"), severity="warning", since="1.0",
           may_lack="dataset",
           needs="calendar", whole_text=True,
           message="{month} 月最後 {days} 個上班日（{first}起）沒有任何差假，檔案可能不是整月的資料。",
           fix="請人事單位確認產製的日期區間到該月最後一天；確實沒有差假時不必處理。",
           sources=["政府行政機關辦公日曆表"])  # fmt: skip
def check(file: FileView) -> Faults:
    period = file.header("period")
    if period is None or file.header("dataset") == "covid109":
        return
    last = last_day_of(period)
    own, official = (_last_working_days(calendar, period) for calendar in (file.context.calendar, official_calendar()))
    starts, ends = file.values("start_date"), file.values("end_date")
    if own is None or None in starts or None in ends:
        return
    # A roster without days off, which the user has given, makes no shorter week of the office beside it.
    first = min(own, official or own)
    # Where the month itself is wrong, its records say nothing about its last days.
    within = [row for row, start in enumerate(starts) if start <= last and ends[row] >= period]
    if len(within) >= _ENOUGH and max(map(ends.__getitem__, within)) < first and _leaves(file, within) >= _ENOUGH:
        yield Fault(
            pointer=file.table.records_pointer,
            params={"month": period.month, "days": _WORKING_DAYS, "first": first},
        )


def _last_working_days(calendar: WorkCalendar, period: date) -> date | None:
    """The first of the month's last working days; None where the calendar does not know them."""
    first = last = last_day_of(period)
    while (worked := calendar.working_days(first, last)) not in (None, _WORKING_DAYS):
        first -= timedelta(days=1)
    return None if worked is None else first


def _leaves(file: FileView, rows: list[int]) -> int:
    """How many leaves these records are, a person's whole days of one kind that follow each other counted once."""
    starts, ends, kinds, hours = (file.values(name) for name in ("start_date", "end_date", "leave_type", "hours"))
    persons = {row: person for person, own in file.rows_of_person.items() for row in own}
    series: defaultdict[tuple[Any, ...], list[Part[int]]] = defaultdict(list)
    for row in rows:
        # Hours and half days are leaves of their own.
        series[persons.get(row), kinds[row], row if hours[row] else None].append(Part(starts[row], ends[row], 0, row))
    return sum(len(events(parts, file.context.calendar)) for parts in series.values())


def _half_days(last: str) -> dict[str, Any]:
    """Two half days of leave on each of nine days, one whole day, and one day more at the end."""
    days = [f"11006{day:02d}" for day in (1, 2, 3, 4, 7, 8, 9, 10, 11)]
    rows = [{"start_date": day, "end_date": day, "days": 0, "hours": 4} for day in days]
    whole = [{"start_date": day, "end_date": day} for day in ("1100615", last)]
    mornings = [{**row, "end_time": "1200"} for row in rows]
    return document([*mornings, *({**row, "start_time": "1300"} for row in rows), *whole])


EXAMPLES = [
    Example("不到 20 筆", document([{}])),
    Example("最後第 5 個上班日有差假", _half_days("1100624")),
    Example("最後一筆更早", _half_days("1100623"), fires_at="/records"),
]
