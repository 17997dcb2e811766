r"""整份資料被跳脫過。

整份 JSON 的引號都寫成「\"」、「&quot;」或「%22」，多半是產製程式把資料當成文字又轉換了一次。本工具已換回來繼續檢核。

## 為什麼重要

跳脫過的內容不是 JSON，照標準讀取 JSON 的程式讀不到裡面的資料。

## 怎麼修正

請把本頁交給系統廠商，修正產製程式後重新產製。不要自行以取代的方式修改，以免內容裡的引號跟著改變。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN460",
    fault_code="escaped_json",
    severity="error",
    since="1.0",
    owner="vendor",
    message="整份資料是{wrapper}，已換回來檢核裡面的資料{several}。",
    fix="請廠商修正產製程式，直接寫出 JSON，不要再跳脫一次。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("引號寫成反斜線加引號", sample_text().replace('"', '\\"'), fires_at=""),
    Example("引號寫成 HTML 的代碼", sample_text().replace('"', "&quot;"), fires_at=""),
]
