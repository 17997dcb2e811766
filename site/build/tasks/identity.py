"""What a build says of itself: version, commit, day, and a mark by which its parts know one another."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from tasks.toolchain import ROOT

INPUTS = (
    "CHANGELOG.md", "LICENSE", "docs", "mkdocs.yml", "package-lock.json", "pyproject.toml", "pyvalidator",
    "requirements.lock", "site",
)  # fmt: skip
# Hands the identity from the build to the programs that it starts.
_VARIABLE = "PYVALIDATOR_IDENTITY"


@dataclass(frozen=True)
class Identity:
    """A build. `commit`: empty where there is no git; `epoch`: seconds, the date that the build claims; `mark`: the
    same for two builds of the same sources only."""

    version: str
    commit: str
    epoch: int
    mark: str

    @property
    def day(self) -> str:
        """The date that the build claims, as YYYY-MM-DD in UTC."""
        return datetime.fromtimestamp(self.epoch, UTC).date().isoformat()

    def to_environment(self) -> dict[str, str]:
        """For `current_identity` in another process."""
        return {_VARIABLE: json.dumps(asdict(self)), "SOURCE_DATE_EPOCH": str(self.epoch)}


def current_identity() -> Identity:
    """The identity that a running build handed over, else that of the tree as it is."""
    given = os.environ.get(_VARIABLE)
    return Identity(**json.loads(given)) if given else read_identity()


def read_identity() -> Identity:
    """The identity of the tree as it is."""
    commit = ask_git("rev-parse", "HEAD")
    if commit and ask_git("status", "--porcelain", "--", *INPUTS):
        commit += "+"
    return Identity(read_version(), commit, source_date_epoch(), digest_inputs()[:16])


def read_version() -> str:
    """The version of the tree as it is. Read, not imported: what is installed may be of another tree or day.

    Raises:
        ValueError: pyvalidator/__init__.py does not say it.
    """
    text = (ROOT / "pyvalidator" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if not found:
        raise ValueError('pyvalidator/__init__.py has no line __version__ = "…"')
    return found[1]


def source_date_epoch() -> int:
    """The date that the build claims: SOURCE_DATE_EPOCH where it is set, else the commit's, else 1980-01-01."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or ask_git("log", "-1", "--format=%ct") or 315532800)


def digest_inputs() -> str:
    """Of everything in the tree that the editions are made from."""
    digest = hashlib.sha256()
    for name in INPUTS:
        top = ROOT / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def ask_git(*arguments: str) -> str:
    """What git says of the tree; empty where there is no git, or where it fails."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()
