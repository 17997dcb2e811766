"""What a supervisor sees of persons and agencies: sex, two numbers of one person, texts in the wrong field, codes."""

from __future__ import annotations

from typing import Any

import pytest
from probes import findings

from pyvalidator.domain.agency_codes import kind_that_differs
from pyvalidator.domain.work_words import is_title, is_unit
from pyvalidator.rule import document
from pyvalidator.samples.people import finish_id

_MAN, _WOMAN = "A123456789", "A234567893"
_OLD = {"person_id": "AC01234567", "person_name": "MARIA SANTOS"}
_NEW = {"person_id": "A801234569", "person_name": "Santos, Maria"}


def told(*contents: Any) -> list[tuple[str, str | None]]:
    """(rule, pointer) of what is told of the files, and of them together."""
    files = {f"{number}.json": content for number, content in enumerate(contents)}
    return [(finding.rule, finding.pointer) for finding in findings(files)]


@pytest.mark.parametrize("kind", ["生理假", "產前假", "流產假", "娩假", "產檢假"])
@pytest.mark.parametrize(
    ("person_id", "is_man"),
    [(_MAN, True), ("A800000014", True), (_OLD["person_id"], True), (_WOMAN, False), ("A900000016", False), ("AD30900116", False)],
)
def test_leave_of_women_is_asked_about_where_the_number_is_a_mans(kind: str, person_id: str, is_man: bool) -> None:
    found = told(document([{"leave_type": kind, "person_id": person_id, "reason": ...}]))
    assert found == ([("REC650", "/records/0/leave_type")] if is_man else [])


@pytest.mark.parametrize("person_id", [_MAN, _WOMAN])
def test_leave_of_whoever_is_the_spouse_is_never_asked_about(person_id: str) -> None:
    record = {"leave_type": "陪產檢及陪產假", "person_id": person_id, "start_date": "1140303", "end_date": "1140303"}
    assert told(document([record], period="11403", generated_at="1140405")) == []


def test_a_leave_that_has_another_finding_is_not_asked_about_again() -> None:
    leave = {"leave_type": "生理假", "reason": ...}
    assert told(document([{**leave, "person_id": "A123456788"}])) == [("COD105", "/records/0/person_id")]
    assert told(document([leave, leave])) == [("REC650", "/records/0/leave_type"), ("PER110", "/records/1")]


def birth(*leaves: tuple[str, str, str, int]) -> dict[str, Any]:
    return document([
        {"person_id": _WOMAN, "leave_type": kind, "start_date": start, "end_date": end, "days": days, "reason": ...}
        for kind, start, end, days in leaves
    ])  # fmt: skip


def test_before_birth_comes_before_birth() -> None:
    before, after = ("產前假", "1100601", "1100601", 1), ("產前假", "1100610", "1100610", 1)
    born = ("娩假", "1100603", "1100608", 4)
    assert told(birth(before, born)) == []
    assert told(birth(born, after)) == [("PER370", "/records/1")]
    assert told(birth(after, born)) == [("PER370", "/records/0")]
    assert told(birth(("流產假", "1100603", "1100608", 4), after)) == []


def _of_her(period: str, kind: str, start: str, end: str, days: int, **more: Any) -> dict[str, Any]:
    record = {"person_id": _WOMAN, "leave_type": kind, "start_date": start, "end_date": end, "days": days, "reason": ...}
    return document([{**record, **more}], period=period, generated_at=f"{int(period) + 1}05")


@pytest.mark.parametrize(
    ("start", "end", "is_told"),
    [("1140311", "1140311", True), ("1140430", "1140430", True), ("1140506", "1140506", True), ("1140507", "1140507", False),
     ("1141103", "1141103", False), ("1141210", "1141210", False)],
)  # fmt: skip
def test_before_birth_in_the_months_after_a_birth(start: str, end: str, is_told: bool) -> None:
    born = _of_her("11401", "娩假", "1140106", "1140307", 41)
    later = _of_her(start[:5], "產前假", start, end, 1)
    if start < "1141200":
        assert ("BAT260" in [rule for rule, _ in told(born, later)]) == is_told
    other = _of_her(start[:5], "產前假", start, end, 1, person_id="A900000016")
    assert "BAT260" not in [rule for rule, _ in told(born, other)]


