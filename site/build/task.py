"""Every task of the project, also without make: `python site/build/task.py TASK`.

  setup      .venv and node_modules as the locks say (every other task does this first)
  build      build/www, build/offline-site.zip, build/attendance-check.html
  serve      build, then serve build/www on this computer; PORT changes the port (8000)
  quick      after each change: lint, types, the tests of what changed; a revision to compare with may follow (HEAD)
  test       every test, browser tests included; what follows is handed to pytest: `test tests/rules -k REC190`
  test-long  what does not fit into `test`; what follows is handed to pytest
  media      screenshots into build/media
  bench      benchmarks as a table and build/bench.json; what follows is handed to bench.py (groups, --write)
  check      lint and types, and the strict build of the site
  lock       make requirements.lock anew from pyproject.toml
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from browsers import ensure_packages
from toolchain import PYTHON, ROOT, SetupError, ensure_setup, run, write_lock

BUILD = ROOT / "site" / "build"


def setup(_: Sequence[str]) -> None:
    ensure_setup()


def build(_: Sequence[str]) -> None:
    ensure_setup()
    run(PYTHON, BUILD / "builder.py")


def serve(_: Sequence[str]) -> None:
    build(())
    run(PYTHON, BUILD / "serve.py", os.environ.get("PORT", "8000"))


def quick(arguments: Sequence[str]) -> None:
    ensure_setup()
    run(PYTHON, BUILD / "quick.py", *arguments)


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
            run(PYTHON, "-c", "from builder import ensure_built; ensure_built()", env=_with_build_path())
    if not arguments or any("e2e" in argument for argument in arguments):
        run(PYTHON, "-c", "from browsers import ensure_browsers; ensure_browsers()", env=_with_build_path())
    run(PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal", "-m", marked, *arguments)


def media(_: Sequence[str]) -> None:
    build(())
    ready = "import browsers; browsers.ensure_browsers(); browsers.ensure_cjk_font(); browsers.ensure_chinese_browser()"
    run(PYTHON, "-c", ready, env=_with_build_path())
    run(PYTHON, BUILD / "media.py")


def bench(arguments: Sequence[str]) -> None:
    ensure_setup()
    run(PYTHON, BUILD / "bench.py", *arguments)


def check(_: Sequence[str]) -> None:
    ensure_setup()
    # The strict build that the tests looked at will do, if it is of the tree as it is.
    run(PYTHON, "-c", "from builder import ensure_built; ensure_built()", env=_with_build_path())
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "mypy")
    run("node", ROOT / "node_modules/typescript/bin/tsc", "--project", "site/app")


def lock(_: Sequence[str]) -> None:
    ensure_setup()
    write_lock()


TASKS: dict[str, Callable[[Sequence[str]], None]] = {
    "setup": setup, "build": build, "serve": serve, "quick": quick, "test": test, "test-long": test_long,
    "media": media, "bench": bench, "check": check, "lock": lock,
}  # fmt: skip


def _with_build_path() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(BUILD)}


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
