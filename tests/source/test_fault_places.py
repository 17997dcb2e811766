"""Each fault of the text: its code, its line and column, and what is still read.

The rule for a place: the first character after which the text cannot become valid JSON; exceptions: a trailing comma
is its own place, a string that is not closed its opener, brackets open at the end the innermost opener, a BOM or bad
byte itself, and no value at all one past the last character.
"""

from __future__ import annotations

from typing import Any

import pytest

from pyvalidator.source import UNREADABLE, read_document

Places = list[tuple[str, int, int]]

STRUCTURE: list[tuple[str, Places, Any]] = [
    ('{"a": 1,}', [("trailing_comma", 1, 8)], {"a": 1}),
    ('{"a": 1,\n}', [("trailing_comma", 1, 8)], {"a": 1}),
    ("[1 , ]", [("trailing_comma", 1, 4)], [1]),
    ("[1 2]", [("missing_comma", 1, 4)], [1, 2]),
    ('{"a":1\n"b":2}', [("missing_comma", 2, 1)], {"a": 1, "b": 2}),
    ('[{"a":1}\n{"a":2}]', [("missing_comma", 2, 1)], [{"a": 1}, {"a": 2}]),
    ('{"a":"x""b":"y"}', [("missing_comma", 1, 9)], {"a": "x", "b": "y"}),
    ("[1,,2]", [("extra_comma", 1, 4)], [1, 2]),
    ("[,1]", [("extra_comma", 1, 2)], [1]),
    ('{"a":1,,}', [("extra_comma", 1, 8)], {"a": 1}),
    ('{"a" 1}', [("missing_colon", 1, 6)], {"a": 1}),
    ('{"a", "b":1}', [("missing_colon", 1, 5)], {"b": 1}),
    ('{"a":, "b":1}', [("missing_value", 1, 6)], {"b": 1}),
    ('{"b":1, "a":}', [("missing_value", 1, 13)], {"b": 1}),
    ('{:"x", "b":1}', [("missing_key", 1, 2)], {"b": 1}),
    ('{"a"=1}', [("wrong_separator", 1, 5)], {"a": 1}),
    ('{"a", null}', [("wrong_separator", 1, 5)], {"a": None}),
    ("[1; 2]", [("wrong_separator", 1, 3)], [1, 2]),
    ('{"a"：1，"b":［2］}', [("fullwidth_sign", 1, 5), ("fullwidth_sign", 1, 7), ("fullwidth_sign", 1, 12),
                           ("fullwidth_sign", 1, 14)], {"a": 1, "b": [2]}),
    ("[1,\u30002]", [("odd_space", 1, 4)], [1, 2]),
    ("[1, @2]", [("unquoted_text", 1, 5)], [1, "@2"]),
    ('{"a":1 @ , "b":2}', [("unexpected_text", 1, 8)], {"a": 1, "b": 2}),
    ('{"a":1} // x', [("comment", 1, 9)], {"a": 1}),
    ('{/* x\n */"a":1, # y\n"b":2}', [("comment", 1, 2), ("comment", 2, 11)], {"a": 1, "b": 2}),
    ('{"a":[1', [("unclosed_bracket", 1, 6)], {"a": [1]}),
    ('{"a":[1],', [("unclosed_bracket", 1, 1)], {"a": [1]}),
    ("[tru", [("unclosed_bracket", 1, 1)], [True]),
    ('[{"a":1,{"a":2}]', [("missing_bracket", 1, 9)], [{"a": 1}, {"a": 2}]),
    ('[{"a":1\n{"a":2}]', [("missing_bracket", 2, 1)], [{"a": 1}, {"a": 2}]),
    ('{"r":[1, "n": 2}', [("missing_bracket", 1, 13)], {"r": [1], "n": 2}),
    ('[{"a":1}, "a":2}, {"a":3}]', [("missing_bracket", 1, 14)], [{"a": 1}, {"a": 2}, {"a": 3}]),
    ('["a":2}, {"a":3}]', [("missing_bracket", 1, 5)], [{"a": 2}, {"a": 3}]),
    ('{"h": "a":1}, "b":2}', [("missing_bracket", 1, 10)], {"h": {"a": 1}, "b": 2}),
    ('{"t": "08":"30"}', [("unexpected_text", 1, 11), ("missing_comma", 1, 12), ("missing_colon", 1, 16)], {"t": "08"}),
    ('{"a":1}, {"a":2}]', [("missing_bracket", 1, 8)], [{"a": 1}, {"a": 2}]),
    ('{"r": {{"a":1}, {"a":2}], "n":1}', [("wrong_bracket", 1, 8)], {"r": [{"a": 1}, {"a": 2}], "n": 1}),
    ('{{"a":1}, {"a":2}]', [("wrong_bracket", 1, 2)], [{"a": 1}, {"a": 2}]),
    ('[{"a":1}, ["a":2}, {"a":3}]', [("wrong_bracket", 1, 15)], [{"a": 1}, {"a": 2}, {"a": 3}]),
    ('["a":1, "b":2}', [("wrong_bracket", 1, 5)], {"a": 1, "b": 2}),
    ('{"p":[{"k":1,"r":[{"a":1}}, {"a":2}]}, {"k":2,"r":[]}]}', [("extra_bracket", 1, 26)],
     {"p": [{"k": 1, "r": [{"a": 1}, {"a": 2}]}, {"k": 2, "r": []}]}),
    ('{"p":[{"k":1,"r":[{"a":1}}]}, {"k":2,"r":[]}]}', [("extra_bracket", 1, 26)],
     {"p": [{"k": 1, "r": [{"a": 1}]}, {"k": 2, "r": []}]}),
    ('{"p":[{"k":1,"r":[{"a":1}], {"k":2,"r":[]}]}', [("missing_bracket", 1, 29)],
     {"p": [{"k": 1, "r": [{"a": 1}]}, {"k": 2, "r": []}]}),
    ('{"r":[{"a":1}], {"a":2}], "n":1}', [("extra_bracket", 1, 17)], {"r": [{"a": 1}, {"a": 2}], "n": 1}),
    ('[{"a":1}], {"a":2}]', [("extra_bracket", 1, 10)], [{"a": 1}, {"a": 2}]),
    ('{"h":{"a":1}}, "n":1}', [("extra_bracket", 1, 14)], {"h": {"a": 1}, "n": 1}),
    ('{"a":[1}', [("wrong_bracket", 1, 8)], {"a": [1]}),
    ('[{"a":1], 2]', [("wrong_bracket", 1, 8)], [{"a": 1}, 2]),
    ('[{"a":1]', [("wrong_bracket", 1, 8)], [{"a": 1}]),
    ('{"r":[{"a":1}},{"a":2}]}', [("extra_bracket", 1, 14)], {"r": [{"a": 1}, {"a": 2}]}),
    ("[1]]", [("extra_bracket", 1, 4)], [1]),
    ('{"a":1}\nx y', [("trailing_text", 2, 1)], {"a": 1}),
    ('var x = {"a":1}', [("leading_text", 1, 1)], {"a": 1}),
    ('{"a":[1]}\n{"a":[2]}', [("two_documents", 2, 1)], {"a": [1]}),
    ('{"a":1}\n{"a":2}\n{"a":3}\n', [("ndjson", 2, 1)], [{"a": 1}, {"a": 2}, {"a": 3}]),
    ('{"a":1},\n{"a":2}', [("ndjson", 1, 8)], [{"a": 1}, {"a": 2}]),
    ('"{\\"a\\": 1}"', [("json_in_string", 1, 1)], {"a": 1}),
]  # fmt: skip
STRINGS: list[tuple[str, Places, Any]] = [
    ('{"a":"x', [("unclosed_string", 1, 6)], {"a": "x"}),
    ('{"a":"x\\', [("unclosed_string", 1, 6)], {"a": "x\\"}),
    ('{"a":"x,"b":1}', [("unclosed_string", 1, 6)], {"a": "x", "b": 1}),
    ('[{"a":"x},{"a":"y"}]', [("unclosed_string", 1, 7)], [{"a": "x"}, {"a": "y"}]),
    ('{"a":1,"b":"x}', [("unclosed_string", 1, 12)], {"a": 1, "b": "x"}),
    ('{"a": "x,\n "b": "y"}', [("unclosed_string", 1, 7)], {"a": "x", "b": "y"}),
    ('[{"a": "x\n },\n {"b": "y"}]', [("unclosed_string", 1, 8)], [{"a": "x"}, {"b": "y"}]),
    ('{"a: 1, "b": 2}', [("unclosed_string", 1, 2)], {"a": 1, "b": 2}),
    ('{"a: "x", "b": 2}', [("unclosed_string", 1, 2)], {"a": "x", "b": 2}),
    ('{"\n"a": 1}', [("unclosed_string", 1, 2)], {"a": 1}),
    ('{"a": 1,"\n"b": 2}', [("unclosed_string", 1, 9)], {"a": 1, "b": 2}),
    ('["x, "y"]', [("unclosed_string", 1, 2)], ["x", "y"]),
    ('{"a":"他說"好"了","b":1}', [("unescaped_quote", 1, 10)], {"a": '他說"好"了', "b": 1}),
    ("{'a':'x'}", [("single_quote", 1, 2), ("single_quote", 1, 6)], {"a": "x"}),
    ("{“a”:‘x’}", [("curly_quote", 1, 2), ("curly_quote", 1, 6)], {"a": "x"}),
    ("[＂x＂, 「y」]", [("fullwidth_quote", 1, 2), ("fullwidth_quote", 1, 7)], ["x", "y"]),
    ('{a:1,b-c:2}', [("unquoted_key", 1, 2), ("unquoted_key", 1, 6)], {"a": 1, "b-c": 2}),
    ('{a":1}', [("unquoted_key", 1, 2)], {"a": 1}),
    ('{"a":王小明,"b":1}', [("unquoted_text", 1, 6)], {"a": "王小明", "b": 1}),
    ('{"a":王",\n"b":1}', [("unquoted_text", 1, 6)], {"a": "王", "b": 1}),
    ('["a\nb"]', [("raw_newline", 1, 4)], ["a\nb"]),
    ('["a\r\nb\r\nc"]', [("raw_newline", 1, 4)], ["a\r\nb\r\nc"]),
    ('["a\tb"]', [("raw_tab", 1, 4)], ["a\tb"]),
    ('["a\x01b"]', [("control_character", 1, 4)], ["a\x01b"]),
    ('["C:\\data"]', [("bad_escape", 1, 6)], ["C:\\data"]),
    ('["\\u12G4"]', [("bad_unicode_escape", 1, 7)], ["\ufffdG4"]),
    ('["\\ud800x", "\\ud83d\\ude00"]', [("lone_surrogate", 1, 3)], ["\ufffdx", "😀"]),
]  # fmt: skip
SCALARS: list[tuple[str, Places, Any]] = [
    ("[NaN, Infinity, -Infinity]", [("nan_number", 1, 2), ("nan_number", 1, 7), ("nan_number", 1, 18)], [None] * 3),
    ("[True, None, undefined]", [("wrong_literal", 1, 2), ("wrong_literal", 1, 8), ("wrong_literal", 1, 14)],
     [True, None, None]),
    ("[nan, nul]", [("nan_number", 1, 3), ("wrong_literal", 1, 10)], [None, None]),
    ("[0991231]", [("leading_zero", 1, 3)], ["0991231"]),
    ("[-01]", [("leading_zero", 1, 4)], ["-01"]),
    ("[+1]", [("plus_sign", 1, 2)], [1]),
    ("[.5, 5., 1.e5]", [("bad_decimal_point", 1, 2), ("bad_decimal_point", 1, 8), ("bad_decimal_point", 1, 12)],
     [0.5, 5.0, 100000.0]),
    ("[0x1F]", [("hex_number", 1, 3)], ["0x1F"]),
    ("[1e]", [("bad_number", 1, 4)], ["1e"]),
    ("[2021-06-07, 08:30]", [("unquoted_text", 1, 6), ("unquoted_text", 1, 15)], ["2021-06-07", "08:30"]),
    ("[１２, 1２]", [("fullwidth_digit", 1, 2), ("fullwidth_digit", 1, 7)], [12, 12]),
    ("[1e400, 1]", [("huge_number", 1, 2)], [None, 1]),
    ("[" + "9" * 5000 + "]", [("huge_number", 1, 2)], [None]),
    ("[" + "9" * 4000 + "]", [], [int("9" * 4000)]),
]  # fmt: skip
NO_VALUE: list[tuple[str | bytes, Places]] = [
    ("", [("empty_file", 1, 1)]),
    (" \n ", [("blank_file", 2, 2)]),
    ("// nothing", [("comment", 1, 1), ("blank_file", 1, 11)]),
    ("nul", [("wrong_literal", 1, 4)]),
    ("NaN", [("nan_number", 1, 1)]),
    ("今天天氣很好", [("plain_text", 1, 1)]),
    ("姓名,假別\n王小明,病假\n", [("csv_text", 1, 1)]),
    ("1,2\n3,4\n", [("csv_text", 1, 2)]),
    ("\n <!DOCTYPE html><html>", [("html_page", 2, 2)]),
    ('<?xml version="1.0"?><a/>', [("xml_text", 1, 1)]),
    ("[", [("unclosed_bracket", 1, 1)]),
    (b"%PDF-1.7\n%\xe2\xe3", [("pdf_file", 1, 1)]),
    (b"PK\x03\x04\x14\x00xl/workbook.xml", [("zip_file", 1, 1)]),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), [("office_file", 1, 1)]),
    (b"\x1f\x8b\x08" + bytes(20), [("archive_file", 1, 1)]),
    (b"\x89PNG\r\n\x1a\n", [("image_file", 1, 1)]),
    (bytes(range(20)) * 3, [("binary_file", 1, 1)]),
]


