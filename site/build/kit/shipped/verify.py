"""Runs `pyvalidator check` over every case of this kit and compares with expected.json. Python's standard library only.

Exit code: 0 every case as expected, 1 a case differs or could not be run, 2 pyvalidator is not there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

KIT = Path(__file__).resolve().parent
#: What a case gives beside its files → the option that takes it.
OPTIONS = {
    "roster": "--roster", "agencies": "--agencies", "schema": "--schema", "profile": "--profile",
    "days_off": "--days-off",
}  # fmt: skip
Found = list[tuple[object, ...]]


def main() -> int:
    command = shutil.which("pyvalidator")
    if command is None:
        print("pyvalidator is not installed", file=sys.stderr)
        return 2
    cases = json.loads((KIT / "expected.json").read_text("utf-8"))
    # Many single files of one day are checked in one run, and compared each for itself.
    together, apart = defaultdict(list), []
    for case in cases:
        if is_single(case) and not case["side_files"] and all("file" in one for one in case["findings"]):
            together[case["today"]].append(case)
        else:
            apart.append(case)
    runs = [*together.values(), *([case] for case in apart)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda run: compare(run, command), runs)
    differing = [text for texts in answers for text in texts]
    print("\n".join([*differing, f"{len(cases)} cases compared, {len(differing)} differ"]))
    return 1 if differing else 0


def compare(run: list[dict[str, Any]], command: str) -> list[str]:
    """What differs in the cases of one run, a text for each case."""
    try:
        report = report_on(run, command)
    except (OSError, ValueError, KeyError) as error:
        return [f"{case['files']}\n  could not be run: {error}" for case in run]
    by_file = {file["name"]: of_file(file) for file in report["files"]}
    differing = []
    for case in run:
        wanted = expected(case)
        if len(run) > 1:
            found = by_file.get(Path(case["files"][0]).name)
        else:
            batch = kept(report["batch"]["findings"])
            found = [*(one for findings in by_file.values() for one in findings)]
            found += [(one["rule"], *sorted(one["files"])) for one in batch]
        if found is None or sorted(map(str, found)) != sorted(map(str, wanted)):
            differing.append(f"{case['files']}\n  expected {wanted}\n  found    {found}")
    return differing


def report_on(run: list[dict[str, Any]], command: str) -> dict[str, Any]:
    """The report on the files of one run.

    Raises:
        ValueError: there is none: a side file was not taken, or the program broke.
    """
    paths = [path for case in run for path in case["files"]]
    beside = [part for kind, path in run[0]["side_files"].items() for part in (OPTIONS[kind], f"bad/{path}")]
    arguments = [command, "check", *paths, *beside, "--today", run[0]["today"], "--format", "json"]
    done = subprocess.run(arguments, cwd=KIT, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise ValueError(f"exit code {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()}")
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def kept(findings: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Errors and warnings."""
    return [one for one in findings if one["severity"] != "info"]


def of_file(file: dict[str, Any]) -> Found:
    """(rule, file, pointer, line, column) of every error and warning of one file."""
    return [(one["rule"], file["name"], one["pointer"], one["line"], one["column"]) for one in kept(file["findings"])]


def expected(case: dict[str, Any]) -> Found:
    """The same as expected.json has it; of the batch (rule, *files)."""
    wanted: Found = []
    for one in case["findings"]:
        if "file" in one:
            name = Path(one["file"]).name if is_single(case) else one["file"]
            wanted.append((one["rule"], name, one["pointer"], one["line"], one["column"]))
        else:
            wanted.append((one["rule"], *sorted(one["files"])))
    return wanted


def is_single(case: dict[str, Any]) -> bool:
    """Whether the case is one JSON file."""
    return len(case["files"]) == 1 and case["files"][0].endswith(".json")


if __name__ == "__main__":
    sys.exit(main())
