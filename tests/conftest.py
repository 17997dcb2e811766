"""What holds for all tests, wherever they lie.

By name they import what lies in this folder (`support`, `running`), the corpus's modules, and the packages of `site/build`.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "corpus"), str(HERE.parent / "site" / "build")]

# The programs that tests start compile their modules once, as on a user's computer, not every time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine is no fault; a hang is caught by the watchdog of the run.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def www() -> Path:
    """The built site, strictly built (a broken link or anchor fails); built now unless it is current."""
    from editions import builder

    builder.ensure_built()
    return builder.WWW


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--checker FILE`: the checker that `test_smoke.py` opens, in place of the built site's."""
    parser.addoption("--checker", type=Path, help="the page that test_smoke.py opens, in place of the built site's")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs the built site, so that a run without one can do without (`-m "not built"`)."""
    for item in items:
        if "www" in getattr(item, "fixturenames", ()):
            item.add_marker("built")


def pytest_configure(config: pytest.Config) -> None:
    """Says at once, whatever is run, what would go wrong only when everything is run.

    Two test files of one name stop such a run; a folder that pytest passes over takes its tests with it.
    """
    files = list(HERE.rglob("test_*.py"))
    names = Counter(path.name for path in files)
    if twice := sorted(name for name, count in names.items() if count > 1):
        raise pytest.UsageError(f"Give each test file a name of its own in tests/: {', '.join(twice)}")
    folders = {name for path in files for name in path.relative_to(HERE).parts[:-1]}
    passed_over = [name for name in folders if any(fnmatch(name, one) for one in config.getini("norecursedirs"))]
    if passed_over:
        raise pytest.UsageError(f"norecursedirs in pyproject.toml hides tests in: {', '.join(sorted(passed_over))}")
