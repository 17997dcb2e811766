"""機關代碼填成公文附件檔名裡的長代碼。

公文附件檔名的開頭有時是 17 碼（機關代碼後面接 7 個 0）。報送時只用前面的 10 碼機關代碼。

## 為什麼重要

平臺以機關代碼稽核報送情形（縣府函說明）；機關代碼是 10 碼，公文附件檔名的 17 碼不是機關代碼。

## 怎麼修正

請到人事總處的機關代碼檔核對，在差勤系統的機關基本資料只填前 10 碼。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR605",
    owner=("personnel", "vendor"),
    types="agency_code",
    severity="error",
    since="1.0",
    order=41,
    message="{label}「{value}」有 17 碼，像是公文附件檔名的長代碼。",
    fix="請人事單位在差勤系統改填 10 碼的機關代碼，再重新產製。",
    sources="行政院所屬中央及地方機關代碼（資料集7307）",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    found = re.fullmatch("([0-9A-Z]{10})0{7}", value)
    return Fault(expected_value=found[1]) if found else None


EXAMPLES = [
    Example("10 碼機關代碼", document()),
    Example("17 碼長代碼", document(agency_code="376506200A0000000"), fires_at="/agency_code"),
]
