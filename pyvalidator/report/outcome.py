"""What a report comes to, in one word: of a file, and of the batch. Every form of the report says it by these."""

from __future__ import annotations

from typing import Literal

from pyvalidator.engine.registry import rules_by_fault_code
from pyvalidator.report.model import FileReport, Report

Outcome = Literal["layout", "unreadable", "error", "partial", "warning", "pass", "nothing"]

#: Worst first.
_ORDER: tuple[Outcome, ...] = ("layout", "unreadable", "error", "partial", "warning", "pass")
_FAILING = {"layout", "unreadable", "error"}


#: Fault codes of what says that a file is laid out in another way.
_LAYOUT = ("other_layout", "layout_changed")


def outcome_of(file: FileReport) -> Outcome:
    """A file's status; `layout` where it is laid out in another way, `partial` where nothing is wrong with what was
    looked at, and something was not."""
    codes = rules_by_fault_code("container")
    layout = {codes[code].id for code in _LAYOUT}
    if any(entry.rule in layout for entry in file.findings):
        return "layout"
    return "partial" if is_incomplete(file) and file.status in ("warning", "pass") else file.status


def is_incomplete(file: FileReport) -> bool:
    """Whether a part of a file that was read was not looked at."""
    return file.coverage is not None and not file.coverage.complete


def is_partial(report: Report) -> bool:
    """Whether something was left unchecked that may hold data, whatever is said of the rest."""
    return any(entry.data for entry in report.skipped) or any(map(is_incomplete, report.files))


def outcome_of_batch(report: Report) -> Outcome:
    """The worst outcome of the files and of what concerns them together; `nothing` where there was no file.

    Files that fail in different ways are together to be corrected, as on the page.
    """
    if not report.files:
        return "nothing"
    outcomes: set[str] = {outcome_of(file) for file in report.files}
    outcomes |= {entry.severity for entry in report.batch.findings if entry.severity != "info"}
    if is_partial(report):
        outcomes.add("partial")
    if len(outcomes & _FAILING) > 1:
        return "error"
    return next((outcome for outcome in _ORDER if outcome in outcomes), "pass")
