"""請假日數超過期間的上班日。

請假期間若含星期六、星期日或放假日，這些日子不計入請假日數。這筆差假的日數比期間內的上班日還多。

延長病假、公傷病假、公假、公差、公出與曠職不適用這項比對；適用勞動基準法人員的娩假、流產假與住院的普通傷病假依曆計算，
日數與起訖的日曆天相同時也不適用。依班表上班的機關（FIL350）不逐筆列出。

## 為什麼重要

把放假日算進請假日數，會多扣該員的差假。輪班、學校自訂行事曆或颱風停班補班的人員可能正確，因此只請您確認。

## 怎麼修正

請對照政府行政機關辦公日曆表；不是輪班人員時，請在差勤系統扣除放假日後更正日數、時數。確為輪班等情形，請保留說明。

## 依據

請假期間扣除例假日（公務人員請假規則；延長病假除外，可信度中）。因公傷病的公假，查到的只有 2 年的期限依曆計算，不做這項比對。各年辦公日曆表的文號見資料來源。
"""

from datetime import date

from pyvalidator.domain.amounts import WORKED, amount_field, amount_text
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Context, Example, Fault, record_rule, sample
from pyvalidator.rules._shared.on_days_off import days_off_taken_in


@record_rule("REC230", owner=("unit", "vendor"),
             reads=("days", "hours", "start_date", "end_date", "leave_type", "staff_class"),
             may_lack=("days", "hours", "staff_class"), severity="warning", since="1.0",
             needs="calendar", folds_under=("FIL710", "REC110", "REC120", "REC220", "REC225", "REC310", "REC320", "REC345", "REC350", "FIL350"),
             message="請假 {amount}，但起訖期間只有 {working} 個上班日。",
             fix="請單位承辦確認假單是否把放假日算進請假日數；輪班等情形屬正確者，請保留說明。",
             sources=["公務人員請假規則", "政府行政機關辦公日曆表"])  # fmt: skip
def check(
    days: float, hours: float, start: date, end: date, kind: str, staff: str | None, context: Context
) -> Fault | None:
    if days is None or hours is None:
        return None
    # Where the leave begins on a day off, that is what is wrong (REC340).
    working = days_off_taken_in(context.calendar, start, end, days, hours, kind, staff)
    if working is None:
        return None
    claimed = days * 8 + hours
    params = {"amount": written_amount(claimed, context.profile), "working": f"{working / WORKED:g}"}
    return Fault(amount_field(days), expected=f"不超過 {amount_text(working / 60)}", params=params)


EXAMPLES = [
    Example("跨週末扣除放假日", sample(start_date="1100610", end_date="1100615", days=3)),
    Example("公差含週末", sample(leave_type="公差", start_date="1100611", end_date="1100613", days=3, reason="參訪")),
    Example("因公受傷的公假", sample(leave_type="公假", start_date="1100601", end_date="1100630", days=30, reason="執勤受傷")),
    Example("勞工產假八星期", sample(leave_type="娩假", start_date="1100601", end_date="1100726", days=56, reason=...)),
    Example("跨週末未扣除", sample(start_date="1100611", end_date="1100615", days=5), fires_at="/records/0/days"),
    Example("多半小時", sample(start_date="1100611", end_date="1100612", hours=0.5), fires_at="/records/0/days"),
]
