"""Packs the runtime into plain scripts: the only way to load bytes that works on https:// and file:// alike while the
page's policy refuses every request of its own."""

from __future__ import annotations

import base64
import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

import deflate
import zstandard

from runtime.cache import cached
from runtime.wheels import APART

# Bytes of one script before base64 (a multiple of 3, so that parts join): small enough that progress is seen on a slow
# line, large enough that there are few.
PART_SIZE = 1_200_000

# Packed by zstd, a fifth smaller than by gzip. Its decoder is a script, slower than the browser's own, needs the whole
# of it and looks at no checksum: for the largest asset only, which has a checksum of its own.
_TIGHT = ("image",)
_TIGHTEST = zstandard.ZstdCompressionParameters.from_level(19, window_log=25)

# What needs an asset that not every page needs: one of the two ways to start, or who asks for a package that few use.
_WAYS = {"image": "image", "python_stdlib.zip": "library", "packages": "library", "core": "library"}
ONLY = _WAYS | {name: name for name in APART}


@dataclass(frozen=True)
class Part:
    """One script: a slice of one asset, compressed."""

    asset: str
    index: int
    last: bool
    text: str

    @property
    def script(self) -> str:
        """Adds the part to the page's list, whether or not the page's own script has run by then."""
        part = {"asset": self.asset, "index": self.index, "digest": self.digest, "text": self.text}
        return f"(self.pvParts??=[]).push({json.dumps(part, separators=(',', ':'))});"

    @property
    def digest(self) -> str:
        """Tells parts of another version of the runtime."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]

    @property
    def path(self) -> str:
        """Where the script lies, relative to the application's; named by its content, so that caches stay true."""
        return f"runtime/{self.asset}-{self.index}-{self.digest}.js"

    def describe(self, *, in_page: bool) -> dict[str, object]:
        """What the page needs to know of it beforehand."""
        return {
            "asset": self.asset, "index": self.index, "digest": self.digest, "last": self.last, "size": len(self.text),
            "path": None if in_page else self.path, "only": ONLY.get(self.asset),
        }  # fmt: skip


def build_parts(assets: dict[str, bytes]) -> list[Part]:
    """All parts of all assets, in order."""
    with ThreadPoolExecutor() as pool:
        return list(chain.from_iterable(pool.map(_cut, assets.keys(), assets.values())))


def _cut(asset: str, content: bytes) -> list[Part]:
    packed = _pack_tight(content) if asset in _TIGHT else _pack(content)
    starts = range(0, len(packed), PART_SIZE)
    texts = [base64.b64encode(packed[start : start + PART_SIZE]).decode() for start in starts]
    return [Part(asset, index, index == len(texts) - 1, text) for index, text in enumerate(texts)]


def _pack(content: bytes) -> bytes:
    # libdeflate: 4 % smaller than zlib's best, which is half a megabyte of the one file.
    packer = f"libdeflate 12 {deflate.__version__}".encode()
    return cached(lambda: bytes(deflate.gzip_compress(content, 12)), packer, content)


def _pack_tight(content: bytes) -> bytes:
    packer = zstandard.ZstdCompressor(compression_params=_TIGHTEST)
    return cached(lambda: packer.compress(content), b"zstd -19", zstandard.__version__.encode(), content)
