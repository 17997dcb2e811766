"""Synthetic files: clean ones as an attendance system would write them, and with faults at known places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pyvalidator.domain.calendar import next_month
from pyvalidator.domain.roc import month_of
from pyvalidator.domain.samples_mark import SAMPLE_SYSTEM, sample_agency
from pyvalidator.profile import Profile
from pyvalidator.profile.layout import RECORD
from pyvalidator.samples.draft import Draft, Row, SampleError
from pyvalidator.samples.faults import put_in
from pyvalidator.samples.people import make_people
from pyvalidator.samples.planner import Planner

__all__ = ["Draft", "Row", "Sample", "SampleError", "build_draft", "build_sample"]

#: 嘉義縣政府 and agencies under it, as in the official list of agency codes (人事總處 dataset 7307).
_AGENCIES = {
    "376506200A": "水上鄉公所", "376506211I": "水上鄉清潔隊", "376506222E": "水上鄉立圖書館",
    "376506151J": "鹿草鄉立殯儀館", "376500000A": "嘉義縣政府",
}  # fmt: skip
_PERIOD = {"monthly": "11006", "covid109": "10904"}
#: The platform opened on 110/7/1; earlier months were put together after it.
_PLATFORM_OPENED = date(2021, 7, 5)


@dataclass(frozen=True)
class Sample:
    """A synthetic file.

    Attributes:
        text: the file, to be written as UTF-8.
        faults: what was put in: {"rule", "pointer", "line", "column"} each, in the order of the file.
    """

    text: str
    faults: list[dict[str, Any]]


def build_sample(
    profile: Profile, *, agency: str | None = None, period: str | None = None, dataset: str = "monthly",
    people: int = 30, seed: int = 1, faults: int = 0,
) -> Sample:  # fmt: skip
    """A file in the layout of `profile`: the same for the same arguments everywhere.

    Args:
        agency: its code; None: 水上鄉公所. period: ROC month, e.g. `11006`. dataset: `monthly` or `covid109`.
        people: size of the staff. faults: how many faults to put in, each at a record of its own.

    Raises:
        SampleError: the arguments do not go together, or there are fewer records than faults.
    """
    draft = build_draft(profile, agency=agency, period=period, dataset=dataset, people=people, seed=seed)
    draft.header["system_name"] = SAMPLE_SYSTEM
    if not faults:
        return Sample(draft.write().text, [])
    planted = put_in(draft, faults, seed)
    written = draft.write()
    return Sample(written.text, planted(written))


def build_draft(
    profile: Profile, *, agency: str | None = None, period: str | None = None, dataset: str = "monthly",
    people: int = 30, seed: int = 1,
) -> Draft:  # fmt: skip
    """The clean file that `build_sample` writes, still open to changes and not marked as a sample. Arguments and errors
    as there."""
    code = agency or next(iter(_AGENCIES))
    if not re.fullmatch("[0-9A-Z]{10}", code):
        raise SampleError(f"機關代碼「{code}」應為 10 碼數字或大寫英文字母。")
    if people < 1:
        raise SampleError("人數至少要 1 人。")
    if dataset not in _PERIOD:
        raise SampleError(f"資料種類「{dataset}」應為 monthly 或 covid109。")
    settled = profile.constants.get("dataset", dataset)
    if settled != dataset:
        raise SampleError(f"「{profile.title}」的檔案都是 {settled}，請把資料種類改為 {settled}。")
    month = _month(period or _PERIOD[dataset], dataset)
    staff = make_people(seed, code, people)
    planner = Planner(seed, int(code, 36))
    plans = (planner.covid109 if dataset == "covid109" else planner.monthly)(staff, month)
    header = {
        "format_version": "1.0", "agency_code": code, "agency_name": _AGENCIES.get(code, sample_agency(code)),
        "period": month, "dataset": dataset, "generated_at": _generated(month, dataset),
        "system_name": "差勤系統 1.0",
        # Some attendance systems repeat the agency in every record.
        "record_agency_code": code if seed % 4 == 0 else None,
    }  # fmt: skip
    rows = [Row(person, leave) for person, plan in zip(staff, plans, strict=True) for leave in plan]
    return _as_far_as_sayable(Draft(profile, header, rows))


def _as_far_as_sayable(draft: Draft) -> Draft:
    """The draft without the leaves that its profile cannot say: a kind without code, two hours among half days, a
    second one under the key of another."""
    # What depends on the profile is the same of all leaves of one shape.
    shapes: dict[Any, list[Row]] = {}
    for row in draft.rows:
        shapes.setdefault(_shape(row), []).append(row)
    written = replace(draft, rows=[rows[0] for rows in shapes.values()]).write()
    entries = [row.values() for row in written.order]
    wanted = {name: [values[name] for values in entries] for name in entries[0]} if entries else {}
    # What is not known is filled in or left out.
    unsaid = {
        _shape(written.order[number])
        for name, numbers in written.unsaid(wanted).items() for number in numbers if wanted[name][number] is not None
    }  # fmt: skip
    sayable = replace(draft, rows=[row for row in draft.rows if _shape(row) not in unsaid])
    if all(spec.key != "*" for spec in draft.profile.level(RECORD)):
        return sayable
    left_out = set(map(id, sayable.write().left_out))
    return replace(sayable, rows=[row for row in sayable.rows if id(row) not in left_out])


def _shape(row: Row) -> Any:
    leave, person = row.leave, row.person
    return (leave.kind, leave.start_time, leave.end_time, leave.half_hours, leave.covid, person.category, person.staff)


def _month(period: str, dataset: str) -> date:
    if not re.fullmatch("1[0-9]{2}(0[1-9]|1[0-2])", period):
        raise SampleError(f"資料年月「{period}」應為 5 碼民國年月，例如 11006。")
    if (dataset == "covid109") != (period < "11001"):
        raise SampleError(
            f"資料年月「{period}」與資料種類「{dataset}」不符：monthly 自 11001 起，covid109 為 10901 至 10912。"
        )
    if period < "10901":
        raise SampleError(f"資料年月「{period}」太早：資料自 109 年 1 月起。")
    return month_of(period)


def _generated(month: date, dataset: str) -> date:
    following = next_month(month) or month
    return date(2021, 8, 5) if dataset == "covid109" else max(following.replace(day=5), _PLATFORM_OPENED)
