"""What is true of the built editions as files: policy first on every page, sizes, links that hold, same bytes again."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

import pytest

from editions import builder, downloads
from tasks.toolchain import OUTPUT, ROOT

SINGLE_HTML_LIMIT = 19_000_000
_POLICY_FIRST = re.compile(
    r'<head>\s*<meta charset="utf-8"\s*/?><meta http-equiv="Content-Security-Policy" content="(default-src \'none\'; [^"]+)">',
    re.IGNORECASE,
)


def pages(www: Path) -> list[Path]:
    found = sorted(www.rglob("*.html"))
    assert len(found) > 50
    return [*found, builder.SINGLE_HTML]


def test_policy_is_first_on_every_page(www: Path) -> None:
    for path in pages(www):
        policy = _POLICY_FIRST.search(path.read_text("utf-8"))
        assert policy, f"{path.name} has no policy directly after its charset"
        assert "connect-src 'none'" in policy[1]
        assert "unsafe-inline" not in policy[1]
        assert "'unsafe-eval'" not in policy[1]


def test_single_html_names_nothing_beside_it(www: Path) -> None:
    page = builder.SINGLE_HTML.read_text("utf-8")
    assert "'self'" not in page[:5000]
    assert re.search(r"<(script|img|link|iframe)[^>]*\s(src|href)=\"(?!data:)", page) is None


def test_single_html_is_within_its_budget(www: Path) -> None:
    assert builder.SINGLE_HTML.stat().st_size <= SINGLE_HTML_LIMIT


HOSTED_ONLY = {"sw.js", "assets/manifest.json"}


def test_offline_site_is_the_hosted_site(www: Path) -> None:
    """But for what needs a server: the service worker, its permission, the manifest, and what is to be downloaded."""
    with zipfile.ZipFile(builder.OFFLINE_ZIP) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        there = {path.relative_to(www).as_posix() for path in www.rglob("*") if path.is_file()}
        given_out = {name for name in there - set(names) if name.startswith(f"{downloads.FOLDER}/")}
        assert f"{downloads.FOLDER}/{downloads.SUMS}" in given_out
        assert there - set(names) - given_out == HOSTED_ONLY
        for name in names:
            hosted = (www / name).read_bytes()
            if name.endswith(".html"):
                hosted = re.sub(rb'<link rel="manifest"[^>]*>', b"", hosted.replace(b"worker-src blob: 'self'", b"worker-src blob:", 1))
            kept = archive.read(name)
            if name == f"{downloads.FOLDER}/index.html":
                # The list of the one, the note of the other.
                kept, hosted = (
                    re.sub(rb"<!-- downloads -->.*?<!-- /downloads -->", b"", page, flags=re.DOTALL) for page in (kept, hosted)
                )
            assert kept == hosted, name


def test_page_names_no_outside_resource(www: Path) -> None:
    loading = re.compile(r"<(?:script|img|iframe|source|link rel=\"(?:stylesheet|icon|preload)\")[^>]*(?:src|href)=\"(?:https?:)?//")
    for path in pages(www):
        assert not loading.search(path.read_text("utf-8")), f"{path.name} would load something from outside"


@pytest.mark.long  # A second whole build; the runtime, made again, is in tests/build.
def test_another_build_gives_the_same_bytes_and_writes_nothing_into_docs(www: Path, tmp_path: Path) -> None:
    docs = ROOT / "docs"
    before = set(docs.rglob("*"))
    builder.make_editions(tmp_path, builder.built_identity())
    assert set(docs.rglob("*")) == before, "generated pages enter through on_files, never through docs/"
    assert digests(tmp_path) == digests(OUTPUT)


def digests(folder: Path) -> dict[str, str]:
    outputs = [*map(folder.joinpath, ("offline-site.zip", "attendance-check.html", "SHA256SUMS")), *(folder / "www").rglob("*")]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in outputs
        if path.is_file()
    }


def test_sums_fit_what_is_there(www: Path) -> None:
    listed = dict(reversed(line.split("  ")) for line in builder.SUMS.read_text("utf-8").splitlines())
    found = digests(OUTPUT)
    del found["SHA256SUMS"]
    assert listed == found


def test_unknown_address_gets_our_own_page_with_a_policy(www: Path) -> None:
    text = (www / "404.html").read_text("utf-8")
    assert "找不到這個頁面" in text
    assert text.index("Content-Security-Policy") < text.index("<title>")
