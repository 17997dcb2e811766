"""What leave made-up people take: kinds with who may take them, when, how long, how often, and the reasons given.

Amounts stay well below the law's, so that a whole year of samples breaks no yearly limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from pyvalidator.samples.people import SamplePerson

#: Start and end in minutes after midnight and the half-hours claimed, for 08:00–12:00 and 13:30–17:30.
Shape = tuple[int, int, int]
MORNING: Shape = (480, 720, 8)
AFTERNOON: Shape = (810, 1050, 8)
WHOLE: Shape = (480, 1050, 16)
SHORT: tuple[Shape, ...] = (
    (480, 600, 4), (600, 720, 4), (810, 930, 4), (930, 1050, 4), (840, 1020, 6), (480, 630, 5),
    (540, 720, 6), (810, 840, 1), (600, 930, 8),
)  # fmt: skip
MIDDAY: Shape = (600, 720, 4)
HALF_DAYS = (MORNING, AFTERNOON)


_LETTER = {"公務人員": "c", "聘僱人員": "k", "適用勞基法人員": "l"}


@dataclass(frozen=True)
class Kind:
    """One kind of leave on the menu.

    Attributes:
        staff: letters of those who may take it: c civil servants, k contract staff, l under the labour law.
        shapes: within a day; days: working days at a stretch, (fewest, most).
        group: a person takes at most one leave of a group in a month.
        months: the calendar months in which it is taken, to keep below yearly limits.
        first, last: it begins within these days, well inside the time that it is in force.
        calendar_days: the stretch counts days off too.
        to_next_midnight: over two days, it lasts from 10:00 to the second day's 24:00.
    """

    name: str
    staff: str
    weight: int
    reasons: tuple[str, ...]
    shapes: tuple[Shape, ...] = ()
    days: tuple[int, int] = (1, 1)
    group: str = ""
    months: tuple[int, ...] = tuple(range(1, 13))
    first: date = date.min
    last: date = date.max
    woman: bool | None = None
    indigenous: bool = False
    covid: bool = False
    calendar_days: bool = False
    to_next_midnight: bool = False

    def suits(self, person: SamplePerson) -> bool:
        """Whether this person may take it."""
        return (
            _LETTER[person.staff] in self.staff
            and self.woman in (None, person.woman)
            and (person.indigenous or not self.indigenous)
        )

    def begins_on(self, day: date) -> bool:
        """Whether it may begin on `day`."""
        return self.first <= day <= self.last and day.month in self.months


_QUARTERS = (1, 4, 7, 10)
_EVEN = (2, 4, 6, 8, 10, 12)
#: 疫苗接種假 110/5/5–112/4/30, 防疫照顧假 from 109/2/11, 防疫隔離假 to 112/4/30 (sources: data/leave_kinds.toml).
_VACCINE: dict[str, Any] = {"first": date(2021, 5, 5), "last": date(2023, 4, 28), "covid": True}
_CARE: dict[str, Any] = {"first": date(2020, 2, 11), "last": date(2023, 4, 28), "covid": True}
_ISOLATION: dict[str, Any] = {"first": date(2020, 3, 2), "last": date(2023, 4, 14), "covid": True}
#: The renamed paternity leave: the old name ends before 111/1/18, the new one begins after it.
_OLD_NAME_LAST, _NEW_NAME_FIRST = date(2022, 1, 7), date(2022, 7, 1)
_ADJUSTMENT_FIRST = date(2025, 10, 13)

# fmt: off
#: Taken in any month.
ROUTINE = (
    Kind("休假", "c", 30, ("返鄉", "家庭旅遊", "處理私事", ""), (WHOLE, *HALF_DAYS), (1, 2), group="annual"),
    Kind("慰勞假", "k", 30, ("返鄉", "家庭旅遊", ""), (WHOLE, *HALF_DAYS), (1, 2), group="annual"),
    Kind("特別休假", "l", 30, ("返鄉", "處理私事", ""), (WHOLE, *HALF_DAYS), (1, 2), group="annual"),
    Kind("加班補休", "ckl", 20, ("補休", "加班補休", ""), (*SHORT, *HALF_DAYS)),
    Kind("值班補休", "ck", 4, ("值班補休",), HALF_DAYS),
    Kind("選務補休", "c", 2, ("選務工作補休",), (WHOLE, *HALF_DAYS)),
    Kind("其他補休", "ckl", 3, ("活動補休",), (*SHORT, *HALF_DAYS)),
    Kind("公出", "ckl", 22, ("會勘", "洽公", "送件", "里民座談會"), (*SHORT, *HALF_DAYS)),
    Kind("公差", "ck", 14, ("業務聯繫會議", "教育訓練", "參加研習"), (WHOLE, *HALF_DAYS), (1, 3)),
    Kind("公假", "ckl", 8, ("參加講習", "健康檢查", "後備軍人召集"), (WHOLE, *HALF_DAYS), (1, 2)),
    Kind("病假", "ck", 14, ("感冒就醫", "牙科治療", "身體不適", "回診"), (WHOLE, *HALF_DAYS, *SHORT), group="sick"),
    Kind("普通傷病假", "l", 14, ("感冒就醫", "身體不適"), (WHOLE, *HALF_DAYS), group="sick"),
    Kind("事假", "ckl", 8, ("處理私事", "辦理貸款", ""), (*SHORT, *HALF_DAYS), group="personal"),
    Kind("家庭照顧假", "ckl", 5, ("照顧子女", "陪同父親就醫"), (*SHORT, *HALF_DAYS), group="personal"),
    Kind("身心調適假", "c", 8, ("",), HALF_DAYS, group="personal", months=_EVEN, first=_ADJUSTMENT_FIRST),
    Kind("生理假", "ckl", 10, ("", "生理期不適"), (WHOLE, *HALF_DAYS), group="menstrual", months=_QUARTERS, woman=True),
    Kind("曠職", "cl", 1, ("未辦理請假手續",), HALF_DAYS),
    Kind("停班登記", "ckl", 2, ("颱風停止上班",), (WHOLE,), months=(8,)),
    Kind("其他", "ckl", 1, ("專案核准",), (WHOLE, *HALF_DAYS)),
    Kind("防疫照顧假", "ckl", 8, ("學校停課照顧子女",), (WHOLE,), (1, 3), group="care", **_CARE),
    Kind("疫苗接種假", "ckl", 8, ("接種新冠肺炎疫苗",), (MIDDAY, WHOLE), (1, 2), group="vaccine", to_next_midnight=True,
         **_VACCINE),
)

#: Taken once in a while, often over many days: at most one a year for each person.
EVENTS = (
    Kind("婚假", "ckl", 6, ("結婚",), days=(3, 8)),
    Kind("喪假", "ckl", 8, ("祖父喪", "父喪", "配偶之母喪"), days=(3, 5)),
    Kind("產前假", "ck", 4, ("產前檢查",), woman=True),
    Kind("產檢假", "l", 4, ("產前檢查",), woman=True),
    Kind("娩假", "ck", 6, ("分娩",), days=(42, 42), woman=True),
    Kind("流產假", "ck", 1, ("流產",), days=(14, 14), woman=True),
    Kind("陪產假", "ckl", 5, ("配偶分娩",), days=(2, 5), woman=False, last=_OLD_NAME_LAST),
    Kind("陪產檢及陪產假", "ckl", 5, ("配偶分娩", "陪同配偶產檢"), days=(2, 7), woman=False, first=_NEW_NAME_FIRST),
    Kind("骨髓捐贈假", "c", 1, ("捐贈骨髓",), days=(3, 7)),
    Kind("器官捐贈假", "c", 1, ("捐贈肝臟",), days=(10, 15)),
    Kind("延長病假", "c", 3, ("重大傷病治療",), days=(30, 60), calendar_days=True),
    Kind("公傷病假", "l", 3, ("執行職務受傷",), days=(3, 20)),
    Kind("歲時祭儀假", "ckl", 12, ("豐年祭", "歲時祭儀"), indigenous=True),
    Kind("休假", "c", 14, ("出國旅遊", "返鄉"), days=(3, 5)),
    Kind("慰勞假", "k", 14, ("出國旅遊",), days=(3, 5)),
    Kind("公差", "ck", 8, ("縣市業務交流", "研習班"), days=(3, 5)),
    Kind("公假", "ckl", 5, ("教育召集", "訓練班"), days=(3, 5)),
    Kind("防疫隔離假", "ckl", 8, ("居家隔離",), days=(5, 10), **_ISOLATION),
)

#: The data of 109 taken because of COVID-19; not before 109/1/15, when the special act begins to count.
_FROM_109: dict[str, Any] = {"first": date(2020, 1, 15), "covid": True}
COVID_109 = (
    Kind("防疫照顧假", "ckl", 30, ("學校停課照顧子女", "幼兒園停課"), (WHOLE,), (1, 5), first=date(2020, 2, 11),
         covid=True),
    Kind("防疫隔離假", "ckl", 15, ("居家檢疫", "居家隔離"), (), (5, 10), first=date(2020, 3, 2), covid=True),
    Kind("公假", "ckl", 15, ("疑似個案通報隔離",), (WHOLE,), (1, 5), first=date(2020, 1, 30), covid=True),
    Kind("病假", "ck", 12, ("自主健康管理", "發燒就醫"), (WHOLE, *HALF_DAYS), **_FROM_109),
    Kind("普通傷病假", "l", 12, ("自主健康管理",), (WHOLE,), **_FROM_109),
    Kind("事假", "ckl", 8, ("照顧居家檢疫之家屬",), (WHOLE, *HALF_DAYS), group="personal", **_FROM_109),
    Kind("家庭照顧假", "ckl", 8, ("停課照顧子女",), (WHOLE, *HALF_DAYS), group="personal", **_FROM_109),
    Kind("休假", "c", 6, ("停課照顧子女",), (WHOLE,), (1, 2), **_FROM_109),
    Kind("加班補休", "ckl", 6, ("停課照顧子女",), HALF_DAYS, **_FROM_109),
)
