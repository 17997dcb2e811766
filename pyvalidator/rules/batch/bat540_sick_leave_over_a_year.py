"""全年病假合計超過上限。

同一人在一年內的病假合計超過上限。註記為因疫情的病假不計；生理假全年在一定日數以內不併入病假，其餘併入（見依據）。
適用勞基法人員住院者，病假可以到一年，檔案看不出有沒有住院：看得出是這類人員的，不在這裡提醒，兩年內超過一年才提醒（BAT620）。
同一筆跨月的差假只計一次；年度依開始日期歸屬，教師以學年度（8 月至次年 7 月）計算。
檔案沒有人員類別時，先看這個人的假別（例如有慰勞假就是聘僱人員）；看不出來才取各類人員中查到最多的日數，訊息寫明是哪一部法規的。

## 為什麼重要

超過法定日數的部分，可能應扣薪、改請其他假別，或其中有重複登記。單一月份看不出來，要把全年的檔案一起檢核。

## 怎麼修正

請查核該員全年的請假紀錄。屬實者請依規定辦理（例如改請其他假別或扣薪），並保留說明；重複登記者請更正後重新產製檔案。

## 依據

自主健康管理等情形的病假不計入：{{ 總處培字第10900256831號 文號 }}。
"""

from typing import Any

from pyvalidator.rule import Batch, Example, Faults, document
from pyvalidator.rules._shared.year_limits import over_year, year_limit_rule


@year_limit_rule("BAT540", "sick", sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法", "勞工請假規則", "性別平等工作法",
                                    "總處培字第10900256831號"])  # fmt: skip
def check(batch: Batch) -> Faults:
    return over_year(batch, "sick", with_covid=False)


def _leave(period: str, start: str, end: str, days: int, covid: bool = False) -> dict[str, Any]:
    record = {"leave_type": "病假", "start_date": start, "end_date": end, "days": days, "covid_related": covid}
    return document([record], period=period, generated_at="1100905")


def _menstrual(month: int) -> dict[str, Any]:
    record = {"leave_type": "生理假", "start_date": f"110{month:02d}08", "end_date": f"110{month:02d}08"}
    return document([record], period=f"110{month:02d}", generated_at="1110105")


_MENSTRUAL = {f"{name}.json": _menstrual(month) for name, month in (("c", 9), ("d", 10), ("e", 11))}

EXAMPLES = [
    Example("恰好 30 日", files={
        "a.json": _leave("11007", "1100701", "1100728", 20),
        "b.json": _leave("11008", "1100802", "1100813", 10),
    }, today="2021-09-10"),
    Example("超過 30 日", files={
        "a.json": _leave("11007", "1100701", "1100728", 20),
        "b.json": _leave("11008", "1100802", "1100816", 11),
    }, fires_at="", today="2021-09-10"),
    Example("生理假 3 日不併入", files={
        "a.json": _leave("11007", "1100701", "1100728", 20),
        "b.json": _leave("11008", "1100802", "1100813", 10),
        **_MENSTRUAL,
    }, today="2021-12-10"),
    Example("生理假第 4 日併入", files={
        "a.json": _leave("11007", "1100701", "1100728", 20),
        "b.json": _leave("11008", "1100802", "1100813", 10),
        **_MENSTRUAL, "f.json": _menstrual(12),
    }, fires_at="", today="2022-01-10"),
    Example("因疫情的病假不計", files={
        "a.json": _leave("11007", "1100701", "1100728", 20),
        "b.json": _leave("11008", "1100802", "1100816", 11, covid=True),
    }, today="2021-09-10"),
]  # fmt: skip
