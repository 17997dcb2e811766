"""Tables of fields in the styles in which official documents and vendors have them, each with a clean file that a system
would write by it. None of them is of any real system; all persons are made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from xlsxwriter import Workbook

ID, OTHER = "A123456789", "B223456781"


@dataclass(frozen=True)
class Table:
    """`content`: text as pasted, or a file's bytes. `clean`: a file of the layout. `fields`: canonical fields that its
    lines are. `answers`: what a person says to the questions."""

    name: str
    content: str | bytes
    clean: Any
    answers: dict[str, str]
    unmapped: int = 0


def xlsx(sheets: dict[str, list[list[Any]]], merges: dict[str, list[str]] | None = None) -> bytes:
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell not in ("", None):
                    sheet.write(row, column, cell)
        for area in (merges or {}).get(name, ()):
            first = rows[int("".join(filter(str.isdigit, area.split(":")[0]))) - 1][ord(area[0]) - 65]
            sheet.merge_range(area, first)
    book.close()
    return target.getvalue()


def ods(sheets: dict[str, list[list[Any]]]) -> bytes:
    def cell(value: Any) -> str:
        if value in ("", None):
            return "<table:table-cell/>"
        if isinstance(value, int | float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'

    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + "".join(f"<table:table-row>{''.join(map(cell, row))}<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>" for row in rows)
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    namespaces = "".join(f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text"))
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{namespaces} office:version="1.2"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
    return target.getvalue()


def record(**values: Any) -> dict[str, Any]:
    return values


WORD = Table(
    "pasted from Word, codes broken over lines, page numbers between",
    """差勤資料介面規格書
一、檔頭
項次	欄位名稱	欄位代號	型態	長度	必填	說明
1	機關代碼	AGENCY_CODE	C	10	Y	人事總處機關代碼
2	機關名稱	AGENCY_NAME	C	50	Y
3	資料年月	DATA_YM	C	5	Y	民國年月 YYYMM
4	產製日期	MAKE_DATE	C	7	Y	民國年月日7碼
5	筆數	REC_CNT	N	6	Y
二、差假明細（records）
項次	欄位名稱	欄位代號	型態	長度	必填	說明
1	身分證字號	IDNO	C	10	Y
2	姓名	NAME	C	20	Y
3	人員區分	PKIND	C	2	Y	人員區分代碼
4	職稱	TITLE	C	20	N
5	假別	LEAVE_CODE	C	2	Y	01:事假
02:病假
03:休假
04:公假
第 2 頁，共 3 頁
差勤資料介面規格書
6	開始日期	BEG_DATE	C	7	Y	民國年月日7碼
7	開始時間	BEG_TIME	C	4	Y	HHMM
8	結束日期	END_DATE	C	7	Y	民國年月日7碼
9	結束時間	END_TIME	C	4	Y	HHMM
10	日數	DAYS	N	3	Y
11	時數	HOURS	N	3,1	Y	以小時計
12	因疫情請假	COVID	C	1	Y	Y:是 N:否
13	事由	REASON	VARCHAR2	100	N
""",
    {
        "AGENCY_CODE": "376506200A", "AGENCY_NAME": "水上鄉公所", "DATA_YM": "11006", "MAKE_DATE": "1100705", "REC_CNT": 1,
        "records": [record(IDNO=ID, NAME="王小明", PKIND="01", TITLE="課員", LEAVE_CODE="02", BEG_DATE="1100607", BEG_TIME="0800",
                           END_DATE="1100607", END_TIME="1200", DAYS=0, HOURS=4, COVID="N", REASON="感冒")],
    },
    {"dataset": "monthly"},
)  # fmt: skip

PDF = Table(
    "pasted from a PDF: single blanks, page headers and footers, the code table behind",
    """差勤資料彙整介面規格 第 1 頁
