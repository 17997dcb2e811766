"""`task.py new-rule`: what it writes works as it stands, lies where it belongs, and is not left as it was."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tree_copy import TreeCopy, copy_tree

from pyvalidator.engine.registry import rules
from scaffold import new_rule
from scaffold.new_rule import NewRuleError, begin_rule, former_entries
from scaffold.rule_template import DETECTED, KINDS, MARK, render_rule
from tasks.toolchain import ROOT

_GUIDE = (ROOT / "docs" / "develop" / "add-a-rule.md").read_text("utf-8")
GUIDE_MODULE, GUIDE_CASE = re.findall(r"```python\n(.*?)```", _GUIDE, re.DOTALL)
[(GUIDE_ID, GUIDE_NAME)] = re.findall(r"task\.py new-rule (\S+) (\S+)", _GUIDE)
[_STEPS] = re.findall(r"```bash\n(.*?)```", _GUIDE, re.DOTALL)
#: Id → the kind that is asked for; None takes the usual one of the prefix.
BEGUN = {
    "STR199": None, "COD999": None, "REC999": None, "PER999": "person", "FIL999": None, "BAT999": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[TreeCopy, str]:
    """A tree with the guide's rule and one begun of every kind that is checked by a function of its own, and what was
    said."""
    tree = copy_tree(tmp_path_factory.mktemp("tree"))
    wanted = [(id, "begun_and_left", kind) for id, kind in BEGUN.items()]
    every = "; ".join(f"print(begin_rule(*{each})[1])" for each in [*wanted, (GUIDE_ID, GUIDE_NAME)])
    told = tree.python("-c", f"from scaffold.new_rule import begin_rule; {every}")
    write_guide(tree)
    return tree, told


def write_guide(tree: TreeCopy) -> None:
    """The guide's text in place of what its rule began as, and its case in the list that it names."""
    [path] = (tree.root / "pyvalidator" / "rules").rglob(f"{GUIDE_ID.lower()}_{GUIDE_NAME}.py")
    path.write_text(GUIDE_MODULE, "utf-8")
    place, _, line = GUIDE_CASE.partition("\n")
    name, where = place.removeprefix("# ").split(" of ")
    tree.replace(where, f"\n{name} = [\n", f"\n{name} = [\n{line}")


def run_tests(tree: TreeCopy, *arguments: str) -> int:
    """How many passed; none may fail."""
    told = tree.python("-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments)
    return int(re.findall(r"(\d+) passed", told)[-1])


def test_every_kind_has_a_beginning() -> None:
    assert {rule.kind for rule in rules().values()} == set(KINDS)


def test_rules_work_as_they_begin_and_as_the_guide_says(begun: tuple[TreeCopy, str]) -> None:
    tests = [f"tests/rules/test_{name}.py" for name in ("examples", "catalogue", "fix_sentences", "unreadable_fields")]
    chosen = ["-k", " or ".join((*BEGUN, GUIDE_ID))]
    assert run_tests(begun[0], *tests, "tests/corpus/test_one_fault.py", *chosen) > 6 * len(BEGUN)


def test_beginning_lies_beside_the_others_of_its_prefix(begun: tuple[TreeCopy, str]) -> None:
    tree, _ = begun
    for id in BEGUN:
        [path] = (tree.root / "pyvalidator" / "rules").rglob(f"{id.lower()}_*.py")
        other = next(rule for rule in rules().values() if rule.id.startswith(id[:3]))
        assert path.parent.name == other.stage


@pytest.mark.parametrize("kind", DETECTED)
def test_rule_of_the_reader_takes_the_code_of_a_fault(kind: str) -> None:
    module: dict[str, object] = {}
    exec(render_rule(kind, "SYN999", "some_fault", "1.0"), module)
    rule = module["RULE"]
    assert (rule.id, rule.kind) == ("SYN999", kind)  # type: ignore[attr-defined]
    assert "some_fault" in vars(rule).values()


def test_no_id_of_a_removed_rule_is_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_rule, "removed_rules", lambda: {"REC115": None})
    with pytest.raises(NewRuleError, match=r"^REC115 .*Free: REC125,"):
        begin_rule("REC115", "some_condition")


@pytest.mark.parametrize(("arguments", "why"), [
    (("REC110", "some_condition"), "is or was another rule"), (("ABC110", "some_condition"), "BAT, COD"),
    (("REC11", "some_condition"), "three digits"), (("REC998", "rec998_check"), "name the bad condition"),
])  # fmt: skip
def test_what_cannot_be_begun_is_said(arguments: tuple[str, str], why: str) -> None:
    with pytest.raises(NewRuleError, match=why):
        begin_rule(*arguments)


def test_ids_of_earlier_versions_are_taken() -> None:
    log = "# 更新紀錄\n\n## 92.0.0\n\n- REC111。\n\n## 91.9.0\n\n- REC222 停用。\n"
    taken = {version: re.findall(r"REC\d+", former_entries(log, version)) for version in ("92.0.0", "92.1.0")}
    assert taken == {"92.0.0": ["REC222"], "92.1.0": ["REC111", "REC222"]}


def test_files_that_a_rule_must_live_with_are_there(begun: tuple[TreeCopy, str]) -> None:
    named = set(re.findall(r"(?:tests|docs)/[\w/-]+(?:\.py|\.md|)", begun[1]))
    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_no_rule_was_left_as_it_began() -> None:
    left = [path.name for path in (ROOT / "pyvalidator" / "rules").rglob("*.py") if MARK in path.read_text("utf-8")]
    assert left == [], f"rewrite every 「{MARK}」"


@pytest.mark.long
def test_rule_of_the_guide_passes_the_steps_of_the_guide(tmp_path: Path) -> None:
    tree = copy_tree(tmp_path)
    tree.task("new-rule", GUIDE_ID, GUIDE_NAME)
    write_guide(tree)
    for command in _STEPS.splitlines():
        program, *arguments = shlex.split(command.removeprefix(".venv/bin/"))
        if program == "make":
            # `quick` chooses among the tests of the next steps; what a task gets in ARGS is for pytest.
            task, *given = arguments
            arguments = shlex.split(given[0].removeprefix("ARGS=")) if task != "quick" else []
        if program in ("pytest", "make"):
            assert not arguments or run_tests(tree, *arguments)
        else:
            assert "超過三年" in tree.run(tree.bin / program, *arguments)
