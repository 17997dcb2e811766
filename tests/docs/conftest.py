"""The site's build code lies beside the package, not in it; the site is the one that the task built."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from docs_support import ROOT

sys.path.insert(0, str(ROOT / "site" / "build"))


@pytest.fixture(scope="session")
def built_site() -> Path:
    """The built site, strictly built (a broken link or anchor fails); built now unless it is current."""
    import builder

    builder.ensure_built()
    return builder.WWW
