"""What happens in the lives of an agency's staff in a year, and the leave that the law gives for it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from real_diary import DAY, SICK, YEARLY, Leave, Person, is_off

_ILL = ("感冒就醫", "腸胃炎", "看牙", "回診", "發燒", "偏頭痛", "")
_ERRANDS = ("家中有事", "辦理過戶", "搬家", "接送家人", "")
_TRIPS = ("參加業務研討會", "赴縣府開會", "訓練課程", "訪視", "會勘")
#: 109: the first case in the country.
_FIRST_CASE = date(2020, 1, 21)
_MENTAL_FROM = date(2025, 10, 10)
#: Elections and referenda, all on Saturdays.
_POLLS = (date(2020, 1, 11), date(2021, 12, 18), date(2022, 11, 26), date(2024, 1, 13))
#: Days on which work was suspended in all of the south: 凱米, 山陀兒, 康芮.
_STORMS = (date(2024, 7, 24), date(2024, 7, 25), date(2024, 10, 3), date(2024, 10, 31))


def everyday(person: Person, month: date, rng: Random, busy: int) -> None:
    """The small leaves of a month, `busy` of them at most."""
    days = [day for day in (month + step * DAY for step in range(_length(month))) if person.works(day)]
    for _ in range(rng.randrange(busy + 1)):
        day, (kind, group, reason) = rng.choice(days), _kind_of(person, rng)
        if kind == "公出":
            if person.hours.worked(540, 660) == 2:
                person.take_part(kind, day, 540, 660, reason)
        elif kind in ("公差", "公假"):
            person.take_days(kind, day, rng.choice([1, 1, 1, 2, 3]), reason)
        else:
            form = rng.randrange(10)
            if form < 4:
                person.take_half(rng, kind, day, reason, group=group)
            elif form < 6:
                person.take_hours(rng, kind, day, reason, group=group)
            elif form < 9:
                person.take_days(kind, day, rng.choice([1, 1, 1, 2, 3, 5]), reason, group=group)
            else:
                person.take_noon_to_noon(kind, day, rng.choice([0, 1, 3]), reason, group=group)
    if person.woman and rng.random() < 0.25:
        day = rng.choice(days)
        free = not any(leave.kind == "生理假" and leave.first.month == day.month for leave in person.leaves)
        if free and person.spend("sick", day, 8):
            (person.take_office_days if person.watch else person.take_days)("生理假", day, 1)
    if person.law == "worker" and rng.random() < 0.02:
        person.take_hours(rng, "曠職", rng.choice(days))


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]


def _kind_of(person: Person, rng: Random) -> tuple[str, str, str]:
    """A kind, the allowance that it is of, and a reason."""
    vacation = person.law == "teacher" and not person.title.startswith(("主任", "組長"))
    kinds = [
        ("加班補休", "", "補休"), (SICK[person.law], "sick", rng.choice(_ILL)), ("事假", "personal", rng.choice(_ERRANDS)),
        ("家庭照顧假", "family", "照顧家人"), ("公差", "", rng.choice(_TRIPS)), ("公假", "", "研習"),
        ("公出", "", rng.choice(_TRIPS)), ("其他補休", "", ""),
    ]  # fmt: skip
    yearly = [(YEARLY[person.law], "yearly", rng.choice(("", "休假", "旅遊")))] * (0 if vacation else 8)
    watches = [("值班補休", "", "")] * (2 if person.watch else 0)
    return rng.choice([*kinds, *yearly, *watches])


def mental_health(person: Person, day: date, rng: Random) -> None:
    if person.law in ("civil", "teacher") and day >= _MENTAL_FROM and rng.random() < 0.5:
        person.take_half(rng, "身心調適假", day, group="mental")


# -- events ----------------------------------------------------------------------------------------------------------


def wedding(person: Person, day: date, rng: Random) -> None:
    days = 8 if person.law == "worker" else 14
    if rng.random() < 0.5:
        person.take_days("婚假", day, days, "結婚")
    else:
        person.pieces(rng, "婚假", day, days, 85, "結婚")


def bereavement(person: Person, day: date, rng: Random) -> None:
    days = rng.choice((8, 6, 3) if person.law == "worker" else (15, 10, 5))
    person.pieces(rng, "喪假", day, days, 95, rng.choice(("父喪", "祖母喪", "")))


def birth(person: Person, day: date, rng: Random) -> None:
    """A child of one's own, or of the other parent's."""
    if not person.woman:
        old = day < date(2022, 1, 18)
        person.pieces(rng, "陪產假" if old else "陪產檢及陪產假", day, 5 if old else 7, 14, "配偶分娩")
        return
    worker = person.law == "worker"
    before = "產檢假" if worker else "產前假"
    visits = (5 if day < date(2022, 1, 18) else 7) if worker else 8
    for step in range(visits):
        at = person.turns(day - timedelta(days=150 - 17 * step), 1)[0]
        if at.year == day.year:
            person.take_half(rng, before, at, "產檢")
    if worker:
        person.take_calendar("娩假", day, 56)
    else:
        person.take_days("娩假", day, 42)


def miscarriage(person: Person, day: date, rng: Random) -> None:
    if person.woman and person.law == "worker":
        person.take_calendar("流產假", day, rng.choice((7, 28)))
    elif person.woman:
        person.take_days("流產假", day, rng.choice((14, 21, 42)))


def donor(person: Person, day: date, rng: Random) -> None:
    if person.law != "worker":
        kind, days = rng.choice((("骨髓捐贈假", 6), ("骨髓捐贈假", 9), ("器官捐贈假", 21)))
        person.take_days(kind, day, days)


def injury(person: Person, day: date, rng: Random) -> None:
    """Hurt on duty: counted by the calendar, 公假 of public servants, 公傷病假 of workers."""
    kind = "公傷病假" if person.law == "worker" else "公假"
    person.take_calendar(kind, day, rng.randrange(5, 75), "執行職務受傷")


def long_illness(person: Person, day: date, rng: Random) -> None:
    """Sick leave, then 事假, then 延長病假 by the calendar; workers are in hospital, by the calendar too."""
    if person.law == "worker":
        person.take_calendar("普通傷病假", day, rng.randrange(10, 46), "住院")
    elif person.law in ("civil", "teacher") and person.take_days("病假", day, 28, "住院治療", group="sick"):
        after = person.leaves[-1].last + DAY
        if person.take_days("事假", after, 7, group="personal"):
            after = person.leaves[-1].last + DAY
        person.take_calendar("延長病假", after, rng.randrange(30, 120), "術後休養")


def contest(person: Person, day: date, rng: Random) -> None:
    """A week-end's contest, with or without the Friday."""
    saturday = day + (5 - day.weekday()) % 7 * DAY
    first = saturday - rng.randrange(2) * DAY
    days = (saturday - first).days + rng.choice((1, 2))
    person.take_calendar("公假", first, days, rng.choice(("帶隊參加全國賽", "運動會裁判", "")))


