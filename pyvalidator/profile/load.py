"""Profiles from their files: the built-in ones by id, others from text; every fault with its line."""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic_core import ValidationError

from pyvalidator.profile.field_spec import FieldSpec
from pyvalidator.profile.fit import read
from pyvalidator.profile.layout import Layout, Place
from pyvalidator.profile.settings import AT_PATH
from pyvalidator.profile.spec import InForce, Profile
from pyvalidator.runtime.package_files import package_file_names, read_package_text
from pyvalidator.text.nearest import nearest
from pyvalidator.wording import Origin


class ProfileError(ValueError):
    """A profile file that cannot be used. `problems` are sentences for the user, each with its line where known."""

    def __init__(self, name: str, problems: list[str]) -> None:
        super().__init__(f"版型檔「{name}」無法使用：" + "；".join(problems))
        self.name = name
        self.problems = problems


@cache
def built_in_profiles() -> Mapping[str, Profile]:
    """The profiles that come with this package, `reference` first; each is read when it is asked for.

    By id, that is in the newest version. An older one is not listed, and answers to its id and version: `reference-1`.
    """
    return _BuiltIn(newest_versions(name.removesuffix(".toml") for name in package_file_names("profiles", ".toml")))


def built_in_heads() -> list[dict[str, Any]]:
    """What each built-in profile says of itself (`id`, `title`, `status` …), in the order of `built_in_profiles`,
    without the work of reading it whole."""
    newest = newest_versions(name.removesuffix(".toml") for name in package_file_names("profiles", ".toml"))
    texts = (read_package_text(f"profiles/{versions[0]}.toml") for versions in newest.values())
    return [tomllib.loads(text.partition("\n[")[0]) for text in texts]


def newest_versions(names: Iterable[str]) -> dict[str, list[str]]:
    """Id → its `id-version` from the newest on, `reference` first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=_version_of, reverse=True):
        found.setdefault(name.rpartition("-")[0], []).append(name)
    return dict(sorted(found.items(), key=lambda item: (item[0] != "reference", item[0])))


def _version_of(name: str) -> list[int]:
    return [int(part) for part in name.rpartition("-")[2].split(".")]


def origin_of(profile: Profile) -> Origin:
    """Whose a profile is; one from a file is the user's, whatever its id."""
    return "built_in" if built_in_profiles().get(f"{profile.id}-{profile.version}") is profile else "own"


class _BuiltIn(Mapping[str, Profile]):
    def __init__(self, names: dict[str, list[str]]) -> None:
        self._newest = {id: versions[0] for id, versions in names.items()}
        self._names = {name for versions in names.values() for name in versions}
        self._read: dict[str, Profile] = {}

    def __getitem__(self, id: str) -> Profile:
        name = self._newest.get(id, id)
        if name not in self._names:
            raise KeyError(id)
        if name not in self._read:
            self._read[name] = _trusted(tomllib.loads(read_package_text(f"profiles/{name}.toml")))
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._newest)

    def __len__(self) -> int:
        return len(self._newest)


def _trusted(data: dict[str, Any]) -> Profile:
    """The profile of a file that the tests have read as one from outside: pydantic need not be imported for it."""
    in_force = {name: data.get("in_force", {}).get(key) for name, key in InForce.KEYS.items()}
    fields = [FieldSpec(**each) for each in data["fields"]]
    places = [Place(**each) for each in data.get("places", ())]
    parts = {"in_force": InForce(**in_force), "layout": Layout(**data["layout"]), "fields": fields, "places": places}
    return Profile(**{**data, **parts})


def profile_of(data: Any) -> Profile:
    """The profile that plain data describe.

    Raises:
        ValidationError: of pydantic, with everything that is wrong with it.
    """
    profile: Profile = _adapter().validate_python(data)
    return profile


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Profile)


