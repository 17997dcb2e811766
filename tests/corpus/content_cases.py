"""Records, people and files whose content cannot be right, in every built-in profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cases import Case, Change, change_leave, header, leave, raw, second

from pyvalidator.domain.calendar import HoursOff, official_calendar
from pyvalidator.domain.samples_mark import SAMPLE_SYSTEM
from pyvalidator.samples import Draft, Row
from pyvalidator.samples.fault_places import FaultPlace
from pyvalidator.samples.people import finish_id


def days_of(kind: str, days: int, **changes: Any) -> Change:
    """One leave of so many working days."""

    def change(draft: Draft, row: Row) -> FaultPlace:
        end = row.leave.start
        while (official_calendar().working_days(row.leave.start, end) or days) < days:
            end += timedelta(days=1)
        change_leave(row, **{"kind": kind, "end": end, "half_hours": days * 16, "reason": None, **changes})
        return FaultPlace("days", row)

    return change


def on_first_saturday(**changes: Any) -> Change:
    def change(draft: Draft, row: Row) -> FaultPlace:
        step = 5 - row.leave.start.weekday()
        change_leave(row, start=step, end=step, **changes)
        return FaultPlace("start_date", row)

    return change


def on_five_saturdays(draft: Draft, row: Row) -> str:
    """Five people on the first Saturday."""
    saturday = row.leave.start + timedelta(days=5 - row.leave.start.weekday())
    leave = replace(row.leave, start=saturday, end=saturday)
    draft.rows[:] = [
        other for other in draft.rows if other is not row and not other.leave.start <= saturday <= other.leave.end
    ]
    people = list({other.person.number: other.person for other in draft.rows}.values())
    draft.rows += [Row(person, leave) for person in people[:5]]
    return draft.profile.layout.records[0].partition("/*")[0].removesuffix("/-")


def alone_on_its_day(draft: Draft, row: Row) -> FaultPlace:
    """Nobody else has leave on the day."""
    draft.rows[:] = [
        other for other in draft.rows if other is row or not other.leave.start <= row.leave.start <= other.leave.end
    ]
    return FaultPlace("start_date", row)


def after_today(draft: Draft, row: Row) -> FaultPlace:
    """The file was made on the 7th, and the leave is on the 8th."""
    draft.header["generated_at"] = date(2021, 6, 7)
    draft.rows[:] = [other for other in draft.rows if other.leave.start < date(2021, 6, 7) or other is row]
    change_leave(row, start=date(2021, 6, 8), end=date(2021, 6, 8))
    return FaultPlace("start_date", row)


_STORM: dict[str, Any] = {"calendar": official_calendar().with_days(hours_off=[HoursOff(date(2021, 6, 7), 720, 1440, True)])}
_EPIDEMIC_PERIOD: dict[str, Any] = {"period": "10904", "dataset": "covid109"}

def _menstrual_of_a_man(draft: Draft, row: Row) -> FaultPlace:
    row.leave = replace(row.leave, kind="生理假", reason=None)
    row.person = replace(row.person, id="A123456789", name="王小明", woman=False)
    return FaultPlace("leave_type", row)


RECORD_CASES = [
    Case("結束早一天", "REC110", leave("end_date", end=-1)),
    Case("結束年份打錯", "REC110", leave("end_date", end=-365)),
    Case("起訖時間相同", "REC120", leave("end_time", end_time=480)),
    Case("結束寫成十二小時制", "REC120", leave("end_time", end_time=330)),
    Case("下午到零時", "REC120", leave("end_time", start_time=810, end_time=0)),
    Case("日數時數都是 0", "REC210", leave("hours", half_hours=0)),
    Case("半天請一日", "REC220", leave("days", end_time=720)),
    Case("多半小時", "REC220", leave("hours", end_time=720, half_hours=9)),
    Case("一天請兩日", "REC220", leave("days", half_hours=32)),
    Case("跨日多一小時", "REC220", leave("days", end=1, end_time=60, half_hours=35)),
    Case("十二小時的班", "REC225", leave("days", end_time=1200, half_hours=24), severity="warning"),
    Case("跨日最後四小時多半小時", "REC225", leave("days", end=1, end_time=240, half_hours=25), severity="warning"),
    Case("把週末算進去", "REC230", leave("days", end=6, half_hours=7 * 16), severity="warning"),
    Case("結束月份打錯", "REC240", leave("days", end=30), severity="warning"),
    Case("日數寫成時數", "REC240", leave("hours", half_hours=2), severity="warning"),
    Case("延長病假扣除了放假日", "REC245",
         leave("days", kind="延長病假", end=13, half_hours=16 * 10, reason=None), severity="warning"),
    Case("結束在半年以後", "REC360", leave("end_date", kind="休假", end=200, reason=None), severity="warning"),
    Case("整天的時間只請半日", "REC240", leave("hours", half_hours=8), severity="warning"),
    Case("兩個上班日只請 1 日", "REC240", leave("days", end=1), severity="warning"),
    Case("下午到次日中午請 2 日", "REC235", leave("days", start_time=810, end=1, end_time=720, half_hours=32), "warning"),
    Case("只請在午休", "REC250", leave("start_time", start_time=720, end_time=780, half_hours=2), "warning"),
    Case("上個月", "REC310", leave("start_date", start=-35, end=-35)),
    Case("下個月", "REC310", leave("start_date", start=28, end=28)),
    Case("西元 1970 年", "REC350", leave("start_date", start=date(1970, 1, 1)), severity="warning"),
    Case("結束年份多了 10 年", "REC350", leave("end_date", end=3653), severity="warning"),
    Case("檢核日之後", "REC330", after_today, severity="warning", today=date(2021, 6, 7), beside=("FIL330",)),
    Case("星期六", "REC340", on_first_saturday(), severity="warning"),
    Case("停班的半天沒有扣除", "REC345", alone_on_its_day, severity="warning", given=_STORM),
    Case("星期六曠職", "REC340", on_first_saturday(kind="曠職", reason=None), severity="warning"),
    Case("防疫照顧假沒有註記", "REC420", leave("covid_related", kind="防疫照顧假", reason=None)),
    Case("防疫隔離假沒有註記", "REC420", leave("covid_related", kind="防疫隔離假", reason=None)),
    Case("疫苗接種假沒有註記", "REC420", leave("covid_related", kind="疫苗接種假", reason="接種")),
    Case("114 年的病假有註記", "REC460", leave("covid_related", kind="病假", covid=True), severity="warning",
         period="11403"),
    Case("婚假有註記", "REC440", leave("covid_related", kind="婚假", covid=True), severity="warning"),
    Case("事由提到居家隔離", "REC450", leave("covid_related", reason="居家隔離"), severity="warning"),
    Case("109 年資料的開始日在別的月份", "REC320", leave("start_date", start=-31, end=-31), **_EPIDEMIC_PERIOD),
    Case("109 年資料沒有註記", "REC410", leave("covid_related", covid=False, reason=None), **_EPIDEMIC_PERIOD),
    Case("疫情之前", "REC430", leave("covid_related"), severity="warning", period="10901", dataset="covid109"),
]

LIMIT_CASES = [
    Case("婚假 15 日", "REC510", days_of("婚假", 15), severity="warning"),
    Case("喪假 16 日", "REC520", days_of("喪假", 16), severity="warning"),
    Case("流產假 43 日", "REC530", days_of("流產假", 43), severity="warning"),
    Case("娩假 43 日", "REC540", days_of("娩假", 43), severity="warning"),
    Case("生理假 2 日", "REC550", days_of("生理假", 2, end=1), severity="warning"),
    Case("產前假 9 日", "REC560", days_of("產前假", 9), severity="warning"),
    Case("產檢假 8 日", "REC570", days_of("產檢假", 8), severity="warning", profiles=("reference", "example-rows")),
    Case("陪產假 6 日", "REC580", days_of("陪產假", 6), severity="warning"),
    Case("歲時祭儀假 2 日", "REC600", days_of("歲時祭儀假", 2, end=1), severity="warning"),
    Case("家庭照顧假 8 日", "REC610", days_of("家庭照顧假", 8), severity="warning"),
    Case("身心調適假 4 日", "REC620", days_of("身心調適假", 4), severity="warning", period="11411"),
    Case("延長病假超過一年", "REC630", days_of("延長病假", 380, end=379), severity="warning"),
    Case("男性的生理假", "REC650", _menstrual_of_a_man, severity="warning"),
    Case("疫苗接種假 3 日", "REC640", days_of("疫苗接種假", 3, covid=True), severity="warning"),
]

_HALF: dict[str, Any] = {"start_time": 810, "half_hours": 8}
_AGENCY = {"record_agency_code": "376506211I"}


def _both_menstrual(draft: Draft, row: Row) -> FaultPlace:
    change_leave(row, kind="生理假", reason=None)
    return second(later=1)(draft, row)


def _bereaved_twice_in_a_row(draft: Draft, row: Row) -> FaultPlace:
    """9 and 8 working days (14 June is off), with a weekend between them."""
    change_leave(row, kind="喪假", reason=None, end=11, half_hours=9 * 16)
    return second(start=14, end=14 - 2, half_hours=8 * 16)(draft, row)


def _annual_of_two_laws(draft: Draft, row: Row) -> FaultPlace:
    change_leave(row, kind="休假", reason=None)
    return second("leave_type", later=1, kind="慰勞假")(draft, row)


def _before_birth_after_birth(draft: Draft, row: Row) -> FaultPlace:
    change_leave(row, kind="娩假", reason=None)
    return second(later=1, kind="產前假")(draft, row)


def _one_slip_apart(draft: Draft, row: Row) -> FaultPlace:
    """Two neighbours of weight 1 swapped: the check digit is right in both."""
    row.person = replace(row.person, id=finish_id("A12345670"))
    swapped = row.person.id[:8] + row.person.id[:7:-1]
    return second("person_id", later=1, person={"id": swapped})(draft, row)


def _old_and_new_id(draft: Draft, row: Row) -> FaultPlace:
    row.person = replace(row.person, id="AC01234567", name="MARIA SANTOS")
    return second("person_id", person={"id": "A801234569"})(draft, row)


def _another_agency(draft: Draft, row: Row) -> FaultPlace:
    row.raw.update(_AGENCY)
    return FaultPlace("record_agency_code", row)


PERSON_CASES = [
    Case("完全重複", "PER110", second()),
    Case("只有事由不同", "PER120", second(reason="複診")),
    Case("一筆沒有事由", "PER120", second(reason=None)),
    Case("重疊一分鐘", "PER130", second(kind="公假", reason="會議", start_time=1049, end_time=1110, half_hours=1)),
    Case("一天內又請半天", "PER130", second(kind="公假", reason="會議", end_time=720, half_hours=8)),
    Case("包住前一筆", "PER130", second(kind="公差", reason="會議", end=1, half_hours=32)),
    Case("白天一日晚上又請", "PER140", second(kind="事假", reason=None, start_time=1080, end_time=1200, half_hours=4),
         severity="warning"),
    Case("同一證號兩個姓名", "PER210", second("person_name", later=1, person={"name": "王曉明"}), severity="warning"),
    Case("同一證號兩個人員區分", "PER220", second("person_category", later=1, person={"category": "02"}),
         severity="warning"),
    Case("同名而證號只差一處", "PER230", _one_slip_apart, severity="warning"),
    Case("同名而有新舊統一證號", "PER240", _old_and_new_id, severity="warning"),
    Case("一個月兩次生理假", "PER310", _both_menstrual, severity="warning"),
    Case("接連兩筆喪假 17 日", "PER350", _bereaved_twice_in_a_row, severity="warning"),
    Case("娩假之後的產前假", "PER370", _before_birth_after_birth, severity="warning"),
    Case("休假與慰勞假", "PER360", _annual_of_two_laws, severity="warning"),
]  # fmt: skip


def _nobody_at_the_end(draft: Draft, row: Row) -> str:
    """Twenty records and more, the last of them early in the month."""
    again = [Row(row.person, row.leave)]
    for number in range(24):
        person = replace(row.person, id=finish_id(f"B22{number:02d}7654"), name=f"林{chr(0x5B89 + number)}")
        again.append(Row(person, row.leave))
    draft.rows[:] = again
    return draft.profile.layout.records[0].split("/*")[0]


def _twice(draft: Draft, row: Row) -> str:
    draft.rows += [Row(other.person, other.leave, dict(other.raw)) for other in draft.rows]
    return draft.profile.layout.records[0].split("/*")[0]


def _thousand(draft: Draft, row: Row) -> str:
    """As many people, each with the leave."""
    people = [replace(row.person, id=finish_id(f"B2{number:07d}"), name=f"林{chr(0x4E00 + number)}") for number in range(1000)]
    draft.rows[:] = [Row(person, row.leave) for person in people]
    return draft.profile.layout.records[0].split("/*")[0]


def _hours_in_minutes(draft: Draft, row: Row) -> str:
    """The amount of every leave in minutes, where hours belong."""
    for other in draft.rows:
        other.raw |= {"days": 0, "hours": other.leave.half_hours * 30}
    return draft.profile.layout.records[0].partition("/*")[0].removesuffix("/-")


def _titles_for_units(draft: Draft, row: Row) -> str:
    for other in draft.rows:
        unit = other.person.unit or "民政課"
        other.person = replace(other.person, title=unit, unit=other.person.title)
    return draft.profile.layout.records[0].partition("/*")[0].removesuffix("/-")


def _on_twelve_hours(start: int, end: int, half_hours: int) -> Change:
    """Everybody has one leave, at times of a clock of twelve hours."""

    def change(draft: Draft, row: Row) -> str:
        draft.rows[:] = {other.person.id: other for other in [*draft.rows, row]}.values()
        for number, other in enumerate(draft.rows):
            day = row.leave.start + timedelta(days=number % 2)
            change_leave(other, start=day, end=day, start_time=start, end_time=end, half_hours=half_hours)
        return draft.profile.layout.records[0].partition("/*")[0].removesuffix("/-")

    return change


FILE_CASES = [
    Case("職稱與單位對調", "FIL740", _titles_for_units, severity="warning", profiles=("reference", "example-rows")),
    Case("五筆在星期六", "FIL350", on_five_saturdays, severity="warning"),
    Case("資料年月錯了", "FIL340", header("period", date(2021, 5, 1))),
    Case("清單寫了兩次", "FIL530", _twice, profiles=("reference", "example-rows")),
    Case("剛好一千筆", "FIL540", _thousand, severity="warning", beside=("FIL510",), profiles=("reference",)),
    Case("本工具的範例", "FIL620", header("system_name", SAMPLE_SYSTEM), severity="info", profiles=("reference",)),
    Case("時數填分鐘數", "FIL710", _hours_in_minutes),
    Case("下午寫成凌晨", "FIL720", _on_twelve_hours(90, 330, 8), severity="warning"),
    Case("整天寫成 0800 至 0530", "FIL725", _on_twelve_hours(480, 330, 16)),
    Case("產製日期是 999 年", "COD220", header("generated_at", date(2910, 7, 5)), severity="warning",
         profiles=("reference", "example-nested")),
    Case("月底沒有差假", "FIL510", _nobody_at_the_end, severity="warning"),
    Case("本程式之後的月份", "FIL610", lambda draft, row: FaultPlace("period"), "info", "12001", today=date(2031, 2, 20)),
    Case("筆數少一", "FIL110", raw("record_count", 1), profiles=("reference", "example-nested")),
    Case("資料年月在 110 年之前", "FIL210", header("period", date(2020, 12, 1))),
    Case("109 年資料的年月不是 109 年", "FIL220", header("period", date(2021, 4, 1)), **_EPIDEMIC_PERIOD),
    Case("產製日期早於資料年月", "FIL310", header("generated_at", date(2021, 5, 31))),
    Case("產製日期在當月", "FIL330", header("generated_at", date(2021, 6, 15)), severity="warning"),
    Case("產製日期在檢核日之後", "FIL320", header("generated_at", date(2026, 12, 21)), severity="info"),
    Case("紀錄屬於另一機關", "FIL410", _another_agency, profiles=("reference", "example-nested")),
]


CONTENT_CASES = [*RECORD_CASES, *LIMIT_CASES, *PERSON_CASES, *FILE_CASES]
