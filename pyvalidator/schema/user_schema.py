"""The user's own JSON Schema, laid over the built-in rules.

jsonschema is imported only when a schema is given: it takes longer to import than a small file takes to check.
References to other documents are never fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pyvalidator.engine.finding import Finding
from pyvalidator.engine.registry import rules_by_fault_code, rules_of
from pyvalidator.engine.runner import NotChecked, Outcome
from pyvalidator.runtime import rpds_stand_in
from pyvalidator.runtime.parts import PartLost, require_part
from pyvalidator.source import UNREADABLE, read_document
from pyvalidator.source.pointers import escape
from pyvalidator.table.table import Table

#: Findings kept of one file. A schema for another layout disagrees with every value of every record.
FINDING_LIMIT = 200_000

#: Keyword of JSON Schema → the fault code of a rule of kind `schema`. Every other keyword is a `schema_condition`.
_FAULT_CODES = {
    "type": "schema_type", "enum": "schema_choice", "const": "schema_choice", "pattern": "schema_pattern",
    "minLength": "schema_length", "maxLength": "schema_length",
    "minimum": "schema_range", "maximum": "schema_range", "exclusiveMinimum": "schema_range",
    "exclusiveMaximum": "schema_range", "multipleOf": "schema_range",
    "minItems": "schema_items", "maxItems": "schema_items", "uniqueItems": "schema_items", "contains": "schema_items",
    "minProperties": "schema_items", "maxProperties": "schema_items",
}  # fmt: skip

_TYPES = {
    "string": "文字（要有引號）", "integer": "整數（不加引號）", "number": "數字（不加引號）",
    "boolean": "true 或 false（不加引號）", "null": "null", "array": "陣列（以方括號 [ ] 括住）",
    "object": "物件（以大括號 { } 括住）",
}  # fmt: skip

_EXPECTED = {
    "pattern": "符合規則運算式 {}", "minLength": "至少 {} 個字", "maxLength": "最多 {} 個字",
    "minimum": "大於或等於 {}", "maximum": "小於或等於 {}", "exclusiveMinimum": "大於 {}",
    "exclusiveMaximum": "小於 {}", "multipleOf": "{} 的倍數",
    "minItems": "至少 {} 項", "maxItems": "最多 {} 項", "uniqueItems": "各項不重複",
    "contains": "至少一項符合指定的條件",
    "minProperties": "至少 {} 個欄位", "maxProperties": "最多 {} 個欄位", "anyOf": "符合所列條件中的至少一個",
    "oneOf": "只符合所列條件中的一個", "not": "不符合所列的條件", "unevaluatedProperties": "沒有其他欄位",
    "unevaluatedItems": "沒有其他項目", "items": "沒有其他項目",
}  # fmt: skip


class SchemaError(ValueError):
    """A schema that cannot be used. `problems` are sentences for the user."""

    def __init__(self, name: str, problems: list[str]) -> None:
        super().__init__(f"JSON Schema「{name}」無法使用：" + "；".join(problems))
        self.name = name
        self.problems = problems


@dataclass(frozen=True)
class CustomSchema:
    """A user's schema that was found usable.

    Attributes:
        title: the schema's own title, or its file name.
    """

    title: str
    document: dict[str, Any]

    @cached_property
    def validator(self) -> Any:
        """The jsonschema validator, built once per process."""
        return _validator_class(self.document)(self.document, registry=_registry())

    def __getstate__(self) -> dict[str, Any]:
        return {"title": self.title, "document": self.document}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)


def read_schema(data: bytes, name: str) -> CustomSchema:
    """The schema in a JSON file.

    Raises:
        SchemaError: it is no JSON object, no valid JSON Schema, or refers to something outside itself.
    """
    document = read_document(data)
    if document.value is UNREADABLE or document.faults:
        line, column = document.places({document.faults[0].offset})[document.faults[0].offset]
        raise SchemaError(name, [f"第 {line} 列第 {column} 欄不是正確的 JSON，請先修正"])
    if not isinstance(document.value, dict):
        raise SchemaError(name, ["內容應為 JSON 物件（以大括號 { } 括住）"])
    try:
        require_part("jsonschema")
    except PartLost as error:
        raise SchemaError(name, [str(error)]) from None
    problems = list(_problems(document.value))
    if problems:
        raise SchemaError(name, problems[:10])
    title = document.value.get("title")
    return CustomSchema(title if isinstance(title, str) and title.strip() else name, document.value)


def check_schema(schema: CustomSchema, value: Any, table: Table) -> Outcome:
    """What the schema says about a parsed file.

    Args:
        table: tells which record, and so whose, a place belongs to.
    """
    outcome = Outcome()
    try:
        for error in schema.validator.iter_errors(value):
            outcome.findings.append(_finding(error))
            if len(outcome.findings) >= FINDING_LIMIT:
                outcome.not_checked += [NotChecked(rule.id, "limit") for rule in rules_of("schema")]
                break
    except (RecursionError, re.error, ArithmeticError, ValueError, TypeError):
        # What a schema can still do wrong after `read_schema`: endless references, limits of absurd size.
        outcome.not_checked += [NotChecked(rule.id, "schema") for rule in rules_of("schema")]
    _name_rows(outcome.findings, table)
    return outcome


def _finding(error: Any) -> Finding:
    tokens = list(error.absolute_path)
    pointer = "".join(f"/{escape(str(token))}" for token in tokens)
    if "propertyNames" in error.absolute_schema_path or error.validator == "additionalProperties":
        key = error.message if error.validator == "additionalProperties" else error.instance
        return _found("schema_unknown_key", f"{pointer}/{escape(key)}", at_key=True, key=key)
    if error.validator == "required":
        return _found("schema_required", pointer, key=error.message)
    key = next((token for token in reversed(tokens) if isinstance(token, str)), "")
    fault_code = _FAULT_CODES.get(error.validator, "schema_condition")
    finding = _found(fault_code, pointer, key=key, keyword=error.validator or "false")
    if error.validator in ("enum", "const"):
        finding.choices = _choices(error.validator, error.validator_value)
    else:
        finding.expected = _expected(error.validator, error.validator_value)
    return finding


def _found(fault_code: str, pointer: str, *, at_key: bool = False, **params: Any) -> Finding:
    return Finding(rules_by_fault_code("schema")[fault_code].id, pointer=pointer, at_key=at_key, params=params)


def _expected(keyword: str | None, wanted: Any) -> str:
    if keyword == "type":
        return "或".join(_TYPES.get(name, str(name)) for name in ([wanted] if isinstance(wanted, str) else wanted))
    if keyword in ("enum", "const"):
        return "、".join(map(_json, _choices(keyword, wanted)))
    return _EXPECTED.get(keyword or "", "符合自訂的條件").format(wanted)


def _choices(keyword: str, wanted: Any) -> tuple[Any, ...]:
    return tuple(wanted) if keyword == "enum" and isinstance(wanted, list) else (wanted,)


def _json(value: Any) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _name_rows(findings: list[Finding], table: Table) -> None:
    """Give each finding the record that it lies in."""
    if not findings:
        return
    rows = {table.records.pointer(row): row for row in range(len(table))}
    for finding in findings:
        pointer = finding.pointer or ""
        while pointer and pointer not in rows:
            pointer = pointer.rpartition("/")[0]
        finding.row = rows.get(pointer)


# -- the validator ---------------------------------------------------------------------------------------------------


def _registry() -> Any:
    """The published meta-schemas and nothing that would be fetched."""
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

    return REGISTRY


def _validator_class(schema: dict[str, Any]) -> Any:
    rpds_stand_in.install()
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
    from jsonschema.validators import extend, validator_for  # type: ignore[import-untyped]

    base = validator_for(schema, default=Draft202012Validator)
    own = {"required": _required, "additionalProperties": _additional_properties, "pattern": _pattern}
    return extend(base, {name: check for name, check in own.items() if name in base.VALIDATORS})


def _required(validator: Any, required: list[str], instance: Any, schema: Any) -> Iterator[Any]:
    """One error per missing key, its message the key."""
    from jsonschema import ValidationError

    if validator.is_type(instance, "object"):
        for key in required:
            if key not in instance:
                yield ValidationError(key)


def _additional_properties(validator: Any, allowed: Any, instance: Any, schema: dict[str, Any]) -> Iterator[Any]:
    """One error per key that is not allowed, its message the key."""
    from jsonschema import ValidationError

    if not validator.is_type(instance, "object"):
        return
    patterns = [_compiled(pattern) for pattern in schema.get("patternProperties", {})]
    for key in instance:
        if key in schema.get("properties", {}) or any(pattern.search(key) for pattern in patterns):
            continue
        if allowed is False:
            yield ValidationError(key)
        elif allowed is not True:
            yield from validator.descend(instance[key], allowed, path=key)


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema import ValidationError

    if validator.is_type(instance, "string") and not _compiled(pattern).search(instance):
        yield ValidationError(pattern)


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as ECMA-262 reads it: `\\d` is ASCII only, and `$` does not match before a last line end."""
    if pattern.endswith("$") and not pattern.endswith(r"\$"):
        pattern = pattern[:-1] + r"\Z"
    return re.compile(pattern, re.ASCII)


