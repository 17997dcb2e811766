"""What the rules of codes lean on: check digits, did-you-mean, other writings, text quality, leave kinds."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from pyvalidator.domain.leave_kinds import leave_kinds, proposed_leave, same_leave, slipped_code
from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.form.clock import read_time
from pyvalidator.form.dates import read_date, read_period, written_parts
from pyvalidator.profile import built_in_profiles
from pyvalidator.text import characters
from pyvalidator.text.characters import code_points, compatibility, controls, invisible, lost, question_inside
from pyvalidator.text.garbled import garbled
from pyvalidator.text.nearest import distance, nearest

REFERENCE = built_in_profiles()["reference"]
LEAVE = REFERENCE.tables["leave_type"]

RIGHT_IDS = ["A123456789", "A234567893", "A800000014", "A900000016", "AC01234567", "AD30900116", "AA00000009"]


# -- check digits ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person_id", RIGHT_IDS)
def test_right_id_passes(person_id: str) -> None:
    assert checksum_is_right(person_id)


@pytest.mark.parametrize("person_id", RIGHT_IDS)
def test_every_wrong_last_digit_is_found(person_id: str) -> None:
    right = [digit for digit in "0123456789" if checksum_is_right(person_id[:-1] + digit)]
    assert right == [person_id[-1]]


def test_letters_have_the_values_of_the_numbering() -> None:
    """Against the other usual way to tabulate the numbering: each letter's share of the weighted sum."""
    shares = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (
        1, 10, 19, 28, 37, 46, 55, 64, 39, 73, 82, 2, 11, 20, 48, 29, 38, 47, 56, 65, 74, 83, 21, 3, 12, 30,
    ), strict=True))  # fmt: skip
    for letter, share in shares.items():
        # The second digit 1 has the weight 8, the check digit the weight 1.
        assert checksum_is_right(f"{letter}10000000{-(share + 8) % 10}")


@pytest.mark.parametrize("text", ["", "A12345678", "a123456789", "A323456789", "A1234567890", "A123456789\n", "王小明"])
def test_what_is_no_id_has_no_right_checksum(text: str) -> None:
    assert not checksum_is_right(text)


# -- did you mean ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "meant"),
    [("leavetype", "leave_type"), ("Leave-Type", "leave_type"), ("ｌｅａｖｅ＿ｔｙｐｅ", "leave_type"),
     ("leave_tpye", "leave_type"),
     ("leav_type", "leave_type"), ("hour", "hours"), ("day", "days"), ("personId", "person_id"),
     ("covid", "covid_related"),
     ("leaveKind", "leave_type"), ("reasom", "reason"), ("住址", None), ("", None), ("zzz", None)],
)  # fmt: skip
def test_nearest_key(word: str, meant: str | None) -> None:
    assert nearest(word, [spec.key for spec in REFERENCE.level("record")]) == meant


def test_distance_counts_slips() -> None:
    pairs = {("", ""): 0, ("a", ""): 1, ("", "abc"): 3, ("ab", "ba"): 1, ("abcd", "abd"): 1, ("假別", "假别"): 1}
    assert {pair: distance(*pair) for pair in pairs} == pairs


@pytest.mark.parametrize(
    ("word", "code"),
    [("病", "病假"), ("产前假", "產前假"), ("特休", "特別休假"), ("出差", "公差"), ("公差假", "公差"),
     ("陪產(檢)假", "陪產檢及陪產假"),
     ("年假", None), ("其它", "其他"), ("加班补休", "加班補休"), ("補休", None), ("榮譽假", None), ("假", None),
     ("", None)],
)  # fmt: skip
def test_same_leave(word: str, code: str | None) -> None:
    assert same_leave(word, LEAVE) == code


def test_no_leave_name_means_two_kinds() -> None:
    for name in LEAVE:
        assert same_leave(name, LEAVE) == name


