"""許多差假請在放假日。

檔案裡有五筆以上的差假從星期六、星期日或平日的放假日開始，而且把放假日算進請假日數。這樣的機關多半是輪班，或另有自己的
上班日；整個檔案只列這一項，不逐筆列出。颱風停班日的差假仍逐筆列出。

## 為什麼重要

本工具只知道政府行政機關辦公日曆表。清潔隊、消防、警察、醫院、圖書館等依班表上班，在星期六、星期日請假是正常的。
不是這樣的機關時，可能是產製時把放假日也算成請假。

## 怎麼修正

依班表上班的，把自己的上班日與放假日寫成放假日曆（CSV），檢核時一併提供，這一項就不會再出現：第一列是「日期,類別」，
之後每列一天，類別填「上班」或「放假」，例如「1100605,上班」。不想提供的，保留說明即可。不是輪班的機關，請對照假單確認日期。

## 依據

政府行政機關辦公日曆表（含補行上班日）；請假期間扣除例假日（公務人員請假規則）。
"""

from typing import Any

from pyvalidator.domain.roc import period_text
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.rules._shared.on_days_off import FIELDS, days_off_taken_in, on_day_off

#: So many on days off are no slips.
_ENOUGH = 5
#: The numbers of so many are named.
_NAMED = 10
_WEEKEND = ("星期六", "星期日")
_HOLIDAY = "平日的放假日"


@file_rule("FIL350", owner=("personnel", "unit"), reads=FIELDS, may_lack=("days", "hours"),
           severity="warning", since="1.0", folds_under="FIL340",
           message="{count} 筆差假從放假日開始（{found}；{numbers}）；這個機關看起來是依班表上班。",
           fix="請人事單位確認：依班表上班的，把自己的上班日寫成放假日曆（CSV，欄位「日期,類別」，例如「{day},上班」）"
               "一併檢核，或保留說明；不是輪班的，請單位承辦對照假單確認日期。",
           sources=["政府行政機關辦公日曆表", "公務人員請假規則"])  # fmt: skip
def check(file: FileView) -> Faults:
    calendar = file.context.calendar
    # What is taken on a day of suspended work has another cause, and is told leave by leave.
    wanted = {
        leave for leave in file.combinations.of(FIELDS)
        if None not in leave and leave[0] not in calendar.typhoon and on_day_off(calendar, *leave)
    }  # fmt: skip
    if not wanted:
        return
    starts = {row: leave[0] for row, leave in file.combinations.rows_with(FIELDS, wanted)}
    if len(starts) < _ENOUGH:
        return
    counts = dict.fromkeys((*_WEEKEND, _HOLIDAY), 0)
    for start in starts.values():
        counts[_WEEKEND[start.weekday() - 5] if start.weekday() > 4 else _HOLIDAY] += 1
    found = "、".join(f"{name} {count:,} 筆" for name, count in counts.items() if count)
    first = min(starts)
    numbers = "、".join(str(row + 1) for row in sorted(starts)[:_NAMED]) + (" 筆等" if len(starts) > _NAMED else " 筆")
    params: dict[str, Any] = {
        "count": f"{len(starts):,}", "found": found, "numbers": f"第 {numbers}",
        "first": file.record_pointer(first), "first_record": first + 1,
        "day": f"{period_text(starts[first])}{starts[first]:%d}",
    }  # fmt: skip
    # Who works on such days takes them in too.
    others = {
        leave for leave in file.combinations.of(FIELDS)
        if None not in leave and days_off_taken_in(calendar, *leave) is not None
    }  # fmt: skip
    rows = {row for row, _ in file.combinations.rows_with(FIELDS, others)}
    yield Fault(pointer=file.table.records_pointer, rows=frozenset({*starts, *rows}), params=params)


def _on(*days: str, **more: Any) -> dict[str, Any]:
    return document([{"start_date": f"11006{day}", "end_date": f"11006{day}", **more} for day in days])


_SATURDAYS = ("05", "12", "19", "26")

EXAMPLES = [
    Example("只有四筆，逐筆告知", _on(*_SATURDAYS)),
    Example("五筆公差", _on(*_SATURDAYS, "27", leave_type="公差", reason="參訪")),
    Example("提供了自己的上班日", _on(*_SATURDAYS, "27"),
            options={"days_off": "日期,類別\n1100605,上班\n1100612,上班\n1100619,上班\n1100626,上班\n1100627,上班\n"}),
    Example("四個星期六與一個星期日", _on(*_SATURDAYS, "27"), fires_at="/records"),
]  # fmt: skip
