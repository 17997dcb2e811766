"""Values, keys and containers that do not fit the profile: (what was done, rule, field, what stands there)."""

from __future__ import annotations

from typing import Any

from cases import Case, Change, raw

from pyvalidator.samples import Draft, Row
from pyvalidator.samples.fault_places import FaultPlace
from pyvalidator.writing import REMOVED

_IN_REFERENCE: tuple[tuple[str, str, str, Any], ...] = (
    # any field
    ("選填欄位是 null", "STR200", "unit", None),
    ("必填欄位是 null", "STR200", "leave_type", None),
    ("日期是 null", "STR200", "end_date", None),
    ("數字是 null", "STR200", "hours", None),
    ("檔頭是 null", "STR200", "agency_name", None),
    ("值放進清單", "STR205", "leave_type", ["病假"]),
    ("空的清單", "STR205", "days", []),
    ("姓名是物件", "STR205", "person_name", {"姓": "王", "名": "小明"}),
    ("文字欄是 true", "STR210", "reason", True),
    ("數字欄是 false", "STR210", "days", False),
    ("證號欄是 true", "STR210", "person_id", True),
    ("職稱是空字串", "STR215", "job_title", ""),
    ("姓名是全形空格", "STR215", "person_name", "\u3000\u3000"),
    ("證號是空字串", "STR215", "person_id", ""),
    ("日期是空格", "STR215", "start_date", "       "),
    ("機關名稱是零寬空格", "STR215", "agency_name", "\u200b"),
    ("人員區分是空字串", "STR215", "person_category", ""),
    ("事由是數字", "STR220", "reason", 119),
    ("證號是數字", "STR220", "person_id", 123456789),
    ("機關代碼是數字", "STR220", "agency_code", 3765062000),
    ("假別是數字", "STR220", "leave_type", 2),
    ("時數是「無」", "STR225", "hours", "無"),
    ("日數是減號", "STR225", "days", "-"),
    ("筆數是文字", "STR225", "record_count", "很多"),
    ("日期是全形數字", "STR230", "start_date", "１１００６０８"),
    ("證號的字母是全形", "STR230", "person_id", "Ａ123456789"),
    ("人員區分是全形", "STR230", "person_category", "０１"),
    ("時間是全形", "STR230", "end_time", "１７３０"),
    ("年月是全形", "STR230", "period", "１１００６"),
    ("證號後有空格", "STR235", "person_id", "A123456789 "),
    ("假別中間有空格", "STR235", "leave_type", "病 假"),
    ("日期後有定位字元", "STR235", "end_date", "1100608\t"),
    ("時間中間有空格", "STR235", "start_time", "08 00"),
    ("人員區分前有空格", "STR235", "person_category", " 01"),
    ("日期的 0 是字母 O", "STR240", "start_date", "11OO608"),
    ("時間的 0 是字母 O", "STR240", "start_time", "O800"),
    ("人員區分的 1 是小寫 l", "STR240", "person_category", "0l"),
    ("假別後有文字方向記號", "STR235", "leave_type", "病假\u200e"),
    ("假別是 Big5 當成 Latin-1", "STR245", "leave_type", "¯f°²"),
    ("假別是物件", "STR250", "leave_type", "[object Object]"),
    ("日期是程式的錯誤", "STR250", "start_date", "Invalid Date"),
    ("姓名 51 個字", "STR260", "person_name", "王" * 51),
    ("事由 201 個字", "STR260", "reason", "𠮷" * 201),
    ("機關名稱 81 個字", "STR260", "agency_name", "水" * 81),
    ("職稱 41 個字", "STR260", "job_title", "員" * 41),
    ("人員區分是中文", "STR295", "person_category", "正式"),
    ("人員區分有三碼", "STR295", "person_category", "001"),
    # dates
    ("日期是數字", "STR300", "start_date", 1100608),
    ("日期遺失開頭的 0", "STR300", "end_date", 991231),
    ("產製日期是小數", "STR300", "generated_at", 1100705.5),
    ("六碼日期", "STR305", "end_date", "110608"),
    ("民國 99 年少一碼", "STR305", "generated_at", "991231"),
    ("西元八碼", "STR310", "start_date", "20210608"),
    ("西元加連字號", "STR310", "end_date", "2021-06-08"),
    ("民國日期加斜線", "STR315", "start_date", "110/06/08"),
    ("民國日期加年月日", "STR315", "end_date", "110年6月8日"),
    ("日期連著時間", "STR320", "start_date", "11006080800"),
    ("時間戳記", "STR320", "generated_at", "2021-07-05T09:30:00+08:00"),
    ("日期分不出月與日", "STR325", "start_date", "06/08/2021"),
    ("日期是世界標準時間", "STR330", "end_date", "2021-06-07T16:00:00.000Z"),
    ("日期是試算表的序號", "STR335", "start_date", 44355),
    ("日期是時間戳記", "STR340", "start_date", 1623110400000),
    ("八碼但不是西元", "STR390", "start_date", "11006088"),
    ("日期是中文", "STR390", "end_date", "六月八日"),
    # months
    ("年月是數字", "STR400", "period", 11006),
    ("西元年月", "STR405", "period", "202106"),
    ("第 13 月", "STR410", "period", "11013"),
    ("第 0 月", "STR410", "period", "11000"),
    ("年月加斜線", "STR415", "period", "110/06"),
    ("四碼年月", "STR420", "period", "1106"),
    ("年月是日期", "STR425", "period", "1100601"),
    ("年月是中文", "STR490", "period", "六月份"),
    # times
    ("時間是數字", "STR500", "start_time", 800),
    ("下午的時間是數字", "STR500", "end_time", 1730),
    ("時間加冒號", "STR505", "start_time", "08:00"),
    ("時間加時分", "STR505", "end_time", "17時30分"),
    ("三碼時間", "STR510", "start_time", "800"),
    ("開始時間是 2400", "STR515", "start_time", "2400"),
    ("時間有上午", "STR520", "start_time", "上午8:00"),
    ("時間有 PM", "STR520", "end_time", "5:30 PM"),
    ("時間有秒", "STR525", "start_time", "080000"),
    ("時間是世界標準時間", "STR330", "start_time", "00:00:00Z"),
    ("時間是一日的小數", "STR335", "end_time", 0.729166667),
    ("時間有日期", "STR535", "start_time", "2021-06-08 08:00:00"),
    ("25 時", "STR530", "end_time", "2500"),
    ("60 分", "STR530", "start_time", "0860"),
    ("2401", "STR530", "end_time", "2401"),
    ("時間是中文", "STR590", "start_time", "上班"),
    # agency codes
    ("機關代碼小寫", "STR600", "agency_code", "376506200a"),
    ("17 碼機關代碼", "STR605", "agency_code", "376506200A0000000"),
    ("加點的機關代碼", "STR610", "agency_code", "3.76.50.62"),
    ("九碼機關代碼", "STR615", "agency_code", "376506200"),
    ("11 碼機關代碼", "STR615", "agency_code", "376506200AA"),
    ("機關代碼是名稱", "STR620", "agency_code", "水上鄉公所"),
    ("機關代碼有問號", "STR690", "agency_code", "37650620?A"),
    ("紀錄的機關代碼小寫", "STR600", "record_agency_code", "376506200a"),
    # identity numbers
    ("證號小寫", "STR700", "person_id", "a123456789"),
    ("證號的 0 是字母 O", "STR705", "person_id", "A12345678O"),
    ("證號少一碼", "STR710", "person_id", "A12345678"),
    ("證號多一碼", "STR710", "person_id", "A1234567890"),
    ("證號被遮蔽", "STR715", "person_id", "A12345****"),
    ("證號有連字號", "STR720", "person_id", "A-123456789"),
    ("護照號碼", "STR725", "person_id", "312345678"),
    ("證號第二碼是 3", "STR730", "person_id", "A323456789"),
    ("證號第二碼是 E", "STR730", "person_id", "AE23456789"),
    ("證號是姓名", "STR790", "person_id", "王小明"),
    ("人員區分一碼", "STR750", "person_category", "1"),
    ("人員區分是數字", "STR750", "person_category", 1),
    ("人員區分 97", "STR755", "person_category", "97"),
    ("人員區分 00", "STR755", "person_category", "00"),
    # codes
    ("自訂的假別", "STR800", "leave_type", "榮譽假"),
    ("假別打錯一個字", "STR800", "leave_type", "選務捕休"),
    ("銷假", "STR808", "leave_type", "銷假"),
    ("括號裡的狀態", "STR808", "leave_type", "病假（已取消）"),
    ("未休的假", "STR808", "leave_type", "未休假"),
    ("假別少了「假」", "STR805", "leave_type", "病"),
    ("假別是簡體字", "STR805", "leave_type", "产前假"),
    ("假別是別稱", "STR805", "leave_type", "特休"),
    ("格式版本 2.0", "STR815", "format_version", "2.0"),
    ("格式版本是數字", "STR815", "format_version", 1.0),
    ("資料種類大小寫不同", "STR890", "dataset", "Monthly"),
    # numbers
    ("日數加引號", "STR900", "days", "1"),
    ("時數是全形數字", "STR900", "hours", "４"),
    ("筆數加引號", "STR900", "record_count", "21"),
    ("日數有單位", "STR905", "days", "1天"),
    ("半日寫在日數", "STR910", "days", 0.5),
    ("筆數有小數", "STR910", "record_count", 20.5),
    ("負的日數", "STR915", "days", -1),
    ("負的時數", "STR915", "hours", -0.5),
    ("8 小時", "STR920", "hours", 8),
    ("以分鐘填寫時數", "STR920", "hours", 240),
    ("四分之一小時", "STR925", "hours", 0.25),
    ("20 分鐘", "STR925", "hours", 0.33),
    ("筆數超過能精確表示的範圍", "STR930", "record_count", 2**53),
    ("日數超過能精確表示的範圍", "STR930", "days", 2**53),
    # booleans
    ("註記是 false 加引號", "STR950", "covid_related", "false"),
    ("註記是 Y", "STR955", "covid_related", "Y"),
    ("註記是「否」", "STR955", "covid_related", "否"),
    ("註記是 0", "STR960", "covid_related", 0),
    ("註記是說明文字", "STR965", "covid_related", "居家檢疫"),
)

