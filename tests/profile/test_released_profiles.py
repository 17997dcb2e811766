"""A released profile never changes: reports and users name it by id and version, so other content is another version."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import Any

import pytest

from pyvalidator.profile import built_in_profiles
from pyvalidator.runtime.package_files import package_file_names

FILES = package_file_names("profiles", ".toml")
#: id and version → digest of what the profile says beyond the defaults; settings that come new with a default change
#: nothing of it. Profiles of a version that is not out yet may change: put the new digest here.
RELEASED = {
    "reference 1": "fe215a746a593133ce3bb9624ca9f0491b6894236104d9a1bd9712d6320c9516",
    "example-nested 1": "27c62f43037a676fb3e84d339c9d0631f12ba8a67c22e5b18a02839a4c999ad8",
    "example-by-id 1": "fdf91b785ff19c21688e7f477e7ce757e2d91222c5470aa0d5e05c0484ecc3af",
    "example-codes 1": "d083b757ced3eb4d64a444865599bf5df7558132b5ab3d051883a2a5c2ce0b9d",
    "example-columns 1": "320cd03116810f513b0fdd8692121b09aca465088a82dbf3ad3f853c96a112a4",
    "example-flat 1": "e1040146ced84317f8ca73ad8383b5e30745e253411e088762728008214e3fed",
    "example-half-days 1": "5f9122b8d3ba111f7e66d2bcbe13f561a1130e7a4dc33e86e2d70e5ffeae3403",
    "example-iso 1": "b6275fff725dbc0a5d576860eb64685fd7e4d6555fcbf5f8db10325f8d8ce351",
    "example-split 1": "bdd518af179d7e2e281e6338084eb4678dc1553d868c63921526d409bd20c5a4",
    "example-text 1": "02f910af4fcc916714d40d28dc8c3aa809a604fb0b643b1a7dd31b8ffe7bbe99",
    "example-tree 1": "e724ad039981c0af863de4a2933a8939ea477f6b048432dd720a487a70033154",
    "example-two-lists 1": "3a804e01f99c369e14985ba959f522710a628da94cc5374f4aea782f38d9713e",
    "example-rows 1": "de25be24d6ccccf3e3b778d8df3f97d42757493a43a6c93ef3f2bfda1c1e2a78",
}


def _said(value: Any) -> Any:
    """Plain data without what is as it would be anyway."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _said(own) for field in dataclasses.fields(value)
            if (own := getattr(value, field.name)) != _default(field)
        }  # fmt: skip
    if isinstance(value, dict):
        return {key: _said(own) for key, own in value.items()}
    return [_said(own) for own in value] if isinstance(value, list | tuple) else value


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(_said(value), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@pytest.mark.parametrize("file", FILES)
def test_a_released_profile_is_what_it_was(file: str) -> None:
    profile = built_in_profiles()[file.removesuffix(".toml")]
    name = f"{profile.id} {profile.version}"
    assert RELEASED.get(name) == _digest(profile), (
        f"profile {name} is not what was released under this name. Released: leave its file as it was, and put the change "
        f"into a file of the next version beside it (docs/develop/add-a-profile.md). New, or not out yet: put "
        f"{name!r}: {_digest(profile)!r} into RELEASED of this file."
    )


def test_every_released_profile_is_still_there() -> None:
    there = {" ".join(file.removesuffix(".toml").rsplit("-", 1)) for file in FILES}
    gone = sorted(set(RELEASED) - there)
    assert gone == [], "users name these by id and version: bring the file back to pyvalidator/profiles/"


def test_a_changed_limit_is_noticed() -> None:
    profile = built_in_profiles()["reference"]
    fields = [dataclasses.replace(spec, max_length=41) if spec.name == "unit" else spec for spec in profile.fields]
    assert _digest(dataclasses.replace(profile, fields=fields)) != _digest(profile)
