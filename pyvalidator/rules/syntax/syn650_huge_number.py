"""數字太大。

數字大到無法正確保存。

## 為什麼重要

JSON 的文法雖然容許，各種程式卻讀不到原來的數值：有的當成無限大，有的拒絕整個檔案。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN650",
    owner="vendor",
    fault_code="huge_number",
    severity="error",
    since="1.0",
    message="數字「{found}」太大，無法正確讀取。",
    fix="請重新產製；仍然如此時，請廠商確認這個欄位的數值。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("數字太大", broken('"days": 1', '"days": 1e400'), fires_at="/records/0/days"),
]
