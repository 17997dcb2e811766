"""Batches of several clean files that do not go together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from cases import WANG

from pyvalidator.domain.agencies import Roster
from pyvalidator.domain.calendar import official_calendar
from pyvalidator.profile import Profile
from pyvalidator.samples import Draft, Row, build_draft
from pyvalidator.samples.people import SamplePerson
from pyvalidator.samples.planner import SampleLeave

BatchFiles = dict[str, Draft]
OFFICE, CLEANERS, OTHER = "376506200A", "376506211I", "376506151J"
RENAMED = replace(WANG, name="王曉明")
OLD_FORM = replace(WANG, id="AC01234567", name="MARIA SANTOS")
NEW_FORM = replace(WANG, id="A801234569", name="MARIA SANTOS")
SHE = replace(WANG, id="A234567893", name="陳美玲", woman=True)


@dataclass(frozen=True)
class BatchCase:
    """One disagreement between files.

    Attributes:
        files: makes the batch. beside: batch rules and rules of the files that it makes true too.
    """

    name: str
    rule: str
    files: Callable[[Profile], BatchFiles]
    severity: str = "warning"
    beside: tuple[str, ...] = ()
    given: dict[str, Any] = field(default_factory=dict)
    profiles: tuple[str, ...] = ("reference", "example-nested", "example-rows")

    @property
    def id(self) -> str:
        return f"{self.rule}-{self.name}"


def month(
    profile: Profile, period: str, *leaves: SampleLeave, agency: str = OFFICE, person: SamplePerson = WANG
) -> Draft:
    """The clean file of two people with the leaves of one person more."""
    draft = build_draft(profile, period=period, agency=agency, people=2, seed=5)
    draft.rows += [Row(person, leave) for leave in leaves]
    return draft


def leave(kind: str, start: date, days: int = 1, *, claimed: int | None = None) -> SampleLeave:
    """A leave of so many working days."""
    end = start
    while (worked := official_calendar().working_days(start, end)) is not None and worked < days:
        end += timedelta(days=1)
    return SampleLeave(kind, start, 480, end, 1050, 16 * (days if claimed is None else claimed), False, None)


def june(*days: int) -> list[SampleLeave]:
    return [leave("病假", date(2021, 6, day)) for day in days or (8,)]


JULY_6 = leave("病假", date(2021, 7, 6))
ACROSS = leave("公差", date(2021, 6, 30), 2)


def named(**header: Any) -> Callable[[Draft], Draft]:
    def rename(draft: Draft) -> Draft:
        draft.header.update(header)
        return draft

    return rename


def over(
    kind: str, first: int, second: int, *, year: int = 2021, person: SamplePerson = WANG
) -> Callable[[Profile], BatchFiles]:
    """A leave of this kind in each of two months, which together are too much."""

    def files(profile: Profile) -> BatchFiles:
        july, august = f"{year - 1911}07", f"{year - 1911}08"
        return {
            "a.json": month(profile, july, leave(kind, date(year, 7, 1), first), person=person),
            "b.json": month(profile, august, leave(kind, date(year, 8, 2), second), person=person),
        }

    return files


def _menstrual_year(profile: Profile) -> BatchFiles:
    batch = {}
    for number in range(1, 13):
        days = [date(2021, number, day) for day in ((8, 9) if number == 12 else (8,))]
        while official_calendar().is_off(days[0]):
            days = [day + timedelta(days=1) for day in days]
        leaves = [leave("生理假", day) for day in days]
        batch[f"{number:02d}.json"] = month(profile, f"110{number:02d}", *leaves, person=SHE)
    return batch


def _sick_with_menstrual(profile: Profile) -> BatchFiles:
    batch = over("病假", 20, 10, person=SHE)(profile)
    for number, day in ((9, 8), (10, 8), (11, 8), (12, 8)):
        period = f"110{number:02d}"
        batch[f"{number:02d}.json"] = month(profile, period, leave("生理假", date(2021, number, day)), person=SHE)
    return batch


def _ill_for_long(profile: Profile) -> BatchFiles:
    def ill(start: date, days: int) -> SampleLeave:
        end = start + timedelta(days=days - 1)
        return SampleLeave("延長病假", start, 0, end, 24 * 60, 16 * days, False, None)

    return _two(month(profile, "11007", ill(date(2021, 7, 1), 184)), month(profile, "11107", ill(date(2022, 2, 1), 183)))


def _two(first: Draft, second: Draft) -> BatchFiles:
    return {"a.json": first, "b.json": second}


_ROSTER = "機關代碼,機關名稱,報送方式\n376506200A,水上鄉公所,JSON\n376801200A,水上鄉民代表會,WebHR\n"
_TEAM_EXPECTED = Roster.read((_ROSTER + "376506211I,水上鄉清潔隊,\n").encode())
_OTHERS_EXPECTED = Roster.read("機關代碼,機關名稱\n376506211I,水上鄉清潔隊\n".encode())

BATCH_CASES = [
    BatchCase("同月兩個檔案", "BAT110", lambda p: _two(month(p, "11006", *june()), month(p, "11006")), "error"),
    BatchCase("相同的檔案", "BAT120", lambda p: _two(month(p, "11006", *june()), month(p, "11006", *june())), "error"),
    BatchCase("同一人在兩個機關", "BAT210",
             lambda p: _two(month(p, "11006", *june()), month(p, "11006", *june(9), agency=OTHER))),
    BatchCase("公所的檔案含清潔隊", "BAT220",
             lambda p: _two(_with_people_of(month(p, "11006"), CLEANERS), month(p, "11006", agency=CLEANERS))),
    BatchCase("同一證號在兩個檔案的姓名不同", "BAT230",
             lambda p: _two(month(p, "11006", *june()), month(p, "11007", JULY_6, person=RENAMED))),
    BatchCase("新舊統一證號", "BAT250",
             lambda p: _two(month(p, "11006", ACROSS, person=OLD_FORM), month(p, "11007", ACROSS, person=NEW_FORM))),
    BatchCase("娩假的下個月又有產前假", "BAT260",
             lambda p: _two(month(p, "11006", leave("娩假", date(2021, 6, 8), 5), person=SHE),
                            month(p, "11007", leave("產前假", date(2021, 7, 6)), person=SHE))),
    BatchCase("機關名稱不同", "BAT240",
             lambda p: _two(month(p, "11006"), named(agency_name="鹿草鄉公所")(month(p, "11007"))), "info"),
    BatchCase("缺一個月", "BAT310", lambda p: _two(month(p, "11006"), month(p, "11008"))),
    BatchCase("缺一個機關", "BAT320", lambda p: {"a.json": month(p, "11006")}, given={"roster": _TEAM_EXPECTED}),
    BatchCase("不在名冊的機關", "BAT330", lambda p: {"a.json": month(p, "11006")}, "info", beside=("BAT320",),
             given={"roster": _OTHERS_EXPECTED}),
    BatchCase("檔名的機關不同", "BAT340", lambda p: {"376506211I_11006.json": month(p, "11006")}, "warning"),
    BatchCase("檔名的年月不同", "BAT350", lambda p: {"376506200A_11005.json": month(p, "11006")}, "warning"),
    BatchCase("下個月沒有跨月的差假", "BAT410", lambda p: _two(month(p, "11006", ACROSS), month(p, "11007")), "error"),
    BatchCase("上個月沒有跨月的差假", "BAT420", lambda p: _two(month(p, "11006"), month(p, "11007", ACROSS)), "error"),
    BatchCase("跨月的差假日數不同", "BAT430",
             lambda p: _two(month(p, "11006", ACROSS), month(p, "11007", replace(ACROSS, half_hours=16))),
             "error"),
    BatchCase("事假 15 日", "BAT510", over("事假", 10, 5)),
    BatchCase("家庭照顧假 8 日", "BAT520", over("家庭照顧假", 5, 3), beside=("BAT510",)),
    BatchCase("身心調適假 4 日", "BAT530", over("身心調適假", 2, 2, year=2026)),
    BatchCase("病假 31 日", "BAT540", over("病假", 20, 11)),
    BatchCase("病假 30 日與生理假 4 日", "BAT540", _sick_with_menstrual),
    BatchCase("延長病假 2 年內 367 日", "BAT620", _ill_for_long, beside=("BAT310",)),
    BatchCase("生理假 13 日", "BAT550", _menstrual_year, beside=("PER310",)),
    BatchCase("休假 31 日", "BAT560", over("休假", 15, 16)),
    BatchCase("婚假 15 日", "BAT570", over("婚假", 8, 7)),
    BatchCase("產前假 9 日", "BAT580", over("產前假", 4, 5, person=SHE)),
    BatchCase("歲時祭儀假 2 日", "BAT590", over("歲時祭儀假", 1, 1)),
    BatchCase("陪產假 6 日", "BAT600", over("陪產假", 3, 3)),
    BatchCase("跨月接連的喪假 17 日", "BAT630", lambda p: _two(
        month(p, "11006", leave("喪假", date(2021, 6, 21), 8)), month(p, "11007", leave("喪假", date(2021, 7, 1), 9)))),
    BatchCase("產檢假 6 日", "BAT610", over("產檢假", 3, 3, person=SHE), profiles=("reference", "example-rows")),
]  # fmt: skip


def _with_people_of(draft: Draft, agency: str) -> Draft:
    """The superior's file, its subordinate's people merged into it."""
    draft.rows += build_draft(draft.profile, period="11006", agency=agency, people=2, seed=5).rows
    return draft
