"""Codes, dates, leave kinds and texts that have the right form but cannot be right."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import Case, Change, change_leave, leave, raw, second

from pyvalidator.domain.agencies import AgencyList
from pyvalidator.profile import field_values
from pyvalidator.samples import Draft, Row
from pyvalidator.samples.fault_places import FaultPlace

_LIST = """機關代碼,機關名稱,裁撤註記
376506200A,水上鄉公所,
376506211I,水上鄉清潔隊,
376506222E,水上鄉立圖書館,是
"""
_AGENCIES = AgencyList.read(_LIST.encode())
_LISTED: dict[str, Any] = {"given": {"agencies": _AGENCIES}, "severity": "warning"}


def day_of(name: str, year: int, month: int, day: int) -> Change:
    """A date that may not exist, as the profile writes dates."""

    def change(draft: Draft, row: Row) -> FaultPlace:
        spec = draft.profile.by_name[name]
        text = field_values.time_format(spec).replace("YYYY", f"{year + 1911:04d}").replace("YYY", f"{year:03d}")
        return raw(name, text.replace("MM", f"{month:02d}").replace("DD", f"{day:02d}"))(draft, row)

    return change


def on(kind: str, start: date, *, covid: bool = False) -> Change:
    """A whole day of this kind on a day that may lie before or after the time in which it is in force."""

    def change(draft: Draft, row: Row) -> FaultPlace:
        change_leave(row, kind=kind, start=start, end=start, covid=covid, reason=None)
        return FaultPlace("leave_type", row)

    return change


def agency(code: str, name: str, at: str) -> Change:
    def change(draft: Draft, row: Row) -> FaultPlace:
        draft.header.update(agency_code=code, agency_name=name)
        return FaultPlace(at)

    return change


def of_two_records(change: Change) -> Change:
    """The same, of a person who has another record."""

    def both(draft: Draft, row: Row) -> FaultPlace:
        second(later=1)(draft, row)
        return change(draft, row)

    return both


#: (rule, severity, what was done, field, text)
_TEXTS = (
    ("COD500", "warning", "姓名有造字", "person_name", "王小\ue000"),
    ("COD500", "warning", "事由有造字", "reason", "陪同\uf268君就醫"),
    ("COD505", "warning", "姓名有相容漢字", "person_name", "林\uf90a龍"),
    ("COD505", "warning", "姓名有部首", "person_name", "林\u2f26"),
    ("COD510", "warning", "事由有換行", "reason", "感冒\n就醫"),
    ("COD510", "warning", "姓名有定位字元", "person_name", "王\t明"),
    ("COD515", "warning", "姓名有零寬空格", "person_name", "王\u200b小明"),
    ("COD515", "warning", "職稱有位元組順序記號", "job_title", "\ufeff課員"),
    ("COD520", "warning", "姓名有取代字元", "person_name", "王\ufffd明"),
    ("COD520", "warning", "姓名有方框", "person_name", "王□明"),
    ("COD520", "warning", "姓名有數字代碼", "person_name", "王&#29314;明"),
    ("COD525", "warning", "姓名有問號", "person_name", "王?明"),
    ("COD525", "warning", "單位有全形問號", "unit", "民？課"),
    ("COD526", "warning", "事由有問號", "reason", "陪同?君就醫"),
    ("COD530", "warning", "UTF-8 當成 Latin-1", "person_name", "王小明".encode().decode("latin-1")),
    ("COD530", "warning", "取代字元當成 Big5", "job_title", "嚙踝蕭員"),
    ("COD535", "info", "字形選擇符號", "person_name", "葛\U000e0100小明"),
    ("COD540", "info", "姓名後有空格", "person_name", "王小明 "),
    ("COD540", "info", "職稱前有全形空格", "job_title", "\u3000課員"),
    ("COD545", "info", "單位有全形數字", "unit", "資訊２科"),
    ("COD550", "info", "姓名中有空格", "person_name", "王\u3000明"),
    ("COD555", "warning", "姓名有註記", "person_name", "王小明(代理)"),
    ("COD555", "warning", "姓名有數字", "person_name", "王小明2"),
    ("COD560", "warning", "職稱填無", "job_title", "無"),
    ("COD560", "warning", "姓名填測試", "person_name", "測試"),
    ("COD530", "warning", "Big5 當成 Latin-1", "person_name", "¤ý¤p©ú"),
    ("COD575", "warning", "物件寫成文字", "job_title", "[object Object]"),
    ("COD575", "warning", "事由是空值的文字", "reason", "(null)"),
    ("COD575", "warning", "單位是試算表的錯誤值", "unit", "#N/A"),
    ("COD575", "warning", "姓名是樣板", "person_name", "{{name}}"),
    ("COD585", "warning", "姓名以圓圈遮罩", "person_name", "王○明"),
    ("COD585", "warning", "姓名以全形字母遮罩", "person_name", "王Ｏ明"),
    ("COD585", "warning", "姓名以星號遮罩", "person_name", "王*明"),
    ("COD565", "info", "字母與符號分開", "person_name", "Jose\u0301 Chen"),
    ("COD570", "warning", "事由有證號", "reason", "陪同父親A234567893就醫"),
)

CODE_CASES = [
    # identity numbers
    Case("末碼打錯", "COD105", raw("person_id", "A123456788")),
    Case("相鄰兩碼對調", "COD105", raw("person_id", "A132456789")),
    Case("首字母打錯", "COD105", raw("person_id", "B123456789")),
    Case("新式統一證號打錯", "COD105", raw("person_id", "A800000015")),
    Case("舊式統一證號打錯", "COD105", raw("person_id", "AC01234568")),
    Case("該員有兩筆", "COD105", of_two_records(raw("person_id", "A123456788")), profiles=("example-nested",)),
    Case("姓名是證號", "COD115", raw("person_name", "A123456789"), "warning"),
    # dates that do not exist
    Case("13 月", "COD200", day_of("start_date", 110, 13, 7)),
    Case("0 月", "COD200", day_of("end_date", 110, 0, 7)),
    Case("6 月 31 日", "COD205", day_of("start_date", 110, 6, 31)),
    Case("0 日", "COD205", day_of("end_date", 110, 6, 0)),
    Case("2 月 30 日", "COD205", day_of("start_date", 109, 2, 30)),
    Case("平年的 2 月 29 日", "COD210", day_of("start_date", 110, 2, 29)),
    Case("第 0 年", "COD215", day_of("end_date", 0, 6, 8), profiles=("reference", "example-rows")),
    Case("產製日期不存在", "COD205", day_of("generated_at", 110, 6, 31), profiles=("reference", "example-nested")),
    # agencies
    Case("機關代碼不在清單", "COD300", agency("376506299A", "水上鄉體育場", "agency_code"), **_LISTED),
    Case("機關已裁撤", "COD310", agency("376506222E", "水上鄉立圖書館", "agency_code"), **_LISTED),
    Case("代表會", "COD320", agency("376801200A", "水上鄉民代表會", "agency_name"), "warning"),
    Case("代碼全是 0", "COD330", agency("0000000000", "水上鄉公所", "agency_code"), "warning"),
    Case("名稱是測試機關", "COD330", agency("376506200A", "測試機關", "agency_name"), "warning"),
    Case("清潔隊用公所的代碼", "COD340", agency("376506200A", "水上鄉清潔隊", "agency_name"), "warning"),
    Case("名稱與清單不同", "FIL420", agency("376506200A", "鹿草鄉公所", "agency_name"), "info",
         given={"agencies": _AGENCIES}),
    # leave kinds by day
    Case("疫苗接種假早一天", "COD400", on("疫苗接種假", date(2021, 5, 4), covid=True), period="11005"),
    Case("身心調適假還沒有", "COD400", leave("leave_type", kind="身心調適假", reason=None)),
    Case("身心調適假早一天", "COD400", on("身心調適假", date(2025, 10, 9)), period="11410"),
    Case("防疫照顧假早一天", "COD400", on("防疫照顧假", date(2020, 2, 10), covid=True), period="10902",
         dataset="covid109"),
    Case("109 年沒有疫苗接種假", "COD400", leave("leave_type", kind="疫苗接種假"), period="10904", dataset="covid109"),
    Case("疫苗接種假已停止", "COD405", on("疫苗接種假", date(2023, 5, 2), covid=True), period="11205"),
    Case("防疫隔離假可能已停止", "COD410", on("防疫隔離假", date(2023, 5, 2), covid=True), "warning", "11205"),
    Case("改名之前用新名稱", "COD410", leave("leave_type", kind="陪產檢及陪產假"), "warning"),
    Case("改名之後用舊名稱", "COD415", on("陪產假", date(2022, 7, 4)), "warning", period="11107"),
    # texts
    Case("測試員", "COD580", raw("person_name", "測試員"), "warning"),
    *(Case(name, rule, raw(field, text), severity) for rule, severity, name, field, text in _TEXTS),
    Case("機關名稱有問號", "COD525", agency("376509701Y", "鹽水區?頭港國小", "agency_name"), "warning",
         profiles=("reference", "example-nested")),
]  # fmt: skip
