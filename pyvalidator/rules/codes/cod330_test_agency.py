"""機關是測試用的。

檔頭的機關代碼或機關名稱是測試用的（例如代碼全是 0、名稱是「測試機關」）。

## 為什麼重要

由測試環境產製的檔案，裡面可能都是測試資料；報送了這份檔案，本機關真正的差假仍然沒有報送。

## 怎麼修正

請人事單位確認檔案由正式環境產製；機關代碼與機關名稱填錯時，請廠商更正設定後重新產製。
"""

import re

from pyvalidator.domain.samples_mark import is_sample, sample_agency
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

#: 測試中心 and 示範幼兒園 are real; ○○鄉公所 is written where a name is to be filled in.
_NAME = re.compile(
    r"測試(?!中心|所)|範例|模擬|虛擬|示範機關|某某|[○〇◯ＯO]{2}|X{2}|Ｘ{2}|開發環境|訓練環境"
    r"|(?<![a-z])(test|demo|sample|example|dummy|sandbox|uat|staging)(?![a-z])",
    re.IGNORECASE,
)
_CODE = re.compile(r"(.)\1{8,9}[A-Z]?|0?1234567890?|123456789[A-Z]|9876543210|ABCDEFGHIJ|.*(TEST|DEMO|SAMPLE).*")


@file_rule("COD330", reads=(), severity="warning", since="1.0", owner=("personnel", "vendor"),
           message="機關「{agency}」看起來是測試用的，不是真正的機關。",
           fix="請人事單位確認檔案由正式環境產製，裡面不是測試資料；機關填錯時，請廠商更正設定後重新產製。")  # fmt: skip
def check(file: FileView) -> Faults:
    code, name = file.header("agency_code"), file.header("agency_name")
    if is_sample(file.header("system_name")) and code is not None and name == sample_agency(code):
        return
    tests = {
        "agency_code": isinstance(code, str) and _CODE.fullmatch(code) is not None,
        "agency_name": isinstance(name, str) and _NAME.search(name) is not None,
    }
    placed = [field for field, is_test in tests.items() if is_test and field in file.profile.by_name]
    if placed:
        agency = f"{name or ''}（{code}）" if code else str(name)
        yield Fault(placed[0], params={"agency": agency})


EXAMPLES = [
    Example("真正的機關", document()),
    Example("代碼全是 0", document(agency_code="0000000000"), fires_at="/agency_code"),
    Example("名稱是測試機關", document(agency_name="測試機關"), fires_at="/agency_name"),
    Example("名稱待填", document(agency_name="○○鄉公所"), fires_at="/agency_name"),
    Example("名稱是 TEST", document(agency_name="TEST 公所"), fires_at="/agency_name"),
]
