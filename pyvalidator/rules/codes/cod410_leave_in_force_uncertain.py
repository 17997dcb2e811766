"""假別在開始日當天可能不適用。

開始日期不在這個假別的適用期間內，但這個期間的起訖日沒有查到指名的依據，所以只提醒。

## 為什麼重要

當時若沒有這個假別，該筆差假的依據就不存在。

## 怎麼修正

請核對日期與假別，並向人事單位確認當時適用的假別。確認無誤者不必修改。
"""

from datetime import date

from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.rule import Context, Example, Fault, document, record_rule, sample


@record_rule(
    "COD410",
    owner="unit",
    reads=("leave_type", "start_date"),
    severity="warning",
    since="1.0",
    message="據本工具所知，「{kind}」只適用於 {day}（含）{edge}，這筆的開始日期是 {start}；依據未經確認。",
    fix="請單位承辦核對假單的開始日期與{label}；確認無誤者不必修改。",
    sources=["嚴重特殊傳染性肺炎防治及紓困振興特別條例", "公務人員請假規則"],
)
def check(kind: str, start: date, context: Context) -> Fault | None:
    known = leave_kinds().get(kind)
    if known is None:
        return None
    if known.first is not None and not known.first_certain and start < known.first:
        return Fault(params={"kind": kind, "edge": "以後", "day": known.first, "start": start})
    if known.last is not None and not known.last_certain and start > known.last:
        return Fault(params={"kind": kind, "edge": "以前", "day": known.last, "start": start})
    return None


IN_112 = {"leave_type": "防疫隔離假", "covid_related": True, "start_date": "1120502", "end_date": "1120502", "reason": ...}
IN_111 = {"leave_type": "陪產檢及陪產假", "start_date": "1110704", "end_date": "1110704", "reason": ...}

EXAMPLES = [
    Example(
        "改名之後",
        document([IN_111], period="11107", generated_at="1110805"),
        today="2022-08-10",
    ),
    Example(
        "防疫隔離假，112 年 5 月以後",
        document([IN_112], period="11205", generated_at="1120605"),
        fires_at="/records/0/leave_type",
        today="2023-06-10",
    ),
    Example("改名之前用新名稱", sample(leave_type="陪產檢及陪產假", reason=...), fires_at="/records/0/leave_type"),
]
