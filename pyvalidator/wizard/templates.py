"""Templates that a column's dates and times can be written in, derived from the values themselves.

A value is cut into runs of digits and what stands between; what stands between has to be the same in all values, but
for 上午／下午, an offset and fractions of a second. Every way to call the digits year, month, day, hour, minute and
second is a candidate; which of them read the values, and which readings are plausible, is for `value_formats` to ask.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from pyvalidator.runtime.caches import forgettable

#: Values that are numbers from head to foot have their own formats.
EPOCHS, SERIALS, DOTNET = ("epoch-seconds", "epoch-milliseconds"), ("excel-1900", "excel-1904"), "/Date(ms)/"

_HALF_DAY = "上午|下午|AM|PM|am|pm"
#: A half of the day, fractions of a second and an offset are one token, however they are written. What stands behind a
#: minus is an offset only in an ISO moment: 08:00-17:00 is a range.
_MARKS = re.compile(
    rf"(?P<half>{_HALF_DAY})|(?P<fraction>(?<=[0-9]:[0-9][0-9])\.[0-9]+)"
    r"|(?P<zone>(?<=[0-9])Z|(?<=[0-9 ])\+[0-9]{2}:?[0-9]{2}(?![0-9])"
    r"|(?<=:[0-9]{2}:[0-9]{2})-[0-9]{2}:?[0-9]{2}(?![0-9:]))"
)
_SIGNS = {"half": "\ue000", "fraction": "\ue001", "zone": "\ue002"}
_TOKENS = {"\ue000": "A", "\ue001": ".f", "\ue002": "Z"}
_RUN = re.compile("[0-9]+|[^0-9]+")
#: Letters that a template takes for a token, or that it does not know; a T by itself stands between day and time.
_LETTERS = re.compile("[A-SU-Za-z]")
#: What can stand between the two halves of a range.
_BETWEEN = re.compile(r"\s*(?:[~～/–—―至到迄-]|to|TO)\s*|\s+")
#: No value of a date or time is longer.
LONGEST = 80
_MOST_RUNS = 14
#: Most templates that are tried for one shape: no value has more plausible meanings.
_MOST = 64

#: Digits that stand together, by their number: how they are cut.
_DATES = {7: ("YYYMMDD",), 8: ("YYYYMMDD", "DDMMYYYY", "MMDDYYYY")}
_PERIODS = {5: ("YYYMM",), 6: ("YYYYMM", "MMYYYY"), 7: ("YYYMM01",), 8: ("YYYYMM01",)}
_TIMES = {4: ("HHmm",), 6: ("HHmmSS",)}
_MOMENTS = {
    9: ("YYYMMDDHH",), 10: ("YYYYMMDDHH",), 11: ("YYYMMDDHHmm",), 12: ("YYYYMMDDHHmm",), 13: ("YYYMMDDHHmmSS",),
    14: ("YYYYMMDDHHmmSS",), 16: ("YYYMMDDHHmmSSf",), 17: ("YYYYMMDDHHmmSSf",),
}  # fmt: skip
#: The order of year, month and day, each with digits of its own.
_ORDERS = (("Y", "M", "D"), ("M", "D", "Y"), ("D", "M", "Y"))


class Shape(NamedTuple):
    """What values have in common that one template can read: what stands between their digits."""

    between: tuple[str, ...]
    numbers: bool


class Runs(NamedTuple):
    """The runs of digits of all values of a shape, by place.

    Attributes:
        lengths: how many digits. zeros: whether one begins with a zero. nothing: the run, where it is always the same
            zeros, else "".
    """

    lengths: tuple[frozenset[int], ...]
    zeros: tuple[bool, ...]
    nothing: tuple[str, ...]


def shape_of(value: Any) -> Shape | None:
    """None for what is no text of digits and signs, and no number."""
    text = text_of(value)
    if text is None or len(text) > LONGEST:
        return None
    runs = _RUN.findall(_marked(text))
    digits = sum(run[0] in "0123456789" for run in runs)
    if not 0 < digits <= _MOST_RUNS:
        return None
    between = tuple("" if run[0] in "0123456789" else run for run in runs)
    return Shape(between, not isinstance(value, str))


def text_of(value: Any) -> str | None:
    """A value as digits and signs: a text, or a whole number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return str(int(value)) if value % 1 == 0 and 0 <= value < 2**63 else None
    return value if isinstance(value, str) else None


def _marked(text: str) -> str:
    return _MARKS.sub(lambda found: _SIGNS[found.lastgroup or ""], text)


