"""The site is the one that the task built."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions import builder


@pytest.fixture(scope="session")
def built_site() -> Path:
    """The built site, strictly built (a broken link or anchor fails); built now unless it is current."""
    builder.ensure_built()
    return builder.WWW