一、檔頭欄位
項次 欄位名稱 代號 型態 長度 必填 說明
1 機關代碼 orgCode C 10 Y 人事行政總處機關代碼
2 機關名稱 orgName C 60 Y 機關全銜
3 資料年月 yearMonth C 6 Y 西元年月，例 202106
4 資料種類 dataKind C 1 Y M:每月差假資料 C:109年度因新冠肺炎疫情為由之各項請假資料
- 1 -
差勤資料彙整介面規格 第 2 頁
二、明細欄位（rows）
項次 欄位名稱 代號 型態 長度 必填 說明
5 身分證字號 idNo C 10 Y
6 姓名 name C 30 Y
7 人員區分代碼 personKind C 2 Y
8 假別代碼 leaveCode C 2 Y 見附表
9 請假開始日期 beginDate C 10 Y yyyy-MM-dd
10 請假開始時間 beginTime C 5 Y HH:mm
11 請假結束日期 endDate C 10 Y yyyy-MM-dd
12 請假結束時間 endTime C 5 Y HH:mm
13 請假時數 leaveHours N 5,1 Y 整份請假的時數，單位：小時
14 是否因疫情 isCovid Boolean Y
附表 假別代碼
代碼 名稱
01 事假
02 病假
10 娩假
第 3 頁，共 3 頁
""",
    {
        "orgCode": "376506200A", "orgName": "水上鄉公所", "yearMonth": "202106", "dataKind": "M",
        "rows": [record(idNo=ID, name="王小明", personKind="01", leaveCode="02", beginDate="2021-06-07", beginTime="08:00",
                        endDate="2021-06-07", endTime="12:00", leaveHours=4, isCovid=False)],
    },
    {},
)  # fmt: skip

SHEETS = Table(
    "a workbook: header, record and code sheets; merged cells",
    xlsx({
        "說明": [["差勤系統介接規格 v1.2"], ["本文件說明檔案內容。"]],
        "檔頭": [
            ["檔頭欄位"], [], ["序號", "中文名稱", "英文名稱", "型別", "長度", "必/選填", "備註"],
            [1, "機關代號", "agencyId", "VARCHAR(10)", "", "必填", ""], [2, "機關全銜", "agencyName", "NVARCHAR(40)", "", "必填", ""],
            [3, "資料年月", "ym", "CHAR(5)", "", "必填", "民國年月，5碼"], [4, "差假筆數", "total", "INT", "", "必填", ""],
            [5, "差假清單", "leaves", "Array", "", "必填", "見「明細」工作表"],
        ],
        "明細": [
            ["序號", "中文名稱", "英文名稱", "型別", "長度", "必/選填", "備註"],
            [1, "國民身分證統一編號", "pid", "VARCHAR(10)", "", "必填", ""], [2, "姓名", "pname", "NVARCHAR(30)", "", "必填", ""],
            [3, "人員類別", "ptype", "CHAR(2)", "", "必填", "人員區分代碼"], [4, "假別", "kind", "CHAR(3)", "", "必填", "詳假別代碼表"],
            [5, "起日", "sdate", "CHAR(9)", "", "必填", "例：110/06/07"], [6, "起時", "stime", "CHAR(5)", "", "必填", "例：08:00"],
            [7, "迄日", "edate", "CHAR(9)", "", "必填", "例：110/06/07"], [8, "迄時", "etime", "CHAR(5)", "", "必填", "例：17:30"],
            [9, "請假日數", "days", "NUMBER(4,1)", "", "必填", ""], [10, "請假時數", "hours", "NUMBER(3,1)", "", "必填", ""],
            [11, "疫情註記", "covid", "CHAR(1)", "", "選填", "1=是、0=否"],
        ],
        "假別代碼表": [["代碼", "假別名稱"], ["A01", "事假"], ["A02", "病假"], ["B01", "休假"], ["C01", "公差"]],
    }),
    {
        "agencyId": "376506200A", "agencyName": "水上鄉公所", "ym": "11006", "total": 1,
        "leaves": [record(pid=ID, pname="王小明", ptype="01", kind="A02", sdate="110/06/07", stime="08:00", edate="110/06/07", etime="12:00",
                          days=0, hours=4, covid="0")],
    },
    {"dataset": "monthly"},
)  # fmt: skip

PATHS = Table(
    "an ODS with JSON paths, English wording, ISO moments",
    ods({"API spec": [
        ["Field path", "Description", "Data Type", "Max Length", "Required", "Remarks"],
        ["data.agency.code", "機關代碼", "string", 10, "M", ""], ["data.agency.name", "機關名稱", "string", 50, "M", ""],
        ["data.month", "資料年月", "string", 7, "M", "yyyy-MM"],
        ["data.people[].idNumber", "身分證字號", "string", 10, "M", ""], ["data.people[].fullName", "姓名", "string", 40, "M", ""],
        ["data.people[].category", "人員區分", "string", 2, "M", ""],
        ["data.people[].leaves[].type", "假別名稱", "string", 20, "M", "事假、病假等假別名稱"],
        ["data.people[].leaves[].start", "開始日期時間", "datetime", "", "M", "yyyy-MM-ddTHH:mm"],
        ["data.people[].leaves[].end", "結束日期時間", "datetime", "", "M", "yyyy-MM-ddTHH:mm"],
        ["data.people[].leaves[].days", "日數", "integer", "", "M", ""], ["data.people[].leaves[].hours", "時數", "number", "", "M", ""],
        ["data.people[].leaves[].covid", "是否因疫情請假", "boolean", "", "M", ""],
    ]}),
    {"data": {
        "agency": {"code": "376506200A", "name": "水上鄉公所"}, "month": "2021-06",
        "people": [{"idNumber": ID, "fullName": "王小明", "category": "01", "leaves": [
            record(type="病假", start="2021-06-07T08:00", end="2021-06-07T12:00", days=0, hours=4, covid=False)]}],
    }},
    {"dataset": "monthly", "names:API spec!8": "names"},
)  # fmt: skip

BIG5 = Table(
    "a CSV in Big5 without a header part: the agency stands in every record; 可否空白",
    "欄位,代碼,格式,長度,可否空白,說明\r\n服務機關代碼,ORG,文字,10,否,\r\n員工姓名,NM,文字,20,否,\r\n身分證號,PID,文字,10,否,\r\n"
    "人員區分,PK,文字,2,否,\r\n差假別,KD,文字,2,否,\"01病假、02事假、03休假\"\r\n起始日,D1,文字,8,否,西元年月日8碼\r\n起始時間,T1,文字,4,否,時分4碼\r\n"
    "終止日,D2,文字,8,否,西元年月日8碼\r\n終止時間,T2,文字,4,否,時分4碼\r\n日,DD,整數,3,否,\r\n時,HH,數字(3.1),,否,\r\n疫情,CV,文字,1,是,Y/N\r\n".encode("cp950"),
    [record(ORG="376506200A", NM="王小明", PID=ID, PK="01", KD="01", D1="20210607", T1="0800", D2="20210607", T2="1200", DD=0, HH=4, CV="N")],
    {"dataset": "monthly", "list": ""},
)  # fmt: skip

MARKDOWN = Table(
    "a table with bars and the parent of each line",
    """| 上層節點 | 節點 | 中文說明 | 資料型態 | 必要 | 備註 |
