"""Years of the Republic are counted in one place for each language: the failure names where a second one appeared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import ROOT

_CODE = [
    *(ROOT / "pyvalidator").rglob("*.py"), *(ROOT / "site" / "build").rglob("*.py"),
    *(ROOT / "site" / "app").rglob("*.mjs"),
]  # fmt: skip


def _places(pattern: str, *, allowed: set[str], texts: bool = False) -> list[str]:
    """`file:line` where the code has `pattern`; docstrings and comments count only with `texts`."""
    found = []
    for path in _CODE:
        name = path.relative_to(ROOT).as_posix()
        if name in allowed or "__pycache__" in name:
            continue
        text = path.read_text("utf-8")
        if not texts:
            text = re.sub(r'""".*?"""|/\*.*?\*/', lambda part: "\n" * part[0].count("\n"), text, flags=re.DOTALL)
            text = re.sub(r"^\s*(#|//).*$", "", text, flags=re.MULTILINE)
        found += [f"{name}:{number}" for number, line in enumerate(text.splitlines(), 1) if re.search(pattern, line)]
    return found


@pytest.mark.parametrize(
    ("pattern", "source"),
    [(r"\b191[12]\b", "pyvalidator/domain/roc.py"), (r"\b1911\b", "site/app/ui/roc-date.mjs")],
    ids=["in Python", "on the page"],
)
def test_years_of_the_republic_are_counted_in_one_place(pattern: str, source: str) -> None:
    assert re.search(pattern, (ROOT / source).read_text("utf-8")), f"{source} holds the fact no more: correct this test"
    suffix = Path(source).suffix
    second = [place for place in _places(pattern, allowed={source}) if place.split(":")[0].endswith(suffix)]
    assert not second, f"{second}: ask {source} for years of the Republic"
