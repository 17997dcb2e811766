"""含有不是 UTF-8 的位元組。

檔案大致是 UTF-8，但這個位置的位元組不是正確的 UTF-8，可能是文字被截斷，或不同編碼混在一起。

## 為什麼重要

報送檔案應為不含 BOM 的 UTF-8；編碼不對時，收到的姓名、單位會變成亂碼，或整個檔案無法讀取。

## 怎麼修正

請在差勤系統的產製設定選擇 UTF-8（無 BOM）；沒有這個設定時，請把本頁交給系統廠商修正產製程式。不要用文字編輯器另存後直接報送，以免內容在轉換中改變。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN230",
    owner="vendor",
    fault_code="invalid_bytes",
    severity="error",
    since="1.0",
    message="這裡有不是 UTF-8 的位元組（{found}）。",
    fix="請重新產製檔案；仍然如此時，請廠商修正這個位置的編碼。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example(
        "含有不是 UTF-8 的位元組", sample_text().replace("感", "\x00").encode().replace(b"\x00", b"\xff"), fires_at=""
    ),
]
