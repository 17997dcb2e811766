"""Texts that are a day, or several, in any writing: also where nobody may be able to tell which day."""

from __future__ import annotations

import re
import unicodedata

from pyvalidator.form.dates import read_date, timestamp, year_last

#: Between the halves of a range, of which the second need not be a day by itself.
_BETWEEN = re.compile(r"\s*(?:[~〜至到–—]|\s-\s|\sto\s)\s*")
#: Between days, and between a day and anything else: 1100607-001.
_SIGN = re.compile(r"\s*[-/,、;|\s]\s*")
#: The second of two days, shortened: 110/6/7-9, 110/6/7、6/8.
_SHORTENED = re.compile(r"(?:\d{1,2}[/.月])?\d{1,2}日?").fullmatch
_SHORTENABLE = re.compile(r"[/.年]").search
#: What people and programs put around a day: 110/6/7（一）上午, 自 110 年 6 月 7 日起, 2021-06-07 08:00:00 Asia/Taipei.
_AROUND = re.compile(
    r"\s*\((?:星期|週|周)?[一二三四五六日]\)|\s*(?:星期|週|周)[一二三四五六日]|\s+(?=[年月日])|(?<=[年月])\s+|^自|[起止]$"
    r"|\s*(?:[上下]午|全[日天]|半[日天]|整[日天]|\b[AP]M)$|\s*\[?Asia/Taipei\]?$",
    re.IGNORECASE,
)
#: What no reader of values takes, since a year or a century is missing, or nobody would write it by hand.
_OTHERS = re.compile(
    r"\d{1,2}-(?:[a-z]{3}|1?\d月 ?)-\d\d(?: .*)?"  # Oracle: 07-JUN-21, 07-6月 -21
    r"|[a-z]{3} [a-z]{3} +\d{1,2} \d\d:\d\d:\d\d (?:[a-z]{3,5} )?\d{4}"  # Java and C: Mon Jun 07 08:00:00 CST 2021
    r"|[0-3]\d/[0-3]\d/[0-3]\d(?: .*)?|\d{1,2}/\d{1,2}/1\d\d|(?:20\d\d|1\d\d)([_ ,])[01]?\d\1[0-3]?\d"
    r"|20\d\d-?W\d\d-?[1-7]|1?\d月[0-3]?\d日",
    re.IGNORECASE,
).fullmatch
#: A day of a year that stands elsewhere, where the key says that it is one.
MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])-[0-3]\d").fullmatch


def is_day_text(text: str) -> bool:
    """Whether a text by itself is a day, a range that begins with one, or several days."""
    usual = text.strip().strip("'\"=")
    if not usual.isascii():
        usual = unicodedata.normalize("NFKC", usual)
    if _is_days(usual) or _is_day(_BETWEEN.split(usual, maxsplit=1)[0]):
        return True
    plain = _AROUND.sub("", _AROUND.sub("", usual))
    return plain != usual and is_day_text(plain)


def _is_days(text: str) -> bool:
    if _is_day(text):
        return True
    for sign in _SIGN.finditer(text):
        first, rest = text[: sign.start()], text[sign.end() :]
        if _is_day(first) and ((_SHORTENABLE(first) and _SHORTENED(rest)) or _is_days(rest)):
            return True
    return False


def _is_day(text: str) -> bool:
    if len(text) == 10 and text.isdecimal():
        # Rather a number that begins with a day: 1100607001.
        return False
    reading = read_date(text)
    if reading is not None and (reading.real is not None or not reading.certain):
        return True
    return bool(year_last(text) or _OTHERS(text)) or (text[:1] == "/" and timestamp(text) is not None)
