"""小數點後面的時數滿 8 小時。

版型說小數點後面的數字是時數（1.4 是 1 日 4 小時），這個值的時數卻是 8 以上。8 小時是 1 日，應該進位。

## 為什麼重要

這個值可能是另一種寫法：0.8 若以日計，是 6 小時 24 分鐘。寫法不同的值混在一起，請假的長度就算錯了。

## 怎麼修正

請差勤系統廠商確認小數點後面是時數還是一日的幾分之幾，每一筆都用同一種寫法；是時數的，滿 8 小時進位為 1 日。
"""

from pyvalidator.engine.examples import profile_with
from pyvalidator.profile import field_values
from pyvalidator.rule import Context, Example, Fault, sample, value_rule


@value_rule(
    "COD230",
    owner="vendor",
    reads=("days", "hours"),
    raw=True,
    severity="error",
    since="1.0",
    message="{label} {value} 的小數點後面是時數，滿 8 小時應進位為 1 日。",
    fix="請廠商確認{label}的小數是時數還是一日的幾分之幾，每一筆都用同一種寫法。",
    sources="公務人員請假規則",
)
def check(value: str | float, context: Context) -> Fault | None:
    spec = context.own
    if spec.format is None or not context.profile.is_first_of_key(spec):
        return None
    return Fault() if field_values.minutes_of(spec, value) is None else None


_AMOUNT = 'type = "number"\nkey = "total"\nformat = "D.H"'
_IN_ONE = {"profile": profile_with(days=_AMOUNT, hours=_AMOUNT)}

EXAMPLES = [
    Example("日數與時數各有欄位", sample()),
    Example("1 日", sample(days=..., hours=..., total=1), options=_IN_ONE),
    Example("3 小時半", sample(days=..., hours=..., total=0.35), options=_IN_ONE),
    Example("0.8", sample(days=..., hours=..., total=0.8), fires_at="/records/0/total", options=_IN_ONE),
]