@pytest.mark.parametrize(("word", "kind"), [
    ("病假（住院）", "病假"), ("休假(補)", "休假"), ("家庭照假", "家庭照顧假"), ("身心調適適假", "身心調適假"),
    ("加班補補休", "加班補休"),
    # Another character is another word, and a kind of the law is not another kind.
    ("病价", None), ("選務捕休", None), ("家庭照固假", None), ("心理假", None), ("產後假", None), ("榮譽假", None),
    ("病假/事假", None), ("病假(延長)", None), ("公假(公傷)", None), ("病假(公傷假)", None), ("公假（公差）", None), ("病假(病假)", "病假"), ("病假(公)", "病假"), ("（病假）", None), ("銷假", None), ("補休假", None), ("生日假", None),
])  # fmt: skip
def test_a_slip_is_no_other_kind(word: str, kind: str | None) -> None:
    assert slipped_code(word, LEAVE) == kind


@pytest.mark.parametrize(("word", "kind"), [
    ("產假", "娩假"), ("補休假", "其他補休"), ("補休", "其他補休"), ("心理假", "身心調適假"), ("颱風假", "停班登記"), ("疫苗假", "疫苗接種假"),
    ("休假(國旅卡)", "休假"), ("病假(未住院)", "病假"), ("公差(假)", "公差"), ("家照假", "家庭照顧假"), ("防疫照顧", "防疫照顧假"),
    # A state is no kind; what is only alike is another kind.
    ("銷假", None), ("取消休假", None), ("休假(取消)", None), ("公假（註銷）", None), ("未休假", None), ("撤銷公差", None),
    ("公務補休", None), ("生日假", None), ("產後假", None), ("病价", None), ("A1", None),
])  # fmt: skip
def test_what_is_proposed_for_a_leave_kind(word: str, kind: str | None) -> None:
    assert proposed_leave(word, LEAVE) == kind


def test_a_slip_gives_the_code() -> None:
    assert slipped_code("家庭照假", {"FC": "家庭照顧假", "SL": "病假"}) == "FC"
    assert slipped_code("陪產檢及陪產假", {"PT": "陪產假", "CK": "產檢假"}) is None, "each is a kind of its own"


def test_birth_leave_is_not_leave_before_birth() -> None:
    assert same_leave("產假", LEAVE) == "娩假"


# -- leave kinds -----------------------------------------------------------------------------------------------------


def test_every_leave_of_the_profiles_is_known() -> None:
    for profile in built_in_profiles().values():
        assert set(profile.tables["leave_type"].values()) <= set(leave_kinds())


def test_dates_in_force() -> None:
    dated = {kind.name: (kind.first, kind.last) for kind in leave_kinds().values() if kind.first or kind.last}
    assert dated == {
        "身心調適假": (date(2025, 10, 10), None),
        "陪產假": (None, date(2022, 6, 26)),
        "陪產檢及陪產假": (date(2022, 1, 18), None),
        "防疫照顧假": (date(2020, 2, 11), None),
        "防疫隔離假": (date(2020, 1, 15), date(2023, 4, 30)),
        "疫苗接種假": (date(2021, 5, 5), date(2023, 4, 30)),
    }
    assert not leave_kinds()["防疫隔離假"].first_certain and not leave_kinds()["防疫隔離假"].last_certain


def test_every_dated_bound_has_a_source() -> None:
    for kind in leave_kinds().values():
        assert (kind.first is None) == (kind.first_source == "") and (kind.last is None) == (kind.last_source == "")
        assert kind.renamed_to is None or kind.renamed_to in leave_kinds()


# -- other writings --------------------------------------------------------------------------------------------------

DAYS = ["20210607", "1100607", "2021-06-07", "2021/6/7", "2021.06.07", "110/06/07", "110-6-7", "民國110年6月7日"]
CLOCKS = ["", " 08:00", "T08:00:00", "T08:00:00.000Z", "T08:00:00+08:00"]


@pytest.mark.parametrize(("day", "clock"), list(itertools.product(DAYS, CLOCKS)))
def test_dates_are_recognised_in_other_writings(day: str, clock: str) -> None:
    reading = read_date(day + clock)
    assert reading is not None and reading.written(REFERENCE.by_name["start_date"]) == "1100607"
    assert reading.timed == bool(clock) and reading.roc == ("2021" not in day)


@pytest.mark.parametrize("text", ["", "06/07/2021", "6/7", "110607", "11006077", "2021", "十月", "1" * 100])
def test_what_is_no_whole_date_is_not_read(text: str) -> None:
    assert read_date(text) is None


