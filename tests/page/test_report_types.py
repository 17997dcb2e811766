"""The page's types of the report are those of its JSON Schema, and nothing on the page goes without a type."""

from __future__ import annotations

import re

import pytest

from pyvalidator.report.model import report_schema
from scaffold.report_types import TARGET, render_types

APP = TARGET.parent
#: `any` as a type, in a comment or a declaration.
UNTYPED = re.compile(r"\{[^}]*\bany\b[^}]*\}|[:<]\s*any\b|\bany\[\]")


def test_types_are_of_todays_schema() -> None:
    made = render_types(report_schema())
    assert TARGET.read_text("utf-8") == made, "the report has changed: run `python site/build/scaffold/report_types.py`"


def test_what_the_generator_does_not_know_stops_it() -> None:
    part = {"title": "Part", "$defs": {}, "properties": {"key": {"oneOf": [{"type": "string"}]}}}
    with pytest.raises(ValueError, match="oneOf"):
        render_types(part)


def test_a_key_that_may_be_missing_is_optional() -> None:
    properties = {"must": {"type": "integer"}, "may": {"type": "string"}, "has": {"type": "integer", "default": 0}}
    part = {"title": "Part", "description": "A part.", "$defs": {}, "required": ["must"], "properties": properties}
    assert render_types(part).endswith(
        "/** A part. */\nexport interface Part {\n  must: number;\n  may?: string;\n  has: number;\n}\n"
    )


def test_nothing_is_untyped() -> None:
    found: dict[str, list[str]] = {}
    for path in [*APP.rglob("*.mjs"), *APP.rglob("*.d.ts")]:
        text = path.read_text("utf-8")
        types = "\n".join(re.findall(r"/\*\*[\s\S]*?\*/", text)) if path.suffix == ".mjs" else text
        if uses := UNTYPED.findall(types):
            found[path.relative_to(APP).as_posix()] = uses
    assert found == {}, "say what it is: site/app/report.d.ts, worker/messages.d.ts and worker/runtime.d.ts hold the types"
