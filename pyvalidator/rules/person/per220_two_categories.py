"""同一人有兩個人員區分代碼。

同一個身分證字號，在這個檔案中出現了不同的人員區分代碼。

## 為什麼重要

同一人在同一個月通常只有一個身分；代碼不同時，差假會分到兩類人員的統計。月中轉任者可能正確，因此只請您確認。

## 怎麼修正

請對照 WebHR 人事21表的人員區分代碼後更正；月中轉任者，請保留說明。
"""

from pyvalidator.rule import Context, Example, Fault, Faults, Person, document, person_rule


@person_rule("PER220", owner="personnel",
             reads="person_category", severity="warning", since="1.0", which_persons="several_values",
             message="同一人在前面（第 {first_record} 筆）的{label}是「{other}」，這裡是「{value}」。",
             fix="請人事單位對照人事資料更正{label}；月中轉任者，請保留說明。",
             sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(person: Person, context: Context) -> Faults:
    seen: dict[str, int] = {}
    for row, category in person.values("person_category"):
        if seen and category not in seen:
            other, first = next(iter(seen.items()))
            yield Fault("person_category", row, params={**person.file.earlier(first), "other": other})
        seen.setdefault(category, row)


_NEXT = {"start_date": "1100608", "end_date": "1100608"}

EXAMPLES = [
    Example("代碼相同", document([{}, _NEXT])),
    Example("代碼不同", document([{}, {**_NEXT, "person_category": "02"}]), fires_at="/records/1/person_category"),
]
