"""檔案打不開。

檔案在選取之後被移動、刪除、正由其他程式使用，或沒有讀取權限，讀不到內容，因此沒有檢核。

## 為什麼重要

讀不到的檔案沒有檢核結果，不能當作通過。

## 怎麼修正

確認檔案還在原處、沒有被其他程式開啟，複製到自己的電腦（例如桌面）後再檢核一次。雲端硬碟上的檔案請先下載到電腦。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN904",
    owner="personnel",
    fault_code="unreadable_file",
    severity="error",
    since="1.0",
    message="「{name}」打不開，可能已被移動、刪除，或正由其他程式使用，沒有檢核。",
    fix="請確認檔案還在、沒有被其他程式開啟，再檢核一次。",
)

EXAMPLES = [
    Example("可以讀取的檔案", sample()),
    Example("選取之後被刪除的檔案", files={"11006.json": None}, fires_at=""),
]
