"""Made again from the downloads alone, nothing kept from the first time: the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime import cache, packs, python, wheels


@pytest.mark.long
def test_runtime_made_again_without_the_cache_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    epoch = 1_700_000_000
    first = packs.build_parts(python.build_assets(epoch))
    downloads = wheels.read_locked_packages()
    monkeypatch.setattr(python, "read_locked_packages", lambda: downloads)
    for module in (cache, python, wheels):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    assert packs.build_parts(python.build_assets(epoch)) == first
    assert any(tmp_path.iterdir()), "it was really made again"
