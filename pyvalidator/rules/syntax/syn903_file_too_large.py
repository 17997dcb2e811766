"""檔案太大，超過可檢核的上限。

這個檔案（或壓縮檔解開後的檔案）超過本工具一次能讀取的大小：在瀏覽器裡單一檔案 256 MB，
命令列 512 MB；一個壓縮檔解開後合計 4 GB。或者檔案沒有超過，但檢核到一半時，電腦（或瀏覽器）的記憶體不夠；
命令列同時用好幾個處理程序（`--jobs`）時，每個都要用到記憶體。

## 為什麼重要

一個機關一個月的差假資料，最大的機關約 90 MB。大到超過上限的檔案，通常是放錯了檔案，
或把許多機關、許多月份的資料合在一起。

## 怎麼修正

確認檔案是單一機關、單一資料年月的差勤資料；確實是的話，請關閉其他程式後再試、改用命令列檢核，
或洽差勤系統廠商協助分月產製。
"""

from pyvalidator.engine.examples import zip_bytes
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN903",
    owner="personnel",
    fault_code="member_too_large",
    severity="error",
    since="1.0",
    message="「{name}」超過可檢核的大小或可用的記憶體，沒有檢核。",
    fix="請確認檔案是單一機關、單一資料年月的差勤資料；確實是的話，請改用命令列檢核；已經用了 --jobs 的話，請減少它的數目。",
)

EXAMPLES = [
    Example("一般大小的檔案", sample()),
    Example(
        "壓縮檔宣稱解開後有 4 GB",
        files={"差勤資料.zip": lambda: zip_bytes({"11006.json": sample()}, at=24, entry=b"\xfe\xff\xff\xff")},
        fires_at="",
    ),
]
