"""每列各是一份資料。

檔案每一列各是一份 JSON（JSON Lines），不是一份完整的 JSON。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

請在產製設定選擇一般的 JSON，而不是 JSON Lines 或 NDJSON。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN445",
    owner="vendor",
    fault_code="ndjson",
    severity="error",
    since="1.0",
    message="檔案每一列各是一份資料，不是一份完整的 JSON。",
    fix="請在產製時選擇一般的 JSON；不能選擇時，請廠商改以一份完整的 JSON 產製。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("每列各是一份資料", '{"姓名": "王小明"}\n{"姓名": "李小華"}\n', fires_at=""),
]
