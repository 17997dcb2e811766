"""括號層數太多。

括號一層包一層，超過可讀取的層數。正常的差勤檔只有幾層。

## 為什麼重要

層數異常的檔案多半是產製程式出錯，繼續讀取也沒有意義。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN175",
    owner="vendor",
    fault_code="too_deep",
    severity="error",
    since="1.0",
    message="括號超過 {limit} 層，這不是正常的差勤檔。",
    fix="請重新產製檔案；仍然如此時，請廠商修正產製程式。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("括號層數太多", "[" * 200 + "]" * 200, fires_at=""),
]
