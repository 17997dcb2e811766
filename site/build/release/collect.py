"""Puts what is handed out for this version into build/release/VERSION/, with its sums. Run by `task.py release`."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from editions import builder
from media import embed
from runtime.wheels import build_distributions
from tasks.identity import Identity, ask_git, read_identity
from tasks.toolchain import OUTPUT, ROOT, WWW

FOLDER = OUTPUT / "release"
_ENTRY = re.compile(r"^## (\S+)", re.MULTILINE)


class ReleaseError(Exception):
    """The tree is no release; the message says what to do."""


def collect() -> Path:
    """The folder of this version: the three editions, the package for other Pythons, and the sums of all.

    Raises:
        ReleaseError: as `check_tree`.
        subprocess.CalledProcessError: a build failed; its output has been printed.
    """
    identity = read_identity()
    check_tree(identity)
    builder.ensure_built()
    # What is there may be of the same sources under an earlier commit, which it would name, or older than the pictures.
    if builder.built_identity() != identity or lacks_pictures(WWW):
        builder.build()
    folder = FOLDER / identity.version
    stage = FOLDER / f".{identity.version}"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(WWW, stage / WWW.name)
    for edition in (builder.OFFLINE_ZIP, builder.SINGLE_HTML):
        shutil.copy(edition, stage)
    build_distributions(stage, identity.epoch, "wheel", "sdist")
    builder.write_sums(stage)
    shutil.rmtree(folder, ignore_errors=True)
    stage.rename(folder)
    return folder


def lacks_pictures(site: Path) -> bool:
    """Whether there are true pictures and PDFs that the built site has not taken in."""
    return any(
        not (taken := site / "media" / name).is_file() or taken.read_bytes() != path.read_bytes()
        for name, path in embed.find_media().items()
    )


def check_tree(identity: Identity) -> None:
    """Whether the tree may be handed out as the version that it says.

    Raises:
        ReleaseError: it has changes that no commit holds, the change log does not begin with the version, or another
            commit has been handed out under it.
    """
    version = identity.version
    if not identity.commit or ask_git("status", "--porcelain"):
        raise ReleaseError("Commit everything first: whoever has the commit must be able to make the same files.")
    entry = _ENTRY.search((ROOT / "CHANGELOG.md").read_text("utf-8"))
    if not entry or entry[1] != version:
        raise ReleaseError(f"Begin CHANGELOG.md with `## {version}` and what it brings.")
    tagged = ask_git("rev-list", "-n", "1", f"refs/tags/{version}")
    if tagged and tagged != identity.commit:
        raise ReleaseError(f"{version} is commit {tagged[:12]} already: raise the version in pyvalidator/__init__.py.")


def wrong_sums(folder: Path) -> list[str]:
    """The files below the folder that are not as its list of sums says, or that it does not know."""
    lines = (folder / builder.SUMS.name).read_text("utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    del there[builder.SUMS.name]
    return sorted(
        name
        for name in {*listed, *there}
        if name not in there or hashlib.sha256(there[name].read_bytes()).hexdigest() != listed.get(name)
    )


def main() -> int:
    """Collects, looks at every sum once more, and says where it lies."""
    try:
        folder = collect()
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        return error.returncode or 1
    if wrong := wrong_sums(folder):
        print(f"Not as {builder.SUMS.name} says: {', '.join(wrong)}", file=sys.stderr)
        return 1
    print(f"{folder.relative_to(ROOT).as_posix()}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
