"""Texts made to be slow or to break the interpreter: all of them end. A watchdog, not a stopwatch: on texts of this
size a reader that takes quadratic time needs hours, and one that recurses dies."""

from __future__ import annotations

import subprocess
import sys

import pytest

WATCHDOG_SECONDS = 60
TEXTS = {
    "opening brackets": '"[" * 5_000_000',
    "opening brackets and objects": '\'[{"a":\' * 1_000_000',
    "deep and closed": '"[" * 1_000_000 + "]" * 1_000_000',
    "closing brackets": '"[1" + "]" * 5_000_000',
    "alternating brackets": '"[" + "}" * 1_000_000',
    "commas": '"[" + "," * 5_000_000',
    "commas and blanks": '"[" + ", " * 2_000_000',
    "colons": '\'{"a"\' + ":" * 1_000_000',
    "unclosed string": '\'{"a": "\' + "x" * 5_000_000',
    "unclosed string of structure": '\'{"a": "\' + ",}" * 2_500_000 + "x"',
    "unclosed string of line ends": '\'{"a": "\' + "\\n" * 5_000_000',
    "unclosed string of escapes": '\'{"a": "\' + "\\\\u12" * 1_000_000',
    "escaped quotes below the deepest level": '"[" * 101 + \'"\' + \'\\\\"\' * 2_000_000',
    "inner quotes on one line": '\'["\' + \'a"b\' * 500_000',
    "single quotes": '"[" + "\'" * 1_000_000',
    "single quotes on one line": '"[" + "\'a" * 500_000',
    "curly quotes": '"[" + "“x”," * 500_000',
    "bare words": '"{" + "a b " * 500_000',
    "bare keys": '"{" + "a:1," * 300_000',
    "slashes": '"[" + "/" * 5_000_000',
    "comments": '"[1]" + "/**/" * 500_000',
    "comments and brackets": '"[1]" + "]//\\n" * 300_000',
    "unclosed comments": '"[" + "/*" * 1_000_000',
    "minus signs": '"[" + "-" * 5_000_000',
    "one huge number": '"[" + "9" * 5_000_000 + "]"',
    "one huge exponent": '"[1e" + "9" * 5_000_000 + "]"',
    "blanks": '" " * 5_000_000',
    "blanks between strings": '"[" + (\'"a"\' + " " * 50) * 50_000',
    "odd blanks": '"[" + "\\u3000 " * 1_000_000',
    "equal keys": '"{" + \'"a":1,\' * 500_000 + "}"',
    "faulty records": '"[" + \'{"a":1,},\\n\' * 50_000 + "{}]"',
    "faulty records in one line": '"[" + \'{"a":"x,"b":01},\' * 50_000 + "{}]"',
    "records with an open string": '"[" + \'{"a":"x},\' * 50_000 + "{}]"',
    "unclosed records": '"[" + \'{"a":1,\' * 100_000',
    "lines": '\'{"a":1}\\n\' * 200_000',
    "lines with a fault": '\'{"a":01}\\n\' * 100_000',
    "documents": '\'{"a":[1]}\' * 500_000',
    "a text of colons": '\'["\' + \'\\\\":\' * 500_000 + \'"]\'',
    "braces in texts": '"[" + \'{"a":"{"},\' * 200_000 + "0 1]"',
    "bad bytes": '"[\\"" + "\\udc80x" * 1_000_000 + "\\"]"',
    "lone carriage returns": '"[" + "\\r1," * 300_000 + "2]"',
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
