"""職稱與單位對調。

職稱的位置都是單位（例如民政課），單位的位置都是職稱（例如課員）；或姓名的位置都是職稱、單位。整個檔案如此時只列一項；
只有少數幾人的職稱與單位對調時，列在那一筆。

## 為什麼重要

整個檔案都如此，不是一筆一筆填錯，是差勤系統產製時把兩個欄位放反了，逐筆更改會改錯。

## 怎麼修正

請廠商更正產製時的欄位對應，再重新產製。若是版型把兩個欄位對錯，請在對照精靈改正版型。只有少數幾人如此時，請人事單位更正這些人的人事資料。
"""

from collections.abc import Callable
from itertools import combinations

from pyvalidator.domain.work_words import is_title, is_unit
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

#: Some texts look like nothing.
_NEARLY_ALL = 0.8
#: Names are of no form: that a text is none shows only by what else it is, and of few pairs each by itself may be odd.
_LOOKS: dict[str, Callable[[str], bool] | None] = {"person_name": None, "job_title": is_title, "unit": is_unit}
_NAMES_AT_LEAST = 3


@file_rule("FIL740", owner=("vendor", "personnel"), reads=("job_title",), severity="warning", since="1.0",
           message="{which}「{first}」的位置填的是{second}，「{second}」的位置填的是{first}，例如「{value_first}」與「{value_second}」。",
           fix="請廠商更正這兩個欄位的產製，再重新產製；只有少數幾人如此時，請人事單位更正人事資料。", sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    placed = [name for name in _LOOKS if file.table.has(name)]
    for first, second in combinations(placed, 2):
        if not _may_be_swapped(file, first, second):
            continue
        pairs = {pair for pair in file.combinations.of((first, second)) if None not in pair}
        swapped = {(one, other) for one, other in pairs if _swapped(one, other, first, second)}
        if not swapped:
            continue
        found = dict(file.combinations.rows_with((first, second), swapped))
        params = {"first": file.title(first), "second": file.title(second)}
        of_names = _LOOKS[first] is None
        enough = len(swapped) >= (_NAMES_AT_LEAST if of_names else 1)
        right = any(_swapped(other, one, first, second) for one, other in pairs)
        if enough and not right and len(swapped) >= _NEARLY_ALL * len(pairs):
            row = min(found)
            values = dict(zip(("value_first", "value_second"), found[row], strict=True))
            which = f"{len(found):,} 筆差假的" if len(found) > 1 else ""
            yield Fault(
                pointer=file.table.records_pointer, rows=frozenset(found),
                params={**params, **values, "which": which, "count": len(found)},
            )  # fmt: skip
            return
        if not of_names and right:
            yield from _each(file, found, params)


def _may_be_swapped(file: FileView, first: str, second: str) -> bool:
    """False where so few texts look like the other field's that no pair of them need be looked for."""
    looks = _LOOKS[second]
    assert looks is not None, "names come first"
    found = [looks(text) for text in file.column(first).distinct.values() if text is not None]
    return any(found) if _LOOKS[first] else sum(found) * 2 > len(found)


def _each(file: FileView, found: dict[int, tuple[str, str]], params: dict[str, str]) -> Faults:
    """One finding of each person."""
    persons = file.table.readable_raw(file.identity) if file.identity else range(len(file))
    told = set()
    for row, pair in found.items():
        if (persons[row], pair) not in told:
            told.add((persons[row], pair))
            values = dict(zip(("value_first", "value_second"), pair, strict=True))
            yield Fault("job_title", row, params={**params, **values, "which": "", "count": 1})


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
    Example("看不出是職稱還是單位", _staff(("林志明", "民政", "一"), ("林志明", "社會", "二"), ("林志明", "建設", "三"))),
    Example(
        "只有一筆對調",
        _staff(("林志明", "民政課", "課長"), ("林志明", "課員", "社會課"), ("林志明", "技士", "建設課")),
        fires_at="/records/0/job_title",
    ),
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
