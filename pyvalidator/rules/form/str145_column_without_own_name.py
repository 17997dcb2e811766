"""欄名空白、重複，或不是文字。

欄名與資料分開寫的檔案，每一欄都要有自己的名稱。這一欄沒有名稱、和前面的欄位同名，或名稱不是文字。

## 為什麼重要

沒有名稱的一欄無法對應到欄位，其中的內容沒有檢核；同名的兩欄分不出哪一欄才是。

## 怎麼修正

請廠商修正產製程式，讓每一欄都有不重複的名稱。
"""

from pyvalidator.engine.examples import profile_text
from pyvalidator.rule import Example, container_rule, sample

RULE = container_rule(
    "STR145",
    owner="vendor",
    fault_code="column_name",
    severity="error",
    since="1.0",
    message="第 {number} 欄{what}，這一欄的內容沒有檢核。",
    fix="請廠商為每一欄產製不重複的名稱。",
)

_HEADER = {key: value for key, value in sample().items() if key != "records"}
_RECORD = sample()["records"][0]


def _named(*more: object) -> dict[str, object]:
    row = [*_RECORD.values(), *("x" for _ in more)]
    return {**_HEADER, "columns": [*_RECORD, *more], "records": [row]}


def _in_rows() -> str:
    return profile_text()().replace('records = ["/records/*"]', 'records = ["/records/*"]\ncolumns = "/columns"')


EXAMPLES = [
    Example("每一欄都有名稱", _named(), options={"profile": _in_rows}),
    Example("兩欄同名", _named("reason"), fires_at=f"/columns/{len(_RECORD)}", options={"profile": _in_rows}),
    Example("沒有名稱", _named(None), fires_at=f"/columns/{len(_RECORD)}", options={"profile": _in_rows}),
]
