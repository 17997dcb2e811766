"""The site's build code lies beside the package, not in it; the site is built once for all tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from docs_support import ROOT
from mkdocs.commands.build import build
from mkdocs.config import load_config

sys.path.insert(0, str(ROOT / "site" / "build"))


@pytest.fixture(scope="session")
def docs_before() -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in (ROOT / "docs").rglob("*")}


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, docs_before: dict[Path, float]) -> Path:
    """The pages as mkdocs builds them (strictly: a broken link or anchor fails), without the application."""
    target = tmp_path_factory.mktemp("www")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(target)))
    return target
