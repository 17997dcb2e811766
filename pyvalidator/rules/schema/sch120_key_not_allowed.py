"""自訂 JSON Schema 不允許的欄位。

您提供的 JSON Schema 以 `additionalProperties` 或 `propertyNames` 限制了欄位名稱，這個欄位不在允許之列。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商檢查欄位名稱有沒有拼錯；確實需要的欄位，請加進 JSON Schema 的 `properties`。
"""

from pyvalidator.rule import Example, sample, schema_rule

RULE = schema_rule(
    "SCH120",
    owner="vendor",
    fault_code="schema_unknown_key",
    severity="error",
    since="1.0",
    message="欄位「{key}」不在自訂 JSON Schema 允許的欄位之中。",
    fix="請廠商不要產製欄位「{key}」或更正它的名稱；確實需要的欄位，請加進 JSON Schema。",
)

_SCHEMA = {"schema": """{"properties": {"records": {"items": {"propertyNames": {"not": {"const": "reason"}}}}}}"""}

EXAMPLES = [
    Example("沒有多餘的欄位", sample(reason=...), options=_SCHEMA),
    Example("不允許的事由欄位", sample(), options=_SCHEMA, fires_at="/records/0/reason"),
]
