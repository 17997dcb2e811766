"""Tests import `support`, and the modules of `site/build`, by name wherever they lie."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "site" / "build")]
