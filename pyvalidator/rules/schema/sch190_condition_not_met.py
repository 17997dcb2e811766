"""不符合自訂 JSON Schema 的其他條件。

您提供的 JSON Schema 有 `anyOf`、`oneOf`、`not`、`if`、`dependentRequired` 等條件，檔案裡這個位置的資料不符合。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商對照 JSON Schema 的該項條件修正產製程式；條件寫得太嚴時，請修改 JSON Schema。
"""

from pyvalidator.rule import Example, sample, schema_rule

RULE = schema_rule(
    "SCH190",
    owner="vendor",
    fault_code="schema_condition",
    severity="error",
    since="1.0",
    message="這個位置的資料不符自訂 JSON Schema 的條件（{keyword}），應{expected}。",
    fix="請廠商對照 JSON Schema 的 {keyword} 條件修正產製程式。",
)

_SCHEMA = {
    "schema": """{"properties": {"records":
        {"items": {"anyOf": [{"required": ["unit"]}, {"required": ["reason"]}]}}}}"""
}

EXAMPLES = [
    Example("符合其中一種條件", sample(), options=_SCHEMA),
    Example("單位與事由都沒有", sample(unit=..., reason=...), options=_SCHEMA, fires_at="/records/0"),
]
