"""Changes by rule: which rules a version brought, and what the change log says about rules, version by version."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pyvalidator.engine.catalogue import removal_text
from pyvalidator.engine.registry import rules
from pyvalidator.engine.removed import RemovedRule, removed_rules
from pyvalidator.rule import Rule
from tasks.toolchain import ROOT

URI = "rules/changes.md"
_VERSION = re.compile(r"^## (\d+\.\d+)\.(\d+)(.*)$", re.MULTILINE)
_RULE_ID = re.compile(r"\b([A-Z]{3}\d{3})\b")


def build_pages() -> dict[str, str | bytes]:
    """The page by its place in the docs."""
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    return {URI: build_page(log, list(rules().values()), removed_rules().values())}


def build_nav() -> list[dict[str, Any]]:
    """The page, for the navigation."""
    return [{"依規則的更新紀錄": URI}]


def build_page(log: str, every: list[Rule], gone: Iterable[RemovedRule] = ()) -> str:
    """The newest version first.

    Args:
        log: CHANGELOG.md; the lines of a version that name a rule are shown beside the rules that it brought.
        gone: removed rules; each is told of at the version that took it away.
    """
    lines = [
        "# 依規則的更新紀錄", "",
        "哪一版新增了哪些規則、改了哪些規則。規則的代號永不重複使用：停用的代號不會拿來做別的事，所以舊報告仍然看得懂。",
        "", "報告裡有檢核時所用的版本。兩次檢核的結果不同而檔案沒有變時，先看這一頁。", "",
    ]  # fmt: skip
    brought = defaultdict(list)
    for rule in every:
        brought[rule.since].append(rule)
    known = {rule.id for rule in every}
    versions = _versions(log)
    for since in sorted(set(brought) - {since for since, _, _ in versions}, reverse=True):
        lines += [f"## {since}（尚未列入更新紀錄）", "", *_brought(brought[since])]
    for since, title, text in versions:
        lines += [f"## {title}", ""]
        changed = [line for line in text.splitlines() if line.startswith("- ") and _RULE_ID.search(line)]
        # A later patch of the same version brings none.
        new = brought.pop(since, []) if title.startswith(f"{since}.0") else []
        lines += _brought(new)
        if changed:
            lines += ["改變的規則：", "", *(_linked(line, known) for line in changed), ""]
        removed = [rule for rule in gone if title.startswith(f"{rule.removed}.0")]
        if removed:
            lines += ["停用的規則：", "", *(f"- {_linked(removal_text(rule), known)}" for rule in removed), ""]
        if not new and not changed and not removed:
            lines += ["規則沒有改變。", ""]
    return "\n".join(lines)


def _versions(log: str) -> list[tuple[str, str, str]]:
    """The version that rules name (`1.0`), the heading and the text of each."""
    found = list(_VERSION.finditer(log))
    ends = [match.start() for match in found[1:]] + [len(log)]
    return [(match[1], match[0][3:], log[match.end() : end]) for match, end in zip(found, ends, strict=True)]


def _brought(chosen: list[Rule]) -> list[str]:
    return [f"新增 {len(chosen)} 條規則：", "", *_by_prefix(chosen), ""] if chosen else []


def _by_prefix(chosen: list[Rule]) -> list[str]:
    """One line for each three-letter prefix."""
    groups = defaultdict(list)
    for rule in sorted(chosen, key=lambda rule: rule.id):
        groups[rule.id[:3]].append(f"[{rule.id}]({rule.id.lower()}.md)")
    return [f"- {prefix}：{'、'.join(links)}" for prefix, links in groups.items()]


def _linked(line: str, known: set[str]) -> str:
    return _RULE_ID.sub(lambda name: f"[{name[1]}]({name[1].lower()}.md)" if name[1] in known else name[1], line)
