"""Files that are about data: this tool's own reports, and JSON Schemas. Each is told by what it holds."""

from __future__ import annotations

import io
import re
from typing import Any

from pyvalidator.wording import FORMATS

_TOOL = "pyvalidator"
#: What the beginning of a report says, by format. In the text a report's first line is the verdict, its second the sum.
_OWN_TEXT = {
    "html": re.compile("<title>差勤檢核報告</title>"),
    "junit": re.compile(f'<testsuites name="{_TOOL}"'),
    "csv": re.compile('"?檔案"?[,;\t]"?嚴重程度"?[,;\t]"?規則"?[,;\t]'),
    "text": re.compile(r"結論：.*\r?\n檔案 [0-9,]+ 個\u3000"),
}
_OWN_BOOK = re.compile("<dc:title>(?:差勤檢核報告|各機關報送情形)</dc:title>")
_BOOK_LIMIT = 64 * 1024

_SCHEMA_ADDRESS = re.compile(r"https?://json-schema\.org/")
#: Keywords that hold schemas by name. A file with none of them, and without the address, is no schema.
_NAMED_SCHEMAS = ("properties", "$defs", "definitions")
#: More of these, which other files may have too.
_BY_NAME = {*_NAMED_SCHEMAS, "patternProperties", "dependentSchemas"}
#: Keywords whose value may be a list of objects or an empty list; under any other key such a list is records.
_LISTS = {
    "allOf", "anyOf", "oneOf", "prefixItems", "items", "examples", "enum", "required", "type", "default", "const",
    "dependentRequired",
}  # fmt: skip
_DEEP = 4
#: Keywords that say what a value looks like, and those that only describe. A schema has few other keys.
_SHAPES = {
    *_BY_NAME, *_LISTS - {"examples", "default"}, "$ref", "$dynamicRef", "additionalProperties", "propertyNames",
    "contains", "not", "if", "then", "else", "format", "pattern", "minimum", "maximum", "minLength", "maxLength",
    "minItems", "maxItems", "uniqueItems", "multipleOf", "unevaluatedProperties",
}  # fmt: skip
_DESCRIPTIONS = {
    "$schema", "$id", "id", "$anchor", "$comment", "$vocabulary", "title", "description", "examples", "default",
    "deprecated", "readOnly", "writeOnly", "version",
}  # fmt: skip


def own_text(text: str, start: int = 0) -> str | None:
    """What a text is that begins like one of this tool's reports, else None."""
    head = text[start : start + 4096]
    for format, pattern in _OWN_TEXT.items():
        if pattern.search(head) if format in ("html", "junit") else pattern.match(head):
            return _report(format)
    return None


def own_workbook(data: bytes) -> str | None:
    """What the bytes are where they are one of this tool's Excel reports, else None."""
    if not data.startswith(b"PK\x03\x04"):
        return None
    # Only who brings such a file waits for this import.
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book, book.open("docProps/core.xml") as part:
            core = part.read(_BOOK_LIMIT).decode("utf-8", "replace")
    except Exception:
        # A broken archive fails in many ways, and then is none of ours.
        return None
    return _report("xlsx") if _OWN_BOOK.search(core) else None


def not_data(value: Any) -> str | None:
    """What a JSON value is where it is no data: a report of this tool or a JSON Schema, else None."""
    if not isinstance(value, dict):
        return None
    if "report_version" in value and _named(value.get("generator")):
        return _report("json")
    runs = value.get("runs")
    if isinstance(runs, list) and any(isinstance(run, dict) and _made_by_us(run) for run in runs[:1]):
        return _report("sarif")
    return "JSON Schema（檔案格式的定義）" if is_schema(value) else None


def is_schema(value: Any) -> bool:
    """Whether a JSON value is a JSON Schema: by the address of json-schema.org in `$schema`, or by `properties` or
    `$defs`, and only where it holds no records. Any other `$schema` is a key like others."""
    if not isinstance(value, dict):
        return False
    address = value.get("$schema")
    by_address = isinstance(address, str) and _SCHEMA_ADDRESS.match(address.strip()) is not None
    # The records last: a file may have a great many, and nearly no file gets here.
    named = by_address or any(_are_schemas(value.get(keyword)) for keyword in _NAMED_SCHEMAS)
    return named and _reads_as_schema(value) and not _has_records(value, _DEEP)


def _reads_as_schema(value: dict[str, Any]) -> bool:
    """Whether the keys are rather those of a schema than of data: data may keep its records by name, in no list."""
    other = [key for key in value if key not in _SHAPES | _DESCRIPTIONS and not key.startswith("x-")]
    return not other or (not _SHAPES.isdisjoint(value) and 2 * len(other) <= len(value))


def _are_schemas(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(item, dict | bool) for item in value.values())


def _has_records(value: dict[str, Any], depth: int) -> bool:
    for key, item in value.items():
        if key in _LISTS:
            continue
        if isinstance(item, list) and (not item or any(isinstance(row, dict | list) for row in item)):
            return True
        inner = item.values() if key in _BY_NAME and isinstance(item, dict) else (item,)
        if depth and any(isinstance(each, dict) and _has_records(each, depth - 1) for each in inner):
            return True
    return False


def _made_by_us(run: dict[str, Any]) -> bool:
    tool = run.get("tool")
    return isinstance(tool, dict) and _named(tool.get("driver"))


def _named(value: Any) -> bool:
    return isinstance(value, dict) and value.get("name") == _TOOL


def _report(format: str) -> str:
    return f"本工具的檢核報告（{FORMATS[format]['title']}）"