def test_before_birth_and_birth_in_one_file_are_told_there_alone() -> None:
    born = {"person_id": _WOMAN, "leave_type": "娩假", "start_date": "1140106", "end_date": "1140307", "days": 41, "reason": ...}
    after = {**born, "leave_type": "產前假", "start_date": "1140311", "end_date": "1140311", "days": 1}
    january, march = (document([born], period="11401", generated_at="1140205"),
                      document([born, after], period="11403", generated_at="1140405"))  # fmt: skip
    found = [place for place in told(january, march) if place[0] in ("PER370", "BAT260")]
    assert found == [("PER370", "/records/1")]


def month(period: str, *records: dict[str, Any]) -> dict[str, Any]:
    return document(list(records), period=period, generated_at=f"1100{int(period[3:]) + 1}05")


_ACROSS = {"start_date": "1100630", "end_date": "1100701", "days": 2}


def test_months_are_matched_by_both_numbers_of_a_person() -> None:
    changed = [month("11006", {**_OLD, **_ACROSS}), month("11007", {**_NEW, **_ACROSS})]
    assert told(*changed) == [("BAT250", None)]
    assert told(*reversed(changed)) == [("BAT250", None)]
    both = [month("11006", {**_OLD, **_ACROSS}), month("11007", {**_NEW, **_ACROSS, "days": 1})]
    assert {rule for rule, _ in told(*both)} >= {"BAT250", "BAT430"}
    lacking = [month("11006", {**_OLD, **_ACROSS}), month("11007", {**_NEW, "start_date": "1100705", "end_date": "1100705"})]
    assert told(*lacking) == [("BAT250", None), ("BAT410", None)]
    other = [month("11006", {**_OLD, **_ACROSS}), month("11007", {**_NEW, **_ACROSS, "person_name": "JOSE CRUZ"})]
    assert told(*other) == [("BAT410", None), ("BAT420", None)]


def test_one_name_in_both_forms_is_one_question_for_each_pair() -> None:
    june = [{**_OLD, "start_date": day, "end_date": day} for day in ("1100601", "1100602")]
    assert told(document([*june, {**_NEW, "start_date": "1100603", "end_date": "1100603"}])) == [
        ("PER240", "/records/2/person_id")
    ]
    assert told(document([*june, {**_NEW, "person_id": "A900000016"}])) == []


def test_two_numbers_with_leaves_that_meet_are_told_so() -> None:
    half = {"end_time": "1200", "days": 0, "hours": 4}
    [one] = findings(document([_OLD, {**_NEW, **half, "leave_type": "公假"}]))
    assert (one.rule, one.pointer) == ("PER240", "/records/1/person_id") and "1 筆差假時間重疊" in one.message
    [one] = findings(document([_OLD, {**_NEW, "start_date": "1100608", "end_date": "1100608"}]))
    assert "重疊" not in one.message and "相同" not in one.message


def test_many_namesakes_are_one_question_each() -> None:
    people = [{"person_id": finish_id(f"A{form}{number:07d}"), "person_name": "NGUYEN THI LAN"}
              for number in range(100, 1000, 250) for form in "C8"]  # fmt: skip
    days = ["1100601", "1100602", "1100603", "1100604", "1100607", "1100608", "1100609", "1100610"]
    records = [{**person, "start_date": day, "end_date": day} for person, day in zip(people, days, strict=True)]
    assert [rule for rule, _ in told(document(records))].count("PER240") == 4


def test_months_ask_about_two_numbers_once() -> None:
    july = {"start_date": "1100705", "end_date": "1100705"}
    both = month("11006", _OLD, {**_NEW, "start_date": "1100608", "end_date": "1100608"})
    assert told(both, month("11007", {**_NEW, **july})) == [("PER240", "/records/1/person_id")]
    august = month("11008", {**_NEW, "start_date": "1100802", "end_date": "1100802"})
    assert told(month("11006", _OLD), month("11007", {**_NEW, **july}), august) == [("BAT250", None)]
    elsewhere = {**month("11007", {**_NEW, **july}), "agency_code": "376506151J", "agency_name": "鹿草鄉立殯儀館"}
    assert told(month("11006", _OLD), elsewhere) == []


