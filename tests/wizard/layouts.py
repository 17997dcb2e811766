"""Ten layouts as attendance systems have them, unlike each other in place, keys, forms and codes.

`police` follows the public record layout of a police department's attendance system (MZ_… keys); the others are
composed from the key styles and forms of public attendance exports. None is the platform's. The last two group their
keys in objects, as interfaces do.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.load import profile_of

_BASE = {spec.name: spec for spec in built_in_profiles()["reference"].fields}
_LEAVES = list(built_in_profiles()["reference"].tables["leave_type"])
_CODES = {f"{number:02d}": name for number, name in enumerate(_LEAVES, 1)}


def layout(id: str, where: dict[str, Any], *, header: str = "", person: str = "", record: str = "",
           forms: dict[str, dict[str, Any]] | None = None, tables: dict[str, dict[str, str]] | None = None) -> Profile:  # fmt: skip
    """A profile from `canonical=key` words per level; forms and tables where they differ from the reference.

    `canonical=outer>inner>key` stands in an object below its level's.
    """
    fields = []
    for level, words in (("header", header), ("person", person), ("record", record)):
        for word in words.split():
            name, keys = word.split("=")
            *around, key = keys.split(">")
            inside = "".join(f"/{each}" for each in around)
            spec = (
                {part: value for part, value in asdict(_BASE[name]).items() if value is not None} | {"key": key, "level": level, "inside": inside} | (forms or {}).get(name, {})
            )
            fields.append({part: value for part, value in spec.items() if part != "help"})
    base = built_in_profiles()["reference"].tables
    return profile_of({
        "id": id, "version": "1", "title": id, "status": "assumption", "source": "test", "layout": where,
        "fields": fields, "tables": {**base, **(tables or {})},
    })  # fmt: skip


_YES = {"covid_related": {"true": ["Y"], "false": ["N"]}}
_ISO = {name: {"format": "YYYY-MM-DD"} for name in ("start_date", "end_date", "generated_at")}
_CLOCK = {name: {"format": "HH:MM"} for name in ("start_time", "end_time")}
_COUNTS = {"days": {"as_text": True}, "hours": {"as_text": True}}

LAYOUTS = [
    layout(
        "police", {"records": ["/data/*"]},
        header="agency_code=EXAD period=YM record_count=CNT generated_at=CRT_DT",
        record="person_id=MZ_ID person_name=MZ_NAME job_title=MZ_OCCC unit=MZ_EXUNIT person_category=MZ_PESN "
        "leave_type=MZ_CODE start_date=MZ_IDATE1 start_time=MZ_ITIME1 end_date=MZ_ODATE end_time=MZ_OTIME "
        "days=MZ_TDAY hours=MZ_TTIME reason=MZ_CAUSE covid_related=IS_COVID",
        forms={**_YES, **_COUNTS}, tables={"leave_type": _CODES},
    ),
    layout(
        "chinese-nested", {"header": "/檔頭", "persons": "/人員資料/*", "records": ["/人員資料/*/請假明細/*"]},
        header="agency_code=機關代碼 agency_name=機關名稱 period=資料年月 dataset=資料種類 generated_at=產製日期 record_count=總筆數",
        person="person_id=身分證字號 person_name=姓名 person_category=人員區分 job_title=職稱 unit=服務單位",
        record="leave_type=假別 start_date=起日 start_time=起時 end_date=迄日 end_time=迄時 days=天數 hours=時數 "
        "covid_related=是否因疫情 reason=事由",
        forms={"covid_related": {"true": ["是"], "false": ["否"]}, "period": {"format": "YYY/MM"}, **_CLOCK,
               **{name: {"format": "YYY/MM/DD"} for name in ("start_date", "end_date", "generated_at")}},
    ),
    layout(
        "root-list", {"records": ["/*"]},
        record="agency_code=ORG_CD period=DATA_YM person_id=ID_NO person_name=EMP_NM person_category=PSN_TP "
        "job_title=TITLE leave_type=LV_CD start_date=BEG_DT start_time=BEG_TM end_date=END_DT end_time=END_TM "
        "days=DAYS hours=HRS covid_related=COVID_FG",
        forms={"covid_related": {"true": ["1"], "false": ["0"]}}, tables={"leave_type": _CODES},
    ),
    layout(
        "camel-iso", {"header": "/meta", "records": ["/leaves/*"]},
        header="agency_code=orgCode agency_name=orgName period=yearMonth dataset=dataType generated_at=createdAt record_count=totalCount",
        record="person_id=idNumber person_name=fullName person_category=personKind job_title=position unit=deptName "
        "leave_type=leaveType start_date=startDate start_time=startTime end_date=endDate end_time=endTime "
        "days=leaveDays hours=leaveHours covid_related=isEpidemic reason=remark",
        forms={**_ISO, **_CLOCK, "period": {"format": "YYYY-MM"}},
    ),
    layout(
        "split-arrays", {"records": ["/leave/*", "/trip/*"]},
        header="agency_code=agency_id agency_name=agency period=month record_count=rows",
        record="person_id=pid person_name=name person_category=category job_title=title leave_type=kind "
        "start_date=from_date start_time=from_time end_date=to_date end_time=to_time days=day hours=hour "
        "covid_related=covid19 reason=note",
        forms={name: {"format": "YYYYMMDD"} for name in ("start_date", "end_date")} | {"period": {"format": "YYYYMM"}},
    ),
    layout(
        "pinyin", {"header": "/head", "records": ["/body/*"]},
        header="agency_code=JGDM agency_name=JGMC period=ZLNY generated_at=CJRQ record_count=BS",
        record="person_id=SFZH person_name=XM person_category=RYQF job_title=ZC unit=DW leave_type=JB "
        "start_date=KSRQ start_time=KSSJ end_date=JSRQ end_time=JSSJ days=TS hours=XS covid_related=YQ reason=SY",
        forms=_YES,
    ),
    layout(
        "deep-nested", {"header": "/report/info", "persons": "/report/staff/*", "records": ["/report/staff/*/absences/*"]},
        header="agency_code=agency_code agency_name=agency_name period=period generated_at=export_date system_name=software",
        person="person_id=national_id person_name=name person_category=kind job_title=post unit=section",
        record="leave_type=type start_date=begin_date start_time=begin_time end_date=finish_date end_time=finish_time "
        "days=days hours=hours covid_related=pandemic",
        forms={**_ISO, "start_time": {"format": "HH:MM:SS"}, "end_time": {"format": "HH:MM:SS"},
               "covid_related": {"true": ["T"], "false": ["F"]}},
    ),
    layout(
        "chinese-flat", {"records": ["/差假資料/*"]},
        header="agency_code=機關代號 period=差假年月 record_count=件數 generated_at=轉檔日期",
        record="person_id=國民身分證統一編號 person_name=員工姓名 person_category=人員類別 job_title=職務 unit=科室 "
        "leave_type=差假類別 start_date=請假起日 start_time=請假起時 end_date=請假迄日 end_time=請假迄時 "
        "days=請假天數 hours=請假時數 covid_related=因疫情 reason=備註",
        forms=_COUNTS | {name: {"format": "YYY.MM.DD"} for name in ("start_date", "end_date")},
    ),
    layout(
        "grouped", {"records": ["/leaves/*"]},
        header="agency_code=機關>代號 agency_name=機關>全銜 period=月份 generated_at=匯出>日期 record_count=匯出>筆數",
        record="person_id=employee>id person_name=employee>name person_category=employee>category "
        "job_title=employee>job>title unit=employee>dept>name leave_type=leave>code start_date=leave>from>date "
        "start_time=leave>from>time end_date=leave>to>date end_time=leave>to>time days=leave>length>days "
        "hours=leave>length>hours covid_related=covid reason=leave>reason",
        forms={**_ISO, **_CLOCK, **_YES}, tables={"leave_type": _CODES},
    ),
    layout(
        "grouped-people", {"persons": "/data/staff/*", "records": ["/data/staff/*/absences/*"]},
        header="agency_code=data>org>code agency_name=data>org>name period=data>month system_name=source>system",
        person="person_id=identity>number person_name=identity>name person_category=category>code "
        "job_title=category>title unit=unit",
        record="leave_type=type>name start_date=start>date start_time=start>time end_date=end>date end_time=end>time "
        "days=amount>days hours=amount>hours reason=reason covid_related=flags>epidemic",
    ),
]  # fmt: skip
