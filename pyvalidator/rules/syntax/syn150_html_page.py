"""檔案其實是網頁。

檔案內容是網頁（HTML）。常見的情形是登入逾時或系統發生錯誤，下載到的是錯誤畫面。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請重新登入差勤系統後再產製一次；打開檔案可以看到系統當時顯示的訊息。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN150",
    owner=("personnel", "vendor"),
    fault_code="html_page",
    severity="error",
    since="1.0",
    message="這個檔案其實是網頁，不是 JSON 檔，可能是登入逾時或系統錯誤時存下的畫面。",
    fix="請重新登入差勤系統，再產製一次。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案其實是網頁", "<!DOCTYPE html><html><body>請重新登入</body></html>", fires_at=""),
]
