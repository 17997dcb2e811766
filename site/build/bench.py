"""Benchmarks: ratios within one run on one machine, as a table and as build/bench.json. Never a test."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema

from pyvalidator.intake import Incoming
from pyvalidator.options import Options
from pyvalidator.pipeline import check_file
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import file_model, published_schema
from pyvalidator.samples import build_sample

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
#: Staff sizes that give about 300, 6,000 and 30,000 records.
STAFF = {"300 records": 80, "6,000 records": 1600, "30,000 records": 8000}


def timed(work: Callable[[], Any], runs: int = RUNS) -> dict[str, float]:
    """Median, fastest and slowest of `runs` runs, in seconds."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return {"median": statistics.median(seconds), "fastest": min(seconds), "slowest": max(seconds)}


def measure() -> dict[str, Any]:
    """Every number of the table."""
    profile = built_in_profiles()["reference"]
    model, schema = file_model(profile), jsonschema.Draft202012Validator(published_schema(profile))
    options = Options()
    rows: dict[str, Any] = {}
    for name, people in STAFF.items():
        data = build_sample(profile, people=people, seed=1).text.encode()
        runs = RUNS if people < 8000 else 3
        checked = timed(lambda data=data: check_file(Incoming("f.json", data), options), runs)
        pydantic = timed(lambda data=data: model.model_validate_json(data), runs)
        row = {"bytes": len(data), "records": json.loads(data)["record_count"], "check": checked, "pydantic": pydantic}
        if people <= 1600:
            row["jsonschema"] = timed(lambda data=data: schema.is_valid(json.loads(data)), 1)
        rows[name] = row
    rows["command line, one small file"] = {"check": timed(_command_line, 3)}
    return rows


def _command_line() -> None:
    path = ROOT / "build" / "bench-sample.json"
    if not path.exists():
        path.write_text(build_sample(built_in_profiles()["reference"], people=30).text, "utf-8")
    subprocess.run([sys.executable, "-m", "pyvalidator", "check", path], check=True, capture_output=True)


def table(rows: dict[str, Any]) -> str:
    """The numbers as text, each with its ratio to the other ways on the same machine."""
    lines = [f"{'':32}{'median s':>10}{'spread':>18}{'÷ pydantic':>12}{'jsonschema ÷':>14}{'µs/record':>11}"]
    for name, row in rows.items():
        own = row["check"]
        against = f"{own['median'] / row['pydantic']['median']:.2f}" if "pydantic" in row else ""
        times = f"{row['jsonschema']['median'] / own['median']:.1f}" if "jsonschema" in row else ""
        each = f"{own['median'] / row['records'] * 1e6:.1f}" if "records" in row else ""
        spread = f"{own['fastest']:.3f}–{own['slowest']:.3f}"
        lines.append(f"{name:32}{own['median']:>10.3f}{spread:>18}{against:>12}{times:>14}{each:>11}")
    return "\n".join(lines)


def main() -> None:
    rows = measure()
    machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps({"machine": machine, "rows": rows}, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(table(rows))


if __name__ == "__main__":
    main()
