"""文字是亂碼。

文字看起來是用錯誤的編碼讀取後再存檔的亂碼，例如把 UTF-8 當成 Big5 或 Latin-1。

## 為什麼重要

亂碼無法辨認，姓名、職稱與事由都不能核對。

## 怎麼修正

請檢查差勤系統產製時的編碼設定，改以 UTF-8 產製；曾經用其他軟體開啟再存檔者，請重新產製，不要用存過的檔案。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import GARBLED_CHARS, garbled


@value_rule(
    "COD530",
    owner="vendor",
    types="text",
    severity="warning",
    since="1.0",
    trigger_chars=GARBLED_CHARS,
    message="{label}「{value}」像是編碼錯誤造成的亂碼。",
    fix="請廠商改以 UTF-8 產製，並確認{label}顯示正確。",
)
def check(value: str, context: Context) -> Fault | None:
    return Fault() if garbled(value) else None


LATIN = "王小明".encode().decode("latin-1")

EXAMPLES = [
    Example("一般文字", sample(person_name="José García")),
    Example("UTF-8 當成 Latin-1", sample(person_name=LATIN), fires_at="/records/0/person_name"),
    Example("取代字元當成 Big5", sample(job_title="嚙踝蕭員"), fires_at="/records/0/job_title"),
]
