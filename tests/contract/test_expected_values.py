"""What a report says to write in the place of a value is right: it fits, is another value, and reads back to itself."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from cases import Case, base
from code_cases import CODE_CASES
from content_cases import CONTENT_CASES
from form_cases import FORM_CASES
from slips import SLIPS
from support import CHECKED_AT, options, run_one

from pyvalidator.engine.registry import rules
from pyvalidator.input.files import Incoming
from pyvalidator.options import Options
from pyvalidator.pipeline import check
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.fit import fitter
from pyvalidator.report.model import Entry
from pyvalidator.rule import document, sample
from pyvalidator.samples.rule_examples import example_files, example_options
from pyvalidator.source.pointers import found_at, tokens_of

REFERENCE = built_in_profiles()["reference"]
CASES = [(case, profile) for case in [*FORM_CASES, *CODE_CASES, *CONTENT_CASES] for profile in case.profiles]
EXAMPLES = [
    (rule.id, example) for rule in rules().values() for example in rule.examples
    if example.fires_at is not None and rule.kind not in ("syntax", "batch")
]  # fmt: skip


def with_value(content: Any, pointer: str, value: Any) -> Any:
    changed = copy.deepcopy(content)
    *above, last = tokens_of(pointer)
    place = changed
    for token in above:
        place = place[int(token)] if isinstance(place, list) else place[token]
    place[int(last) if isinstance(place, list) else last] = value
    return changed


def findings(content: Any, given: Options) -> list[Entry]:
    data = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return check([Incoming("f.json", data)], given).files[0].findings


def prove(content: Any, entry: Entry, given: Options) -> None:
    """`entry` of the report on `content` proposes what may be written there."""
    right, profile = entry.expected_value, given.profile
    if right is None:
        return
    assert entry.pointer is not None and isinstance(right, str | int | float | bool)
    value = found_at(content, entry.pointer)
    assert not (type(value) is type(right) and value == right), entry
    specs = [spec for spec in profile.fields if spec.key == entry.field and entry.pointer.endswith(spec.key)]
    if profile.id == "reference":
        assert specs, entry
    assert all(spec.type != "person_id" for spec in specs), entry
    assert not specs or any(fitter(profile, spec)(right) for spec in specs), entry
    assert entry.expected in (str(right), json.dumps(right, ensure_ascii=False)), entry
    again = findings(with_value(content, entry.pointer, right), given)
    after = [other for other in again if other.pointer == entry.pointer]
    assert entry.rule not in {other.rule for other in after}, (entry, after)
    # What is wrong with a value by itself. Beside others it may be wrong: it could not be compared before.
    itself = [other for other in after if rules()[other.rule].kind in ("form", "value") and other.severity == "error"]
    assert itself == [], (entry, itself)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule}-{example.title}" for rule, example in EXAMPLES])
def test_in_the_examples_of_all_rules(rule: str, example: Any) -> None:
    given = example_options(example, checked_at=CHECKED_AT)
    for incoming in example_files(rules()[rule], example):
        try:
            content = json.loads(incoming.data)
        except ValueError:
            continue
        for entry in check([incoming], given).files[0].findings:
            prove(content, entry, given)


@pytest.mark.parametrize(("case", "profile"), [
    pytest.param(case, profile, id=f"{case.id}-{profile}", marks=[] if profile == "reference" else pytest.mark.long)
    for case, profile in CASES
])  # fmt: skip
def test_in_files_with_one_fault(case: Case, profile: str) -> None:
    layout = built_in_profiles()[profile]
    draft, row = base(layout, case.period, case.dataset)
    case.change(draft, row)
    content = json.loads(draft.write().text)
    given = options(profile=layout, today=case.today, **case.given)
    for entry in findings(content, given):
        prove(content, entry, given)


@pytest.mark.parametrize("name", [spec.name for spec in REFERENCE.fields])
def test_whatever_stands_in_a_field(name: str) -> None:
    for value in [*SLIPS, *WRITINGS.get(REFERENCE.by_name[name].type, [])]:
        content = laid(name, value)
        for entry in run_one(content).findings:
            prove(content, entry, options())


def laid(name: str, value: Any) -> Any:
    key = REFERENCE.by_name[name].key
    return document([{}], **{key: value}) if REFERENCE.by_name[name].level == "header" else sample(**{key: value})


#: By type: what was written → what is right there; None: nobody can tell, or another field has to be changed with it.
DATES: dict[Any, str | None] = {
    "2021-06-06T16:00:00.000Z": "1100607", "2021-06-06T16:00:00+00:00": "1100607", "2021-06-06T15:59:59Z": "1100606",
    "2021-06-07T00:30:00+09:00": "1100606", "2021-06-07T00:00:00+0800": "1100607", "20210606T160000Z": "1100607",
    "Sun, 06 Jun 2021 16:00:00 GMT": "1100607", "2021-06-07T20:00:00-05:00": None,
    "Mon Jun 07 2021 00:00:00 GMT+0800 (台北標準時間)": "1100607", "07-JUN-2021": "1100607", "Jun 7, 2021": "1100607",
    "2021/6/7 上午 12:00:00": "1100607", "1100607 08:00-17:00": "1100607",
    44354: "1100607", "44354": "1100607", 44354.354166667: "1100607", 20210607: "1100607",
    1100607.0: "1100607", 991231: "0991231", 110607: None, 11006070800: "1100607", 202106070800: "1100607",
    1623024000: "1100607", 1622995200: "1100607", 1622995199000: "1100606", 1623024000000: "1100607",
    "1623024000000": "1100607", "/Date(1622995200000)/": "1100607", "/Date(1622995200000+0800)/": "1100607",
    "06/07/2021": None, "7-6-2021": None, "13/06/2021": "1100613", "06/13/2021": "1100613", "06/06/2021": "1100606",
    "0001-01-01": None, "0001-01-01T00:00:00": None, "0110-06-07": "1100607", "31/02/2021": None, "１１０１３４５": None, "110/13/45": None, 10**30: None, -44354: None, 0: None,
}  # fmt: skip
TIMES: dict[Any, str | None] = {
    8: None, 17: None, 24: None, 80: None, 830: "0830", 800: "0800", 1700: "1700", 0: "0000", 480: None, 8.5: None,
    0.333333: "0800", 0.5: "1200", 0.729166667: "1730", 0.123: None, 28800: "0800", 170000: "1700",
    "8": None, "17": None, "830": "0830", "8:30": "0830", "上午8時": "0800", "下午5點半": "1730", "5 PM": "1700",
    "08:30-17:30": None, "08:00-12:00": None, "00:00Z": "0800", "16:30Z": None, "08:00+08:00": "0800", "09:00+09:00": "0800",
    "2021-06-06T16:00:00.000Z": "0000", "1899-12-30T08:00:00": "0800", "2021-06-07 08:00": "0800",
}  # fmt: skip
HOURS: dict[Any, float | None] = {
    "4,5": 4.5, "4.5": 4.5, "4小時30分": 4.5, "4小時半": 4.5, "4.5小時": 4.5, "半日": 4, "4:30": 4.5, "PT4H30M": 4.5,
    ".5": 0.5, "4.": 4, "１": 1, "4h30m": 4.5, "1日4時": None, "1天": None, "8": None, "240": None, 8: None, 240: None, "1,234": None,
    3.9999999999999996: 4, 4.000000000000001: 4, 0.1 + 0.2: None, 7.999999999999999: None, 4.3: None, -1e-17: 0,
    "3.9999999999999996": 4, "半小時": 0.5, "30分鐘": 0.5, "無": None,
}  # fmt: skip
DAYS: dict[Any, int | None] = {
    "1": 1, "1.0": 1, "1天": 1, "8小時": 1, "一日": 1, "半日": None, "1日4時": None, "1.5": None, 0.5: None, 1.4: None,
    0.9999999999999999: 1, "1,5": None,
}  # fmt: skip
PERIODS: dict[Any, str | None] = {
    202106: "11006", 11006: "11006", 1106: "11006", 20210607: "11006", "2021-05-31T16:00:00.000Z": "11006",
    44348: "11006", 1622505600000: "11006", "2021-06": "11006", 6: None,
}  # fmt: skip
WRITINGS: dict[str, Any] = {"date": DATES, "time": TIMES, "number": HOURS, "integer": DAYS, "period": PERIODS}
RIGHT = [
    (name, value, right)
    for name, writings in (
        ("start_date", DATES), ("start_time", TIMES), ("hours", HOURS), ("days", DAYS), ("period", PERIODS)
    )
    for value, right in writings.items()
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "right"), RIGHT, ids=[f"{name}-{value!r}" for name, value, _ in RIGHT])
def test_the_value_that_is_proposed(name: str, value: Any, right: Any) -> None:
    entries = [entry for entry in run_one(laid(name, value)).findings if entry.field == name]
    assert [entry.severity for entry in entries] == ["error"], "unknown is never a pass"
    assert entries[0].expected_value == right and type(entries[0].expected_value) in (type(right), type(None)), entries


@pytest.mark.parametrize(("name", "value", "both"), [
    ("start_time", 8, ("0800", "0008")), ("start_time", "17", ("1700", "0017")),
    ("start_date", "06/07/2021", ("1100607", "1100706")), ("hours", 240, ("30 日", "4 小時")),
    ("days", 0.5, ("4 小時", "5 小時")),
])  # fmt: skip
def test_where_nobody_can_tell_both_readings_are_named(name: str, value: Any, both: tuple[str, str]) -> None:
    [entry] = run_one(laid(name, value)).findings
    assert entry.expected_value is None
    assert all(word in (entry.expected or "") for word in both), entry


def test_a_world_time_and_a_serial_number_are_called_so() -> None:
    said = {
        value: run_one(sample(start_date=value)).findings[0].message for value in ("2021-06-06T16:00:00.000Z", 44354)
    }
    assert "世界標準時間" in said["2021-06-06T16:00:00.000Z"] and "110 年 6 月 7 日" in said["2021-06-06T16:00:00.000Z"]
    assert "Excel" in said[44354] and "序號" in said[44354]


def test_nothing_is_proposed_for_an_identity_number() -> None:
    for value in ("a123456789", "A-123456789", "Ａ123456789", "A12345678O", 123456789, ["A123456789"]):
        for mask in (True, False):
            [entry] = run_one(sample(person_id=value), mask=mask).findings
            assert entry.expected_value is None and "A123456789" not in (entry.expected or ""), entry


def test_a_text_with_a_masked_number_in_it_is_not_proposed() -> None:
    [hidden] = [e for e in run_one(sample(reason="陪 A123456789 就醫 ")).findings if e.rule == "COD540"]
    [shown] = [e for e in run_one(sample(reason="陪 A123456789 就醫 "), mask=False).findings if e.rule == "COD540"]
    assert (hidden.expected_value, shown.expected_value) == (None, "陪 A123456789 就醫")


def test_a_moment_of_another_zone_is_corrected_as_a_whole(date_and_time: Profile) -> None:
    content = json.dumps(document([{"start_date": "2021-06-06T16:00:00Z", "end_date": "2021-06-07T17:00"}]))
    given = options(profile=date_and_time, today=date(2021, 7, 10))
    [entry] = [e for e in findings(json.loads(content), given) if e.pointer == "/records/0/start_date"]
    assert entry.expected_value == "2021-06-07T00:00"


@pytest.fixture
def date_and_time() -> Profile:
    fields = [spec for spec in REFERENCE.fields if spec.name not in ("start_time", "end_time", "start_date", "end_date")]
    for name in ("start", "end"):
        for kind in ("date", "time"):
            spec = REFERENCE.by_name[f"{name}_{kind}"]
            fields.append(replace(spec, key=f"{name}_date", format="YYYY-MM-DDTHH:mm", end_of_day=False))
    return replace(REFERENCE, fields=fields, unknown_keys="allow")
