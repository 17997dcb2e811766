"""What many tests need: run bytes through the whole pipeline with a fixed day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from pyvalidator.engine.examples import example_bytes
from pyvalidator.input.files import Incoming
from pyvalidator.options import TAIPEI, Options
from pyvalidator.pipeline import check
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.model import file_model, published_schema
from pyvalidator.report.model import Entry, FileReport, Report
from pyvalidator.runtime.package_files import read_package_text

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2021, 7, 10)
CHECKED_AT = datetime(2021, 7, 10, 9, 0, tzinfo=TAIPEI)


def options(**changes: Any) -> Options:
    """Options with the tests' fixed day."""
    return Options(**{"today": TODAY, "checked_at": CHECKED_AT, **changes})


def run(files: dict[str, Any], **changes: Any) -> Report:
    """The report on files given as name → bytes, text or JSON value."""
    incoming = [Incoming(name, example_bytes(content)) for name, content in files.items()]
    return check(incoming, options(**changes))


def run_one(content: Any, **changes: Any) -> FileReport:
    """The report on one file."""
    return run({"f.json": content}, **changes).files[0]


def places(report: FileReport) -> list[tuple[str, str | None]]:
    """(rule, pointer) of every finding."""
    return [(entry.rule, entry.pointer) for entry in report.findings]


def said(report: FileReport) -> list[Entry]:
    """Every finding of a file that was made by `build_sample`, but the one that says that it was."""
    return [entry for entry in report.findings if entry.rule != "FIL620"]


def only(report: FileReport) -> Entry:
    """The one finding that the file must have."""
    assert len(report.findings) == 1, places(report)
    return report.findings[0]


def profile_text(id: str) -> str:
    """The file of a built-in profile in its newest version, to be changed by the test."""
    return read_package_text(f"profiles/{id}-{built_in_profiles()[id].version}.toml")


def accepted(profile: Profile, content: Any) -> set[bool]:
    """Whether the published schema, the model and the form stage accept a file: one answer where they agree."""
    try:
        file_model(profile).model_validate(content)
        by_model = True
    except ValueError:
        by_model = False
    form = [entry for entry in run_one(content, profile=profile).findings if entry.rule.startswith("STR")]
    return {Draft202012Validator(published_schema(profile)).is_valid(content), by_model, not form}
