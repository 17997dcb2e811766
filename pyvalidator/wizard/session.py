"""The wizard as a conversation: a proposal as plain data, corrections in, profile and report out. No state but this.

What the page shows comes from here in words; the page knows no field, no form and no code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import replace
from typing import Any

from pydantic_core import ValidationError

from pyvalidator.engine.registry import rules
from pyvalidator.input.files import Incoming, PendingFile
from pyvalidator.options import Options, today_in_taipei
from pyvalidator.pipeline import check
from pyvalidator.privacy.masking import mask_text
from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.profile.advice import canonical_names
from pyvalidator.profile.compare import compare_profiles
from pyvalidator.profile.given import Given, read_given
from pyvalidator.profile.load import problems_of
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.report.checked import CheckedFile
from pyvalidator.report.entries import severity_of
from pyvalidator.report.model import Entry, Report
from pyvalidator.report.record_text import record_text
from pyvalidator.table.table import Table
from pyvalidator.wizard.bounded_read import read_bounded, told_apart
from pyvalidator.wizard.code_table import Meanings, read_code_table
from pyvalidator.wizard.corrections import Refused, copied, correct, wanted_of
from pyvalidator.wizard.draft import About, Draft, draft_profile, propose
from pyvalidator.wizard.find_layout import NOTHING_SAID, Wanted
from pyvalidator.wizard.from_profile import fits, is_given, start_from
from pyvalidator.wizard.names import parts_of
from pyvalidator.wizard.proposal import as_data
from pyvalidator.wizard.words import titles
from pyvalidator.wording import DATASET, LEVEL

#: Findings per rule that stand beside the mapping; the numbers are true.
_SHOWN = 3
_NOTHING = "這些檔案裡找不到像差假紀錄的資料（一筆一筆、含日期的物件），無法推定格式。"
_NO_PLACE = "請在「紀錄」這一步至少選一處差假紀錄。"
_STARTED = (
    "從放入的版型「{title}」開始：鍵的對應、寫法、代碼與其他設定都先照這份版型，它沒有的鍵和代碼才由程式推測。"
    "改好之後，請在最後一步的「版型的名稱與說明」把版次加一，再存檔。"
)
_NOT_STARTED = (
    "放入的版型「{title}」和這個檔案不合（清單的位置不同，或必填的鍵超過一半找不到），"
    "所以沒有採用，全部由程式推測。"
)


class Session:
    """One layout being worked out.

    Args:
        files: the data of the batch.
        options: as for a check; of its profile only one that came from outside is used, as the start.
    """

    def __init__(self, files: list[PendingFile], options: Options) -> None:
        self._files = files
        self._options = options
        self._reads, self._instead = read_bounded(file.read() for file in files)
        self._given = options.profile if is_given(options.profile) else None
        #: What was proposed, by what had been said of the places: most answers are about something else.
        self._known: dict[Any, Draft | None] = {}
        proposed = self._propose(NOTHING_SAID)
        self._started = bool(self._given and proposed and fits(self._given, proposed))

    def _propose(self, wanted: Wanted) -> Draft | None:
        key = (wanted.records, wanted.ignored, tuple(sorted(wanted.maps.items())))
        if key not in self._known:
            self._known[key] = propose([read.value for read in self._reads], wanted, self._names)
        return self._known[key]

    @property
    def _names(self) -> list[str]:
        return [read.name for read in self._reads]

    @property
    def found(self) -> bool:
        """Whether there is anything to map."""
        return self._propose(NOTHING_SAID) is not None

    def inspect(self) -> dict[str, Any]:
        """What was found, and what can be chosen; nothing of it changes with the corrections."""
        if not self.found:
            return {"found": False, "problem": told_apart(self._instead) or _NOTHING}
        return {
            "found": True,
            "files": [{"name": mask_text(read.name), "whole": read.whole} for read in self._reads],
            "more_files": len(self._files) - len(self._reads) - len(self._instead),
            "start": self._start(),
            "fields": [{"value": name, "title": title, "level": LEVEL[CANONICAL[parts_of(name)[0]]]}
                       for name, title in titles().items()],
            "meanings": {name: _named(name, known) for name, known in canonical_names().items()},
        }  # fmt: skip

    def _start(self) -> str:
        if self._given is None:
            return ""
        return mask_text((_STARTED if self._started else _NOT_STARTED).format(title=self._given.title))

    def propose(self, edits: dict[str, Any]) -> dict[str, Any]:
        """The proposal with the user's corrections; nothing is checked.

        Args:
            edits: see `correct`; beside that `places`: pattern → `records` or `ignored`; `maps`: pattern → whether its
                keys are data.
        """
        return self._answer(edits)[1]

    def review(self, edits: dict[str, Any], progress: Callable[[int], object] = id) -> dict[str, Any]:
        """The same, and what a check of the files with it says.

        Args:
            edits: as for `propose`.
            progress: called with the number of each file before it is checked.
        """
        profile, answer = self._answer(edits)
        if profile is None:
            return {**answer, "report": None, "found": [], "first": "", "changes": None}
        seen: Counter[tuple[str | None, str]] = Counter()
        first: list[str] = []
        report = self._check(profile, edits, seen, first, progress)
        found = [_summed(profile, report, *place, count) for place, count in seen.items()]
        changes = compare_profiles(self._given, profile) if self._given and self._started else None
        return {
            **answer, "report": report.as_dict(), "found": found, "first": next(filter(None, first), ""),
            "changes": changes and [mask_text(change) for change in changes],
        }  # fmt: skip

    def _answer(self, edits: dict[str, Any]) -> tuple[Profile | None, dict[str, Any]]:
        """The profile, where one can be made, and what the page shows of it."""
        # With other keys for data there are other places.
        base = self._propose(Wanted(maps=edits.get("maps", {}))) or self._propose(NOTHING_SAID)
        assert base is not None, "there is something to map"
        wanted = wanted_of(edits, base.shape.candidates)
        proposed = self._propose(wanted) if wanted else None
        draft, refused = self._corrected(proposed or base, edits)
        answer = as_data(draft, base.shape.candidates, self._names, edits, refused)
        problems: list[str] = [] if proposed else [_NO_PLACE]
        try:
            profile = draft_profile(draft)
        except ValidationError as error:
            problems += problems_of(error, {})
        return None if problems else profile, {**answer, "problems": problems}

    def _corrected(self, proposed: Draft, edits: dict[str, Any]) -> tuple[Draft, dict[str, Refused]]:
        draft = replace(
            proposed, choices=copied(proposed.choices), about=About(date=today_in_taipei().isoformat()),
            required=dict(proposed.required), kept=deepcopy(proposed.kept), absent=set(proposed.absent),
            constants=dict(proposed.constants), place_constants=deepcopy(proposed.place_constants),
        )  # fmt: skip
        if self._given is not None and self._started:
            start_from(self._given, draft)
        return draft, correct(draft, edits)

    def _check(
        self, profile: Profile, edits: dict[str, Any], seen: Counter[Any], first: list[str],
        progress: Callable[[int], object],
    ) -> Report:  # fmt: skip
        def note(checked: CheckedFile) -> None:
            seen.update((finding.field, finding.rule) for finding in checked.findings)
            first.append(_first_record(checked.maker.table if checked.maker else None))

        def read() -> Iterable[Incoming]:
            for number, file in enumerate(self._files):
                progress(number)
                yield file.read()

        given = {name: given for name, text in edits.get("given", {}).items() if (given := _given(name, text))}
        own = replace(self._options, profile=profile, given=given, schema=None, max_per_rule=_SHOWN)
        return check(read(), own, note)


def _given(name: str, text: str | None) -> Given | None:
    """What was typed for this time's files; None for nothing, and where it cannot be so: that is told beside it."""
    try:
        return read_given(name, text) if text else None
    except ValueError:
        return None


