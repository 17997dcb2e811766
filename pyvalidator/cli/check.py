"""`pyvalidator check`."""

from __future__ import annotations

import sys
from argparse import Namespace
from functools import partial
from typing import Any

from pyvalidator.cli import INTERRUPTED, streams
from pyvalidator.cli.jobs import check_files
from pyvalidator.cli.settings import find_profile, read_side_file
from pyvalidator.domain.csv_kinds import Kind
from pyvalidator.domain.days_off import calendar_with
from pyvalidator.engine.registry import rules_by_fault_code
from pyvalidator.input.gathering import gather_paths
from pyvalidator.input.lists import read_list_file
from pyvalidator.options import Options, today_in_taipei
from pyvalidator.profile.given import Given
from pyvalidator.report.model import Report
from pyvalidator.report.outcome import is_partial
from pyvalidator.report.render import FORMATS, render
from pyvalidator.runtime.progress import share_of_file
from pyvalidator.schema.user_schema import read_schema
from pyvalidator.wording import PROGRESS, SIDE_FILE


def run(arguments: Namespace) -> int:
    """Check what was named; the exit code is the highest that applies.

    Raises:
        UsageError: an option cannot be used; nothing was checked.
    """
    format = FORMATS[arguments.format]
    if format.binary and arguments.output is None:
        raise streams.UsageError(f"{format.title} 報告要存成檔案，請加上 --output 檔名.{format.extension}。")
    if arguments.paths.count("-") > 1:
        raise streams.UsageError("標準輸入（-）只能指定一次。")
    streams.refuse_missing_folder(arguments.output)
    options = _options(arguments)
    beside = [getattr(arguments, name) for name in ("output", "profile", "schema", "roster", "agencies", "days_off")]
    gathered = gather_paths(arguments.paths, streams.read_stdin, mask=options.mask, used=filter(None, beside))
    streams.refuse_inputs(arguments.output)
    if options.given and len(gathered.files) > 1:
        raise streams.UsageError(
            f"--set 只能用在一個檔案，這次有 {len(gathered.files):,} 個；請一次檢核一個檔案。"
        )
    for problem in gathered.problems:
        streams.print_note(problem, mask=options.mask)
    with _Progress(len(gathered.files)) as progress:
        told = (progress.step, progress.on_progress)
        done = check_files(gathered.files, options, arguments.jobs, *told, gathered.rest)
    report = done.report
    unopened = _unopened(report)
    notes = [f"無法開啟「{name}」，沒有檢核。" for name in unopened]
    notes += [_LOST.format(name=name) for name in done.lost]
    if done.left:
        notes.append(f"已中斷：檢核了 {len(report.files):,} 個檔案，還有 {len(done.left):,} 個沒有檢核：")
        notes += [f"  {name}" for name in done.left]
    for note in notes:
        streams.print_note(note, mask=options.mask)
    streams.write_result(render(report, arguments.format), arguments.output)
    if done.left:
        return INTERRUPTED
    return _exit_code(report, arguments.fail_on, bool(gathered.problems or unopened or done.lost))


def _options(arguments: Namespace) -> Options:
    return Options(
        profile=find_profile(arguments.profile),
        today=arguments.today or today_in_taipei(),
        mask=not arguments.no_mask,
        max_per_rule=arguments.max_per_rule,
        month=arguments.month,
        roster=_list(arguments.roster, "roster"),
        agencies=_list(arguments.agencies, "agencies"),
        calendar=calendar_with(_list(arguments.days_off, "days")),
        schema=read_side_file(arguments.schema, "JSON Schema", read_schema),
        given=_given(arguments.given),
    )


def _given(values: list[tuple[str, Given]]) -> dict[str, Given]:
    names = [name for name, _ in values]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise streams.UsageError(f"--set {twice} 只能指定一次。")
    return dict(values)


def _list(path: str | None, kind: Kind) -> Any:
    """A list, and a note of how much was read: one that has lost rows would else be seen by nobody."""
    given = read_side_file(path, SIDE_FILE[kind], partial(read_list_file, kind))
    if given is None:
        return None
    read, notes = given
    streams.print_note("；".join([f"{SIDE_FILE[kind]}「{path}」：讀到 {read.title}", *notes]) + "。")
    return read


def _unopened(report: Report) -> list[str]:
    """Files that were found in a folder but could not be opened when their turn came."""
    rule = rules_by_fault_code("syntax")["unreadable_file"].id
    return [file.name for file in report.files if any(entry.rule == rule for entry in file.findings)]


def _exit_code(report: Report, fail_on: str, unusable: bool) -> int:
    if report.incidents:
        return 3
    if unusable:
        return 2
    return int(report.summary.error > 0 or is_partial(report) or (fail_on == "warning" and report.summary.warning > 0))


_LOST = (
    "檢核「{name}」的處理程序兩次都被系統結束，很可能是記憶體不足，沒有檢核；"
    "請減少 --jobs 的數目，或關閉其他程式後再試。"
)
_BAR = "{desc} {percentage:3.0f}%|{bar}| 已過 {elapsed}，約還要 {remaining}"
#: Seconds of work after which there is something to wait for.
_DELAY = 1.0


class _Progress:
    """A bar on standard error with the stage and the time left, only where somebody watches and has to wait."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0

    def __enter__(self) -> _Progress:
        self.bar = None
        if self.total > 0 and sys.stderr is not None and sys.stderr.isatty():
            from tqdm import tqdm  # type: ignore[import-untyped]

            self.bar = tqdm(
                total=self.total, leave=False, file=sys.stderr, delay=_DELAY, bar_format=_BAR, miniters=0
            )
        return self

    def step(self) -> None:
        """A file is done."""
        self.done += 1
        if self.done == self.total:
            self._show(PROGRESS["batch"], self.done)
        else:
            self._show(f"已檢核 {self.done}／{self.total} 個檔案", self.done)

    def on_progress(self, stage: str, part: float) -> None:
        """A stage of the next file has come so far."""
        of = f"第 {self.done + 1}／{self.total} 個檔案，" if self.total > 1 else ""
        self._show(of + PROGRESS[stage], self.done + share_of_file(stage, part))

    def _show(self, words: str, done: float) -> None:
        if self.bar is not None:
            self.bar.set_description_str(words, refresh=False)
            self.bar.update(done - self.bar.n)

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.close()
