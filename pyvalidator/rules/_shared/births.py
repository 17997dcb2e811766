"""Which leave before a birth (產前假) belongs to a birth that has been."""

from __future__ import annotations

from datetime import date, timedelta

#: A later pregnancy has 產前假 of its own. Within so many days of the first day of 娩假 (six weeks of working days, a
#: little over two months) none is far enough to be known: four months is on the safe side of both.
_SAME_BIRTH = timedelta(days=120)


def is_of_same_birth(before_birth: date, birth: date) -> bool:
    """Whether 產前假 that starts on one day comes after 娩假 that starts on the other, and not for a next birth."""
    return timedelta(0) < before_birth - birth <= _SAME_BIRTH
