"""同一個月的生理假合計超過法定日數。

同一人在同一個月的幾筆生理假，合計超過一個月的日數（見依據）。

## 為什麼重要

超過的部分應請病假或其他假別，才會正確計入各該假別的日數。

## 怎麼修正

請確認假別與日期；超過的部分，請在差勤系統改用病假或其他假別。
"""

from pyvalidator.domain.amounts import amount_text
from pyvalidator.domain.leave_law import limit_on
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

_KIND = "生理假"


@file_rule("PER310", owner=("unit", "personnel"),
           reads=("leave_type", "start_date", "days", "hours"), severity="warning", since="1.0", law="menstrual",
           may_lack=("days", "hours"), of_persons=True,
           folds_under=("PER110", "PER120", "PER130", "REC220", "REC550"),
           message="同一人在 {month} 月的生理假合計{amount}，超過 {limit} 日。",
           fix="請單位承辦確認假單的假別與日期；超過的部分，請在差勤系統改用病假或其他假別。",
           sources=["公務人員請假規則", "性別平等工作法"])  # fmt: skip
def check(file: FileView) -> Faults:
    persons = file.table.readable_raw(file.identity or "")
    starts, days, hours = (file.values(name) for name in ("start_date", "days", "hours"))
    sums: dict[tuple[str, int, int], tuple[int, float]] = {}
    for row in file.rows_of_kind.get(_KIND, ()):
        if None in (persons[row], starts[row], days[row], hours[row]) or row in file.copies_but_reason:
            continue
        month = (persons[row], starts[row].year, starts[row].month)
        first, before = sums.get(month, (row, 0))
        total = before + days[row] * 8 + hours[row]
        sums[month] = (first, total)
        limit = limit_on("menstrual", starts[row])
        # One leave that alone is too long has its own rule, and what exceeds is told once.
        if first != row and limit is not None and before <= limit.days * 8 < total:
            params = {"month": starts[row].month, "amount": amount_text(total), "limit": limit.days}
            yield Fault(row=row, whole_record=True, params={**params, **file.earlier(first)})


_HALF = {"leave_type": "生理假", "end_time": "1200", "days": 0, "hours": 4}
_LATER = {"start_date": "1100618", "end_date": "1100618"}

EXAMPLES = [
    Example("兩個半日", document([_HALF, {**_HALF, **_LATER}])),
    Example("一日半", document([{"leave_type": "生理假"}, {**_HALF, **_LATER}]), fires_at="/records/1"),
]
