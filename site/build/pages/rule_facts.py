"""The dated rows that a rule judges by, for its page: each with its source and how sure we are.

Limits are those that the rule declares (`law`); measures and leave kinds are read off its module.
"""

from __future__ import annotations

import sys
from inspect import getsource

from pages import leave_law
from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.domain.roc import slashed
from pyvalidator.domain.sources import CONFIDENCE, Measure, measures
from pyvalidator.rule import Rule

CALENDAR = "政府行政機關辦公日曆表"


def show_facts(rule: Rule) -> list[str]:
    """Tables in Markdown, each with a line on what it is; nothing for a rule that judges by the profile alone."""
    module = sys.modules[rule.module]
    named = {name for name in measures() if f"{{{{ {name} " in getsource(module)}
    limits = leave_law.limit_rows(set(rule.law))
    lines = _table("用到的日數上限，全部見[請假日數上限](leave-limits.md)", leave_law.LIMIT_HEADS, limits)
    if hasattr(module, "leave_kinds") and "start_date" in rule.reads:
        lines += _table("用到的假別施行期間", ("假別", "首末日", "日期", "依據", "可信度"), _kind_rows())
    lines += _table("用到的措施期間", ("措施", "期間", "依據", "可信度"), _measure_rows(named))
    if CALENDAR in rule.sources:
        years = leave_law.calendar_rows()
        lines += _table("用到的日曆，各日見[辦公日曆與期限](calendar.md)", ("年", "依據", "可信度"), years)
    return lines


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    if not rows:
        return []
    every = [heads, ("---",) * len(heads), *rows]
    return ["", f"{title}：", "", *(f"| {' | '.join(cells)} |" for cells in every)]


def _kind_rows() -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for kind in leave_kinds().values():
        edges = (
            ("首日", kind.first, kind.first_source, kind.first_certain),
            ("末日", kind.last, kind.last_source, kind.last_certain),
        )
        for edge, day, source, certain in edges:
            if day is not None:
                rows.append((kind.name, edge, slashed(day), source, CONFIDENCE["high" if certain else "medium"]))
    return rows


def _measure_rows(names: set[str]) -> list[tuple[str, ...]]:
    return [
        (name, _until(measure), measure.source, CONFIDENCE[measure.confidence])
        for name, measure in measures().items()
        if name in names
    ]


def _until(measure: Measure) -> str:
    return f"{slashed(measure.first)} " + (f"至 {slashed(measure.last)}" if measure.last else "起")
