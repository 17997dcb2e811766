"""姓名裡有數字或附註。

姓名裡有數字、稱謂（先生、小姐、女士）或附註（代理、留停、離職等）。

## 為什麼重要

姓名用來核對身分證字號；多出的字會使核對不符。

## 怎麼修正

請在差勤系統把附註移到其他欄位，姓名只填戶政登記的姓名。
"""

import re

from pyvalidator.rule import Context, Example, Fault, sample, value_rule

_REMARK = re.compile(
    "[0-9０-９]|(?:先生|小姐|女士)$|[(（](?:代|兼|留停|留職停薪|離職|退休|約僱|約聘|臨時|測試)[^)）]*[)）]"
)


@value_rule(
    "COD555",
    owner="personnel",
    reads="person_name",
    severity="warning",
    since="1.0",
    trigger_chars="[0-9０-９先小女(（]",
    folds_under=("COD115", "COD520", "COD575", "COD580", "COD585"),
    message="{label}「{value}」含有「{remark}」，不像是姓名的一部分。",
    fix="請人事單位在差勤系統的{label}只填戶政登記的姓名。",
)
def check(value: str, context: Context) -> Fault | None:
    found = _REMARK.search(value)
    return Fault(params={"remark": found[0]}) if found else None


EXAMPLES = [
    Example("並列傳統姓名", sample(person_name="谷辣斯（Kolas）")),
    Example("為區別同名而加數字", sample(person_name="王小明2"), fires_at="/records/0/person_name"),
    Example("加註代理", sample(person_name="王小明(代理)"), fires_at="/records/0/person_name"),
    Example("加上稱謂", sample(person_name="王小明先生"), fires_at="/records/0/person_name"),
]
