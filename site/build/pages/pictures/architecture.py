"""The drawn picture of docs/develop/architecture.md: two ways in, one core, the data that it is given.

An SVG in the page's own colours; the page says the same in words below it.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from html import escape

MARK = "<!-- the architecture -->"
_WIDTH, _HEIGHT = 780, 470
_BOX_WIDTH, _BOX_HEIGHT = 160, 56


@dataclass(frozen=True)
class Box:
    """A named part at a place; `where` is its path in the repository, which a test holds to be there."""

    x: int
    y: int
    name: str
    where: str
    kind: str = "code"


#: Left to right, then the way back: the order in which a file meets them.
CORE = (
    Box(30, 160, "input", "pyvalidator/input/files.py"),
    Box(210, 160, "source", "pyvalidator/source/"),
    Box(390, 160, "table + form", "pyvalidator/form/stage.py"),
    Box(570, 160, "runner", "pyvalidator/engine/runner.py"),
    Box(570, 270, "folding", "pyvalidator/engine/folding.py"),
    Box(390, 270, "entries, mask", "pyvalidator/report/entries.py"),
    Box(210, 270, "report", "pyvalidator/report/model.py"),
    Box(30, 270, "render", "pyvalidator/report/render/"),
)
WAYS_IN = (
    Box(30, 30, "page", "site/app/shell/main.mjs"),
    Box(210, 30, "worker, Pyodide", "site/app/worker/"),
    Box(390, 30, "the page's requests", "pyvalidator/browser/"),
    Box(570, 30, "command line", "pyvalidator/cli/"),
)
DATA = (
    Box(210, 390, "profiles", "pyvalidator/profiles/", "data"),
    Box(390, 390, "law, calendar", "pyvalidator/domain/data/", "data"),
    Box(570, 390, "rules", "pyvalidator/rules/", "data"),
)
_IN_WORDS = (
    "The page and the worker reach the core through pyvalidator.browser, the command line directly. A file passes "
    "input, source, table and form, runner, folding, entries and report; render writes the report. Profiles, numbers "
    "of the law and the rules are given to the core."
)


def build_picture() -> str:
    """The picture as HTML without any inline style."""
    boxes = "".join(map(_box, (*WAYS_IN, *CORE, *DATA)))
    core = '<rect class="pv-drawing__core" x="15" y="120" width="750" height="225" rx="6"/>'
    label = '<text class="pv-drawing__label" x="30" y="142">the core: pyvalidator/pipeline.py</text>'
    label += '<text class="pv-drawing__label" x="30" y="423">what it is given</text>'
    arrows = "".join(f'<path class="pv-drawing__arrow" d="{way}" marker-end="url(#pv-arrow)"/>' for way in _ways())
    head = (
        '<defs><marker id="pv-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        'orient="auto-start-reverse"><path class="pv-drawing__head" d="M0 0 8 4 0 8z"/></marker></defs>'
    )
    drawn = head + core + label + arrows + boxes
    svg = f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{_IN_WORDS}">{drawn}</svg>'
    return f'<div class="pv-drawing">{svg}</div>'


def _box(box: Box) -> str:
    middle = box.x + _BOX_WIDTH // 2
    size = f'width="{_BOX_WIDTH}" height="{_BOX_HEIGHT}"'
    frame = f'<rect class="pv-drawing__{box.kind}" x="{box.x}" y="{box.y}" {size} rx="4"/>'
    name = f'<text class="pv-drawing__name" x="{middle}" y="{box.y + 24}">{escape(box.name)}</text>'
    where = f'<text class="pv-drawing__where" x="{middle}" y="{box.y + 43}">{escape(box.where)}</text>'
    return frame + name + where


def _ways() -> list[str]:
    """The arrows: along the way of a file, from the ways in, from the data."""
    along = [*itertools.pairwise(WAYS_IN[:3]), *itertools.pairwise(CORE)]
    ways = []
    for one, other in along:
        if one.x == other.x:
            ways.append(f"M{one.x + _BOX_WIDTH // 2} {one.y + _BOX_HEIGHT}V{other.y - 2}")
        elif one.x < other.x:
            ways.append(f"M{one.x + _BOX_WIDTH} {one.y + _BOX_HEIGHT // 2}H{other.x - 2}")
        else:
            ways.append(f"M{one.x} {one.y + _BOX_HEIGHT // 2}H{other.x + _BOX_WIDTH + 2}")
    ways += [f"M{way.x + _BOX_WIDTH // 2} {way.y + _BOX_HEIGHT}V118" for way in WAYS_IN[2:]]
    return ways + [f"M{given.x + _BOX_WIDTH // 2} {given.y}V347" for given in DATA]
