"""資料列的格數和欄名不同。

欄名與資料分開寫的檔案，每一列的格數應該和欄名一樣多。這一列少了或多了幾格。

## 為什麼重要

內容是依順序對應到欄名的：少一格或多一格，後面的內容就可能對到別的欄位，例如日期對到姓名。

## 怎麼修正

請廠商修正產製程式：沒有內容的格子寫成空字串或 null，不要省略；多出來的內容請補上欄名，或不要產製。
"""

from pyvalidator.engine.examples import profile_text
from pyvalidator.rule import Example, container_rule, sample

RULE = container_rule(
    "STR155",
    owner="vendor",
    fault_code="row_length",
    severity="error",
    since="1.0",
    message="這一列有 {cells} 格，欄名有 {columns} 個，{what}。",
    fix="請廠商修正產製程式：每一列的格數都和欄名相同，沒有內容的格子也要保留。",
)

_HEADER = {key: value for key, value in sample().items() if key != "records"}
_RECORD = sample()["records"][0]


def _rows(*rows: list[object]) -> dict[str, object]:
    return {**_HEADER, "record_count": len(rows), "columns": list(_RECORD), "records": list(rows)}


def _in_rows() -> str:
    return profile_text()().replace('records = ["/records/*"]', 'records = ["/records/*"]\ncolumns = "/columns"')


EXAMPLES = [
    Example("每一列都和欄名一樣多格", _rows([*_RECORD.values()]), options={"profile": _in_rows}),
    Example("少一格", _rows([*_RECORD.values()][:-1]), fires_at="/records/0", options={"profile": _in_rows}),
    Example("多一格", _rows([*_RECORD.values(), "x"]), fires_at="/records/0", options={"profile": _in_rows}),
]
