"""What the browser runs, as named assets: the WebAssembly machine, the standard library, the packages, our core."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

from runtime.cache import FOLDER, cached
from runtime.lean_rules import without_examples
from runtime.wheels import APART, PYODIDE, python_tag, read_locked_packages, read_own_package
from tasks.toolchain import APP, run

_COMPILER = Path(__file__).with_name("compile.mjs")
_IMAGER = Path(__file__).with_name("image.mjs")
LIBRARY = f"pydantic_core/_pydantic_core.cpython-{python_tag()}-wasm32-emscripten.so"

# Python's levels of optimisation. Our rules' docstrings are their pages and explanations; nobody reads those of others.
FULL, LEAN = "0", "2"

# Modules of the standard library that a checker in a browser has no use for: other systems' halves, servers and
# clients, tools for developers, text encodings that no Taiwanese system writes. tests/build/test_runtime.py imports all
# that the core imports.
_UNUSED_MODULES = re.compile(
    r"""^(
    unittest|test|idlelib|ensurepip|venv|turtledemo|tkinter|curses|lib2to3|wsgiref|xmlrpc|sqlite3|dbm|multiprocessing
    |pydoc_data|_pyrepl|xml/(dom|sax)|profiling|ctypes|urllib/request
    |html/parser|urllib/robotparser|sysconfig/__main__|pyodide/(console|http)
    |http/(client|server|cookiejar|cookies)|concurrent/(futures/(process|interpreter)|interpreters)|logging/(handlers|config)
    |asyncio/(windows_\w+|proactor_events|__main__|tools)|email/(_header_value_parser|headerregistry|generator|mime)
    |encodings/(mac_(?!roman\.)\w+|koi8_\w+|iso8859_\w+|cp(?!437|85[02]|866|950|932|936|949|125[0124]|65001)\w+|hp_roman8|kz1048|palmos|ptcp154
               |tis_620|rot_13|uu_codec|quopri_codec|bz2_codec)
    |(pdb|bdb|doctest|pydoc|turtle|mailbox|imaplib|smtplib|ftplib|poplib|nntplib|telnetlib|optparse|configparser
     |pickletools|trace|tracemalloc|timeit|cProfile|profile|pstats|plistlib|socketserver|code|cmd|webbrowser
     |rlcompleter|sched|wave|modulefinder|zipapp|py_compile|compileall|tabnanny|pyclbr|filecmp|fileinput|tarfile|_pyio
     |_pydatetime|_pydecimal|_markupbase|argparse|gettext|symtable|runpy|mimetypes|getpass|netrc
     |this|antigravity|statistics|shelve|pty|tty|_(aix|apple|ios|android|osx)_support|nturl2path)
    )(/|\.py$)""",
    re.VERBOSE,
)


_RULE = re.compile(r"pyvalidator/rules/[a-z]+/[a-z]+[0-9]+_\w+\.py")


def build_assets(epoch: int, *, image: bool = True) -> dict[str, bytes]:
    """The assets by name, in the order in which the page needs them.

    Args:
        epoch: the date that the build claims, in seconds.
        image: without, what stands in its place cannot be woken, and every page starts Python from its library. The
            image takes longest to make, after every change of the core.

    `image` is Python's memory after its start, which a page wakes; a page that cannot starts Python from
    `python_stdlib.zip`, `packages` and `core`. Both ways need `rest.zip`, which is what is seldom imported, and `data`,
    our files beside the modules. Each package of `APART` is an asset of its name. See decisions 4 and 9 in
    docs/develop/decisions/.
    """
    machine = {name: (PYODIDE / name).read_bytes() for name in ("pyodide.asm.wasm", "pyodide.mjs", "pyodide.asm.mjs")}
    extension = {"pydantic_core.so": read_locked_packages().read(LIBRARY)}
    library = compile_library(epoch)
    library["packages"], apart = split_apart(library["packages"])
    memory, held = make_image({**library, **extension}) if image else (b"", _modules_of(library))
    rest, data = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(rest, "w") as rest_zip, zipfile.ZipFile(data, "w") as data_zip:
        library = {name: _move_rest(content, held, rest_zip, data_zip) for name, content in library.items()}
    for name in ("packages", "core"):
        library[name] = _to_archive(library[name])
    both = {"rest.zip": rest.getvalue(), "data": _to_archive(data.getvalue())}
    # The image takes longest to unpack, in a thread of its own while the rest arrives.
    return {"image": memory, **machine, **extension, **both, **library, **apart}


def compile_library(epoch: int) -> dict[str, bytes]:
    """All that Python can import but the extension, as byte code: three zip archives by name."""
    return {
        "python_stdlib.zip": _compile(_copy(zipfile.ZipFile(PYODIDE / "python_stdlib.zip"), _UNUSED_MODULES), LEAN),
        "packages": _compile(_copy(read_locked_packages(), re.compile(re.escape(LIBRARY))), LEAN),
        "core": _compile(_lean(_copy(read_own_package(epoch), None)), FULL),
    }


def split_apart(packages: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The packages without those that travel apart, and each of these."""
    owner = {folder: name for name, folders in APART.items() for folder in folders}
    kept, apart = io.BytesIO(), {name: io.BytesIO() for name in APART}
    with zipfile.ZipFile(io.BytesIO(packages)) as source:
        for name in source.namelist():
            target = apart.get(owner.get(name.partition("/")[0], ""), kept)
            with zipfile.ZipFile(target, "a") as archive:
                archive.writestr(zipfile.ZipInfo(name), source.read(name))
    return kept.getvalue(), {name: _to_archive(content.getvalue()) for name, content in apart.items()}