def _first_record(table: Table | None) -> str:
    """The first record of a file in words: who, and what leave."""
    if table is None or not len(table):
        return ""
    name = str(table.raw("person_name")[0]) if table.has("person_name") else ""
    return mask_text(" ".join(filter(None, (name, record_text(table, 0)))))


def _summed(profile: Profile, report: Report, field: str | None, rule: str, count: int) -> dict[str, Any]:
    """All findings of one rule on one field: how many, and the sentence of the first. Without a field: key is None."""
    spec = profile.by_name.get(field or "")
    entries = [entry for file in report.files for entry in file.findings if entry.rule == rule]
    first = next((entry for entry in entries if spec is None or _is_about(entry, spec)), None)
    return {
        "at": spec.level + spec.path if spec else None, "level": LEVEL.get(spec.level, spec.level) if spec else None,
        "key": spec.shown_key if spec else None, "rule": rule, "title": rules()[rule].title,
        "severity": severity_of(rules()[rule], profile), "count": count, "message": first.message if first else "",
    }  # fmt: skip


def _is_about(entry: Entry, spec: FieldSpec) -> bool:
    """Whether an entry is about this key: it stands at the key, or at the object that lacks it."""
    return entry.field == spec.key and (entry.pointer or "").endswith((spec.path, spec.inside))


def _named(name: str, known: set[str]) -> list[dict[str, str]]:
    words = {"dataset": DATASET}.get(name, {})
    return [{"value": each, "title": words.get(each, each)} for each in sorted(known)]


def meanings_of(field: str, data: bytes | str) -> Meanings:
    """A code table as it was pasted or imported, its names as the rules know them.

    Raises:
        ValueError: it cannot be read; the text says why.
    """
    return read_code_table(data, canonical_names().get(field, set()), {"dataset": DATASET}.get(field, {}))
