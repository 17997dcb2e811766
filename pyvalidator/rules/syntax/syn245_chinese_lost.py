"""檔案裡的中文全部遺失。

檔案裡每一段中文都變成問號「?」、方框「□」、取代字元「\ufffd」等符號，沒有一個字留下來。常見的原因是以 PowerShell 的管線（|、>）轉存、產製時選了只有英文的編碼，或資料庫欄位不支援中文。

## 為什麼重要

姓名、假別與事由都已遺失，無法從檔案還原，也無法檢核。

## 怎麼修正

請回到差勤系統重新產製，直接使用產製出來的檔案，不要再以其他程式轉存。產製出來就是這樣時，請把本頁交給系統廠商，改以 UTF-8 產製。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN245",
    fault_code="chinese_lost",
    severity="error",
    since="1.0",
    owner="vendor",
    message="檔案裡的中文全部變成「{sign}」，原來的文字已經遺失，無法從這個檔案還原。",
    fix="請廠商以 UTF-8 重新產製；檔案曾以 PowerShell 的管線或其他程式轉存者，請改用差勤系統產製的原檔。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("只有一個字遺失", sample(person_name="王?明")),
    Example("中文都變成問號", sample_text().encode("ascii", "replace").decode(), fires_at=""),
    Example("中文都變成取代字元", sample_text().encode("cp950").decode("utf-8", "replace"), fires_at=""),
]
