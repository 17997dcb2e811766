"""Tests import `support` by name wherever they lie."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
