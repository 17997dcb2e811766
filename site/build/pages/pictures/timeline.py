"""Rows of a picture of time: words in HTML, a bar each in a small SVG that stretches with the page. No inline style."""

from __future__ import annotations

from collections.abc import Iterable


def build(scale: Iterable[str], rows: Iterable[str]) -> str:
    """The picture.

    Args:
        scale: words above the columns, which are equally wide.
        rows: from `row`.
    """
    heads = "".join(f"<span>{word}</span>" for word in scale)
    above = f'<div class="pv-timeline__scale" aria-hidden="true">{heads}</div>'
    return f'<div class="pv-timeline">{above}<ul>{"".join(rows)}</ul></div>'


def row(words: str, length: int, start: int, end: int, grid: Iterable[int], *, closed: bool = True) -> str:
    """One bar below its words.

    Args:
        words: HTML that says everything that the bar shows.
        length: of the whole scale; `start`, `end` and `grid` (the lines between columns) are places on it.
        closed: False draws a bar whose end is not known.
    """
    lines = "".join(f'<path class="pv-timeline__grid" d="M{at} 0v10"/>' for at in grid)
    kind = "closed" if closed else "open"
    bar = f'<rect class="pv-timeline__{kind}" x="{start}" y="1" width="{end - start}" height="8"/>'
    svg = f'<svg viewBox="0 0 {length} 10" preserveAspectRatio="none" aria-hidden="true">{lines}{bar}</svg>'
    return f"<li><span>{words}</span>{svg}</li>"
