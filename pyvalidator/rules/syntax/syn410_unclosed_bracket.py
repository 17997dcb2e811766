"""括號沒有關閉。

檔案到結尾時仍有括號沒有關閉，可能是產製或傳送到一半就中斷，後面的資料已遺失。

## 為什麼重要

後面的差假資料可能不在檔案裡，報送後會短少。

## 怎麼修正

請重新產製完整的檔案，並確認產製過程沒有中斷、磁碟空間足夠。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN410",
    owner="vendor",
    fault_code="unclosed_bracket",
    severity="error",
    since="1.0",
    message="這裡的「{found}」一直到檔案結尾都沒有關閉，檔案可能不完整。",
    fix="請重新產製完整的檔案；仍然如此時，請廠商修正產製程式。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("括號沒有關閉", sample_text().rstrip("}\n "), fires_at=""),
]
