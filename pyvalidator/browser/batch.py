"""One batch as the page's Python keeps it: what was given, how to check it, what was found, and how far it has come."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import Any

from pyvalidator.domain.days_off import calendar_with
from pyvalidator.domain.roc import month_of
from pyvalidator.engine.batch import FileExtract
from pyvalidator.input.files import Incoming, InMemory, OnPage, PendingFile
from pyvalidator.input.gathering import gather_files
from pyvalidator.input.side_files import SHIPPED_FOLDER, SortedBatch, holds_data, is_profile, sort_batch
from pyvalidator.options import Options, Shipped, today_in_taipei
from pyvalidator.pipeline import check_file
from pyvalidator.privacy.masking import Masker
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.given import Given, read_given
from pyvalidator.report.checked import Checked, CheckedFile
from pyvalidator.report.model import Report
from pyvalidator.runtime.progress import share_of_file

#: Largest file that the browser's runtime can check: it has 4 GB, and a check takes up to 8 times the file.
FILE_LIMIT = 256 * 1024 * 1024
#: Files of a batch that are kept as read, in bytes; others are read again where the page asks for more of them.
_KEPT = 128 * 1024 * 1024

Progress = Callable[[str], object]

#: Seconds between two pieces of news about one stage.
_NEWS_EVERY = 0.2
#: Bytes of a file from which on each of its stages is news.
_WORTH_NEWS = 1_000_000


class OpenBatch:
    """The last check, or the one under way."""

    def __init__(self, wanted: dict[str, Any], files: Sequence[dict[str, Any]]) -> None:
        self.give, wanted_files = newest_data([pending_file(file) for file in files], wanted.get("gives"))
        sorted_batch = sort_batch(wanted_files, wanted.get("ignore_side", ()))
        self.sides = sorted_batch.sides
        given, wrong = _given(wanted.get("given") or {})
        self.options = options_of(wanted, sorted_batch, given)
        used = {side.name for side in self.sides}
        gathered = gather_files(sorted_batch.data, mask=self.options.mask, limit=FILE_LIMIT, used=used)
        self.files, self.problems, self.rest = gathered.files, gathered.problems, gathered.rest
        if given and len(self.files) > 1:
            self.options, wrong = replace(self.options, given={}), [_ONE_FILE]
        self.problems = [*self.problems, *wrong]
        self.masker = Masker(self.options.mask)
        self.given: dict[str, PendingFile] = {self.masker.text(file.name): file for file in self.files}
        self.done: list[Checked] = []
        self.kept: dict[str, CheckedFile] = {}
        self.space_left = _KEPT
        self.report: Report | None = None

    @property
    def extracts(self) -> list[FileExtract]:
        """What batch rules and overview know of each file that is checked."""
        return [extract for _, extract, _ in self.done]

    def keep(self, result: CheckedFile) -> None:
        """Keep what a report is put together from, and the whole checked file while there is room."""
        self.done.append((result.report, result.extract, result.incidents))
        if not self.kept or result.report.size <= self.space_left:
            self.space_left -= result.report.size
            self.kept[result.report.name] = result

    def checked(self, name: str) -> CheckedFile:
        """The checked file of this name in the report. Raises KeyError for another name."""
        if name not in self.kept:
            self.kept = {name: check_file(self.given[name].read(), self.options)}
        return self.kept[name]


_ONE_FILE = "另外填寫的值只能用在一個檔案，這次沒有採用。"


def _given(texts: Mapping[str, str]) -> tuple[dict[str, Given], list[str]]:
    """What was typed beside a file, and in sentences what of it cannot be used."""
    given, wrong = {}, []
    for name, text in texts.items():
        try:
            given[name] = read_given(name, text)
        except ValueError as error:
            wrong.append(f"{error}。")
    return given, wrong


class ProgressNews:
    """What the page is told while a check runs."""

    def __init__(self, progress: Progress, batch: OpenBatch) -> None:
        self.progress = progress
        self.batch = batch
        self.file = ""
        self.index = 0
        self.at = 0.0

    def read(self, index: int) -> Incoming:
        """The file of this number, whose stages follow."""
        file = self.batch.files[index]
        self.index, self.file = index, self.batch.masker.text(file.name)
        return file.read()

    def stage(self, stage: str, part: float = 0.0) -> None:
        """A stage begins, or `part` of it is done; the page learns how much of the whole work that is."""
        # Nobody could read how far a small file has come; many of them would tell of little else.
        if stage != "read" and self.batch.files[self.index].origin.size < _WORTH_NEWS:
            return
        now = time.monotonic()
        if part and now - self.at < _NEWS_EVERY:
            return
        self.at = now
        share = (self.index + share_of_file(stage, part)) / len(self.batch.files)
        self._send(stage, share)

    def whole(self) -> None:
        """Every file is checked; what follows looks at all of them."""
        self.file, self.index = "", len(self.batch.files)
        self._send("batch", 1.0)

    def _send(self, stage: str, share: float) -> None:
        event = {"file": self.file, "index": self.index, "files": len(self.batch.files), "stage": stage, "share": share}
        self.progress(json.dumps(event))


def read_all(batch: OpenBatch, news: ProgressNews) -> Iterator[Incoming]:
    """The files one after the other, each when its turn comes; at the end the page is told that all are through."""
    for index in range(len(batch.files)):
        yield news.read(index)
    news.whole()


def newest_data(files: list[PendingFile], gives: list[int] | None) -> tuple[int | None, list[PendingFile]]:
    """What is to be checked of all that was given: the newest data, and how to check it.

    Args:
        gives: how many of the files were given at one time: first the side files that stand beside every batch, then
            the others, oldest first. None: all at one time.

    Returns:
        Which of the gives holds the newest data, those that stand not counted, or None where none does; and its files
        with those that stand and all that were given after it.
    """
    standing, *others = gives or [0, len(files)]
    ends = list(accumulate(others, initial=standing))
    for give in reversed(range(len(others))):
        if holds_data(files[ends[give] : ends[give + 1]]):
            return give, _renewed(files[:standing], files[ends[give] :])
    return None, _renewed(files[:standing], files[standing:])


def _renewed(standing: list[PendingFile], later: list[PendingFile]) -> list[PendingFile]:
    """All of them, without what was given later in another form: a file of the same name, another profile."""
    names = {file.name for file in later}
    profile = any(map(is_profile, names))
    return [file for file in standing if file.name not in names and not (profile and is_profile(file.name))] + later


def options_of(
    wanted: dict[str, Any], batch: SortedBatch, given: Mapping[str, Given] | None = None
) -> Options:
    """How to check: what the page wants (`profile`, `today`, `mask`, `max_per_rule`, `month`,
    `shipped`), and the batch's side files.

    Args:
        given: header values for a file that lacks them.
    """
    profile: Profile = batch.used("profile") or built_in_profiles()[wanted.get("profile") or "reference"]
    return Options(
        profile=profile,
        today=date.fromisoformat(wanted["today"]) if wanted.get("today") else today_in_taipei(),
        mask=wanted.get("mask", True),
        max_per_rule=wanted.get("max_per_rule", 1000),
        month=month_of(wanted["month"]) if wanted.get("month") else None,
        roster=batch.used("roster"),
        agencies=batch.used("agencies"),
        calendar=calendar_with(batch.used("days")),
        schema=batch.used("schema"),
        given=dict(given or {}),
        shipped=_shipped(wanted, batch),
    )


def _shipped(wanted: dict[str, Any], batch: SortedBatch) -> Shipped | None:
    """What of the page's own settings (`shipped`: {"owner", "date"}) is in use."""
    if not (whose := wanted.get("shipped")):
        return None
    kinds = (side.kind for side in batch.sides if side.error is None and side.name.startswith(SHIPPED_FOLDER))
    return Shipped(whose["owner"], date.fromisoformat(whose["date"]), tuple(dict.fromkeys(kinds)))


def pending_file(file: dict[str, Any]) -> PendingFile:
    """A file of the page, {"name", "size", "bytes"}: see `requests.handle`."""
    content = file.get("bytes")
    if callable(content):
        return PendingFile(file["name"], OnPage(file["size"], content, FILE_LIMIT))
    return PendingFile(file["name"], InMemory(content, FILE_LIMIT))


