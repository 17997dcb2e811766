"""同一個欄位出現兩次。

同一組資料裡，相同的欄位名稱出現兩次以上。本工具以後面的值繼續檢核。

## 為什麼重要

不同的程式會取不同的值，報送後的結果無法預期。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN610",
    owner="vendor",
    fault_code="duplicate_key",
    severity="error",
    since="1.0",
    folds_under="SYN245",
    message="欄位「{key}」重複出現。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：同一個欄位只寫一次。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("同一個欄位出現兩次", broken('"days": 1,', '"days": 1, "days": 1,'), fires_at="/records/0/days"),
]
