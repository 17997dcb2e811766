"""結束日期在幾個月以後。

這筆差假的結束日期比開始日期晚幾個月，這個假別很少一次請這麼久；或者請的日數連期間的十分之一都不到。
月與日對調（3 月 11 日寫成 11 月 3 日）也會如此，這時會一併寫出對調後的日期。

## 為什麼重要

結束日期打錯的差假，會出現在以後每一個月的檔案，也會和同一人其他的差假重疊。

## 怎麼修正

請單位承辦對照請假單確認結束日期的年、月、日；真的請了這麼久的，請保留說明。

## 依據

一次請多久，依各假別的日數與一般情形：婚假、喪假、休假等兩個半月以內，娩假與流產假三個月以內。延長病假、公假、公傷病假、公差、
住院的普通傷病假、防疫照顧假與其他，只在日數與期間相差懸殊時提醒。
"""

from datetime import date

from pyvalidator.domain.amounts import WORKED
from pyvalidator.domain.office import BY_NEED
from pyvalidator.domain.roc import day_text
from pyvalidator.rule import Context, Example, Fault, record_rule, sample

#: Kinds that may last for many months.
_LONG = frozenset({"延長病假", "公假", "公傷病假", "普通傷病假", "防疫照顧假", "其他"}) | BY_NEED
#: Calendar days from the start on: thirty days of 休假 with the days off inside; 42 working days around a birth, or 56.
_USUAL, _BIRTH = 75, 92
_BIRTHS = frozenset({"娩假", "流產假"})
#: Of a long leave, an amount so many times less than its working days tells that the end is wrong.
_FAR_LESS = 10


@record_rule("REC360", owner="unit", reads=("end_date", "start_date", "days", "hours", "leave_type"),
             may_lack=("days", "hours"), severity="warning", since="1.0",
             folds_under=("REC110", "REC310", "REC320", "REC350", "FIL340"),
             message="這筆{kind}從 {start} 到 {end}，前後 {length} 天{swapped}。",
             fix="請單位承辦對照假單確認結束日期；真的請了這麼久的，請保留說明。")  # fmt: skip
def check(end: date, start: date, days: float | None, hours: float | None, kind: str, context: Context) -> Fault | None:
    length = (end - start).days + 1
    if length <= (_BIRTH if kind in _BIRTHS else _USUAL):
        return None
    claimed = None if days is None or hours is None else days * WORKED + hours * 60
    if kind in _LONG:
        working = context.calendar.working_days(start, end)
        if claimed is None or working is None or claimed * _FAR_LESS >= working * WORKED:
            return None
    other = _swapped(start, end, claimed, context)
    told = "" if other is None else f"；月與日對調的話是 {day_text(other)}"
    return Fault(params={"kind": kind, "start": start, "end": end, "length": length, "swapped": told})


def _swapped(start: date, end: date, claimed: float | None, context: Context) -> date | None:
    """The end with its month and its day swapped, where the leave would then be about as long as it claims."""
    if claimed is None:
        return None
    try:
        other = end.replace(month=end.day, day=end.month)
    except ValueError:
        return None
    if not start <= other < end:
        return None
    working = context.calendar.working_days(start, other) or 0
    return other if abs(working * WORKED - claimed) <= WORKED else None


def _from_march(end: str, **changes: object) -> dict[str, object]:
    record = {"leave_type": "休假", "start_date": "1100311", "end_date": end, "reason": ..., **changes}
    return sample(**record) | {"period": "11003", "generated_at": "1100405"}


EXAMPLES = [
    Example("休假 30 日", _from_march("1100423", days=30)),
    Example("娩假 42 日", _from_march("1100511", leave_type="娩假", days=42)),
    Example("延長病假半年", _from_march("1100910", leave_type="延長病假", days=184)),
    Example("月與日對調", _from_march("1101103"), fires_at="/records/0/end_date"),
    Example("公假 1 日到年底", _from_march("1101231", leave_type="公假"), fires_at="/records/0/end_date"),
]
