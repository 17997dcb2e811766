"""Layouts that write days, times, amounts and what is missing in ways of their own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from other_layouts import HEAD, HEAD_ZH, amounts, clock, flat, layout, person
from other_leaves import AGENCY, AGENCY_NAME, Leave, Made, greg, roc

# -- how days and times are written ------------------------------------------------------------------------------------


@layout("no_such_day")
def epoch_milliseconds(leaves: list[Leave]) -> Made:
    return flat(leaves, lambda leave: {
        **person(leave), "leaveName": leave.kind, "startTime": int(leave.start.timestamp() * 1000),
        "endTime": int(leave.end.timestamp() * 1000), **amounts(leave), "covid": leave.covid, "reason": leave.reason,
    }, "data", **HEAD)  # fmt: skip


@layout("no_such_day")
def epoch_seconds(leaves: list[Leave]) -> Made:
    return flat(leaves, lambda leave: {
        **person(leave), "leave_type": leave.kind, "begin_ts": int(leave.start.timestamp()),
        "end_ts": int(leave.end.timestamp()), **amounts(leave), "is_covid": leave.covid, "memo": leave.reason,
    }, "rows", **HEAD)  # fmt: skip


@layout("no_such_day")
def asp_dates(leaves: list[Leave]) -> Made:
    def date(moment: datetime) -> str:
        return f"/Date({int(moment.timestamp() * 1000)}+0800)/"

    return flat(leaves, lambda leave: {
        "PersonId": leave.id, **({"PersonName": leave.name} if leave.name is not None else {}), "Title": leave.title,
        "StaffKind": leave.category, "LeaveKind": leave.kind, "BeginTime": date(leave.start), "EndTime": date(leave.end),
        "Days": leave.days, "Hours": leave.hours, "IsCovid": leave.covid, "Reason": leave.reason,
    }, "Items", OrgCode=AGENCY, OrgName=AGENCY_NAME, YearMonth="11006", Count=len(leaves))  # fmt: skip


@layout("no_such_day")
def excel_serials(leaves: list[Leave]) -> Made:
    def serial(moment: datetime) -> int:
        return (moment.replace(tzinfo=None) - datetime(1899, 12, 30)).days

    return flat(leaves, lambda leave: {
        "身分證字號": leave.id, **({"姓名": leave.name} if leave.name is not None else {}), "職稱": leave.title,
        "人員區分": leave.category, "假別": leave.kind, "起日": serial(leave.start), "起時": clock(leave.start),
        "迄日": serial(leave.end), "迄時": clock(leave.end), "日數": leave.days, "時數": leave.hours,
        "疫情": "Y" if leave.covid else "N", "事由": leave.reason,
    }, "工作表1", **HEAD_ZH)  # fmt: skip


@layout()
def offset_without_colon(leaves: list[Leave]) -> Made:
    def moment(leave: Leave, at: datetime) -> str:
        return f"{greg(leave.day(at))}T{clock(at)}:00.000+0800"

    return flat(leaves, lambda leave: {
        **person(leave), "leaveType": leave.kind, "startDateTime": moment(leave, leave.start),
        "endDateTime": moment(leave, leave.end), **amounts(leave), "covid19": leave.covid, "remark": leave.reason,
    }, "content", organization={"code": AGENCY, "name": AGENCY_NAME}, period="2021-06", total=len(leaves))  # fmt: skip


@layout()
def one_range(leaves: list[Leave]) -> Made:
    def span(leave: Leave) -> str:
        first, last = (roc(leave.day(at), "{:03d}/{:02d}/{:02d}") for at in (leave.start, leave.end))
        return f"{first} {clock(leave.start)}~{last} {clock(leave.end)}"

    return flat(leaves, lambda leave: {
        "身分證號": leave.id, **({"姓名": leave.name} if leave.name is not None else {}), "職稱": leave.title,
        "人員區分": leave.category, "假別": leave.kind, "請假期間": span(leave), "日": leave.days, "時": leave.hours,
        "因疫情": "是" if leave.covid else "否", "事由": leave.reason,
    }, "差假", **HEAD_ZH)  # fmt: skip


@layout()
def words_for_everything(leaves: list[Leave]) -> Made:
    def moment(leave: Leave, at: datetime) -> str:
        half = "上午" if at.hour < 12 else "下午"
        return f"{roc(leave.day(at), '民國{:03d}年{:02d}月{:02d}日')} {half}{(at.hour - 1) % 12 + 1:02d}:{at.minute:02d}"

    def amount(leave: Leave) -> str:
        minutes = leave.minutes % 60
        return "".join(f"{number}{word}" for number, word in (
            (leave.days, "日"), (leave.minutes % 480 // 60, "小時"), (minutes, "分")) if number)  # fmt: skip

    return flat(leaves, lambda leave: {
        "身分證統一編號": leave.id, **({"人員姓名": leave.name} if leave.name is not None else {}), "職稱": leave.title,
        "服務單位": leave.unit, "人員區分代碼": leave.category, "差假類別": leave.kind, "開始": moment(leave, leave.start),
        "結束": moment(leave, leave.end), "合計": amount(leave), "新冠": "有" if leave.covid else "無", "事由": leave.reason,
    }, "差勤紀錄", **HEAD_ZH)  # fmt: skip


@layout()
def month_first_with_am_pm(leaves: list[Leave]) -> Made:
    def day(leave: Leave, at: datetime) -> str:
        year, month, day = leave.day(at)
        return f"{month:02d}/{day:02d}/{year}"

    def time(at: datetime) -> str:
        return f"{(at.hour - 1) % 12 + 1}:{at.minute:02d} {'AM' if at.hour < 12 else 'PM'}"

    return flat(leaves, lambda leave: {
        **person(leave), "absenceType": leave.kind, "fromDate": day(leave, leave.start), "fromTime": time(leave.start),
        "toDate": day(leave, leave.end), "toTime": time(leave.end), "durationMinutes": leave.minutes,
        "covidRelated": leave.covid, "comment": leave.reason,
    }, "absences", **HEAD)  # fmt: skip


@layout()
def one_number_each(leaves: list[Leave]) -> Made:
    def moment(leave: Leave, at: datetime) -> int:
        return int(greg(leave.day(at), "{:04d}{:02d}{:02d}") + clock(at, "%H%M"))

    return flat(leaves, lambda leave: {
        "PID": leave.id, **({"PNAME": leave.name} if leave.name is not None else {}), "PTITLE": leave.title,
        "PKIND": int(leave.category), "LVNAME": leave.kind, "BEGIN_DT": moment(leave, leave.start),
        "END_DT": moment(leave, leave.end), "DAYS": leave.days, "HOURS": leave.hours, "COVID": int(leave.covid),
        "RSN": leave.reason,
    }, "DATA", ORG=AGENCY, ORGNAME=AGENCY_NAME, YM=202106)  # fmt: skip


@layout("no_such_day")
def keys_of_numbers(leaves: list[Leave]) -> Made:
    def parts(leave: Leave, at: datetime, word: str) -> dict[str, int]:
        year, month, day = leave.day(at)
        return {f"{word}_YY": year - 1911, f"{word}_MM": month, f"{word}_DD": day, f"{word}_HH": at.hour,
                f"{word}_MI": at.minute}  # fmt: skip

    return flat(leaves, lambda leave: {
        "IDN": leave.id, **({"NAME": leave.name} if leave.name is not None else {}), "TITLE": leave.title,
        "KIND": leave.category, "LEAVE": leave.kind, **parts(leave, leave.start, "BEG"), **parts(leave, leave.end, "END"),
        "DAY_CNT": leave.days, "HOUR_CNT": leave.hours, "COVID_FLAG": "Y" if leave.covid else "", "NOTE": leave.reason,
    }, "LEAVES", ORG_ID=AGENCY, ORG_NAME=AGENCY_NAME, DATA_YEAR=110, DATA_MONTH=6)  # fmt: skip


@layout("overlap", "too_long")
def slots_of_half_days(leaves: list[Leave]) -> Made:
    """A leave is a whole day, a morning or an afternoon."""

    def slot(leave: Leave) -> str:
        return "全日" if leave.minutes >= 480 else "上午" if leave.start.hour < 12 else "下午"

    return flat(leaves, lambda leave: {
        "IDNO": leave.id, **({"CNAME": leave.name} if leave.name is not None else {}), "TITLE": leave.title,
        "PKIND": leave.category, "LEAVE": leave.kind, "FROM": greg(leave.day(leave.start)), "TO": greg(leave.day(leave.end)),
        "SLOT": slot(leave), "DAYS": leave.days + (0.5 if leave.minutes % 480 else 0),
        "COVID": "Y" if leave.covid else "N", "REASON": leave.reason,
    }, "rows", AGENCY=AGENCY, AGENCY_NAME=AGENCY_NAME, YM="11006")  # fmt: skip


@layout("overlap", "too_long")
def days_alone(leaves: list[Leave]) -> Made:
    return flat(leaves, lambda leave: {
        **person(leave), "leaveKind": leave.kind, "beginDate": roc(leave.day(leave.start), "{:03d}.{:02d}.{:02d}"),
        "endDate": roc(leave.day(leave.end), "{:03d}.{:02d}.{:02d}"), "days": round(leave.minutes / 480, 2),
        "epidemic": "Y" if leave.covid else "N", "reason": leave.reason,
    }, "details", **HEAD)  # fmt: skip


@layout()
def hundredths_of_a_day(leaves: list[Leave]) -> Made:
    def moment(leave: Leave, at: datetime) -> str:
        return f"{greg(leave.day(at), '{:04d}/{:02d}/{:02d}')} {clock(at)}"

    return flat(leaves, lambda leave: {
        **person(leave), "leave": leave.kind, "from": moment(leave, leave.start), "to": moment(leave, leave.end),
        "amount": round(leave.minutes / 480, 2), "covid": "1" if leave.covid else "0", "note": leave.reason,
    }, "leaves", **HEAD)  # fmt: skip


# -- what is not there -------------------------------------------------------------------------------------------------


@layout()
def marks_for_nothing(leaves: list[Leave]) -> Made:
    """Whole days have no times; nothing is written in three ways."""

    def row(leave: Leave) -> dict[str, Any]:
        whole = leave.minutes % 480 == 0
        return {
            "IDNO": leave.id, "NAME": leave.name or "NULL", "TITLE": leave.title, "UNIT": "-", "PKIND": leave.category,
            "LEAVE": leave.kind, "SDATE": roc(leave.day(leave.start)),
            "STIME": "NULL" if whole else clock(leave.start, "%H%M"), "EDATE": roc(leave.day(leave.end)),
            "ETIME": "NULL" if whole else clock(leave.end, "%H%M"), "DAYS": leave.days or None, "HOURS": leave.hours or None,
            "COVID": "Y" if leave.covid else "", "MEMO": leave.reason if leave.covid else "-",
        }  # fmt: skip

    return flat(leaves, row, "ROWS", ORG=AGENCY, ORGNM=AGENCY_NAME, YM="11006")


@layout("id")
def a_number_of_the_house(leaves: list[Leave]) -> Made:
    """No identity numbers at all: persons are told by 員工代號."""
    numbers = {id: f"E{10100 + number}" for number, id in enumerate(dict.fromkeys(leave.id for leave in leaves))}
    return flat(leaves, lambda leave: {
        "empNo": numbers[leave.id], **({"empName": leave.name} if leave.name is not None else {}), "title": leave.title,
        "empType": leave.category, "leaveName": leave.kind, "startDate": roc(leave.day(leave.start)),
        "startTime": clock(leave.start, "%H%M"), "endDate": roc(leave.day(leave.end)), "endTime": clock(leave.end, "%H%M"),
        **amounts(leave), "isCovid": leave.covid, "reason": leave.reason,
    }, "records", **HEAD)  # fmt: skip


@layout()
def nothing_above_the_rows(leaves: list[Leave]) -> Made:
    rows = [
        {**person(leave), "leaveName": leave.kind, "startDate": roc(leave.day(leave.start)),
         "startTime": clock(leave.start, "%H%M"), "endDate": roc(leave.day(leave.end)),
         "endTime": clock(leave.end, "%H%M"), **amounts(leave), "isCovid": leave.covid, "reason": leave.reason}
        for leave in leaves
    ]  # fmt: skip
    return Made(rows, [f"/{index}" for index in range(len(rows))], f"leave_{AGENCY}_202106.json")
