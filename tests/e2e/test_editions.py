"""What is true of the built editions as files: policy first on every page, sizes, links that hold, same bytes again."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

import builder
import pytest

MEGABYTE = 1_000_000
SINGLE_HTML_LIMIT = 14 * MEGABYTE
# As a host that compresses sends them: base64 of compressed bytes shrinks back to about those bytes.
FIRST_VISIT_LIMIT = 8 * 2**20
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


def test_sizes_are_within_their_budgets(www: Path) -> None:
    assert builder.SINGLE_HTML.stat().st_size <= SINGLE_HTML_LIMIT
    packed = sum(path.stat().st_size for path in (www / "assets" / "runtime").iterdir()) * 3 // 4
    others = sum((www / "assets" / name).stat().st_size for name in ("app.js", "app.css", "site.js", "site.css"))
    assert packed + others + (www / "index.html").stat().st_size <= 1.25 * FIRST_VISIT_LIMIT


def test_offline_site_is_the_hosted_site(www: Path) -> None:
    with zipfile.ZipFile(builder.OFFLINE_ZIP) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert set(names) == {path.relative_to(www).as_posix() for path in www.rglob("*") if path.is_file()}
        assert all(archive.read(name) == (www / name).read_bytes() for name in names)


def test_page_names_no_outside_resource(www: Path) -> None:
    loading = re.compile(r"<(?:script|img|iframe|source|link rel=\"(?:stylesheet|icon|preload)\")[^>]*(?:src|href)=\"(?:https?:)?//")
    for path in pages(www):
        assert not loading.search(path.read_text("utf-8")), f"{path.name} would load something from outside"


@pytest.mark.long
def test_two_builds_give_the_same_bytes(www: Path, tmp_path: Path) -> None:
    digests = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        builder.make_editions(folder, 1_700_000_000)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        digests.append({path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files})
    assert digests[0] == digests[1]
