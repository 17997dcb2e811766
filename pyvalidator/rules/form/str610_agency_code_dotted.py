"""機關代碼夾雜分隔符號。

機關代碼裡有點、連字號等符號。有些資料以加點的形式（例如 3.76.50.62）表示機關的層級，報送時不可使用。

## 為什麼重要

加了符號就對不到機關；加點的形式還省略了後面的 0 和最後一碼，不能直接還原。

## 怎麼修正

請到人事總處的機關代碼檔查出 10 碼代碼，填入差勤系統的機關基本資料。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR610",
    owner=("personnel", "vendor"),
    types="agency_code",
    severity="error",
    since="1.0",
    order=42,
    message="{label}「{value}」含有分隔符號。",
    fix="請人事單位在差勤系統改填沒有分隔符號的 10 碼機關代碼，再重新產製。",
    sources="行政院所屬中央及地方機關代碼（資料集7307）",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not re.fullmatch(r"[0-9A-Za-z]+(?:[.\-_/ ][0-9A-Za-z]+)+", value):
        return None
    joined = re.sub(r"[.\-_/ ]", "", value)
    return Fault(expected_value=joined)


EXAMPLES = [
    Example("沒有分隔符號", document()),
    Example("加點的層級形式", document(agency_code="3.76.50.62"), fires_at="/agency_code"),
    Example("加了連字號", document(agency_code="376506200-A"), fires_at="/agency_code"),
]
