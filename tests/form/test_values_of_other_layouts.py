"""Values in forms that the reference profile does not have: read, judged at their place, and written in proposals."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support import accepted, run_one, said

from pyvalidator.engine.examples import profile_with
from pyvalidator.form.stage import check_form
from pyvalidator.profile import Profile, ProfileError, field_values, load_profile
from pyvalidator.profile.model import file_model, published_schema
from pyvalidator.repair.convert import convert_json
from pyvalidator.rule import sample
from pyvalidator.samples import build_sample
from pyvalidator.table.table import Table


def made(**changes: str) -> Profile:
    return load_profile(profile_with(**changes)(), "other.toml")


def fields(start_date: str, start_time: str | None = None, **more: str) -> Profile:
    """A profile whose start and end have these settings; `start_time` None: in one value with the date."""
    both = {"start": start_date, "end": start_date}
    settings = {}
    for half, dated in both.items():
        if start_time is None:
            whole = f'key = "{half}"\n{dated}\nend_of_day = {"true" if half == "end" else "false"}'
            settings |= {f"{half}_date": whole, f"{half}_time": whole}
        else:
            settings |= {f"{half}_date": dated, f"{half}_time": start_time}
    return made(**settings, **more)


SLOTS = {
    "start_time": 'slots = {"上午" = "0800", "下午" = "1300"}\nformat = "HHMM"',
    "end_time": 'slots = {"上午" = "1200", "下午" = "1700"}\nformat = "HHMM"',
}
_AMOUNT = 'type = "number"\nkey = "total"\n'
PROFILES = {
    "unpadded": fields('format = "YYYY/M/D"', 'format = "H:mm"'),
    "words": fields('format = "YYY年M月D日"', 'format = "HH時mm分"'),
    "twelve": fields('format = "YYYY/MM/DD A hh:mm:SS"'),
    "english": fields('format = "M/D/YYYY"', 'format = "h:mm A"'),
    "fractions": fields('format = "YYYY-MM-DD HH:mm:SS.f"'),
    "zone": fields('format = "YYYY-MM-DDTHH:mm:SS.fffZ"'),
    "seconds": fields('format = "epoch-seconds"'),
    "milliseconds": fields('format = "epoch-milliseconds"'),
    "net": fields('format = "/Date(ms)/"'),
    "excel": fields('format = "excel-1900"'),
    "excel apart": fields('format = "excel-1904"', 'format = "excel-1904"'),
    "numbers": fields("as_number = true", "as_number = true"),
    "mixed": fields("mixed = true", 'format = "HHMM"\nmixed = true', days="mixed = true", unit="mixed = true"),
    "slots": made(**SLOTS),
    "days of two decimals": made(days=f'{_AMOUNT}unit = "days"', hours=f'{_AMOUNT}unit = "days"'),
    "amount in words": made(days=f'{_AMOUNT}format = "D日H時"', hours=f'{_AMOUNT}format = "D日H時"'),
    "amount with a point": made(days=f'{_AMOUNT}format = "D.H"', hours=f'{_AMOUNT}format = "D.H"'),
    "flag": made(covid_related='true = ["Y"]\nfalse = ["", "null"]'),
}  # fmt: skip
each = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)


@each
def test_clean_samples_have_no_finding(profile: Profile) -> None:
    for seed in range(3):
        report = run_one(build_sample(profile, period="11006", people=15, seed=seed).text, profile=profile)
        errors = [(entry.rule, entry.pointer, entry.message) for entry in said(report) if entry.severity != "info"]
        assert errors == [] and report.record_count


@each
def test_conversion_there_and_back_changes_nothing(profile: Profile) -> None:
    reference = load_profile(profile_with()(), "reference.toml")
    texts = (build_sample(reference, period="11006", people=10, seed=seed).text for seed in range(20))
    # What ends at 24:00 may be written as the next day (below).
    there = next(text for text in texts if '"2400"' not in text)
    moved = convert_json(there.encode(), profile, reference).text
    assert json.loads(convert_json(moved.encode(), reference, profile).text) == json.loads(there)


_ODD = ("", "x", " 1", "1\n", "2021-06-07", "24:00", "2400", 0, 8, 60, 0.5, 1e12, 44354.3, None, True, -1)


@each
def test_schema_model_and_form_agree(profile: Profile) -> None:
    judge, model = Draft202012Validator(published_schema(profile)), file_model(profile)
    document = json.loads(build_sample(profile, period="11006", people=1, seed=3).text)
    document["records"], document["record_count"] = document["records"][:1], 1
    names = ("start_date", "start_time", "end_time", "days", "covid_related", "unit")
    for key in dict.fromkeys(profile.by_name[name].key for name in names):
        for value in (document["records"][0][key], *_ODD):
            changed = {**document, "records": [{**document["records"][0], key: value}]}
            try:
                model.model_validate(changed)
                by_model = True
            except ValueError:
                by_model = False
            form = check_form(profile, changed, Table(profile, changed), "f.json", list)
            assert form.incidents == []
            assert (by_model, form.findings == []) == (judge.is_valid(changed),) * 2, (key, value)


@pytest.mark.parametrize("profile", ["twelve", "zone", "seconds", "net", "excel", "unpadded"])
def test_the_end_of_a_day_is_written_as_the_form_can(profile: str) -> None:
    reference = load_profile(profile_with()(), "reference.toml")
    document = sample(start_time="1600", end_time="2400")
    moved = convert_json(json.dumps(document).encode(), PROFILES[profile], reference).text
    [back] = json.loads(convert_json(moved.encode(), reference, PROFILES[profile]).text)["records"]
    assert (back["end_date"], back["end_time"]) in (("1100607", "2400"), ("1100608", "0000"))


def _with(profile: str, **changes: Any) -> list[tuple[str, Any, Any, str]]:
    """Rule, field, proposal and message of each error of a file of one record."""
    document = json.loads(build_sample(PROFILES[profile], period="11006", people=1, seed=3).text)
    clean = run_one(document, profile=PROFILES[profile])
    assert [entry.rule for entry in clean.findings if entry.severity == "error"] == []
    document["records"][0] |= changes
    report = run_one(document, profile=PROFILES[profile])
    assert not report.not_checked or all(entry.reason != "incident" for entry in report.not_checked)
    return [(e.rule, e.field, e.expected_value, e.message) for e in report.findings if e.severity == "error"]


@pytest.mark.parametrize(("profile", "changes", "rule", "proposed", "words"), [
    ("unpadded", {"start_date": "2021-6-7"}, "STR315", "2021/6/7", "寫法與規定不同"),
    ("unpadded", {"start_date": "110/6/7"}, "STR310", "2021/6/7", "民國年"),
    ("unpadded", {"start_date": "2021/6/31"}, "COD205", None, "6 月沒有 31 日"),
    ("unpadded", {"start_time": "0800"}, "STR505", "8:00", "寫法與規定不同"),
    ("unpadded", {"start_time": "25:00"}, "STR530", None, "不是一天之內的時刻"),
    ("words", {"start_date": "110/6/7"}, "STR315", "110年6月7日", "寫法與規定不同"),
    ("words", {"start_time": "8:00"}, "STR505", "08時00分", "寫法與規定不同"),
    ("english", {"start_time": "17:00"}, "STR505", "5:00 PM", "寫法與規定不同"),
    ("english", {"start_time": "下午5:00"}, "STR505", "5:00 PM", "寫法與規定不同"),
    ("zone", {"start": "2021-06-07T08:00:00.000"}, "STR345", None, "沒有時區"),
    ("zone", {"start": "2021-06-07 08:00:00+08:00"}, "STR315", "2021-06-07T08:00:00.000+08:00", "寫法與規定不同"),
    ("zone", {"start": "2021-06-31T00:00:00.000Z"}, "COD205", None, "6 月沒有 31 日"),
    ("fractions", {"start": "2021-06-07T00:00:00.0Z"}, "STR330", "2021-06-07 08:00:00.0", "世界標準時間"),
    ("milliseconds", {"start": 1623024000}, "STR340", 1623024000000, "時間戳記"),
    ("seconds", {"start": "2021-06-07 08:00"}, "STR225", 1623024000, "應該是數字"),
    ("seconds", {"start": 0}, "STR390", None, "不是看得懂的日期"),
    ("net", {"start": 1623024000000}, "STR340", "/Date(1623024000000)/", "時間戳記"),
    ("excel", {"start": "2021-06-07 12:00"}, "STR225", 44354.5, "應該是數字"),
    ("excel", {"start": 60.5}, "COD210", None, "1900 年是平年"),
    ("numbers", {"start_date": "1100607"}, "STR225", 1100607, "應該是數字"),
    ("numbers", {"start_date": 20210607}, "STR310", 1100607, "西元年"),
    ("numbers", {"start_date": 1100631}, "COD205", None, "6 月沒有 31 日"),
    ("numbers", {"start_time": 8}, "COD225", None, "可能是 8 時（0800），也可能是 0 時 8 分（0008）"),
    ("numbers", {"start_time": 875}, "COD225", None, "不是真實的時刻"),
    ("numbers", {"start_time": "0800"}, "STR225", 800, "應該是數字"),
    ("mixed", {"start_date": 20210607}, "STR310", "1100607", "西元年"),
    ("slots", {"start_time": "中午"}, "STR590", None, "不是看得懂的時間"),
    ("slots", {"start_time": "8:00"}, "STR505", "上午", "寫法與規定不同"),
    ("amount in words", {"total": "8小時"}, "STR935", "1日", "1 日 4 小時寫成 1日4時"),
    ("amount in words", {"total": "4天"}, "STR935", "4日", "寫法與規定不同"),
    ("amount in words", {"total": 3}, "STR220", None, "應該是文字"),
    ("amount with a point", {"total": 0.8}, "COD230", None, "滿 8 小時應進位為 1 日"),
    ("amount with a point", {"total": "1.4"}, "STR900", 1.4, "加了引號"),
    ("amount with a point", {"total": "1日4時"}, "STR905", 1.4, "帶有單位"),
    ("flag", {"covid_related": "N"}, "STR955", "", "應該是是非值"),
])  # fmt: skip
def test_a_fault_is_told_once_in_true_words(
    profile: str, changes: dict[str, Any], rule: str, proposed: Any, words: str
) -> None:
    found = _with(profile, **changes)
    assert (rule, next(iter(changes)), proposed) in [entry[:3] for entry in found], found
    [message] = [entry[3] for entry in found if entry[0] == rule]
    assert words in message
    for _, field, value, _ in found:
        specs = [spec for spec in PROFILES[profile].fields if spec.key == field]
        assert value is None or any(
            field_values.canonical(PROFILES[profile], spec, value) is not None for spec in specs
        ), "what is proposed reads back"


@pytest.mark.parametrize(("settings", "said_of_it"), [
    ({"start_date": 'format = "yyyy-MM-dd"'}, "您要寫的是「YYYY-MM-DD」嗎？"),
    ({"start_date": 'format = "YYYY/MM/DD"\nas_number = true'}, "不能寫成數字"),
    ({"days": 'format = "D日"\nstep = 1'}, "不能再寫 step"),
    ({"days": 'format = "時"'}, "不能作為請假長度的格式"),
    ({"hours": 'format = "D日H時"'}, "都相同"),
    ({"start_date": 'slots = {"上午" = "0800"}'}, "只有時間欄位可以指定 slots"),
    ({"start_time": 'slots = {"上午" = "8:00"}'}, "四碼時刻"),
    ({"generated_at": 'format = "YYYMMDD~YYYMMDD"'}, "只能用在起訖"),
    ({"person_category": "mixed = true"}, "遺失開頭的 0"),
    ({"covid_related": "mixed = true"}, "都列在 true 與 false"),
    ({"start_time": 'key = "x"\nslots = {"全日" = "0800"}', "end_time": 'key = "x"\nslots = {"整天" = "1700"}'}, "重複使用"),
])  # fmt: skip
def test_a_mistake_in_a_setting_is_told_with_its_line(settings: dict[str, str], said_of_it: str) -> None:
    with pytest.raises(ProfileError) as caught:
        made(**settings)
    assert any(said_of_it in problem and problem.startswith("第 ") for problem in caught.value.problems)


# -- several fields in one value -------------------------------------------------------------------------------------

_RANGE = 'key = "when"\nformat = "YYY/MM/DD HH:mm~YYY/MM/DD HH:mm"\nend_of_day = true'
_ONE_DAY = 'key = "when"\nformat = "YYY/MM/DD HH:mm~HH:mm"\nend_of_day = true'
_NAMES = ("start_date", "start_time", "end_date", "end_time")


def _in_one(when: Any, settings: str = _RANGE) -> list[tuple[str, str | None, str]]:
    profile = made(**dict.fromkeys(_NAMES, settings))
    document = sample(**dict.fromkeys(_NAMES, ...), when=when)
    report = run_one(document, profile=profile)
    return [(e.rule, e.pointer, e.message) for e in report.findings if e.severity == "error"]


@pytest.mark.parametrize(("when", "settings", "rules"), [
    ("110/06/07 08:00~110/06/07 17:00", _RANGE, []), ("110/06/07 16:00~110/06/07 24:00", _RANGE, []),
    ("110/06/07 08:00~17:00", _ONE_DAY, []), ("110/06/07 08:00~110/06/07 12:00", _RANGE, ["REC220"]),
    ("110/06/08 08:00~110/06/07 17:00", _RANGE, ["REC110"]), ("110/06/07 17:00~08:00", _ONE_DAY, ["REC120"]),
    ("110/06/07 08:00~110/06/31 17:00", _RANGE, ["COD205"]), ("110/06/07 24:00~110/06/08 17:00", _RANGE, ["STR390"]),
    ("110/06/07 08:00", _RANGE, ["STR315"]), ("110/05/07 08:00~110/05/07 17:00", _RANGE, ["REC310"]),
])  # fmt: skip
def test_start_and_end_in_one_text(when: str, settings: str, rules: list[str]) -> None:
    found = _in_one(when, settings)
    assert [rule for rule, _, _ in found] == rules
    assert {pointer for rule, pointer, _ in found if rule != "REC220"} <= {"/records/0/when"}


def test_one_day_holds_start_and_end() -> None:
    profile = made(start_date='key = "day"', end_date='key = "day"')
    document = sample(start_date=..., end_date=..., day="1100607")
    assert [e.rule for e in run_one(document, profile=profile).findings] == []
    document["records"][0]["day"] = "1100507"
    assert [e.rule for e in run_one(document, profile=profile).findings if e.severity == "error"] == ["REC310"]


@pytest.mark.parametrize(("word", "amount", "errors"), [
    ("全日", 1, []), ("上午", 0, []), ("上午", 1, ["REC220"]), ("晚上", 1, ["STR590"]),
])  # fmt: skip
def test_words_for_both_times_in_one_key(word: str, amount: int, errors: list[str]) -> None:
    profile = made(
        start_time='key = "part"\nslots = {"全日" = "0800", "上午" = "0800", "下午" = "1300"}\nend_of_day = false',
        end_time='key = "part"\nslots = {"全日" = "1700", "上午" = "1200", "下午" = "1700"}\nend_of_day = true',
    )
    document = sample(start_time=..., end_time=..., part=word, days=amount, hours=0 if amount else 4)
    assert [e.rule for e in run_one(document, profile=profile).findings if e.severity == "error"] == errors


def test_keys_of_their_own_for_year_month_day() -> None:
    profile = made(
        start_date='key = "y"\nmore_keys = ["m", "d"]\nformat = "YYY M D"',
        start_time='key = "h"\nmore_keys = ["n"]\nformat = "HH mm"',
    )
    parts: dict[str, Any] = {"y": "110", "m": 6, "d": "07", "h": "08", "n": "00"}
    changed: Callable[[dict[str, Any]], Any] = lambda more: sample(start_date=..., start_time=..., **{**parts, **more})  # noqa: E731
    assert accepted(profile, changed({})) == {True}
    assert [e.rule for e in run_one(changed({}), profile=profile).findings] == []
    for more, rule in (({"d": 31}, "COD205"), ({"h": "8"}, "STR590"), ({"m": "六"}, "STR390"), ({"y": 111}, "REC110")):
        report = run_one(changed(more), profile=profile)
        assert rule in [e.rule for e in report.findings], (more, [e.rule for e in report.findings])
        assert all(e.expected_value is None for e in report.findings), "no key can hold what all of them make"
    [entry] = run_one(changed({"d": 31}), profile=profile).findings
    assert (entry.value, entry.pointer) == ("110 6 31", "/records/0/y") and "「110 6 31」不存在" in entry.message
