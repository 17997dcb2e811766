"""壓縮檔打不開。

檔名是 .zip，內容卻不是完好的 zip 壓縮檔：可能下載不完整、複製時損壞，或是把其他格式的檔案改名為 .zip。

## 為什麼重要

壓縮檔打不開，裡面的檔案都沒有檢核。

## 怎麼修正

重新下載或重新壓縮；如果原本是 7z、rar 等其他格式，請先解開，再直接檢核 .json 檔。
"""

from pyvalidator.engine.examples import zip_bytes
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN905",
    owner="personnel",
    fault_code="broken_archive",
    severity="error",
    since="1.0",
    message="壓縮檔「{name}」已損壞，或不是 zip 壓縮檔，裡面的檔案都沒有檢核。",
    fix="請重新下載或重新壓縮成 zip 檔，或直接檢核 .json 檔。",
)

EXAMPLES = [
    Example("完好的壓縮檔", files={"差勤資料.zip": lambda: zip_bytes({"11006.json": sample()})}),
    Example(
        "下載到一半的壓縮檔", files={"差勤資料.zip": lambda: zip_bytes({"11006.json": sample()})[:60]}, fires_at=""
    ),
]
