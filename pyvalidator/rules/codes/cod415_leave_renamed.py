"""假別已改名。

陪產假在 111 年修法後改稱陪產檢及陪產假，日數也增加了。開始日期在改名之後，卻仍用舊名稱。

## 為什麼重要

新舊名稱分開統計時，同一種假會算成兩種。

## 怎麼修正

請在差勤系統的假別設定改用新名稱。

## 依據

公務人員請假規則（{{ 陪產假 停止日 }}修正）。
"""

from datetime import date

from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.rule import Context, Example, Fault, document, record_rule, sample


@record_rule(
    "COD415",
    owner=("vendor", "unit"),
    reads=("leave_type", "start_date"),
    severity="warning",
    since="1.0",
    message="「{kind}」在{last}之後改稱「{name}」。",
    fix="請廠商把差勤系統的{label}「{kind}」更名為「{name}」，再重新產製。",
    sources="公務人員請假規則",
)
def check(kind: str, start: date, context: Context) -> Fault | None:
    known = leave_kinds().get(kind)
    if known is None or known.renamed_to is None or known.last is None or start <= known.last:
        return None
    codes = context.profile.codes(context.spec("leave_type"))
    written = [code for code, name in codes.items() if name == known.renamed_to]
    right = written[0] if len(written) == 1 and not context.spec("leave_type").as_number else None
    params = {"kind": kind, "last": known.last, "source": known.last_source, "name": known.renamed_to}
    return Fault(expected_value=right, params=params)


IN_111 = {"leave_type": "陪產假", "start_date": "1110704", "end_date": "1110704", "reason": ...}

EXAMPLES = [
    Example("改名之前", sample(leave_type="陪產假", reason=...)),
    Example(
        "改名之後仍用舊名",
        document([IN_111], period="11107", generated_at="1110805"),
        fires_at="/records/0/leave_type",
        today="2022-08-10",
    ),
]
