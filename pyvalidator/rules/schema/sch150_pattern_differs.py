"""文字不符自訂 JSON Schema 規定的樣式。

您提供的 JSON Schema 以 `pattern`（規則運算式）規定了文字的樣式，檔案裡的文字不符合。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商照規定的樣式產製文字，注意全形半形、大小寫與前後空白。
"""

from pyvalidator.rule import Example, sample, schema_rule

RULE = schema_rule(
    "SCH150",
    owner="vendor",
    fault_code="schema_pattern",
    severity="error",
    since="1.0",
    message="「{key}」的值「{value}」不符自訂 JSON Schema 規定的樣式，應{expected}。",
    fix="請廠商更正「{key}」的產製，使它{expected}。",
)

_SCHEMA = {"schema": """{"properties": {"records": {"items": {"properties": {"unit": {"pattern": "課$"}}}}}}"""}

EXAMPLES = [
    Example("樣式相符", sample(), options=_SCHEMA),
    Example("單位不是課", sample(unit="秘書室"), options=_SCHEMA, fires_at="/records/0/unit"),
]
