"""文字裡的引號沒有跳脫。

文字內容裡有雙引號，前面沒有加反斜線。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN515",
    owner="vendor",
    fault_code="unescaped_quote",
    severity="error",
    since="1.0",
    message="文字裡的雙引號沒有加反斜線。",
    fix='請廠商修正產製程式，把文字裡的 " 寫成 \\"；也可以在差勤系統把事由裡的引號改成「」。',
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("文字裡的引號沒有跳脫", broken("感冒就醫", '感"冒"就醫'), fires_at=""),
]
