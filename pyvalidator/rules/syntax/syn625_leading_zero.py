"""數字前面有 0。

數字以 0 開頭，例如 0991231。JSON 的數字不能以 0 開頭；日期、代碼應該是加雙引號的文字。

## 為什麼重要

日期與代碼寫成數字，前面的 0 會消失，意思就不同了。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN625",
    owner="vendor",
    fault_code="leading_zero",
    severity="error",
    since="1.0",
    message="數字「{found}」不能以 0 開頭；日期與代碼應該用雙引號括住。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：日期與代碼用雙引號括住，數字前面不加 0。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("數字前面有 0", broken('"1100607"', "0991231"), fires_at=""),
]
