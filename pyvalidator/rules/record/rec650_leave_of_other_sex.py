"""假別與身分證字號表示的性別不符。

生理假、產前假、產檢假、娩假、流產假是女性的假別，身分證字號（或統一證號）的第二碼卻表示男性。

## 為什麼重要

通常是假別選錯（例如陪產檢及陪產假選成產檢假），或差假登記在別人名下。性別登記變更後，人事資料也可能還沒有更新，因此只請您確認。

## 怎麼修正

請對照假單確認人員與假別；人事資料還沒有更新的，請一併更新。資料正確時，保留說明即可。

## 依據

國民身分證統一編號第二碼：1 為男性、2 為女性；新式統一證號為 8、9，舊式為 A、C（男）與 B、D（女），舊式的可信度中。
"""

from pyvalidator.domain.person_ids import is_mans
from pyvalidator.rule import Example, Fault, Faults, FileView, file_rule, sample

#: Not 陪產假, 陪產檢及陪產假: those are of whoever's spouse or partner it is.
_OF_WOMEN = ("生理假", "產前假", "產檢假", "娩假", "流產假")


@file_rule("REC650", owner=("unit", "personnel"), reads=("leave_type", "person_id"), severity="warning", since="1.0",
           folds_under=("COD105", "FIL530", "PER110", "PER120", "STR126"),
           message="這筆是{kind}，但身分證字號的第二碼「{second}」表示男性。",
           fix="請單位承辦對照假單確認人員與假別；人事資料還沒有更新的，請人事單位更新，資料正確時保留說明即可。",
           sources=["國民身分證統一編號編碼規則", "外來人口統一證號編碼規則"])  # fmt: skip
def check(file: FileView) -> Faults:
    persons = file.table.readable_raw("person_id")
    for kind in _OF_WOMEN:
        for row in file.rows_of_kind.get(kind, ()):
            person_id = persons[row]
            if isinstance(person_id, str) and is_mans(person_id):
                yield Fault("leave_type", row, params={"kind": kind, "second": person_id[1]})


_MAN, _WOMAN = "A123456789", "A234567893"

EXAMPLES = [
    Example("女性的生理假", sample(person_id=_WOMAN, leave_type="生理假")),
    Example("女性的陪產檢及陪產假", sample(person_id=_WOMAN, leave_type="陪產假")),
    Example("男性的生理假", sample(person_id=_MAN, leave_type="生理假"), fires_at="/records/0/leave_type"),
    Example("新式統一證號", sample(person_id="A800000014", leave_type="產前假"), fires_at="/records/0/leave_type"),
]
