"""Rows of the benchmarks' table, and how they are timed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """One number of the table.

    Attributes:
        what: what was measured, e.g. `check, 300 records`.
        value: the number, or the median of several; None where it could not be measured: `note` says why.
        unit: `s`, `ms`, `MB`, `×` for ratios, …
        spread: the lowest and the highest of several runs.
        runs: how many there were.
        at_most, at_least: the target, in the same unit; None where the number is only reported.
        note: what a reader must know beside the number.
    """

    what: str
    value: float | None
    unit: str
    spread: tuple[float, float] | None = None
    runs: int = 1
    at_most: float | None = None
    at_least: float | None = None
    note: str = ""

    @classmethod
    def of(cls, facts: dict[str, Any]) -> Row:
        """The row that `facts()` wrote."""
        return cls(**{name: value for name, value in facts.items() if name != "met"})

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is no number or no target."""
        if self.value is None or (self.at_most is None and self.at_least is None):
            return None
        return (self.at_most is None or self.value <= self.at_most) and (
            self.at_least is None or self.value >= self.at_least
        )

    def facts(self) -> dict[str, Any]:
        """The row for build/bench.json."""
        return {**asdict(self), "met": self.met}

    def line(self) -> str:
        """The row for the terminal."""
        cells = self._cells()
        return f"  {cells[0]:66} {cells[1]:>12} {cells[2]:>18} {cells[3]:>10} {cells[4]:>4} {self.note}".rstrip()

    def table_line(self) -> str:
        """The row for a Markdown table."""
        what, *rest = self._cells()
        return "| " + " | ".join([f"{what} ({self.note})" if self.note else what, *rest]) + " |"

    def _cells(self) -> list[str]:
        value = "not measured" if self.value is None else f"{_shown(self.value)} {self.unit}"
        spread = f"{_shown(self.spread[0])}–{_shown(self.spread[1])}, n={self.runs}" if self.spread else ""
        limits = ((self.at_most, "≤"), (self.at_least, "≥"))
        target = " ".join(f"{sign} {_shown(limit)} {self.unit}" for limit, sign in limits if limit is not None)
        return [self.what, value, spread, target, {None: "", True: "yes", False: "no"}[self.met]]


def _shown(number: float) -> str:
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.3g}"


@dataclass(frozen=True)
class Times:
    """Seconds of several runs."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    def row(self, what: str, unit: str = "s", factor: float = 1, **target: Any) -> Row:
        """The row of these times, each multiplied by `factor` to be in `unit`."""
        spread = (min(self.seconds) * factor, max(self.seconds) * factor) if len(self.seconds) > 1 else None
        return Row(what, self.median * factor, unit, spread, len(self.seconds), **target)

    def ratio(self, what: str, other: Times, **target: Any) -> Row:
        """How many times as long as `other` these took: the median ratio of the runs, which were interleaved."""
        ratios = [own / theirs for own, theirs in zip(self.seconds, other.seconds, strict=False)]
        spread = (min(ratios), max(ratios)) if len(ratios) > 1 else None
        return Row(what, statistics.median(ratios), "×", spread, len(ratios), **target)


def interleaved(runs: int, *works: Callable[[], Any], clock: Callable[[], float] = time.perf_counter) -> list[Times]:
    """Times of each of `works`, run in turn `runs` times, so that a slow moment of the machine hits all of them."""
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for own, work in zip(seconds, works, strict=True):
            start = clock()
            work()
            own.append(clock() - start)
    return [Times(tuple(own)) for own in seconds]