def templates(type: str, values: Sequence[Any]) -> list[str]:
    """The candidates for most of `values`, the likeliest first; a `type` is `date`, `period`, `time`, `moment`, and
    `span`, `day_span` or `clock_span` for two of them in one text."""
    shapes = Counter(filter(None, map(shape_of, values)))
    if not shapes:
        return []
    shape = shapes.most_common(1)[0][0]
    runs = _runs(shape, (value for value in values if shape_of(value) == shape))
    return list(_templates(type, shape, runs))


def _runs(shape: Shape, values: Iterable[Any]) -> Runs:
    lengths: dict[int, set[int]] = defaultdict(set)
    zeros: dict[int, bool] = defaultdict(bool)
    same: dict[int, set[str]] = defaultdict(set)
    for value in values:
        for place, run in enumerate(re.findall("[0-9]+", _marked(text_of(value) or ""))):
            lengths[place].add(len(run))
            zeros[place] |= len(run) > 1 and run[0] == "0"
            same[place].add(run.lstrip("0"))
    places = range(len(lengths))
    nothing = [
        "0" * max(lengths[place]) if same[place] == {""} and len(lengths[place]) == 1 else "" for place in places
    ]  # fmt: skip
    return Runs(
        tuple(frozenset(lengths[place]) for place in places), tuple(zeros[place] for place in places), tuple(nothing)
    )


@forgettable(1024)
def _templates(type: str, shape: Shape, runs: Runs) -> tuple[str, ...]:
    if type in ("span", "day_span", "clock_span"):
        return tuple(dict.fromkeys(_ranges(type, shape, runs)))[:_MOST]
    count = len(runs.lengths)
    found: list[str] = []
    for plan in _plans(type, runs, 0, count, shape.numbers):
        found += _written(shape.between, [plan], runs, time_alone=type == "time")
    return tuple(dict.fromkeys(found))[:_MOST]


# -- what the digits are -------------------------------------------------------------------------------------------

#: By run of digits, the tokens in it.
Plan = tuple[str, ...]


def _plans(type: str, runs: Runs, first: int, last: int, numbers: bool) -> Iterator[Plan]:
    """The ways to call the runs from `first` to before `last`."""
    lengths = runs.lengths[first:last]
    if type == "date":
        yield from _day_plans(lengths)
        for middle in range(1, len(lengths)):
            # A time that is nothing but midnight says nothing.
            if all(nothing := runs.nothing[first + middle : last]):
                yield from ((*day, *nothing) for day in _day_plans(lengths[:middle]))
    elif type == "stamp":
        yield from _plans("date", runs, first, last, numbers)
        yield from _plans("moment", runs, first, last, numbers)
    elif type == "period":
        yield from _period_plans(lengths)
    elif type == "time":
        yield from _time_plans(lengths, numbers)
    elif type == "moment":
        if len(lengths) == 1:
            yield from ((cut,) for cut in _cuts(_MOMENTS, lengths[0]))
        for middle in range(1, len(lengths)):
            yield from (
                (*day, *clock)
                for day, clock in product(_day_plans(lengths[:middle]), _time_plans(lengths[middle:], numbers=False))
            )


def _cuts(known: Mapping[int, tuple[str, ...]], lengths: frozenset[int]) -> tuple[str, ...]:
    return known.get(next(iter(lengths)), ()) if len(lengths) == 1 else ()


def _day_plans(lengths: Sequence[frozenset[int]]) -> Iterator[Plan]:
    if len(lengths) == 1:
        yield from ((cut,) for cut in _cuts(_DATES, lengths[0]))
    elif len(lengths) == 2 and lengths[1] == {4}:
        yield from ((year, "MMDD") for year in _years(lengths[0]))
    elif len(lengths) == 3:
        for order in _ORDERS:
            years = _years(lengths[order.index("Y")])
            if all(max(found) <= 2 for part, found in zip(order, lengths, strict=True) if part != "Y"):
                yield from (tuple(year if part == "Y" else part for part in order) for year in years)


def _years(lengths: frozenset[int]) -> tuple[str, ...]:
    return {3: ("YYY",), 4: ("YYYY",)}.get(next(iter(lengths)), ()) if len(lengths) == 1 else ()


def _period_plans(lengths: Sequence[frozenset[int]]) -> Iterator[Plan]:
    if len(lengths) == 1:
        yield from ((cut,) for cut in _cuts(_PERIODS, lengths[0]))
    elif len(lengths) == 2:
        yield from ((year, "M") for year in _years(lengths[0]) if max(lengths[1]) <= 2)
        yield from (("M", year) for year in _years(lengths[1]) if max(lengths[0]) <= 2)
    elif len(lengths) == 3 and lengths[2] in ({1}, {2}):
        # The first day stands for the month.
        yield from ((year, "M", "0" * (max(lengths[2]) - 1) + "1") for year in _years(lengths[0]))


