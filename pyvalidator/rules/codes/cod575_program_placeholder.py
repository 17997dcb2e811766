"""文字是程式留下的佔位文字。

文字是程式或試算表在沒有內容時寫出的符號，例如 [object Object]、(null)、undefined、#N/A、{{name}}，不是真正的內容。

## 為什麼重要

格式檢查會通過，真正的姓名、職稱或事由卻不在檔案裡。

## 怎麼修正

請對照差勤系統畫面：系統裡有內容者，是產製程式沒有寫出來，請把本頁交給系統廠商；系統裡沒有內容者，請補登後重新產製。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.placeholders import PLACEHOLDER_CHARS, placeholder


@value_rule(
    "COD575",
    types="text",
    severity="warning",
    since="1.0",
    owner="vendor",
    trigger_chars=PLACEHOLDER_CHARS,
    folds_under=("COD525", "SYN245"),
    message="{label}「{value}」含有程式沒有填入內容時留下的文字「{found}」，不是真正的內容。",
    fix="請在差勤系統確認{label}，並請廠商修正產製程式後重新產製。",
)
def check(value: str, context: Context) -> Fault | None:
    found = placeholder(value)
    return Fault(params={"found": found}) if found else None


EXAMPLES = [
    Example("真正的內容", sample(reason="參加 100% 線上課程")),
    Example("外文姓名不是佔位文字", sample(person_name="Nan Na")),
    Example("物件寫成文字", sample(job_title="[object Object]"), fires_at="/records/0/job_title"),
    Example("試算表的錯誤值", sample(unit="#N/A"), fires_at="/records/0/unit"),
    Example("沒有代換的變數", sample(reason="{{reason}}"), fires_at="/records/0/reason"),
    Example("空值寫成文字", sample(reason="(null)"), fires_at="/records/0/reason"),
]
