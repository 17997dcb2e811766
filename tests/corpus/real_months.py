"""Months as agencies of many kinds would report them: township, health bureau, school, cleaning team, council, hospital,
fire brigade.

A person of practice would find nothing in them but what shifts bring along. Persons and IDs are invented, and so are
those codes that the official list, as far as it could be read, does not have.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

import real_life
from real_diary import DAY, Hours, Leave, Person

from pyvalidator.samples.people import finish_id

_EARLY, _LATE, _FLEXIBLE = Hours(480, 720, 780, 1020), Hours(480, 720, 810, 1050), Hours(510, 750, 810, 1050)
_SCHOOL, _DAWN = Hours(480, 720, 720, 960), Hours(360, 600, 600, 840)


@dataclass(frozen=True)
class Agency:
    """A kind of agency.

    Attributes:
        staff: title, unit, law and how many.
        shifts: gives each their days and hours of duty; None where all keep office hours.
        daily: whether its system writes a leave of several days as a record for each day.
        busy: so many small leaves a person has in a month at most.
    """

    code: str
    name: str
    hours: Hours
    staff: tuple[tuple[str, str, str, int], ...]
    shifts: Callable[[list[Person], Random], None] | None = None
    busy: int = 3
    daily: bool = False


# -- shifts and other hours ----------------------------------------------------------------------------------------------------------


def _flexible(people: list[Person], rng: Random) -> None:
    """Each comes between half past seven and half past nine, and leaves nine hours later."""
    for person in people:
        start = rng.randrange(450, 571, 30)
        person.hours = Hours(start, 750, 810, start + 540)


def _cleaners(people: list[Person], rng: Random) -> None:
    """Collecting every day but Wednesday and Sunday, at the turn of the year too."""
    for person in people:
        if person.law == "worker":
            person.works = lambda day: day.weekday() not in (2, 6)


def _nurses(people: list[Person], rng: Random) -> None:
    """Five days on, two off, each from another day on; a day, an evening or a night of eight hours."""
    for number, person in enumerate(people):
        if person.title == "護理師":
            start = rng.choice((0, 480, 960))
            person.hours = Hours(start, start + 240, start + 240, start + 480)
            person.works = lambda day, number=number: (day.toordinal() + number) % 7 < 5


def _night_duty(people: list[Person], rng: Random) -> None:
    """Of a health bureau a few watch by turns, twelve hours every third day."""
    for number, person in enumerate(people):
        if person.unit == "疾病管制科":
            person.works = lambda day, number=number: (day.toordinal() + number) % 3 == 0
            start = rng.choice((480, 1200))
            person.watch, person.hours = (start, 720, rng.choice((8, 12))), Hours(480, 840, 840, 1200)


def _firemen(people: list[Person], rng: Random) -> None:
    """A day and a night on, a day and a night off; the office alone works by the week. What a leave of 24 hours counts
    is the brigade's own custom."""
    hours = rng.choice((8, 16, 24))
    for number, person in enumerate(people):
        if person.title in ("隊員", "小隊長"):
            person.works = lambda day, number=number: (day.toordinal() + number) % 2 == 0
            person.watch, person.hours = (480, 1440, hours), Hours(480, 720, 780, 1020)


AGENCIES = {
    "township": Agency("376506200A", "水上鄉公所", _LATE, (
        ("課員", "民政課", "civil", 5), ("村幹事", "民政課", "civil", 3), ("技士", "建設課", "civil", 3), ("課長", "財政課", "civil", 2),
        ("約僱人員", "社會課", "contract", 3), ("工友", "行政課", "worker", 1), ("臨時人員", "農業課", "worker", 2))),
    "county": Agency("376500000A", "嘉義縣政府", _FLEXIBLE, (
        ("科員", "民政處", "civil", 8), ("科長", "教育處", "civil", 2), ("聘用人員", "社會局", "contract", 3),
        ("駕駛", "行政處", "worker", 2))),
    "ministry": Agency("A15000000H", "交通部", _FLEXIBLE, (
        ("科員", "人事處", "civil", 5), ("專員", "路政司", "civil", 5), ("聘用人員", "資訊室", "contract", 2),
        ("技工", "秘書室", "worker", 2)), _flexible),
    "office": Agency("376506100A", "鹿草鄉公所", _EARLY, (
        ("課員", "民政課", "civil", 6), ("約僱人員", "建設課", "contract", 2), ("工友", "行政課", "worker", 2)), daily=True),
    "school": Agency("376509601X", "嘉義縣立水上國民中學", _SCHOOL, (
        ("教師", "導師室", "teacher", 9), ("主任", "教務處", "teacher", 2), ("組長", "學務處", "teacher", 2),
        ("外籍教師", "英語科", "contract", 2), ("幹事", "總務處", "civil", 2), ("工友", "總務處", "worker", 1))),
    "cleaning": Agency("376506211I", "水上鄉清潔隊", _DAWN, (
        ("隊員", "清運班", "worker", 12), ("駕駛", "清運班", "worker", 4), ("課員", "隊部", "civil", 1)), _cleaners),
    "council": Agency("376530000A", "屏東縣東港鎮民代表會", _EARLY, (
        ("秘書", "秘書室", "civil", 1), ("組員", "議事組", "civil", 3), ("工友", "秘書室", "worker", 1)), busy=4),
    "hospital": Agency("376500361P", "嘉義縣立醫院", _EARLY, (
        ("護理師", "護理科", "civil", 10), ("醫師", "內科", "civil", 3), ("護理佐理員", "護理科", "worker", 3),
        ("組員", "人事室", "civil", 2)), _nurses),
    "health": Agency("376500303I", "嘉義縣衛生局", _LATE, (
        ("科員", "企劃科", "civil", 6), ("技士", "疾病管制科", "civil", 4), ("約僱人員", "食品科", "contract", 3)), _night_duty),
    "fire": Agency("376552000C", "花蓮縣消防局", _EARLY, (
        ("隊員", "第一大隊", "civil", 12), ("小隊長", "第一大隊", "civil", 3), ("科員", "人事室", "civil", 3)), _firemen),
}  # fmt: skip

