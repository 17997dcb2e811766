"""清單裡的一筆不是物件。

清單中的每一筆都應該是用大括號括住的一組欄位，這一筆卻是文字、數字或另一個清單。

## 為什麼重要

這一筆讀不到任何欄位，等於遺漏一筆差假。

## 怎麼修正

重新產製一次；仍然如此時，請洽差勤系統廠商。手動編輯過的檔案，請不要使用。
"""

from pyvalidator.rule import Example, container_rule, document, sample

RULE = container_rule(
    "STR150",
    owner="vendor",
    fault_code="element_not_object",
    severity="error",
    since="1.0",
    message="清單裡的這一筆不是物件（以大括號括住的一組欄位）。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：每一筆都以大括號括住。",
)

EXAMPLES = [
    Example("每一筆都是物件", document([{}, {"start_date": "1100608", "end_date": "1100608"}])),
    Example("夾雜數字", document(records=[*sample()["records"], 2], record_count=2), fires_at="/records/1"),
    Example("夾雜文字", document(records=["王小明", *sample()["records"]], record_count=2), fires_at="/records/0"),
]
