"""JSONTestSuite (nst/JSONTestSuite): y_ must be read, n_ must be refused inside the file, i_ must not crash."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pyvalidator.source import UNREADABLE, read_document

CORPORA = os.environ.get("PYVALIDATOR_CORPORA", "")
FOLDER = Path(CORPORA) / "JSONTestSuite" / "test_parsing"
FILES = sorted(FOLDER.glob("*.json")) if CORPORA else []

if not FILES:
    pytest.skip("set PYVALIDATOR_CORPORA to a folder that holds JSONTestSuite/test_parsing", allow_module_level=True)

# Proper by the grammar, but a file must not hold them.
REFUSED_BY_US = {"y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"}


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_file_is_read_or_refused_as_its_name_says(path: Path) -> None:
    data = path.read_bytes()
    document = read_document(data)
    for fault in document.faults:
        assert 0 <= fault.offset <= len(document.text)
        line, column = document.place(fault.offset)
        assert line >= 1 and column >= 1
    if path.name.startswith("y_"):
        assert document.value == json.loads(data)
        codes = {fault.code for fault in document.faults}
        assert codes == ({"duplicate_key"} if path.name in REFUSED_BY_US else set())
    if path.name.startswith("n_"):
        assert document.faults
    assert document.value is not UNREADABLE or document.faults
    json.dumps(None if document.value is UNREADABLE else document.value, ensure_ascii=False).encode()
