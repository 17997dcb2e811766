"""How far the check of a file has come: its stages, and what share of its time each takes."""

from __future__ import annotations

from collections.abc import Callable

#: Called with a stage of a file and the share of the stage that is done: when it begins, and while the rules run.
OnProgress = Callable[[str, float], object]

#: When each stage of a large file begins and ends, as shares of the file's time.
_STAGES = {"read": (0.0, 0.35), "form": (0.35, 0.45), "rules": (0.45, 0.8), "entries": (0.8, 1.0)}


def no_progress(stage: str, part: float) -> None:
    """Who wants to be told nothing."""


def share_of_file(stage: str, part: float = 0.0) -> float:
    """The share of a file's check that is done when `part` of a stage is."""
    begin, end = _STAGES[stage]
    return begin + part * (end - begin)