_IN_NESTED: tuple[tuple[str, str, str, Any], ...] = (
    ("民國七碼", "STR310", "start_date", "1100608"),
    ("民國加斜線", "STR310", "end_date", "110/06/08"),
    ("沒有連字號", "STR315", "start_date", "20210608"),
    ("月日沒有補 0", "STR315", "end_date", "2021-6-8"),
    ("日期有時間", "STR320", "start_date", "2021-06-08 08:00"),
    ("日期是數字", "STR300", "start_date", 20210608),
    ("民國年月", "STR405", "period", "11006"),
    ("年月少了連字號", "STR415", "period", "202106"),
    ("時間少了冒號", "STR505", "start_time", "0800"),
    ("時間沒有補 0", "STR505", "start_time", "8:00"),
    ("26 時", "STR530", "end_time", "26:00"),
    ("假別寫名稱", "STR805", "leave_type", "病假"),
    ("沒有這個假別代碼", "STR800", "leave_type", "99"),
    ("註記是 true", "STR965", "covid_related", True),
    ("註記是 Y", "STR955", "covid_related", "Y"),
    ("姓名是空字串", "STR215", "person_name", ""),
    ("證號是小寫", "STR700", "person_id", "a123456789"),
    ("人員區分 97", "STR755", "person_category", "97"),
    ("日數加引號", "STR900", "days", "1"),
    ("沒有這個人員類別", "STR890", "staff_class", "9"),
)

