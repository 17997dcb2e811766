"""Probes: a file, or a batch, and everything that is found there.

Each stands for a slip that a rule's code could have and that its examples would not show.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from support import options

from pyvalidator.domain.agencies import AgencyList
from pyvalidator.engine.examples import example_bytes
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.report.model import BatchEntry, Entry
from pyvalidator.rule import document
from pyvalidator.samples.people import SamplePerson, finish_id

REFERENCE, NESTED, ROWS = (built_in_profiles()[id] for id in ("reference", "example-nested", "example-rows"))
LATER = date(2026, 12, 20)
WANG = SamplePerson(900, "A123456789", "王小明", "01", "課員", "民政課", "公務人員", False, False)
#: The other agency of batches.
OTHER = {"agency_code": "376506100A", "agency_name": "鹿草鄉公所"}


@dataclass(frozen=True)
class Probe:
    """A file, or files by name, and everything that is found there.

    Attributes:
        found: (rule, pointer) of each finding. says: words that the findings of `rule` have in message, fix or
            expected value. never: words that they do not have. given: options.
    """

    rule: str
    content: Any
    found: list[tuple[str, str]]
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    given: dict[str, Any] = field(default_factory=dict)


def findings(content: Any, **given: Any) -> list[Entry | BatchEntry]:
    """Every finding of a file, or of files by name, those of the batch last; no rule may break."""
    files = (
        content
        if isinstance(content, dict) and any(name.endswith(".json") for name in content)
        else {"f.json": content}
    )
    incoming = [Incoming(name, example_bytes(text)) for name, text in files.items()]
    report = check(incoming, options(**{"today": LATER, **given}))
    assert report.incidents == []
    return [*(entry for file in report.files for entry in file.findings), *report.batch.findings]


def prove(probe: Probe) -> None:
    entries = findings(probe.content, **probe.given)
    assert sorted((entry.rule, entry.pointer or "") for entry in entries) == sorted(probe.found)
    told = "".join(f"{entry.message}{entry.fix}{entry.expected}" for entry in entries if entry.rule == probe.rule)
    assert [word for word in probe.says if word not in told] == [], told
    assert [word for word in probe.never if word in told] == [], told


def proved_by(*probes: Probe) -> Any:
    names = [f"{probe.rule}-{number}" for number, probe in enumerate(probes)]
    return pytest.mark.parametrize("probe", probes, ids=names)


def without_field(name: str) -> dict[str, Any]:
    """Options with the reference profile without one field."""
    return {"profile": replace(REFERENCE, fields=[spec for spec in REFERENCE.fields if spec.name != name])}


def with_field(name: str, profile: Profile = REFERENCE, **changes: Any) -> dict[str, Any]:
    """Options with a profile of which one field is otherwise."""
    fields = [replace(spec, **changes) if spec.name == name else spec for spec in profile.fields]
    return {"profile": replace(profile, fields=fields)}


# -- contents --------------------------------------------------------------------------------------------------------


def rows(*records: dict[str, Any]) -> dict[str, Any]:
    """A file of these records."""
    return document(list(records))


def day(date: str, **changes: Any) -> dict[str, Any]:
    """A record of one day."""
    return {"start_date": date, "end_date": date, **changes}


def of_month(period: str, records: Iterable[dict[str, Any]], **header: Any) -> dict[str, Any]:
    """A file of this month, made in the next January."""
    return document(list(records), **{"period": period, "generated_at": f"{int(period) // 100 + 1}0105", **header})


def on(date: str, kind: str, **changes: Any) -> dict[str, Any]:
    """The file of a month with a leave of this kind on one day."""
    return of_month(date[:5], [{"leave_type": kind, **day(date), "reason": ..., **changes}])


def many(*days: str, period: str = "11006", **header: Any) -> dict[str, Any]:
    """A file of as many people, each with one day of leave."""
    people = [
        day(when, person_id=finish_id(f"{chr(ord('A') + number)}12345678"), person_name=f"王{chr(0x4E00 + number)}")
        for number, when in enumerate(days)
    ]
    return of_month(period, people, **header)


def agencies(*rows: str) -> dict[str, Any]:
    """The option of an agency list."""
    return {"agencies": AgencyList.read("\n".join(["機關代碼,機關名稱,裁撤註記", *rows]).encode())}
