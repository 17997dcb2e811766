"""Bytes that are not UTF-8 without BOM: named, placed, and still read."""

from __future__ import annotations

import codecs
import json
from typing import Any

import pytest

from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.rule import sample
from pyvalidator.source import UNREADABLE, read_document

TEXT = '{"姓名": "王小明",\n "days": 1}'
VALUE = {"姓名": "王小明", "days": 1}


def faults_of(data: bytes) -> list[tuple[str, int, int]]:
    document = read_document(data)
    return [(fault.code, *document.place(fault.offset)) for fault in document.faults]


def test_bom_is_a_fault_and_one_column() -> None:
    data = codecs.BOM_UTF8 + TEXT.encode()
    assert faults_of(data) == [("utf8_bom", 1, 1)]
    document = read_document(data)
    assert document.value == VALUE and document.encoding == "utf-8"
    assert document.place(document.locate([("/姓名", True)])["/姓名", True]) == (1, 3)


@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_read(encoding: str, bom: str) -> None:
    data = (bom + TEXT).encode(encoding)
    assert faults_of(data) == [(encoding[:6].replace("-", ""), 1, 1)]
    document = read_document(data)
    assert document.value == VALUE and document.encoding == encoding
    assert document.place(document.locate([("/days", False)])["/days", False]) == (2, 10)


def test_wide_encoding_with_a_fault_names_both() -> None:
    assert faults_of("[1,]".encode("utf-16")) == [("utf16", 1, 1), ("trailing_comma", 1, 4)]


def test_utf16_with_half_a_character_is_survived() -> None:
    document = read_document(TEXT.encode("utf-16-le")[:-1])
    assert next(fault.code for fault in document.faults) == "utf16"


def test_big5_is_read_and_placed_at_its_first_byte() -> None:
    data = TEXT.encode("cp950")
    assert faults_of(data) == [("big5_text", 1, 3)]
    document = read_document(data)
    assert document.value == VALUE and document.encoding == "cp950"


def test_big5_behind_ascii_is_placed_at_the_character() -> None:
    assert faults_of('{"a": 1,\n "b": "病假"}'.encode("cp950")) == [("big5_text", 2, 8)]


@pytest.mark.parametrize(
    ("pair", "character"),
    [
        (b"\x87\x42", "\uf268"),  # facts of 集保: 鱻 8742 is U+F268
        (b"\xfa\x40", "\ue000"), (b"\xfe\xfe", "\ue310"), (b"\x8e\x40", "\ue311"),
        (b"\xa0\xfe", "\ueeb7"), (b"\x81\x40", "\ueeb8"), (b"\x8d\xfe", "\uf6b0"),
    ],
)  # fmt: skip
def test_user_characters_of_big5_keep_their_place_in_the_private_area(pair: bytes, character: str) -> None:
    data = b'{"a": "' + "王小".encode("cp950") + pair + b'"}'
    assert read_document(data).value == {"a": "王小" + character}


def test_bad_bytes_are_themselves_the_place_and_one_run_is_one_fault() -> None:
    data = '{"a": "王小明'.encode() + b"\xff\xfe" + '明", "b": "'.encode() + b"\xe7\x8e" + b'"}'
    assert faults_of(data) == [("invalid_bytes", 1, 11), ("invalid_bytes", 1, 23)]
    document = read_document(data)
    assert document.value == {"a": "王小明\ufffd\ufffd明", "b": "\ufffd\ufffd"}
    assert document.faults[0].params == {"found": "FF FE"}


def test_bad_bytes_between_the_values_have_no_second_fault() -> None:
    assert faults_of('{"王": 1, '.encode() + b"\xff" + b'"b": 2}') == [("invalid_bytes", 1, 10)]
    assert faults_of(b"\xff" + '{"王": 1}'.encode()) == [("invalid_bytes", 1, 1)]
    assert faults_of('{"王": 1}'.encode() + b"\xff") == [("invalid_bytes", 1, 9)]


