"""Pictures are shown while they are true; without them the page is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from media import embed

MARK = "前\n\n<!-- media: checker-a.png | 一張圖 -->\n\n<!-- media: b.pdf | 下載 -->\n\n後"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(embed, "FOLDER", tmp_path)
    monkeypatch.setattr(embed, "_STAMP", tmp_path / "made-from")
    return tmp_path


def test_pictures_are_found_only_while_they_are_true(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "checker-a.png").write_bytes(b"x")
    (folder / "result-wide-dark.png").write_bytes(b"x")
    assert embed.find_media() == {}
    embed.write_stamp()
    assert embed.find_media() == {"checker-a.png": folder / "checker-a.png"}
    monkeypatch.setattr(embed, "_SHOWN", ("docs",))
    assert embed.find_media() == {}


def test_marks_become_pictures_and_links(folder: Path) -> None:
    there = {"checker-a.png": folder / "checker-a.png", "b.pdf": folder / "b.pdf"}
    shown = embed.show_media(MARK, there, "../")
    assert "![一張圖](../media/checker-a.png){: .pv-picture }" in shown
    assert "[下載](../media/b.pdf)" in shown


def test_marks_vanish_without_the_files() -> None:
    assert embed.show_media(MARK, {}, "").split() == ["前", "後"]
