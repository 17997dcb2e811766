"""Years of the Republic (民國) into years of the Common Era and back, in this one place; and dates in words."""

from __future__ import annotations

from datetime import date

#: 民國元年 is 1912 (國曆).
_BEFORE_FIRST = 1911
_WEEKDAYS = "一二三四五六日"

#: The first year of the Common Era that is a year of the Republic.
FIRST_YEAR = _BEFORE_FIRST + 1


def roc_year(common: int) -> int:
    """The year of the Republic of a year of the Common Era, 110 for 2021; 0 and less before 1912."""
    return common - _BEFORE_FIRST


def common_year(roc: int) -> int:
    """The year of the Common Era of a year of the Republic, 2021 for 110."""
    return roc + _BEFORE_FIRST


def period_text(month: date) -> str:
    """A month as a 資料年月, e.g. 11006."""
    return f"{roc_year(month.year):03d}{month.month:02d}"


def month_of(period: str) -> date:
    """The first day of the month of a 資料年月 of five digits. Raises ValueError for a month that does not exist."""
    return date(common_year(int(period[:3])), int(period[3:]), 1)


def day_text(day: date) -> str:
    """A day in words, e.g. 110 年 6 月 7 日."""
    return f"{roc_year(day.year)} 年 {day.month} 月 {day.day} 日"


def weekday_text(day: date) -> str:
    """A day in words with its day of the week, e.g. 110 年 6 月 7 日（星期一）."""
    return f"{day_text(day)}（星期{_WEEKDAYS[day.weekday()]}）"


def month_text(month: date) -> str:
    """A month in words, e.g. 110 年 6 月."""
    return f"{roc_year(month.year)} 年 {month.month} 月"


def slashed(day: date) -> str:
    """A day for tables, e.g. 110/6/7."""
    return f"{roc_year(day.year)}/{day.month}/{day.day}"
