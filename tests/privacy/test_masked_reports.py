"""No identity number leaves whole: whatever the file or its name holds, in every form of the report."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import pytest
from cases_of_ids import FILES
from support import options

from pyvalidator.engine.examples import example_bytes
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.privacy.masking import mask_id
from pyvalidator.report.model import Report
from pyvalidator.report.render import FORMATS, render
from pyvalidator.rule import document

WHOLE = re.compile("[A-Za-z][0-9A-Da-d][0-9]{8}")


def report_on(files: dict[str, Any], **changes: Any) -> Report:
    return check([Incoming(name, example_bytes(content)) for name, content in files.items()], options(**changes))


def texts_of(data: bytes) -> list[str]:
    """Every text of a rendered report; those of a workbook's parts."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return [data.decode("utf-8")]


def without_digests(text: str, report: Report) -> str:
    """The contract leaves the files' SHA-256 out of masking."""
    for file in report.files:
        text = text.replace(file.sha256, "")
    return text


@pytest.mark.parametrize("format", FORMATS)
def test_no_form_of_the_report_holds_a_whole_number(format: str) -> None:
    report = report_on(FILES)
    assert report.incidents == []
    assert report.summary.error > 10
    for text in texts_of(render(report, format)):
        assert WHOLE.findall(without_digests(text, report)) == []


def test_the_unmasked_report_holds_them() -> None:
    """What the test above would miss were it looking at the wrong thing."""
    report = report_on(FILES, mask=False)
    assert len(WHOLE.findall(without_digests(report.to_json(), report))) > 20


@pytest.mark.parametrize(
    "person_id", ["A12345678", "a123456789", "A1234567890", "王小明的證號", "Ａ１２３４５６７８９", "A12345678O"]
)
def test_a_malformed_number_is_cut_after_six_characters(person_id: str) -> None:
    report = report_on({"f.json": document([{"person_id": person_id}])})
    (finding,) = [entry for entry in report.files[0].findings if entry.field == "person_id"]
    assert finding.value == mask_id(person_id)
    assert finding.person is not None and finding.person.id == mask_id(person_id)
    if len(person_id) > 6:
        assert person_id not in report.to_json()
        assert person_id not in json.loads(report.to_json())["files"][0]["findings"][0]["message"]


def test_a_number_without_quotes_is_masked_too() -> None:
    report = report_on({"f.json": document([{"person_id": 123456789}])})
    assert report.files[0].findings[0].value == "123456***"
    assert "123456789" not in report.to_json()


def test_names_stay_whole() -> None:
    report = report_on({"f.json": document([{"person_id": "A123456788"}])})
    assert report.files[0].findings[0].person is not None
    assert report.files[0].findings[0].person.name == "王小明"


@pytest.mark.parametrize("last", range(10))
def test_the_hidden_digits_cannot_be_worked_out(last: int) -> None:
    """Numbers that differ in hidden digits only, all with a wrong check digit, give the same report."""
    wrong = [f"A12345{middle}{last}" for middle in range(100, 130)]
    reports = [json.loads(report_on({"f.json": document([{"person_id": one}])}).to_json()) for one in wrong]
    shown = {json.dumps(report["files"][0]["findings"], ensure_ascii=False) for report in reports}
    # Of each ten digits one is right, and a right number has no finding.
    assert len(shown - {"[]"}) == 1