|---|---|---|---|---|---|
| root | Header | 檔頭 | Object | Y | |
| Header | AgencyCode | 機關代碼 | String(10) | Y | |
| Header | Period | 資料年月 | String(5) | Y | 民國年月5碼 |
| Header | Count | 總筆數 | Integer | Y | |
| root | Details | 差假明細 | Array | Y | |
| Details | PersonId | 身分證字號 | String(10) | Y | |
| Details | PersonName | 姓名 | String(30) | Y | |
| Details | PersonType | 人員區分 | String(2) | Y | |
| Details | LeaveType | 假別 | String(2) | Y | 1：事假 2：病假 3：婚假 |
| Details | BeginDateTime | 開始日期時間 | String(11) | Y | 民國年月日時分 |
| Details | FinishDateTime | 結束日期時間 | String(11) | Y | 民國年月日時分 |
| Details | LeaveDays | 請假日數 | Decimal(5,1) | Y | |
| Details | LeaveHours | 請假時數 | Decimal(5,1) | Y | |
| Details | Covid | 是否因疫情 | String(1) | N | 是/否 |
""",
    {
        "Header": {"AgencyCode": "376506200A", "Period": "11006", "Count": 1},
        "Details": [record(PersonId=ID, PersonName="王小明", PersonType="01", LeaveType="2", BeginDateTime="11006070800",
                           FinishDateTime="11006071200", LeaveDays=0, LeaveHours=4, Covid="否")],
    },
    {"dataset": "monthly"},
)  # fmt: skip

INDENTED = Table(
    "a workbook with numbered depth, merged level cells and COBOL types",
    xlsx({"欄位": [
        ["編號", "欄位中文名稱", "欄位英文名稱", "型態", "長度", "M/O", "值域"],
        ["1", "機關代碼", "ORG_ID", "X(10)", "", "M", ""], ["2", "資料年月", "YM", "9(5)", "", "M", "民國年月"],
        ["3", "人員", "EMP", "陣列", "", "M", ""], ["3.1", "身分證字號", "IDN", "X(10)", "", "M", ""],
        ["3.2", "姓名", "NAM", "X(30)", "", "M", ""], ["3.3", "人員區分", "PES", "X(2)", "", "M", ""],
        ["3.4", "差假", "LEV", "陣列", "", "M", ""], ["3.4.1", "假別", "KIN", "X(2)", "", "M", "01=事假；02=病假；03=休假"],
        ["3.4.2", "起日", "SDT", "X(7)", "", "M", "民國年月日"], ["3.4.3", "起時", "STM", "X(4)", "", "M", "時分"],
        ["3.4.4", "迄日", "EDT", "X(7)", "", "M", "民國年月日"], ["3.4.5", "迄時", "ETM", "X(4)", "", "M", "時分"],
        ["3.4.6", "日數", "DAY", "9(3)", "", "M", ""], ["3.4.7", "時數", "HRS", "9(1)V9(1)", "", "M", ""],
        ["3.4.8", "疫情註記", "CVD", "X(1)", "", "O", "V 為是，空白為否"],
    ]}),
    {"ORG_ID": "376506200A", "YM": "11006", "EMP": [{"IDN": ID, "NAM": "王小明", "PES": "01", "LEV": [
        record(KIN="02", SDT="1100607", STM="0800", EDT="1100607", ETM="1200", DAY=0, HRS=4, CVD="N")]}]},
    {"dataset": "monthly", "number:欄位!3": "text", "boolean:欄位!16": "Y/N"},
)  # fmt: skip

NO_HEADING = Table(
    "pasted without headings, columns aligned by blanks",
    """機關代碼        AGCODE     CHAR(10)   Y   機關代碼十碼
