"""A rule's states: active, deprecated (it runs, and says that it will go), removed (its id still has an answer)."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources

import pytest

from pyvalidator.cli import main
from pyvalidator.engine import removed
from pyvalidator.engine.catalogue import explanation, rule_facts
from pyvalidator.engine.registry import rules
from pyvalidator.engine.removed import RemovedRule, removed_rules
from pyvalidator.profile import ProfileError, load_profile
from pyvalidator.rule import Deprecation

GONE = RemovedRule("COD999", "機關代碼為舊制", "1.2", "舊制代碼已不再使用。", ("COD300",))


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f'[[rule]]\nid = "{GONE.id}"\ntitle = "{GONE.title}"\nremoved = "{GONE.removed}"\nreason = "{GONE.reason}"\ninstead = ["COD300"]\n'
    monkeypatch.setattr(removed, "read_package_text", lambda path: text)
    removed_rules.cache_clear()
    yield
    monkeypatch.undo()
    removed_rules.cache_clear()


@pytest.fixture
def deprecated(monkeypatch: pytest.MonkeyPatch) -> str:
    changed = replace(rules()["COD105"], deprecated=Deprecation("1.1", "檢查碼將併入格式檢核。", ("STR790",)))
    monkeypatch.setitem(rules(), "COD105", changed)
    return "這條規則自 1.1 版起預定停用。檢查碼將併入格式檢核。請改看 STR790。"


def test_no_rule_takes_the_id_of_a_removed_one() -> None:
    assert not set(removed_rules()) & set(rules()), "ids are never used again: give the new rule another"
    assert set().union(*(rule.instead for rule in removed_rules().values())) <= set(rules())


@pytest.mark.usefixtures("gone")
def test_explain_answers_for_a_removed_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "cod999"]) == 0
    assert capsys.readouterr().out == "規則 COD999（機關代碼為舊制）自 1.2 版起停用。舊制代碼已不再使用。請改看 COD300。\n"


@pytest.mark.usefixtures("gone")
def test_a_profile_that_sets_a_removed_rule_is_told_where() -> None:
    text = resources.files("pyvalidator.profiles").joinpath("reference-1.toml").read_text("utf-8")
    text += '\n[severity]\nCOD999 = "off"\n'
    with pytest.raises(ProfileError) as caught:
        load_profile(text, "a.toml")
    line = text.splitlines().index('COD999 = "off"') + 1
    assert caught.value.problems == [f"第 {line} 列：規則 COD999（機關代碼為舊制）自 1.2 版起停用。舊制代碼已不再使用。請改看 COD300。請刪除這個設定。"]


def test_a_deprecated_rule_says_so(deprecated: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert explanation(rules()["COD105"]).startswith(deprecated + "\n\n")
    assert {fact["id"] for fact in rule_facts() if fact["state"] == "deprecated"} == {"COD105"}
    main(["rules"])
    told = [line for line in capsys.readouterr().out.splitlines() if "（預定停用）" in line]
    assert len(told) == 1 and "COD105" in told[0]
    main(["rules", "--format", "json"])
    states = {fact["id"]: fact["state"] for fact in json.loads(capsys.readouterr().out)}
    assert states.pop("COD105") == "deprecated" and set(states.values()) == {"active"}
