"""Groups of leave kinds that rules treat alike, by canonical name."""

from collections.abc import Container, Mapping
from datetime import date

from pyvalidator.domain.staff_classes import STAFF_CLASSES

_WORKER = STAFF_CLASSES[-1]

#: The days off inside always count, so that an amount without them is too small. Of medium confidence: no article or
#: letter that says so was read.
BY_CALENDAR = frozenset({"延長病假"})

#: Kinds whose amount says nothing beside working days, because the days off inside count or may count. Besides those
#: of `BY_CALENDAR`: of 公傷病假 (勞工請假規則 §6) they count; of 公假 after an injury on duty (公務人員請假規則 §4) the
#: two years run by the calendar (銓敘部 88台法二字第1776927號), and nobody can tell it from any other 公假. 公假 (a
#: contest, an election), 公差 and 公出 are duty done on days off too; 曠職 is counted as it happened.
COUNTS_DAYS_OFF = BY_CALENDAR | {"公傷病假", "公假", "公差", "公出", "曠職"}

#: What staff under labour law take by the calendar, and of how many days that can be: eight weeks around a birth, four
#: weeks or one after a miscarriage (勞動基準法 §50, 性別平等工作法 §15), sick leave in hospital up to a year
#: (勞工請假規則 §4). Others take the same kinds by working days.
WORKERS_BY_CALENDAR: Mapping[str, Container[int]] = {
    "娩假": range(1, 57), "流產假": (7, 28), "普通傷病假": range(1, 367),
}  # fmt: skip


def workers_take_by_calendar(kind: str, staff: str | None = None) -> bool:
    """Whether staff under labour law take this kind by the calendar, and the person may be one of them."""
    return kind in WORKERS_BY_CALENDAR and staff in (None, _WORKER)


def may_be_by_calendar(kind: str, hours: float, start: date, end: date, staff: str | None = None) -> bool:
    """Whether a leave that claims more than its working days may be right because the days off inside count.

    Args:
        hours: the amount claimed; a part of a day counts as a day.
        staff: the person's staff class, None where the file does not tell it.
    """
    if kind in COUNTS_DAYS_OFF:
        return True
    days = (end - start).days + 1
    by_workers = workers_take_by_calendar(kind, staff) and days in WORKERS_BY_CALENDAR[kind]
    return by_workers and (days - 1) * 8 < hours <= days * 8


#: Kinds that exist only because of COVID-19.
EPIDEMIC = frozenset({"防疫照顧假", "防疫隔離假", "疫苗接種假"})

#: The last day of leave under any measure because of COVID-19: six days of a mild case from a test on 112/8/14, the
#: last day of that measure (112年8月7日總處培字第1123028345號: not any more from 8/15 on).
LAST_COVID_DAY = date(2023, 8, 19)

#: Kinds whose cause has nothing to do with an epidemic.
NEVER_EPIDEMIC = frozenset({
    "婚假", "產前假", "產檢假", "娩假", "流產假", "陪產假", "陪產檢及陪產假", "生理假", "骨髓捐贈假", "器官捐贈假",
    "歲時祭儀假", "停班登記", "選務補休", "曠職",
})  # fmt: skip

#: Work suspended by a natural disaster (天然災害停止上班及上課作業辦法): not a leave, and right on such a day.
SUSPENDED = "停班登記"
