"""The wizard as a conversation: a proposal as plain data, corrections in, profile and report out. No state but this.

What the page shows comes from here in words; the page knows no field, no form and no code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from typing import Any

from pydantic_core import ValidationError

from pyvalidator.engine.registry import rules
from pyvalidator.input.files import Incoming, PendingFile
from pyvalidator.options import Options, today_in_taipei
from pyvalidator.pipeline import check
from pyvalidator.privacy.masking import mask_key, mask_text
from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.profile.advice import WANTED, canonical_names
from pyvalidator.profile.field_values import code_text
from pyvalidator.profile.load import problems_of
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.report.checked import CheckedFile
from pyvalidator.report.entries import severity_of
from pyvalidator.report.model import Entry, Report
from pyvalidator.wizard.bounded_read import read_bounded, told_apart
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.code_table import Meanings, read_code_table
from pyvalidator.wizard.draft import About, Draft, draft_profile, propose
from pyvalidator.wizard.form_controls import controls, set_control
from pyvalidator.wizard.from_profile import fits, is_given, start_from
from pyvalidator.wizard.guess_fields import guess_fields, settle
from pyvalidator.wizard.names import parts_of
from pyvalidator.wizard.toml_text import draft_toml
from pyvalidator.wizard.words import column_facts, confidence_word, examples, places, titles
from pyvalidator.wording import DATASET, LEVEL

#: Findings per rule that stand beside the mapping; the numbers are true.
_SHOWN = 3
_NOTHING = "這些檔案裡找不到像差假紀錄的資料（一筆一筆、含日期的物件），無法推定格式。"
_STARTED = (
    "從放入的版型「{title}」開始：鍵的對應、寫法、代碼與其他設定都先照這份版型，它沒有的鍵和代碼才由程式推測。"
    "改好之後，請在「四、版型的說明」把版次加一，再存檔。"
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
        self._proposed = propose([read.value for read in self._reads])
        self._given = options.profile if is_given(options.profile) else None
        self._started = bool(self._given and self._proposed and fits(self._given, self._proposed))

    @property
    def found(self) -> bool:
        """Whether there is anything to map."""
        return self._proposed is not None

    def inspect(self) -> dict[str, Any]:
        """What was found, and what can be chosen; nothing of it changes with the corrections."""
        if self._proposed is None:
            return {"found": False, "problem": told_apart(self._instead) or _NOTHING}
        return {
            "found": True,
            "files": [{"name": mask_text(read.name), "whole": read.whole} for read in self._reads],
            "more_files": len(self._files) - len(self._reads) - len(self._instead),
            "places": places(self._proposed.shape),
            "doubt": self._proposed.shape.doubt, "start": self._start(),
            "fields": [{"value": name, "title": title, "level": LEVEL[CANONICAL[parts_of(name)[0]]],
                        "wanted": name in WANTED}
                       for name, title in titles().items()],
            "meanings": {name: _named(name, known) for name, known in canonical_names().items()},
        }  # fmt: skip

    def _start(self) -> str:
        if self._given is None:
            return ""
        return mask_text((_STARTED if self._started else _NOT_STARTED).format(title=self._given.title))

    def review(self, edits: dict[str, Any], progress: Callable[[int], object] = id) -> dict[str, Any]:
        """The proposal with the user's corrections, as profile and as report.

        Args:
            edits: `about` (see `About`) and `columns`: a list of {"index", "field", "required", "controls", "codes"},
                each part optional, the latest correction last.
            progress: called with the number of each file before it is checked.
        """
        draft = self._corrected(edits)
        try:
            profile = draft_profile(draft)
        except ValidationError as error:
            return {**_proposal(draft), "problems": problems_of(error, {}), "report": None, "found": []}
        seen: Counter[tuple[str | None, str]] = Counter()
        report = self._check(profile, seen, progress)
        found = [_summed(profile, report, *place, count) for place, count in seen.items()]
        return {**_proposal(draft), "problems": [], "report": report.as_dict(), "found": found}

    def _corrected(self, edits: dict[str, Any]) -> Draft:
        assert self._proposed is not None, "there is something to map"
        shape = self._proposed.shape
        draft = Draft(shape, guess_fields(shape), About(date=today_in_taipei().isoformat()))
        if self._given is not None and self._started:
            start_from(self._given, draft)
        given = {name: str(value) for name, value in edits.get("about", {}).items()}
        draft.about = replace(draft.about, **given)
        for edit in edits.get("columns", ()):
            _correct(draft, edit)
        return draft

    def _check(self, profile: Profile, seen: Counter[Any], progress: Callable[[int], object]) -> Report:
        def note(checked: CheckedFile) -> None:
            seen.update((finding.field, finding.rule) for finding in checked.findings)

        def read() -> Iterable[Incoming]:
            for number, file in enumerate(self._files):
                progress(number)
                yield file.read()

        return check(read(), replace(self._options, profile=profile, schema=None, max_per_rule=_SHOWN), note)


def _summed(profile: Profile, report: Report, field: str | None, rule: str, count: int) -> dict[str, Any]:
    """All findings of one rule on one field: how many, and the sentence of the first. Without a field: key is None."""
    spec = profile.by_name.get(field or "")
    entries = [entry for file in report.files for entry in file.findings if entry.rule == rule]
    first = next((entry for entry in entries if spec is None or _is_about(entry, spec)), None)
    return {
        "level": LEVEL[spec.level] if spec else None, "key": spec.shown_key if spec else None, "rule": rule,
        "title": rules()[rule].title, "severity": severity_of(rules()[rule], profile), "count": count,
        "message": first.message if first else "",
    }  # fmt: skip


def _is_about(entry: Entry, spec: FieldSpec) -> bool:
    """Whether an entry is about this key: it stands at the key, or at the object that lacks it."""
    return entry.field == spec.key and (entry.pointer or "").endswith((spec.path, spec.inside))


def _named(name: str, known: set[str]) -> list[dict[str, str]]:
    words = {"dataset": DATASET}.get(name, {})
    return [{"value": each, "title": words.get(each, each)} for each in sorted(known)]


# -- corrections -----------------------------------------------------------------------------------------------------


def _correct(draft: Draft, edit: dict[str, Any]) -> None:
    choice = draft.choices[edit["index"]]
    if "field" in edit:
        wanted = edit["field"] or None
        for other in draft.choices:
            if other is not choice and not set(parts_of(wanted)).isdisjoint(parts_of(other.field)):
                _set_field(other, None)
        if wanted != choice.field:
            _set_field(choice, wanted)
        choice.by_user = True
    if "required" in edit:
        draft.required[choice.column.level, choice.column.path] = bool(edit["required"])
    for name, value in edit.get("controls", {}).items():
        set_control(choice, name, value)
    if choice.codes:
        choice.codes |= {str(code): str(name) for code, name in edit.get("codes", {}).items()}


def _set_field(choice: Choice, name: str | None) -> None:
    if any(part not in CANONICAL for part in parts_of(name)):
        raise KeyError(name)
    choice.field, choice.reason, choice.confidence = name, "", 0.0
    settle(choice)


# -- answers ---------------------------------------------------------------------------------------------------------


def _proposal(draft: Draft) -> dict[str, Any]:
    return {
        "columns": [_column(draft, index, choice) for index, choice in enumerate(draft.choices)],
        "missing": [titles()[name] for name in draft.missing],
        "about": asdict(draft.about),
        "toml": draft_toml(draft),
    }  # fmt: skip


def _column(draft: Draft, index: int, choice: Choice) -> dict[str, Any]:
    column = choice.column
    return {
        "index": index, "level": LEVEL[column.level], "key": column.shown_key, "facts": column_facts(column),
        "examples": examples(choice), "field": choice.field or "", "confidence": confidence_word(choice),
        "sure": _is_sure(choice), "reason": choice.reason,
        "required": draft.is_required(choice), "controls": [asdict(control) for control in controls(choice)],
        "codes": _codes(choice),
    }  # fmt: skip


def _is_sure(choice: Choice) -> bool:
    """False where the user should look; a key that means nothing to the rules is nothing to look at."""
    return choice.by_user or choice.confidence >= 0.9 or (choice.field is None and not choice.reason)


def _codes(choice: Choice) -> list[dict[str, Any]] | None:
    """The codes of a coded field with how often each was seen, those without a meaning first; identity numbers are no
    codes."""
    if not choice.codes:
        return None
    seen = {code_text(value): count for value, count in choice.column.distinct.items()}
    return [
        {"code": code, "count": seen.get(code, 0), "name": name}
        for code, name in sorted(choice.codes.items(), key=lambda told: told[1] != "") if mask_key(code) == code
    ]  # fmt: skip


def meanings_of(field: str, data: bytes | str) -> Meanings:
    """A code table as it was pasted or imported, its names as the rules know them.

    Raises:
        ValueError: it cannot be read; the text says why.
    """
    return read_code_table(data, canonical_names().get(field, set()), {"dataset": DATASET}.get(field, {}))
