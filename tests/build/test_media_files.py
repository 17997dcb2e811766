"""Pictures are shown while they are true; without them the page is whole."""

from __future__ import annotations

from pathlib import Path

import media_files
import pytest

MARK = "前\n\n<!-- media: checker-a.png | 一張圖 -->\n\n<!-- media: b.pdf | 下載 -->\n\n後"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(media_files, "FOLDER", tmp_path)
    monkeypatch.setattr(media_files, "_STAMP", tmp_path / "made-from")
    return tmp_path


def test_pictures_are_found_only_while_they_are_true(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "checker-a.png").write_bytes(b"x")
    (folder / "result-wide-dark.png").write_bytes(b"x")
    assert media_files.find_media() == {}
    media_files.write_stamp()
    assert media_files.find_media() == {"checker-a.png": folder / "checker-a.png"}
    monkeypatch.setattr(media_files, "_SHOWN", ("docs",))
    assert media_files.find_media() == {}


def test_marks_become_pictures_and_links(folder: Path) -> None:
    there = {"checker-a.png": folder / "checker-a.png", "b.pdf": folder / "b.pdf"}
    shown = media_files.show_media(MARK, there, "../")
    assert "![一張圖](../media/checker-a.png){: .pv-picture }" in shown
    assert "[下載](../media/b.pdf)" in shown


def test_marks_vanish_without_the_files() -> None:
    assert media_files.show_media(MARK, {}, "").split() == ["前", "後"]
