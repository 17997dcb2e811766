"""格式版本不同。

檔案標示的格式版本不是所用版型的版本。

## 為什麼重要

版本不同時，欄位的意義可能不同，檢查結果也就不可靠。

## 怎麼修正

請確認差勤系統產製的是版型所述的格式；版本號要由廠商原樣寫出，包含小數點與後面的 0。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR815",
    owner="vendor",
    reads="format_version",
    types="choice",
    severity="error",
    since="1.0",
    order=20,
    message="{label}「{value}」不是所用版型的版本（{wanted}）。",
    fix="請廠商確認產製格式的版本，並寫成加雙引號的 {wanted}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    codes = list(profile.codes(spec))
    # Another number for the same version is a slip; another version is another layout.
    same = [code for code in codes if _number(code) is not None and _number(code) == _number(value)]
    wanted = "、".join(codes)
    if len(same) == 1:
        return Fault(expected_value=same[0], params={"wanted": wanted})
    return Fault(expected=f"版本 {wanted}", params={"wanted": wanted})


def _number(value: Any) -> float | None:
    text = str(value)
    return float(text) if re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,4})?", text) else None


EXAMPLES = [
    Example("相同的版本", document()),
    Example("寫成數字", document(format_version=1.0), fires_at="/format_version"),
    Example("少了小數", document(format_version="1"), fires_at="/format_version"),
    Example("其他版本", document(format_version="2.0"), fires_at="/format_version"),
]
