"""文字是亂碼。

文字看起來是用錯誤的編碼讀取後再存檔的亂碼，例如把 UTF-8 或 Big5 當成 Latin-1、把 UTF-8 當成 Big5。能換算回來時，訊息會寫出原來的文字；轉換中已有位元組遺失者，就無法換算。

## 為什麼重要

亂碼無法辨認，姓名、職稱與事由都不能核對。

## 怎麼修正

請檢查差勤系統產製時的編碼設定，改以 UTF-8 產製；曾經用其他軟體開啟再存檔者，請重新產製，不要用存過的檔案。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.garbled import GARBLED_CHARS, garbled, original


@value_rule(
    "COD530",
    owner="vendor",
    types="text",
    severity="warning",
    since="1.0",
    folds_under="SYN245",
    trigger_chars=GARBLED_CHARS,
    message="{label}「{value}」是編碼錯誤造成的亂碼{proposal}。",
    fix="請廠商改以 UTF-8 產製，並確認{label}顯示正確。",
)
def check(value: str, context: Context) -> Fault | None:
    if not garbled(value):
        return None
    was = original(value)
    return Fault(expected=was, expected_value=was, params={"proposal": f"，原來的文字是「{was}」" if was else ""})


EXAMPLES = [
    Example("一般文字", sample(person_name="José García")),
    Example("UTF-8 當成 Latin-1", sample(person_name="ç\x8e\x8bå°\x8fæ\x98\x8e"), fires_at="/records/0/person_name"),
    Example("Big5 當成 Latin-1", sample(person_name="¤ý¤p©ú"), fires_at="/records/0/person_name"),
    Example("UTF-8 當成命令提示字元的編碼", sample(person_name="τÄïσ░ÅµÿÄ"), fires_at="/records/0/person_name"),
    Example("取代字元當成 Big5", sample(job_title="嚙踝蕭員"), fires_at="/records/0/job_title"),
]
