"""A page that wakes Python from its image, in both browsers, and starts it from its library where the image does not fit."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import builder
import pytest
from conftest import Edition, open_checker, wait_for_state
from editions import build_single
from packs import build_parts
from playwright.sync_api import Page, expect
from runtime import build_assets

pytestmark = pytest.mark.long
WITHOUT = "started without the image"


def made(folder: Path, image: bytes | None = None) -> Edition:
    """A single HTML with the image, or with another in its place."""
    identity = builder.read_identity()
    assets = build_assets(identity.epoch, image=True)
    if image is not None:
        assets["image"] = image
    target = folder / "page.html"
    build_single(target, build_parts(assets), identity)
    return Edition("single", target.as_uri())


@pytest.fixture(scope="module")
def waking(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return made(tmp_path_factory.mktemp("image"))


@pytest.fixture(scope="module")
def misfit(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Made for a browser whose memory is another before the start."""
    image = build_assets(builder.read_identity().epoch, image=True)["image"]
    [length] = struct.unpack("<I", image[:4])
    header = json.loads(image[4 : 4 + length])
    text = json.dumps({**header, "sum": header["sum"] ^ 1}).encode()
    return made(tmp_path_factory.mktemp("misfit"), struct.pack("<I", len(text)) + text + image[4 + length :])


def works(page: Page, edition: Edition) -> list[str]:
    """Boots, checks, and takes the report away in every form; returns what the console was told."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    open_checker(page, edition)
    page.get_by_role("button", name="載入範例", exact=True).click()
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.locator(".pv-card mark").first).not_to_be_empty()
    for form in ("JSON", "CSV", "Excel", "HTML"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"下載報告（{form}）").click()
        assert Path(download.value.path()).stat().st_size > 1000
    return told


def test_python_wakes_from_its_image(page: Page, waking: Edition) -> None:
    assert not any(WITHOUT in text for text in works(page, waking))


def test_python_wakes_from_its_image_in_firefox(firefox_page: Page, waking: Edition) -> None:
    assert not any(WITHOUT in text for text in works(firefox_page, waking))


def test_image_that_does_not_fit_is_left(page: Page, misfit: Edition) -> None:
    assert any(f"{WITHOUT}: EngineError: ImageError: another memory" in text for text in works(page, misfit))


def test_image_that_does_not_fit_is_left_in_firefox(firefox_page: Page, misfit: Edition) -> None:
    assert any(WITHOUT in text for text in works(firefox_page, misfit))
