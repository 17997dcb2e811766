"""Every task of the project, also without make: `python site/build/task.py TASK`.

  setup      .venv and node_modules as the locks say (every other task does this first)
  build      build/www, build/offline-site.zip, build/attendance-check.html
  serve      build, then serve build/www on this computer; PORT changes the port (8000)
  quick      after each change: lint, types, the tests of what changed; a revision to compare with may follow (HEAD)
  test       every test, browser tests included; what follows is handed to pytest: `test tests/rules -k REC190`
  test-long  what does not fit into `test`; what follows is handed to pytest
  media      screenshots into build/media
  bench      benchmarks as a table and build/bench.json; what follows is handed on (groups, --write)
  release    what is handed out for this version, into build/release/VERSION
  new-rule   begins a rule: new-rule REC190 leave_longer_than_three_years
  check      lint and types, and the strict build of the site
  lock       make requirements.lock anew from pyproject.toml
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from tasks.browsers import ensure_packages
from tasks.toolchain import PYTHON, ROOT, SetupError, ensure_setup, run, run_module, write_lock


def setup(_: Sequence[str]) -> None:
    ensure_setup()


def build(_: Sequence[str]) -> None:
    ensure_setup()
    run_module("editions.builder")


def serve(_: Sequence[str]) -> None:
    build(())
    run_module("tasks.serve", os.environ.get("PORT", "8000"))


def quick(arguments: Sequence[str]) -> None:
    ensure_setup()
    run_module("checks.quick", *arguments)


def test(arguments: Sequence[str]) -> None:
    _run_tests("not long", arguments)


def test_long(arguments: Sequence[str]) -> None:
    _run_tests("long", arguments)


def _run_tests(marked: str, arguments: Sequence[str]) -> None:
    ensure_setup()
    # What was chosen may need no browser and no site; a test that needs the site has it built.
    if not arguments:
        # The system's packages come while the site is made.
        with ThreadPoolExecutor() as pool:
            pool.submit(ensure_packages)
            run_module("editions.builder", "--unless-current")
    if not arguments or any("e2e" in argument for argument in arguments):
        run_module("tasks.browsers")
    run(PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal", "-m", marked, *arguments)


def media(_: Sequence[str]) -> None:
    build(())
    run_module("tasks.browsers", "--for-pictures")
    run_module("media.capture")


def release(_: Sequence[str]) -> None:
    ensure_setup()
    run_module("release.collect")


def bench(arguments: Sequence[str]) -> None:
    ensure_setup()
    run_module("bench.run", *arguments)


def check(_: Sequence[str]) -> None:
    ensure_setup()
    # The strict build that the tests looked at will do, if it is of the tree as it is.
    run_module("editions.builder", "--unless-current")
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "mypy")
    run("node", ROOT / "node_modules/typescript/bin/tsc", "--project", "site/app")


def new_rule(arguments: Sequence[str]) -> None:
    ensure_setup()
    run_module("scaffold.new_rule", *arguments)


def lock(_: Sequence[str]) -> None:
    ensure_setup()
    write_lock()


TASKS: dict[str, Callable[[Sequence[str]], None]] = {
    "setup": setup, "build": build, "serve": serve, "quick": quick, "test": test, "test-long": test_long,
    "media": media, "bench": bench, "release": release, "new-rule": new_rule, "check": check, "lock": lock,
}  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Runs one task; returns the exit code."""
    task = TASKS.get(arguments[0]) if arguments else None
    if not task:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        task(arguments[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        return error.returncode or 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
