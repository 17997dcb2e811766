"""A copy of the tree with a history and an environment of its own, in which tasks run as in a fresh checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

from tasks.toolchain import NODE_MODULES, OUTPUT, ROOT

_AUTHOR = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")


@dataclass(frozen=True)
class TreeCopy:
    """The copy's folder, and what is done in it."""

    root: Path

    @property
    def bin(self) -> Path:
        """Where the programs of its environment are."""
        return self.root / ".venv" / ("Scripts" if os.name == "nt" else "bin")

    def run(self, *command: str | Path, code: int = 0) -> str:
        """What a command in the copy says; it must end with this code."""
        environment = {**os.environ, "PYTHONPATH": str(self.root / "site" / "build")}
        done = subprocess.run(
            [str(part) for part in command], cwd=self.root, env=environment, capture_output=True, text=True,
            encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == code, (command, done.stdout[-3000:], done.stderr[-3000:])
        return done.stdout + done.stderr

    def task(self, *arguments: str, code: int = 0) -> str:
        """What a task says, started with another Python than the copy's own, as a user does."""
        return self.run(sys.executable, "site/build/task.py", *arguments, code=code)

    def python(self, *arguments: str, code: int = 0) -> str:
        return self.run(self.bin / "python", *arguments, code=code)

    def replace(self, name: str, old: str, new: str) -> None:
        """Replaces the one place where a file says `old`."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), "utf-8", newline="\n")

    def commit(self) -> None:
        """Everything that the tree holds."""
        self.run("git", "add", "--all")
        self.run("git", *_AUTHOR, "commit", "--quiet", "--message", "A state of the copy")


def copy_tree(root: Path) -> TreeCopy:
    """A copy of the tree as it is, without what git ignores. Its environment sees what ours has installed, so that
    nothing is fetched; what a task installs goes into the copy's own."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    venv.create(root / ".venv", symlinks=os.name != "nt")
    base = {"base": str(root / ".venv"), "platbase": str(root / ".venv")}
    packages = Path(sysconfig.get_path("purelib", vars=base))
    (packages / "ours.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    _link_all(NODE_MODULES, root / "node_modules")
    if (OUTPUT / "cache").exists():
        _link_all(OUTPUT / "cache", root / "build" / "cache")
    copy = TreeCopy(root)
    copy.run("git", "init", "--quiet")
    copy.commit()
    return copy


def _link_all(source: Path, target: Path) -> None:
    """What is added to the target does not come into the source."""
    target.mkdir(parents=True)
    for path in source.iterdir():
        (target / path.name).symlink_to(path)
