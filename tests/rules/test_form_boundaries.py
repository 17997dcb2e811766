"""Where form rules begin and end to fire, which of two wins, and what they say and propose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from probes import NESTED, REFERENCE, ROWS, Probe, findings, prove, proved_by, with_field

from pyvalidator.profile import Profile
from pyvalidator.rule import document, sample
from pyvalidator.samples import build_draft


def in_profile(profile: Profile, **changes: Any) -> str:
    """The text of a clean file of the profile, the raw value of one record's field or of the header's changed."""
    draft = build_draft(profile, period="11006", people=1, seed=3)
    for name, value in changes.items():
        (draft.header_raw if profile.by_name[name].level == "header" else draft.rows[0].raw)[name] = value
    return draft.write().text


_DAYS_IN_TEXT = with_field("days", as_text=True)
_KINDS = list(REFERENCE.tables["leave_type"].values())
_NUMBERS = {str(number): kind for number, kind in enumerate(_KINDS)}
_NUMBERED = with_field(
    "leave_type", replace(REFERENCE, tables={**REFERENCE.tables, "leave_type": _NUMBERS}), as_number=True
)


@proved_by(
    Probe("STR200", sample(unit=None), [("STR200", "/records/0/unit")], ("整個省略",)),
    Probe("STR200", sample(days=None), [("STR200", "/records/0/days")], never=("整個省略",)),
    Probe("STR215", sample(agency_code=""), [("STR215", "/records/0/agency_code")], ("整個省略",)),
    Probe("STR215", sample(job_title=""), [("STR215", "/records/0/job_title")], never=("整個省略",)),
    Probe("STR215", sample(reason=" " * 201), [("STR260", "/records/0/reason")]),
    Probe("STR215", sample(start_date=""), [("STR215", "/records/0/start_date")], given=with_field("start_date", blank=True)),
    Probe("STR260", sample(unit="民政課"), [("STR295", "/records/0/unit")], given=with_field("unit", pattern="[A-Z]{2}")),
    Probe("STR260", sample(unit="民政課"), [("STR295", "/records/0/unit")],
          given=with_field("unit", pattern="[A-Z]{2}", max_length=3)),
    Probe("STR260", sample(unit="民政課"), [("STR295", "/records/0/unit")],
          given=with_field("unit", pattern="[A-Z]{2}", max_length=None)),
    Probe("STR920", sample(hours="一"), [("STR295", "/records/0/hours")], given=with_field("hours", as_text=True)),
    Probe("STR220", sample(days=1), [("STR220", "/records/0/days")], given=_DAYS_IN_TEXT),
    Probe("STR220", sample(leave_type=999), [("STR800", "/records/0/leave_type")], given=_NUMBERED),
    Probe("STR225", sample(leave_type="1"), [("STR225", "/records/0/leave_type")], given=_NUMBERED),
    Probe("STR225", sample(days="一"), [("STR295", "/records/0/days")], given=_DAYS_IN_TEXT),
    Probe("STR905", sample(days="1天"), [("STR905", "/records/0/days")], ("1",), given=_DAYS_IN_TEXT),
    Probe("STR235", sample(days=" 1"), [("STR235", "/records/0/days")], ("1",), given=_DAYS_IN_TEXT),
    Probe("STR230", sample(days="１"), [("STR230", "/records/0/days")], ("1",), given=_DAYS_IN_TEXT),
    Probe("STR300", sample(start_date=1100607), [("STR300", "/records/0/start_date")], ('"1100607"',), ("遺失",)),
    Probe("STR300", sample(start_date=990607), [("STR300", "/records/0/start_date")], ('"0990607"', "已遺失開頭的 0")),
    Probe("STR300", sample(start_date=11006), [("STR300", "/records/0/start_date")], never=('"', "遺失")),
    Probe("STR305", sample(end_date="991231"), [("STR305", "/records/0/end_date")], ("0991231", "疑似遺失開頭的 0")),
    Probe("STR305", sample(end_date="110607"), [("STR305", "/records/0/end_date")], ("少了一碼",), ("011",)),
    Probe("STR305", sample(end_date="491231"), [("STR305", "/records/0/end_date")], ("少了一碼",), ("049",)),
    Probe("STR400", document(period=11006), [("STR400", "/period")], ('"11006"',)),
    Probe("STR400", document(period=9912), [("STR400", "/period")], ('"09912"',)),
    Probe("STR400", document(period=6), [("STR400", "/period")], never=('"',)),
    Probe("STR410", document(period="110/01"), [("STR415", "/period")]),
    Probe("STR420", document(period="1107"), [("STR420", "/period")], ("11007",)),
    Probe("STR420", document(period="9912"), [("STR420", "/period")], ("09912",)),
    Probe("STR420", document(period="1100"), [("STR420", "/period")], never=("11000",)),
    Probe("STR500", sample(start_time=800), [("STR500", "/records/0/start_time")], ('"0800"',)),
    Probe("STR500", sample(start_time=0), [("STR500", "/records/0/start_time")], ('"0000"',)),
    Probe("STR500", sample(end_time=2400), [("STR500", "/records/0/end_time")], ('"2400"',)),
    Probe("STR500", sample(end_time=123456), [("STR500", "/records/0/end_time")], never=('"',)),
    Probe("STR500", sample(end_time=800.5), [("STR500", "/records/0/end_time")], never=('"',)),
    Probe("STR500", sample(end_time=-800), [("STR500", "/records/0/end_time")], never=('"',)),
    Probe("STR510", sample(start_time="800"), [("STR510", "/records/0/start_time")], ("0800", "只有 3 碼")),
    Probe("STR510", sample(start_time="17"), [("STR510", "/records/0/start_time")], ("只有 2 碼",)),
    Probe("STR515", sample(end_time="24:00"), [("STR505", "/records/0/end_time")]),
    Probe("STR525", sample(start_time="080000"), [("STR525", "/records/0/start_time")], ("多了秒數", "0800"), ("少了",)),
    Probe("STR610", document(agency_code="376506200-A"), [("STR610", "/agency_code")], ("376506200A",)),
    Probe("STR610", document(agency_code="3.76.50.62"), [("STR610", "/agency_code")], never=("3765062",)),
    Probe("STR705", sample(person_id="AC0123456l"), [("STR705", "/records/0/person_id")]),
    Probe("STR705", sample(person_id="AB012345l7"), [("STR705", "/records/0/person_id")]),
    Probe("STR705", sample(person_id="AD3090011l"), [("STR705", "/records/0/person_id")]),
    Probe("STR750", sample(person_category=1), [("STR750", "/records/0/person_category")], ("數字", "01")),
    Probe("STR750", sample(person_category="1"), [("STR750", "/records/0/person_category")], ("少了開頭的 0", "01")),
    Probe("STR800", sample(leave_type="選務補補休"), [("STR800", "/records/0/leave_type")], ("可能是「選務補休」",)),
    Probe("STR800", sample(leave_type="選務捕休"), [("STR800", "/records/0/leave_type")], never=("可能是",)),
    Probe("STR800", sample(leave_type="榮譽假"), [("STR800", "/records/0/leave_type")], never=("可能是",)),
    Probe("STR890", document(dataset="Monthly"), [("STR890", "/dataset")], ("最接近的是「monthly」",)),
    Probe("STR890", document(dataset="全部"), [("STR890", "/dataset")], never=("最接近",)),
    Probe("STR910", sample(days=-1.0), [("STR915", "/records/0/days")]),
    Probe("STR910", sample(days=-1.5), [("STR910", "/records/0/days")], ("換算成時數",)),
    Probe("STR910", document(record_count=1.5), [("STR910", "/record_count")], never=("換算成時數",)),
    Probe("STR915", sample(hours=9), [("STR920", "/records/0/hours")], given=with_field("hours", minimum=None)),
    Probe("STR915", sample(hours=0.25), [("STR925", "/records/0/hours")], given=with_field("hours", minimum=0.25)),
    Probe("STR915", sample(hours=-0.5), [("STR915", "/records/0/hours")], ("0 以上",)),
    Probe("STR920", sample(days=0, hours=8.0), [("STR920", "/records/0/hours")], ("小於 8",)),
    Probe("STR920", sample(hours=-1), [("STR915", "/records/0/hours")], given=with_field("hours", below=None)),
    Probe("STR930", sample(hours=5), [("STR930", "/records/0/hours")], ("4 以下",), given=with_field("hours", maximum=4)),
    Probe("STR925", sample(hours=3.25), [("STR925", "/records/0/hours")], ("0.5 的倍數",)),
    Probe("STR930", document(record_count=2**53), [("STR930", "/record_count")], (f"{2**53 - 1} 以下",)),
    Probe("STR950", sample(covid_related="true"), [("STR950", "/records/0/covid_related")], ("。true",)),
    Probe("STR950", sample(covid_related="FALSE"), [("STR950", "/records/0/covid_related")], ("。false",)),
    Probe("STR955", sample(covid_related="Y"), [("STR955", "/records/0/covid_related")], ("true",)),
    Probe("STR960", sample(covid_related=0), [("STR960", "/records/0/covid_related")], ("false",)),
    Probe("STR960", sample(covid_related=1), [("STR960", "/records/0/covid_related")], ("true",)),
    Probe("STR960", sample(covid_related=2), [("STR960", "/records/0/covid_related")], never=("true", "false")),
)  # fmt: skip
def test_form(probe: Probe) -> None:
    prove(probe)


@pytest.mark.parametrize(
    ("profile", "field", "value", "rule", "says"),
    [
        (NESTED, "start_date", "110607", "STR390", ""), (NESTED, "start_date", 20210607, "STR300", "20210607"),
        (NESTED, "period", "1106", "STR490", ""), (NESTED, "covid_related", True, "STR965", ""),
        (ROWS, "start_time", "0800", "STR525", "少了秒數"), (ROWS, "start_time", "80000", "STR510", "080000"),
        (NESTED, "start_time", "800", "STR505", "08:00"), (NESTED, "start_time", "08:00:00", "STR525", "多了秒數"),
        (ROWS, "covid_related", True, "STR965", ""), (ROWS, "covid_related", "Y", "STR955", "1"),
    ],
)  # fmt: skip
def test_form_in_other_profiles(profile: Profile, field: str, value: Any, rule: str, says: str) -> None:
    [entry] = findings(in_profile(profile, **{field: value}), profile=profile)
    assert (entry.rule, says in f"{entry.message}{entry.expected}") == (rule, True), entry
