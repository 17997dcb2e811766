"""The recipe of docs/develop/release.md, walked with two versions in a copy of the tree."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from tree_copy import TreeCopy, copy_tree

from media import embed
from pages.changes import URI
from pages.licences import SBOM
from release.collect import lacks_pictures, wrong_sums
from tasks.identity import read_version
from tasks.toolchain import ROOT

SOURCE, LOG = "pyvalidator/__init__.py", "CHANGELOG.md"
FIRST = read_version()
SECOND = f"{int(FIRST.split('.')[0]) + 1}.0.0"
ENTRY = f"## {SECOND}\n\n- COD105 說得更清楚；新增 REC199。\n\n"
#: The recipe's commands that are tests themselves, or need a browser.
ELSEWHERE = {".ci/run", "make test-long", "make media"}
WALKED = {"make release", "git tag X.Y.Z"}


def raise_version(tree: TreeCopy) -> None:
    tree.replace(SOURCE, f'__version__ = "{FIRST}"', f'__version__ = "{SECOND}"')


def add_entry(tree: TreeCopy) -> None:
    tree.replace(LOG, f"\n## {FIRST}", f"\n{ENTRY}## {FIRST}")


def test_recipe_has_no_other_commands() -> None:
    recipe = (ROOT / "docs" / "develop" / "release.md").read_text("utf-8")
    commands = {
        line.partition(" #")[0].strip()
        for block in re.findall(r"```sh\n(.*?)```", recipe, re.DOTALL)
        for line in block.splitlines()
    }
    assert commands == ELSEWHERE | WALKED


def test_tree_that_is_no_release_is_refused_and_told_why(tmp_path: Path) -> None:
    tree = copy_tree(tmp_path)

    def refused() -> str:
        return tree.python("-m", "release.collect", code=2)

    tree.run("git", "tag", FIRST)
    raise_version(tree)
    assert "Commit everything first" in refused()
    tree.commit()
    assert f"Begin CHANGELOG.md with `## {SECOND}`" in refused()
    tree.replace(SOURCE, SECOND, FIRST)
    tree.commit()
    assert f"{FIRST} is commit" in refused(), "another commit has its tag"
    raise_version(tree)
    add_entry(tree)
    tree.commit()
    said = tree.python("-c", """
from pages.changes import build_pages
from release.collect import check_tree
from tasks.identity import read_identity

check_tree(read_identity())
print(*build_pages().values())
""")
    newer, _, older = said.partition(f"## {FIRST}")
    assert f"## {SECOND}" in newer and "[COD105](cod105.md) 說得更清楚" in newer
    assert "新增" in older and "[COD105](cod105.md)" in older


def test_site_from_before_the_pictures_is_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture, site = tmp_path / "wizard.png", tmp_path / "www"
    picture.write_bytes(b"new")
    monkeypatch.setattr(embed, "find_media", lambda: {picture.name: picture})
    assert lacks_pictures(site)
    (site / "media").mkdir(parents=True)
    (site / "media" / picture.name).write_bytes(b"old")
    assert lacks_pictures(site)
    (site / "media" / picture.name).write_bytes(b"new")
    assert not lacks_pictures(site)
    monkeypatch.setattr(embed, "find_media", dict)
    assert not lacks_pictures(tmp_path / "without")


@pytest.mark.long
def test_two_versions_are_made_and_do_not_mix(tmp_path: Path) -> None:
    tree = copy_tree(tmp_path)
    first = make_release(tree, FIRST)
    kept = (first / "SHA256SUMS").read_bytes()
    raise_version(tree)
    add_entry(tree)
    tree.task("new-rule", "REC199", "begun_and_left")
    tree.commit()
    second = make_release(tree, SECOND)
    assert wrong_sums(first) == [] and (first / "SHA256SUMS").read_bytes() == kept
    for folder, version, other in ((first, FIRST, SECOND), (second, SECOND, FIRST)):
        look_at(folder, version, other)
    assert tree.run(tree.bin / "pyvalidator", "--version").strip() == f"pyvalidator {SECOND}"
    page = (second / "www" / URI).with_suffix("") / "index.html"
    newer, _, older = page.read_text("utf-8").partition(f">{FIRST}<")
    assert re.search(rf"<h2[^>]*>{SECOND}<", newer) and ">REC199</a>" in newer
    assert ">COD105</a>" in older and "REC199" not in older.partition("</article>")[0]


def make_release(tree: TreeCopy, version: str) -> Path:
    """The folder that is handed out, as the recipe makes it."""
    said = tree.task("release")
    folder = tree.root / "build" / "release" / version
    assert f"build/release/{version}/\n" in said
    assert wrong_sums(folder) == []
    if shutil.which("sha256sum"):
        tree.run("sh", "-c", f"cd {folder} && sha256sum --check --quiet SHA256SUMS")
    tree.run("git", "tag", version)
    return folder


def look_at(folder: Path, version: str, other: str) -> None:
    """Everything in the folder is of this version."""
    wheel, sdist = f"pyvalidator-{version}-py3-none-any.whl", f"pyvalidator-{version}.tar.gz"
    assert {path.name for path in folder.iterdir()} == {
        "SHA256SUMS", "attendance-check.html", "offline-site.zip", "www", wheel, sdist,
    }  # fmt: skip
    single = (folder / "attendance-check.html").read_text("utf-8")
    assert f"版本 {version}（" in single and f"版本 {other}（" not in single
    core = core_of(single)
    assert version.encode() in core and other.encode() not in core
    with zipfile.ZipFile(folder / wheel) as archive:
        assert f'"{version}"' in archive.read(SOURCE).decode()
    with zipfile.ZipFile(folder / "offline-site.zip") as archive:
        for page in (archive.read("index.html"), (folder / "www" / "index.html").read_bytes()):
            assert f"版本 {version}（" in page.decode() and f"版本 {other}（" not in page.decode()
    bom = json.loads((folder / "www" / SBOM).read_text("utf-8"))
    assert bom["metadata"]["component"]["version"] == version


def core_of(single: str) -> bytes:
    """The core as the single file carries it: its parts put together."""
    parts = [json.loads(part) for part in re.findall(r"\(self\.pvParts\?\?=\[\]\)\.push\((.*?)\);</script>", single)]
    packed = "".join(part["text"] for part in sorted(parts, key=lambda part: part["index"]) if part["asset"] == "core")
    return gzip.decompress(base64.b64decode(packed))
