"""請假長度的寫法與版型不同。

版型說請假長度寫成「1日4時」一類的文字，這個值的單位、順序或數字不是那樣寫的。

## 為什麼重要

寫法不同就讀不出日數與時數，這筆差假的長度不會計入統計。

## 怎麼修正

請差勤系統廠商每一筆都用同一種寫法；整個檔案都是另一種寫法時，是版型的 format 說錯了。
"""

from typing import Any

from pyvalidator.engine.examples import profile_with
from pyvalidator.form.amounts import read_amount, whole_amount
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR935",
    owner="vendor",
    types=("integer", "number"),
    severity="error",
    since="1.0",
    order=21,
    message="{label}「{value}」的寫法與規定不同，{like}。",
    fix="請廠商依規定的寫法產製{label}，單位、順序與標點都要相同。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or not field_values.in_words(spec):
        return None
    minutes, params = read_amount(value), {"like": field_values.describe(spec)}
    return Fault(params=params) if minutes is None else whole_amount(profile, spec, minutes, **params)


_AMOUNT = 'type = "number"\nkey = "total"\nformat = "D日H時"'
_WORDS = {"profile": profile_with(days=_AMOUNT, hours=_AMOUNT)}


def _total(amount: str) -> dict[str, Any]:
    return sample(days=..., hours=..., total=amount)


EXAMPLES = [
    Example("日數與時數是數字", sample()),
    Example("依版型的寫法", _total("1日"), options=_WORDS),
    Example("單位不同", _total("8小時"), fires_at="/records/0/total", options=_WORDS),
    Example("沒有單位", _total("1"), fires_at="/records/0/total", options=_WORDS),
]