資料年月        YRMON      CHAR(5)    Y   民國年月
身分證字號      IDNO       CHAR(10)   Y   身分證統一編號
中文姓名        CNAME      CHAR(20)   Y   人員姓名
人員區分        PKIND      CHAR(2)    Y   人員區分代碼
假別            LVKIND     CHAR(2)    Y   01:事假 02:病假 03:休假
起日            BDATE      CHAR(7)    Y   民國年月日
起時            BTIME      CHAR(4)    Y   時分
迄日            EDATE      CHAR(7)    Y   民國年月日
迄時            ETIME      CHAR(4)    Y   時分
日數            LDAYS      NUMBER(3)  Y   整數
時數            LHOURS     NUMBER(3,1)  Y   不足一日的時數
""",
    {"data": [record(AGCODE="376506200A", YRMON="11006", IDNO=ID, CNAME="王小明", PKIND="01", LVKIND="02", BDATE="1100607", BTIME="0800",
                     EDATE="1100607", ETIME="1200", LDAYS=0, LHOURS=4)]},
    {"dataset": "monthly", "list": "data", "header": "record"},
)  # fmt: skip

LEVELS = Table(
    "a workbook with a column of levels, upside-down order of columns, a total of minutes",
    xlsx({"工作表1": [
        ["介接欄位一覽表"], ["備註", "必填", "長度", "資料型別", "欄位", "中文欄位名稱", "層級"],
        ["", "Y", 10, "文字", "unit_id", "機關代碼", "表頭"], ["", "Y", 30, "文字", "unit_name", "機關名稱", "表頭"],
        ["民國年月 YYYMM", "Y", 5, "文字", "report_ym", "報送年月", "表頭"], ["", "Y", "", "陣列", "items", "差假明細", "表頭"],
        ["", "Y", 10, "文字", "id", "身分證統一編號", "明細"], ["", "Y", 20, "文字", "nm", "姓名", "明細"],
        ["", "Y", 2, "文字", "cls", "人員區分代碼", "明細"], ["01:事假\n02:病假\n03:休假", "Y", 2, "代碼", "lv", "假別", "明細"],
        ["YYYMMDD", "Y", 7, "文字", "fr_d", "起始日期", "明細"], ["HHMM", "Y", 4, "文字", "fr_t", "起始時間", "明細"],
        ["YYYMMDD", "Y", 7, "文字", "to_d", "終止日期", "明細"], ["HHMM", "Y", 4, "文字", "to_t", "終止時間", "明細"],
        ["整份請假以分鐘計", "Y", 6, "數字", "mins", "請假分鐘數", "明細"],
    ]}, {"工作表1": ["A1:G1"]}),
    {
        "unit_id": "376506200A", "unit_name": "水上鄉公所", "report_ym": "11006",
        "items": [record(id=ID, nm="王小明", cls="01", lv="02", fr_d="1100607", fr_t="0800", to_d="1100607", to_t="1200", mins=240)],
    },
    {"dataset": "monthly"},
)  # fmt: skip

NULLS = Table(
    "a workbook whose column says where nothing may stand; a bit, a moment that no rule knows, codes in an annex",
    xlsx({
        "文件資訊": [["文件名稱", "差勤匯出檔規格"], ["版次", "V2.3"]],
        "主檔欄位": [
            ["欄位說明", "欄位名", "資料型態(長度)", "是否允許NULL值", "註記"], ["機關OID代碼", "OrgCode", "varchar(10)", "N", "十碼"],
            ["機關中文全名", "OrgName", "nvarchar(60)", "N", ""], ["報送年月", "ReportMonth", "varchar(6)", "N", "西元年月(YYYYMM)"],
            ["入庫時間", "StoredTime", "datetime", "N", "yyyy-MM-dd HH:mm:ss"], ["明細資料", "Items", "array", "N", ""],
        ],
        "明細欄位": [
            ["欄位說明", "欄位名", "資料型態(長度)", "是否允許NULL值", "註記"], ["員工身分證統編", "EmpIdno", "varchar(10)", "N", ""],
            ["員工姓名", "EmpName", "nvarchar(30)", "N", ""], ["現職職稱", "JobTitle", "nvarchar(30)", "Y", ""],
            ["員工類別", "PQ", "C02", "N", "人員區分代碼"], ["請假種類", "VacCode", "varchar(2)", "N", "代碼請參閱附表一"],
            ["假期起始日", "VacFrom", "varchar(10)", "N", "yyyy/MM/dd"], ["假期起始時刻", "VacFromTime", "varchar(5)", "N", "HH:mm"],
            ["假期終止日", "VacTo", "varchar(10)", "N", "yyyy/MM/dd"], ["假期終止時刻", "VacToTime", "varchar(5)", "N", "HH:mm"],
            ["請假日時數", "VacLength", "C20", "N", "如1日4時"], ["嚴重特殊傳染性肺炎註記", "Flag", "bit", "N", "1:是,0:否"],
            ["電子郵件", "MailAddress", "C2", "N", ""],
        ],
        "附表一": [["附表一 假別代碼表"], ["代碼", "假別名稱"], ["01", "事假"], ["02", "病假"], ["05", "休假"]],
    }),
    {
        "OrgCode": "376506200A", "OrgName": "水上鄉公所", "ReportMonth": "202106", "StoredTime": "2021-07-05 09:00:00",
        "Items": [record(EmpIdno=ID, EmpName="王小明", PQ="01", VacCode="02", VacFrom="2021/06/07", VacFromTime="08:00",
                         VacTo="2021/06/07", VacToTime="12:00", VacLength="0日4時", Flag=0, MailAddress="x")],
    },
    {"dataset": "monthly", "sign:明細欄位!12": "number"},
    unmapped=2,
)  # fmt: skip

ENGLISH = Table(
    "paths without names: the keys and the notes say what the fields are",
    """| Path | Type | Req | Notes |
