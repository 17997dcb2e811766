"""Many texts with JSON in one list are read in one pass: what each holds is what it holds by itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pyvalidator.source import read_document
from pyvalidator.source.document import Document
from pyvalidator.source.strict import read_strict, read_together

GOOD = ['{"a": 1}', ' [1, "1000000000"] ', '{"b": {"c": ":\\u738b"}}']


def opened(texts: list[Any]) -> Document:
    document = read_document(json.dumps({"rows": texts}, ensure_ascii=False).encode())
    document.open_texts(["/rows/*"])
    return document


def test_proper_texts_are_read_together() -> None:
    assert read_together(GOOD) == [json.loads(text) for text in GOOD]


@pytest.mark.parametrize(
    "odd",
    [
        ["[1", "2]"], ['{"a": 1},1000000000,{"b": 2}', "[1", "2]"], ["{}, {}"], ["{},1000000000,{}", "[", "]"], [""], ["{"],
        ['{"a": 1, "a": 2}'], ['{"a": 1e999}'], ["[" * 101 + "]" * 101], ['{"a": "\udcff"}'], ['{"a": "??", "b": "??"}'],
        ["\ufeff{}"],
    ],
)  # fmt: skip
def test_a_text_that_is_not_proper_by_itself_is_read_by_itself(odd: list[str]) -> None:
    assert read_together([*GOOD, *odd, *GOOD]) is None


@pytest.mark.parametrize(
    "odd", [["[1", "2]"], ["{},1000000000,{}", "[", "]"], ['{"a": 1, "a": 2}'], ["x"], ["7"], [None, {"b": 1}], ['"{}"']]
)
def test_each_holds_what_it_holds_by_itself(odd: list[Any]) -> None:
    texts = [*GOOD, *odd, *GOOD]
    together, alone = opened(texts), [opened([text]) for text in texts]
    assert together.value["rows"] == [one.value["rows"][0] for one in alone]
    assert together.fault_counts == {
        code: sum(one.fault_counts.get(code, 0) for one in alone) for one in alone for code in one.fault_counts
    }
    assert together.opened == {f"/rows/{index}" for index, one in enumerate(alone) if one.opened}


def test_a_place_in_one_of_many_texts_is_found() -> None:
    document = opened(GOOD)
    offset = document.locate([("/rows/2/b/c", False)])["/rows/2/b/c", False]
    assert document.text[offset:].startswith('\\":\\\\u738b')


@pytest.mark.parametrize(
    "text", [r'{"in": "{\"a\":1}", "a": 1, "a" : 2}', r'{"in": "{\"a\":1}", "a\\": 1, "a\\": 2}', r'{"a\\":1,"a\\" :2}']
)
def test_equal_keys_are_found_beside_json_in_a_text(text: str) -> None:
    with pytest.raises(ValueError, match="equal keys"):
        read_strict(text.encode())