def covid(*marked: bool, year: int = 114, kind: str = "病假") -> dict[str, Any]:
    monday = {112: 6, 113: 4, 114: 3}[year]
    days = [f"{year}03{day:02d}" for day in range(monday, monday + 5)]
    return document(
        [{"covid_related": mark, "leave_type": kind, "start_date": day, "end_date": day, "reason": ...}
         for mark, day in zip(marked, days, strict=False)],
        period=f"{year}03", generated_at=f"{year}0405",
    )  # fmt: skip


def test_the_mark_long_after_the_last_measure() -> None:
    assert told(covid(*[True] * 5)) == [("REC460", "/records")]
    assert told(covid(False, True, False, False, False)) == [("REC460", "/records/1/covid_related")]
    assert told(covid(*[True] * 5, year=112)) == []
    assert told(covid(True, kind="防疫照顧假", year=113)) == [("REC460", "/records/0/leave_type")]
    # Of a kind that is long over, it is the kind that is wrong, and not that it bears no mark.
    for kind, rule in (("防疫照顧假", "REC460"), ("防疫隔離假", "COD410"), ("疫苗接種假", "COD405")):
        assert told(covid(False, kind=kind)) == [(rule, "/records/0/leave_type")]
    assert told(covid(True, kind="防疫隔離假")) == [("COD410", "/records/0/leave_type")]
    assert told(covid(True, kind="疫苗接種假")) == [("COD405", "/records/0/leave_type")]
    assert told(covid(True, kind="婚假")) == [("REC460", "/records/0/covid_related")]


def test_the_mark_on_most_leaves_long_after_is_one_finding() -> None:
    mostly = covid(*[True] * 5)
    records = mostly["records"]
    records.append({**records[0], "covid_related": False, "start_date": "1140310", "end_date": "1140310"})
    mostly["record_count"] = 6
    assert told(mostly) == [("REC460", "/records")]
    records[4]["leave_type"] = "防疫照顧假"
    assert told(mostly) == [("REC460", "/records")]
    records[3]["leave_type"] = "婚假"
    assert told(mostly) == [("REC460", "/records")]
    for record in records[:2]:
        record["covid_related"] = False
    assert [rule for rule, _ in told(mostly)] == ["REC460"] * 3


@pytest.mark.parametrize(
    ("kind", "reason", "is_told"),
    [("病假", "新冠確診", True), ("公假", "居家隔離", True), ("事假", "武漢肺炎停課照顧子女", True), ("病假", "感冒", False),
     ("公假", "新冠疫苗施打站支援", False), ("公假", "COVID-19 防治研習", False), ("公差", "居家檢疫者送餐", False),
     ("公假", "居家檢疫關懷訪視", False)],
)  # fmt: skip
def test_reasons_that_name_the_epidemic(kind: str, reason: str, is_told: bool) -> None:
    found = findings(document([{"leave_type": kind, "reason": reason}]))
    assert [(one.rule, one.severity) for one in found] == ([("REC450", "warning")] if is_told else [])


def staff(*rows: tuple[str, str, str]) -> dict[str, Any]:
    days = ("1100601", "1100602", "1100603", "1100604", "1100607")
    return document([
        {"person_name": name, "job_title": title, "unit": unit, "start_date": day, "end_date": day}
        for day, (name, title, unit) in zip(days, rows, strict=False)
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([("王小明", "民政課", "課員"), ("王小明", "人事室", "主任"), ("王小明", "清潔隊", "隊員")], ["/records"]),
        ([("王小明", "民政課", "課員")] * 2, ["/records"]),
        ([("王小明", "學務處", "教師"), ("陳小美", "輔導室", "專任輔導教師"), ("林大同", "健康中心", "護理師"), ("黃俊傑", "警衛室", "警衛")], ["/records"]),
        ([("王小明", "教務處", "教師兼組長"), ("王小明", "幼兒園", "教保員"), ("王小明", "總務處", "護理師"), ("王小明", "甲", "乙")], []),
        ([("王小明", "課員", "民政課"), ("陳小美", "人事室", "主任"), ("林大同", "清潔隊", "隊員"), ("林大同", "清潔隊", "隊員")],
         ["/records/1/job_title", "/records/2/job_title"]),
        ([("王小明", "課員", "主任"), ("王小明", "主任", "課員"), ("王小明", "隊員", "技工")], []),
        ([("王小明", "人事室", "人事室"), ("王小明", "課員", "課員")], []),
        ([("王小明", "駐衛警", "秘書室"), ("陳小美", "代課", "本校"), ("林大同", "清潔員", "分隊")], []),
        ([("課員", "王小明", "民政課"), ("主任", "陳小美", "人事室"), ("技工", "林大同", "清潔隊")], ["/records"]),
        ([("民政課", "課員", "王小明"), ("人事室", "主任", "陳小美"), ("清潔隊", "隊員", "林大同")], ["/records"]),
        ([("王家長", "代課", "本校"), ("陳士官", "代課", "本校"), ("林大同", "代課", "本校")], []),
    ],
)
def test_titles_and_units_in_each_others_place(rows: list[tuple[str, str, str]], places: list[str]) -> None:
    assert [place for rule, place in told(staff(*rows)) if rule == "FIL740"] == places


