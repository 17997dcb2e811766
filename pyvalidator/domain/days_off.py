"""Days off, typhoon days and make-up days that the user gives: laid over the bundled calendar.

Two forms, told apart by the column titles: one's own list (日期, 類別, optional 時段), and a year of 人事總處 dataset
14718, 政府行政機關辦公日曆表 (西元日期, 是否放假: 0 = work, 2 = off).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pyvalidator.domain.amounts import DAY
from pyvalidator.domain.calendar import HoursOff, WorkCalendar, official_calendar
from pyvalidator.domain.csv_lists import csv_header, csv_rows, list_error
from pyvalidator.domain.roc import common_year

DATES = ("日期", "西元日期")
KIND = "類別"
PART = "時段"
OFFICIAL = "是否放假"

_OFF, _TYPHOON, _WORK = "off", "typhoon", "work"
_KINDS = {
    "放假": _OFF, "放假日": _OFF, "休假": _OFF, "停班": _TYPHOON, "颱風": _TYPHOON, "颱風假": _TYPHOON,
    "停止上班": _TYPHOON, "上班": _WORK, "上班日": _WORK, "補班": _WORK, "補行上班": _WORK,
}  # fmt: skip
_OFFICIAL_KINDS = {"0": _WORK, "2": _OFF}
#: Year, month, day: with separators or without, the year of the Republic (2 or 3 digits) or of the Common Era.
_DATE = re.compile("([0-9]{2,4})([-/.年])([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{3,4})([0-9]{2})([0-9]{2})")
_WHOLE = (0, DAY)
#: The forenoon ends, and the afternoon begins, at noon.
_PARTS = {"": _WHOLE, "全日": _WHOLE, "全天": _WHOLE, "上午": (0, 720), "下午": (720, DAY)}
_FROM_TO = re.compile("([0-9]{1,2}):?([0-9]{2})[-~–～至]([0-9]{1,2}):?([0-9]{2})")


@dataclass(frozen=True)
class DaysOffList:
    """The days of one such file.

    Attributes:
        days: what is done on each: `off`, `typhoon` (work suspended) or `work`; without those of `hours_off`.
        hours_off: the parts of days that are off.
        name: the file's.
    """

    days: dict[date, str]
    hours_off: tuple[HoursOff, ...] = ()
    name: str = ""

    @property
    def count(self) -> int:
        """How many days are listed."""
        return len(self.days) + len(self.hours_off)

    @property
    def title(self) -> str:
        """What the page shows beside the file's name."""
        return f"{self.count} 天"

    @classmethod
    def read(cls, data: bytes, name: str = "") -> DaysOffList:
        """Read the CSV (`name`: the file's, for the messages).

        Raises:
            ListFileError: a column is missing, a date, kind or part of a day is unknown, or one day is there twice and
                differs.
        """
        titles = csv_header(data, name, *DATES)
        column = next(title for title in DATES if title in titles)
        if KIND not in titles and OFFICIAL not in titles:
            raise list_error(name, f"放假日曆的標題列沒有「{KIND}」或「{OFFICIAL}」欄；請確認第 1 列是欄位名稱。")
        lines: dict[date, int] = {}
        listed: dict[date, tuple[str, tuple[int, int]]] = {}
        for line, row in csv_rows(data, name, column):
            day = _date(row[column])
            if day is None:
                shown = f"「{row[column]}」不是日期" if row[column] else "沒有日期"
                raise list_error(name, f"放假日曆第 {line} 列{shown}；請寫成 1140813 或 2025-08-13。")
            kind = _kind(row, line, name)
            what = (kind, _part(row, kind, line, name))
            if listed.setdefault(day, what) != what:
                raise list_error(
                    name, f"放假日曆第 {line} 列的日期已在第 {lines[day]} 列出現，類別或時段卻不同；請只留一列。"
                )
            lines.setdefault(day, line)
        if not listed:
            raise list_error(name, "放假日曆中沒有任何日期；請在標題列之後每列填寫一天。")
        days = {day: kind for day, (kind, part) in listed.items() if part == _WHOLE}
        parts = (
            HoursOff(day, *part, typhoon=kind == _TYPHOON)
            for day, (kind, part) in listed.items() if part != _WHOLE
        )  # fmt: skip
        return cls(days, tuple(parts), name)

    def over(self, calendar: WorkCalendar) -> WorkCalendar:
        """`calendar` with these days laid over. Whole years listed day by day are taken as official, also where the
        bundled calendar ends before them."""
        return calendar.obtained_to(self._listed_to(calendar.last_obtained)).with_days(
            self._of(_OFF), self._of(_TYPHOON), self._of(_WORK), self.hours_off, (self.name, self.count)
        )

    def _of(self, kind: str) -> Iterable[date]:
        return (day for day, found in self.days.items() if found == kind)

    def _listed_to(self, day: date) -> date:
        """The end of the last year whose every day from the day after `day` on is listed."""
        reached = day
        while reached + timedelta(days=1) in self.days:
            reached += timedelta(days=1)
        return reached if (reached.month, reached.day) == (12, 31) else max(day, date(reached.year - 1, 12, 31))


def calendar_with(days: DaysOffList | None) -> WorkCalendar:
    """The bundled calendar, with the user's days laid over where there are some."""
    return official_calendar() if days is None else days.over(official_calendar())


def _kind(row: dict[str, str], line: int, name: str) -> str:
    word = row.get(KIND, "")
    kind = _KINDS.get(word) if KIND in row else _OFFICIAL_KINDS.get(row[OFFICIAL])
    if kind is None and KIND in row:
        raise list_error(name, f"放假日曆第 {line} 列的類別「{word}」不明；請填放假、停班或上班。")
    if kind is None:
        raise list_error(name, f"放假日曆第 {line} 列的是否放假「{row[OFFICIAL]}」不明；請填 0（上班）或 2（放假）。")
    return kind


def _part(row: dict[str, str], kind: str, line: int, name: str) -> tuple[int, int]:
    """The minutes of the day that are meant; the whole day where nothing is said."""
    text = row.get(PART, "")
    part = _PARTS.get(text) or _from_to(text)
    if part is None:
        shown = f"放假日曆第 {line} 列的時段「{text}」不明；請填上午、下午、全日，或像 13:30-17:30 的起訖時間。"
        raise list_error(name, shown)
    if kind == _WORK and part != _WHOLE:
        raise list_error(name, f"放假日曆第 {line} 列是上班日，不可填時段；只放半天的日子請填放假或停班，並填時段。")
    return part


def _from_to(text: str) -> tuple[int, int] | None:
    found = _FROM_TO.fullmatch(text.replace(" ", "").replace("：", ":"))
    if found is None:
        return None
    hour, minute, last_hour, last_minute = map(int, found.groups())
    start, end = hour * 60 + minute, last_hour * 60 + last_minute
    return (start, end) if minute < 60 > last_minute and start < end <= DAY else None


def _date(text: str) -> date | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) for part in (match.group(1, 3, 4) if match[1] else match.group(5, 6, 7)))
    try:
        return date(year if year > 999 else common_year(year), month, day)
    except ValueError:
        return None
