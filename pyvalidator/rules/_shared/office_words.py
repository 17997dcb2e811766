"""Office hours in words, as rules name them to the clerk."""

from __future__ import annotations

from pyvalidator.profile.field_values import show_time
from pyvalidator.rule import Context


def hours_of(context: Context) -> str:
    """The usual hours that the file's own leaves show, e.g. 0800 至 1700; nothing where they show none."""
    hours = context.office.hours if context.office else None
    return "" if hours is None else span_words(hours.usual, context)


def span_words(times: tuple[int, int], context: Context) -> str:
    """Two times of the day as the file writes them."""
    start, end = (
        show_time(minutes, context.spec(name))
        for name, minutes in zip(("start_time", "end_time"), times, strict=True)
    )  # fmt: skip
    return f"{start} 至 {end}"
