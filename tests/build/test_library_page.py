"""The library reference made from the docstrings."""

from __future__ import annotations

import pages_api


def test_page_names_functions_and_not_their_places_in_memory() -> None:
    (page,) = pages_api.build_pages().values()
    assert isinstance(page, str)
    assert "tell: 'Tell' = nobody" in page
    assert " at 0x" not in page
