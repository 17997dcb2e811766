"""What the user is told of a key that no field could be proposed for, where its values show why."""

from __future__ import annotations

import re

from pyvalidator.form.dates import read_date
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.columns import Column

_LIST = "這個鍵底下是清單，對應不到裡面的資料；需要的話，請廠商改寫成各自的鍵"
_OBJECT = "這個鍵底下不是每一筆都是同樣的一組鍵，對應不到裡面的鍵；需要的話，請廠商每一筆都寫成同樣的物件"
_UTC = "像是世界標準時間（和臺灣時間差 8 小時）；請廠商改以臺灣時間產製"
_EPOCH = "像是電腦用的時間戳記；請廠商改以日期、時間產製"
_NUMBER = "像是日期，但寫成數字（沒有引號），版型還寫不出這種寫法；請廠商改以文字產製"
_UNPADDED = "像是日期，但寫法不固定（例如月、日沒有補 0），版型寫不出來；請廠商固定位數"

_ZONED = re.compile(r"[0-9-]{8,10}T[0-9:.]+(Z|[+-](?!08:?00$)[0-9]{2}:?[0-9]{2})")
#: Share of the values that have to look so.
_MOST = 0.8


def remark(column: Column) -> str:
    """Why nothing was proposed, and what to do; "" where there is nothing to say."""
    if "array" in column.types:
        return _LIST
    if "object" in column.types:
        return _OBJECT
    texts = [text for text in column.texts if text.strip()]
    if value_formats.share(texts, _ZONED.fullmatch) >= _MOST:
        return _UTC
    if value_formats.share(texts, read_date) >= _MOST and not _has_a_form(texts):
        return _UNPADDED
    numbers = column.codes
    if numbers and set(column.types) <= {"number", "null"}:
        if _has_a_form(numbers):
            return _NUMBER
        if value_formats.share(numbers, _is_epoch) >= _MOST:
            return _EPOCH
    return ""


def _has_a_form(texts: list[str]) -> bool:
    return any(value_formats.best_format(type, texts)[1] >= _MOST for type in ("date", "moment") if texts)


def _is_epoch(code: str) -> bool:
    """Seconds or milliseconds since 1970, of the years in which files are."""
    return code.isdigit() and any(1_420_000_000 <= int(code) // unit < 2_240_000_000 for unit in (1, 1000))