_CATEGORIES = {"civil": "01", "teacher": "31", "contract": "12", "worker": "22"}
_SURNAMES, _GIVEN = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐", "雅文家志宗怡君淑美俊宏建佳穎欣慧玲明智偉廷承"
_FOREIGN = ("EMILY CARTER", "JOHN MILLER", "ANNA SCHMIDT", "DAVID ROSS")
_INDIGENOUS = ("巴燕‧達利", "尤瑪‧比令", "伊婕‧武荖", "高拉‧諾敏", "里慕伊‧瓦旦")


def people_of(agency: Agency, rng: Random) -> list[Person]:
    """Its staff, IDs and names invented."""
    people: list[Person] = []
    for title, unit, law, count in agency.staff:
        for _ in range(count):
            woman, foreign = rng.random() < 0.5, title == "外籍教師"
            second = ("89" if foreign else "12")[woman]
            number = finish_id(rng.choice("QABDEFNT") + second + "".join(rng.choice("0123456789") for _ in range(7)))
            indigenous = not foreign and rng.random() < 0.12
            name = rng.choice(_SURNAMES) + rng.choice(_GIVEN) + rng.choice(_GIVEN)
            name = _FOREIGN[len(people) % 4] if foreign else rng.choice(_INDIGENOUS) if indigenous else name
            if number in {person.id for person in people} or name in {person.name for person in people}:
                name = f"{name[0]}{chr(0x4E00 + len(people))}{name[-1]}"
            people.append(Person(number, name, _CATEGORIES[law], title, unit, law, woman, indigenous, agency.hours,
                                 rng.choice((7, 14, 21, 28, 30))))  # fmt: skip
    if agency.shifts is not None:
        agency.shifts(people, rng)
    return people


def months_of(agency: Agency, years: range, seed: int) -> dict[str, dict[str, Any]]:
    """The files of some years of one agency and one staff, by name; those of 109 hold COVID-19 leave, and there is none
    where nobody had any. A leave that reaches over months stands in each of them."""
    rng = Random(seed)
    people = people_of(agency, rng)
    months = [date(year, month, 1) for year in years for month in range(1, 13) if (year, month) < (2026, 11)]
    for year in years:
        own = [month for month in months if month.year == year]
        if year == 2020:
            for month in own:
                real_life.of_109(people, month, rng)
            continue
        for number, person in enumerate(people):
            if (number + year) % 2 == 0:
                event = real_life.EVENTS[(number + seed + year) % len(real_life.EVENTS)]
                event(person, date(year, rng.randrange(1, 13), rng.randrange(1, 28)), rng)
        real_life.of_the_year(people, year, rng)
        for month in own:
            for person in people:
                real_life.everyday(person, month, rng, agency.busy)
                real_life.mental_health(person, month + rng.randrange(28) * DAY, rng)
    files = {f"{agency.code}_{_roc(month)[:5]}.json": _file(agency, people, month, rng) for month in months}
    return {name: file for name, file in files.items() if file["records"] or file["dataset"] == "monthly"}


def _file(agency: Agency, people: list[Person], month: date, rng: Random) -> dict[str, Any]:
    last = month.replace(day=monthrange(month.year, month.month)[1])
    covid = month.year == 2020
    found = [
        (leave, person) for person in people for whole in person.leaves
        for leave in (_each_day(whole, person) if agency.daily else [whole])
        if month <= leave.first <= last or (not covid and leave.first < month and (leave.last, leave.end) > (month, 0))
    ]  # fmt: skip
    found.sort(key=lambda pair: (pair[0].first, pair[1].id, pair[0].start))
    made = date(2021, 7, 12) if month < date(2021, 6, 1) else last + rng.randrange(2, 18) * DAY
    return {
        "format_version": "1.0", "agency_code": agency.code, "agency_name": agency.name, "period": _roc(month)[:5],
        "dataset": "covid109" if covid else "monthly", "generated_at": _roc(made), "system_name": "差勤管理系統",
        "record_count": len(found), "records": [_record(leave, person) for leave, person in found],
    }  # fmt: skip


def _each_day(leave: Leave, person: Person) -> list[Leave]:
    """A leave as one of each of its days."""
    days = [leave.first + step * DAY for step in range((leave.last - leave.first).days + 1)]
    by_calendar = leave.hours == len(days) * 8
    parts = []
    for day in days:
        start = leave.start if day == leave.first else person.hours.start
        end = leave.end if day == leave.last else person.hours.end
        hours = person.hours.worked(start, end)
        if by_calendar or person.works(day):
            parts.append(replace(leave, first=day, start=start, last=day, end=end, hours=hours))
    return parts if sum(part.hours for part in parts) == leave.hours else [leave]


def _record(leave: Leave, person: Person) -> dict[str, Any]:
    days, hours = divmod(leave.hours, 8)
    record = {
        "person_id": person.id, "person_name": person.name, "person_category": person.category,
        "job_title": person.title, "unit": person.unit, "leave_type": leave.kind,
        "start_date": _roc(leave.first), "start_time": _clock(leave.start),
        "end_date": _roc(leave.last), "end_time": _clock(leave.end),
        "days": int(days), "hours": hours, "covid_related": leave.covid,
    }  # fmt: skip
    return record | ({"reason": leave.reason} if leave.reason else {})


def _roc(day: date) -> str:
    return f"{day.year - 1911:03d}{day:%m%d}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}{minutes % 60:02d}"
