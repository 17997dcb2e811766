"""機關代碼欄位填成機關名稱。

機關代碼欄位裡是中文。

## 為什麼重要

平臺以機關代碼稽核報送情形（縣府函說明）；名稱可能重複或改變，不能代替代碼。

## 怎麼修正

請到人事總處的機關代碼檔查出 10 碼代碼，填入差勤系統的機關基本資料；系統裡沒有錯時，請廠商檢查欄位的對應。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR620",
    owner=("personnel", "vendor"),
    types="agency_code",
    severity="error",
    since="1.0",
    order=44,
    message="{label}「{value}」是文字，不是機關代碼。",
    fix="請人事單位在差勤系統改填 10 碼的機關代碼，再重新產製；系統裡沒有錯時，請廠商檢查欄位的對應。",
    sources="行政院所屬中央及地方機關代碼（資料集7307）",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault() if re.search("[\u3400-\u9fff]", value) else None


EXAMPLES = [
    Example("填代碼", document()),
    Example("填成機關名稱", document(agency_code="水上鄉公所"), fires_at="/agency_code"),
    Example("紀錄裡填成機關名稱", sample(agency_code="水上鄉公所"), fires_at="/records/0/agency_code"),
]
