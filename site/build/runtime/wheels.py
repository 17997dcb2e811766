"""The Python packages that run in the browser: the locked ones for WebAssembly, and our own from the tree."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from runtime.cache import FOLDER, cached
from tasks.toolchain import NODE_MODULES, ROOT, run

# jsonschema's compiled dependency, rpds, has no wheel for WebAssembly; the core brings a stand-in.
BROWSER_PACKAGES = (
    "annotated-types", "attrs", "jsonschema", "jsonschema-specifications", "pydantic", "pydantic-core",
    "python-calamine", "referencing", "typing-extensions", "typing-inspection", "xlsxwriter",
)  # fmt: skip
# What few need travels apart, and a page loads it when it is asked for (pyvalidator/runtime/parts.py): the package that
# is required, and the folders that come with it.
APART = {
    "jsonschema": ("attr", "attrs", "jsonschema", "jsonschema_specifications", "referencing"),
    "python_calamine": ("python_calamine",),
    "xlsxwriter": ("xlsxwriter",),
}
PYODIDE = NODE_MODULES / "pyodide"
# Not needed to run: stubs, tests, command lines, pydantic's old and experimental sides, what describes the package.
# Licences stay.
_UNUSED = re.compile(
    r"\.pyi$|/py\.typed$|/tests/|/benchmarks/|/(cli|test_cases)\.py$|\.dist-info/(?!licenses/)"
    r"|^pydantic/(v1/|experimental/|mypy\.py$|color\.py$)|^pyvalidator/(cli/|__main__\.py$)"
)
_LICENCE = re.compile(r"^([^/]+)\.dist-info/licenses/")


def locked_requirements() -> str:
    """The browser's packages as `requirements.lock` pins them: the native side runs the very same versions.

    Raises:
        ValueError: a package is not in the lock.
    """
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    entries = {match[1]: match[0] for match in re.finditer(r"^([a-z0-9-]+)==.*(?:\n .*)*", lock, re.M)}
    missing = [name for name in BROWSER_PACKAGES if name not in entries]
    if missing:
        raise ValueError(f"requirements.lock lacks {', '.join(missing)}; run `task.py lock`")
    return "".join(f"{entries[name]}\n" for name in BROWSER_PACKAGES)


def read_locked_packages() -> zipfile.ZipFile:
    """One archive with the sources of all locked packages."""
    inputs = (locked_requirements().encode(), " ".join(_platform()).encode(), Path(__file__))
    return zipfile.ZipFile(io.BytesIO(cached(_merge_wheels, *inputs)))


def wheel_hashes() -> dict[str, str]:
    """SHA-256 of the very wheels that were taken, by package."""
    hashes: dict[str, str] = json.loads(read_locked_packages().comment)
    return hashes


@cache
def runtime_facts() -> dict[str, str]:
    """What the `pyodide` of package.json says of itself: `python`, `abi_version`, `arch`."""
    facts: dict[str, str] = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    return facts


def python_tag() -> str:
    """The runtime's Python as compiled files name it, e.g. `314`."""
    return "".join(runtime_facts()["python"].split(".")[:2])


def _platform() -> tuple[str, ...]:
    facts, tag = runtime_facts(), python_tag()
    platform = f"pyemscripten_{facts['abi_version']}_{facts['arch']}"
    return ("--platform", platform, "--python-version", tag, "--implementation", "cp", "--abi", f"cp{tag}",
            "--only-binary=:all:")  # fmt: skip


def _merge_wheels() -> bytes:
    folder = FOLDER / f"wheels.{os.getpid()}"
    folder.mkdir(parents=True, exist_ok=True)
    requirements = folder / "requirements.txt"
    requirements.write_text(locked_requirements(), "utf-8")
    run(sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", "--no-deps", *_platform(),
        "--dest", folder, "--requirement", requirements)  # fmt: skip
    merged = io.BytesIO()
    with zipfile.ZipFile(merged, "w") as target:
        hashes = {}
        for wheel in sorted(folder.glob("*.whl")):
            name = wheel.name.split("-")[0].lower().replace("_", "-")
            hashes[name] = hashlib.sha256(wheel.read_bytes()).hexdigest()
            _copy_used(wheel, target)
            wheel.unlink()
        target.comment = json.dumps(hashes).encode()
    requirements.unlink()
    folder.rmdir()
    return merged.getvalue()


def read_own_package(epoch: int) -> zipfile.ZipFile:
    """Our own wheel, built from the tree as it is.

    Raises:
        subprocess.CalledProcessError: the build failed; its output has been printed.
    """
    own = io.BytesIO()
    # A folder of its own each time: beside the wheel of an earlier version nobody could tell which one is meant.
    with TemporaryDirectory() as folder, zipfile.ZipFile(own, "w") as target:
        [wheel] = build_distributions(Path(folder), epoch, "wheel")
        _copy_used(wheel, target)
    return zipfile.ZipFile(own)


def build_distributions(folder: Path, epoch: int, *kinds: str) -> list[Path]:
    """Our own package for other Pythons, from the tree as it is; `kinds`: of `wheel` and `sdist`.

    Raises:
        subprocess.CalledProcessError: the build failed; its output has been printed.
    """
    before = set(folder.glob("*"))
    targets = [argument for kind in kinds for argument in ("-t", kind)]
    command = [sys.executable, "-m", "hatchling", "build", *targets, "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, capture_output=True)
    if done.returncode:
        sys.stderr.buffer.write(done.stderr)
        done.check_returncode()
    return sorted(set(folder.glob("*")) - before)


def _copy_used(wheel: Path, target: zipfile.ZipFile) -> None:
    with zipfile.ZipFile(wheel) as source:
        for name in sorted(source.namelist()):
            if not name.endswith("/") and not _UNUSED.search(name):
                # The runtime takes a folder named *.dist-info for a whole one.
                target.writestr(zipfile.ZipInfo(_LICENCE.sub(r"licenses/\1/", name)), source.read(name))
