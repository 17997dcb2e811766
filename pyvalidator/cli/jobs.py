"""Checking with one process or several: the same report, and what is finished is kept when the check is ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pyvalidator.input.files import Incoming, PendingFile
from pyvalidator.input.passed_over import PassedOver, Rest
from pyvalidator.options import Options
from pyvalidator.pipeline import build_report, check, check_file
from pyvalidator.report.checked import Checked, CheckedFile
from pyvalidator.report.model import Report
from pyvalidator.runtime.gc_control import paused_gc
from pyvalidator.runtime.progress import OnProgress

_INTERRUPTED = "檢核中斷，還沒有檢核；請再檢核一次"


@dataclass
class Outcome:
    """A report, and what was not checked.

    Attributes:
        lost: names of files whose processes were ended by the system, as with too little memory.
        left: names of files whose turn had not come, or not ended, when the user interrupted the check.
    """

    report: Report
    lost: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def check_files(
    files: list[PendingFile], options: Options, jobs: int, step: Callable[[], None], on_progress: OnProgress,
    rest: Rest,
) -> Outcome:  # fmt: skip
    """Check files, each read only when its turn comes.

    Args:
        jobs: number of processes; 1: this one.
        step: called after each file.
        on_progress: called with the stages of a file, where one process checks.
        rest: as for `pyvalidator.pipeline.check`; files that are not checked any more are added.

    Raises:
        KeyboardInterrupt: before any file was checked.
    """
    checked: dict[str, Checked] = {}

    def keep(result: CheckedFile) -> None:
        checked[result.extract.name] = (result.report, result.extract, result.incidents)
        step()

    lost: list[str] = []
    try:
        jobs = min(jobs, len(files))
        if jobs <= 1:
            return Outcome(check((file.read() for file in files), options, keep, on_progress, rest))
        lost = _check_in_workers(files, options, jobs, checked, step)
    except KeyboardInterrupt:
        if not checked:
            raise
    left = [file.name for file in files if file.name not in checked]
    rest.named += [PassedOver(name, _INTERRUPTED) for name in left]
    return Outcome(build_report(list(checked.values()), options, rest), lost, left)


@paused_gc()
def _check_in_workers(
    files: list[PendingFile], options: Options, jobs: int, checked: dict[str, Checked], step: Callable[[], None]
) -> list[str]:
    # Only who wants several processes waits for this import.
    from pyvalidator.cli.workers import check_in_workers

    def keep(result: Checked) -> None:
        checked[result[1].name] = result
        step()

    lost = check_in_workers(files, options, jobs, keep)
    for file in lost:
        result = check_file(Incoming(file.name, b"", "member_too_large", file.origin.size), options)
        keep((result.report, result.extract.settle(), result.incidents))
    return [file.name for file in lost]
