"""Commands in the documentation exist, with the options that they are shown with."""

from __future__ import annotations

import re
import shlex

import pytest
from support import ROOT

from pyvalidator.cli.parser import build_parser

PAGES = {path: path.read_text("utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))}
SHOWN = sorted(
    {
        match[1]
        for text in PAGES.values()
        for match in re.finditer(r"(?:^|`|: |'|/)(pyvalidator (?:[a-z]+)[^`'\n]*)", text, re.MULTILINE)
        if "…" not in match[1]
    }
)


@pytest.mark.parametrize("command", SHOWN)
def test_command_is_understood(command: str) -> None:
    build_parser().parse_args(shlex.split(command)[1:])
