"""年份在很久以後。

資料年月或產製日期比今天（檢核日）晚一年以上，例如民國 999 年。

## 為什麼重要

還沒到的月份不會有差假資料。年份錯了，整個檔案就歸到錯的月份，放假日與法規也無從核對。

## 怎麼修正

請廠商更正年份後重新產製；檢核用的電腦日期也請一併確認。
"""

from datetime import date

from pyvalidator.rule import Context, Example, Fault, document, value_rule


@value_rule("COD220", owner="vendor", reads=("period", "generated_at"), severity="warning", since="1.0",
            message="{label}「{value}」比檢核日（{today}）晚 {years} 年，年份可能有誤。",
            fix="請廠商更正{label}的年份；檢核用的電腦日期也請一併確認。")  # fmt: skip
def check(value: date, context: Context) -> Fault | None:
    months = (value.year - context.today.year) * 12 + value.month - context.today.month
    if months <= 12:
        return None
    return Fault(params={"today": context.today, "years": round(months / 12)})


EXAMPLES = [
    Example("今年", document()),
    Example("一年以內", document(generated_at="1110710")),
    Example("民國 999 年", document(generated_at="9990705"), fires_at="/generated_at"),
    Example("資料年月", document([], period="99906", generated_at="9990705"), fires_at="/period"),
]
