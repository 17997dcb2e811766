"""一個檔案含有多個機關的資料。

差假紀錄上的機關代碼，與檔頭的機關代碼不同。一個檔案只能報送一個機關。

## 為什麼重要

縣府函明定平臺以機關代碼稽核，上級機關不得與所屬機關（例如清潔隊、衛生所）合併報送；併在一起的檔案，看不出所屬機關已經報送。

## 怎麼修正

請依機關代碼分開產製檔案，各自報送；代碼填錯時，請在差勤系統更正後重新產製。

## 依據

{{ 府人考字第1100139574號函 文號 }}：各機關應分別報送，不得併入上級機關。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL410", owner=("personnel", "vendor"), reads="agency_code", severity="error", since="1.0",
           message="有 {count} 筆差假的機關代碼是「{other}」，與這個檔案的「{own}」不同。",
           fix="請人事單位依機關代碼分開產製檔案；代碼填錯時，請在差勤系統更正後重新產製。",
           sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(file: FileView) -> Faults:
    own = file.header("agency_code")
    # Layouts without a header have the agency's code in each record.
    name = "record_agency_code" if file.table.has("record_agency_code") else "agency_code"
    if own is None or not file.table.has(name):
        return
    firsts: dict[str, int] = {}
    counts: dict[str, int] = {}
    for row, code in enumerate(file.values(name)):
        if code is not None and code != own:
            firsts.setdefault(code, row)
            counts[code] = counts.get(code, 0) + 1
    for code, row in firsts.items():
        yield Fault(name, row, expected=f"與檔案的機關代碼 {own} 相同", params={"count": counts[code], "other": code, "own": own})


_OTHER = {"agency_code": "376506211I", "start_date": "1100608", "end_date": "1100608"}

EXAMPLES = [
    Example("同一機關", document([{"agency_code": "376506200A"}])),
    Example("沒有填", document([{}])),
    Example("含所屬機關", document([{}, _OTHER]), fires_at="/records/1/agency_code"),
]
