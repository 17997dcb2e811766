"""日期的年份離資料年月太遠。

這筆差假的開始或結束日期，和檔案的資料年月相差兩年以上。很少有這麼長的差假，多半是年份打錯，或系統以 1970 年等日期代表沒有資料。

## 為什麼重要

年份差得愈遠，能核對的日曆與法規愈少：別的提醒都可能因此沒有出現，這筆差假並不因此正確。

## 怎麼修正

請單位承辦對照請假單更正年份；系統沒有日期卻寫出 1970 年 1 月 1 日等日期時，請廠商更正產製的程式。
"""

from datetime import date

from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Context, Example, Fault, document, record_rule, sample

#: No leave lasts longer; a leave of a month before last year cannot be compared with days off that are not known.
_MONTHS, _UNKNOWN_MONTHS = 24, 12
#: Where the file names no month: the collected data begin here (109 年度因疫情請假).
_FIRST = date(2020, 1, 1)


@record_rule("REC350", owner=("unit", "vendor"), reads=("start_date", "end_date"), severity="warning", since="1.0",
             may_lack=("end_date",),
             one_cause=True,
             folds_under=("REC110", "REC310", "REC320", "FIL210", "FIL220"),
             message="{label}（{day}）與{anchor}相差 {years} 年，年份可能有誤。",
             fix="請單位承辦對照請假單確認年份；不是假單有誤的，請廠商更正{label}的產製。")  # fmt: skip
def check(start: date, end: date | None, context: Context) -> list[Fault]:
    first = last = context.period or context.today
    if context.period is None:
        first = min(_FIRST, first)
    found = []
    for name, day in (("start_date", start), ("end_date", end or start)):
        apart = max(_months(first) - _months(day), _months(day) - _months(last))
        if apart > _MONTHS or (apart > _UNKNOWN_MONTHS and context.calendar.is_off(day) is None):
            anchor = "檢核日" if context.period is None else f"資料年月 {month_text(context.period)}"
            found.append(Fault(name, params={"day": day, "anchor": anchor, "years": round(apart / 12)}))
    # Both alike are one slip.
    return found[:1] if end is None or start == end else found


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _long(start: str) -> dict[str, object]:
    return sample(leave_type="延長病假", start_date=start, days=260)


EXAMPLES = [
    Example("去年開始的差假", _long("1090608")),
    Example("西元 1970 年", sample(start_date="0590101"), fires_at="/records/0/start_date"),
    Example("110 年寫成 100 年", sample(start_date="1000607"), fires_at="/records/0/start_date"),
    Example("110 年寫成 999 年", sample(end_date="9990607"), fires_at="/records/0/end_date"),
    Example("第二筆的年份", document([{}, {"end_date": "1130707", "start_date": "1100608", "days": 700}]),
            fires_at="/records/1/end_date"),
]  # fmt: skip
