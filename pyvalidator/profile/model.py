"""The pydantic model and the published JSON Schema of a profile, both derived from it, never written by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    Json,
    RootModel,
    StringConstraints,
    WithJsonSchema,
    create_model,
)

from pyvalidator.profile import field_values, notations
from pyvalidator.profile.field_spec import FieldSpec
from pyvalidator.profile.fit import Fits, Limits, fitter, number_limits
from pyvalidator.profile.load import origin_of
from pyvalidator.profile.missing import says_missing
from pyvalidator.profile.spec import Profile
from pyvalidator.profile.tree import Node, layout_tree
from pyvalidator.wording import profile_status


def file_model(profile: Profile) -> type[BaseModel]:
    """The pydantic model of a whole file of `profile` (a `BaseModel`; a `RootModel` where the root is an array).

    It accepts what the form stage accepts: keys as aliases, strict types, patterns, lengths, code tables. Only where
    multiples are asked for, pydantic lets pass what is a billionth of a step away.
    """
    built: Any = _type_of(profile, layout_tree(profile), "file")
    if isinstance(built, type) and issubclass(built, BaseModel):
        return built
    root: Any = RootModel
    of_list: type[BaseModel] = root[built]
    return of_list


def _type_of(profile: Profile, node: Node, name: str) -> Any:
    kind = _kind_of(profile, node, name)
    if node.embedded:
        kind = Json[kind]  # type: ignore[misc, valid-type]
    return kind | None if node.kind == "one_or_list" else kind


def _kind_of(profile: Profile, node: Node, name: str) -> Any:
    if node.known:
        # What the layout ignores, the names of columns, and a part of a value that several keys make.
        return Any if node.leaf is None else _part()
    if node.leaf is not None:
        return _or_missing(profile, node.leaf)
    if node.element is not None and (node.kind != "map" or not node.members):
        element = _element_type(profile, node.element, name)
        if node.kind == "map":
            key = _member_key(profile, node.element)
            return Annotated[dict[key, element], _Members()]  # type: ignore[valid-type]
        return list[element] if node.kind == "list" else list[element] | element  # type: ignore[valid-type]
    members: dict[str, Any] = {}
    for number, (key, child) in enumerate(node.members.items()):
        kind = _type_of(profile, child, key)
        spec = child.leaf
        extra: Any = {"title": spec.title, "description": spec.help} if spec else {}
        default = ... if child.required else None
        # A key may be any text, an attribute name may not: attributes are numbered, keys are aliases.
        members[f"f{number}"] = (kind, Field(default, alias=key, **extra))
    extra_keys: Literal["forbid", "allow"] = "forbid" if profile.unknown_keys == "error" else "allow"
    if node.element is not None:
        extra_keys = "allow"
        element = _element_type(profile, node.element, name)
        members["__pydantic_extra__"] = (dict[str, element], Field(init=False))  # type: ignore[valid-type]
    return create_model(name, __config__=ConfigDict(extra=extra_keys, strict=True, regex_engine="python-re"), **members)


def _element_type(profile: Profile, element: Node, name: str) -> Any:
    """What each element is; of rows only how many cells they have, where the profile itself says it."""
    columns = profile.layout.columns
    if columns is None or not element.is_record:
        return _type_of(profile, element, name)
    cells = len(columns) if isinstance(columns, list) else None
    row = Annotated[list[Any], Field(min_length=cells, max_length=cells)]
    return Json[row] if element.embedded else row


def _member_key(profile: Profile, element: Node) -> Any:
    """What the keys are under which the elements stand: the values of a field, or any text."""
    own = (spec for level in element.levels for spec in profile.level(level))
    spec = next((spec for spec in own if profile.key_at(spec, element.place) == "*"), None)
    return str if spec is None or not field_values.takes_text(spec) else _leaf_type(profile, spec)


def _part() -> Any:
    """One of several values that are joined: the form is that of all of them together."""
    scalar = AfterValidator(_one_of(lambda value: not isinstance(value, dict | list)))
    return Annotated[Any, scalar, WithJsonSchema({"type": ["string", "number", "boolean", "null"]})]


class _Members:
    """Beside a dict of which the keys have a form: said as the form of all keys, and not of some."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        said = handler(core)
        for pattern, element in said.pop("patternProperties", {}).items():
            said |= {"additionalProperties": element, "propertyNames": {"pattern": pattern}}
        return said


def _or_missing(profile: Profile, spec: FieldSpec) -> Any:
    """The type of a field's value; what is written where there is none is taken where the field need not have one."""
    kind, written = _leaf_type(profile, spec), profile.missing_for(spec)
    if not written:
        return kind
    missing = says_missing(written)
    if spec.required and spec.default is None:
        return Annotated[kind, AfterValidator(_one_of(lambda value: not missing(value))), _Not(written)]
    return kind | Annotated[Any, AfterValidator(_one_of(missing)), WithJsonSchema({"enum": written})]


class _Not:
    """Beside a type: none of some values."""

    def __init__(self, values: list[Any]) -> None:
        self._values = values

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        return {"allOf": [handler(core), {"not": {"enum": self._values}}]}


