"""值不在自訂 JSON Schema 列出的值之中。

您提供的 JSON Schema 以 `enum` 或 `const` 列出了這裡可以使用的值，檔案裡的值不在其中。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商以列出的值之一產製，注意全形半形、大小寫與前後空白；值本身沒有錯的話，請把它加進 JSON Schema。
"""

from pyvalidator.rule import Example, sample, schema_rule

RULE = schema_rule(
    "SCH140",
    owner="vendor",
    fault_code="schema_choice",
    severity="error",
    since="1.0",
    message="「{key}」的值「{value}」不在自訂 JSON Schema 列出的值之中，可用的值：{expected}。",
    fix="請廠商以列出的值之一產製：{expected}。",
)

_SCHEMA = {
    "schema": """{"properties": {"records": {"items": {"properties": {"leave_type": {"enum": ["事假", "病假"]}}}}}}"""
}

EXAMPLES = [
    Example("列出的假別", sample(), options=_SCHEMA),
    Example("沒有列出的假別", sample(leave_type="休假"), options=_SCHEMA, fires_at="/records/0/leave_type"),
]
