"""一個檔案裡有兩份資料。

檔案裡有兩份接在一起的 JSON 資料。只檢核了第一份。

## 為什麼重要

一個檔案只能有一份資料；縣府函明定平臺以機關代碼稽核，上級機關不得與所屬機關合併報送。

## 怎麼修正

請分別產製、分成兩個檔案；一個機關一個月一個檔案。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN440",
    owner="vendor",
    fault_code="two_documents",
    severity="error",
    since="1.0",
    message="檔案裡有兩份資料，從這裡開始是第二份，沒有檢核。",
    fix="請分別產製，一個檔案只放一份資料；不能分開時，請廠商修正產製程式。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("一個檔案裡有兩份資料", sample_text() + "\n" + sample_text(), fires_at=""),
]
