"""Every source of a rule is named with its date on the rule's page, and stands in docs/develop/sources.md."""

from __future__ import annotations

import pytest
from docs_support import ROOT
from rule_page import source_notes

from pyvalidator.registry import rules

USED = sorted({source for rule in rules().values() for source in rule.sources})
COLLECTED = (ROOT / "docs" / "develop" / "sources.md").read_text("utf-8")
#: Collected under another heading, or this project's own.
NOT_COLLECTED = {"參考版型", "政府行政機關辦公日曆表"}


@pytest.mark.parametrize("source", USED)
def test_source_has_a_date_and_is_collected(source: str) -> None:
    assert source in source_notes(), "give it a date in site/build/source_notes.toml"
    plain = source.removesuffix("（資料集7307）").removesuffix("函")
    assert source in NOT_COLLECTED or plain in COLLECTED, "collect it in docs/develop/sources.md"


def test_no_note_is_left_over() -> None:
    assert set(source_notes()) - set(USED) <= NOT_COLLECTED