def make_image(assets: dict[str, bytes]) -> tuple[bytes, set[str]]:
    """Python after it has imported nearly everything, as its memory (site/app/worker/memory-image.mjs), and the names
    of the modules in it."""

    def make_now() -> bytes:
        folder = FOLDER / f"image.{os.getpid()}"
        folder.mkdir(parents=True)
        for name, content in assets.items():
            (folder / name).write_bytes(content if "." in name else _to_archive(content))
        run("node", _IMAGER, folder, stdout=subprocess.DEVNULL)
        made = (folder / "held").read_bytes() + b"\n" + (folder / "image").read_bytes()
        shutil.rmtree(folder)
        return made

    worker = APP / "worker"
    scripts = [worker / f"{name}.mjs" for name in ("archive", "python-bridge", "memory-image")]
    scripts += [_IMAGER, _IMAGER.with_name("image_warm.py")]
    held, _, image = cached(make_now, *assets.values(), *scripts, PYODIDE / "package.json").partition(b"\n")
    return image, set(json.loads(held))


def _move_rest(archive: bytes, held: set[str], rest: zipfile.ZipFile, data: zipfile.ZipFile) -> bytes:
    """The archive without what a woken Python may still ask for: modules that are not `held` and the files beside them
    are written into `rest`, files beside modules that are into `data`."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(kept, "w") as target:
        for name in source.namelist():
            module = _module_of(name)
            where = rest if module not in held else target if name.endswith(".pyc") else data
            where.writestr(zipfile.ZipInfo(name), source.read(name))
    return kept.getvalue()


def _modules_of(library: dict[str, bytes]) -> set[str]:
    archives = (zipfile.ZipFile(io.BytesIO(content)) for content in library.values())
    return {_module_of(name) for archive in archives for name in archive.namelist()}


def _module_of(name: str) -> str:
    """The module whose byte code a file is, or the package beside whose modules it lies."""
    code = name.removesuffix(".pyc")
    return code.removesuffix("/__init__").replace("/", ".") if code != name else name.partition("/")[0]


def _copy(source: zipfile.ZipFile, without: re.Pattern[str] | None) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(source.namelist()):
            if not name.endswith("/") and not (without and without.match(name)):
                archive.writestr(zipfile.ZipInfo(name), source.read(name))
    return target.getvalue()


def _lean(package: bytes) -> bytes:
    """Our package with its rules as the browser needs them."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if _RULE.fullmatch(name):
                content = without_examples(content.decode()).encode()
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _compile(archive: bytes, level: str) -> bytes:
    def compile_now() -> bytes:
        source, target = (FOLDER / f"{part}.{os.getpid()}.zip" for part in ("in", "out"))
        source.write_bytes(archive)
        run("node", _COMPILER, source, target, level)
        compiled = target.read_bytes()
        source.unlink()
        target.unlink()
        return compiled

    return cached(compile_now, archive, level.encode(), _COMPILER, PYODIDE / "package.json")


def _to_archive(archive: bytes) -> bytes:
    """A form that a few lines of JavaScript can read (site/app/worker/archive.mjs); a zip needs Python to be there."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        contents = {name: source.read(name) for name in sorted(source.namelist())}
    header = json.dumps([[name, len(content)] for name, content in contents.items()], separators=(",", ":")).encode()
    return struct.pack("<I", len(header)) + header + b"".join(contents.values())
