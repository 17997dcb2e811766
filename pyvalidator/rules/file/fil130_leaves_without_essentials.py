"""部分差假沒有檢核所需的值。

有些差假沒有寫是誰的、是什麼假、從哪一天到哪一天，或有多長。版型說這個欄位可以不填，所以不算格式錯誤；但是沒有這個值，這幾筆差假
的許多項目就無法檢核。

## 為什麼重要

沒有開始日期的差假，看不出是否在資料年月之內，也無法比對是否與別的差假重疊。這些差假即使有錯，也不會出現在結果中。

## 怎麼修正

請單位承辦在差勤系統查明並補上；確實不必填寫的（例如空白的結束日期就是開始日期當天），請人事單位向平臺的承辦單位確認能否空白。
"""

from collections.abc import Callable, Iterator
from typing import Any

from pyvalidator.engine.examples import profile_text
from pyvalidator.profile.needed import AMOUNT_FIELDS, ESSENTIAL
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

_TIMES = ("start_time", "end_time")


@file_rule("FIL130", owner=("unit", "personnel", "vendor"), reads=(), severity="warning", since="1.0", never_off=True,
           message="{count} 筆差假沒有{what}，無法完整檢核；這裡是第一筆。",
           fix="請單位承辦在差勤系統查明並補上；確實不必填寫的，請人事單位向平臺的承辦單位確認能否空白。",
           sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    for name, what, rows in _lacking(file):
        if rows:
            yield Fault(name, row=min(rows), rows=frozenset(rows), params={"count": len(rows), "what": what})


def _lacking(file: FileView) -> Iterator[tuple[str, str, set[int]]]:
    """Field, what is lacking, and the records that say nothing there, though nothing is wrong with their form."""
    for name in ESSENTIAL:
        if file.table.has(name):
            yield name, file.title(name), _without(file, name)
    amounts = [_without(file, name) for name in AMOUNT_FIELDS if file.table.has(name)]
    times = [_without(file, name) for name in _TIMES if file.table.has(name)]
    untimed = set().union(*times) if len(times) == len(_TIMES) else set(range(len(file)))
    if amounts:
        yield AMOUNT_FIELDS[0], "請假日數或時數", untimed.intersection(*amounts)


def _without(file: FileView, name: str) -> set[int]:
    return file.table.unread_rows(name, needed=True) - file.table.unread_rows(name)


def _optional(*names: str, without: tuple[str, ...] = ()) -> Callable[[], str]:
    def make() -> str:
        text = profile_text(*without)()
        for name in names:
            text = text.replace(f'\nname = "{name}"\n', f'\nname = "{name}"\nrequired = false\n')
        return text

    return make


_DATE = {"profile": _optional("start_date")}
_LENGTH = {"profile": _optional("start_time", "end_time", "days", "hours")}
_DAY: dict[str, Any] = {"start_date": "1100608", "end_date": "1100608"}

EXAMPLES = [
    Example("都有開始日期", document([{}]), options=_DATE),
    Example("兩筆沒有開始日期", document([{}, {**_DAY, "start_date": ...}, {"start_date": ..., "end_date": "1100609"}]),
            fires_at="/records/1", options=_DATE),
    Example("有日數，沒有時間", document([{"start_time": ..., "end_time": ..., "hours": ...}]), options=_LENGTH),
    Example("有時間，沒有日數與時數", document([{"days": ..., "hours": ...}]), options=_LENGTH),
    Example("沒有日數與時數，也沒有開始時間", document([{}, {**_DAY, "days": ..., "hours": ..., "start_time": ...}]),
            fires_at="/records/1", options=_LENGTH),
    Example("沒有日數與時數，也沒有結束時間", document([{}, {**_DAY, "days": ..., "hours": ..., "end_time": ...}]),
            fires_at="/records/1", options=_LENGTH),
]  # fmt: skip
