"""The core and the command line, on this machine's own Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.files import FOLDER, folder_of_files, large_file, sample_file
from bench.rows import Row, Times, interleaved

TITLE = "Core and command line (native)"
#: Of the target's 10,000 files: several short runs in turn say more on a machine whose speed changes than a long one.
FILES = 700
#: Records → runs: the small ones are noisy, the large ones long.
_RUNS = {300: 15, 6_000: 7, 30_000: 5, 300_000: 3}


def measure() -> Iterator[Row]:
    """Every row of the group. Each size is measured in a process of its own, so that none finds another's memory."""
    yield from _start_up()
    yield from _sizes()
    yield from _with_findings()
    yield from _against_jsonschema()
    yield from _whole_files()
    yield from _jobs()


# -- the library, each question in a process of its own ----------------------------------------------------------------


def _apart(question: str, *arguments: str | Path) -> Any:
    """The answer of `question`, a function of this module, from a process of its own."""
    command = [sys.executable, "-m", "bench.native", question, *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _times(question: str, *arguments: str | Path) -> list[Times]:
    return [Times(tuple(seconds)) for seconds in _apart(question, *arguments)]


def _checking(path: str) -> Callable[[], Any]:
    from pyvalidator.engine.registry import rules
    from pyvalidator.input.files import Incoming
    from pyvalidator.options import Options
    from pyvalidator.pipeline import check_file

    rules()
    incoming = Incoming("f.json", Path(path).read_bytes())
    return partial(check_file, incoming, Options())


def check_and_pydantic(path: str, runs: str) -> list[tuple[float, ...]]:
    """Seconds of a check, and of the profile's pydantic model alone on the same bytes."""
    from pyvalidator.profile import built_in_profiles
    from pyvalidator.profile.model import file_model

    check, data = _checking(path), Path(path).read_bytes()
    model = file_model(built_in_profiles()["reference"])
    return [times.seconds for times in interleaved(int(runs), check, lambda: model.model_validate_json(data))]


def check_both(clean: str, faulty: str, runs: str) -> list[tuple[float, ...]]:
    """Seconds of two checks, in turn."""
    return [times.seconds for times in interleaved(int(runs), _checking(clean), _checking(faulty))]


def check_and_jsonschema(path: str) -> list[tuple[float, ...]]:
    """Seconds of a check, and of jsonschema with the published schema on the same bytes."""
    import jsonschema  # type: ignore[import-untyped]

    from pyvalidator.profile import built_in_profiles
    from pyvalidator.profile.model import published_schema

    check, data = _checking(path), Path(path).read_bytes()
    schema = jsonschema.Draft202012Validator(published_schema(built_in_profiles()["reference"]))
    return [times.seconds for times in interleaved(1, check, lambda: schema.is_valid(json.loads(data)))]


def _sizes() -> Iterator[Row]:
    each: dict[int, Times] = {}
    for records, runs in _RUNS.items():
        path = sample_file(records)
        check, pydantic = _times("check_and_pydantic", path, str(runs))
        each[records] = Times(tuple(seconds / _records_of(path) for seconds in check.seconds))
        yield check.row(f"check, {records:,} records, {path.stat().st_size / 1e6:.1f} MB")
        yield check.ratio(
            "… against pydantic's validate_json alone", pydantic, **({"at_most": 3} if records >= 300_000 else {})
        )
    yield each[300_000].ratio("growth: time per record, 300,000 against 30,000", each[30_000], at_most=1.2)


def _records_of(path: Path) -> int:
    with path.open(encoding="utf-8") as file:
        head = file.read(2000)
    return int(head.partition('"record_count": ')[2].partition(",")[0])


def _with_findings() -> Iterator[Row]:
    clean, faulty = _times("check_both", sample_file(300_000), sample_file(300_000, 100_000), "3")
    yield faulty.ratio("300,000 records with 100,000 faults, against clean", clean, at_most=1.5)


def _against_jsonschema() -> Iterator[Row]:
    check, jsonschema = _times("check_and_jsonschema", sample_file(300_000))
    yield jsonschema.ratio("jsonschema with the published schema, against check", check, at_least=8)


# -- the command line --------------------------------------------------------------------------------------------------


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "pyvalidator", "check", *map(str, arguments)]


#: As on a user's computer: modules are compiled once, not at every start.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def check_by_command(*arguments: str | Path) -> None:
    """Runs `pyvalidator check`; raises subprocess.CalledProcessError where it finds errors."""
    subprocess.run(
        _command(*arguments), check=True, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _start_up() -> Iterator[Row]:
    path = sample_file(300)
    empty = [sys.executable, "-c", ""]
    check, bare = interleaved(9, lambda: check_by_command(path), lambda: subprocess.run(empty, check=True))
    yield check.row("command line, one file of 300 records", at_most=0.35)
    yield bare.row("… of which an empty Python program")


def _whole_files() -> Iterator[Row]:
    """Large files, each by a command of its own that must read all of it."""
    for path in (sample_file(300_000), large_file()):
        size = path.stat().st_size
        # From a small process: to the system, a process has used what its parent had used when it began.
        seconds, peak = _apart("check_whole", path)
        yield Row(f"command line, {size / 1e6:.0f} MB file, every record checked", seconds, "s")
        if peak is None:
            yield Row("… peak memory", None, "MB", note="this system does not tell it")
        else:
            yield Row("… peak memory", peak / 1e6, "MB")
            yield Row("… peak memory against the file", peak / size, "×", at_most=8)


def check_whole(name: str) -> tuple[float, int | None]:
    """Seconds and peak memory in bytes of a command that checks this file; AssertionError where it did not."""
    path, report = Path(name), FOLDER / "report.json"
    command = _command(path, "--format", "json", "--output", report)
    start = time.perf_counter()
    process = subprocess.Popen(command, env=_ENVIRONMENT, stderr=subprocess.DEVNULL)
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        # Kilobytes on Linux, bytes on macOS.
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    else:
        peak = None
        process.wait()
    seconds = time.perf_counter() - start
    (file,) = json.loads(report.read_text("utf-8"))["files"]
    assert process.returncode == 0, f"{path.name}: exit code {process.returncode}"
    assert file["record_count"] == _records_of(path), f"{path.name}: {file['record_count']} records were read"
    return seconds, peak


def _jobs() -> Iterator[Row]:
    folder = folder_of_files(FILES)

    def check(jobs: int) -> None:
        # Warnings and errors end with 1; the files are clean.
        check_by_command(folder, "--jobs", str(jobs), "--format", "json", "--output", os.devnull)

    one, two = interleaved(3, partial(check, 1), partial(check, 2))
    for jobs, times in ((1, one), (2, two)):
        yield times.row(f"command line, {FILES:,} files of 300 records, --jobs {jobs}")
    yield one.ratio("… two jobs faster than one by", two, at_least=1.8, note="the target is for 10,000 files")
    one, two = interleaved(7, partial(_loop, 1), partial(_loop, 2))
    doubled = Times(tuple(2 * seconds for seconds in one.seconds))
    yield doubled.ratio("what two programs that share nothing gain on this machine", two)


def _loop(programs: int) -> None:
    """So many programs at the same time that only count."""
    started = [subprocess.Popen([sys.executable, "-c", "for _ in range(30_000_000): pass"]) for _ in range(programs)]
    for program in started:
        program.wait()


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))
