"""Packs: nothing lost between the asset and the parts, names that follow the content."""

from __future__ import annotations

import base64
import gzip
import json
import random

import pytest
import zstandard

from runtime import cache, packs


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(cache, "FOLDER", tmp_path)


def test_parts_join_to_the_asset() -> None:
    content = random.Random(1).randbytes(3 * packs.PART_SIZE)
    parts = packs.build_parts({"small": b"x", "large": content})
    assert [(part.asset, part.index, part.last) for part in parts] == [
        ("small", 0, True), ("large", 0, False), ("large", 1, False), ("large", 2, False), ("large", 3, True),
    ]  # fmt: skip
    joined = base64.b64decode("".join(part.text for part in parts if part.asset == "large"))
    assert gzip.decompress(joined) == content


def test_what_is_packed_tightly_joins_to_the_asset() -> None:
    content = random.Random(1).randbytes(packs.PART_SIZE) * 3
    parts = packs.build_parts({"image": content})
    assert len(parts) == 2, "a repetition as far away as this is found"
    assert zstandard.decompress(base64.b64decode("".join(part.text for part in parts))) == content


def test_script_hands_over_its_part() -> None:
    [part] = packs.build_parts({"small": b"x"})
    prefix, suffix = "(self.pvParts??=[]).push(", ");"
    assert part.script.startswith(prefix) and part.script.endswith(suffix)
    assert json.loads(part.script[len(prefix) : -len(suffix)]) == {
        "asset": "small", "index": 0, "digest": part.digest, "text": part.text,
    }  # fmt: skip


def test_names_follow_the_content() -> None:
    one, same, other = (packs.build_parts({"a": content})[0] for content in (b"1", b"1", b"2"))
    assert one == same
    assert one.path == same.path != other.path


def test_part_in_the_page_has_no_path() -> None:
    [part] = packs.build_parts({"a": b"1"})
    assert part.describe(in_page=False)["path"] == part.path
    assert part.describe(in_page=True)["path"] is None
