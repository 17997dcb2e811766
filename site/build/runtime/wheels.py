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
from pathlib import Path

from runtime.cache import FOLDER, cached
from tasks.toolchain import OUTPUT, ROOT, run

# jsonschema's compiled dependency, rpds, has no wheel for WebAssembly; the core brings a stand-in.
BROWSER_PACKAGES = (
    "annotated-types", "attrs", "jsonschema", "jsonschema-specifications", "pydantic", "pydantic-core", "referencing",
    "typing-extensions", "typing-inspection", "xlsxwriter",
)  # fmt: skip
# The ABI of the `pyodide` in package.json.
_PLATFORM = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14", "--implementation", "cp",
             "--abi", "cp314", "--only-binary=:all:")  # fmt: skip
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
    return zipfile.ZipFile(io.BytesIO(cached(_merge_wheels, locked_requirements().encode(), Path(__file__))))


def wheel_hashes() -> dict[str, str]:
    """SHA-256 of the very wheels that were taken, by package."""
    hashes: dict[str, str] = json.loads(read_locked_packages().comment)
    return hashes


def _merge_wheels() -> bytes:
    folder = FOLDER / f"wheels.{os.getpid()}"
    folder.mkdir(parents=True, exist_ok=True)
    requirements = folder / "requirements.txt"
    requirements.write_text(locked_requirements(), "utf-8")
    run(sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", "--no-deps", *_PLATFORM,
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
    folder = OUTPUT / "dist"
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, capture_output=True)
    if done.returncode:
        sys.stderr.buffer.write(done.stderr)
        done.check_returncode()
    [wheel] = folder.glob("pyvalidator-*.whl")
    own = io.BytesIO()
    with zipfile.ZipFile(own, "w") as target:
        _copy_used(wheel, target)
    return zipfile.ZipFile(own)


def _copy_used(wheel: Path, target: zipfile.ZipFile) -> None:
    with zipfile.ZipFile(wheel) as source:
        for name in sorted(source.namelist()):
            if not name.endswith("/") and not _UNUSED.search(name):
                # The runtime takes a folder named *.dist-info for a whole one.
                target.writestr(zipfile.ZipInfo(_LICENCE.sub(r"licenses/\1/", name)), source.read(name))
