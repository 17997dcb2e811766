"""A batch with identity numbers in every place where a file or its name can have one."""

from __future__ import annotations

from typing import Any

from pyvalidator.rule import document

_A, _B, _NEW, _OLD = "A123456789", "A234567893", "A800000014", "AC01234567"
_WRONG = "B123456788"
_MALFORMED = (f"{_A}0", f" {_A}", f"{_A} ", "a123456789", f"x{_A}", f"A-{_A[1:]}", f"({_A})")
_NEXT = {"start_date": "1100608", "end_date": "1100608"}

FILES: dict[str, Any] = {
    f"{_A}.json": document([{"person_id": _WRONG}]),
    f"{_B}/in/{_NEW}.json": document([{"person_id": "A123456788", "days": 2}]),
    "keys.json": document([{_A: 1, f"x{_B}y": 2, "a/b~" + _NEW: 3}], **{_OLD: "x"}),
    "texts.json": document(
        [{"person_name": _A, "job_title": f"課員{_B}", "unit": _NEW, "reason": f"陪同{_OLD}就醫，{_B}代理",
          "leave_type": _B, "start_date": _A, "end_time": _NEW, "person_category": _OLD, "agency_code": _A}],
    ),
    "header.json": document(
        [{}], agency_code=_A, agency_name=_B, period=_NEW, dataset=_OLD, generated_at=_A, format_version=_B,
        record_count=_NEW,
    ),
    "malformed.json": document(
        [{"person_id": value, "start_date": f"110060{day}", "end_date": f"110060{day}"}
         for day, value in enumerate(_MALFORMED, 1)],
    ),
    "names.json": document([{}, {**_NEXT, "person_name": f"王小明{_A}"}, {**_NEXT, "person_id": "A123456798"}]),
    "copies.json": document([{}, {}, {"reason": _A}, {"end_time": "1200"}]),
    "nested.json": document([{"person_id": [_A], "person_name": {_B: _NEW}, "reason": {"x": [_OLD]}}]),
    "layout.json": {_A: [{_B: _NEW}]},
    "overlap.json": document([{"reason": f"{_A}{_B}{_NEW}"}, {"person_id": f"{_A}{_B}"}]),
    "text.json": _A,
    "string.json": f'"{_A}"',
    "broken.json": '{"records": [{"person_id": "' + _A + '", "x": ' + _B + ', ' + _NEW + ': 1, "' + _OLD + '" 2}',
    "twice.json": f'{{"{_A}": 1, "{_A}": 2}}',
    "unclosed.json": f'{{"agency_code": "{_A}',
    "big5.json": f'{{"機關代碼": "{_A}", "姓名": "王小明"}}'.encode("cp950"),
    "bytes.json": b'{"agency_code": "' + _A.encode() + b'\xff' + _B.encode() + b'"}',
    "list.csv.json": f"姓名,證號\n王小明,{_A}\n",
    f"same-{_A}.json": document([{"reason": "甲"}]),
    f"same-{_B}.json": document([{"reason": "甲"}]),
}  # fmt: skip
