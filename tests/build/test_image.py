"""The image of a started Python: made the same way every time, and free of the machine that made it."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import pytest

from editions import builder
from runtime import cache, python
from tasks.toolchain import ROOT

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def assets() -> dict[str, bytes]:
    builder.ensure_built()
    return python.build_assets(builder.built_identity().epoch)


def test_image_is_the_same_every_time(
    assets: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = python.compile_library(builder.built_identity().epoch)
    monkeypatch.setattr(python, "FOLDER", tmp_path)
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    image, _ = python.make_image({**library, "pydantic_core.so": assets["pydantic_core.so"]})
    assert image == assets["image"]


def test_image_holds_nothing_of_the_machine_that_made_it(assets: dict[str, bytes]) -> None:
    # Not the single folders of the path: some are in Python's own code. Nor what its makers left in it of their machine.
    told = {str(ROOT), str(Path.home() / "x")[:-1], platform.node(), os.environ.get("PATH", "")}
    found = [text for text in told if len(text) > 5 and text.encode() in assets["image"]]
    others = b"".join(content for name, content in assets.items() if name != "image")
    assert [text for text in found if text.encode() not in others] == [], "see MACHINE in site/app/worker/python-bridge.mjs"


def test_image_holds_no_code_of_the_extension(assets: dict[str, bytes]) -> None:
    """The browser has linked it; in the image it would only be carried along."""
    library = assets["pydantic_core.so"]
    pieces = [library[start : start + 64] for start in range(0, len(library) // 2, 65_536)]
    assert [piece in assets["image"] for piece in pieces].count(True) < len(pieces) // 4
