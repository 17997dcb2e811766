"""事由提到疫情但沒有疫情註記。

事由提到新冠肺炎、居家隔離或居家檢疫，疫情註記卻為否。

## 為什麼重要

因疫情而請的病假、公假、事假等，都要靠註記才能統計；只寫在事由裡，會被漏算。

## 怎麼修正

確實因疫情請假者，請在差勤系統補上註記；只是提到疫情者，保留說明即可。補休、公差與公務上的防疫工作（例如支援、會議、訪視）不列出。

## 依據

自主健康管理等情形的請假：{{ 總處培字第10900256831號 文號 }}。相關措施自 {{ 特別條例 起日 }}起；查到的最後一項適用到 {{ 輕症病假 止日 }}快篩陽性者，其差假至遲到 {{ 輕症病假 末日 }}。
"""

import re
from datetime import date

from pyvalidator.domain.leave_groups import LAST_COVID_DAY
from pyvalidator.rule import Context, Example, Fault, record_rule, sample

_WORDS = ("新冠", "covid", "武漢肺炎", "嚴重特殊傳染性肺炎", "居家隔離", "居家檢疫")
#: The special act is retroactive to this day.
_FIRST_DAY = date(2020, 1, 15)
#: Duty and time off earned by duty: an epidemic in the reason is not why the person was away.
_DUTY = frozenset({"公差", "公出", "加班補休", "值班補休", "選務補休", "其他補休"})
_WORDS_OF_DUTY = re.compile(
    "支援|會議|會報|座談|研習|講習|訓練|課程|宣導|演練|視察|督導|稽查|訪視|訪查|關懷|送餐|送件|防疫工作|接種站|施打站|採檢站|篩檢站|值班|值勤|執勤|勤務|加班"
    "|出席|業務|補助|紓困"
)


@record_rule("REC450", owner="unit",
             reads=("reason", "covid_related", "leave_type", "start_date"), severity="warning", since="1.0",
             folds_under=("REC410", "REC420"), message="事由提到「{word}」，但疫情註記為否。",
             fix="請單位承辦確認是否因疫情請假；是的話，請在差勤系統補上註記；不是的話，保留說明即可。",
             sources=["總處培字第10900256831號", "總處培字第1123028345號"])  # fmt: skip
def check(reason: str, marked: bool, kind: str, start: date, context: Context) -> Fault | None:
    if marked or kind in _DUTY or not _FIRST_DAY <= start <= LAST_COVID_DAY:
        return None
    word = next((word for word in _WORDS if word in reason.casefold()), None)
    if word is None or _WORDS_OF_DUTY.search(reason):
        return None
    return Fault("covid_related", params={"word": word.upper()})


EXAMPLES = [
    Example("一般事由", sample()),
    Example("有註記", sample(reason="居家隔離", covid_related=True)),
    Example("防疫加班的補休", sample(leave_type="加班補休", reason="新冠防疫加班")),
    Example("公務上的防疫工作", sample(leave_type="公假", reason="新冠疫苗施打站支援")),
    Example("居家檢疫沒有註記", sample(leave_type="公假", reason="返國居家檢疫"), "/records/0/covid_related"),
]
