"""同一批差假寫了兩次。

清單裡有連續五筆以上和前面的一段完全相同（或只有事由不同），或每一筆都出現兩次以上。整批只列這一項，不逐筆列出。

## 為什麼重要

整批差假報送兩次，日數全部加倍計算。常見原因是合併檔案時重複貼上，或產製程式重複寫入。

## 怎麼修正

這不是個別差假的錯，不必逐筆處理：請廠商更正產製程式，或重新合併後再產製一次，資料筆數也要跟著改。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

#: So many records in a row are not repeated one by one.
_ENOUGH = 5
_NAMED = 3


@file_rule("FIL530", reads=(), severity="error", since="1.0", owner="vendor",
           message="{which}，共 {count} 筆重複。",
           fix="整批重複多半是產製程式或合併檔案造成，不必逐筆處理：請廠商更正後重新產製，資料筆數也要跟著算對。",
           sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    copies = file.copies_but_reason
    if len(copies) < _ENOUGH:
        return
    blocks = [block for block in _blocks(copies) if block[2] >= _ENOUGH]
    if blocks:
        rows = frozenset(row for start, _, length in blocks for row in range(start, start + length))
        named = "、".join(
            f"第 {start + 1} 至 {start + length} 筆與第 {first + 1} 至 {first + length} 筆"
            for start, first, length in blocks[:_NAMED]
        )
        alike = "完全相同" if rows <= file.copies.keys() else "除事由外完全相同"
        which = f"{named}{alike}" if len(blocks) <= _NAMED else f"{named}等 {len(blocks)} 段{alike}"
    elif len(set(copies.values())) + len(copies) == len(file):
        rows, which = frozenset(copies), "清單裡的每一筆都出現兩次以上"
    else:
        return
    first = min(rows)
    params: dict[str, Any] = {"which": which, "count": len(rows), "at": file.record_pointer(first)}
    yield Fault(pointer=file.table.records_pointer, rows=rows, params={**params, **file.earlier(copies[first])})


def _blocks(copies: dict[int, int]) -> list[tuple[int, int, int]]:
    """(first row, row that it repeats, length) of the stretches in which each record repeats the one after the last."""
    blocks: list[tuple[int, int, int]] = []
    for row, first in sorted(copies.items()):
        if blocks and row == blocks[-1][0] + blocks[-1][2] and first == blocks[-1][1] + blocks[-1][2]:
            blocks[-1] = (*blocks[-1][:2], blocks[-1][2] + 1)
        else:
            blocks.append((row, first, 1))
    return blocks


_WEEK = [{"start_date": f"110060{day}", "end_date": f"110060{day}"} for day in (1, 2, 3, 4, 7)]

EXAMPLES = [
    Example("每一筆都不同", document(_WEEK)),
    Example("只有一筆重複", document([*_WEEK, _WEEK[0]])),
    Example("整份清單寫了兩次", document([*_WEEK, *_WEEK]), fires_at="/records"),
    Example("再寫一次，只有事由不同", document([*_WEEK, *({**day, "reason": "補登"} for day in _WEEK)]), fires_at="/records"),
    Example("每一筆連寫兩次", document([day for day in _WEEK for _ in range(2)]), fires_at="/records"),
]
