"""What the page asks about a table of fields (我有欄位說明表). Nothing of it is kept: each request brings the table."""

from __future__ import annotations

import io
import zipfile
from dataclasses import asdict
from typing import Any

from pydantic_core import ValidationError

from pyvalidator.input.files import Incoming, PendingFile
from pyvalidator.input.gathering import gather_files
from pyvalidator.input.spreadsheets import SheetError
from pyvalidator.options import today_in_taipei
from pyvalidator.privacy.masking import Masker
from pyvalidator.profile import load_profile
from pyvalidator.profile.load import problems_of
from pyvalidator.spec_table import SpecError, new_about, read_spec, spec_toml
from pyvalidator.spec_table.beside_data import answers_of, differences, shape_of
from pyvalidator.spec_table.files import table_xlsx
from pyvalidator.spec_table.kit import build_kit
from pyvalidator.spec_table.matching import FIELDS, line_id
from pyvalidator.spec_table.own_table import OwnTableError
from pyvalidator.spec_table.proposal import missing_titles
from pyvalidator.spec_table.reading import Read
from pyvalidator.wizard.bounded_read import read_bounded
from pyvalidator.wizard.draft import About
from pyvalidator.wizard.words import titles
from pyvalidator.wording import LEVEL

_GONE = "讀不到這個檔案，可能已被移動、刪除或正由其他程式使用。"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def answer(op: str, given: dict[str, Any], files: list[PendingFile]) -> Any:
    """Answer one request.

    Args:
        op: `spec_read` → what was read ({"problem"} where nothing could be); `spec_kit` → the kit as a zip;
            `spec_export` ({"toml"}) → the profile as a workbook.
        given: `text` (pasted) or the first of the files is the table; `answers`, `about`: what the user said.
        files: the table, where it is a file, then data to compare it with.

    Returns:
        A dict; for `spec_kit` and `spec_export` the pair of a dict and bytes.

    Raises:
        KeyError: unknown op. PartMissing: the worker has to load a package first.
    """
    if op == "spec_export":
        profile = load_profile(given["toml"], "版型.toml")
        return {"name": f"欄位說明表_{profile.id}_{profile.version}.xlsx", "mime": _XLSX}, table_xlsx(profile)
    pasted = given.get("text")
    data: bytes | str | None = pasted if pasted is not None else _content(files[0])
    beside = [file.read() for file in gather_files(files if pasted is not None else files[1:]).files]
    if data is None:
        return {"problem": _GONE}
    about = new_about(**given.get("about", {}))
    about.date = about.date or today_in_taipei().isoformat()
    try:
        return _kit(data, given, about) if op == "spec_kit" else _read(data, given, about, beside)
    except OwnTableError as error:
        return {"problem": "；".join(Masker().text(str(fault)) for fault in error.faults)}
    except (SheetError, SpecError) as error:
        return {"problem": Masker().text(str(error).rstrip("。") + "。")}


def _content(file: PendingFile) -> bytes | None:
    data, fault = file.origin.read()
    return None if fault else data


def _kit(data: bytes | str, given: dict[str, Any], about: About) -> tuple[dict[str, str], bytes]:
    spec = read_spec(data, given["answers"], about)
    kit = build_kit(spec)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in {"profile.toml": spec_toml(spec).encode(), **kit.files}.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    return {"name": f"版型測試檔_{about.id}.zip", "mime": "application/zip"}, target.getvalue()


def _read(data: bytes | str, given: dict[str, Any], about: About, beside: list[Incoming]) -> dict[str, Any]:
    answers = dict(given["answers"])
    spec = read_spec(data, answers, about)
    values = [read.value for read in read_bounded(iter(beside))[0]]
    shape = shape_of(values) if values else None
    if shape is not None and (known := answers_of(spec, shape)):
        answers = {**known, **answers}
        spec = read_spec(data, answers, about)
    masker = Masker()
    problems: list[str] = []
    told: list[str] | None = None
    try:
        profile = spec.profile()
    except ValidationError as error:
        problems = [masker.text(each) for each in problems_of(error, {})]
    else:
        told = [masker.text(each) for each in differences(profile, shape, beside)] if beside else None
    problems += [masker.text(str(fault)) for fault in spec.faults if fault.stops]
    if open_questions := sum(bool(question.options) for question in spec.questions):
        problems.append(f"{open_questions} 個問題沒有確認，請先在上面選擇")
    return {
        "lines": [_line(read, masker) for read in spec.reads], "ready": spec.ready is not None,
        "questions": [{**asdict(question), "text": masker.text(question.text)} for question in spec.questions],
        "faults": [masker.text(str(fault)) for fault in spec.faults],
        "notes": [masker.text(note) for note in spec.notes],
        "missing": missing_titles(spec), "about": asdict(spec.about), "toml": spec_toml(spec), "problems": problems,
        "differences": told, "answers": answers,
        "fields": [{"value": name, "title": titles()[name]} for name in FIELDS],
    }  # fmt: skip


def _line(read: Read, masker: Masker) -> dict[str, Any]:
    spec = read.specs[0]
    key = "/".join(filter(None, [spec.get("inside", "").strip("/"), spec["key"]]))
    form = [spec.get("format") or "", *(read.reasons[:1])]
    return {
        "id": line_id(read.placed), "where": str(read.line.where),
        "level": LEVEL.get(spec["level"], spec["level"]),
        "key": masker.text(key), "title": masker.text(read.line.get("title") or key), "field": read.match.name or "",
        "reason": masker.text(read.match.reason), "required": spec["required"],
        "form": masker.text("；".join(filter(None, form[1:] or form[:1]))),
        "codes": [
            [masker.text(code), masker.text(read.own.get(code, name)), name] for code, name in read.codes.items()
        ],
    }  # fmt: skip
