"""Texts made to be slow or to break the interpreter: all of them end. A watchdog, not a stopwatch: on texts of this
size a reader that takes quadratic time needs hours, and one that recurses dies."""

from __future__ import annotations

import subprocess
import sys

import pytest

WATCHDOG_SECONDS = 120
TEXTS = {
    "opening brackets": '"[" * 1_000_000',
    "opening brackets and objects": "'[{\"a\":' * 50_000",
    "deep and closed": '"[" * 50_000 + "]" * 50_000',
    "closing brackets": '"[1" + "]" * 1_000_000',
    "alternating brackets": '"[" + "}" * 50_000',
    "commas": '"[" + "," * 1_000_000',
    "commas and blanks": '"[" + ", " * 400_000',
    "colons": '\'{"a"\' + ":" * 50_000',
    "unclosed string": '\'{"a": "\' + "x" * 1_000_000',
    "unclosed string of structure": '\'{"a": "\' + ",}" * 500_000 + "x"',
    "unclosed string of line ends": '\'{"a": "\' + "\\n" * 1_000_000',
    "unclosed string of escapes": '\'{"a": "\' + "\\\\u12" * 50_000',
    "escaped quotes below the deepest level": "\"[\" * 101 + '\"' + '\\\\\"' * 400_000",
    "inner quotes on one line": "'[\"' + 'a\"b' * 50_000",
    "single quotes": '"[" + "\'" * 50_000',
    "single quotes on one line": '"[" + "\'a" * 50_000',
    "curly quotes": '"[" + "“x”," * 50_000',
    "bare words": '"{" + "a b " * 50_000',
    "bare keys": '"{" + "a:1," * 30_000',
    "slashes": '"[" + "/" * 1_000_000',
    "comments": '"[1]" + "/**/" * 50_000',
    "comments and brackets": '"[1]" + "]//\\n" * 30_000',
    "unclosed comments": '"[" + "/*" * 50_000',
    "minus signs": '"[" + "-" * 1_000_000',
    "one huge number": '"[" + "9" * 1_000_000 + "]"',
    "one huge exponent": '"[1e" + "9" * 1_000_000 + "]"',
    "blanks": '" " * 1_000_000',
    "blanks between strings": '"[" + (\'"a"\' + " " * 50) * 10_000',
    "odd blanks": '"[" + "\\u3000 " * 50_000',
    "equal keys": '"{" + \'"a":1,\' * 50_000 + "}"',
    "faulty records": '"[" + \'{"a":1,},\\n\' * 10_000 + "{}]"',
    "faulty records in one line": '"[" + \'{"a":"x,"b":01},\' * 10_000 + "{}]"',
    "records with an open string": '"[" + \'{"a":"x},\' * 10_000 + "{}]"',
    "unclosed records": '"[" + \'{"a":1,\' * 30_000',
    "lines": "'{\"a\":1}\\n' * 50_000",
    "lines with a fault": "'{\"a\":01}\\n' * 30_000",
    "documents": "'{\"a\":[1]}' * 50_000",
    "a text of colons": "'[\"' + '\\\\\":' * 50_000 + '\"]'",
    "braces in texts": '"[" + \'{"a":"{"},\' * 50_000 + "0 1]"',
    "bad bytes": '"[\\"" + "\\udc80x" * 50_000 + "\\"]"',
    "colons behind texts": "'{' + '\"a\":' * 50_000",
    "colons behind texts in arrays": "'[' + '\"a\":' * 50_000",
    "records that end too early": '"{" + \'"a":1},\' * 50_000',
    "lists that end too early": '"[" + \'{"a":1}],\' * 50_000',
    "lists that end too early in an object": '\'{"r":[\' + \'{"a":1}],\' * 50_000',
    "objects that begin with objects": '"{" * 90_000',
    "wrong closers at depth": '"[{" * 40 + "}]" * 40 + \'"a":[[[[[[\' + "}" * 50_000',
    "elements": "'<a>' * 300_000",
    "elements with brackets": "'<a>{' * 100_000",
    "elements of lists": "'<a>[]</a>' * 100_000",
    "blanks in an element": "'<a>' + ' ' * 500_000 + '<b'",
    "comments of markup": "'<!--' * 200_000",
    "a string of brackets": "'\"' + '[' * 500_000",
    "backslashes": "'{' + '\\\\' * 500_000",
    "escaped line ends": "'{' + '\\\\n' * 300_000",
    "escaped quotes": "'{' + '\\\\\"' * 300_000",
    "words and lists": "'x [\"' * 100_000",
    "words and empty objects": "'x {} ' * 100_000",
    "fences": "'```\\n' * 200_000",
    "cells": "'a,\"{\"\"x' * 100_000",
    "lines of a log": "'[INFO] {' * 100_000",
    "entities": "'{&quot;' + '&quot;' * 200_000",
    "percent signs": "'%7B' * 100_000",
    "calls": "'a(' * 200_000 + '{'",
    "lone carriage returns": '"[" + "\\r1," * 30_000 + "2]"',
}
PROGRAM = """
import sys
from pyvalidator.source import UNREADABLE, read_document
document = read_document(({expression}).encode("utf-8", "surrogateescape"))
places = document.places([fault.offset for fault in document.faults])
assert all(0 <= offset <= len(document.text) for offset in places)
if document.value is not UNREADABLE:
    size = len(document.value) if isinstance(document.value, (dict, list)) else 0
    document.locate([("/" + str(index), False) for index in range(0, size, 97)])
document.lines(1, 3)
"""


@pytest.mark.parametrize("expression", TEXTS.values(), ids=TEXTS)
def test_reading_ends(expression: str) -> None:
    program = PROGRAM.format(expression=expression)
    done = subprocess.run([sys.executable, "-c", program], timeout=WATCHDOG_SECONDS, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
