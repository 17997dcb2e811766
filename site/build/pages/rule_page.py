"""One rule's page: what is wrong, why it matters, how to mend it, examples with what the checker says to them."""

from __future__ import annotations

import re

from pages.doc_samples import literal
from pages.rule_facts import show_facts
from pyvalidator.domain.sources import sources
from pyvalidator.engine.catalogue import deprecation_text
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.report.model import Entry, Report
from pyvalidator.rule import Example, Rule
from pyvalidator.samples.rule_examples import example_files, example_options, example_side_files
from pyvalidator.wording import OWNER_TITLE, RULE_STAGE, SEVERITY, SEVERITY_ADVICE, SIDE_FILE, owner_line, owner_text

LABELS = {name: spec.title for name, spec in built_in_profiles()["reference"].by_name.items()}
#: The calendar is always there; what a user gives only lies over it.
_NEEDS = ("roster", "agencies", "schema")
#: Lines shown before and after the line at fault, and of a file without one.
_AROUND, _WHOLE = 4, 40
_LINE_LENGTH = 160
_CONTROL = {code: 0x2400 + code for code in range(32) if code not in (9, 10)}


def build_page(rule: Rule, download: str | None) -> str:
    """The page in Markdown; `download` is the name of the bad file below `files/`."""
    severity, advice = SEVERITY[rule.severity], SEVERITY_ADVICE[rule.severity]
    intro, _, rest = rule.documentation.partition("\n## ")
    lines = ["---", f'title: "{rule.id} {rule.title}"', "---", f"# {rule.id}　{rule.title}", ""]
    lines += [f"**{severity}**　{advice}", f"{{: .pv-severity .pv-severity--{rule.severity} }}", "", intro.strip(), ""]
    if told := deprecation_text(rule):
        lines += ['!!! warning "預定停用"', f"    {told}", ""]
    lines += _sections(rule, rest)
    lines += ["## 例子", ""]
    ordered = sorted(rule.examples, key=lambda example: example.fires_at is None)
    for example in ordered:
        lines += _show_example(rule, example, is_first=example is ordered[0])
        if example is ordered[0] and download is not None:
            lines += [
                f'<a class="md-button md-button--primary" href="../../index.html#example={rule.id}">用這個例子試試</a>'
                f' <a class="md-button" href="../files/{download}" download>下載有錯的檔案</a>',
                "",
            ]
    return "\n".join([*lines, *_facts(rule)])


def _sections(rule: Rule, rest: str) -> list[str]:
    """The rule's own sections, the way to the manual below how to mend it, and its sources below what it rests on."""
    sections = dict(section.split("\n", 1) for section in rest.split("\n## ")) if rest else {}
    mend = next((title for title in sections if title.startswith("怎麼修")), "怎麼修正")
    sections.setdefault(mend, _general(rule.fix, rule))
    steps = f"**{owner_line(rule.owner)}**。修正的步驟見[回差勤系統修正](../manual/fix.md)。"
    sections[mend] = f"{sections[mend].strip()}\n\n{steps}"
    named = "\n".join(map(_source, rule.sources or ("參考版型",)))
    facts = "\n".join(show_facts(rule))
    sections["依據"] = f"{sections.get('依據', '').strip()}\n\n{named}\n{facts}"
    return [line for title, text in sections.items() for line in (f"## {title.strip()}", "", text.strip(), "")]


def _source(name: str) -> str:
    return f"- {name}（{sources()[name].described}）"


def _facts(rule: Rule) -> list[str]:
    rows = [("階段", RULE_STAGE[rule.stage][0]), (OWNER_TITLE, owner_text(rule.owner))]
    if rule.reads:
        rows.append(("檢查的欄位", "、".join(f"{LABELS.get(name, name)}（`{name}`）" for name in rule.reads)))
    if needs := [SIDE_FILE[need] for need in rule.needs if need in _NEEDS]:
        rows.append(("需要另外提供", "、".join(needs)))
    if rule.folds_under:
        rows.append(("原因相同時併入", "、".join(f"[{root}]({root.lower()}.md)" for root in rule.folds_under)))
    rows.append(("開始的版本", rule.since))
    return ["## 其他資料", "", "| 項目 | 內容 |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows), ""]


def _general(template: str, rule: Rule) -> str:
    """A message template as a general sentence: the field's title where it is known, an ellipsis for values."""
    label = LABELS.get(rule.reads[0], "欄位") if rule.reads else "欄位"
    return re.sub(r"\{(\w+)[^}]*\}", lambda name: label if name[1] == "label" else "…", template)


def _show_example(rule: Rule, example: Example, *, is_first: bool) -> list[str]:
    """The first bad example open, with what the checker says; every other one folded."""
    files = example_files(rule, example)
    if example.fires_at is None:
        return _folded("success", f"沒有這個問題：{example.title}", _show_files(files, None, example))
    report = check(files, example_options(example))
    entry = _entry(report, rule, example)
    lines: list[str] = []
    if entry is not None:
        lines += [f"> {literal(entry.message)}", ">", f"> {literal(entry.fix)}", ""]
        if entry.line is not None:
            place = f"（`{entry.pointer}`）" if entry.pointer else ""
            lines += [f"位置：第 {entry.line} 列第 {entry.column} 欄{place}", ""]
    lines += _show_files(files, entry.line if entry is not None and len(files) == 1 else None, example)
    title = f"有這個問題：{example.title}"
    return [f"**{title}**", "", *lines] if is_first else _folded("failure", title, lines)


def _folded(kind: str, title: str, lines: list[str]) -> list[str]:
    return [f'??? {kind} "{_quoted(title)}"', "", *(f"    {line}" if line else "" for line in lines)]


def _entry(report: Report, rule: Rule, example: Example) -> Entry | None:
    """What the report says about the example; for a batch rule the first entry, which has no place in a file."""
    entries: list[Entry] = [entry for file in report.files for entry in file.findings]
    own = [entry for entry in [*entries, *report.batch.findings] if entry.rule == rule.id]
    return next((entry for entry in own if entry.pointer == example.fires_at), own[0] if own else None)


def _show_files(files: list[Incoming], marked: int | None, example: Example) -> list[str]:
    """Each file as a code block: the lines around the marked one, or the beginning; named where there are several.
    What the example is given beside its files follows."""
    sides = [Incoming(name, data) for name, data in example_side_files(example)]
    named = bool(files[1:] or sides)
    lines = [line for file in files for line in _show_file(file, marked, f' title="{file.name}"' if named else "")]
    return lines + [line for side in sides for line in _show_file(side, None, f' title="一起放入：{side.name}"')]


def _show_file(file: Incoming, marked: int | None, title: str) -> list[str]:
    text = file.data.decode("utf-8", "replace").translate(_CONTROL)
    every = text.split("\n")
    first = max(1, marked - _AROUND) if marked else 1
    last = min(len(every), marked + _AROUND if marked else _WHOLE)
    shown = [line if len(line) <= _LINE_LENGTH else line[:_LINE_LENGTH] + "…" for line in every[first - 1 : last]]
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    mark = f' hl_lines="{marked - first + 1}"' if marked else ""
    rest = ["", "（只列出一部分，全文見下載的檔案）"] if last - first + 1 < len(every) and not marked else []
    block = [f'{fence} {{.json linenums="{first}"{mark}{title}}}', *shown, fence]
    return [*block, *rest, ""]


def _quoted(text: str) -> str:
    return text.replace('"', "＂")