|---|---|---|---|
| $.org.id | string(10) | R | Agency code |
| $.org.title | string(40) | R | Agency name |
| $.yearMonth | string(6) | R | YYYYMM |
| $.employees[] | array | R | |
| $.employees[*].nationalId | string(10) | R | National ID |
| $.employees[*].name | string(30) | R | |
| $.employees[*].identity | string(2) | R | 人員區分 |
| $.employees[*].leave[*].leaveType | string(2) | R | 01=事假, 02=病假 |
| $.employees[*].leave[*].startDate | string(8) | R | YYYYMMDD |
| $.employees[*].leave[*].startTime | string(4) | R | HHmm |
| $.employees[*].leave[*].endDate | string(8) | R | YYYYMMDD |
| $.employees[*].leave[*].endTime | string(4) | R | HHmm |
| $.employees[*].leave[*].days | integer | R | |
| $.employees[*].leave[*].hours | number | R | |
| $.employees[*].leave[*].isCovid | boolean | R | |
""",
    {
        "org": {"id": "376506200A", "title": "水上鄉公所"}, "yearMonth": "202106",
        "employees": [{"nationalId": ID, "name": "王小明", "identity": "01", "leave": [
            record(leaveType="02", startDate="20210607", startTime="0800", endDate="20210607", endTime="1200", days=0, hours=4, isCovid=False)]}],
    },
    {"dataset": "monthly"},
)  # fmt: skip

TABLES = [WORD, PDF, SHEETS, PATHS, BIG5, MARKDOWN, INDENTED, NO_HEADING, LEVELS, NULLS, ENGLISH]

#: Used by tests that want a table in another form.
Maker = Callable[[dict[str, list[list[Any]]]], bytes]
