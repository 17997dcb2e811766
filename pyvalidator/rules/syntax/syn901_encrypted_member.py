"""壓縮檔裡的檔案有密碼。

zip 壓縮檔裡的這個檔案加了密碼，沒有密碼就讀不到內容，因此沒有檢核。

## 為什麼重要

讀不到內容就不知道對不對；本工具不會要求輸入密碼，也不會嘗試猜測。

## 怎麼修正

先在自己的電腦用密碼解開壓縮檔，再直接檢核解開後的 .json 檔，或重新壓縮成沒有密碼的 zip 壓縮檔。
"""

from pyvalidator.engine.examples import zip_bytes
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN901",
    owner="personnel",
    fault_code="encrypted_member",
    severity="error",
    since="1.0",
    message="壓縮檔裡的「{name}」有密碼保護，無法讀取，沒有檢核。",
    fix="請先用密碼解開壓縮檔，再檢核解開後的 .json 檔。",
)

EXAMPLES = [
    Example("沒有密碼的壓縮檔", files={"差勤資料.zip": lambda: zip_bytes({"11006.json": sample()})}),
    Example(
        "有密碼的壓縮檔",
        files={"差勤資料.zip": lambda: zip_bytes({"11006.json": sample()}, at=8, entry=b"\x01")},
        fires_at="",
    ),
]
