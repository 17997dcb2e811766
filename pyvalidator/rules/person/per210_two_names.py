"""同一身分證字號有兩個姓名。

同一個身分證字號，在這個檔案中出現了不同的姓名。

## 為什麼重要

可能是其中一筆的身分證字號或姓名打錯，差假就會算到別人身上。改名、原住民族並列姓名或難字寫法不同也可能造成，
因此只請您確認。

## 怎麼修正

請對照人事資料：身分證字號打錯者，請在差勤系統更正；同一人改名者，請統一為目前的姓名。
"""

import unicodedata

from pyvalidator.rule import Context, Example, Fault, Faults, Person, document, person_rule


@person_rule("PER210", owner="personnel",
             reads="person_name", severity="warning", since="1.0", which_persons="several_values",
             message="同一個{what}在前面（第 {first_record} 筆）的姓名是「{other}」，這裡是「{value}」。",
             fix="請人事單位對照人事資料，在差勤系統更正{what}或姓名，再重新產製。", sources=["參考版型"])  # fmt: skip
def check(person: Person, context: Context) -> Faults:
    seen: dict[str, int] = {}
    first = None
    for row, name in person.values("person_name"):
        key = "".join(unicodedata.normalize("NFKC", name).split())
        if first is None:
            first = (row, name)
        elif key not in seen:
            what = person.file.title(person.file.identity or "person_id")
            params = {**person.file.earlier(first[0]), "other": first[1], "what": what}
            yield Fault("person_name", row, params=params)
        seen.setdefault(key, row)


_NEXT = {"start_date": "1100608", "end_date": "1100608"}

EXAMPLES = [
    Example("同名", document([{}, _NEXT])),
    Example("只差空格", document([{}, {**_NEXT, "person_name": "王 小明"}])),
    Example("姓名不同", document([{}, {**_NEXT, "person_name": "王曉明"}]), fires_at="/records/1/person_name"),
]