EVENTS: tuple[Callable[[Person, date, Random], None], ...] = (
    wedding, bereavement, birth, miscarriage, donor, injury, long_illness, contest, bereavement, birth, contest,
)  # fmt: skip


# -- days of all -----------------------------------------------------------------------------------------------------


def of_the_year(people: list[Person], year: int, rng: Random) -> None:
    """What a year brings to many at once: polls, storms, the epidemic; to indigenous people their festivals."""
    for poll in (poll for poll in _POLLS if poll.year == year):
        for person in rng.sample(people, max(1, len(people) // 4)):
            person.take(Leave("公假", poll, person.hours.start, poll, person.hours.end, 8, "選務工作"))
            person.take_days("選務補休", poll + rng.randrange(2, 30) * DAY, 1, "選務補休")
    for storm in (storm for storm in _STORMS if storm.year == year):
        for person in people[::2]:
            person.take_days("停班登記", storm, 1, "颱風停止上班")
    for person in people:
        _epidemic(person, year, rng)
        if person.indigenous:
            _festivals(person, year, rng)


def _festivals(person: Person, year: int, rng: Random) -> None:
    """One day a year, three from 114/5/28 on: in 114 one under the old rule and three more."""
    person.take_office_days("歲時祭儀假", date(year, 4, 7), 3 if year > 2025 else 1, "歲時祭儀")
    if year == 2025:
        person.pieces(rng, "歲時祭儀假", date(2025, 8, 1), 3, 60, "歲時祭儀")


def _epidemic(person: Person, year: int, rng: Random) -> None:
    if year == 2021 and rng.random() < 0.2:
        person.take_days("防疫照顧假", date(2021, 5, 19) + rng.randrange(20) * DAY, rng.randrange(1, 6), covid=True)
    if year in (2021, 2022) and rng.random() < 0.4:
        shot = person.turns(date(year, 6, 15) + rng.randrange(150) * DAY, 1)[0]
        # From the afternoon of the shot to the end of the next day.
        if person.works(shot + DAY) and person.watch is None:
            end = person.hours.end
            person.take(Leave("疫苗接種假", shot, person.hours.back, shot + DAY, end, 12, "接種疫苗", covid=True))
    if year == 2022 and rng.random() < 0.3:
        day = date(2022, 4, 15) + rng.randrange(120) * DAY
        kind = rng.choice(("公假", "防疫隔離假"))
        person.take_days(kind, day, rng.choice((3, 5)), "居家隔離", covid=True)
    if year == 2023 and rng.random() < 0.2:
        ill = person.turns(date(2023, 3, 20) + rng.randrange(140) * DAY, 1)[0]
        last = [day for day in (ill + step * DAY for step in range(6)) if person.works(day)][-1]
        hours = 8 * sum(person.works(ill + step * DAY) for step in range((last - ill).days + 1))
        person.take(Leave("病假" if person.law != "worker" else "普通傷病假", ill, person.hours.start, last,
                          person.hours.end, hours, "快篩陽性", covid=True))  # fmt: skip


def of_109(people: list[Person], month: date, rng: Random) -> None:
    """Leave because of COVID-19 that begins in a month of 109, the first year."""
    for person in rng.sample(people, max(2, len(people) // 2)):
        day = rng.choice([day for day in (month + step * DAY for step in range(_length(month))) if person.works(day)])
        if day < _FIRST_CASE:
            continue
        if day >= date(2020, 2, 25) and rng.random() < 0.4:
            person.take_days("防疫隔離假", day, 10, "居家檢疫", covid=True)
        elif day >= date(2020, 2, 11) and rng.random() < 0.4:
            person.take_days("防疫照顧假", day, rng.choice((1, 2, 5)), "學校延後開學", covid=True)
        elif day >= date(2020, 2, 3) and rng.random() < 0.5:
            last = day + 13 * DAY
            hours = 8 * sum(not is_off(day + step * DAY) for step in range(14))
            person.take(Leave("公假", day, person.hours.start, last, person.hours.end, hours, "居家隔離", covid=True))
        else:
            person.take_days(SICK[person.law], day, rng.choice((1, 3)), "自主健康管理有症狀", group="sick", covid=True)
