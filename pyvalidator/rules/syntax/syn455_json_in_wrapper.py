"""資料外面包著別的內容。

JSON 資料的外面還有別的內容：程式的警告或執行紀錄、HTML 註解、XML 或網頁的標籤、函式呼叫（JSONP）、CSV 的儲存格、Markdown 的程式碼區塊等。本工具跳過外面的部分，只檢核裡面的資料。

## 為什麼重要

報送的檔案是 JSON；外面多了別的內容，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

外面的內容多半是產製程式或中間的系統加上的，請把本頁交給系統廠商，修正後重新產製。在瀏覽器開啟後另存的網頁不能報送，請回到差勤系統下載檔案。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN455",
    fault_code="wrapped_json",
    severity="error",
    since="1.0",
    owner="vendor",
    message="資料外面包著「{wrapper}」，已跳過外面的部分，檢核裡面的資料{several}。",
    fix="{advice}請廠商修正產製程式，讓檔案只有 JSON，前後都沒有別的內容。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("前面有 HTML 註解", f"<!-- 110/07/05 產製 -->\n{sample_text()}", fires_at=""),
    Example("在 XML 的元素裡", f'<string xmlns="http://tempuri.org/">{sample_text()}</string>', fires_at=""),
    Example("存成網頁", f"<html><body><pre>{sample_text()}</pre></body></html>", fires_at=""),
    Example("JSONP", f"callback({sample_text()});", fires_at=""),
    Example("Markdown 的程式碼區塊", f"```json\n{sample_text()}\n```\n", fires_at=""),
    Example("CSV 的儲存格", '"' + sample_text().replace('"', '""') + '"\n', fires_at=""),
]
