"""The format of the guide (docs/develop/add-a-format.md) is one that may be added."""

from __future__ import annotations

import json
import re
from typing import Any

from support import ROOT, run

from pyvalidator.report.model import acknowledged
from pyvalidator.report.render import Format, words
from pyvalidator.rule import sample

_GUIDE = (ROOT / "docs" / "develop" / "add-a-format.md").read_text("utf-8")
[_LINE] = re.findall(r"```text\n(.*?)\n```", _GUIDE, re.DOTALL)
[_MODULE] = re.findall(r"```python\n(.*?)```", _GUIDE, re.DOTALL)


def test_line_of_the_guide_names_a_format() -> None:
    [facts] = json.loads(f"{{{_LINE}}}").values()
    assert f"`pyvalidator/report/render/{Format(**facts).module}.py`" in _GUIDE


def test_module_of_the_guide_leaves_nothing_out() -> None:
    module: dict[str, Any] = {}
    exec(_MODULE, module)
    evil = "a.json\n# b](https://example.invalid)<script>"
    report = run({evil: sample(start_date="1100612", end_date="1100612"), "c.json": "["})
    [entry] = [entry for entry in report.files[0].findings if entry.severity == "warning"]
    place = {"file": evil, "rule": entry.rule, "pointer": entry.pointer, "field": entry.field}
    told = acknowledged(report, [{**place, "reason": "該員當日輪值"}])
    text = module["render"](told).decode()
    assert all(found.rule in text for file in told.files for found in file.findings)
    assert text.count("該員當日輪值") == 1 and "A12345" in text and "A123456789" not in text
    assert words.limits_text(told) in text and "沒有檢核的項目" in text
    assert "<script>" not in text.replace("\\<", "") and "\n# b" not in text
