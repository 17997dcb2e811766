"""A leave kind in other words: what is proposed for it, by the law of the person's own class, and what stays open."""

from __future__ import annotations

from typing import Any

import pytest
from support import only, run_one

from pyvalidator.domain.leave_kinds import leave_kinds, meant_by_class, proposed_leave
from pyvalidator.domain.staff_classes import STAFF_CLASSES
from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import document
from pyvalidator.wizard.code_table import read_code_table

_NAMES = set(built_in_profiles()["reference"].tables["leave_type"].values())
_LEAVE = {name: name for name in _NAMES}
_MEANT = {
    "停班登記": "颱風假 天然災害停止上班 停止上班 停班停課 天然災害停班 停班假 颱風停班 風災假",
    "加班補休": "補休(加班) 補休-加班 加班補休假", "值班補休": "值日補休 補休（值班） 補休-值日", "選務補休": "選舉補休 補休(選務)",
    "其他補休": "補休 補休假 补休", "特別休假": "特休 特休假", "陪產檢及陪產假": "陪產檢 陪產(檢)假 陪產檢及陪產", "陪產假": "陪產",
    "歲時祭儀假": "祭儀 祭儀假 歲時祭儀 原住民族歲時祭儀放假", "休假": "休假(國旅卡) 國旅卡休假", "病假": "病假(住院) 一般病假",
    "家庭照顧假": "家照假 家顧假 家庭照顧", "身心調適假": "心理假 身心假", "娩假": "產假 分娩假 产假", "流產假": "流產 流產假(20週以上)",
    "公差": "出差 公差假", "公出": "公出假 公務外出", "公假": "公假(訓練) 因公傷病公假", "慰勞假": "慰休 慰勞", "產檢假": "產檢 產前檢查假",
    "防疫隔離假": "隔離假 居家隔離假 居家檢疫假", "疫苗接種假": "疫苗假 接種假", "延長病假": "長病假 延病 長期病假", "曠職": "曠班 曠工",
    "骨髓捐贈假": "捐髓假 骨捐假", "器官捐贈假": "器捐假", "喪假": "喪假(祖父母) 丧假",
}  # fmt: skip
_OPEN = (
    "公喪 公喪假 婚喪假 產後假 事假-家庭照顧 事假/病假 事病假 防疫假 居家照護 育嬰假 育嬰留職停薪 留職停薪 公假1 公假2 公假(1) 公假（二） 謀職假 安胎假 "
    "公務補休 生日假 榮譽假 超勤補休 捐血假 進修假 例假 輪休 遲到 早退 確診假 病假2 加班補修 特別事由"
)


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, words in _MEANT.items() for word in words.split()])
def test_a_word_of_the_list_or_a_slip_is_proposed(kind: str, word: str) -> None:
    assert proposed_leave(word, _LEAVE) == kind
    table = read_code_table(f"01,事假\n02,{word}", _NAMES, {})
    assert table.codes["02"] == kind and "02" in table.proposed, "a proposal is marked as one"


@pytest.mark.parametrize("word", _OPEN.split())
def test_what_is_only_alike_stays_open(word: str) -> None:
    assert proposed_leave(word, _LEAVE) is None
    entry = only(run_one(document([{"leave_type": word}])))
    assert (entry.rule, entry.expected_value) == ("STR800", None)


# -- by the staff class ------------------------------------------------------------------------------------------------


_WORKER: dict[str, Any] = {"person_category": "14"}


@pytest.mark.parametrize(
    ("word", "others", "kind"),
    [
        ("公傷假", {"person_category": "01"}, "公假"), ("因公傷病假", {"person_category": "01"}, "公假"), ("公傷", {"person_category": "01"}, "公假"),
        ("年休", {"person_category": "01"}, "休假"), ("普通病假", {"person_category": "01"}, "病假"),
        ("公傷假", {**_WORKER, "other": "特別休假"}, "公傷病假"), ("年假", {**_WORKER, "other": "普通傷病假"}, "特別休假"),
        ("年假", {**_WORKER, "other": "慰勞假"}, "慰勞假"), ("公傷假", {**_WORKER, "other": "休假"}, "公假"),
        ("普通病假", {**_WORKER, "other": "特別休假"}, "普通傷病假"), ("住院病假", {**_WORKER, "other": "慰勞假"}, "病假"),
        # Nobody can tell whose law it is.
        ("公傷假", _WORKER, None), ("年休", _WORKER, None), ("普通病假", _WORKER, None), ("公傷假", {**_WORKER, "other": "事假"}, None),
        # Of a class of which the law is not known here.
        ("公傷假", {**_WORKER, "other": "慰勞假"}, None),
    ],
)  # fmt: skip
def test_a_word_that_means_another_kind_for_each_class(word: str, others: dict[str, Any], kind: str | None) -> None:
    given = dict(others)
    other = given.pop("other", None)
    more = [{**given, "leave_type": other, "start_date": "1100609", "end_date": "1100609"}] if other else []
    entry = only(run_one(document([{**given, "leave_type": word}, *more])))
    assert (entry.rule, entry.expected_value, entry.pointer) == ("STR800", kind, "/records/0/leave_type")
    if kind is None:
        assert all(f"「{name}」" in entry.message for name in meant_by_class(word, _LEAVE).values())
    else:
        assert f"「{kind}」" in entry.message


def test_no_word_is_listed_twice() -> None:
    one_kind = {word for kind in leave_kinds().values() for word in (kind.name, *kind.also, *kind.maybe)}
    assert [word for word in one_kind if meant_by_class(word, _LEAVE)] == []
    words = [word for kind in leave_kinds().values() for word in (kind.name, *kind.also, *kind.maybe)]
    assert len(words) == len(set(words))
    for word in ("公傷假", "年休", "普通病假"):
        assert set(meant_by_class(word, _LEAVE)) <= set(STAFF_CLASSES)
