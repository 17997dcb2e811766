"""「這一筆該登哪一種假」 as tables: a row per circumstance and time, for readers and for the page's own question form.

The rows stand in leave_choices.toml. The form (site/app/site/leave-helper.mjs) reads them off the table, so that
the page says the same with and without it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

from pyvalidator.domain.law_text import fill_law
from pyvalidator.domain.roc import slashed

_MARK = re.compile(r"^<!-- leave choices: (self|family|form) -->$", re.MULTILINE)
_HEADS = ("狀況", "開始日期", "該登", "疫情註記", "支薪", "依據", "可信度")


@dataclass(frozen=True)
class Choice:
    """One row. `leave`: names that the checker knows, or `any`; `first`, `last` None: always, or not found."""

    part: str
    case: str
    leave: list[str]
    say: str
    mark: str
    pay: str
    basis: str
    confidence: str
    first: date | None = None
    last: date | None = None
    note: str = ""


@cache
def choices() -> tuple[Choice, ...]:
    """Every row in the order of the page."""
    data = tomllib.loads(fill_law(Path(__file__).with_suffix(".toml").read_text("utf-8")))
    return tuple(Choice(**row) for row in data["choice"])


def show_choices(markdown: str) -> str:
    """The page with each mark replaced by its table, or by the place where the form goes."""
    return _MARK.sub(lambda mark: _FORM if mark[1] == "form" else _table(mark[1]), markdown)


_FORM = '<div class="pv-helper" hidden></div>'


def _table(part: str) -> str:
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in _HEADS)
    rows = "".join(map(_row, (choice for choice in choices() if choice.part == part)))
    body = f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody>'
    return f'<div class="pv-choices pv-choices--{part}"><table role="table">{body}</table></div>'


def _row(choice: Choice) -> str:
    span = "".join(f' data-{name}="{day}"' for name, day in (("first", choice.first), ("last", choice.last)) if day)
    basis = choice.basis + (f"。{choice.note}" if choice.note else "")
    cells = (_span(choice), choice.say, choice.mark, choice.pay, basis, choice.confidence)
    named = zip(_HEADS[1:], cells, strict=True)
    rest = "".join(f'<td role="cell" data-label="{head}">{escape(cell)}</td>' for head, cell in named)
    return f'<tr role="row"{span}><th scope="row" role="rowheader">{escape(choice.case)}</th>{rest}</tr>'


def _span(choice: Choice) -> str:
    if choice.first is None:
        return "不限"
    return f"{slashed(choice.first)} " + (f"至 {slashed(choice.last)}" if choice.last else "起")
