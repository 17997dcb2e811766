"""檔案其實是 XML。

檔案內容是 XML，不是 JSON。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請在差勤系統選擇產製 JSON；系統只能產製 XML 時，請洽系統廠商。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN155",
    owner=("personnel", "vendor"),
    fault_code="xml_text",
    severity="error",
    since="1.0",
    message="這個檔案的內容是 XML，不是 JSON。",
    fix="請在差勤系統選擇產製 JSON 檔。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案其實是 XML", '<?xml version="1.0"?><records/>', fires_at=""),
]
