"""Checking with several processes: the same report as with one."""

from __future__ import annotations

import signal
from collections.abc import Callable

from pyvalidator.input.files import PendingFile
from pyvalidator.input.passed_over import Rest
from pyvalidator.options import Options
from pyvalidator.pipeline import build_report, check, check_file
from pyvalidator.report.checked import Checked
from pyvalidator.report.model import Report
from pyvalidator.runtime.gc_control import paused_gc
from pyvalidator.runtime.progress import OnProgress


def check_files(
    files: list[PendingFile], options: Options, jobs: int, step: Callable[[], None], on_progress: OnProgress,
    rest: Rest | None = None,
) -> Report:  # fmt: skip
    """Check files, each read only when its turn comes.

    Args:
        jobs: number of processes; 1: this one.
        step: called after each file.
        on_progress: called with the stages of a file, where one process checks.
        rest: as for `pyvalidator.pipeline.check`.
    """
    jobs = min(jobs, len(files))
    if jobs <= 1:
        return check((file.read() for file in files), options, lambda _: step(), on_progress, rest)
    return build_report(_check_in_pool(files, options, jobs, step), options, rest)


@paused_gc()
def _check_in_pool(files: list[PendingFile], options: Options, jobs: int, step: Callable[[], None]) -> list[Checked]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    checked: list[Checked] = []
    # Spawned, not forked: the same on every system. Chunks keep the traffic low and the last wait short.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (options,))
    try:
        for result in pool.map(_check, files, chunksize=max(1, min(32, len(files) // (jobs * 8)))):
            checked.append(result)
            step()
    finally:
        pool.shutdown(cancel_futures=True)
    return checked


_options: Options


def _start(options: Options) -> None:
    """First step of a worker process. Ctrl-C is for the process that started it."""
    global _options
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _options = options


def _check(file: PendingFile) -> Checked:
    result = check_file(file.read(), _options)
    return result.report, result.extract.settle(), result.incidents
