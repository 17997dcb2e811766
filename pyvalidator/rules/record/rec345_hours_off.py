"""請假請在停班或放假的時段。

這一天只有半天或幾個小時上班（依您給的放假日曆），這筆差假請的時間卻比其餘的上班時間還多，等於把停班或放假的時段也請了假。

## 為什麼重要

颱風只停半天班的日子，停班的時段不必請假；把它算進去，會多扣該員的差假。輪班人員另有班表，因此只請您確認。

## 怎麼修正

請在差勤系統扣除停班的時段（登記為停班登記），只留實際請假的時間。確有班表者，請保留說明。

## 依據

天然災害停止上班及上課作業辦法；停班的時段依您給的放假日曆。
"""

from pyvalidator.domain.amounts import DAY, WORKED, amount_text
from pyvalidator.domain.calendar import part_text
from pyvalidator.domain.leave_groups import COUNTS_DAYS_OFF, SUSPENDED
from pyvalidator.domain.roc import weekday_text
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Example, Fault, Faults, FileView, file_rule, sample


@file_rule("REC345", owner="unit",
           reads=("start_date", "start_time", "end_date", "end_time", "days", "hours", "leave_type"),
           may_lack=("days", "hours"),
           severity="warning", since="1.0",
           folds_under=("FIL710", "REC110", "REC120", "REC210", "REC220", "REC310", "REC320", "PER110", "PER120"),
           message="{day}{part}停班或放假，這筆{kind}請了{amount}，起訖時間中其餘的只有{left}。",
           fix="請單位承辦在差勤系統扣除停班或放假的時段；輪班等情形屬正確者，請保留說明。",
           sources=["天然災害停止上班及上課作業辦法"])  # fmt: skip
def check(file: FileView) -> Faults:
    calendar = file.context.calendar
    if not calendar.hours_off:
        return
    starts, days, hours, kinds = (file.values(name) for name in ("start_date", "days", "hours", "leave_type"))
    for row, span in enumerate(file.spans):
        if span is None or None in (days[row], hours[row], kinds[row]) or kinds[row] in COUNTS_DAYS_OFF:
            continue
        midnight = starts[row].toordinal() * DAY
        part = calendar.off_on(starts[row]) if span.end <= midnight + DAY else None
        if part is None or (part.typhoon and kinds[row] == SUSPENDED):
            continue
        begin, end = span.start - midnight, span.end - midnight
        left = end - begin - max(0, min(end, part.end) - max(begin, part.start))
        claimed = days[row] * WORKED + round(hours[row] * 60)
        if claimed > left:
            params = {
                "day": weekday_text(starts[row]), "part": part_text(part), "kind": kinds[row],
                "amount": written_amount(claimed / 60, file.profile), "left": amount_text(left / 60),
            }  # fmt: skip
            yield Fault("start_date", row, expected=f"不超過 {params['left']}", params=params)


_STORM = {"days_off": "日期,類別,時段\n1100607,停班,下午\n"}
_AFTERNOON = {"start_time": "1330", "end_time": "1730", "days": 0, "hours": 4}

EXAMPLES = [
    Example("上午請假，下午停班", sample(end_time="1200", days=0, hours=4), options=_STORM),
    Example("下午登記為停班登記", sample(**_AFTERNOON, leave_type="停班登記", reason="颱風"), options=_STORM),
    Example("停班的下午請病假", sample(**_AFTERNOON), fires_at="/records/0/start_date", options=_STORM),
    Example("整天請假，沒有扣除停班的下午", sample(), fires_at="/records/0/start_date", options=_STORM),
    Example("放假的時段以時間填寫", sample(**_AFTERNOON), fires_at="/records/0/start_date",
            options={"days_off": "日期,類別,時段\n1100607,放假,14:00-17:30\n"}),
]  # fmt: skip
