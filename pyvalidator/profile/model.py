"""The pydantic model and the published JSON Schema of a profile, both derived from it, never written by hand."""

from __future__ import annotations

from collections.abc import Callable
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
from pyvalidator.profile.fit import Fits, fitter
from pyvalidator.profile.load import origin_of
from pyvalidator.profile.spec import FieldSpec, Profile
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
    if spec.type == "choice":
        if spec.as_number:
            numbers = [int(code) for code in profile.codes(spec)]
            return Annotated[Any, AfterValidator(_one_of(fitter(profile, spec))), WithJsonSchema({"enum": numbers})]
        # A draft in which no code has a meaning yet: nothing fits, as in the form stage.
        nothing = Annotated[Any, AfterValidator(_one_of(fitter(profile, spec))), WithJsonSchema({"not": {}})]
        return Literal[tuple(profile.codes(spec))] if profile.codes(spec) else nothing
    if spec.type == "boolean":
        if spec.true is None or spec.false is None:
            return bool
        words = [*spec.true, *spec.false]
        return Annotated[Any, AfterValidator(_one_of(fitter(profile, spec))), WithJsonSchema({"enum": words})]
    if spec.as_text:
        return _text_type(spec)
    if spec.type == "integer":
        least = -notations.MAX_SAFE_INTEGER if spec.minimum is None else spec.minimum
        step = spec.step if spec.step is not None and float(spec.step).is_integer() else 1
        limits: Any = {"ge": least, "le": _maximum(spec), "multiple_of": step}
        said = {"type": "integer", "minimum": least, "maximum": limits["le"]}
        said |= {} if step == 1 else {"multipleOf": step}
        if spec.below is not None:
            limits["lt"] = said["exclusiveMaximum"] = spec.below
        # JSON has one number type: 1.0 is the integer 1 (RFC 8259 §6, JSON Schema 2020-12 §6.1.1 of Validation).
        return Annotated[
            float,
            Field(strict=True, allow_inf_nan=False, **limits),
            WithJsonSchema(said),
        ]
    if spec.type == "number":
        bounds = {"ge": spec.minimum, "le": spec.maximum, "lt": spec.below, "multiple_of": spec.step}
        given: Any = {name: limit for name, limit in bounds.items() if limit is not None}
        return Annotated[float, Field(strict=True, allow_inf_nan=False, **given)]
    return _text_type(spec)


def _one_of(fits: Fits) -> Callable[[Any], Any]:
    """A validator of words that `Literal` cannot tell apart (true from 1), or takes too strictly (1.0 is 1)."""

    def check(value: Any) -> Any:
        if not fits(value):
            raise ValueError("not one of the profile's words")
        return value

    return check


def _maximum(spec: FieldSpec) -> int | float:
    return notations.MAX_SAFE_INTEGER if spec.maximum is None else spec.maximum


def _text_type(spec: FieldSpec) -> Any:
    pattern = field_values.text_pattern(spec)
    length = field_values.text_length(spec)
    if pattern is not None:
        # A fixed length keeps out the trailing newline that `$` lets through in some regular expression engines.
        return Annotated[
            str,
            StringConstraints(
                strict=True, pattern=f"^({pattern})$", min_length=length, max_length=length or spec.max_length
            ),
        ]
    blank = None if spec.blank else notations.NOT_BLANK
    return Annotated[str, StringConstraints(strict=True, pattern=blank, max_length=spec.max_length)]


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
