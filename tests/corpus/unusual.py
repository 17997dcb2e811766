"""Unusual people and leaves, all of them legal: what a clerk's file may hold and no rule may ask about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from pyvalidator.domain.calendar import last_day_of, official_calendar
from pyvalidator.profile import Profile
from pyvalidator.samples import Draft, Row, build_draft
from pyvalidator.samples.people import SamplePerson, finish_id
from pyvalidator.samples.planner import SampleLeave

_NAMES = (
    "王" * 50, "李", "歐陽龍", "司馬中原", "阿布", "巴奈·庫穗", "伊斯坦大·貝雅夫·正福", "瓦歷斯‧諾幹", "夷將·拔路兒 Icyang·Parod",
    "谷辣斯·尤達卡Kolas Yotaka", "𠮷野家", "張𤋮", "黄𡘙", "Nguyễn Văn An", "MARIA DELA CRUZ-SANTOS", "O'Brien Seán",
    "Ahmad bin Abdullah", "Jean-Paul Müller",
)  # fmt: skip
#: A citizen's number, and the new and the old form of a foreign resident's.
_SECOND = ("12", "89", "ABCD")


def unusual_draft(profile: Profile, seed: int) -> Draft:
    """A clean file of some month from 110 on, with six more people of unusual names, numbers and leaves."""
    random = Random(seed)
    year, number = random.randrange(110, 116), random.randrange(1, 12)
    draft = build_draft(profile, period=f"{year}{number:02d}", people=random.choice((1, 2, 8)), seed=seed)
    month = date(year + 1911, number, 1)
    known = {text for row in draft.rows for text in (row.person.id, row.person.name)}
    for place in range(6):
        person = _person(random, profile, 900 + place)
        # Two forms of number under one name would be a question.
        if not known & {person.id, person.name}:
            known |= {person.id, person.name}
            draft.rows += [Row(person, leave) for leave in random.choice(LEAVES)(random, month)]
    return draft


def _person(random: Random, profile: Profile, number: int) -> SamplePerson:
    start = random.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") + random.choice(random.choice(_SECOND))
    name = random.choice(_NAMES)[: profile.by_name["person_name"].max_length]
    category, title = f"{random.randrange(1, 97):02d}", "課員" * random.choice((1, 15))
    digits = "".join(random.choices("0123456789", k=7))
    return SamplePerson(number, finish_id(start + digits), name, category, title, "民政課", "公務人員", False, False)


def _worked(month: date) -> list[date]:
    days = (month + timedelta(days=step) for step in range((last_day_of(month) - month).days + 1))
    return [day for day in days if not official_calendar().is_off(day)]


def _last(start: date, days: int) -> date:
    end = start
    while (official_calendar().working_days(start, end) or 0) < days:
        end += timedelta(days=1)
    return end


def _leave(kind: str, start: date, from_minute: int, end: date, to_minute: int, half_hours: int) -> SampleLeave:
    return SampleLeave(kind, start, from_minute, end, to_minute, half_hours, False, None)


def _sixteen_half_hours(random: Random, month: date) -> list[SampleLeave]:
    """Sixteen short leaves on one day, eight hours together."""
    day = random.choice(_worked(month))
    kinds = ("事假", "病假", "公假", "公出", "加班補休")
    starts = [*range(480, 720, 30), *range(780, 1020, 30)]
    return [_leave(random.choice(kinds), day, start, day, start + 30, 1) for start in starts]


def _night_shift(random: Random, month: date) -> list[SampleLeave]:
    day = random.choice(_worked(month))
    return [_leave("公差", day, 1320, day + timedelta(days=1), 360, 16)]


def _long_illness(random: Random, month: date) -> list[SampleLeave]:
    """延長病假 that began months ago and goes on for months, weekends included."""
    start = month - timedelta(days=random.randrange(200))
    end = start + timedelta(days=random.randrange((month - start).days, 300))
    return [_leave("延長病假", start, 0, end, 1440, 16 * ((end - start).days + 1))]


def _over_the_end(random: Random, month: date) -> list[SampleLeave]:
    """From the last working day of the month, in December of the year, on."""
    start = _worked(month)[-1]
    return [_leave("休假", start, 480, _last(start, 3), 1050, 48)]


def _two_halves(random: Random, month: date) -> list[SampleLeave]:
    day = random.choice(_worked(month))
    return [_leave("休假", day, 480, day, 720, 8), _leave("病假", day, 780, day, 1020, 8)]


def _last_half_hour(random: Random, month: date) -> list[SampleLeave]:
    day = random.choice(_worked(month))
    return [_leave("事假", day, 0, day, 30, 1), _leave("事假", day, 1410, day, 1440, 1)]


def _part_time(random: Random, month: date) -> list[SampleLeave]:
    return [_leave("慰勞假", day, 600, day, 720, 4) for day in _worked(month)[::3]]


def _through_midnight(random: Random, month: date) -> list[SampleLeave]:
    """Until 24:00, and again from 00:00."""
    day = random.choice(_worked(month)[:-1])
    following = day + timedelta(days=1)
    return [_leave("公差", day, 960, day, 1440, 16), _leave("公差", following, 0, following, 480, 16)]


def _ten_days(random: Random, month: date) -> list[SampleLeave]:
    start = _worked(month)[0]
    return [_leave("休假", start, 480, _last(start, 10), 1050, 160)]


LEAVES: tuple[Callable[[Random, date], list[SampleLeave]], ...] = (
    _sixteen_half_hours, _night_shift, _long_illness, _over_the_end, _two_halves, _last_half_hour, _part_time,
    _through_midnight, _ten_days,
)  # fmt: skip
