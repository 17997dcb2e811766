"""Characters of which nothing shows: one list for values, codes and keys, and their code points are always named."""

from __future__ import annotations

import re
import unicodedata

import pytest
from support import run_one

from pyvalidator.profile import notations
from pyvalidator.report.model import Entry
from pyvalidator.rule import document, sample
from pyvalidator.text import characters
from pyvalidator.text.nearest import plain

#: One of each kind, and what a user must be told of it.
UNSEEN = "\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u202e\u2066\u2800\u3164\ufeff\uffa0\U000e0001\U000e0041\U0001d173"
each_unseen = pytest.mark.parametrize("sign", UNSEEN, ids=[f"U+{ord(sign):04X}" for sign in UNSEEN])


def test_no_character_stands_in_two_lists_and_none_of_its_kind_is_left_out() -> None:
    lists = [characters.CONTROL_CHARS, characters.INVISIBLE_CHARS, characters.VARIATION_CHARS, characters.SPACES]
    patterns = [re.compile(chars) for chars in lists]
    for sign in map(chr, range(0x110000)):
        count = sum(pattern.match(sign) is not None for pattern in patterns)
        wanted = unicodedata.category(sign) in ("Cf", "Zs", "Zl", "Zp", "Cc")
        assert count <= 1 and (count or not wanted), f"U+{ord(sign):04X}"


def findings_of(content: object) -> list[Entry]:
    return run_one(content).findings


@each_unseen
def test_in_a_name_it_is_named_and_the_rest_proposed(sign: str) -> None:
    (entry,) = findings_of(sample(person_name=f"王小明{sign}"))
    assert (entry.rule, entry.severity, entry.expected_value) == ("COD515", "warning", "王小明")
    assert f"U+{ord(sign):04X}" in entry.message


@each_unseen
def test_in_a_code_it_is_named_and_the_code_proposed(sign: str) -> None:
    for changes, right in (({"leave_type": f"病{sign}假"}, "病假"), ({"start_date": f"{sign}1100607"}, "1100607")):
        (entry,) = findings_of(sample(**changes))
        assert (entry.rule, entry.expected, entry.expected_value) == ("STR235", right, right)
        assert f"U+{ord(sign):04X}" in entry.message


@each_unseen
def test_in_a_key_it_is_named_and_the_key_proposed(sign: str) -> None:
    (entry,) = findings_of(sample(**{"reason": ..., f"rea{sign}son": "感冒就醫"}))
    assert (entry.rule, entry.expected) == ("STR120", "reason")
    assert f"U+{ord(sign):04X}" in entry.message and "reason" in entry.message


def test_a_key_that_is_there_is_not_called_missing() -> None:
    (entry,) = findings_of(sample(**{"leave_type": ..., "leave_type\u200b": "病假"}))
    assert (entry.rule, entry.expected, entry.folded) == ("STR120", "leave_type", {"STR110": 1})


def test_the_key_of_all_records_is_named_with_it() -> None:
    (entry,) = findings_of(document([{"unit": ..., "job_title": ..., "job_title\u200b": "課員", "start_date": f"110060{day}",
                                      "end_date": f"110060{day}"} for day in (1, 2, 3, 4, 7, 8)]))  # fmt: skip
    assert "job_title" in entry.message and "U+200B" in entry.message


def test_what_is_wrong_beside_it_hides_it_not() -> None:
    for changes in ({"leave_type": "榮譽\u200b假"}, {"end_time": "25\u206000"}, {"person_id": "A12345\u200b678"}):
        (entry,) = (entry for entry in findings_of(sample(**changes)) if entry.rule.startswith("STR"))
        assert entry.rule == "STR235" and "U+2" in entry.message and entry.expected_value is None


def test_nothing_is_proposed_for_an_id() -> None:
    (entry,) = findings_of(sample(person_id="A123456789\u200e"))
    assert entry.rule == "STR235" and entry.expected_value is None and "A123456789" not in str(entry)


def test_where_an_invisible_character_is_as_wide_as_a_space_one_stays() -> None:
    assert characters.without_invisible("Kolas\u2003Yotaka\u2800") == "Kolas Yotaka"
    assert characters.without_invisible("王\u200b小\u2060明") == "王小明"


def test_a_shape_may_be_asked_for_in_a_name() -> None:
    assert [entry.severity for entry in findings_of(sample(person_name="葛\U000e0100小明"))] == ["info"]


def test_names_are_compared_without_them() -> None:
    assert plain("病假\u200e") == plain("病假") == plain("病 假")


@pytest.mark.parametrize("blank", ["\u2800", "\u3164", "\u200e\u00ad", "\uffa0 ", "\u115f"])
def test_a_text_of_nothing_else_is_blank(blank: str) -> None:
    assert "STR215" in [entry.rule for entry in findings_of(sample(job_title=blank))]
    assert re.fullmatch(f"[{notations.BLANKS}]+", blank)