def test_replacement_character_in_a_proper_file_is_no_fault_of_the_text() -> None:
    assert faults_of('{"a": "\ufffd"}'.encode()) == []


def test_bytes_of_another_kind_have_no_text() -> None:
    document = read_document(b"%PDF-1.7\nA123456789")
    assert document.text == "" and document.encoding == "binary" and document.value is UNREADABLE


def test_proper_file_is_not_decoded_until_asked() -> None:
    document = read_document(TEXT.encode())
    assert "text" not in vars(document)
    assert document.text == TEXT and "text" in vars(document)


def months_file(encoding: str, **changes: Any) -> tuple[bytes, Any]:
    """A file of usual content in another encoding, and what is in it."""
    value = sample(**changes)
    value["records"] += sample(person_name="李小華", leave_type="事假", reason="家中有事")["records"]
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode(encoding), json.loads(text.encode(encoding).decode(encoding))


@pytest.mark.parametrize(("encoding", "code"), [("cp950", "big5_text"), ("gbk", "gbk_text"), ("gb18030", "gbk_text")])
def test_encodings_that_look_alike_are_told_apart_by_what_they_read(encoding: str, code: str) -> None:
    data, value = months_file(encoding)
    document = read_document(data)
    assert document.fault_counts == {code: 1} and document.value == value
    assert document.faults[0].params["doubt"] == ""


def test_simplified_writing_is_known_too() -> None:
    simplified = {"agency_name": "水上乡公所", "unit": "民政课", "job_title": "课员", "reason": "感冒就医"}
    data = json.dumps(simplified, ensure_ascii=False).encode("gb2312")
    assert read_document(data).fault_counts == {"gbk_text": 1} and read_document(data).value == simplified


@pytest.mark.parametrize("kind", [kind for kind in leave_kinds() if len(kind) > 1])
@pytest.mark.parametrize("encoding", ["cp950", "gbk"])
def test_one_word_is_read_rightly_or_the_doubt_said(encoding: str, kind: str) -> None:
    document = read_document(f'{{"leave": "{kind}"}}'.encode(encoding))
    assert document.value == {"leave": kind} or document.faults[0].params["doubt"]


def test_accented_letters_are_neither() -> None:
    assert set(read_document('{"name": "Muñoz", "b": "José"}'.encode("latin-1")).fault_counts) == {"invalid_bytes"}


def test_japanese_is_named() -> None:
    data = '{"氏名": "山田たろう", "部署": "システム開発部", "理由": "かぜのため"}'.encode("cp932")
    assert read_document(data).fault_counts == {"other_encoding": 1}


_OWN = [("agency_name",), ("leave_type",), ("agency_name", "job_title", "unit", "leave_type", "reason")]


@pytest.mark.parametrize(("encoding", "code"), [("cp950", "big5_text"), ("gb18030", "gbk_text")])
@pytest.mark.parametrize("own", _OWN)
def test_words_of_the_program_may_be_in_utf8_among_those_of_the_database(
    encoding: str, code: str, own: tuple[str, ...]
) -> None:
    value = sample(agency_name="水上鄉公所", unit="𠮷媗課" if "unit" in own else "農業課", reason="感冒就醫")
    lines = json.dumps(value, ensure_ascii=False, indent=1).split("\n")
    data = b"\n".join(line.encode("utf-8" if any(name in line for name in own) else encoding) for line in lines)
    document = read_document(data)
    assert document.value == value
    (fault,) = document.faults
    assert fault.code == code and "兩種編碼" in fault.params["doubt"]
    assert document.text[fault.offset] > "\x7f"


@pytest.mark.parametrize("amiss", [b"\xed\xa1\x82\xed\xbe\xb7", b"\xff", b"\xe5\xbb", b"\xa4"])
def test_a_few_bytes_amiss_are_no_other_encoding(amiss: bytes) -> None:
    data = json.dumps(sample(person_name="王小@"), ensure_ascii=False).encode().replace(b"@", amiss)
    assert {code for code, _, _ in faults_of(data)} == {"invalid_bytes"}
