"""檔案其實是 CSV 表格。

檔案內容是以逗號或定位字元分隔的表格，不是 JSON。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請在差勤系統選擇產製 JSON。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN160",
    owner=("personnel", "vendor"),
    fault_code="csv_text",
    severity="error",
    since="1.0",
    message="這個檔案的內容是表格文字（CSV），不是 JSON{list}。",
    fix="請在差勤系統選擇產製 JSON 檔。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案其實是 CSV 表格", "姓名,假別,日數\n王小明,病假,1\n", fires_at=""),
]
