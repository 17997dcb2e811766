"""Layouts that were written down before anybody looked at how the wizard guesses, each with keys that mean nothing here.

`taipei` is the public record layout of the New Taipei police, whole; the others think in other ways than the list of
aliases does: pinyin in full, database columns with type prefixes, Chinese report headings, camel case with nested
persons, one object for one leave.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import Any

from layouts import layout

from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.samples import build_sample

_LEAVES = list(built_in_profiles()["reference"].tables["leave_type"])
_LETTERS = {f"{chr(65 + number // 10)}{number % 10}": name for number, name in enumerate(_LEAVES)}
_CODES = {f"{number:02d}": name for number, name in enumerate(_LEAVES, 11)}
_YES_NO = {"covid_related": {"true": ["是"], "false": ["否"]}}


@dataclass
class Unseen:
    """One layout, and keys beside it: level → key → the values that it can have."""

    profile: Profile
    noise: dict[str, dict[str, list[Any]]] = field(default_factory=dict)

    def text(self, **wishes: Any) -> str:
        """A file of the layout, with the keys that mean nothing put in."""
        return self.noisy(build_sample(self.profile, **wishes).text)

    def noisy(self, text: str) -> str:
        """The same for a text that is there already. What is exactly alike stays so."""
        document = json.loads(text)
        where = self.profile.layout
        for level, patterns in (("header", [where.header]), ("person", [where.persons] if where.persons else []),
                                ("record", where.records)):  # fmt: skip
            for pattern in patterns:
                for place in filter(_is_object, _objects(document, pattern.split("/")[1:])):
                    chance = random.Random(json.dumps(place))
                    place.update({key: chance.choice(values) for key, values in self.noise.get(level, {}).items()})
        return json.dumps(document, ensure_ascii=False, indent=1)


def _is_object(value: Any) -> bool:
    return isinstance(value, dict)


def _objects(value: Any, tokens: list[str]) -> list[Any]:
    if not tokens:
        return [value]
    below = value if tokens[0] == "*" else [value[tokens[0]]] if tokens[0] in value else []
    return [found for each in below for found in _objects(each, tokens[1:])]


#: A day and a time of day in one value: two fields on one key.
_MOMENT = {"format": "YYYY-MM-DDTHH:mm:SS"}

UNSEEN = [
    Unseen(
        layout(
            "iso-moments", {"header": "/export", "records": ["/export/entries/*"]},
            header="agency_code=OrganisationCode agency_name=Organisation period=ReportingMonth generated_at=ExportedOn",
            record="person_id=NationalIdentifier person_name=Employee person_category=StaffGroup job_title=Designation "
            "leave_type=AbsenceReason start_date=Commences start_time=Commences end_date=Concludes end_time=Concludes days=WholeDays "
            "hours=RemainingHours covid_related=Covid reason=Comment",
            forms={"covid_related": {"true": ["Yes"], "false": ["No"]}, "period": {"format": "YYYY-MM"}, "generated_at": {"format": "YYYY-MM-DDT00:00:00"}}
            | {name: {**_MOMENT, "end_of_day": False} for name in ("start_date", "start_time", "end_date", "end_time")},
        ),
        {"record": {"EnteredBy": ["HR", "SELF"], "Approved": ["Yes", "No"], "EntryNumber": ["000417", "000418", "000419"]}},
    ),
    Unseen(
        layout(
            "taipei", {"records": ["/*"]},
            record="person_id=MZ_ID person_name=MZ_NAME agency_code=MZ_EXAD unit=MZ_EXUNIT job_title=MZ_OCCC leave_type=MZ_CODE "
            "start_date=MZ_IDATE1 start_time=MZ_ITIME1 end_date=MZ_ODATE end_time=MZ_OTIME days=MZ_TDAY hours=MZ_TTIME "
            "reason=MZ_CAUSE person_category=MZ_PESN",
            tables={"leave_type": _CODES},
        ),
        {"record": {"MZ_RANK1": ["G13", "P06", "P08"], "MZ_TADD": ["新北市", "臺北市", ""], "MZ_RNAME": ["陳大文", "林小華", "黃志明"],
                    "MZ_FOREIGN": ["N", "Y"], "MZ_CHINA": ["N", "Y"], "SIGN_KIND": ["1", "2"], "MZ_CHK1": ["Y", "N"]}},
    ),
    Unseen(
        layout(
            "pinyin-full", {"header": "/toubu", "records": ["/mingxi/*"]},
            header="agency_code=jiguandaima agency_name=jiguanmingcheng period=ziliaonianyue generated_at=chanshengriqi record_count=bishu",
            record="person_id=shenfenzhengzihao person_name=xingming person_category=renyuanqufen job_title=zhicheng unit=danwei "
            "leave_type=jiabie start_date=qishiriqi start_time=qishishijian end_date=jieshuriqi end_time=jieshushijian "
            "days=tianshu hours=xiaoshi covid_related=yiqing reason=shiyou",
            forms=_YES_NO | {name: {"format": "YYYY-MM-DD"} for name in ("start_date", "end_date")},
        ),
        {"record": {"dailiren": ["陳大文", "林小華"], "liushuihao": ["000123", "000124", "000125"]}},
    ),
    Unseen(
        layout(
            "prefixed", {"header": "/DATA/HEAD", "records": ["/DATA/BODY/ROW/*"]},
            header="agency_code=C_ORG agency_name=N_ORG period=C_YYMM dataset=C_KIND record_count=Q_ROW generated_at=D_CRE",
            record="person_id=C_PSNID person_name=N_PSN person_category=C_PSNKIND job_title=N_TITLE unit=N_DEPT leave_type=C_VAC "
            "start_date=D_BEG start_time=T_BEG end_date=D_END end_time=T_END days=Q_DAY hours=Q_HR covid_related=F_COVID reason=M_RSN",
            forms={"covid_related": {"true": ["Y"], "false": ["N"]}, "days": {"as_text": True}, "hours": {"as_text": True}},
            tables={"leave_type": _LETTERS, "dataset": {"A": "monthly", "B": "covid109"}},
        ),
        {"record": {"C_CRE": ["HR01", "HR02"], "D_CRE": ["1100701", "1100702"], "F_DEL": ["N"], "S_SEQ": [1, 2, 3, 4, 5, 6, 7, 8, 9]}},
    ),
    Unseen(
        layout(
            "report-headings", {"records": ["/請假/*", "/公差/*", "/補休/*"]},
            header="agency_name=填報學校 agency_code=學校代碼 period=所屬年月 generated_at=列印日 record_count=合計",
            record="person_id=身分證 person_name=教職員 job_title=職別 person_category=類別代碼 leave_type=假別 start_date=自 start_time=自時 "
            "end_date=至 end_time=至時 days=計日 hours=計時 covid_related=與疫情有關 reason=摘要",
            forms=_YES_NO | {"period": {"format": "YYY年MM月"}, "person_category": {}}
            | {name: {"format": "YYY年MM月DD日"} for name in ("start_date", "end_date", "generated_at")}
            | {name: {"format": "HH:MM"} for name in ("start_time", "end_time")},
        ),
        {"record": {"代課": ["需要", "不需要"], "簽核": ["已核", "待核"]}},
    ),
    Unseen(
        layout(
            "camel-nested", {"header": "/payload/meta", "persons": "/payload/members/*", "records": ["/payload/members/*/absences/*"]},
            header="agency_code=institutionId agency_name=institution period=cycle generated_at=issued system_name=producer",
            person="person_id=citizenNo person_name=displayName person_category=employmentType job_title=jobName unit=branch",
            record="leave_type=absenceName start_date=firstDay start_time=firstHour end_date=lastDay end_time=lastHour days=dayQty "
            "hours=hourQty covid_related=pandemicFlag reason=narrative",
            forms={"covid_related": {"true": [1], "false": [0]}, "period": {"format": "YYYY/MM"}}
            | {name: {"format": "YYYY/MM/DD"} for name in ("start_date", "end_date", "generated_at")}
            | {name: {"format": "HH:MM:SS"} for name in ("start_time", "end_time")},
        ),
        {"person": {"email": ["a@example.com", "b@example.com"], "grade": [3, 5, 7]},
         "record": {"approved": [True], "ticket": ["X-0001", "X-0002", "X-0003"]}},
    ),
]  # fmt: skip
