"""Layouts after the key names of public interfaces of personnel systems, taken up when the wizard was there already.

Each is what such an interface gives, with the identity number that a file for the authorities needs beside it:
`hr-max` and `hr-cloud` answer like the interfaces of Taiwanese services (codes as numbers, minutes; total hours as text
inside a wrapper with a status), `unified` like one that unites many services, `export` like a spreadsheet export with
titles for keys, `mobile` like the interface of a phone application, `forms` like forms of leave below their employees,
`resources` like one that gives each thing its type, its number and its attributes, with who stands in and who approved.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from layouts import layout
from unseen import Unseen

from pyvalidator.profile import Profile, built_in_profiles

_LEAVES = list(built_in_profiles()["reference"].tables["leave_type"])


def _whole(unit: str, step: float, **more: Any) -> dict[str, dict[str, Any]]:
    """One key for the whole amount."""
    settings = {"type": "number", "minimum": 0, "below": None, "unit": unit, "step": step, **more}
    return {"days": settings, "hours": settings}


def _moments(format: str) -> dict[str, dict[str, Any]]:
    names = ("start_date", "start_time", "end_date", "end_time")
    return {name: {"format": format, "end_of_day": False} for name in names}


def _spaced(profile: Profile) -> Profile:
    """A profile with blanks in its keys, which `layout` takes for the ends of words."""
    return replace(profile, fields=[replace(spec, key=spec.key.replace("·", " ")) for spec in profile.fields])


_DATES = {name: {"format": "YYYY-MM-DD"} for name in ("start_date", "end_date")}
_PLAIN_DATES = {name: {"format": "YYYYMMDD"} for name in ("start_date", "end_date")}
_TIMES = {name: {"format": "HH:MM"} for name in ("start_time", "end_time")}

FOREIGN = [
    Unseen(
        layout(
            "hr-max", {"records": ["/data/*"]},
            record="agency_code=CO_CODE period=YEAR_MONTH person_id=IDENTITY_NO person_name=EMP_NAME person_category=EMP_KIND "
            "job_title=JOB_NAME unit=DEPT_NAME leave_type=LEAVEITEM_ID start_date=LEAVE_START start_time=LEAVE_START "
            "end_date=LEAVE_END end_time=LEAVE_END days=DED_VALUE hours=DED_VALUE reason=REASON",
            forms={**_moments("YYYY/MM/DD HH:mm:SS"), **_whole("minutes", 30), "period": {"format": "YYYY/MM"},
                   "leave_type": {"as_number": True}},
            tables={"leave_type": {str(number): name for number, name in enumerate(_LEAVES, 1)}},
        ),
        {"header": {"code": [200], "msg": ["OK"]},
         "record": {"EMP_LEAVE_ID": [100201, 100202, 100203, 100204], "CO_ID": [13], "EMP_ID": [33389, 33390, 33391],
                    "CANCEL_VALUE": [0], "UNIT": ["HOUR"], "AGENT_IDS": ["33390", "33391,33392", ""], "FILES": [None],
                    "NOTE": [""], "LEAVE_SOURCE": [6, 1], "WF_NO": ["LV2021060001", "LV2021060002"], "WF_RESULT": [2],
                    "WF_SIGN_TIME": ["2021/06/05 10:11:12", "2021/06/06 09:00:00"], "C_DATETIME": ["2021/06/04 10:11:12"],
                    "E_DATETIME": ["2021/06/05 10:11:12"]}},
    ),
    Unseen(
        layout(
            "hr-cloud", {"header": "/response", "records": ["/response/datas/*"]},
            header="agency_code=company_sn agency_name=company record_count=datas_count period=year_month",
            record="person_id=identity person_name=user_name person_category=user_type job_title=job_title unit=department "
            "leave_type=leave_name start_date=start_date start_time=start_time end_date=end_date end_time=end_time "
            "days=hours hours=hours reason=remarks",
            forms={"period": {"format": "YYYY-MM"}, **_DATES, **_TIMES, **_whole("hours", 0.5, as_text=True)},
        ),
        {"header": {"status": ["success"], "err_msg": [""], "search_start": ["2021-06-01"], "search_end": ["2021-06-30"],
                    "offset": [0], "limit": [400]},
         "record": {"user_sn": ["E10001", "E10002", "E10003"], "document_number": ["差假0001", "差假0002"],
                    "leave_hours_enable": ["Y"], "agent": ["陳大文", "林小華"], "modified": ["2021-07-01 08:00:00"]}},
    ),
    Unseen(
        layout(
            "unified", {"records": ["/results/*"]},
            record="agency_code=company_id person_id=national_id person_name=employee_name job_title=job_title "
            "unit=department person_category=employment_code leave_type=type start_date=start_at start_time=start_at "
            "end_date=end_at end_time=end_at days=duration hours=duration reason=comments",
            forms={**_moments("YYYY-MM-DDTHH:mm:SS"), **_whole("days", 0.0625)},
        ),
        {"header": {"next": [None], "previous": [None]},
         "record": {"id": ["2f6c", "9a1b", "77de"], "status": ["APPROVED"], "is_paid": [True, False],
                    "approver_user_id": ["u-31", "u-32"], "approved_at": ["2021-06-01T09:00:00"],
                    "created_at": ["2021-05-30T10:00:00"], "updated_at": ["2021-06-01T09:00:00"], "duration_type": ["DAY"]}},
    ),
    Unseen(
        _spaced(layout(
            "export", {"records": ["/*"]},
            record="agency_code=Company/Code agency_name=Company person_id=Employee/Identification·No "
            "person_name=Employee job_title=Employee/Job·Position unit=Department person_category=Employee/Category "
            "leave_type=Time·Off·Type start_date=Start·Date start_time=Start·Date end_date=End·Date end_time=End·Date "
            "days=Duration·(Days) hours=Duration·(Days) reason=Description",
            forms={**_moments("YYYY-MM-DD HH:mm:SS"), **_whole("days", 0.0625)},
        )),
        {"record": {"Status": ["Approved"], "Requested (Days/Hours)": ["1 day(s)", "4 hour(s)"],
                    "External ID": ["__export__.hr_leave_12", "__export__.hr_leave_13"]}},
    ),
    Unseen(
        layout(
            "mobile", {"header": "/data", "records": ["/data/vacationList/*"]},
            header="period=vacationYM agency_code=companyId agency_name=companyName",
            record="person_id=idno person_name=empName person_category=empType job_title=position unit=depName "
            "leave_type=vacationCode start_date=startDate start_time=startTime end_date=endDate end_time=endTime "
            "days=vacationDays hours=vacationHours reason=reason",
            forms={"period": {"format": "YYYYMM"}, **_PLAIN_DATES},
            tables={"leave_type": {f"{number:03d}": name for number, name in enumerate(_LEAVES)}},
        ),
        {"record": {"empid": ["10900015", "10900016", "admin"], "delayReason": [""], "jobAgent": ["10900015", "10900016"],
                    "specialDate": [""], "isHoliday": [False], "planeTicket": [0], "flowAgent": ["10900015"]}},
    ),
    Unseen(
        layout(
            "forms", {"header": "/info", "persons": "/員工/*", "records": ["/員工/*/請假單/*"]},
            header="agency_code=公司代碼 agency_name=公司名稱 period=年月",
            person="person_id=身分證字號 person_name=中文姓名 unit=部門名稱 job_title=職稱 person_category=員工類型代碼",
            record="leave_type=請假類型 start_date=請假開始時間 start_time=請假開始時間 end_date=請假結束時間 "
            "end_time=請假結束時間 days=請假時數(小時) hours=請假時數(小時) reason=請假原因",
            forms={**_moments("YYYY/MM/DD HH:mm"), **_whole("hours", 0.5), "period": {"format": "YYYY-MM"}},
        ),
        {"person": {"員工編號": ["A001", "A002", "A003"], "到職日": ["2015/03/01", "2018/09/01"], "Email": ["a@example.com"]},
         "record": {"表單編號": ["LV-001", "LV-002"], "簽核狀態": ["已核准"], "代理人": ["陳大文", "林小華"],
                    "申請時間": ["2021/06/01 08:12", "2021/06/02 09:33"], "剩餘時數": [12.5, 40, 0, 8]}},
    ),
    Unseen(
        layout(
            "resources", {"records": ["/data/*"]},
            header="agency_code=meta>organization>id agency_name=meta>organization>name period=meta>month "
            "record_count=meta>page>total generated_at=jsonapi>generated",
            record="person_id=attributes>employee>national_id person_name=attributes>employee>name "
            "person_category=attributes>employee>kind>code job_title=attributes>employee>position "
            "unit=attributes>employee>department>name leave_type=attributes>leave_type>code "
            "start_date=attributes>period>from start_time=attributes>period>from end_date=attributes>period>until "
            "end_time=attributes>period>until days=attributes>duration>hours hours=attributes>duration>hours "
            "reason=attributes>remarks>text",
            forms={**_moments("YYYY-MM-DDTHH:mm:SS"), **_whole("hours", 0.5), "period": {"format": "YYYY-MM"},
                   "generated_at": {"format": "YYYY-MM-DD"}},
            tables={"leave_type": {f"L{number:02d}": name for number, name in enumerate(_LEAVES)}},
        ),
        {"header": {"links": [{"self": "/leaves?page=1", "next": None}]},
         "record": {"type": ["leaves"], "id": ["10021", "10022", "10023"],
                    "links": [{"self": "/leaves/10021"}, {"self": "/leaves/10022"}],
                    "relationships": [{"deputy": {"id": "E01", "name": "陳大文"}, "approver": {"id": "E09", "name": "林小華"}},
                                      {"deputy": {"id": "E02", "name": "張美玲"}, "approver": {"id": "E09", "name": "林小華"}}],
                    "history": [[], [{"at": "2021-06-01T09:00:00", "status": "approved"}]]}},
    ),
]  # fmt: skip
