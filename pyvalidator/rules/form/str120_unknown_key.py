"""出現版型沒有的欄位。

欄位名稱不在版型的清單中：可能是拼錯、大小寫不同、多了空格，或系統多寫了欄位。

## 為什麼重要

拼錯的欄位等於沒有填；多出的欄位可能含有不該報送的個人資料。

## 怎麼修正

名稱拼錯時，請差勤系統廠商更正產製程式的欄位名稱。多出的欄位，請在產製設定中取消。
"""

from pyvalidator.rule import Example, container_rule, document, sample

RULE = container_rule(
    "STR120",
    owner="vendor",
    fault_code="unknown_key",
    severity="error",
    since="1.0",
    message="版型沒有欄位「{key}」，{hint}。",
    fix="請廠商{first}更正產製程式的欄位名稱；不是版型規定的欄位，請不要產製。",
    fix_if_new="請開啟對照精靈，放入這個檔案和這份版型，說明這個鍵是什麼，再存成新的一版；名稱拼錯的，請廠商更正。",
)

EXAMPLES = [
    Example("欄位名稱都在版型中", sample()),
    Example("選填欄位名稱拼錯", sample(reason=..., reasom="感冒就醫"), fires_at="/records/0/reasom"),
    Example("大小寫不同", document(system_name=..., System_Name="差勤系統"), fires_at="/System_Name"),
    Example("欄位名稱有零寬空格", sample(**{"reason": ..., "reason\u200b": "感冒就醫"}), fires_at="/records/0/reason\u200b"),
    Example("多出沒有規定的欄位", sample(住址="嘉義縣"), fires_at="/records/0/住址"),
]
