"""The finished example of docs/format/wizard.md: a file of another layout, its codes, the profile drafted for it.

Made by the wizard at every build: the page shows what it does, not what it once did.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from pyvalidator.wizard import draft_toml, propose
from pyvalidator.wizard.code_table import read_code_table
from pyvalidator.wizard.names import leave_names

EXAMPLE = Path(__file__).with_name("wizard-example.json")
#: As pasted from a spreadsheet.
CODES = "02\t病假\n03\t休假\n31\t防疫照顧假\n"
_MARK = re.compile(r"^( *)<!-- wizard: (json|toml|codes) -->$", re.MULTILINE)


def build_pages() -> dict[str, str | bytes]:
    """The example's files by their place in the docs."""
    return {
        "format/files/wizard-example.json": EXAMPLE.read_text("utf-8"),
        "format/files/wizard-example.toml": finished_profile(),
    }


def finished_profile() -> str:
    """The wizard's draft after the four steps that the page tells: names, codes, kind of data, description."""
    draft = propose([json.loads(EXAMPLE.read_text("utf-8"))])
    if draft is None:
        raise ValueError("the wizard no longer finds the records of its example")
    choice = next(choice for choice in draft.choices if choice.field == "leave_type")
    choice.codes |= read_code_table(CODES, set(leave_names()), {}).codes
    draft.constants["dataset"] = "monthly"
    draft.about.id, draft.about.title = "our-system", "本所差勤系統產製格式"
    draft.about.source, draft.about.date = "依本所差勤系統 110 年 6 月產製的檔案推定", "2026-11-25"
    return draft_toml(draft)


def show_example(markdown: str) -> str:
    """The page with each mark replaced by the block that it names."""
    if _MARK.search(markdown) is None:
        return markdown
    blocks = {
        "json": ("<!-- check: STR100 -->\n```json", EXAMPLE.read_text("utf-8")),
        "toml": ("```toml", finished_profile()),
        "codes": ("```text", CODES),
    }

    def block(mark: re.Match[str]) -> str:
        opening, text = blocks[mark[2]]
        lines = [*opening.split("\n"), *text.rstrip("\n").split("\n"), "```"]
        return "\n".join(f"{mark[1]}{line}" if line else "" for line in lines)

    return _MARK.sub(block, markdown)