def _leaf_type(profile: Profile, spec: FieldSpec) -> Any:
    if spec.type == "any":
        return Any
    if spec.type == "boolean" and (spec.true is None or spec.false is None):
        return bool
    spec = field_values.whole_value(profile, spec)
    text, number = field_values.takes_text(spec), field_values.takes_number(spec)
    if spec.type not in ("choice", "boolean") and text != number:
        plain = _text_type(spec) if text else _number_type(spec)
        if plain is not None:
            return plain
    if spec.type == "choice" and text and not number and profile.codes(spec):
        return Literal[tuple(profile.codes(spec))]
    judged = AfterValidator(_one_of(fitter(profile, spec)))
    return Annotated[Any, judged, WithJsonSchema(_said(profile, spec, text, number))]


def _said(profile: Profile, spec: FieldSpec, text: bool, number: bool) -> dict[str, Any]:
    """The schema of a value that pydantic has no type for."""
    if spec.type == "boolean":
        return {"enum": [None if word == "null" else word for word in [*(spec.true or ()), *(spec.false or ())]]}
    kinds = [*([_text_schema(profile, spec)] if text else []), *([_number_schema(profile, spec)] if number else [])]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def _text_schema(profile: Profile, spec: FieldSpec) -> dict[str, Any]:
    if spec.type == "choice":
        # A draft in which no code has a meaning yet: nothing fits, as in the form stage.
        return {"enum": list(profile.codes(spec))} if profile.codes(spec) else {"not": {}}
    shortest, longest = field_values.text_lengths(spec) or (0, spec.max_length)
    pattern = field_values.text_pattern(spec)
    said: dict[str, Any] = {"type": "string"}
    if pattern is not None:
        said["pattern"] = f"^({pattern})$"
        # Some engines of regular expressions let a line end pass before `$`.
        said |= {"not": {"pattern": "\\n$"}} if shortest != longest else {}
    elif not spec.blank:
        said["pattern"] = notations.NOT_BLANK
    return said | ({"minLength": shortest} if shortest else {}) | ({"maxLength": longest} if longest else {})


def _number_schema(profile: Profile, spec: FieldSpec) -> dict[str, Any]:
    if spec.type == "choice":
        return {"enum": [int(code) for code in profile.codes(spec) if re.fullmatch("0|-?[1-9][0-9]*", code)]}
    limits = number_limits(spec)
    if limits.type == "integer":
        limits = replace(limits, minimum=_least(limits), maximum=_maximum(limits))
    named = {
        "minimum": limits.minimum, "maximum": limits.maximum, "exclusiveMaximum": limits.below,
        "multipleOf": limits.step,
    }  # fmt: skip
    return {"type": limits.type, **{name: limit for name, limit in named.items() if limit is not None}}


def _number_type(spec: FieldSpec) -> Any:
    limits = number_limits(spec)
    if limits.type == "integer":
        least = _least(limits)
        step = limits.step if limits.step is not None and float(limits.step).is_integer() else 1
        given: Any = {"ge": least, "le": _maximum(limits), "multiple_of": step}
        said = {"type": "integer", "minimum": least, "maximum": given["le"]}
        said |= {} if step == 1 else {"multipleOf": step}
        if limits.below is not None:
            given["lt"] = said["exclusiveMaximum"] = limits.below
        # JSON has one number type: 1.0 is the integer 1 (RFC 8259 §6, JSON Schema 2020-12 §6.1.1 of Validation).
        return Annotated[float, Field(strict=True, allow_inf_nan=False, **given), WithJsonSchema(said)]
    bounds = {"ge": limits.minimum, "le": limits.maximum, "lt": limits.below, "multiple_of": limits.step}
    given = {name: limit for name, limit in bounds.items() if limit is not None}
    return Annotated[float, Field(strict=True, allow_inf_nan=False, **given)]


def _least(limits: Limits) -> int | float:
    return -notations.MAX_SAFE_INTEGER if limits.minimum is None else limits.minimum


def _maximum(limits: Limits) -> int | float:
    return notations.MAX_SAFE_INTEGER if limits.maximum is None else limits.maximum


def _one_of(fits: Fits) -> Callable[[Any], Any]:
    """A validator of words that `Literal` cannot tell apart (true from 1), or takes too strictly (1.0 is 1)."""

    def check(value: Any) -> Any:
        if not fits(value):
            raise ValueError("not one of the profile's words")
        return value

    return check


def _text_type(spec: FieldSpec) -> Any:
    """pydantic's type of a text; None where the pattern alone lets a line end pass behind it."""
    pattern = field_values.text_pattern(spec)
    shortest, longest = field_values.text_lengths(spec) or (None, spec.max_length)
    if pattern is None:
        blank = None if spec.blank else notations.NOT_BLANK
        return Annotated[str, StringConstraints(strict=True, pattern=blank, max_length=spec.max_length)]
    if spec.type in notations.NUMBER_TEXTS or (shortest is not None and shortest != longest):
        return None
    # A fixed length keeps out the trailing newline that `$` lets through in some regular expression engines.
    return Annotated[
        str,
        StringConstraints(strict=True, pattern=f"^({pattern})$", min_length=shortest, max_length=longest),
    ]


def published_schema(profile: Profile) -> dict[str, Any]:
    """The JSON Schema (2020-12) of `profile`: what the form stage checks; no calendar, checksum or relation."""
    schema = file_model(profile).model_json_schema(by_alias=True)
    for definition in (schema, *schema.get("$defs", {}).values()):
        for member in definition.get("properties", {}).values():
            member.pop("default", None)
    note = profile_status(profile.status, origin_of(profile))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": profile.title,
        "description": f"{note}。版型 {profile.id} 第 {profile.version} 版。{profile.source}",
    }
