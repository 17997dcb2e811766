"""Rule reference: an index, one page per rule and the files to try, all made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pages import rule_page
from pages.rule_page import LABELS
from pages.who_changes import anchor, rules_by_owner
from pyvalidator.engine.examples import example_bytes, zip_bytes
from pyvalidator.engine.registry import rules
from pyvalidator.rule import Example, Rule
from pyvalidator.wording import OWNER, OWNER_ADVICE, OWNER_TITLE, RULE_STAGE, RULE_STATE, SEVERITY, SEVERITY_ADVICE


def page_uri(rule_id: str) -> str:
    """Where the rule's page stands in the docs."""
    return f"rules/{rule_id.lower()}.md"


def build_pages() -> dict[str, str | bytes]:
    """Every page and download of the rule reference by its place in the docs."""
    pages: dict[str, str | bytes] = {"rules/index.md": build_index()}
    for rule in rules().values():
        bad = next((example for example in rule.examples if example.fires_at is not None), None)
        name, content = _download(rule, bad) if bad is not None else (None, b"")
        pages[page_uri(rule.id)] = rule_page.build_page(rule, name)
        if name is not None:
            pages[f"rules/files/{name}"] = content
    return pages


def _download(rule: Rule, example: Example) -> tuple[str, bytes]:
    """The example as the file that a reader may try: itself, or a zip of several."""
    if not example.files:
        return f"{rule.id.lower()}.json", example_bytes(example.content)
    given = {name: content for name, content in example.files.items() if content is not None}
    archives = [name for name in given if name.lower().endswith(".zip")]
    if archives:
        return f"{rule.id.lower()}.zip", example_bytes(given[archives[0]])
    return f"{rule.id.lower()}.zip", zip_bytes(given)


def build_nav() -> list[dict[str, Any]]:
    """The rule pages below their stages, for the site's navigation."""
    return [
        {title: [{f"{rule.id} {rule.title}": page_uri(rule.id)} for rule in _of_stage(stage)]}
        for stage, (title, _) in RULE_STAGE.items()
        if _of_stage(stage)
    ]


def build_index() -> str:
    """The index: by stage, then by field, then by severity."""
    every = list(rules().values())
    lines = [
        "---",
        "description: 差勤檢核的全部規則：檢查什麼、為什麼、依據、正確與錯誤的例子。",
        "---",
        "# 檢核規則",
        "",
        f"目前共有 {len(every)} 條規則。檢核結果裡的代號（例如 COD105）就是這裡的代號；"
        "每條規則都有自己的一頁，說明哪裡不對、為什麼重要、怎麼修正，並附可以試用的例子。",
        "",
    ]
    lines += [f"- **{name}**：{SEVERITY_ADVICE[severity]}" for severity, name in SEVERITY.items()]
    lines += ["", "## 依檢查的階段", ""]
    for stage, (title, text) in RULE_STAGE.items():
        if chosen := _of_stage(stage):
            lines += [f"### {title}", "", text, "", *_table(chosen), ""]
    lines += ["## 依欄位", "", "| 欄位 | 規則 |", "|---|---|"]
    for name, label in LABELS.items():
        if chosen := [rule for rule in every if name in rule.reads]:
            lines.append(f"| {label}（`{name}`） | {_links(chosen)} |")
    lines.append("")
    lines += ["## 依嚴重程度", ""]
    for severity, name in SEVERITY.items():
        if chosen := [rule for rule in every if rule.severity == severity]:
            lines += [f"**{name}**（{len(chosen)} 條）：{_links(chosen)}", ""]
    lines += [f"## 依{OWNER_TITLE}", "", "可能不只一方的規則，列在最可能的一方。", ""]
    for owner, chosen in rules_by_owner().items():
        lines += [f"### {OWNER[owner]} {{ #{anchor(owner)} }}", "", OWNER_ADVICE[owner], "", _links(chosen), ""]
    return "\n".join(lines)


def _of_stage(stage: str) -> list[Rule]:
    return [rule for rule in rules().values() if rule.stage == stage]


def _table(chosen: Iterable[Rule]) -> list[str]:
    rows = [
        f"| {_links([rule])} | {rule.title}{RULE_STATE[rule.state]} | {SEVERITY[rule.severity]} |" for rule in chosen
    ]
    return ["| 規則 | 檢查什麼 | 程度 |", "|---|---|---|", *rows]


def _links(chosen: Iterable[Rule]) -> str:
    return "、".join(f"[{rule.id}]({rule.id.lower()}.md)" for rule in chosen)
