"""檔案中沒有差假紀錄。

差假紀錄是空的清單。整個機關整個月都沒有人請假、公差或公出，並不常見。

## 為什麼重要

如果是產製時選錯區間或權限不足，這個月的差假就全部漏報了。確實沒有差假的小機關也有，因此只請您確認。

## 怎麼修正

請確認該月確實沒有差假；否則請檢查產製的日期區間與機關範圍後重新產製檔案。
沒有差假的月份要不要報、平臺收不收空的清單，縣府函沒有寫，請詢問主管機關。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL120", owner=("personnel", "vendor"),
           reads=(), severity="warning", since="1.0", folds_under="FIL110", whole_text=True,
           message="這個檔案沒有任何差假紀錄。",
           fix="請人事單位確認該月確實沒有差假；否則請檢查產製的區間與機關範圍後重新產製檔案。",
           sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    if len(file) == 0 and not file.table.misfits:
        yield Fault(pointer=file.table.records_pointer)


EXAMPLES = [
    Example("有一筆", document([{}])),
    Example("空的清單", document([]), fires_at="/records"),
]
