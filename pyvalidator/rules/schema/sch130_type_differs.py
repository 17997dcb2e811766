"""值的型別與自訂 JSON Schema 不同。

您提供的 JSON Schema 以 `type` 規定了這個值的型別，檔案裡的值是另一種型別。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商以規定的型別產製：文字要加引號，數字與 true、false 不加引號。
"""

from pyvalidator.rule import Example, sample, schema_rule

RULE = schema_rule(
    "SCH130",
    owner="vendor",
    fault_code="schema_type",
    severity="error",
    since="1.0",
    message="「{key}」的型別不符自訂 JSON Schema，應為{expected}。",
    fix="請廠商把「{key}」的值產製成{expected}。",
)

_SCHEMA = {"schema": """{"properties": {"records": {"items": {"properties": {"hours": {"type": "integer"}}}}}}"""}

EXAMPLES = [
    Example("時數是整數", sample(), options=_SCHEMA),
    Example("時數應為整數", sample(days=0, hours=3.5), options=_SCHEMA, fires_at="/records/0/hours"),
]
