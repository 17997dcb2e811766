"""Nothing that can be passed on shows a whole identity number."""

from __future__ import annotations

import pytest

from pyvalidator.privacy.masking import Masker, hide, mask_text
from pyvalidator.privacy.written import mask_quoted, mask_written


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("A123456789", "A12345****"),
        ("ac01234567", "ac0123****"),
        ("身分證A123456789與B234567890。", "身分證A12345****與B23456****。"),
        ("A1234567890", "A12345****0"),
        ("A12345678", "A12345678"),
        ("xA123456789", "xA1234*****"),
    ],
)
def test_ids_inside_texts(text: str, masked: str) -> None:
    assert mask_text(text) == masked


@pytest.mark.parametrize(
    ("value", "masked"),
    [("A12345678", "A12345***"), ("Ａ１２３４５６７８９", "Ａ１２３４５****"), (123456789, "123456***"), (123456, 123456), (None, None), (True, True),
     ("護照12", "護照12")],
)  # fmt: skip
def test_values_of_an_id_field_whatever_they_look_like(value: object, masked: object) -> None:
    assert Masker().id(value) == masked


def test_params_named_person_id_are_ids() -> None:
    assert Masker().param("other_person_id", "A12345678") == "A12345***"
    assert Masker().param("note", ["A123456789", {"k": "B123456780"}]) == ["A12345****", {"k": "B12345****"}]


def test_off_by_choice_passes_everything() -> None:
    assert Masker(False).id("A123456789") == "A123456789"
    assert Masker(False).text("A123456789") == "A123456789"


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        ('  "person_id": "A12345678X",', '  "person_id": "A12345****",'),
        ('{"person_id":123456789,"x":1}', '{"person_id":123456***,"x":1}'),
        ('"person_id"：“A12345678', '"person_id"：“A12345***'),
        ("'person_id': 'A12345-6789'}", "'person_id': 'A12345*****'}"),
        ('{"person_id": "A12345"6789", "x": "y"}', '{"person_id": "A12345*****", "x": "y"}'),
        ('{"person_id": "A12,3456789"}', '{"person_id": "A12,34*****"}'),
        ('{"person_id": "A12345678', '{"person_id": "A12345***'),
        ('"person_id":\n"A12345-678"\n,"x":"A12345-678"', '"person_id":\n"A12345****"\n,"x":"A12345-678"'),
        ('"reason": "代A123456789"', '"reason": "代A12345****"'),
    ],
)
def test_excerpts_hide_the_id_field_even_where_it_is_malformed(line: str, masked: str) -> None:
    assert mask_written(line, ["person_id"]) == masked


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        (r'{"person_id": "A12345\u0037\u0038\u0039"}', r'{"person_id": "A12345******************"}'),
        (r'{"person\u005fid": "A1234567"}', r'{"person\u005fid": "A12345**"}'),
        (r'{"person_id": "\u0041123\u00345678"}', r'{"person_id": "\u0041123\u00345***"}'),
        (r'"{\"person_id\": \"A1234567\", \"x\": 1}"', r'"{\"person_id\": \"A12345**\", \"x\": 1}"'),
        (r'"{\"person_id\": \"A12345\\u00378\"}"', r'"{\"person_id\": \"A12345********\"}"'),
        ("{&quot;person_id&quot;: &quot;A12345&#55;8&quot;}", "{&quot;person_id&quot;: &quot;A12345******&quot;}"),
        ('"{""person_id"": ""A1234567"", ""x"": 1}"', '"{""person_id"": ""A12345***", ""x"": 1}"'),
        ('{"person_id" "A1234567", "x": 1}', '{"person_id" "A12345**", "x": 1}'),
        ('{"person_id", "A1234567"}', '{"person_id", "A12345**"}'),
        ('{"Person_ID": "A1234567"}', '{"Person_ID": "A12345**"}'),
        ('{"person_id": ["A1234567", {"B1234567": 1}], "x": "C1234567"}',
         '{"person_id": ["A12345**", {"B12345**": 1}], "x": "C1234567"}'),
        ('{"person_id": "", "person_name": "A1234567"}', '{"person_id": "", "person_name": "A1234567"}'),
        ('"代Ａ１２３４５６７８９"', '"代Ａ１２３４５****"'),
    ],
)  # fmt: skip
def test_excerpts_hide_the_id_field_in_any_escape(written: str, masked: str) -> None:
    assert mask_written(written, ["person_id"]) == masked


def test_an_id_known_from_elsewhere_is_hidden_where_it_stands_whole() -> None:
    assert mask_written('"A1234567", "xA1234567"', [], {"A1234567"}) == '"A12345**", "xA1234567"'


@pytest.mark.parametrize(
    ("text", "found", "masked"),
    [
        ('{"person_id": "A12345"|6789"}', "6789", "****"),
        ('{"person_id": |A12345678９}', "A12345678９", "A12345****"),
        ('{"person_id": 0|123456789}', "0123456789", "012345****"),
        ('{"person_id": "A123"|456789"}', "456789", "4*****"),
        ('{"person_id": "A12345678|\t"}', "U+0009", "U+0009"),
        ('{"person_id": "A12345678", "reason": "B"|6789"}', "6789", "6789"),
        ('{} |"person_id": "A1234567', '"person_id": "A1234567', '"person_id": "A12345**'),
        ('{"person_id": "A123456"|7"}', "7", "*"),
    ],
)
def test_what_a_syntax_fault_quotes_of_an_id_is_hidden(text: str, found: str, masked: str) -> None:
    """`|` stands where the fault is."""
    assert mask_quoted(found, text.replace("|", ""), text.index("|"), ["person_id"]) == masked


@pytest.mark.parametrize(
    ("text", "value", "hidden"),
    [
        ("應為 A12345678", "A12345678", "應為 A12345***"),
        ("應為 A12345678", "Ａ-12345678", "應為 A1234****"),
        ("678", "A12345678", "***"),
        ("民國 110 年", "A12345678", "民國 110 年"),
        ("A123456", "A1234567", "A12345*"),
        ("67", "A12345", "67"),
        ("A123451234", "A123451234", "A12345****"),
        ("A12345", "A123451234", "A12345"),
    ],
)
def test_what_is_made_from_a_hidden_value_is_hidden(text: str, value: str, hidden: str) -> None:
    assert hide(text, value) == hidden


@pytest.mark.parametrize(
    ("key", "masked"),
    [("a-1234567", "a-1234***"), ("Ａ１２３４５６７８", "Ａ１２３４５***"), ("376506200A", "376506200A"), ("person_id", "person_id")],
)
def test_keys_that_are_nearly_a_number(key: str, masked: str) -> None:
    assert Masker().key(key) == masked
