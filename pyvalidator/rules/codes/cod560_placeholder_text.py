"""填了沒有意義的內容。

必填的文字欄位填了「無」、「-」、「測試」、「同上」之類的內容，只是為了通過必填檢查。

## 為什麼重要

格式檢查通過了，資料卻沒有意義；測試資料更可能被當成真的資料報送。

## 怎麼修正

請在差勤系統補登真正的內容。整批都是測試資料時，請確認檔案由正式環境產製。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule

_PLACEHOLDERS = {
    "無", "無資料", "無名氏", "同上", "如上", "略", "不詳", "不明", "未知", "未填", "未填寫", "待補", "待查", "測試", "空白", "匿名",
    "請選擇", "請輸入", "姓名", "職稱", "機關名稱", "test", "xx", "xxx", "xxxx", "xxxxx", "empty", "blank", "unknown", "error",
    "true", "false",
}  # fmt: skip

#: Brackets, dashes and the like around such a word.
_AROUND = " \t\r\n\u3000()（）[]【】<>《》「」-–—*…."


@value_rule(
    "COD560",
    owner=("personnel", "vendor"),
    reads=("agency_name", "person_name", "job_title"),
    severity="warning",
    since="1.0",
    folds_under=("COD525", "COD575", "SYN245"),
    message="{label}填的是「{value}」，不是真正的內容。",
    fix="請人事單位在差勤系統填入真正的{label}；系統裡沒有錯時，請廠商修正產製程式。",
)
def check(value: str, context: Context) -> Fault | None:
    word = value.strip(_AROUND).casefold()
    return Fault() if word in _PLACEHOLDERS or not any(char.isalnum() or char > "\uffff" for char in word) else None


EXAMPLES = [
    Example("真正的職稱", sample()),
    Example("職稱填「無」", sample(job_title="無"), fires_at="/records/0/job_title"),
    Example("姓名填「測試」", sample(person_name="測試"), fires_at="/records/0/person_name"),
    Example("職稱填符號", sample(job_title="--"), fires_at="/records/0/job_title"),
]
