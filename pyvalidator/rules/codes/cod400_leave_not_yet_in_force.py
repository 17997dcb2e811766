"""假別在開始日當天尚未施行。

開始日期早於這個假別開始適用的日子。

## 為什麼重要

當時沒有這個假別，該筆差假的依據就不存在；通常是假別選錯，或日期打錯。

## 怎麼修正

請核對日期與假別。日期無誤時，請在差勤系統改用當時適用的假別。

## 依據

各假別的施行日期與依據列在假別表；例如疫苗接種假自 {{ 疫苗接種假 起日 }}起，身心調適假自 {{ 身心調適假 起日 }}起。
"""

from datetime import date
from typing import Any

from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule(
    "COD400",
    owner="unit",
    reads=("leave_type", "start_date"),
    severity="error",
    since="1.0",
    message="「{kind}」自 {first}起才適用，這筆的開始日期是 {start}。",
    fix="請單位承辦核對假單的開始日期與{label}；日期無誤時，請在差勤系統改用當時適用的假別。",
    sources=["肺中指字第1104100085號", "總處培字第1090025887號", "總處培字第1090026271號", "公務人員請假規則"],
)
def check(kind: str, start: date, context: Context) -> Fault | None:
    known = leave_kinds().get(kind)
    if known is None or known.first is None or not known.first_certain or start >= known.first:
        return None
    return Fault(params={"kind": kind, "first": known.first, "start": start, "source": known.first_source})


def _vaccination(day: str, **more: Any) -> dict[str, Any]:
    return sample(leave_type="疫苗接種假", covid_related=True, start_date=day, end_date=day, reason=..., **more)


EXAMPLES = [
    Example("疫苗接種假適用期間", _vaccination("1100607")),
    Example("身心調適假在 110 年還沒有", sample(leave_type="身心調適假"), fires_at="/records/0/leave_type"),
    Example(
        "疫苗接種假適用前一天",
        {**_vaccination("1100504"), "period": "11005"},
        fires_at="/records/0/leave_type",
    ),
    Example("疫苗接種假適用第一天", {**_vaccination("1100505"), "period": "11005"}),
]
