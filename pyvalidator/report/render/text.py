"""The report for a terminal: the verdict first, then what to do in each file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pyvalidator.report.model import BatchEntry, Counts, Entry, FileReport, Report, Summary
from pyvalidator.report.outcome import outcome_of, outcome_of_batch
from pyvalidator.report.render import words
from pyvalidator.report.render.words import visible
from pyvalidator.wording import ABSENT, DATASET, MATRIX, PASS_NEXT, PROGRESS, SEVERITY, SIDE_FILE, SKIPPED, owner_line

_RANK = {"error": 0, "warning": 1, "info": 2}

#: Rules per reason that are named of those that were not checked: a terminal's screen also has to show the findings.
_UNCHECKED = 8


def render(report: Report) -> bytes:
    """UTF-8, LF, nothing that a terminal would obey."""
    lines = list(_lines(report))
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _lines(report: Report) -> Iterator[str]:
    outcome = outcome_of_batch(report)
    yield f"結論：{words.verdict(outcome, report)}"
    if step := words.next_step(report.files, outcome):
        yield f"{PASS_NEXT['title']}：{step}"
    yield f"檔案 {report.summary.files:,} 個　{_counts(report.summary)}"
    if extent := words.extent_text(report):
        yield visible(extent)
    yield f"版型：{words.profile_text(report)}"
    if settings := words.settings_line(report):
        yield visible(settings)
    if days_off := words.days_off_text(report):
        yield f"{SIDE_FILE['days']}：{days_off}"
    for file in report.files:
        yield ""
        yield from _file(file, report)
    if report.batch.findings:
        yield ""
        yield f"■ {PROGRESS['batch']}"
        yield from _findings(report.batch.findings)
    if report.skipped:
        yield ""
        yield f"■ {SKIPPED}"
        yield from (visible(f"  {words.skipped_text(entry)}") for entry in report.skipped)
    yield from _absent(report)
    if report.incidents:
        yield ""
        yield "■ 檢核程式本身的問題（不是檔案的錯；請將下列代號回報給本工具的維護者）"
        for incident in report.incidents:
            yield visible(f"  {incident.rule}　{incident.file or '跨檔案'}　{incident.detail}")
    yield ""
    yield words.limits_text(report)


def _absent(report: Report) -> Iterator[str]:
    missing, other = words.absent_of_month(report)
    month = words.period_text(report.batch.month)
    if missing:
        yield ""
        yield f"■ {month}{ABSENT['missing']}（{len(missing):,} 個）"
        yield from (visible(f"  {one.agency_code} {one.agency_name}　{MATRIX[one.status]}") for one in missing)
    if other:
        yield ""
        yield f"■ {month}：{ABSENT['other']}（{len(other):,} 個）"
        yield from (visible(f"  {one.agency_code} {one.agency_name}　{words.months_text(one)}") for one in other)
        yield f"  {ABSENT['other_next']}"


def _file(file: FileReport, report: Report) -> Iterator[str]:
    yield visible(f"■ {file.name}　{words.verdict(outcome_of(file), report)}")
    if file.agency_code or file.period:
        agency = f"{file.agency_name or '機關名稱不明'}（{file.agency_code or '機關代碼不明'}）"
        kind = DATASET.get(file.dataset or "", "資料種類不明")
        yield visible(f"  {agency}　{words.period_text(file.period)}　{kind}")
    if file.record_count is not None:
        yield f"  {words.size_text(file)}　報送期限：{words.deadline_text(file.deadline)}"
        if file.deadline.note:
            yield f"  {file.deadline.note}"
    if len(report.files) > 1 and (step := words.next_step([file], outcome_of(file))):
        yield f"  {PASS_NEXT['title']}：{step}"
    yield from (visible(f"  {line}") for line in (*words.given_text(file), *words.unchecked_parts(file)))
    yield f"  {_counts(file.counts)}"
    yield from _findings(file.findings)
    for _, sentence in words.cut_rules(file):
        yield f"  （{sentence}）"
    if file.not_checked:
        yield f"  沒有檢核的項目：{len(file.not_checked)} 條規則"
        for reason, rules in words.unchecked_by_reason(file.not_checked):
            yield f"    {reason}："
            yield from (f"      {rule}" for rule in rules[:_UNCHECKED])
            if len(rules) > _UNCHECKED:
                yield f"      另有 {len(rules) - _UNCHECKED} 條，全部列在 HTML 與 JSON 報告"


def _counts(counts: Counts | Summary) -> str:
    return "　".join(f"{name} {getattr(counts, severity):,} 項" for severity, name in SEVERITY.items())


def _findings(findings: list[Entry] | list[BatchEntry]) -> Iterator[str]:
    ordered = sorted(findings, key=lambda entry: (_RANK[entry.severity], entry.rule))
    for (_, rule), group in groupby(ordered, key=lambda entry: (_RANK[entry.severity], entry.rule)):
        own = list(group)
        yield ""
        yield f"  【{SEVERITY[own[0].severity]}】{rule} {own[0].title}（{len(own):,} 項）"
        yield f"    {owner_line(own[0].owner)}"
        fix = ""
        for entry in own:
            if entry.fix != fix:
                fix = entry.fix
                yield visible(f"    修正方式：{fix}")
            parts = (_place(entry), *words.whose(entry), *words.sentences(entry))
            yield visible("    " + "　".join(part for part in parts if part))
    if findings:
        yield ""


def _place(entry: Entry) -> str:
    if isinstance(entry, BatchEntry):
        return "、".join(entry.files) or "整批檔案"
    return f"{entry.line}:{entry.column}"
