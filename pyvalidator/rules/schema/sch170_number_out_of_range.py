"""數字超出自訂 JSON Schema 的範圍。

您提供的 JSON Schema 以 `minimum`、`maximum`、`multipleOf` 等規定了數字的範圍，檔案裡的數字不在其中。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商對照差勤系統的紀錄更正數字；數字沒有錯的話，請修改 JSON Schema 的範圍。
"""

from pyvalidator.rule import Example, sample, schema_rule

RULE = schema_rule(
    "SCH170",
    owner="vendor",
    fault_code="schema_range",
    severity="error",
    since="1.0",
    message="「{key}」的數字 {value} 不符自訂 JSON Schema，應為{expected}。",
    fix="請廠商更正「{key}」的產製，應為{expected}。",
)

_SCHEMA = {"schema": """{"properties": {"records": {"items": {"properties": {"days": {"maximum": 1}}}}}}"""}

EXAMPLES = [
    Example("範圍內的天數", sample(), options=_SCHEMA),
    Example("天數太多", sample(end_date="1100608", days=2), options=_SCHEMA, fires_at="/records/0/days"),
]
