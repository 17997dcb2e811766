"""Tests import `support` by name wherever they lie; generated cases have no time limit of their own."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# A busy machine is no fault; a hang is caught by the watchdog of the run.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
