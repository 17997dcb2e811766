"""The library reference made from the docstrings."""

from __future__ import annotations

from pages import library


def test_page_names_functions_and_not_their_places_in_memory() -> None:
    (page,) = library.build_pages().values()
    assert isinstance(page, str)
    assert "on_progress: 'OnProgress' = no_progress" in page
    assert " at 0x" not in page
