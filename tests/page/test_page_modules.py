"""The page's modules that need no document, tested under Node's own test runner.

Alone: `node --test tests/page/*.test.mjs`, or one of the files.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def test_modules_without_a_document() -> None:
    """One test for all of them; what Node says of those that fail is shown."""
    files = sorted(HERE.glob("*.test.mjs"))
    made = subprocess.run(
        ["node", "--test", "--test-reporter=spec", *files], cwd=HERE.parents[1], capture_output=True, encoding="utf-8"
    )
    failures = made.stdout.partition("failing tests:")[2] or made.stdout
    assert made.returncode == 0, failures + made.stderr