def test_words_of_work() -> None:
    titles = "課員 村幹事 護理師 教師兼組長 清潔隊員 工友 書記官 主任（兼） 職務代理人 警衛 分局長"
    units = "民政課 人事室 第一大隊 教務處 幼兒園 清潔隊 秘書室 衛生所"
    assert [word for word in titles.split() if not is_title(word) or is_unit(word)] == []
    assert [word for word in units.split() if is_title(word) or not is_unit(word)] == []


#: Codes and names read in the list of agencies (人事總處 dataset 7307, 2026-03-02).
_READ = """376500000A 嘉義縣政府|376506151J 鹿草鄉立殯儀館|376506200A 水上鄉公所|376506211I 水上鄉清潔隊|376506222E 水上鄉立圖書館
376800000A 嘉義縣議會|376800300A 布袋鎮民代表會|376801900A 阿里山鄉民代表會|376802000A 太保市民代表會|376600000A 嘉義市政府
376420000A 宜蘭縣政府|A09000000E 教育部|A21000000I 衛生福利部|331000000A 國軍退除役官兵輔導委員會|A09520000Q 國立政治大學"""


def test_codes_that_were_read_fit_their_names() -> None:
    pairs = [pair.split() for pair in _READ.replace("\n", "|").split("|")]
    assert [(code, name) for code, name in pairs if kind_that_differs(code, name)] == []
    assert [(code, name) for code, name in pairs if ("COD340", "/agency_name") in told(document(agency_code=code, agency_name=name))] == []


@pytest.mark.parametrize(
    ("code", "name", "differs"),
    [
        ("376506200A", "水上鄉清潔隊", True), ("376506200A", "水上鄉衛生所", True), ("376506211I", "水上鄉公所", True),
        ("376509701Y", "水上鄉公所", True), ("376506200A", "嘉義縣水上鄉水上國民小學", True), ("376801200A", "水上鄉公所", True),
        ("376506200A", "水上鄉民代表會", True), ("376506200A", "嘉義縣政府", True), ("376509701Y", "水上國小", False),
        ("376509601X", "豐山國民中小學", False), ("376509601X", "某國民小學", False), ("376506200A", "水上鄉托兒所", True),
        ("376506200A", "水上鄉立幼兒園", True), ("3765062816", "水上鄉立幼兒園", False), ("376506280J", "水上鄉立托兒所", False),
        ("3765062816", "水上鄉公所", True), ("376509701Y", "水上國小附設幼兒園", False), ("376502000C", "嘉義縣消防局", False),
        ("376506200A", "嘉義縣消防局", True), ("382130000A", "新北市政府消防局", False),
        ("376500303I", "嘉義縣衛生局", False), ("376500000A", "嘉義縣衛生局", True), ("376506200A", "水上鄉戶政事務所", True), ("376500000A", "水上鄉公所", True),
        ("376551501A", "花蓮縣花蓮市戶政事務所", False), ("376506211I", "水上鄉 公所", True), ("376506211I", "水上鄉公所清潔隊", False), ("376506222E", "水上鄉清潔隊", True),
        ("A103B0000U", "某某機關", False), ("382000000A", "新北市政府", False), ("379510000C", "臺北市政府警察局", False),
    ],
)  # fmt: skip
def test_a_code_of_another_kind_of_agency(code: str, name: str, differs: bool) -> None:
    assert (kind_that_differs(code, name) is not None) == differs
