"""TypeScript's declarations of the report for the page, made from the report's JSON Schema.

Run it after the report has changed (`python site/build/scaffold/report_types.py` writes `site/app/report.d.ts`); a test
compares.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pyvalidator.report.model import report_schema

TARGET = Path(__file__).resolve().parents[2] / "app" / "report.d.ts"
_INTRO = "// Made by site/build/scaffold/report_types.py from the JSON Schema of the report. Do not edit.\n"
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def render_types(schema: dict[str, Any]) -> str:
    """The declarations, one interface for each object of a schema.

    Args:
        schema: a JSON Schema whose root and `$defs` are objects with named properties.

    Raises:
        ValueError: the schema says something that is not translated yet.
    """
    parts = {**schema["$defs"], schema["title"]: schema}
    return _INTRO + "".join(f"\n{_interface(name, part)}" for name, part in sorted(parts.items()))


def _interface(name: str, schema: dict[str, Any]) -> str:
    lines = _comment(schema.get("description", ""), "")
    lines.append(f"export interface {name} {{")
    for key, value in schema["properties"].items():
        # A key that may be missing has a value that stands for it, null or an empty object if nothing else.
        optional = key not in schema.get("required", []) and value.get("default") is None
        lines += _comment(value.get("description", ""), "  ")
        lines.append(f"  {key}{'?' * optional}: {_type(value)};")
    return "\n".join([*lines, "}", ""])


def _comment(text: str, indent: str) -> list[str]:
    if "\n" not in text:
        return [f"{indent}/** {text} */"] if text else []
    return [f"{indent}/**", *(f"{indent} * {line}".rstrip() for line in text.splitlines()), f"{indent} */"]


def _type(schema: dict[str, Any]) -> str:
    match schema:
        case {"$ref": str(reference)}:
            return reference.removeprefix("#/$defs/")
        case {"anyOf": list(choices)}:
            return " | ".join(dict.fromkeys(_type(choice) for choice in choices))
        case {"enum": list(values)}:
            return " | ".join(json.dumps(value) for value in values)
        case {"const": value}:
            return json.dumps(value)
        case {"type": "array", "items": dict(item)}:
            return f"{_type(item)}[]" if "anyOf" not in item and "enum" not in item else f"({_type(item)})[]"
        case {"type": "object", "additionalProperties": values}:
            return f"Record<string, {'unknown' if values is True else _type(values)}>"
        case {"type": str(name)} if name in _PLAIN:
            return _PLAIN[name]
    raise ValueError(f"no TypeScript for {schema}")


if __name__ == "__main__":
    TARGET.write_text(render_types(report_schema()), "utf-8")
