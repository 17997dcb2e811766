"""A rule's `trigger_chars` leave no text out that the rule would tell."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.engine.contexts import Context
from pyvalidator.engine.registry import rules_of
from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import Rule
from pyvalidator.table.column import Column

RULES = [rule for rule in rules_of("value") if rule.trigger_chars]
CONTEXT = Context(built_in_profiles()["reference"], date(2021, 7, 10), None, None, official_calendar())
#: Characters from every corner that some rule looks at, and ordinary ones.
CHARACTERS = (
    "王小明先生女士課員A1az ?？&#;29314□〓（代)0９ＡＺ\u00a0\u3000\t\n\x00\x85\ufffd嚙锟斤拷\ue000\U000f0000\uf90a\ufa0e\u2f26"
    "\u200b\u00ad\ufeff\ufe0f\U000e0100\U0002f800e\u0301éè葛霖瑜"
)


def misread(text: str, encoding: str) -> str:
    return text.encode().decode(encoding, "ignore")


def texts() -> list[str]:
    rng = random.Random(8)
    plain = ["".join(rng.choices(CHARACTERS, k=rng.randrange(1, 7))) for _ in range(20_000)]
    names = ["".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(3)) for _ in range(20_000)]
    return [*plain, *names, *(misread(name, code) for name in names for code in ("latin-1", "cp1252", "cp950"))]


TEXTS = texts()


def texts_of(content: object) -> list[str]:
    """Every text in a document: what the examples of a rule are about is tried beside the random ones."""
    if isinstance(content, dict | list):
        return [text for part in (content.values() if isinstance(content, dict) else content) for text in texts_of(part)]
    return [content] if isinstance(content, str) else []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_whatever_the_rule_tells_has_one_of_its_trigger_chars(rule: Rule) -> None:
    assert rule.check is not None
    tried = [*TEXTS, *(text for example in rule.examples for text in texts_of(example.content))]
    told = [text for text in tried if text and rule.check(text, CONTEXT) is not None]
    assert told, f"no random text and no example makes {rule.id} fire: give it an example with such a text"
    missed = [text for text in told if not re.search(rule.trigger_chars, text)]
    assert missed == [], f"trigger_chars of {rule.id} leaves out what the rule tells of these texts"


def test_only_texts_with_such_a_character_are_looked_at() -> None:
    column = Column(["王小明", "王?明", "王小明", 7, None, "?"])
    assert column.suspects("[?]") == [("王?明", "王?明"), ("?", "?")]
    assert column.suspects("[!]") == []
