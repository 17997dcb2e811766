"""壓縮檔裡的檔案讀不出來。

zip 壓縮檔裡的這個檔案已損壞，或是以少見的方式壓縮，讀不出內容，因此沒有檢核。壓縮檔裡的其他檔案照常檢核。

## 為什麼重要

壓縮檔在下載、複製或寄送途中可能損壞；損壞的檔案內容不完整，不能用來報送。

## 怎麼修正

請原提供者重新壓縮（選擇一般的 zip 格式）再傳一次，或直接檢核沒有壓縮的 .json 檔。
"""

from pyvalidator.engine.examples import zip_bytes
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN902",
    owner="personnel",
    fault_code="unreadable_member",
    severity="error",
    since="1.0",
    message="壓縮檔裡的「{name}」已損壞或壓縮方式無法處理，讀不出內容，沒有檢核。",
    fix="請重新壓縮成一般的 zip 檔，或直接檢核沒有壓縮的 .json 檔。",
)

EXAMPLES = [
    Example("完好的壓縮檔", files={"差勤資料.zip": lambda: zip_bytes({"11006.json": sample()})}),
    Example(
        "損壞的壓縮檔",
        files={"差勤資料.zip": lambda: zip_bytes({"11006.json": sample()}, at=16, entry=bytes(4))},
        fires_at="",
    ),
]
