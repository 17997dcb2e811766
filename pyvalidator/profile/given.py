"""Header values that a file lacks and that are given beside it: set by the user, or from the file's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pyvalidator.profile import file_names
from pyvalidator.profile.fit import read
from pyvalidator.profile.load import built_in_profiles
from pyvalidator.profile.needed import GIVABLE
from pyvalidator.profile.spec import Profile
from pyvalidator.wording import DATASET

Source = Literal["set", "file_name"]


@dataclass(frozen=True, slots=True)
class Given:
    """One value. `text`: as it was given; `value`: the canonical one."""

    text: str
    value: Any
    source: Source


def read_given(name: str, text: str, *, format: str | None = None, source: Source = "set") -> Given:
    """The value of a header field as a person writes it beside a file.

    Args:
        format: of a month or day, where it is not the reference profile's.

    Raises:
        ValueError: there is no such field to give, or its value cannot be this; says what can be.
    """
    if name not in GIVABLE:
        raise ValueError(f"沒有「{name}」可以另外給，可用的是：{'、'.join(GIVABLE)}")
    reference = built_in_profiles()["reference"]
    spec = reference.by_name[name]
    spec = spec if format is None else replace(spec, format=format)
    value = read(reference, spec, text)
    if value is None:
        allowed = f"可用的值：{'、'.join(DATASET)}" if name == "dataset" else f"應為{spec.help.removesuffix('。')}"
        raise ValueError(f"{spec.title}（{name}）不能是「{text}」，{allowed}")
    return Given(text, value, source)


def given_for(profile: Profile, set_values: Mapping[str, Given], file: str) -> tuple[dict[str, Given], bool]:
    """What is given for one file, and whether its name fits what the profile says of names.

    What the user has set counts before what the name says. Of a name that does not fit nothing is taken.
    """
    if not profile.file_name:
        return dict(set_values), True
    texts = file_names.texts_in(profile.file_name, file)
    named: dict[str, Given] = {}
    try:
        for name, (text, format) in (texts or {}).items():
            named[name] = read_given(name, text, format=format, source="file_name")
    except ValueError:
        texts = None
    return {**(named if texts is not None else {}), **set_values}, texts is not None
