"""差假在別的月份。

檔案裡的差假全部（或有一批）在資料年月以外的月份。五筆以上、而且占檔案一成以上時，整個檔案只列這一項。

## 為什麼重要

全部都在同一個別的月份，多半是檔頭的資料年月填錯，或產製時選錯月份；分在幾個月，多半是產製的區間跨了月份。
這都不是差假的日期有錯，逐筆更改反而會把對的改錯。

## 怎麼修正

請人事單位先確認要報送的是哪個月。差假是對的月份、資料年月錯了，請以正確的資料年月重新產製；差假的月份不是要報送的，
請選對月份重新產製。含有幾個月份時，請逐月產製，一個月一個檔案。那個月份不可能報送時（例如 1 年、999 年），是差假日期的年份有誤。

## 依據

{{ 府人考字第1100139574號函 文號 }}：按月報送差假資料。
"""

from collections import Counter
from datetime import date
from typing import Any

from pyvalidator.domain.roc import month_text
from pyvalidator.profile import field_values
from pyvalidator.profile.fit import fitter
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.rules._shared.outside_month import is_outside

#: So many leaves, and one in so many of the file, are no slips.
_ENOUGH = 5
_ONE_IN = 10
_NAMED = 12
_COVID_YEAR = 2020
_FIELDS = ("start_date", "end_date", "end_time")


@file_rule("FIL340", reads=(*_FIELDS, "period", "dataset"), severity="error", since="1.0",
           owner=("personnel", "vendor"), may_lack=("end_date", "end_time", "dataset"), folds_under=("FIL210", "FIL220"),
           message="{all}差假{found}，檔案的資料年月是 {month}。", fix="請人事單位{advice}；不要逐筆更改差假的日期。",
           sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(file: FileView) -> Faults:
    period, dataset = file.header("period"), file.header("dataset") or "monthly"
    if period is None:
        return
    outside = {
        leave for leave in file.combinations.of(_FIELDS)
        if leave[0] is not None and is_outside(*leave[:3], period=period, dataset=dataset)
    }  # fmt: skip
    if not outside:
        return
    months = {row: leave[0].replace(day=1) for row, leave in file.combinations.rows_with(_FIELDS, outside)}
    # A month with one leave may be a slip in its date.
    counts = {month: count for month, count in Counter(months.values()).items() if count > 1}
    rows = frozenset(row for row, month in months.items() if month in counts)
    if len(rows) < _ENOUGH or len(rows) * _ONE_IN < len(file):
        return
    inside = len(file) - len(months) - len(file.table.unread_rows("start_date"))
    params: dict[str, Any] = {"month": month_text(period), "count": len(rows), "first": file.record_pointer(min(rows))}
    if inside == 0 and len(counts) == 1:
        [found] = counts
        total = f"全部 {len(rows):,} 筆" if len(rows) == len(file) else f"{len(file):,} 筆中有 {len(rows):,} 筆"
        params |= {"all": total, "found": f"都在 {month_text(found)}"}
        if not _can_be_sent(found, dataset, file.context.today):
            advice = f"確認差假日期的年份：這個檔案不會有 {month_text(found)}的差假，多半是產製時年份有誤，請廠商更正後重新產製"
            yield Fault(pointer=file.table.records_pointer, rows=rows, params=params | {"advice": advice})
            return
        advice = (
            f"先確認要報送的是哪個月：是 {month_text(found)}，請以正確的資料年月重新產製；是 {month_text(period)}，"
            "產製時選錯了月份，請重新產製"
        )
        right = _written(found, file)
        params["advice"] = advice
        yield Fault("period", rows=rows, expected=right or month_text(found), expected_value=right, params=params)
        return
    if inside:
        counts[period] = inside
    named = "、".join(f"{month_text(month)} {count:,} 筆" for month, count in sorted(counts.items())[:_NAMED])
    more = "等" if len(counts) > _NAMED else ""
    advice = "逐月產製，一個月一個檔案，再分別檢核"
    params |= {"all": "", "found": f"分屬 {len(counts)} 個月份：{named}{more}", "advice": advice}
    yield Fault(pointer=file.table.records_pointer, rows=rows, params=params)


def _can_be_sent(month: date, dataset: str, today: date) -> bool:
    """Whether a file of that month can be: neither of before the collection nor of years to come."""
    if dataset == "covid109":
        return month.year == _COVID_YEAR
    return month.year > _COVID_YEAR and month <= today.replace(year=today.year + 1, day=1)


def _written(month: date, file: FileView) -> str | None:
    """A month as the header would have it; None where that has no form of its own."""
    spec = file.profile.spec_of("period")
    if spec is None:
        return None
    text = field_values.write_date(month, spec)
    return text if spec.type == "period" and fitter(file.profile, spec)(text) else None


def _days(*months: str) -> dict[str, Any]:
    days = [f"{month}{day}" for month in months for day in ("01", "02", "03", "04", "07")]
    return document([{"start_date": day, "end_date": day} for day in days])


EXAMPLES = [
    Example("都在資料年月", _days("11006")),
    Example("只有一筆在別的月份", document([{}, {"start_date": "1100701", "end_date": "1100701"}])),
    Example("全部在下個月", _days("11007"), fires_at="/period", today="2021-08-05"),
    Example("年份都打錯", _days("10006"), fires_at="/records"),
    Example("兩個月在一個檔案", _days("11006", "11007"), fires_at="/records", today="2021-08-05"),
]
