"""假別在開始日當天已停止適用。

開始日期晚於這個假別適用的最後一天。

## 為什麼重要

已經停止適用的假別不能再請；通常是假別選錯，或日期打錯。

## 怎麼修正

請核對日期與假別。日期無誤時，請在差勤系統改用當時適用的假別，例如疫苗接種後身體不適改請病假。

## 依據

疫苗接種假適用至 {{ 疫苗接種假 止日 }}（{{ 總處培字第1123026082號 文號 }}函：自 {{ 疫苗接種假 停止日 }}起停止適用）。
"""

from datetime import date
from typing import Any

from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.rule import Context, Example, Fault, document, record_rule


@record_rule(
    "COD405",
    owner="unit",
    reads=("leave_type", "start_date"),
    severity="error",
    since="1.0",
    message="「{kind}」只適用到 {last}，這筆的開始日期是 {start}。",
    fix="請單位承辦核對假單的開始日期與{label}；日期無誤時，請在差勤系統改用當時適用的假別。",
    sources=["肺中指字第1124100187號", "總處培字第1123026082號"],
)
def check(kind: str, start: date, context: Context) -> Fault | None:
    known = leave_kinds().get(kind)
    if known is None or known.last is None or not known.last_certain or known.renamed_to or start <= known.last:
        return None
    return Fault(params={"kind": kind, "last": known.last, "start": start, "source": known.last_source})


def _vaccination(day: str, period: str) -> dict[str, Any]:
    record = {"leave_type": "疫苗接種假", "covid_related": True, "start_date": day, "end_date": day, "reason": ...}
    return document([record], period=period, generated_at="1120605")


PLACE, TODAY = "/records/0/leave_type", "2023-06-10"

EXAMPLES = [
    Example("適用的最後一個上班日", _vaccination("1120428", "11204"), today=TODAY),
    Example("疫苗接種假停止後", _vaccination("1120502", "11205"), fires_at=PLACE, today=TODAY),
]
