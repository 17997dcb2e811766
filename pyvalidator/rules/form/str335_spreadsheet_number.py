"""日期或時間是試算表的序號。

Excel 等試算表把日期存成從 1899 年底算起的日數，把時間存成一日的小數：44354 是民國 110 年 6 月 7 日，0.5 是中午 12 時。

## 為什麼重要

序號不是日期，補 0 或加引號都不會變成日期；照版型就讀不到這筆差假的時間。

## 怎麼修正

請不要用試算表編輯產製的檔案，改用差勤系統直接產製的檔案。由系統產製時，請廠商把序號轉成規定的寫法。
"""

from typing import Any

from pyvalidator.form.dates import fraction_minutes, number_of, spreadsheet_moment
from pyvalidator.profile import field_values
from pyvalidator.profile.moments import Moment
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR335",
    types=("date", "period", "time"),
    owner="vendor",
    severity="error",
    since="1.0",
    order=18,
    message="{label} {value} 是 Excel 等試算表的{kind}序號，代表 {meaning}。",
    fix="請不要用試算表編輯檔案；由系統產製時，請廠商依規定的格式產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    number = number_of(value)
    if number is None:
        return None
    if spec.type == "time" and not field_values.form(spec).has_day and 0 < number < 1:
        minutes = fraction_minutes(number)
        if minutes is None:
            return None
        clock = f"{minutes // 60:02d}:{minutes % 60:02d}"
        return Fault(
            expected_value=field_values.write_reading(spec, Moment(None, minutes)),
            params={"kind": "時間", "meaning": clock},
        )
    reading = spreadsheet_moment(number)
    if reading is None or (spec.type == "time" and reading.minutes is None):
        return None
    return Fault(expected_value=reading.written(spec), params={"kind": "日期", "meaning": reading.words})


EXAMPLES = [
    Example("7 碼日期與 4 碼時間", sample()),
    Example("日期序號", sample(start_date=44354), fires_at="/records/0/start_date"),
    Example("文字的日期序號", sample(end_date="44354"), fires_at="/records/0/end_date"),
    Example("一日的三分之一是 8 時", sample(start_time=0.333333), fires_at="/records/0/start_time"),
]
