"""Runs `pyvalidator check` over this kit and compares with expected.json. Python's standard library only.

Exit code: 0 everything as expected, 1 something differs, 2 pyvalidator is not there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

KIT = Path(__file__).resolve().parent


def report_on(paths: list[str], today: str, command: str) -> dict[str, list[tuple[object, ...]]]:
    """(rule, pointer, line, column) of every error and warning by file name, from one run over many files."""
    arguments = [command, "check", *paths, "--today", today, "--format", "json"]
    done = subprocess.run(arguments, cwd=KIT, capture_output=True, text=True, encoding="utf-8", check=False)
    found: dict[str, list[tuple[object, ...]]] = {}
    for file in json.loads(done.stdout)["files"]:
        kept = [one for one in file["findings"] if one["severity"] != "info"]
        found[file["name"]] = [(one["rule"], one["pointer"], one["line"], one["column"]) for one in kept]
    return found


def main() -> int:
    command = shutil.which("pyvalidator")
    if command is None:
        print("pyvalidator is not installed", file=sys.stderr)
        return 2
    # Cases of several files, of archives or with side files need a run of their own; these are compared together.
    cases = json.loads((KIT / "expected.json").read_text("utf-8"))
    alone = [
        case for case in cases
        if len(case["files"]) == 1 and case["files"][0].endswith(".json") and not case["side_files"]
    ]  # fmt: skip
    by_day = defaultdict(list)
    for case in alone:
        by_day[case["today"]].append(case)
    differing = 0
    for today, group in by_day.items():
        found = report_on([case["files"][0] for case in group], today, command)
        for case in group:
            path = case["files"][0]
            wanted = [
                (one["rule"], one["pointer"], one["line"], one["column"]) for one in case["findings"] if "file" in one
            ]
            given = found.get(Path(path).name)
            if given != wanted:
                differing += 1
                print(f"{path}\n  expected {wanted}\n  found    {given}")
    print(f"{len(alone)} files compared, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
