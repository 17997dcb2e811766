"""What a command is told beside the data: profile, schema, roster, agency list, days off, as files or names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pyvalidator.cli.streams import UsageError, exists
from pyvalidator.domain.csv_lists import ListFileError
from pyvalidator.profile import Profile, ProfileError, built_in_profiles, load_profile
from pyvalidator.runtime.opened import read_input
from pyvalidator.schema.user_schema import SchemaError

T = TypeVar("T")


def find_profile(name: str | None) -> Profile:
    """The built-in profile of this id, or the one in this file; None: `reference`.

    Raises:
        UsageError: there is none, or it is faulty.
    """
    built_in = built_in_profiles()
    if name is None or name in built_in:
        return built_in[name or "reference"]
    if not exists(name):
        raise UsageError(f"找不到版型「{name}」：沒有這個檔案，也不是內建版型（{'、'.join(built_in)}）。")
    return read_profile(name)


def read_profile(path: str) -> Profile:
    """The profile in a file. Raises UsageError with every problem and its line."""
    data = read_file(path, "版型檔")
    try:
        return load_profile(data.decode("utf-8-sig"), Path(path).name)
    except UnicodeDecodeError:
        raise UsageError(f"版型檔「{path}」不是 UTF-8 編碼，請另存為 UTF-8。") from None
    except ProfileError as error:
        raise UsageError(_listed(f"版型檔「{path}」無法使用：", error.problems)) from None


def read_side_file(path: str | None, what: str, parse: Callable[[bytes, str], T]) -> T | None:
    """A side file, parsed; None where none was given. Raises UsageError where it cannot be used."""
    if path is None:
        return None
    try:
        return parse(read_file(path, what), Path(path).name)
    except SchemaError as error:
        raise UsageError(_listed(f"{what}「{path}」無法使用：", error.problems)) from None
    except ListFileError as error:
        raise UsageError(f"{what}無法使用：{error}") from None


def read_file(path: str, what: str) -> bytes:
    """The bytes of a file. Raises UsageError where it cannot be opened."""
    try:
        return read_input(path)
    except (OSError, ValueError):
        raise UsageError(f"無法開啟{what}「{path}」，請確認檔案存在而且可以讀取。") from None


def _listed(head: str, problems: list[str]) -> str:
    return "\n".join([head, *(f"  {problem}" for problem in problems)])
