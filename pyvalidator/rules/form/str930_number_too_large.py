"""數量大於上限。

數量超過版型的上限，或大到無法精確表示（超過 9007199254740991）。

## 為什麼重要

這麼大的數量不會是差假的日數或筆數，通常是欄位錯位，例如把身分證字號或日期填進數量欄位。

## 怎麼修正

請確認產製的欄位沒有錯位後重新產製。

## 依據

RFC 8259 第 6 節：各種程式都能精確表示的最大整數是 2 的 53 次方減 1。
"""
from typing import Any

from pyvalidator.profile import notations
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR930",
    owner=("vendor", "unit"),
    types=("integer", "number"),
    severity="error",
    since="1.0",
    order=44,
    message="{label} {value} 太大，不可大於 {limit}。",
    fix="請廠商確認產製的欄位沒有錯位；系統裡就填錯時，請單位承辦更正{label}。",
    sources="RFC 8259",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str):
        return None
    limit = notations.MAX_SAFE_INTEGER if spec.maximum is None else spec.maximum
    return Fault(expected=f"{limit} 以下", params={"limit": limit}) if value > limit else None


EXAMPLES = [
    Example("一般的數量", sample()),
    Example("大到無法精確表示", document(record_count=9007199254740992), fires_at="/record_count"),
]
