"""整個檔案的結束時間是 12 小時制，早於開始時間。

同一天的差假結束時間早於開始時間（例如 08:00 至 05:30），檔案裡也沒有一個時間晚於下午 1 時；結束時間加上 12 小時，就與日數、時數
相符。這是系統以 12 小時制產製，沒有寫出下午。

## 為什麼重要

結束早於開始的差假沒有長度，整個檔案都無法核對。這不是一筆一筆打錯，逐筆更改會改錯。

## 怎麼修正

請廠商改以 24 小時制產製：下午 5 時 30 分是 1730。報告（JSON）列出每一筆正確的時間，供廠商核對。
"""

from typing import Any

from pyvalidator.profile.field_values import show_time
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.rules._shared.twelve_hours import on_twelve_hours, right_times


@file_rule("FIL725", owner="vendor", reads=("end_time", "start_time", "start_date", "end_date", "days", "hours"),
           may_lack=("days", "hours"), severity="error", since="1.0",
           message="{count} 筆差假的{label}早於開始時間，檔案裡沒有下午的時間，看起來是 12 小時制。例如第 {number} 筆應在 {right} 結束。",
           fix="請廠商以 24 小時制產製起訖時間後重新產製，不要逐筆更改。", sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    found = on_twelve_hours(file)
    backwards = [(row, moved) for row, moved in found.items() if moved.backwards]
    if not backwards:
        return
    row, moved = backwards[0]
    right = show_time(moved.end, file.profile.by_name["end_time"])
    yield Fault(
        "end_time", pointer=file.table.records_pointer, rows=frozenset(found),
        params={"count": len(backwards), "number": row + 1, "right": right, "expected_values": right_times(file, found)},
    )  # fmt: skip


def _file(end: str) -> dict[str, Any]:
    """Four whole days."""
    days = ("1100607", "1100608", "1100609", "1100610")
    return document([{"start_date": day, "end_date": day, "end_time": end} for day in days])


EXAMPLES = [
    Example("24 小時制", _file("1730")),
    Example("只有一筆，逐筆告知", document([{"end_time": "0530"}, {"start_date": "1100608", "end_date": "1100608"}])),
    Example("下午 5 時 30 分寫成 0530", _file("0530"), fires_at="/records"),
]
