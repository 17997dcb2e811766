"""自訂 JSON Schema 要求的欄位沒有出現。

您提供的 JSON Schema 以 `required` 要求這個欄位，檔案裡這個位置卻沒有。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商產製這個欄位；如果這個欄位其實可以省略，請修改 JSON Schema 的 `required`。
"""

from pyvalidator.rule import Example, sample, schema_rule

RULE = schema_rule(
    "SCH110",
    owner="vendor",
    fault_code="schema_required",
    severity="error",
    since="1.0",
    message="缺少自訂 JSON Schema 要求的欄位「{key}」。",
    fix="請廠商產製欄位「{key}」，或修改 JSON Schema 的 required。",
)

_SCHEMA = {"schema": """{"properties": {"records": {"items": {"required": ["unit"]}}}}"""}

EXAMPLES = [
    Example("有要求的欄位", sample(), options=_SCHEMA),
    Example("缺少單位", sample(unit=...), options=_SCHEMA, fires_at="/records/0"),
]