def test_a_date_that_does_not_exist_is_not_proposed() -> None:
    reading = read_date("20210230")
    assert reading is not None and reading.written(REFERENCE.by_name["start_date"]) is None


@pytest.mark.parametrize("text", ["202106", "2021-06", "2021/6", "110/6", "110年6月", "民國110年06月", "11006"])
def test_months_are_recognised_in_other_writings(text: str) -> None:
    reading = read_period(text)
    assert reading is not None and reading.written(REFERENCE.by_name["period"]) == "11006"


@pytest.mark.parametrize(
    ("text", "written"),
    [("8:00", "0800"), ("08：30", "0830"), ("800", "0800"), ("080000", "0800"), ("下午5:30", "1730"),
     ("5:30 PM", "1730"),
     ("12:00 AM", "0000"), ("上午12:30", "0030"), ("17時30分", "1730"), ("24:00", "2400")],
)  # fmt: skip
def test_times_are_recognised_in_other_writings(text: str, written: str) -> None:
    reading = read_time(text)
    assert reading is not None and reading.written(REFERENCE.by_name["end_time"]) == written


@pytest.mark.parametrize("text", ["", "8", "2430", "0860", "下午13:00", "上班", "1" * 50])
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("text", "real"),
    [("1100630", True), ("1100631", False), ("1100228", True), ("1100229", False), ("1090229", True),
     ("1101300", False)],
)  # fmt: skip
def test_real_days(text: str, real: bool) -> None:
    parts = written_parts(REFERENCE.by_name["start_date"], text)
    assert parts is not None and parts.day_is_real == real


def test_parts_follow_each_profile() -> None:
    for profile in built_in_profiles().values():
        parts = written_parts(profile.by_name["start_date"], profile.by_name["start_date"].example)
        assert parts is not None and parts.day_is_real and 2019 < parts.year < 2030
    assert written_parts(REFERENCE.by_name["start_date"], "2021-06-07") is None


# -- text quality ----------------------------------------------------------------------------------------------------


def test_each_kind_of_character_is_told_apart() -> None:
    assert code_points(characters.private_use("王\ue000\uf8ff\U000f0000明\ue000")) == "U+E000、U+F8FF、U+F0000"
    assert code_points(compatibility("\uf900\ufa0c\u2f26\U0002f800")) == "U+F900、U+FA0C、U+2F26、U+2F800"
    assert compatibility("\ufa0e\ufa0f\ufa11\ufa29林") == []
    assert code_points(controls("a\u0000\t\n\u007f\u0085b")) == "U+0000、U+0009、U+000A、U+007F、U+0085"
    assert code_points(invisible("王\u200b\u200d\ufeff\u00ad\u202e明")) == "U+200B、U+200D、U+FEFF、U+00AD、U+202E"


@pytest.mark.parametrize("text", ["王\ufffd明", "王□明", "□小明", "王〓明", "王&#29314;明", "王&#x7282;明"])
def test_lost_characters_are_seen(text: str) -> None:
    assert lost(text)


@pytest.mark.parametrize("text", ["王小明", "□公務 □私務", "□已附證明文件", "A&B", "&amp;", "Kolas‧Yotaka", "王𠮷明"])
def test_nothing_is_lost_in_ordinary_text(text: str) -> None:
    assert not lost(text)


def test_question_marks_between_ideographs() -> None:
    assert question_inside("王?明") and question_inside("鹽水區??頭港")
    assert not question_inside("是否補假?") and not question_inside("why? 因為") and not question_inside("?王")


@pytest.mark.parametrize("text", ["陳怡君".encode().decode("latin-1"), "嚙踝蕭", "锟斤拷"])
def test_wrongly_decoded_text_is_garbled(text: str) -> None:
    assert garbled(text) and controls(text) == []


@pytest.mark.parametrize("text", ["王小明", "José García", "課員", "Kolas‧Yotaka", "é", "ñandú", "", "abc", "犇骉"])
def test_ordinary_text_is_not_garbled(text: str) -> None:
    assert not garbled(text)


def test_decomposed_letters() -> None:
    assert [characters.decomposed(text) for text in ("Jose\u0301", "José", "林\uf90a龍")] == [True, False, False]
