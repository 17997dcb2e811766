"""跨月的差假在上個月的檔案中沒有。

一筆差假從上個月開始，這個月的檔案有，上個月的檔案卻沒有。

## 為什麼重要

上個月的檔案少了這筆差假，該月的差假就不完整；也可能是月底之後才補登。

## 怎麼修正

請重新產製上個月的檔案後再報送；若這筆差假其實從這個月開始，請單位承辦在差勤系統更正開始日期。
"""

from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document
from pyvalidator.rules._shared.month_ends import leave_text, month_ends


@batch_rule("BAT420", owner=("personnel", "unit"),
            severity="error", since="1.0", reads=("person_id", "leave_type", "start_date", "end_date"),
            message="有 {count} 筆跨月的差假不在上個月的檔案中，例如{name} {leave}：{files}。",
            fix="請人事單位重新產製上個月的檔案；開始日期登錯時，請單位承辦更正假單。", sources=["參考版型"])  # fmt: skip
def check(batch: Batch) -> Faults:
    for pair in month_ends(batch):
        lacking = [key for key in pair.after if key not in pair.before]
        if lacking:
            leave = leave_text(pair.after[lacking[0]])
            params = {"count": len(lacking), "name": pair.name(lacking[0]), "leave": leave}
            yield Fault(files=(pair.earlier.name, pair.later.name), params=params)


_ACROSS = {"start_date": "1100630", "end_date": "1100701", "days": 2}
_HEADER = {"period": "11007", "generated_at": "1100805"}

EXAMPLES = [
    Example("兩個月都有", files={"06.json": document([_ACROSS]), "07.json": document([_ACROSS], **_HEADER)}),
    Example("上個月沒有", files={"06.json": document([{}]), "07.json": document([_ACROSS], **_HEADER)}, fires_at=""),
]
