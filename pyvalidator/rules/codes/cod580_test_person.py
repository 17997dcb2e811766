"""姓名是測試用的。

姓名含有「測試」、「範例」、「管理員」、test、user 之類的字樣。文件常用的範例姓名（例如王小明）不算，真有其人。

## 為什麼重要

測試人員的差假不該報送；檔案也可能整個是由測試環境產製的。

## 怎麼修正

請確認檔案由正式環境產製；正式環境裡的測試人員，請在產製時排除。
"""

import re

from pyvalidator.rule import Context, Example, Fault, sample, value_rule

_TEST = re.compile(
    r"測試|範例|管理員|^使用者|^路人[甲乙丙]|^某[某甲乙丙]"
    r"|(?<![a-z])(test(er|ing)?|demo|dummy|user|admin(istrator)?|guest)[0-9]*(?![a-z])",
    re.IGNORECASE,
)


@value_rule(
    "COD580",
    reads="person_name",
    severity="warning",
    owner=("personnel", "vendor"),
    since="1.0",
    trigger_chars="[試例管使路某DdTtUuAaGg]",
    message="{label}「{value}」看起來是測試用的，不是真正的人員。",
    fix="請人事單位確認檔案由正式環境產製；測試用的人員與差假，請廠商不要產製。",
)
def check(value: str, context: Context) -> Fault | None:
    # Of a name that is nothing else, COD560 says that it is none.
    return Fault() if _TEST.search(value) and value.strip().casefold() not in ("測試", "test") else None


EXAMPLES = [
    Example("常用的範例姓名", sample(person_name="王小明")),
    Example("含有 test 的外文姓名", sample(person_name="MARIA TESTA")),
    Example("測試員", sample(person_name="測試員01"), fires_at="/records/0/person_name"),
    Example("TEST USER", sample(person_name="TEST USER"), fires_at="/records/0/person_name"),
]
