"""跨月的差假在下個月的檔案中沒有。

一筆差假跨過月底，前一個月的檔案有，下個月的檔案卻沒有。依參考版型，跨月的差假，起訖與日數要原樣出現在它所經過的每個月的檔案。

## 為什麼重要

下個月的檔案少了這筆差假，該月的差假就不完整。常見原因是差勤系統只放進該月開始的差假。

## 怎麼修正

請檢查差勤系統產製的條件，應包含「與該月有重疊」的差假，再重新產製下個月的檔案。差假已撤銷或提前結束者，請一併重新產製前一個月。
"""

from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document
from pyvalidator.rules._shared.month_ends import leave_text, month_ends


@batch_rule("BAT410", owner=("vendor", "personnel"),
            severity="error", since="1.0", reads=("person_id", "leave_type", "start_date", "end_date"),
            message="有 {count} 筆跨月的差假不在下個月的檔案中，例如{name} {leave}：{files}。",
            fix="請廠商確認產製的條件包含跨月的差假，再由人事單位重新產製下個月的檔案。", sources=["參考版型"])  # fmt: skip
def check(batch: Batch) -> Faults:
    for pair in month_ends(batch):
        lacking = [key for key in pair.before if key not in pair.after]
        if lacking:
            leave = leave_text(pair.before[lacking[0]])
            params = {"count": len(lacking), "name": pair.name(lacking[0]), "leave": leave}
            yield Fault(files=(pair.earlier.name, pair.later.name), params=params)


_ACROSS = {"start_date": "1100630", "end_date": "1100701", "days": 2}
_JULY = {"start_date": "1100705", "end_date": "1100705"}
_OLD_FORM = {"person_id": "AC01234567", "person_name": "MARIA SANTOS"}
_NEW_FORM = {"person_id": "A801234569", "person_name": "SANTOS, Maria"}
_HEADER = {"period": "11007", "generated_at": "1100805"}

EXAMPLES = [
    Example("兩個月都有", files={"06.json": document([_ACROSS]), "07.json": document([_ACROSS], **_HEADER)}),
    Example("下個月換成新式統一證號", files={
        "06.json": document([{**_ACROSS, **_OLD_FORM}]), "07.json": document([{**_ACROSS, **_NEW_FORM}], **_HEADER),
    }),
    Example("月底剛好結束", files={
        "06.json": document([{"start_date": "1100630", "end_date": "1100701", "end_time": "0000"}]),
        "07.json": document([_JULY], **_HEADER),
    }),
    Example("下個月沒有", files={"06.json": document([_ACROSS]), "07.json": document([_JULY], **_HEADER)}, fires_at=""),
]  # fmt: skip
