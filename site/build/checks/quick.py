"""`task.py quick`: what a developer runs after each change: lint, types, the tests of what changed, a browser last.

What changed is what git sees: every difference from a revision, and files that it does not know yet. Without a revision
that is HEAD, and, where nothing differs from it, the last commit.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tasks.browsers import ensure_browsers, find_chromium
from tasks.identity import ask_git, read_identity
from tasks.toolchain import APP, NODE_MODULES, OUTPUT, PYTHON, ROOT, SCRIPTS

FOLDER = OUTPUT / "quick"

#: Run after every change: what holds for the whole tree, and the words that users read.
ALWAYS = ("tests/conventions", "tests/docs/test_shared_words.py", "tests/docs/test_terms.py")
#: Run after a change of the core's inner stages, on which everything stands.
CORE = (
    "tests/rules/test_examples.py", "tests/rules/test_catalogue.py", "tests/corpus/test_one_fault.py",
    "tests/corpus/test_batches.py", "tests/source/test_fault_places.py", "tests/contract", "tests/privacy",
    "tests/report/test_render.py", "tests/cli/test_start.py",
)  # fmt: skip
#: Run after a change of the page's common parts.
PAGE = ("tests/page", "tests/e2e/test_page_flow.py", "tests/docs/test_labels.py")

#: What a change asks for: of the rows with which a path starts, the longest counts. The tests in a folder of the same
#: name are run besides: `tests/form` after a change in `pyvalidator/form`. A test that changed is run itself.
TESTS: dict[str, tuple[str, ...]] = {
    "pyvalidator/": CORE,
    "pyvalidator/browser": ("tests/browser", "tests/runtime"),
    "pyvalidator/cli": ("tests/cli", "tests/docs/test_documented_commands.py"),
    "pyvalidator/privacy": ("tests/privacy", "tests/contract"),
    # Both the language and `pyvalidator/profiles`.
    "pyvalidator/profile": (*CORE, "tests/profile", "tests/samples"),
    "pyvalidator/repair": ("tests/repair",),
    "pyvalidator/report": ("tests/report", "tests/contract", "tests/privacy", "tests/page/test_report_types.py"),
    "pyvalidator/rules": ("tests/rules", "tests/corpus", "tests/docs/test_rule_pages.py"),
    "pyvalidator/runtime": ("tests/runtime", "tests/browser", "tests/cli/test_start.py"),
    "pyvalidator/samples": ("tests/samples", "tests/corpus/test_clean_files.py"),
    "pyvalidator/schema": ("tests/schema",),
    "pyvalidator/wizard": ("tests/wizard",),
    "pyvalidator/wording": (*CORE, "tests/page", "tests/docs", "tests/e2e/test_page_flow.py"),
    "site/app/": PAGE,
    "site/app/findings": (*PAGE, "tests/e2e/test_page_findings.py"),
    "site/app/results": (*PAGE, "tests/e2e/test_page_overview.py"),
    "site/app/search": ("tests/page", "tests/build/test_search_index.py"),
    "site/app/wizard": ("tests/page", "tests/e2e/test_wizard_page.py", "tests/docs/test_wizard_example.py"),
    "site/app/worker": ("tests/page", "tests/build/test_runtime.py"),
    "site/build/": ("tests/build", "tests/docs"),
    "site/licences": ("tests/build/test_shipped_parts.py",),
    "site/theme/": ("tests/docs",),
    "docs/": ("tests/docs",),
    # Guides whose steps are walked.
    "docs/develop/": (
        "tests/docs", "tests/build/test_build_imports.py", "tests/build/test_new_rule.py",
        "tests/build/test_release.py",
    ),
    "tests/": CORE,
    "tests/corpus/": ("tests/corpus", "tests/samples"),
    "tests/e2e/": ("tests/e2e/test_page_flow.py",),
    "tests/page/": ("tests/page",),
    "tests/running.py": ("tests/cli",),
    "CHANGELOG.md": ("tests/build/test_changes_page.py", "tests/build/test_one_source.py"),
    "Makefile": ("tests/build/test_one_source.py",),
    "README.md": ("tests/docs", "tests/build/test_one_source.py"),
    "mkdocs.yml": ("tests/docs",),
    "package": ("tests/build",),
    "pyproject.toml": (*CORE, "tests/build"),
    "requirements.lock": ("tests/build",),
}  # fmt: skip


# Lines of pytest that only tell how far it is.
_PROGRESS = re.compile(r"^[.sxFE]+ *\[ *\d+%\]\n", re.MULTILINE)


class Step(NamedTuple):
    """One thing to do. `work` returns what is to be read where it failed, else an empty text."""

    name: str
    work: Callable[[], str]


class Plan(NamedTuple):
    """What a change asks for: files and folders of tests, a look at the checker in a browser, the site's pages."""

    tests: set[str]
    browser: bool
    pages: bool


def plan_for(changed: Collection[str]) -> Plan:
    """What to run after a change of these files, named from the project's folder on."""

    def touches(*starts: str) -> bool:
        return any(path.startswith(starts) for path in changed)

    return Plan(
        tests={*ALWAYS, *(test for path in changed for test in tests_of(path))},
        browser=touches("pyvalidator/", "site/app/", "site/build/", "package", "requirements.lock"),
        pages=touches("docs/", "site/build/", "site/licences/", "site/theme/", "mkdocs.yml", "CHANGELOG.md"),
    )


