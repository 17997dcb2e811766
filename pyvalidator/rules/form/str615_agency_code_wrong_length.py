"""機關代碼的長度不對。

機關代碼是 10 碼，由數字和大寫英文字母組成，這裡多了或少了。

## 為什麼重要

平臺以機關代碼稽核報送情形（縣府函說明），長度不對就不是任何機關的代碼。常見原因是漏了最後一個英文字母，或開頭被截掉。

## 怎麼修正

請到人事總處的機關代碼檔核對，更正差勤系統的機關基本資料。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR615",
    owner=("personnel", "vendor"),
    types="agency_code",
    severity="error",
    since="1.0",
    order=43,
    message="{label}「{value}」有 {length} 碼，機關代碼是 10 碼。",
    fix="請人事單位對照人事總處的機關代碼檔，在差勤系統更正{label}。",
    sources="行政院所屬中央及地方機關代碼（資料集7307）",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault(params={"length": len(value)}) if re.fullmatch("[0-9A-Za-z]+", value) and len(value) != 10 else None


EXAMPLES = [
    Example("10 碼機關代碼", document()),
    Example("漏了最後一碼", document(agency_code="376506200"), fires_at="/agency_code"),
    Example("多了一碼", document(agency_code="376506200AA"), fires_at="/agency_code"),
]
