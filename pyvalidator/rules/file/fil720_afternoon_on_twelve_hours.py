"""整個檔案的下午時間少了 12 小時。

檔案裡沒有一個時間晚於下午 1 時，卻有許多差假在凌晨結束（例如 01:30 至 05:30）；加上 12 小時就是下午，也與日數、時數相符。
這是系統以 12 小時制產製，沒有寫出下午。夜間值勤的機關另有晚上的時間，不會列出。

## 為什麼重要

凌晨的起訖時間與別的差假比對不出重疊，也無法與辦公時間核對。這不是一筆一筆打錯，逐筆更改會改錯。

## 怎麼修正

請廠商改以 24 小時制產製：下午 1 時 30 分是 1330。報告（JSON）列出每一筆正確的時間，供廠商核對。
"""

from typing import Any

from pyvalidator.profile.field_values import show_time
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.rules._shared.twelve_hours import on_twelve_hours, right_times


@file_rule("FIL720", owner="vendor", reads=("start_time", "end_time", "start_date", "end_date", "days", "hours"),
           may_lack=("days", "hours"), severity="warning", since="1.0",
           message="{count} 筆差假在凌晨結束，檔案裡沒有下午的時間；加上 12 小時才與日數、時數相符，看起來是 12 小時制。"
                   "例如第 {number} 筆應為 {right}。",
           fix="請廠商以 24 小時制產製起訖時間後重新產製，不要逐筆更改；確實在凌晨值勤者，請保留說明。")  # fmt: skip
def check(file: FileView) -> Faults:
    found = on_twelve_hours(file)
    # Where leaves end before they start, it is an error (FIL725).
    if not found or any(moved.backwards for moved in found.values()):
        return
    row, moved = next(iter(found.items()))
    right = " 至 ".join(
        show_time(minutes, file.profile.by_name[name])
        for name, minutes in (("start_time", moved.start), ("end_time", moved.end))
    )
    yield Fault(
        pointer=file.table.records_pointer, rows=frozenset(found),
        params={"count": len(found), "number": row + 1, "right": right, "expected_values": right_times(file, found)},
    )  # fmt: skip


def _file(start: str, end: str, **changes: Any) -> dict[str, Any]:
    """Four afternoons."""
    return document([
        {"start_date": day, "end_date": day, "start_time": start, "end_time": end, "days": 0, "hours": 4, **changes}
        for day in ("1100607", "1100608", "1100609", "1100610")
    ])  # fmt: skip


EXAMPLES = [
    Example("24 小時制", _file("1330", "1730")),
    Example("夜間值勤", _file("0000", "0400")),
    Example("下午寫成凌晨", _file("0130", "0530"), fires_at="/records"),
]
