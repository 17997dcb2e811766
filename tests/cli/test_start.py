"""What a small check waits for: it imports nothing that it does not need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from pyvalidator.rule import sample

#: Each takes as long as checking a small file, or longer.
NOT_NEEDED = ("pydantic", "jsonschema", "importlib.metadata", "importlib.resources", "openpyxl", "multiprocessing",
              "pyvalidator.wizard", "pyvalidator.samples", "pyvalidator.report.overview")  # fmt: skip
CHECK = """
import sys
from pyvalidator.cli import main
assert main(["check", sys.argv[1]]) == 0
print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def test_a_small_check_imports_only_what_it_needs(tmp_path: Path) -> None:
    file = tmp_path / "f.json"
    file.write_text(json.dumps(sample()), "utf-8")
    done = subprocess.run([sys.executable, "-c", CHECK, str(file)], capture_output=True, text=True, check=True)
    imported = set(done.stderr.split())
    assert "pyvalidator.pipeline" in imported
    assert not imported & set(NOT_NEEDED), "import it where it is used, inside the function"
