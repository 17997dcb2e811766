"""文字長度不符自訂 JSON Schema。

您提供的 JSON Schema 以 `minLength` 或 `maxLength` 規定了文字的長度，檔案裡的文字太短或太長。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商依規定的長度產製文字。
"""

from pyvalidator.rule import Example, sample, schema_rule

RULE = schema_rule(
    "SCH160",
    owner="vendor",
    fault_code="schema_length",
    severity="error",
    since="1.0",
    message="「{key}」的文字長度不符自訂 JSON Schema，應為{expected}。",
    fix="請廠商調整「{key}」的文字，使長度為{expected}。",
)

_SCHEMA = {"schema": """{"properties": {"records": {"items": {"properties": {"reason": {"maxLength": 6}}}}}}"""}

EXAMPLES = [
    Example("長度相符", sample(), options=_SCHEMA),
    Example("事由太長", sample(reason="感冒就醫並回診檢查"), options=_SCHEMA, fires_at="/records/0/reason"),
]
