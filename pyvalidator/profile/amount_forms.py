"""Amounts of leave that are written with words or with days and hours in one number: `1日4時`, `1.4`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pyvalidator.domain.amounts import UNIT_MINUTES
from pyvalidator.runtime.caches import forgettable

#: The days before the point and the hours behind it: 1.4 is 1 day 4 hours, 0.35 is 3.5 hours.
DAY_DOT_HOUR = "D.H"
_MINUTES = {"D": UNIT_MINUTES["days"], "H": UNIT_MINUTES["hours"], "M": UNIT_MINUTES["minutes"]}
_NUMBER = "[0-9]{1,5}([.][0-9]{1,4})?"
_PARTS = re.compile("(D+|H+|M+)([^DHM]*)")
_SIGNS = re.compile(r"[\\^$.*+?()\[\]{}|]")
_STEP = 30
#: Minutes of a hundredth of a day: half of it may be cut, and half of it put on again.
ROUNDED_DAYS = UNIT_MINUTES["days"] / 100


@dataclass(frozen=True)
class AmountForm:
    """The form of an amount with a format: `D.H`, numbers each with the text that follows it, or, of several keys,
    numbers with a blank between each two."""

    format: str

    @property
    def is_number(self) -> bool:
        return self.format == DAY_DOT_HOUR

    @cached_property
    def _parts(self) -> list[tuple[str, str]]:
        """Unit and following text, e.g. ("D", "日")."""
        return [(found[1][0], found[2].strip()) for found in _PARTS.finditer(self.format)]

    @property
    def of_keys(self) -> bool:
        """Whether it is of numbers with nothing but blanks between them, as several keys make it: `D H M`."""
        return re.fullmatch("[DHM]( [DHM])+", self.format) is not None

    @property
    def _whole(self) -> bool:
        """Whether no part may be left out: `H:MM`, whose last number has no text of its own."""
        return not self._parts[-1][1]

    @property
    def units(self) -> set[str]:
        """Of D, H and M those that it says."""
        return {unit for unit, _ in self._parts}

    @property
    def fault(self) -> str:
        """What is wrong with the format, and what to write; "" where nothing is."""
        units = [unit for unit, _ in self._parts]
        if self.is_number or (
            units and units == sorted(set(units), key="DHM".index) and _PARTS.sub("", self.format) == ""
            and (self.of_keys or all(text for _, text in self._parts[:-1]))
        ):  # fmt: skip
            return ""
        return (
            f"「{self.format}」不能作為請假長度的格式：請用 D（日）、H（時）、M（分）各一次，由大到小，後面接單位，"
            "例如 D日H時、D天H小時M分；各有自己的鍵時寫 D H M；小數點後面是時數時寫 D.H"
        )

    @cached_property
    def pattern(self) -> str:
        """The whole-string regular expression, without anchors."""
        if self.is_number:
            return "[0-9]{1,5}([.][0-9]{1,4})?"
        if self.of_keys:
            return " ".join([_NUMBER] * len(self._parts))
        texts = [_SIGNS.sub(r"\\\g<0>", text) for _, text in self._parts]
        if self._whole:
            return "".join(f"[0-9]{{1,5}}{text}" for text in texts)
        pieces = [f"{_NUMBER} ?{text}" for text in texts]
        # One that is there, then any of those behind it.
        return "|".join(
            f"{piece}{''.join(f'( ?{later})?' for later in pieces[place + 1 :])}" for place, piece in enumerate(pieces)
        )

    @cached_property
    def _reader(self) -> re.Pattern[str]:
        if self.of_keys:
            number = "[0-9]{1,5}(?:[.][0-9]{1,4})?"
            return re.compile(" ".join(f"(?P<{unit}>{number})" for unit, _ in self._parts))
        if self._whole:
            return re.compile("".join(f"(?P<{unit}>[0-9]{{1,5}}){re.escape(text)}" for unit, text in self._parts))
        return re.compile("".join(
            f"(?:(?P<{unit}>[0-9]{{1,5}}(?:[.][0-9]{{1,4}})?) ?{re.escape(text)})? ?" for unit, text in self._parts
        ))  # fmt: skip

    def minutes(self, value: str | float) -> int | None:
        """The minutes of leave in a value; None where it has not this form, or holds 8 hours behind the point."""
        if self.is_number:
            return _day_dot_hour(value)
        if not isinstance(value, str) or re.fullmatch(self.pattern, value) is None:
            return None
        found = self._reader.fullmatch(value)
        numbers = found.groupdict() if found else {}
        return round(sum(float(text) * _MINUTES[unit] for unit, text in numbers.items() if text is not None))

    def write(self, minutes: float) -> str | float:
        """Minutes of leave in this form: a number for `D.H`, else a text."""
        if self.is_number:
            days, rest = divmod(minutes, UNIT_MINUTES["days"])
            number = round(days + rest / UNIT_MINUTES["hours"] / 10, 4)
            return int(number) if number.is_integer() else number
        said, rest = [], minutes
        for place, (unit, text) in enumerate(self._parts):
            last = place == len(self._parts) - 1
            count = rest / _MINUTES[unit] if last else rest // _MINUTES[unit]
            rest -= count * _MINUTES[unit]
            if self.of_keys:
                said.append(f"{' ' if place else ''}{round(count, 4):g}")
            elif self._whole:
                said.append(f"{count:0{2 if place else 1}.0f}{text}")
            elif count or (last and not said):
                said.append(f"{round(count, 4):g}{text}")
        return "".join(said)


@forgettable(64)
def amount_form(format: str) -> AmountForm:
    return AmountForm(format)


def _day_dot_hour(value: str | float) -> int | None:
    text = value if isinstance(value, str) else f"{value:.10g}"
    found = re.fullmatch("([0-9]{1,9})(?:[.]([0-9])([0-9]{0,9}))?", text)
    if found is None or int(found[2] or 0) >= 8:
        return None
    hours = float(f"{found[2] or 0}.{found[3] or 0}")
    return int(found[1]) * UNIT_MINUTES["days"] + round(hours * UNIT_MINUTES["hours"])


def rounded_days(value: str | float) -> int:
    """The minutes in a number of days with decimals, at the precision in which it is written.

    0.44 stands for all from 0.435 to 0.445: 3.5 hours. Of several half hours (or minutes) in that room the least is
    meant, so that nobody claims more than was rounded.
    """
    text = value if isinstance(value, str) else f"{value:.10g}"
    exact = float(text) * UNIT_MINUTES["days"]
    decimals = len(text.partition(".")[2])
    if exact % _STEP == 0 or not decimals or "e" in text:
        return round(exact)
    room = UNIT_MINUTES["days"] / 2 / 10**decimals + 1e-6
    for step in (_STEP, 1):
        least = -(-(exact - room) // step) * step
        if least <= exact + room:
            return max(0, int(least))
    return round(exact)
