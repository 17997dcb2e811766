"""Worker processes, each with one file at a time: whatever ends one of them, it is known which file it held.

Python's own pools do not say that, wait for their workers when they are interrupted, and give up all results when one
of them is killed.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from pyvalidator.input.files import PendingFile
from pyvalidator.options import Options
from pyvalidator.pipeline import check_file
from pyvalidator.report.checked import Checked

#: Workers that may die one after the other before they have begun; then no more are started.
_PATIENCE = 3
_READY = "ready"


class _Worker:
    """One process; `file` is what it holds."""

    def __init__(self, options: Options) -> None:
        # Spawned, not forked: the same on every system.
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, options), daemon=True)
        with _interrupts_held():
            self.process.start()
        # Else the pipe would not end with the worker.
        theirs.close()
        self.file: PendingFile | None = None

    def give(self, file: PendingFile) -> None:
        self.file = file
        with suppress(OSError):  # it died before; its pipe tells so next
            self.pipe.send(file)

    def take(self) -> Any:
        """What it answers; None where it is dead."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        """Whatever it is doing. It writes nothing, so that nothing is left half done."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def check_in_workers(
    files: Sequence[PendingFile], options: Options, jobs: int, on_checked: Callable[[Checked], object]
) -> list[PendingFile]:
    """Check files with `jobs` processes.

    Args:
        on_checked: called with each file as it is checked.

    Returns:
        The files whose workers were ended from outside, each twice: the second time it had a worker for itself.

    Raises:
        KeyboardInterrupt: at once; the workers are gone.
    """
    lost = _pass(files, options, jobs, on_checked)
    # Beside others there may not have been room enough.
    return _pass(lost, options, 1, on_checked) if lost else []


def _pass(
    files: Sequence[PendingFile], options: Options, jobs: int, on_checked: Callable[[Checked], object]
) -> list[PendingFile]:
    waiting = deque(files)
    lost: list[PendingFile] = []
    stillborn = 0
    workers: dict[Connection, _Worker] = {}
    try:
        while True:
            while len(workers) < min(jobs, len(waiting)) and stillborn < _PATIENCE:
                worker = _Worker(options)
                workers[worker.pipe] = worker
            if not workers:
                return [*lost, *waiting]
            for pipe in wait(list(workers)):
                worker = workers[pipe]  # type: ignore[index]
                answer = worker.take()
                if isinstance(answer, Exception):
                    raise answer
                if answer is None:
                    stillborn = stillborn + 1 if worker.file is None else 0
                    lost += [worker.file] if worker.file is not None else []
                elif answer != _READY:
                    on_checked(answer)
                if answer is not None and waiting:
                    worker.give(waiting.popleft())
                else:
                    workers.pop(worker.pipe).end()
    finally:
        for worker in workers.values():
            worker.end()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process that starts now never sees Ctrl-C, which reaches all of a terminal: it is for us alone."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, options: Options) -> None:
    """A worker's whole life: file in, result out, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        pipe.send(_READY)
        while True:
            file: PendingFile = pipe.recv()
            try:
                result = check_file(file.read(), options)
                answer: Any = (result.report, result.extract.settle(), result.incidents)
            except Exception as error:
                answer = error
            pipe.send(answer)
