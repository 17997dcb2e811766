"""資料筆數與實際筆數不符。

檔頭的資料筆數，與檔案中實際的差假筆數不同。

## 為什麼重要

資料筆數是用來確認檔案完整的控制總數；不符表示檔案可能被截斷、合併或手動增刪過。

## 怎麼修正

寫的筆數比實際多時，檔案可能不完整（分頁、被截斷）：請廠商確認後重新產製，不要把資料筆數改小。寫的比實際少時，
請確認差假沒有重複，再請廠商修正筆數的計算。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL110", owner=("vendor", "personnel"),
           reads="record_count", severity="error", since="1.0", whole_text=True,
           message="{label}寫 {stated} 筆，檔案中實際有 {actual} 筆{missing}。",
           fix="請重新產製檔案；仍不相符時，請廠商確認{advice}。",
           sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    stated, actual = file.header("record_count"), len(file)
    # A row that is no leave is told by itself, whether it was counted or not.
    if stated is None or file.table.misfits or actual - len(file.table.no_leave) <= stated <= actual:
        return
    params = {"stated": stated, "actual": actual}
    if stated > actual:
        # To write the lower number would only hide what is missing.
        advice = "檔案是否完整（有沒有分頁或被截斷），不可把資料筆數改小"
        yield Fault(params={**params, "missing": f"，可能少了 {stated - actual} 筆", "advice": advice})
    else:
        # Of a list that repeats itself the lower number may be the right one.
        right = None if file.copies else str(actual) if file.context.spec("record_count").as_text else actual
        advice = "差假有沒有重複，資料筆數算得對不對"
        yield Fault(expected_value=right, params={**params, "missing": "", "advice": advice})


EXAMPLES = [
    Example("相符", document([{}])),
    Example("沒有差假", document([], record_count=0)),
    Example("多寫一筆", document([{}], record_count=2), fires_at="/record_count"),
    Example("少寫一筆", document([{}], record_count=0), fires_at="/record_count"),
]
