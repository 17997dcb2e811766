"""What a new rule begins as, by kind: a whole module whose own examples pass, with everything to rewrite marked."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from textwrap import dedent, indent
from typing import get_args

import pyvalidator.rule

#: Stands in every sentence to rewrite, and is the value that the beginning looks for.
MARK = "待改寫"

_TEXT = '''\
"""{title}。

{mark}：說明什麼情形算有這個問題。

## 為什麼重要

{mark}：不改會怎麼樣，常見的原因是什麼。

## 怎麼修正

{mark}：請寫明到哪裡、改什麼。
"""

{library}from pyvalidator.rule import {imports}

{rule}

EXAMPLES = [
    Example("沒有這個問題", {good}),
    Example("有這個問題", {bad}, fires_at="{pointer}"),
]
'''

_CHECKED = '''
@{factory}(
    "{id}",
    owner="unit",  # {mark}: {owners}{options}
    severity="warning",
    since="{since}",
    message="{message}",
    fix="請單位承辦在差勤系統更正（{mark}）。",
)
def check({arguments}) -> {returns}:
{check}
'''

_DETECTED = '''
RULE = {factory}(
    "{id}",
    owner="vendor",
    {option}="{fault}",
    severity="error",
    since="{since}",
    message="{message}",
    fix="請廠商修正產製程式（{mark}）。",
)
'''


@dataclass(frozen=True)
class _Beginning:
    """How a check of one kind begins: what its decorator and its function get, what it does, what it fires at."""

    options: str
    arguments: str
    check: str
    maker: str
    good: str
    bad: str
    pointer: str


_UNIT = {"maker": "sample", "good": "sample()", "bad": f'sample(unit="{MARK}")', "pointer": "/records/0/unit"}
_LOOK = f'return Fault() if value == "{MARK}" else None'
_BEGINNINGS = {
    # Asked about values that do not fit their field only, before the other rules of form.
    "form": _Beginning(
        'types="date",\n    order=1,', "spec: FieldSpec, value: Any, profile: Profile", _LOOK,
        "sample", "sample()", f'sample(start_date="{MARK}")', "/records/0/start_date",
    ),
    "value": _Beginning('reads="unit",', "value: str, context: Context", _LOOK, **_UNIT),
    "record": _Beginning(
        'reads=("unit", "start_date"),', "unit: str, start: date, context: Context",
        f'return Fault(field="unit") if unit == "{MARK}" else None', **_UNIT,
    ),
    "person": _Beginning(
        'reads="unit",', "person: Person, context: Context",
        f"""
        for row, unit in person.values("unit"):
            if unit == "{MARK}":
                yield Fault("unit", row)
        """, **_UNIT,
    ),
    "file": _Beginning(
        'reads="system_name",', "file: FileView",
        f"""
        if file.header("system_name") == "{MARK}":
            yield Fault()
        """,
        "document", "document()", f'document(system_name="{MARK}")', "/system_name",
    ),
    "batch": _Beginning(
        "reads_content=False,", "batch: Batch",
        f"""
        for file in batch.files:
            if file.name == "{MARK}.json":
                yield Fault(files=(file.name,))
        """,
        "document", 'files={"a.json": document()}', f'files={{"{MARK}.json": document()}}', "",
    ),
}  # fmt: skip
#: Kinds whose fault is found elsewhere, which has to be written first.
DETECTED = ("syntax", "container", "schema")
KINDS = (*_BEGINNINGS, *DETECTED)


def render_rule(kind: str, id: str, fault: str, since: str) -> str:
    """The module's text.

    Args:
        kind: one of `KINDS`.
        fault: for a kind of `DETECTED`, the code by which the reader names the fault.
        since: the version that brings the rule, e.g. `1.0`.
    """
    message = "{label}不對" if kind not in ("batch", *DETECTED) else "內容不對"
    facts = {"factory": f"{kind}_rule", "id": id, "since": since, "message": f"{message}（{MARK}）。", "mark": MARK}
    facts["owners"] = "、".join(get_args(pyvalidator.rule.Owner))
    if kind in DETECTED:
        option = _only_option(facts["factory"])
        rule = _DETECTED.format(**facts, option=option, fault=fault)
        shown = {"good": "sample()", "bad": f'"{MARK}"', "pointer": ""}
        names = ["Example", facts["factory"], "sample"]
    else:
        begin = _BEGINNINGS[kind]
        check = indent(dedent(begin.check).strip(), "    ")
        options = f"\n    {begin.options}"
        returns = "Fault | None" if check.startswith("    return") else "Faults"
        rule = _CHECKED.format(**facts, options=options, arguments=begin.arguments, returns=returns, check=check)
        shown = {"good": begin.good, "bad": begin.bad, "pointer": begin.pointer}
        types = set(re.findall(r"\b[A-Z]\w+", f"{begin.arguments} {returns}")) - {"Any", "None"}
        names = [*sorted({"Example", "Fault"} | types), *sorted((facts["factory"], begin.maker))]
    return _TEXT.format(
        title=f"{MARK}的標題 {id}", mark=MARK, library=_library(rule), imports=", ".join(names), rule=rule, **shown
    )


def _library(rule: str) -> str:
    """What the module imports of the standard library."""
    wanted = {"from datetime import date": ": date,", "from typing import Any": ": Any,"}
    lines = [line for line, mark in wanted.items() if mark in rule]
    return "\n".join([*lines, "\n"]) if lines else ""


def _only_option(factory: str) -> str:
    """The name under which a rule of this kind takes the fault's code."""
    parameters = inspect.signature(getattr(pyvalidator.rule, factory)).parameters.values()
    [name] = [one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY]
    return name