# -- is the schema usable? -------------------------------------------------------------------------------------------


def _problems(schema: dict[str, Any]) -> Iterator[str]:
    kind = _validator_class(schema)
    meta = kind(kind.META_SCHEMA, registry=_registry(), format_checker=kind.FORMAT_CHECKER)
    broken = False
    for error in meta.iter_errors(schema):
        broken = True
        place = "/".join(str(token) for token in error.absolute_path) or "最外層"
        yield f"「{place}」的寫法不正確，應為：{_wanted(error)}"
    if not broken:
        yield from _unresolvable(kind, schema)


def _wanted(error: Any) -> str:
    if error.validator == "required":
        return f"有「{error.message}」"
    if error.validator == "format":
        return {"regex": "正確的規則運算式"}.get(error.validator_value, str(error.validator_value))
    return _expected(error.validator, error.validator_value)


def _unresolvable(kind: Any, schema: dict[str, Any]) -> Iterator[str]:
    """References that lead nowhere. Nothing outside the schema is ever fetched."""
    from referencing import Resource
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import specification_with

    specification = specification_with(kind.META_SCHEMA["$schema"])
    root = Resource.from_contents(schema, default_specification=specification)
    registry = _registry().with_resource(root.id() or "", root)
    pending = [(root, registry.resolver_with_root(root))]
    while pending:
        resource, resolver = pending.pop()
        if isinstance(resource.contents, dict):
            for keyword in ("$ref", "$dynamicRef"):
                target = resource.contents.get(keyword)
                try:
                    if isinstance(target, str):
                        resolver.lookup(target)
                except Unresolvable:
                    yield f"{keyword}「{target}」找不到對應的定義；不會到網路上取得，請放進同一個檔案"
        pending += [(child, resolver.in_subresource(child)) for child in resource.subresources()]
