"""人員區分代碼不在蒐集範圍。

報送的對象是人員區分代碼 01 至 96 的人員；00 和 97 至 99 不在範圍內。

## 為什麼重要

不在範圍內的人員不必報送；多報等於提供了不需要的個人資料。

## 怎麼修正

請核對該員在 WebHR 人事資料的人員區分代碼。代碼有誤，請先在 WebHR 更正，再確認差勤系統同步；確實不在 01 至 96 者，產製時請排除。

## 依據

{{ 府人考字第1100139574號函 文號 }}：報送對象為 WebHR「人事21表」人員區分代碼 01 至 96 之人員。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR755",
    owner="personnel",
    reads="person_category",
    severity="error",
    since="1.0",
    order=40,
    message="{label}「{value}」不在蒐集範圍（01 至 96）。",
    fix="請人事單位核對該員的{label}；確實不在範圍內的人員，產製時請排除。",
    sources="嘉義縣政府110年6月29日府人考字第1100139574號函",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault() if re.fullmatch("[0-9]{2}", value) else None


EXAMPLES = [
    Example("範圍的最後一碼", sample(person_category="96")),
    Example("97", sample(person_category="97"), fires_at="/records/0/person_category"),
    Example("00", sample(person_category="00"), fires_at="/records/0/person_category"),
]
