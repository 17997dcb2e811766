"""The whole build, in order. Run by `task.py build`; writes only below `build/`.

    python -m editions.builder [--unless-current]    what is there already stays where it was made from the same tree
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from editions.common import add_checker, build_pages
from editions.downloads import list_downloads, place_downloads, show_downloads
from editions.hosting import host_site
from editions.offline import zip_site
from editions.policy import PolicyError
from editions.single import build_single
from runtime.packs import build_parts
from runtime.python import build_assets
from runtime.wheels import build_distributions
from tasks.filelock import locked
from tasks.identity import Identity, digest_inputs, read_identity
from tasks.toolchain import OUTPUT, ROOT, WWW

OFFLINE_ZIP = OUTPUT / "offline-site.zip"
SINGLE_HTML = OUTPUT / "attendance-check.html"
SUMS = OUTPUT / "SHA256SUMS"
_STAMP = OUTPUT / ".inputs"


def build() -> None:
    """Makes all three editions, and puts them in place together.

    Raises:
        subprocess.CalledProcessError: a step failed; its output has been printed.
        PolicyError: a page would not work under the content security policy.
    """
    with locked(OUTPUT / ".lock"):
        _build_in_place()


def ensure_built() -> None:
    """Builds unless what is there was made from the tree as it is. For tests: commit and date do not count."""
    with locked(OUTPUT / ".lock"):
        outputs = (WWW, OFFLINE_ZIP, SINGLE_HTML, SUMS)
        current = _STAMP.exists() and _read_stamp()[0] == digest_inputs() and all(map(Path.exists, outputs))
        if not current:
            _build_in_place()


def built_identity() -> Identity:
    """What the build in place says of itself."""
    return Identity(**json.loads(_read_stamp()[1]))


def _read_stamp() -> list[str]:
    return _STAMP.read_text().splitlines()


def _build_in_place() -> None:
    # What stands there stays whole until its successor is.
    digest, identity = digest_inputs(), read_identity()
    stage = OUTPUT / "stage"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    make_editions(stage, identity)
    _STAMP.unlink(missing_ok=True)
    shutil.rmtree(WWW, ignore_errors=True)
    for output in (WWW, OFFLINE_ZIP, SINGLE_HTML, SUMS):
        (stage / output.name).replace(output)
    _STAMP.write_text(f"{digest}\n{json.dumps(asdict(identity))}\n")


def make_editions(folder: Path, identity: Identity) -> None:
    """All three editions in a folder, which need not be `build/`. Raises what `build` raises."""
    www = folder / WWW.name
    # Half a minute for the pages and nearly a minute for the runtime on a fresh machine; neither needs the other.
    with ThreadPoolExecutor() as pool:
        runtime = pool.submit(lambda: build_parts(build_assets(identity.epoch)))
        build_pages(www, identity)
    parts = runtime.result()
    add_checker(www, parts, identity)
    build_single(folder / SINGLE_HTML.name, parts, identity, www)
    zip_site(www, folder / OFFLINE_ZIP.name)
    with TemporaryDirectory() as wheels:
        [wheel] = build_distributions(Path(wheels), identity.epoch, "wheel")
        downloads = list_downloads(www, folder / SINGLE_HTML.name, folder / OFFLINE_ZIP.name, wheel)
        show_downloads(www, downloads)
        host_site(www)
        place_downloads(www, downloads)
    write_sums(folder)


def write_sums(folder: Path) -> None:
    """A list for `sha256sum --check` of all files below the folder, in the folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / SUMS.name)
    sums = ((hashlib.sha256(path.read_bytes()).hexdigest(), path.relative_to(folder).as_posix()) for path in paths)
    (folder / SUMS.name).write_text("".join(f"{digest}  {path}\n" for digest, path in sums), "utf-8", newline="\n")


def main() -> int:
    """Builds, and says what was made and how large it is."""
    try:
        if "--unless-current" in sys.argv[1:]:
            ensure_built()
            return 0
        build()
    except PolicyError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        return error.returncode or 1
    print(f"{WWW.relative_to(ROOT)}/")
    for output in (OFFLINE_ZIP, SINGLE_HTML):
        print(f"{output.relative_to(ROOT)}  {output.stat().st_size / 1e6:.1f} MB")
    print(SUMS.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
