"""Benchmarks as a table and as build/bench.json. Never a test: numbers of one machine, ratios of one run.

    python site/build/task.py bench [GROUP …] [--write]

Each group of rows is a module of this package with a `TITLE` and a `measure()` that yields its rows (see
`rows.py`). A run of some groups keeps the other groups' rows in build/bench.json; `--write` puts the rows of all
of them into docs/develop/performance.md, between the group's markers.
"""  # fmt: skip

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import re
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.rows import Row
from tasks.identity import ask_git
from tasks.toolchain import OUTPUT, ROOT

RESULT = OUTPUT / "bench.json"
DOCUMENT = ROOT / "docs" / "develop" / "performance.md"
GROUPS = ("native", "browser")
PACKAGES = ("pydantic", "pydantic-core", "jsonschema")


def machine() -> dict[str, Any]:
    """What the numbers depend on."""
    return {
        "date": date.today().isoformat(),
        "commit": ask_git("describe", "--always", "--dirty"),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", described.read_text()) if described.exists() else None
    return found[1] if found else platform.processor() or platform.machine()


def measure(name: str) -> dict[str, Any]:
    """The rows of one group, each shown as soon as it is there."""
    module = importlib.import_module(f"bench.{name}")
    print(f"\n{module.TITLE}", flush=True)
    start = time.monotonic()
    rows = []
    for row in module.measure():
        print(row.line(), flush=True)
        rows.append(row.facts())
    return {"title": module.TITLE, "machine": machine(), "seconds": round(time.monotonic() - start), "rows": rows}


def write_document(groups: dict[str, Any]) -> None:
    """Put each group's table between `<!-- bench:GROUP -->` and `<!-- /bench:GROUP -->`."""
    text = DOCUMENT.read_text("utf-8")
    for name, group in groups.items():
        begin, end = f"<!-- bench:{name} -->", f"<!-- /bench:{name} -->"
        if begin in text and end in text:
            head, _, rest = text.partition(begin)
            text = f"{head}{begin}\n{_table(group)}\n{end}{rest.partition(end)[2]}"
    DOCUMENT.write_text(text, "utf-8")


def _table(group: dict[str, Any]) -> str:
    facts = group["machine"]
    versions = ", ".join(f"{name} {facts[name]}" for name in ("python", *PACKAGES))
    lines = [
        f"Measured {facts['date']} at {facts['commit']}: {facts['processor']}, {facts['cores']} cores,"
        f" {facts['system']}; {versions}.",
        "",
        "| What | Measured | Spread | Target | Met |",
        "|---|---|---|---|---|",
    ]
    lines += [Row.of(row).table_line() for row in group["rows"]]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"of {', '.join(GROUPS)}; default: all")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {DOCUMENT.relative_to(ROOT)}")
    arguments = parser.parse_args()
    RESULT.parent.mkdir(exist_ok=True)
    groups = json.loads(RESULT.read_text("utf-8")).get("groups", {}) if RESULT.exists() else {}
    for name in arguments.groups or GROUPS:
        groups[name] = measure(name)
        RESULT.write_text(json.dumps({"groups": groups}, ensure_ascii=False, indent=2) + "\n", "utf-8")
    if arguments.write:
        write_document(groups)


if __name__ == "__main__":
    main()
