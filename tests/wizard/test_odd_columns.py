"""Whatever stands under the keys, the wizard proposes a profile that can be used, and never fails."""

from __future__ import annotations

import random
from typing import Any

import pytest

from pyvalidator.profile.spec import CANONICAL
from pyvalidator.wizard import draft_profile, draft_toml, propose, settle
from pyvalidator.wizard.form_controls import controls, set_control
from pyvalidator.wizard.names import TOGETHER
from pyvalidator.wizard.readings import preview, set_template, template_problem

_KEYS = ["迄日", "起時", "迄時", "日數", "時數", "假別", "姓名", "身分證字號", "員工代號", "date", "期間", "時段", "起年", "起月", "年度", "月份", "hours", "days", "amount", "EMP_ID", "COVID", "x1", "x2", "REASON", "start", "end", "startAt", "endAt"]
_VALUES: list[Any] = [
    None, "", "-", True, False, 0, 1, 3.5, -1, 1e300, 1e17, 10**30, 1100607, 44354, 44354.5, 1622419200, 1622419200000,
    "1100607", "110/6/7", "2021-06-07T08:00:00Z", "上午", "下午", "全日", "0800", "08:00", "8:00", "24:00", "1日4時", "0.4",
    "1.4", "abc", "王小明", "A123456789", [], {}, [1], {"a": 1}, "１１０", "²", "110/06/07~110/06/08", "0800-1700", "99/99/99",
    "0000000", "/Date(1)/", "/Date(1622419200000)/", "12:60", "9" * 70, "1" * 400, "-5", "1e5", ".", "..", "5.", "nan",
]  # fmt: skip


def odd_file(chance: random.Random) -> Any:
    pools = {key: chance.sample(_VALUES, chance.randint(1, 6)) for key in chance.sample(_KEYS, chance.randint(3, 12))}
    rows: list[dict[str, Any]] = [
        {key: chance.choice(pool) for key, pool in pools.items() if chance.random() < 0.95}
        for _ in range(chance.randint(1, 30))
    ]  # fmt: skip
    for row in rows:
        if chance.random() < 0.8:
            row["起日"] = f"110/06/{chance.randint(1, 30):02d}"
    return chance.choice([rows, {"資料": rows}, {"年月": "11006", "資料": rows}])


@pytest.mark.parametrize("seed", range(40))
def test_any_values_give_a_profile(seed: int) -> None:
    chance = random.Random(seed)
    content = odd_file(chance)
    draft = propose([content])
    if draft is None:
        return
    draft_profile(draft)
    assert draft_toml(draft)
    for choice in draft.choices:
        preview(choice), preview(choice, "YYY/M")
        assert template_problem(choice, "[[") and set_template(choice, "[[")
        for control in controls(choice):
            for option, _ in control.options:
                set_control(choice, control.name, option)
    choice = chance.choice(draft.choices)
    choice.field = chance.choice([*CANONICAL, *TOGETHER])
    settle(choice)
    assert isinstance(controls(choice), list)