def places_in(content: str | bytes) -> Places:
    document = read_document(content.encode() if isinstance(content, str) else content)
    return [(fault.code, *document.place(fault.offset)) for fault in document.faults]


@pytest.mark.parametrize(("text", "places", "value"), STRUCTURE + STRINGS + SCALARS)
def test_fault_is_named_at_its_place_and_the_rest_is_read(text: str, places: Places, value: Any) -> None:
    assert places_in(text) == places
    assert read_document(text.encode()).value == value


@pytest.mark.parametrize(("content", "places"), NO_VALUE)
def test_file_without_a_value_is_named(content: str | bytes, places: Places) -> None:
    assert places_in(content) == places
    assert read_document(content.encode() if isinstance(content, str) else content).value is UNREADABLE


def test_several_faults_are_found_in_one_run() -> None:
    text = """{
  "a": 0991231,
  "b": 'x'
  "c": [1, 2,],
  "d": {"e": NaN "f": "g},
  "h": True, // note
  "h": 2
}}"""
    assert places_in(text) == [
        ("leading_zero", 2, 9), ("single_quote", 3, 8), ("missing_comma", 4, 3), ("trailing_comma", 4, 13),
        ("nan_number", 5, 14), ("missing_comma", 5, 18), ("unclosed_string", 5, 23), ("wrong_literal", 6, 8),
        ("comment", 6, 14), ("duplicate_key", 7, 3), ("extra_bracket", 8, 2),
    ]  # fmt: skip
    assert read_document(text.encode()).value == {
        "a": "0991231", "b": "x", "c": [1, 2], "d": {"e": None, "f": "g"}, "h": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a":1,"a":2}', [("/a", 7)]),
        ('{"a":1,"\\u0061":2,"a":3}', [("/a", 7), ("/a", 18)]),
        ('{"r":[{"x/y":1,"x/y":2}]}', [("/r/0/x~1y", 15)]),
        ('{"a":1,"a":1}\n{"b":1}', [("/0/a", 7)]),
    ],
)
def test_duplicate_key_has_the_members_pointer_and_the_second_keys_quote(
    text: str, found: list[tuple[str, int]]
) -> None:
    document = read_document(text.encode())
    assert [(fault.pointer, fault.offset) for fault in document.faults if fault.code == "duplicate_key"] == found


def test_duplicate_key_the_last_value_wins_and_is_located() -> None:
    document = read_document(b'{"a": 1, "b": "\\":", "a": [2]}')
    assert document.value == {"a": [2], "b": '":'}
    assert document.locate([("/a", True), ("/a/0", False)]) == {("/a", True): 21, ("/a/0", False): 27}


def test_too_deep_and_open_at_the_end_are_two_faults() -> None:
    assert places_in("[" * 150 + "]" * 150) == [("too_deep", 1, 101)]
    assert places_in("[" * 100_000) == [("too_deep", 1, 101), ("unclosed_bracket", 1, 100_000)]
    assert places_in("[" * 100 + "1" + "]" * 100) == []


def test_what_was_dropped_is_known() -> None:
    document = read_document(b'{"records": [{"a": 1, "b": }, {"a": 2}], "n": 1} tail')
    assert document.skipped == [(22, 27), (49, 53)]
    assert document.damaged == {"/records/0"}


def test_faults_beyond_the_cap_are_counted() -> None:
    document = read_document(b"[" + b"+1," * 120_000 + b"1]")
    assert document.fault_counts == {"plus_sign": 120_000}
    assert len(document.faults) == 100_000
