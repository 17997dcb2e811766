"""Tests import `support`, and the modules of `site/build`, by name wherever they lie; generated cases have no time limit of their own."""

import sys
from pathlib import Path

from hypothesis import settings

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "site" / "build")]

# A busy machine is no fault; a hang is caught by the watchdog of the run.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
