"""By what a synthetic file of this tool is known, so that nobody hands it over."""

from __future__ import annotations

from typing import Any

SAMPLE_SYSTEM = "範例差勤系統 1.0"


def sample_agency(code: str) -> str:
    """The name of an agency in a synthetic file whose code is none of those that samples know."""
    return f"範例機關{code}"


def is_sample(system_name: Any) -> bool:
    """Whether a file's system name is that of the files that this tool makes."""
    return bool(system_name == SAMPLE_SYSTEM)
