"""清單或物件的內容不符自訂 JSON Schema。

您提供的 JSON Schema 規定了這個清單的項數、是否可以重複，或這組資料的欄位數，檔案裡的內容不符合。

## 為什麼重要

這一項來自您自己提供的 JSON Schema，不是本工具的內建規則；它代表您或系統廠商對檔案的約定。

## 怎麼修正

請廠商照規定增減或更正清單的內容。
"""

from pyvalidator.rule import Example, document, sample, schema_rule

RULE = schema_rule(
    "SCH180",
    owner="vendor",
    fault_code="schema_items",
    severity="error",
    since="1.0",
    message="「{key}」的內容不符自訂 JSON Schema，應為{expected}。",
    fix="請廠商調整「{key}」的內容，應為{expected}。",
)

_SCHEMA = {"schema": """{"properties": {"records": {"minItems": 1}}}"""}

EXAMPLES = [
    Example("筆數足夠", sample(), options=_SCHEMA),
    Example("一筆紀錄也沒有", document([]), options=_SCHEMA, fires_at="/records"),
]