def tests_of(path: str) -> set[str]:
    """The tests that a change of this file asks for."""
    row = max((start for start in TESTS if path.startswith(start)), key=len, default="")
    *folders, name = path.split("/")
    top = folders.pop(0) if folders else ""
    if top == "tests" and name.startswith("test_"):
        return {path} if (ROOT / path).exists() else set()
    same_name = Path("tests", *folders[:1])
    beside = top in ("pyvalidator", "tests") and folders and (ROOT / same_name).is_dir()
    return {*(TESTS[row] if row else ()), *([same_name.as_posix()] if beside else [])}


def changed_files(since: str) -> list[str]:
    """Every file that differs from the revision, or that git does not know yet.

    Raises:
        subprocess.CalledProcessError: git does not know the revision; it has said so.
    """
    differing = _git("diff", "--name-only", "--no-renames", since)
    return sorted({*differing, *_git("ls-files", "--others", "--exclude-standard")})


def _git(*arguments: str) -> list[str]:
    command = ["git", "-c", "core.quotepath=off", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout.splitlines()


def build_checker(folder: Path) -> None:
    """The checker alone, as in the site, but without pages around it and without the image of a started Python.

    Raises:
        subprocess.CalledProcessError: a step failed; its output has been printed.
    """
    from editions.common import add_checker
    from runtime.packs import build_parts
    from runtime.python import build_assets

    shutil.rmtree(folder, ignore_errors=True)
    (folder / "assets").mkdir(parents=True)
    identity = read_identity()
    head = '<meta charset="utf-8"><title>差勤檢核</title>'
    markup = (APP / "shell" / "page.html").read_text("utf-8")
    page = f'<!doctype html>\n<html lang="zh-TW"><head>{head}</head><body><main>{markup}</main></body></html>\n'
    (folder / "index.html").write_text(page, "utf-8")
    add_checker(folder, build_parts(build_assets(identity.epoch, image=False)), identity)


def build_pages() -> None:
    """The site's pages alone, strictly (a broken link or anchor fails).

    Raises:
        subprocess.CalledProcessError: mkdocs found a fault; its output has been printed.
    """
    from editions import common

    common.build_pages(FOLDER / "pages", read_identity())


def _call(name: str, *command: str | Path, env: dict[str, str] | None = None, allowed: tuple[int, ...] = (0,)) -> Step:
    def work() -> str:
        done = subprocess.run(
            [str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})}, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        )  # fmt: skip
        return "" if done.returncode in allowed else done.stdout or f"exit {done.returncode}"

    return Step(name, work)


def _own(name: str, function: str) -> Step:
    return _call(name, PYTHON, "-c", f"from checks import quick; {function}", env={"PYTHONPATH": str(SCRIPTS)})


def steps_for(plan: Plan) -> list[list[Step]]:
    """Groups of steps: the steps of one go side by side; the next begins where nothing failed."""
    first = [_call("ruff", PYTHON, "-m", "ruff", "check", ".")]
    second = []
    if plan.tests:
        # 5: everything that was chosen needs what is not built here.
        second.append(_call("tests", PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal",
                            "-m", "not long and not built", *sorted(plan.tests), allowed=(0, 5)))  # fmt: skip
    if plan.browser:
        second.append(_own("checker", "quick.build_checker(quick.FOLDER / 'checker')"))
    second.append(_call("mypy", PYTHON, "-m", "mypy"))
    if plan.pages:
        second.append(_own("pages", "quick.build_pages()"))
    second.append(_call("tsc", "node", NODE_MODULES / "typescript" / "bin" / "tsc", "--project", "site/app"))
    third = []
    if plan.browser:
        page = FOLDER / "checker" / "index.html"
        third.append(_call("browser", PYTHON, "-m", "pytest", "-q", "tests/e2e/test_smoke.py", "--checker", page))
    return [group for group in (first, second, third) if group]


def run_steps(groups: list[list[Step]]) -> bool:
    """Runs them, says how long each took, and what a failed one said. Returns whether all went well."""
    for group in groups:
        with ThreadPoolExecutor(3) as pool:
            failed = [step for step, well in zip(group, pool.map(_run, group), strict=True) if not well]
        if failed:
            return False
    return True


def _run(step: Step) -> bool:
    begun = time.monotonic()
    trouble = step.work()
    print(f"{'FAILED' if trouble else 'ok':<6} {step.name:<12} {time.monotonic() - begun:5.1f} s", flush=True)
    if trouble:
        print(_PROGRESS.sub("", trouble), flush=True)
    return not trouble


def main(arguments: Sequence[str]) -> int:
    """Runs what the change asks for. `arguments`: the revision to compare with, where it is not HEAD."""
    begun = time.monotonic()
    since = arguments[0] if arguments else "HEAD"
    try:
        changed = changed_files(since)
    except (FileNotFoundError, subprocess.CalledProcessError):
        print(f"git must say what has changed since {since}. Without a history: make test", file=sys.stderr)
        return 2
    # A copy of one commit has no other to compare with.
    if not changed and not arguments and ask_git("rev-parse", "--verify", "--quiet", "HEAD~1"):
        since = "HEAD~1"
        changed = changed_files(since)
    plan = plan_for(changed)
    print(f"Changed since {since}: {len(changed)} files. Tests: {' '.join(sorted(plan.tests)) or 'none'}", flush=True)
    if (plan.browser or any("e2e" in test for test in plan.tests)) and not find_chromium():
        ensure_browsers()
    well = run_steps(steps_for(plan))
    print(f"{'Well' if well else 'Not well'} after {time.monotonic() - begun:.0f} s. Everything: make test", flush=True)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
