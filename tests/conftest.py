"""Tests import `support`, and the packages of `site/build`, by name wherever they lie; generated cases have no time limit of their own."""

import os
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "site" / "build")]

# The programs that tests start compile their modules once, as on a user's computer, not every time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine is no fault; a hang is caught by the watchdog of the run.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure() -> None:
    """Two test files of one name run alone, but stop a run of everything: said at once, whatever is run."""
    names = Counter(path.name for path in HERE.rglob("test_*.py"))
    if twice := sorted(name for name, count in names.items() if count > 1):
        raise pytest.UsageError(f"Give each test file a name of its own in tests/: {', '.join(twice)}")
