"""What the hosted site gives out: listed on the page with true sums, laid beside it, and the sums not among themselves."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from editions import downloads
from kit import conformance_kit
from pyvalidator import __version__
from tasks.toolchain import ROOT

PLACE = "<p>a</p><!-- downloads --><p>from disk</p><!-- /downloads --><p>b</p>"


@pytest.fixture
def given(tmp_path: Path) -> tuple[Path, list[downloads.Download]]:
    """A site with the page, and four files to give out."""
    www = tmp_path / "www"
    for name, text in ((f"{downloads.FOLDER}/index.html", PLACE), (conformance_kit.URI, "kit")):
        (www / name).parent.mkdir(parents=True)
        (www / name).write_text(text, "utf-8")
    made = [tmp_path / name for name in ("one.html", "site.zip", "package.whl")]
    for path in made:
        path.write_text(path.name, "utf-8")
    return www, downloads.list_downloads(www, *made)


def test_page_and_sums_say_what_lies_beside_them(given: tuple[Path, list[downloads.Download]]) -> None:
    www, files = given
    folder = www / downloads.FOLDER
    downloads.show_downloads(www, files)
    downloads.place_downloads(www, files)
    page = (folder / "index.html").read_text("utf-8")
    assert "from disk" not in page
    sums = dict(reversed(line.split("  ")) for line in (folder / downloads.SUMS).read_text("utf-8").splitlines())
    beside = {path.name for path in folder.iterdir()}
    assert beside == {*sums, downloads.SUMS, "index.html"}
    assert len(sums) == 4
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        assert f'href="{name}"' in page
        assert digest in page


def test_a_page_without_the_place_is_refused(given: tuple[Path, list[downloads.Download]]) -> None:
    www, files = given
    (www / downloads.FOLDER / "index.html").write_text("<p>a</p>", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        downloads.show_downloads(www, files)


def test_the_package_is_shown_by_its_version() -> None:
    text = (ROOT / "docs" / "download.md").read_text("utf-8")
    shown = set(re.findall(r"pyvalidator-(\d[^-]*)-py3", text))
    assert shown == {__version__}, "docs/download.md names the package of another version"
