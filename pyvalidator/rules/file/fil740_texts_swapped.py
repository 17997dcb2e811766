"""整個檔案的職稱與單位對調。

職稱的位置都是單位（例如民政課），單位的位置都是職稱（例如課員）；或姓名的位置都是職稱、單位。

## 為什麼重要

這不是一筆一筆填錯，是差勤系統產製時把兩個欄位放反了，逐筆更改會改錯。

## 怎麼修正

請廠商更正產製時的欄位對應，再重新產製。若是版型把兩個欄位對錯，請在對照精靈改正版型。
"""

from collections.abc import Callable
from itertools import combinations

from pyvalidator.domain.work_words import is_title, is_unit
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

#: Of fewer distinct pairs, each by itself may be odd.
_AT_LEAST = 3
#: Some texts look like nothing.
_NEARLY_ALL = 0.8
#: Names are of no form: that a text is none shows only by what else it is.
_LOOKS: dict[str, Callable[[str], bool] | None] = {"person_name": None, "job_title": is_title, "unit": is_unit}


@file_rule("FIL740", owner="vendor", reads=("job_title",), severity="warning", since="1.0",
           message="「{first}」的位置填的是{second}，「{second}」的位置填的是{first}：{count} 筆都是如此，例如「{value_first}」與「{value_second}」。",
           fix="請廠商更正這兩個欄位的產製，再重新產製。", sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    placed = [name for name in _LOOKS if file.table.has(name)]
    for first, second in combinations(placed, 2):
        pairs = [pair for pair in set(file.combinations.of((first, second))) if None not in pair]
        swapped = sum(_swapped(one, other, first, second) for one, other in pairs)
        if swapped >= max(_AT_LEAST, _NEARLY_ALL * len(pairs)) and not any(
            _swapped(other, one, first, second) for one, other in pairs
        ):
            values = file.values(first), file.values(second)
            rows = [row for row, pair in enumerate(zip(*values, strict=True)) if None not in pair]
            yield Fault(
                pointer=file.table.records_pointer, rows=frozenset(rows),
                params={"first": file.title(first), "second": file.title(second), "count": len(rows),
                        "value_first": values[0][rows[0]], "value_second": values[1][rows[0]]},
            )  # fmt: skip
            return


def _swapped(one: str, other: str, first: str, second: str) -> bool:
    """Whether each of the two texts looks like what belongs into the other's place, and not like its own."""
    own, others = _LOOKS[first], _LOOKS[second]
    assert others is not None, "names come first"
    if own is None:
        return others(one) and not is_title(other) and not is_unit(other)
    return others(one) and own(other) and not own(one) and not others(other)


def _staff(*texts: tuple[str, str, str]) -> dict[str, object]:
    days = ("1100601", "1100602", "1100603")
    return document([
        {"person_name": name, "job_title": title, "unit": unit, "start_date": day, "end_date": day}
        for day, (name, title, unit) in zip(days, texts, strict=True)
    ])  # fmt: skip


EXAMPLES = [
    Example("各在其位", _staff(("林志明", "課長", "民政課"), ("林志明", "課員", "社會課"), ("林志明", "技士", "建設課"))),
    Example("只有一筆對調", _staff(("林志明", "民政課", "課長"), ("林志明", "課員", "社會課"), ("林志明", "技士", "建設課"))),
    Example(
        "姓名與職稱對調",
        _staff(("課長", "林志明", "民政課"), ("課員", "陳淑芬", "社會課"), ("技士", "黃俊傑", "建設課")),
        fires_at="/records",
    ),
    Example(
        "職稱與單位對調",
        _staff(("林志明", "民政課", "課長"), ("林志明", "社會課", "課員"), ("林志明", "建設課", "技士")),
        fires_at="/records",
    ),
]
