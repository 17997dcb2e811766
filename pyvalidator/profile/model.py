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
    RootModel,
    StringConstraints,
    WithJsonSchema,
    create_model,
)

from pyvalidator.profile import field_values, notations
from pyvalidator.profile.field_spec import FieldSpec
from pyvalidator.profile.fit import Fits, Limits, fitter, number_limits
from pyvalidator.profile.load import origin_of
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
    if node.leaf is not None:
        return _leaf_type(profile, node.leaf)
    if node.element is not None:
        return list[_type_of(profile, node.element, name)]  # type: ignore[misc]
    members: dict[str, Any] = {}
    for number, (key, child) in enumerate(node.members.items()):
        kind = _type_of(profile, child, key)
        spec = child.leaf
        extra: Any = {"title": spec.title, "description": spec.help} if spec else {}
        default = ... if child.required else None
        # A key may be any text, an attribute name may not: attributes are numbered, keys are aliases.
        members[f"f{number}"] = (kind, Field(default, alias=key, **extra))
    extra_keys: Literal["forbid", "allow"] = "forbid" if profile.unknown_keys == "error" else "allow"
    return create_model(name, __config__=ConfigDict(extra=extra_keys, strict=True, regex_engine="python-re"), **members)


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
    if shortest is not None and shortest != longest:
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
