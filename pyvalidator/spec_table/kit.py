"""What belongs to a table of fields beside its profile: the JSON Schema, a clean sample, and files with one fault each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pyvalidator.input.files import Incoming
from pyvalidator.options import Options
from pyvalidator.pipeline import check_file
from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.profile.layout import HEADER
from pyvalidator.profile.model import published_schema
from pyvalidator.report.model import Entry
from pyvalidator.samples import Draft, build_draft
from pyvalidator.samples.draft import SampleError
from pyvalidator.spec_table.proposal import Spec
from pyvalidator.writing import REMOVED

#: When the sample's month is checked: after it, and before its deadline.
_TODAY = date(2021, 7, 10)
_PEOPLE = 4
#: Kind of fault → what it is called in the list of expected findings.
KINDS = {
    "missing": "缺少必填欄位", "code": "代碼不在代碼表", "form": "寫法不符", "long": "超過長度", "type": "型別不對",
}  # fmt: skip


@dataclass(frozen=True)
class Kit:
    """The files by their path below the kit's folder, and what could not be made, as sentences."""

    files: dict[str, bytes]
    problems: list[str]


def build_kit(spec: Spec) -> Kit:
    """The kit of a table.

    Raises:
        ValidationError: of pydantic, where the table's lines contradict each other.
    """
    profile = spec.profile()
    files = {"schema.json": _json(published_schema(profile))}
    problems: list[str] = []
    try:
        draft = _draft(profile)
    except (SampleError, StopIteration) as error:
        what = str(error) or "有欄位還沒有代碼"
        return Kit(files, [f"範例檔與錯誤檔還做不出來：{what}"])
    clean = draft.write().text
    files["sample.json"] = clean.encode()
    report = _check(clean, profile)
    if wrong := [entry for entry in report if entry.severity == "error"]:
        problems.append(f"範例檔用這個版型檢核還有錯誤，請核對欄位說明表：{wrong[0].message}")
    expected = []
    names = {each["name"]: read.line.where for read in spec.reads for each in read.specs}
    for number, row in enumerate(filter(profile.is_first_of_key, profile.fields), 1):
        made = 0
        for kind, value in _faults(profile, row):
            found = _faulty(profile, row, kind, value)
            if found is None:
                continue
            text, entry = found
            path = f"faulty/{number:02}-{_safe(row.key)}-{kind}.json"
            files[path] = text.encode()
            made += 1
            expected.append({
                "file": path, "line": str(names.get(row.name, "")), "field": row.key, "title": row.title, "fault": KINDS[kind],
                "rule": entry.rule, "pointer": entry.pointer, "message": entry.message,
            })  # fmt: skip
        if not made and row.type != "any":
            problems.append(f"「{row.title}」（{row.key}）做不出會被檢核指出的錯誤檔")
    files["expected.json"] = _json(expected)
    return Kit(files, problems)


def _draft(profile: Profile) -> Draft:
    draft = build_draft(profile, people=_PEOPLE, period="11006")
    if not draft.rows:
        raise SampleError("代碼表裡沒有一種假別是規則認得的，請先填寫代碼的意思")
    return draft


def _faults(profile: Profile, spec: FieldSpec) -> Iterator[tuple[str, Any]]:
    """The ways in which one line can be broken: kind, and what stands in the file."""
    if spec.required:
        yield "missing", REMOVED
    if spec.type == "choice":
        yield "code", 999 if spec.as_number else _no_code(set(profile.codes(spec)))
    elif spec.type in ("date", "period", "time", "person_id", "agency_code", "digits") or spec.pattern:
        yield "form", "不是這種寫法"
    if spec.max_length is not None and spec.type in ("text", "digits"):
        yield "long", "長" * (spec.max_length + 1) if spec.type == "text" else "1" * (spec.max_length + 1)
    if spec.type in ("integer", "number"):
        yield "type", "很多" if not spec.as_text else ["1"]
    elif spec.type == "boolean":
        yield "type", "不知道"
    elif spec.type == "text" and not spec.mixed:
        yield "type", 12345
    elif spec.type != "any":
        yield "type", [] if spec.as_number or spec.mixed else 12345


def _no_code(codes: set[str]) -> str:
    return next(code for code in ("ZZ", "Z9", "不明", "ZZZ") if code not in codes)


def _faulty(profile: Profile, spec: FieldSpec, kind: str, value: Any) -> tuple[str, Entry] | None:
    """A file with one fault, and the finding on it; None where the check does not find it there."""
    draft = _draft(profile)
    row = None
    if spec.level == HEADER:
        draft = replace(draft, header_raw={spec.name: value})
    else:
        row = draft.rows[0]
        row.raw[spec.name] = value
    try:
        written = draft.write()
        at = written.place(spec.name, row) if kind == "missing" else written.pointer(spec.name, row)
    except (KeyError, TypeError, ValueError, IndexError):
        # A layout that is told by this very value: without it there is no such place.
        return None
    text = written.text
    entries = [entry for entry in _check(text, profile) if entry.severity != "info"]
    here = [
        entry
        for entry in entries
        if entry.pointer == at and (kind != "missing" or entry.field in (spec.key, *spec.more_keys))
    ]
    near = here or [entry for entry in entries if entry.field == spec.key and entry.severity == "error"]
    return (text, near[0]) if near else None


def _check(text: str, profile: Profile) -> list[Entry]:
    options = Options(profile=profile, today=_TODAY, mask=False)
    return check_file(Incoming("sample.json", text.encode()), options).report.findings


def _safe(key: str) -> str:
    return re.sub(r"[^\w\-]+", "_", key)[:40] or "field"


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
