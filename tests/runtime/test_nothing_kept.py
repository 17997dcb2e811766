"""Nothing of a file stays in memory: not after the library's check, not on the page after 「清除」."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pydantic_core import from_json
from support import run

from pyvalidator import browser
from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import document
from pyvalidator.runtime.caches import clear_text_cache, forget
from pyvalidator.text.nearest import nearest

REFERENCE = built_in_profiles()["reference"]
#: Never written out: it must stand nowhere but in the files.
MARK = "".join(map(chr, (0x946B, 0x6DFC, 0x7131)))


def content() -> str:
    """Every kind of text that a rule may look up: keys, leave kinds, names, units, reasons, odd dates and codes."""
    record = {
        "person_name": f"{MARK}明", "leave_type": f"事{MARK}假", "unit": f"{MARK}課", "reason": f"{MARK}就醫",
        "start_date": f"110{MARK}", "person_category": f"{MARK}", "job_title": f"{MARK}員",
    }  # fmt: skip
    records = [record, {**record, "leave_type": f"{MARK}病假", "person_id": f"A12345{MARK}"}]
    text = document([{}, *records], agency_name=f"{MARK}公所", system_name=f"{MARK}系統")
    changed = json.loads(text) if isinstance(text, str | bytes) else text
    changed["records"][0][f"leave_{MARK}"] = 1
    return json.dumps(changed, ensure_ascii=False)


def other_layout() -> str:
    """What the wizard is for: no key is known."""
    record = {f"LV_{MARK}": f"事{MARK}", "idno": "A123456789", f"{MARK}起": "1100607", f"nm{MARK}": f"{MARK}明"}
    return json.dumps([record] * 3, ensure_ascii=False)


def by_library() -> None:
    report = run({f"{MARK}.json": content(), f"{MARK}2.json": content()[:-5]})
    assert sum(MARK in entry.message for entry in report.files[0].findings) > 3


def by_profile() -> None:
    """A profile from outside, whose keys are words of the file; what a fault of the text quotes is masked by them."""
    key = f"{MARK}號"
    fields = [replace(spec, key=key) if spec.name == "person_id" else spec for spec in REFERENCE.fields]
    text = content().replace('"person_id"', f'"{key}"')
    report = run({"f.json": text[:-5]}, profile=replace(REFERENCE, fields=fields))
    assert any(MARK in entry.message for entry in report.files[0].findings)


def by_page() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(f"{MARK}/in.json", content())
    given = [{"name": f"{MARK}.json", "bytes": content().encode()}, {"name": f"{MARK}.zip", "bytes": packed.getvalue()}]
    answer = browser.handle("check", "{}", given)
    assert answer.count(MARK) > 10
    for format in ("xlsx", "sarif", "html"):
        browser.handle("export", json.dumps({"format": format}))
    browser.handle("overview", "{}")
    opened = browser.handle("wizard_open", "{}", [{"name": f"{MARK}.json", "bytes": other_layout().encode()}])
    assert MARK in opened
    browser.handle("wizard_review", json.dumps({"edits": {"columns": []}}))
    browser.handle("clear", "{}")


@pytest.mark.parametrize("use", [by_library, by_profile, by_page])
def test_no_text_of_a_file_is_kept(use: Callable[[], None]) -> None:
    assert list(holders(MARK)) == []
    use()
    gc.collect()
    assert list(holders(MARK)) == [], "Remember what is given words of a file with `pyvalidator.runtime.caches`"


def test_search_finds_what_is_kept() -> None:
    assert nearest(f"{MARK}病假", ["延長病假"]) is None
    assert list(holders(MARK)) != []
    forget()
    assert list(holders(MARK)) == []


def holders(mark: str) -> Iterator[str]:
    """Whatever holds a text with `mark`, other than `mark` itself."""
    objects = gc.get_objects()
    seen = {id(objects)}
    while objects:
        found = []
        for holder in objects:
            for held in gc.get_referents(holder):
                if isinstance(held, str | bytes):
                    if held is not mark and (mark in held if isinstance(held, str) else mark.encode() in held):
                        yield f"{type(holder).__name__}: {str(holder)[:300]}"
                elif id(held) not in seen and not gc.is_tracked(held):
                    # Plain dictionaries and tuples of texts are not on the collector's own list.
                    seen.add(id(held))
                    found.append(held)
        objects = found


def test_json_reader_forgets_its_texts() -> None:
    """It gives the same object for the same short text as long as it keeps it."""
    first = from_json('["' + MARK + '"]')[0]
    assert from_json('["' + MARK + '"]')[0] is first
    clear_text_cache()
    assert from_json('["' + MARK + '"]')[0] is not first
