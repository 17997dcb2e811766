"""Rule reference: one page per rule, an index, and the files to try, all made from the rules themselves."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from pyvalidator.profile import built_in_profiles
from pyvalidator.registry import rules
from pyvalidator.rule import Example, Rule

STAGES = {
    "syntax": ("讀取檔案", "檔案能不能讀成 JSON：編碼、引號、逗號、括號。"),
    "structure": ("欄位與格式", "欄位有沒有少、有沒有多，值的寫法對不對。"),
    "codes": ("代碼與編號", "機關代碼、人員區分代碼、假別、身分證字號。"),
    "record": ("單筆紀錄", "一筆差假自己說得通嗎：日期、時間、天數。"),
    "person": ("同一位人員", "同一個人的幾筆差假彼此有沒有衝突。"),
    "file": ("整份檔案", "筆數、機關、資料年月。"),
    "batch": ("多份檔案", "一次放進好幾份檔案時，檔案之間有沒有衝突或缺漏。"),
}
SEVERITIES = {
    "error": ("必須修正", "不修正就不要上傳。"),
    "warning": ("請確認並說明", "可能是對的，請查證；確認無誤就把理由記下來。"),
    "info": ("參考", "供您知道，不必處理。"),
}
NEEDS = {"roster": "應報送機關名冊", "agencies": "機關代碼檔", "calendar": "辦公日曆"}
_LABELS = {name: spec.title for name, spec in built_in_profiles()["reference"].by_name.items()}


def page_uri(rule_id: str) -> str:
    """Where the rule's page stands in the docs."""
    return f"rules/{rule_id.lower()}.md"


def build_pages() -> dict[str, str | bytes]:
    """Every page and download of the rule reference by its place in the docs."""
    pages: dict[str, str | bytes] = {"rules/index.md": build_index()}
    for rule in rules().values():
        pages[page_uri(rule.id)] = build_page(rule)
        bad = _bad_example(rule)
        if bad is not None:
            name, content = _download(rule, bad)
            pages[f"rules/files/{name}"] = content
    return pages


def build_nav() -> list[dict[str, Any]]:
    """The rule pages below their stages, for the site's navigation."""
    return [
        {title: [{f"{rule.id} {rule.title}": page_uri(rule.id)} for rule in _of_stage(stage)]}
        for stage, (title, _) in STAGES.items()
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
    lines += [f"- **{name}**：{text}" for name, text in SEVERITIES.values()]
    lines += ["", "## 依檢查的階段", ""]
    for stage, (title, text) in STAGES.items():
        if chosen := _of_stage(stage):
            lines += [f"### {title}", "", text, "", *_table(chosen), ""]
    lines += ["## 依欄位", ""]
    for name, label in _LABELS.items():
        if chosen := [rule for rule in every if name in rule.reads]:
            lines += [f"**{label}**（`{name}`）：{_links(chosen)}", ""]
    lines += ["## 依嚴重程度", ""]
    for severity, (name, _) in SEVERITIES.items():
        if chosen := [rule for rule in every if rule.severity == severity]:
            lines += [f"**{name}**（{len(chosen)} 條）：{_links(chosen)}", ""]
    return "\n".join(lines)


def _of_stage(stage: str) -> list[Rule]:
    return [rule for rule in rules().values() if rule.stage == stage]


def _table(chosen: Iterable[Rule]) -> list[str]:
    rows = [f"| [{rule.id}]({rule.id.lower()}.md) | {rule.title} | {SEVERITIES[rule.severity][0]} |" for rule in chosen]
    return ["| 規則 | 檢查什麼 | 程度 |", "|---|---|---|", *rows]


def _links(chosen: Iterable[Rule]) -> str:
    return "、".join(f"[{rule.id}]({rule.id.lower()}.md)" for rule in chosen)


def build_page(rule: Rule) -> str:
    """One rule's page."""
    severity, advice = SEVERITIES[rule.severity]
    intro, _, rest = rule.doc.partition("\n## ")
    lines = ["---", f"title: {rule.id} {rule.title}", "---", f"# {rule.id}　{rule.title}", ""]
    lines += [f"**{severity}**　{advice}", "", intro.strip(), ""]
    if rest:
        lines += ["## " + rest.strip(), ""]
    if "## 怎麼修" not in rule.doc:
        lines += ["## 怎麼修正", "", _plain(rule.fix, rule), ""]
        lines += ["請在差勤系統裡修正，再重新產製檔案；做法見[回差勤系統修正](../manual/fix.md)。", ""]
    lines += ["## 例子", ""]
    for example in rule.examples:
        lines += _example(example)
    if (bad := _bad_example(rule)) is not None:
        name, _ = _download(rule, bad)
        lines += [
            f'<a class="md-button md-button--primary" href="../../index.html#example={rule.id}">用這個例子試試</a>'
            f' <a class="md-button" href="../files/{name}" download>下載有錯的檔案</a>',
            "",
        ]
    lines += ["## 依據", ""]
    assumed = "本專案參考版型的約定（非官方格式），見[檔案格式](../format/index.md)。"
    lines += [f"- {source}" for source in rule.sources or (assumed,)]
    lines += ["", *_facts(rule)]
    return "\n".join(lines)


def _facts(rule: Rule) -> list[str]:
    rows = [("階段", STAGES[rule.stage][0])]
    if rule.reads:
        rows.append(("檢查的欄位", "、".join(f"{_LABELS.get(name, name)}（`{name}`）" for name in rule.reads)))
    if rule.needs:
        rows.append(("需要另外提供", "、".join(NEEDS[need] for need in rule.needs)))
    if rule.follows:
        rows.append(("原因相同時併入", "、".join(f"[{root}]({root.lower()}.md)" for root in rule.follows)))
    rows.append(("開始的版本", rule.since))
    return ["## 其他資料", "", "| 項目 | 內容 |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows), ""]


def _plain(template: str, rule: Rule) -> str:
    """A message template as a general sentence: the field's title where it is known, an ellipsis for values."""
    label = _LABELS.get(rule.reads[0], "欄位") if rule.reads else "欄位"
    return re.sub(r"\{(\w+)[^}]*\}", lambda name: label if name[1] == "label" else "…", template)


def _bad_example(rule: Rule) -> Example | None:
    return next((example for example in rule.examples if example.fires_at is not None), None)


def _download(rule: Rule, example: Example) -> tuple[str, bytes]:
    if not example.files:
        return f"{rule.id.lower()}.json", _as_bytes(example.content)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writer:
        for name, content in example.files.items():
            # A fixed time keeps the build the same for the same commit.
            writer.writestr(zipfile.ZipInfo(name, (2021, 7, 10, 0, 0, 0)), _as_bytes(content))
    return f"{rule.id.lower()}.zip", archive.getvalue()


def _as_bytes(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode("utf-8", "surrogatepass")
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _example(example: Example) -> list[str]:
    mark = "沒有這個問題" if example.fires_at is None else "有這個問題"
    lines = [f"### {example.title}（{mark}）", ""]
    for name, content in (example.files or {"": example.content}).items():
        if name:
            lines += [f"檔案 `{name}`：", ""]
        lines += _block(_as_bytes(content).decode("utf-8", "replace"), None if name else example.fires_at)
    return lines



def _block(text: str, pointer: str | None) -> list[str]:
    """A code block, with the place at fault named above it."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return [*([f"位置：`{pointer}`", ""] if pointer else []), f"{fence}json", *text.splitlines(), fence, ""]
