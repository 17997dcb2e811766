"""The whole build, in order. Run by `task.py build`; writes only below `build/`."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from editions import build_single, build_site, zip_site
from filelock import locked
from packs import build_parts
from policy import PolicyError
from runtime import build_assets
from toolchain import ROOT

BUILD = ROOT / "build"
WWW = BUILD / "www"
OFFLINE_ZIP = BUILD / "offline-site.zip"
SINGLE_HTML = BUILD / "attendance-check.html"
_STAMP = BUILD / ".inputs"
_INPUTS = ("docs", "mkdocs.yml", "package-lock.json", "pyproject.toml", "pyvalidator", "requirements.lock", "site")


def build() -> None:
    """Makes all three editions, and puts them in place together.

    Raises:
        subprocess.CalledProcessError: a step failed; its output has been printed.
        PolicyError: a page would not work under the content security policy.
    """
    with locked(BUILD / ".lock"):
        _build_in_place()


def ensure_built() -> None:
    """Builds unless what is there was made from the tree as it is. For tests: the commit date does not count."""
    with locked(BUILD / ".lock"):
        outputs = (WWW, OFFLINE_ZIP, SINGLE_HTML)
        if not (_STAMP.exists() and _read_stamp()[0] == _digest_inputs() and all(map(Path.exists, outputs))):
            _build_in_place()


def built_epoch() -> int:
    """The date that the build in place claims."""
    return int(_read_stamp()[1])


def _read_stamp() -> list[str]:
    return _STAMP.read_text().split()


def _build_in_place() -> None:
    # What stands there stays whole until its successor is.
    digest = _digest_inputs()
    stage = BUILD / "stage"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    epoch = source_date_epoch()
    make_editions(stage, epoch)
    _STAMP.unlink(missing_ok=True)
    shutil.rmtree(WWW, ignore_errors=True)
    for output in (WWW, OFFLINE_ZIP, SINGLE_HTML):
        (stage / output.name).replace(output)
    _STAMP.write_text(f"{digest} {epoch}")


def make_editions(folder: Path, epoch: int) -> None:
    """All three editions in a folder, which need not be `build/`. Raises what `build` raises."""
    parts = build_parts(build_assets(epoch))
    build_site(folder / WWW.name, parts, epoch)
    build_single(folder / SINGLE_HTML.name, parts, _version())
    zip_site(folder / WWW.name, folder / OFFLINE_ZIP.name)


def source_date_epoch() -> int:
    """The date that the build claims: SOURCE_DATE_EPOCH where it is set, else the commit's, else 1980-01-01."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        answer = ""
    return int(answer or 315532800)


def _version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def _digest_inputs() -> str:
    digest = hashlib.sha256()
    for name in _INPUTS:
        top = ROOT / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def main() -> int:
    """Builds, and says what was made and how large it is."""
    try:
        build()
    except PolicyError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        return error.returncode or 1
    print(f"{WWW.relative_to(ROOT)}/")
    for output in (OFFLINE_ZIP, SINGLE_HTML):
        print(f"{output.relative_to(ROOT)}  {output.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
