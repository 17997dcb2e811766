"""同一人的差假時間重疊。

這筆差假的起訖時間與同一人較前面的一筆重疊。前一筆的結束時間等於後一筆的開始時間，不算重疊。沒有時間的差假，兩筆都是
整天、日期又相同才算重疊；其他的無法判斷，列在「沒有檢核」。

## 為什麼重要

一個人同一時間只能有一種差假；重疊的時間會重複計算。常見原因是請假後改為公差卻沒有撤銷原來的請假，或起訖時間打錯。

## 怎麼修正

請對照兩張請假單，撤銷不成立的一張，或更正起訖時間後重新產製檔案。
"""


from pyvalidator.rule import Answers, Context, Example, Fault, Person, Undecided, document, person_rule
from pyvalidator.table.relations import overlaps, touching


@person_rule("PER130", owner=("unit", "personnel"),
             reads=("start_date", "start_time", "end_date", "end_time"), severity="error", since="1.0",
             may_lack=("start_time", "end_time"),
             folds_under=("PER110", "PER120", "STR126"), which_persons="on_one_day",
             message="這筆差假（{start}起）與同一人前面的一筆（第 {first_record} 筆）時間重疊。",
             fix="請單位承辦對照兩張假單，在差勤系統撤銷不成立的一張或更正起訖時間，再重新產製。", sources=["參考版型"])  # fmt: skip
def check(person: Person, context: Context) -> Answers:
    file = person.file
    rows = [row for row in person.rows if row not in file.copies_but_reason]
    spans = [(span.start, span.end, row) for row in rows if (span := file.spans[row]) is not None]
    starts = file.values("start_date")
    found = overlaps(spans)
    untimed = [row for row in rows if row in file.untimed]
    if untimed:
        whole = {row: days for row in untimed if (days := file.whole_days(row)) is not None}
        found |= _on_one_day(whole)
        parts = [(*file.untimed[row], row) for row in untimed if row not in whole]
        yield from map(Undecided, touching([(*file.untimed[row], row) for row in whole], [*spans, *parts]))
        yield from map(Undecided, touching(parts, [(*span, row) for row in rows if (span := file.bounds[row])]))
    for row, first in found.items():
        params = {**file.earlier(first), "start": starts[row]}
        yield Fault(row=row, whole_record=True, params=params)


def _on_one_day(whole: dict[int, list[int]]) -> dict[int, int]:
    """Later row → an earlier one that takes a day which it takes too, of those that take whole days."""
    taken: dict[int, int] = {}
    found: dict[int, int] = {}
    for row, days in whole.items():
        for day in days:
            first = taken.setdefault(day, row)
            if first != row:
                found.setdefault(row, first)
    return found


_MORNING = {"end_time": "1200", "days": 0, "hours": 4}

EXAMPLES = [
    Example("上午與下午相接", document([_MORNING, {**_MORNING, "start_time": "1200", "end_time": "1600"}])),
    Example("不同人", document([{}, {"person_id": "A234567893", "person_name": "陳美玲"}])),
    Example(
        "重疊一分鐘",
        document([_MORNING, {**_MORNING, "leave_type": "事假", "start_time": "1159", "end_time": "1600"}]),
        fires_at="/records/1",
    ),
    Example("整天與上午", document([{}, {**_MORNING, "leave_type": "公假"}]), fires_at="/records/1"),
    Example("前一筆較晚開始", document([{"start_date": "1100608", "end_date": "1100608"}, {"end_date": "1100608"}]),
            fires_at="/records/1"),
]  # fmt: skip