def _time_plans(lengths: Sequence[frozenset[int]], numbers: bool) -> Iterator[Plan]:
    if len(lengths) == 1:
        yield from ((cut,) for cut in _cuts(_TIMES, lengths[0]))
        if numbers:
            # A number has lost the zeros in front: 800 is 0800, 30 is 0030.
            yield ("HHmm",) if max(lengths[0]) <= 4 else ("HHmmSS",)
        elif len(lengths[0]) > 1:
            yield from ((cut,) for most, cut in ((4, "Hmm"), (6, "HmmSS")) if {most - 1, most} >= lengths[0])
        if max(lengths[0]) <= 2 and not numbers:
            yield ("H",)
    elif len(lengths) in (2, 3) and all(max(found) <= 2 for found in lengths):
        yield ("H", "m", "S")[: len(lengths)]


# -- ranges --------------------------------------------------------------------------------------------------------

_HALVES = {"span": (("moment", "moment"), ("moment", "time")), "day_span": (("date", "date"),),
           "clock_span": (("time", "time"),)}  # fmt: skip


def _ranges(type: str, shape: Shape, runs: Runs) -> Iterator[str]:
    places = [place for place, text in enumerate(shape.between) if text == ""]
    for middle in range(1, len(places)):
        text = "".join(shape.between[places[middle - 1] + 1 : places[middle]])
        if not _BETWEEN.search(_without_signs(text)):
            continue
        for first, second in _HALVES[type]:
            left = list(_plans(first, runs, 0, middle, shape.numbers))
            right = list(_plans(second, runs, middle, len(places), shape.numbers))
            for plans in product(left, right):
                yield from _written(shape.between, plans, runs, time_alone=type == "clock_span")


def _without_signs(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, _TOKENS)))


# -- templates as texts --------------------------------------------------------------------------------------------


def _written(between: Sequence[str], plans: Sequence[Plan], runs: Runs, *, time_alone: bool) -> Iterator[str]:
    """The templates of a plan: month, day and hour with two digits or without a leading zero, as the values have them;
    where these tell nothing, all alike."""
    tokens = [token for plan in plans for token in plan]
    signs = "".join(between)
    half = _SIGNS["half"] in signs
    # A year of the Republic may have a zero in front: 0110, 01100607.
    tokens = [
        f"0{token[1:]}" if token.startswith("YYYY") and runs.zeros[place] else token
        for place, token in enumerate(tokens)
    ]  # fmt: skip
    told = [_padded(token, runs.lengths[place], runs.zeros[place]) for place, token in enumerate(tokens)]
    open_ones = any(padded is None for padded in told)
    for usual in _usual(tokens, told) if open_ones else (True,):
        parts = [
            _token(token, usual if padded is None else padded, half=half, time_alone=time_alone)
            for token, padded in zip(tokens, told, strict=True)
        ]  # fmt: skip
        rest = iter(parts)
        yield "".join(next(rest) if text == "" else _literal(text) for text in between)


def _padded(token: str, lengths: frozenset[int], zero: bool) -> bool | None:
    """Whether a part has always two digits; None where nothing tells."""
    if token not in ("M", "D", "H", "m", "S"):
        return True
    if lengths != {2}:
        return False
    # A minute or second is hardly ever written with one digit.
    return True if zero or token in ("m", "S") else None


def _usual(tokens: Sequence[str], told: Sequence[bool | None]) -> tuple[bool, bool]:
    """Whether undecided parts have two digits, the likelier answer first: as the others of the value have it. Where
    none of them tells, both are read without a zero in front."""
    known = [padded for token, padded in zip(tokens, told, strict=True) if token in ("M", "D", "H")]
    return (True, False) if True in known else (False, True)


def _token(token: str, padded: bool, *, half: bool, time_alone: bool) -> str:
    if token in ("M", "D", "m", "S"):
        token = token * 2 if padded or token == "S" else token
        return "MM" if time_alone and token == "mm" else token
    if token == "H":
        token = "h" if half else "H"
        return token * 2 if padded else token
    if half:
        token = token.replace("H", "h")
    return token.replace("mm", "MM") if time_alone else token


def _literal(text: str) -> str:
    """What stands between digits, as a template has it: letters that would be tokens in brackets."""
    parts = re.split(f"([{''.join(_TOKENS)}])", text)
    return "".join(_TOKENS.get(part) or (f"[{part}]" if _LETTERS.search(part) else part) for part in parts)
