"""Nothing that can be passed on shows a whole identity number."""

from __future__ import annotations

import pytest

from pyvalidator.privacy.masking import Masker, mask_text


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
    assert Masker().excerpt(line, ["person_id"]) == masked


@pytest.mark.parametrize(
    ("before", "found", "masked"),
    [
        ('{"person_id": "A12345"', "6789", "****"),
        ('{"person_id": ', "A12345678９", "A12345****"),
        ('{"person_id": 0', "0123456789", "012345****"),
        ('{"person_id": "A123"', "456789", "4*****"),
        ('{"person_id": "A12345678', "U+0009", "U+0009"),
        ('{"person_id": "A12345678", "reason": "B', "6789", "6789"),
    ],
)
def test_what_a_syntax_fault_quotes_of_an_id_is_hidden(before: str, found: str, masked: str) -> None:
    assert Masker().found({"found": found, "limit": 3}, before, ["person_id"]) == {"found": masked, "limit": 3}
    assert Masker(False).found({"found": found}, before, ["person_id"]) == {"found": found}
