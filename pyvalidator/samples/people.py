"""Made-up people of a made-up staff list: valid identity numbers that belong to nobody known, plausible names."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal, TypeVar

from pyvalidator.domain.person_ids import checksum_is_right, old_or_new_form

T = TypeVar("T")
#: Canonical values of the field `staff_class`.
Staff = Literal["公務人員", "聘僱人員", "適用勞基法人員"]

#: First letters that are still issued (L, R, S and Y are not).
_LETTERS = "ABCDEFGHIJKMNOPQTUVWXZ"

_SURNAMES = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴"
_DOUBLE_SURNAMES = ("歐陽", "張簡", "范姜", "司徒", "上官")
_GIVEN = (
    "雅文家志宗怡君淑美俊宏建佳穎欣慧玲明智偉廷承翰柏宇冠霖詩涵郁婷子晴孟儒政彥麗華秀珍惠如心瑜靜宜昱安品妤晨睿恩"
    "喆堃\U000242ee"
)
_INDIGENOUS_GIVEN = ("巴燕", "達利", "尤瑪", "比令", "伊婕", "娃丹", "高拉", "里慕伊", "拉罕", "撒布", "阿浪", "瑪雅")
_INDIGENOUS_FAMILY = ("武荖", "諾敏", "雅優", "烏茂", "卡造", "伊斯坦大", "杜姑", "瓦旦", "達邦安", "馬紹")
_LATIN_NAMES = ("NGUYEN THI LAN", "MARIA C. SANTOS", "JOHN T. MILLER", "SITI RAHAYU", "TRAN VAN MINH", "ANNA-LISA BERG")

_UNITS = ("民政課", "財政課", "建設課", "農業課", "社會課", "行政課", "人事室", "主計室", "政風室")
_TITLES: dict[Staff, tuple[str, ...]] = {
    "公務人員": ("課員", "課員", "辦事員", "技士", "書記", "里幹事", "村幹事", "課長", "主任", "秘書"),
    "聘僱人員": ("約僱人員", "聘用人員", "職務代理人"),
    "適用勞基法人員": ("技工", "工友", "駕駛", "臨時人員", "隊員"),
}
_CATEGORIES: dict[Staff, tuple[str, ...]] = {
    "公務人員": ("01", "02", "03"), "聘僱人員": ("12", "13"),
    "適用勞基法人員": ("21", "22", "96"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """One made-up person. `number` counts from 0 within the agency."""

    number: int
    id: str
    name: str
    category: str
    title: str
    unit: str | None
    staff: Staff
    woman: bool
    indigenous: bool


def rng_of(*parts: int) -> Random:
    """A generator that depends on `parts` only. Callers use its integer methods, which give the same numbers on every
    platform and every Python version."""
    seed = 0
    for part in parts:
        seed = seed * 1_000_003 + part + 1
    return Random(seed)


def pick(rng: Random, choices: str | tuple[T, ...] | list[T]) -> T:
    """One of `choices`."""
    return choices[rng.randrange(len(choices))]  # type: ignore[return-value]


def make_people(seed: int, agency: str, count: int) -> list[SamplePerson]:
    """The first `count` people of an agency's staff: the same for every month."""
    place = int(agency, 36)
    taken: dict[str, list[str]] = {}
    ids: set[str] = set()
    return [_make_person(rng_of(seed, place, number), number, taken, ids) for number in range(count)]


def _make_person(rng: Random, number: int, taken: dict[str, list[str]], ids: set[str]) -> SamplePerson:
    """One more person: an ID that nobody has yet, and none that looks like a namesake's with a slip.

    Args:
        taken: the IDs of each name so far. ids: all IDs so far. Both are added to.
    """
    staff: Staff = pick(rng, ("公務人員",) * 14 + ("聘僱人員",) * 3 + ("適用勞基法人員",) * 3)
    woman = rng.randrange(2) == 1
    form = pick(rng, ("national",) * 37 + ("new", "old", "new"))
    indigenous = form == "national" and rng.randrange(12) == 0
    name = _name(rng, form, indigenous)
    namesakes = taken.setdefault(name, [])
    # Two forms under one name would look like one person's old and new number.
    form = next((known for other in namesakes if (known := old_or_new_form(other)) and form != "national"), form)
    person_id = _id(rng, form, woman)
    while person_id in ids or any(_differing(person_id, other) < 3 for other in namesakes):
        person_id = _id(rng, form, woman)
    namesakes.append(person_id)
    ids.add(person_id)
    return SamplePerson(
        number, person_id, name, pick(rng, _CATEGORIES[staff]), pick(rng, _TITLES[staff]),
        pick(rng, _UNITS) if rng.randrange(10) else None, staff, woman, indigenous,
    )  # fmt: skip


def _differing(first: str, second: str) -> int:
    return sum(a != b for a, b in zip(first, second, strict=True))


def _name(rng: Random, form: str, indigenous: bool) -> str:
    if form != "national" and rng.randrange(2):
        return pick(rng, _LATIN_NAMES)
    if indigenous:
        return f"{pick(rng, _INDIGENOUS_GIVEN)}‧{pick(rng, _INDIGENOUS_FAMILY)}"
    surname = pick(rng, _DOUBLE_SURNAMES) if rng.randrange(25) == 0 else pick(rng, _SURNAMES)
    length = 1 if rng.randrange(15) == 0 else 2
    return surname + "".join(pick(rng, _GIVEN) for _ in range(length))


def _id(rng: Random, form: str, woman: bool) -> str:
    second = {"national": "12", "new": "89", "old": pick(rng, ("AB", "CD"))}[form][woman]
    return finish_id(pick(rng, _LETTERS) + second + "".join(str(rng.randrange(10)) for _ in range(7)))


def finish_id(start: str) -> str:
    """The identity number that begins with these 9 characters, its check digit added."""
    return next(start + digit for digit in "0123456789" if checksum_is_right(start + digit))
