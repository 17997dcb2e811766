"""The image of a started Python: made the same way every time, and free of the machine that made it."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import cache
import pytest
import runtime

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def image() -> bytes:
    return runtime.build_assets(1_700_000_000, image=True)["image"]


def test_image_is_the_same_every_time(image: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assets = runtime.build_assets(1_700_000_000)
    monkeypatch.setattr(runtime, "FOLDER", tmp_path)
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    names = ("python_stdlib.zip", "packages", "core", "pydantic_core.so")
    assert runtime._make_image({name: assets[name] for name in names}) == image


def test_image_holds_nothing_of_the_machine_that_made_it(image: bytes) -> None:
    told = {str(runtime.ROOT), str(Path.home() / "x")[:-1], platform.node(), *os.environ.get("PATH", "").split(":")}
    found = [text for text in told if len(text) > 5 and text.encode() in image]
    assert found == [], "site/app/worker/door.mjs says what Python may know of the computer"
