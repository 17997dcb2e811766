"""What keys are called in attendance systems, from `data/aliases.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from pyvalidator.runtime.package_files import read_package_text


@cache
def data() -> dict[str, dict[str, list[str]]]:
    """Known names (`fields`: canonical field → what systems call it), abbreviations, units and words."""
    return tomllib.loads(read_package_text("domain/data/aliases.toml"))
