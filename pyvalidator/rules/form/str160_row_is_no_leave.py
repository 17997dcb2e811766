"""清單裡有一列不是差假。

清單裡有空白列、null、標題列、合計列，或寫著「本月無差假資料」的一列。這一列的其他內容不再檢核。

## 為什麼重要

清單的每一筆都會被當成一位同仁的差假；這樣的一列沒有人，也沒有請假。

## 怎麼修正

請廠商不要把這樣的一列寫進檔案，資料筆數也只計算差假。整月沒有差假的機關，清單是空的，資料筆數是 0。
"""

from pyvalidator.rule import Example, container_rule, document, sample

RULE = container_rule(
    "STR160",
    fault_code="no_leave",
    severity="error",
    owner="vendor",
    since="1.0",
    message="這一列不是差假，是{what}{shown}。",
    fix="請廠商不要把這一列寫進檔案；整月沒有差假時，清單應是空的，資料筆數是 0。",
)

_NOBODY = {"person_id": "", "leave_type": ""}

EXAMPLES = [
    Example("每一列都是差假", document()),
    Example("說明沒有資料的一列", sample(**_NOBODY, person_name="本月無差假資料"), fires_at="/records/0"),
    Example("合計列", document([{}, {"person_id": "合計", "person_name": ""}]), fires_at="/records/1"),
    Example("空白列", document(records=[*sample()["records"], {"person_id": "", "person_name": None}], record_count=1),
            fires_at="/records/1"),
    Example("夾雜 null", document(records=[*sample()["records"], None], record_count=2), fires_at="/records/1"),
    Example("標題列", document([{"person_id": "身分證字號", "person_name": "姓名"}, {}]), fires_at="/records/0"),
]  # fmt: skip