_IN_ROWS: tuple[tuple[str, str, str, Any], ...] = (
    ("少了斜線", "STR315", "start_date", "1100608"),
    ("西元", "STR310", "start_date", "2021/06/08"),
    ("年月少了斜線", "STR415", "period", "11006"),
    ("時間有冒號", "STR505", "start_time", "08:00:00"),
    ("註記是 true", "STR965", "covid_related", True),
    ("註記是文字", "STR955", "covid_related", "0"),
    ("沒有這個假別代碼", "STR800", "leave_type", "XX"),
    ("姓名 31 個字", "STR260", "person_name", "王" * 31),
    ("機關代碼小寫", "STR600", "agency_code", "376506200a"),
)


def missing(name: str) -> Change:
    """The field is left out."""

    def change(draft: Draft, row: Row) -> FaultPlace:
        if draft.profile.by_name[name].level == "header":
            draft.header_raw[name] = REMOVED
            return FaultPlace(name, missing=True)
        row.raw[name] = REMOVED
        return FaultPlace(name, row, missing=True)

    return change


def unknown(key: str, value: Any, *, instead_of: str | None = None, in_header: bool = False) -> Change:
    """A key that the profile does not know, beside or instead of an optional field."""

    def change(draft: Draft, row: Row) -> FaultPlace:
        (draft.header_extra if in_header else row.extra)[key] = value
        if instead_of is not None:
            (draft.header_raw if in_header else row.raw)[instead_of] = REMOVED
        return FaultPlace(row=None if in_header else row, key=key)

    return change


def _values(profile: str, table: tuple[tuple[str, str, str, Any], ...]) -> list[Case]:
    return [Case(name, rule, raw(field, value), profiles=(profile,)) for name, rule, field, value in table]


_HEADER = ("agency_code", "agency_name", "period", "dataset", "generated_at", "record_count")
_RECORD = ("leave_type", "start_date", "start_time", "end_date", "end_time", "days", "hours", "covid_related",
           "person_id", "person_name", "person_category", "job_title")  # fmt: skip

FORM_CASES = [
    *_values("reference", _IN_REFERENCE),
    *_values("example-nested", _IN_NESTED),
    *_values("example-rows", _IN_ROWS),
    *(Case(f"檔頭缺少 {name}", "STR110", missing(name), profiles=("reference", "example-nested")) for name in _HEADER),
    *(Case(f"紀錄缺少 {name}", "STR110", missing(name)) for name in _RECORD),
    Case("鍵名打錯", "STR120", unknown("reasom", "就醫", instead_of="reason"), profiles=("reference",)),
    Case("鍵名大寫", "STR120", unknown("Unit", "民政課", instead_of="unit"), profiles=("reference",)),
    Case("多出的鍵名", "STR120", unknown("住址", "嘉義縣水上鄉"), profiles=("reference", "example-nested")),
    Case("多出的鍵名有斜線", "STR120", unknown("代理人/職稱~", "書記"), profiles=("reference", "example-nested")),
    Case("檔頭多出的鍵名", "STR120", unknown("version", 1, in_header=True), profiles=("reference", "example-nested")),
]
