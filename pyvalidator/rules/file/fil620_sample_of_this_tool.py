"""這是本工具的範例檔。

檔案的系統名稱是本工具產生範例時寫的名稱，裡面的人和差假都是編的。

## 為什麼重要

範例只用來認識本工具，不能當成貴機關的差假資料。

## 怎麼修正

請改放貴機關由差勤系統產製的檔案。
"""

from pyvalidator.domain.samples_mark import SAMPLE_SYSTEM, is_sample
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL620", reads="system_name", severity="info", since="1.0", owner="personnel", only_alone=True,
           message="這是本工具的範例檔，裡面的人和差假都是編的。",
           fix="範例只供練習；請人事單位改放貴機關由差勤系統產製的檔案。")  # fmt: skip
def check(file: FileView) -> Faults:
    if is_sample(file.header("system_name")):
        yield Fault()


EXAMPLES = [
    Example("差勤系統的檔案", document()),
    Example("範例檔", document(system_name=SAMPLE_SYSTEM), fires_at="/system_name"),
]
