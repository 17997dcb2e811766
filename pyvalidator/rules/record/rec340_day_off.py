"""請假請在放假日。

這筆差假從放假日開始，而且請的時間超過期間內的上班日，等於把放假日也請了假。延長病假、公傷病假、公假、公差、公出可以包含放假日，不適用；
適用勞動基準法人員依曆計算的娩假、流產假與住院的普通傷病假也不適用。這樣的差假很多時，改列為一項（FIL350）。

## 為什麼重要

放假日不必請假；把放假日算進去，會多扣該員的差假。輪班人員、學校、消防警察與清潔隊等另有班表，颱風停班日也由各縣市公布，
因此只請您確認。颱風停班日與自己的放假日，可以用放假日曆（CSV）告訴本工具。

## 怎麼修正

請確認日期是否打錯；不是輪班人員時，請在差勤系統刪除放假日的部分。確有班表者，請保留說明。

## 依據

政府行政機關辦公日曆表（含補行上班日）；請假期間扣除例假日（公務人員請假規則；延長病假除外，可信度中）。因公傷病的公假，查到的只有 2 年的期限依曆計算，不做這項比對。
"""

from datetime import date

from pyvalidator.domain.roc import weekday_text
from pyvalidator.rule import Context, Example, Fault, document, record_rule, sample
from pyvalidator.rules._shared.on_days_off import FIELDS, on_day_off


@record_rule("REC340", owner="unit", reads=(*FIELDS, "staff_class"), may_lack=("days", "hours", "staff_class"),
             severity="warning", since="1.0",
             needs="calendar", folds_under=("REC110", "REC310", "REC320", "REC350", "FIL350"),
             message="{day}是放假日，這筆{kind}從放假日開始。",
             fix="請單位承辦確認假單的日期是否打錯；輪班等情形屬正確者，請保留說明。",
             sources=["政府行政機關辦公日曆表", "公務人員請假規則"])  # fmt: skip
def check(
    start: date, end: date, days: float, hours: float, kind: str, staff: str | None, context: Context
) -> Fault | None:
    if days is None or hours is None or not on_day_off(context.calendar, start, end, days, hours, kind, staff):
        return None
    return Fault("start_date", params={"day": weekday_text(start), "kind": kind})


_TYPHOON = {"days_off": "日期,類別\n1100607,停班\n"}

EXAMPLES = [
    Example(
        "補行上班的星期六",
        document([{"start_date": "1100911", "end_date": "1100911"}], period="11009", generated_at="1101005"),
        today="2021-10-10",
    ),
    Example("從週末開始但只計上班日", sample(start_date="1100605", end_date="1100608", days=2)),
    Example("週六出差", sample(leave_type="公差", start_date="1100605", end_date="1100605", reason="參訪")),
    Example("週六帶隊比賽", sample(leave_type="公假", start_date="1100605", end_date="1100605", reason="帶隊比賽")),
    Example("登記停班登記的停班日", sample(leave_type="停班登記", reason="颱風"), options=_TYPHOON),
    Example("星期六", sample(start_date="1100605", end_date="1100605"), fires_at="/records/0/start_date"),
    Example("星期六到星期一，多請 1 小時", sample(start_date="1100605", end_date="1100607", hours=1),
            fires_at="/records/0/start_date"),
    Example("端午節", sample(start_date="1100614", end_date="1100614"), fires_at="/records/0/start_date"),
    Example("停班日請病假", sample(), fires_at="/records/0/start_date", options=_TYPHOON),
]
