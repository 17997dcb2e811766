"""The language of forms: what each token reads and writes, what a form cannot be, and that writing and reading agree."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyvalidator.profile.moments import Moment
from pyvalidator.profile.notations import check_format, form_of
from pyvalidator.profile.template_words import describe, fault_of, sample_of

JUNE_7 = date(2021, 6, 7)


def read(type: str, format: str, value: Any, *, end_of_day: bool = False) -> Any:
    """Day and minutes of a value that says one moment; None where it has not this form."""
    moments = form_of(type, format, end_of_day).parse(value)
    assert moments is None or len(moments) == 1
    return None if moments is None else tuple(moments[0])


@pytest.mark.parametrize(("format", "text", "day"), [
    ("YYYMMDD", "1100607", JUNE_7), ("YYYMMDD", "0991231", date(2010, 12, 31)), ("YYYMMDD", "110607", None),
    ("YYMMDD", "1100607", JUNE_7), ("YYMMDD", "991231", date(2010, 12, 31)), ("YYMMDD", "110607", None),
    ("YY/M/D", "99/1/2", date(2010, 1, 2)), ("YY/M/D", "110/6/7", JUNE_7), ("YY/M/D", "49/1/2", None),
    ("YYYY/M/D", "2021/6/7", JUNE_7), ("YYYY/M/D", "2021/06/07", JUNE_7), ("YYYY/M/D", "2021/006/7", None),
    ("YYYY/MM/DD", "2021/6/7", None), ("YYY年M月D日", "110年6月7日", JUNE_7), ("民國YYY年MM月DD日", "民國110年06月07日", JUNE_7),
    ("民國YYY年MM月DD日", "110年06月07日", None), ("YYY M D", "110 6 7", JUNE_7), ("YYY M D", "110  6 7", None),
    ("YYYY.MM.DD", "2021x06x07", None), ("D/M/YYYY", "7/6/2021", JUNE_7), ("[M]YYYYMMDD", "M20210607", JUNE_7),
    ("YYYY-MM-DD HH:mm:SS.f", "2021-06-07 08:00:00.0", JUNE_7),
    ("YYYY-MM-DD HH:mm:SS.f", "2021-06-07 08:00:00.1234567", JUNE_7), ("YYYY-MM-DD HH:mm:SS.f", "2021-06-07 08:00:00", None),
    ("YYYY-MM-DDT00:00:00", "2021-06-07T00:00:00", JUNE_7), ("YYYY/MM/DD A hh:mm:SS", "2021/06/07 下午 05:00:00", JUNE_7),
])  # fmt: skip
def test_days_are_read(format: str, text: str, day: date | None) -> None:
    found = read("date", format, text)
    assert (found[0] if found else None) == day


@pytest.mark.parametrize(("format", "text", "minutes"), [
    ("HHMM", "0830", 510), ("HH:MM", "08:30", 510), ("HH:mm", "08:30", 510), ("H:mm", "8:30", 510), ("H:mm", "08:30", 510),
    ("H:mm", "24:00", None), ("HH:mm", "8:30", None), ("Hmm", "830", 510), ("Hmm", "1730", 1050), ("H m", "8 5", 485),
    ("HH時mm分", "08時30分", 510), ("HH時MM分", "08時30分", 510), ("H時", "8時", 480), ("HH:mm:SS", "08:30:59", 510),
    ("A hh:mm", "上午 12:00", 0), ("A hh:mm", "下午 12:30", 750), ("A h:mm", "下午 5:00", 1020), ("Ahh:mm", "上午08:00", 480),
    ("h:mm A", "12:00 AM", 0), ("h:mm A", "12:30 PM", 750), ("h:mm A", "1:05 p.m.", 785), ("h:mm A", "11:59 pm", 1439),
    ("h:mm A", "13:00 PM", None), ("h:mm A", "0:30 AM", None), ("h:mm A", "8:30", None), ("HH:mm", "25:00", None),
    ("HH:mm", "08:60", None), ("HH:mm:SSZ", "08:30:00+08:00", 510), ("HH:mm:SSZ", "08:30:00+08", 510),
    ("HH:mm:SSZ", "08:30:00Z", None), ("HH:mm:SSZ", "08:30:00", None),
])  # fmt: skip
def test_times_are_read(format: str, text: str, minutes: int | None) -> None:
    found = read("time", format, text)
    assert (found[1] if found else None) == minutes


@pytest.mark.parametrize(("text", "day", "minutes"), [
    ("2021-06-07T00:00:00Z", JUNE_7, 480), ("2021-06-06T16:00:00Z", JUNE_7, 0), ("2021-06-06T15:59:00Z", date(2021, 6, 6), 1439),
    ("2021-06-07T08:00:00+08:00", JUNE_7, 480), ("2021-06-07T08:00:00+0800", JUNE_7, 480), ("2021-06-07T08:00:00+08", JUNE_7, 480),
    ("2021-06-07T00:30:00+09:00", date(2021, 6, 6), 1410), ("2021-06-06T23:00:00-05:00", date(2021, 6, 7), 720),
    ("2021-06-07T05:45:00+05:45", JUNE_7, 480), ("2020-12-31T16:00:00Z", date(2021, 1, 1), 0),
    ("2021-06-07T24:00:00+08:00", JUNE_7, 1440), ("2021-06-07T24:00:00Z", date(2021, 6, 8), 480),
])  # fmt: skip
def test_an_offset_turns_day_and_time_into_those_of_taipei(text: str, day: date, minutes: int) -> None:
    assert read("date", "YYYY-MM-DDTHH:mm:SSZ", text, end_of_day=True) == (day, minutes)


@pytest.mark.parametrize("text", ["2021-06-07T08:00:00", "2021-06-07T08:00:00+15:00", "2021-06-07T08:00:00 Z", "2021-06-07T08:00:00z"])
def test_a_value_without_a_proper_zone_does_not_fit(text: str) -> None:
    assert read("date", "YYYY-MM-DDTHH:mm:SSZ", text) is None
    assert read("date", "YYYY-MM-DDTHH:mm:SS", "2021-06-07T08:00:00Z") is None


@pytest.mark.parametrize(("type", "format", "number", "found"), [
    ("date", "YYYMMDD", 1100531, (date(2021, 5, 31), None)), ("date", "YYYMMDD", 991231.0, (date(2010, 12, 31), None)),
    ("date", "YYYYMMDD", 20210607, (JUNE_7, None)), ("date", "YYYMMDD", 1100230, (None, None)),
    ("period", "YYYMM", 11006, (date(2021, 6, 1), None)), ("period", "YYYMM", 11013, None),
    ("time", "HHMM", 800, (None, 480)), ("time", "HHMM", 30, (None, 30)), ("time", "HHMM", 0, (None, 0)),
    ("time", "HHMM", 8, (None, None)), ("time", "HHMM", 24, (None, None)), ("time", "HHMM", 875, None),
    ("time", "Hmm", 830, (None, 510)), ("time", "HHmmSS", 80000, (None, 480)), ("time", "HHmmSS", 800, (None, None)),
    ("date", "YYYMMDDHHmm", 11006070800, (JUNE_7, 480)),
    ("date", "epoch-seconds", 1623024000, (JUNE_7, 480)), ("date", "epoch-seconds", "1623024000", (JUNE_7, 480)),
    ("date", "epoch-milliseconds", 1623024000000, (JUNE_7, 480)), ("date", "epoch-seconds", 1622995199, (date(2021, 6, 6), 1439)),
    ("date", "/Date(ms)/", "/Date(1623024000000)/", (JUNE_7, 480)), ("date", "/Date(ms)/", "/Date(1623024000000+0800)/", (JUNE_7, 480)),
    ("date", "/Date(ms)/", "Date(1623024000000)", None),
    ("date", "excel-1900", 1, (date(1900, 1, 1), 0)), ("date", "excel-1900", 59, (date(1900, 2, 28), 0)),
    ("date", "excel-1900", 60, (None, 0)), ("date", "excel-1900", 61, (date(1900, 3, 1), 0)), ("date", "excel-1900", 0, (None, 0)),
    ("date", "excel-1900", 44354, (JUNE_7, 0)), ("date", "excel-1900", 44354.333333, (JUNE_7, 480)),
    ("date", "excel-1900", 44353.9999999, (JUNE_7, 0)), ("date", "excel-1900", "44354.5", (JUNE_7, 720)),
    ("date", "excel-1904", 42892, (JUNE_7, 0)), ("date", "excel-1904", 0, (date(1904, 1, 1), 0)),
    ("time", "excel-1900", 0.333333, (None, 480)), ("time", "excel-1900", 0.7083333333, (None, 1020)), ("time", "excel-1900", 0, (None, 0)),
])  # fmt: skip
def test_numbers_are_read(type: str, format: str, number: Any, found: Any) -> None:
    assert read(type, format, number) == found


@pytest.mark.parametrize(("type", "format", "text", "start", "end"), [
    ("date", "YYY/MM/DD HH:mm~YYY/MM/DD HH:mm", "110/06/07 08:00~110/06/08 17:00", (JUNE_7, 480), (date(2021, 6, 8), 1020)),
    ("date", "YYY/MM/DD HH:mm~HH:mm", "110/06/07 08:00~17:00", (JUNE_7, 480), (JUNE_7, 1020)),
    ("date", "YYY/M/D H:mm~M/D H:mm", "110/6/7 8:00~6/8 17:00", (JUNE_7, 480), (date(2021, 6, 8), 1020)),
    ("date", "YYYMMDD-YYYMMDD", "1100607-1100608", (JUNE_7, None), (date(2021, 6, 8), None)),
    ("time", "HH:mm-HH:mm", "08:00-12:00", (None, 480), (None, 720)),
    ("date", "YYYY-MM-DDTHH:mmZ/YYYY-MM-DDTHH:mmZ", "2021-06-07T00:00Z/2021-06-07T09:00Z", (JUNE_7, 480), (JUNE_7, 1020)),
    ("date", "YYY/MM/DD A hh:mm 至 A hh:mm", "110/06/07 上午 08:00 至 下午 05:00", (JUNE_7, 480), (JUNE_7, 1020)),
    ("date", "YYYMMDDHHmm~HHmm", "11006070800~2400", (JUNE_7, 480), (JUNE_7, 1440)),
])  # fmt: skip
def test_a_range_is_read_and_written(type: str, format: str, text: str, start: Any, end: Any) -> None:
    form = form_of(type, format, end_of_day=True)
    assert form.is_range and form.parse(text) == (start, end)
    again = form.write(Moment(*start), Moment(*end))
    assert form.parse(str(again)) == (start, end)


def test_only_the_end_of_a_range_may_be_at_24() -> None:
    form = form_of("time", "HH:mm-HH:mm", end_of_day=True)
    assert form.parse("16:00-24:00") == ((None, 960), (None, 1440)) and form.parse("24:00-08:00") is None


@pytest.mark.parametrize(("format", "text"), [
    ("YYYMMDD", "1100607"), ("YYYY/M/D", "2021/6/7"), ("H:mm", "8:05"), ("hh:mm A", "05:05 PM"), ("A h:mm", "下午 5:05"),
    ("YYYY-MM-DDTHH:mm:SS.fffZ", "2021-06-07T17:05:00.000+08:00"), ("[Am] HH:mm", "Am 17:05"),
])  # fmt: skip
def test_a_moment_is_written_in_one_way(format: str, text: str) -> None:
    type = "date" if "Y" in format else "time"
    minutes = 485 if text == "8:05" else 17 * 60 + 5
    assert form_of(type, format).write(Moment(JUNE_7, minutes)) == text


def test_24_is_the_next_day_where_it_cannot_stand() -> None:
    assert form_of("date", "YYYY/MM/DD hh:mm A", end_of_day=True).write(Moment(JUNE_7, 1440)) == "2021/06/08 12:00 AM"
    assert form_of("date", "YYYY/MM/DD HH:mm").write(Moment(JUNE_7, 1440)) == "2021/06/08 00:00"
    assert form_of("date", "YYYY/MM/DD HH:mm", end_of_day=True).write(Moment(JUNE_7, 1440)) == "2021/06/07 24:00"
    assert form_of("time", "HH:mm").write(Moment(None, 1440)) is None


@pytest.mark.parametrize("form", ["YYYMMDD HH:mm", "epoch-seconds", "YYYMMDD"])
def test_what_a_form_needs_and_nobody_says_is_not_written(form: str) -> None:
    assert form_of("date", form).write(Moment(None, 480)) is None
    assert (form_of("date", form).write(Moment(JUNE_7, None)) is None) == (form != "YYYMMDD")


# -- every form reads what it writes ---------------------------------------------------------------------------------

_YEARS, _MONTHS, _DAYS = ("YYYY", "YYY"), ("MM", "M"), ("DD", "D")
_CLOCKS = ("HH:mm", "H:mm", "HH:m", "HHmm", "HH時mm分", "HH:mm:SS", "HH:mm:SS.f", "A hh:mm", "h:mm A", "HH")
_SIGNS = ("/", "-", ".", "年", " ")
days = st.dates(date(1962, 1, 1), date(2200, 12, 31))
formats = st.builds(
    lambda year, month, day, sign, turned, between, clock, zone: sign.join(
        [day, month, year] if turned else [year, month, day]
    ) + (f"{between}{clock}{zone}" if clock else ""),
    st.sampled_from(_YEARS), st.sampled_from(_MONTHS), st.sampled_from(_DAYS), st.sampled_from(_SIGNS), st.booleans(),
    st.sampled_from((" ", "T", "[at]", "，")), st.sampled_from(("", *_CLOCKS)), st.sampled_from(("", "Z", " Z")),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(formats, days, st.integers(0, 1439))
def test_what_is_written_is_read_back(format: str, day: date, minutes: int) -> None:
    form = form_of("date", format)
    assert fault_of(form) == ""
    minutes = minutes // 60 * 60 if format.endswith(("HH", "HHZ", "HH Z")) else minutes
    moment = Moment(day, minutes if form.has_time else None)
    text = form.write(moment)
    assert isinstance(text, str) and form.parse(text) == (moment,)
    assert form.write(*form.parse(text)) == text
    least, most = form.lengths
    assert least <= len(text) <= most and re.fullmatch(form.pattern, text)


@settings(max_examples=200, deadline=None)
@given(formats, days, days, st.integers(0, 1439), st.integers(0, 1439))
def test_a_range_is_read_back(format: str, first: date, last: date, begin: int, end: int) -> None:
    form = form_of("date", f"{format} ~ {format}")
    whole = 60 if "HH" in format and "m" not in format else 1
    moments = (Moment(first, begin // whole * whole), Moment(last, end // whole * whole))
    moments = moments if form.has_time else (Moment(first, None), Moment(last, None))
    assert form.parse(form.write(*moments) or "") == moments


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(("epoch-seconds", "epoch-milliseconds", "/Date(ms)/", "excel-1900", "excel-1904")),
    st.dates(date(1974, 1, 1), date(2200, 12, 31)), st.integers(0, 1439),
)  # fmt: skip
def test_a_number_is_read_back(format: str, day: date, minutes: int) -> None:
    form = form_of("date", format)
    written = form.write(Moment(day, minutes))
    assert written is not None and form.parse(written) == (Moment(day, minutes),)


def test_spreadsheets_know_no_february_29_in_1900() -> None:
    form, day = form_of("date", "excel-1900"), date(1900, 1, 1)
    for _ in range(90):
        assert form.parse(form.write(Moment(day, None)) or -1) == (Moment(day, 0),)
        day += timedelta(days=1)
    assert form.written_day(60) == (1900, 2, 29, False) and form.written_day(0) == (1900, 1, 0, False)


# -- in words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("type", "format", "said"), [
    ("date", "YYYMM", "缺少日（DD 或 D）"), ("period", "MM", "缺少年"), ("time", "mm", "缺少時"), ("time", "YYYY-MM-DD", "缺少時"),
    ("date", "yyyy-MM-dd", "您要寫的是「YYYY-MM-DD」嗎？"), ("date", "YYYY-MM-DD HH:mm:ss", "您要寫的是「YYYY-MM-DD HH:mm:SS」嗎？"),
    ("date", "YYYMD", "請寫成 MM、DD，或在中間加上符號"), ("time", "Hm", "「H」與「m」之間沒有分隔"), ("date", "YYMD", "分不出"),
    ("time", "hh:mm", "一定要有 A"), ("time", "A HH:mm", "時請寫 hh 或 h"), ("date", "YYYY-MM-DD [at", "沒有成對"),
    ("date", "YYYY-MM-DD GMT", "請用方括號括住"), ("date", "YYYY YYYYMMDD YYYY", "寫了太多次"), ("date", "YYYYYYYMMDD", "寫了太多次"),
    ("date", "YYYY-MM-DD HH:mmZ~YYYY-MM-DD HH:mm", "要嘛都不寫"), ("period", "YYYMM~YYYMM", "沒有起訖"), ("date", "", "缺少年"),
])  # fmt: skip
def test_what_a_form_cannot_be_is_said_with_what_to_write(type: str, format: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)) as caught:
        check_format(type, format)
    assert f"「{format}」不能作為" in str(caught.value)


@pytest.mark.parametrize(("type", "format", "said"), [
    ("date", "YYYMMDD", "民國年，例如 1100607"), ("date", "YYYY/M/D", "西元年，不補 0，例如 2021/6/7"),
    ("date", "YYMMDD", "民國年，99 年以前是兩位數，例如 1100607"), ("time", "A h:mm", "不補 0，12 小時制，例如 上午 8:30"),
    ("date", "YYYY-MM-DDTHH:mm:SSZ", "西元年，有時區，換算成臺灣時間，例如 2021-06-07T08:30:00+08:00"),
    ("time", "HH:mm-HH:mm", "起訖寫在一起，例如 08:30-17:00"), ("date", "epoch-seconds", "從西元 1970 年起算的秒數，例如 1623025800"),
    ("date", "excel-1900", "Excel 的日期序號（1900 年起），例如 44354"), ("time", "excel-1904", "一日的小數，0.5 是中午 12 時，例如 0.3541666667"),
])  # fmt: skip
def test_a_form_is_told_in_words_with_an_example(type: str, format: str, said: str) -> None:
    form = form_of(type, format)
    assert describe(form) == said and fault_of(form) == ""
    assert form.parse(sample_of(form)) is not None