def load_profile(text: str, name: str) -> Profile:
    """The profile written in `text` (TOML).

    Raises:
        ProfileError: with every problem found, in Traditional Chinese, each with its line.
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        where = f"第 {place[1]} 列第 {place[2]} 欄" if place else "檔案結尾"
        raise ProfileError(name, [f"{where}：不是正確的 TOML 寫法，請檢查引號、括號與等號"]) from None
    except RecursionError:
        raise ProfileError(name, ["括號的層數太多，不是版型檔；請確認選對檔案"]) from None
    try:
        profile = profile_of(data)
    except ValidationError as error:
        raise ProfileError(name, problems_of(error, lines_of(text))) from None
    if problems := [*_unknown_rules(profile, lines_of(text)), *_odd_constants(profile, lines_of(text))]:
        raise ProfileError(name, problems)
    return profile


def _unknown_rules(profile: Profile, lines: dict[str, int]) -> Iterator[str]:
    """A severity for a rule that is not there would be without effect, and nobody would know."""
    if not profile.severity:
        return
    # Rules are made with profiles at hand, so they cannot be asked for before this module is there.
    from pyvalidator.engine.catalogue import removal_text
    from pyvalidator.engine.registry import rules
    from pyvalidator.engine.removed import removed_rules

    for rule in profile.severity:
        if rule in removed_rules():
            yield _placed(f"severity.{rule}", lines) + removal_text(removed_rules()[rule]) + "請刪除這個設定。"
        elif rule not in rules():
            near = nearest(rule, sorted(rules()))
            hint = f"您要寫的是「{near}」嗎？" if near else "所有規則見「檢核規則」，或輸入 pyvalidator rules。"
            path = f"severity.{rule}"
            yield _placed(path, lines) + f"設定「{path}」：沒有規則「{rule}」。{hint}"
        elif rules()[rule].never_off and profile.severity[rule] == "off":
            path = f"severity.{rule}"
            yield _placed(path, lines) + f"設定「{path}」不能是 off：這條規則說的是沒有檢核的部分，請刪除這個設定。"


def _odd_constants(profile: Profile, lines: dict[str, int]) -> Iterator[str]:
    """A constant that the rules cannot read would be one that says nothing."""
    places = [("constants", profile.constants)]
    places += [(f"places.{index}.constants", place.constants) for index, place in enumerate(profile.places)]
    reference = built_in_profiles()["reference"]
    for path, constants in places:
        for name, value in constants.items():
            spec = reference.by_name.get(name)
            if spec is not None and read(reference, spec, value) is None:
                shown = "、".join(list(reference.codes(spec))[:3]) if spec.table else json.dumps(spec.example)
                sentence = f"：固定值要照參考版型的寫法，例如 {shown}"
                yield f"{_placed(f'{path}.{name}', lines)}設定「{path}.{name}」{sentence}"


def problems_of(error: ValidationError, lines: dict[str, int]) -> list[str]:
    """Every problem as a sentence for the user.

    Args:
        lines: dotted path of a setting → its line; without it the sentences name no line.
    """
    return [_problem(item, lines) for item in error.errors()]


_SENTENCES = {
    "missing": "缺少必要的設定",
    "unexpected_keyword_argument": "不認得這個設定，請檢查拼字",
    "literal_error": "不是可用的值，可用的值為 {expected}",
    "string_type": "應為文字（請加引號）",
    "bool_type": "應為 true 或 false",
    "int_type": "應為整數",
    "list_type": "應為清單（用方括號括起來）",
    "dict_type": "應為表格",
    "string_pattern_mismatch": "寫法不符，應為{pattern}",
    "too_short": "至少要有 {min_length} 項",
    "greater_than": "應大於 {gt}",
}


def _problem(item: Any, lines: dict[str, int]) -> str:
    context = {key: str(value) for key, value in item.get("ctx", {}).items()}
    path = context.get("path") or ".".join(str(part) for part in item["loc"])
    if item["type"] == "value_error":
        sentence = context.get("error", "")
    elif item["type"] == AT_PATH:
        sentence = item["msg"]
    else:
        sentence = _SENTENCES.get(item["type"], "型別或寫法不正確").format(**{"expected": "", **context})
    if item["type"] == "unexpected_keyword_argument" and (near := _meant(item["loc"])):
        sentence += f"；您要寫的是「{near}」嗎？"
    return _placed(path, lines) + (f"設定「{path}」" if path else "") + sentence


def _placed(path: str, lines: dict[str, int]) -> str:
    line = _nearest(path, lines)
    return f"第 {line} 列：" if line else ""


def _meant(place: tuple[Any, ...]) -> str | None:
    """The setting that was probably meant at this place of a profile."""
    part = str(place[0]) if len(place) > 1 else ""
    parts: dict[str, Any] = {"": Profile, "fields": FieldSpec, "layout": Layout, "places": Place, "in_force": InForce}
    if part not in parts:
        return None
    known = [InForce.KEYS.get(each.name, each.name) for each in dataclasses.fields(parts[part])]
    return nearest(str(place[-1]), known)


def _nearest(path: str, lines: dict[str, int]) -> int | None:
    while path and path not in lines:
        path = path.rpartition(".")[0]
    return lines.get(path)


_HEADING = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r'^\s*(?:"([^"]*)"|([A-Za-z0-9_-]+))\s*=')


def lines_of(text: str) -> dict[str, int]:
    """Dotted path of each heading and key of a TOML text → its 1-based line, for messages only."""
    lines: dict[str, int] = {}
    prefix = ""
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if heading := _HEADING.match(line):
            prefix = heading[2].replace('"', "")
            if heading[1] == "[[":
                counts[prefix] = counts.get(prefix, -1) + 1
                prefix = f"{prefix}.{counts[prefix]}"
            lines.setdefault(prefix, number)
        elif key := _KEY.match(line):
            path = f"{prefix}.{key[1] or key[2]}".removeprefix(".")
            lines.setdefault(path, number)
    return lines
