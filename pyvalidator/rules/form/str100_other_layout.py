"""檔案的格式與所用版型不同。

檔案裡找不到所用版型的任何檔頭欄位，或沒有一筆紀錄具備半數以上的必填欄位。這通常是檔案採用另一種格式，
不表示檔案有錯；其他檢查因此都沒有進行，列在「沒有檢核的項目」。

## 為什麼重要

官方的欄位清單沒有公開，本工具以版型描述檔案的格式。版型不符時，逐一檢查欄位只會產生大量沒有意義的訊息，
也不能當作檢查通過。

## 怎麼修正

先確認選對檔案（例如不是員工名冊、統計表或其他系統的檔案）。檔案正確的話，請改用符合的版型：
內建的其他版型，或依貴機關差勤系統的欄位說明自行撰寫的版型檔。
"""

from pyvalidator.rule import Example, container_rule, sample

RULE = container_rule(
    "STR100",
    owner=("personnel", "vendor"),
    fault_code="other_layout",
    severity="error",
    since="1.0",
    message="檔案的格式與所用的版型「{profile_title}」不同，無法判斷內容是否正確；格式不同，不表示檔案有錯。"
    "{in_text}符合這個檔案的內建版型：{named}。",
    fix="請人事單位確認選對檔案；若檔案正確，請以相符的版型重新檢核（頁面上選擇版型或加入版型檔，命令列使用 --profile），或洽廠商。",
)

EXAMPLES = [
    Example("符合參考版型的檔案", sample()),
    Example("欄位名稱完全不同", {"機關": "376506200A", "資料": [{"姓名": "王小明", "假別": "病假"}]}, fires_at=""),
    Example("最外層是數字", 42, fires_at=""),
    Example("整份資料寫成文字", {"d": '{"agency_code": "376506200A", "records": []}'}, fires_at=""),
]
