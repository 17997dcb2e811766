"""The report as one HTML file: no script, no request (its own policy forbids both), made to be printed on A4."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape

from pyvalidator.report.model import BatchEntry, Entry, FileReport, Report
from pyvalidator.report.outcome import outcome_of, outcome_of_batch
from pyvalidator.report.render import words
from pyvalidator.runtime.package_files import read_package_text
from pyvalidator.wording import (
    ABSENT,
    COVERAGE,
    DATASET,
    GIVEN,
    MATRIX,
    PASS_NEXT,
    PROGRESS,
    SEVERITY,
    SHIPPED,
    SIDE_FILE,
    SIGNATURES,
    SKIPPED,
    UNKNOWN,
    owner_line,
)  # fmt: skip


def render(report: Report) -> bytes:
    """A whole page in UTF-8."""
    style = read_package_text("report/render/report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    # Every directive that the pages of the site name is here too, for who checks by name; none allows anything.
    nothing = ["default", "connect", "script", "worker", "img", "font", "manifest", "object"]
    directives = [*(f"{name}-src 'none'" for name in nothing), f"style-src 'sha256-{digest}'"]
    policy = "; ".join([*directives, "form-action 'none'", "base-uri 'none'"])
    parts = [
        '<!doctype html>\n<html lang="zh-Hant-TW">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>差勤檢核報告</title>\n',
        f"<style>{style}</style>\n</head>\n<body>\n<main>\n",
        *_body(report),
        "</main>\n</body>\n</html>\n",
    ]
    return "".join(parts).encode("utf-8", "backslashreplace")


def _body(report: Report) -> Iterator[str]:
    outcome = outcome_of_batch(report)
    yield "<h1>差勤檢核報告</h1>\n"
    yield f'<p class="verdict {outcome}">{_text(words.verdict(outcome, report))}</p>\n'
    if step := words.next_step(report.files, outcome):
        yield f"<p><strong>{PASS_NEXT['title']}：</strong>{_text(step)}</p>\n"
    yield _facts(
        (
            ("檔案", f"{report.summary.files:,} 個"),
            *((name, f"{getattr(report.summary, severity):,} 項") for severity, name in SEVERITY.items()),
            ("版型", words.profile_text(report)),
            *(((SHIPPED["title"], settings),) if (settings := words.settings_text(report)) else ()),
            *(((SIDE_FILE["days"], days_off),) if (days_off := words.days_off_text(report)) else ()),
            ("檢核程式", f"{report.generator.name} {report.generator.version}"),
            ("檢核時間", words.moment_text(report.checked_at)),
        )
    )
    if extent := words.extent_text(report):
        yield f"<p>{_text(extent)}</p>\n"
    yield f'<p class="limits">{_text(words.limits_text(report))}</p>\n'
    for file in report.files:
        yield from _file(file, report)
    if report.batch.findings:
        yield f"<section>\n<h2>{PROGRESS['batch']}</h2>\n"
        yield _findings(report.batch.findings, "檔案")
        yield "</section>\n"
    if report.skipped:
        yield f"<section>\n<h2>{SKIPPED}</h2>\n"
        yield _table(("檔案", "說明"), ((entry.name, entry.reason) for entry in report.skipped))
        yield "</section>\n"
    yield from _absent(report)
    if len(report.batch.matrix) > 1:
        yield "<section>\n<h2>機關與月份</h2>\n"
        yield _table(
            ("機關代碼", "機關名稱", "資料年月", "狀態", "檔案"),
            ((entry.agency_code or "", entry.agency_name or "", words.period_text(entry.period),
              words.matrix_text(entry, report), entry.file or "") for entry in report.batch.matrix),
        )  # fmt: skip
        yield "</section>\n"
    if report.incidents:
        yield "<section>\n<h2>檢核程式本身的問題</h2>\n<p>這不是檔案的錯，請將下列代號回報給本工具的維護者。</p>\n"
        yield _table(("規則", "檔案", "代號"), ((i.rule, i.file or "跨檔案", i.detail) for i in report.incidents))
        yield "</section>\n"
    lines = "".join(f"<p>{line}</p>\n" for line in SIGNATURES)
    yield f'<section class="signatures">\n{lines}</section>\n'


def _absent(report: Report) -> Iterator[str]:
    missing, other = words.absent_of_month(report)
    month = words.period_text(report.batch.month)
    agency = ("機關代碼", "機關名稱")
    if missing:
        yield f"<section>\n<h2>{month}{ABSENT['missing']}（{len(missing):,} 個）</h2>\n"
        rows = ((one.agency_code or "", one.agency_name or "", MATRIX[one.status]) for one in missing)
        yield _table((*agency, "狀態"), rows) + "</section>\n"
    if other:
        yield f"<section>\n<h2>{month}：{ABSENT['other']}（{len(other):,} 個）</h2>\n<p>{ABSENT['other_next']}</p>\n"
        rows = ((one.agency_code or "", one.agency_name or "", words.months_text(one)) for one in other)
        yield _table((*agency, "檔案的資料年月"), rows) + "</section>\n"


def _file(file: FileReport, report: Report) -> Iterator[str]:
    outcome = outcome_of(file)
    yield f"<section>\n<h2>{_text(file.name)}</h2>\n"
    yield f'<p class="verdict {outcome}">{_text(words.verdict(outcome, report))}</p>\n'
    facts = [
        ("機關", f"{file.agency_name or '名稱不明'}（{file.agency_code or '代碼不明'}）"),
        ("資料年月", words.period_text(file.period)),
        ("資料種類", DATASET.get(file.dataset or "", "不明")),
        ("筆數與人數", words.size_text(file)),
        *((GIVEN["title"], line) for line in words.given_text(file)),
        *((COVERAGE["title"], line) for line in words.unchecked_parts(file)),
        ("報送期限", words.deadline_text(file.deadline) + (f"。{file.deadline.note}" if file.deadline.note else "")),
        *(((PASS_NEXT["title"], step),) if (step := words.next_step([file], outcome)) else ()),
        ("問題", words.counts_text(file.counts)),
        ("檔案大小", f"{file.size:,} 位元組"),
        ("SHA-256", file.sha256 or UNKNOWN["sha256"]),
    ]
    yield _facts(facts)
    if file.findings:
        yield _findings(file.findings, "位置")
    for _, sentence in words.cut_rules(file):
        yield f"<p>{_text(sentence)}</p>\n"
    if file.not_checked:
        yield f"<h3>沒有檢核的項目（{len(file.not_checked)} 條規則）</h3>\n<ul>\n"
        for reason, rules in words.unchecked_by_reason(file.not_checked):
            yield f"<li>{_text(reason)}：{_text('、'.join(rules))}</li>\n"
        yield "</ul>\n"
    yield "</section>\n"


def _findings(findings: list[Entry] | list[BatchEntry], where: str) -> str:
    titles = ("嚴重程度", "規則", where, "人員與差假", "說明", "修正方式")
    return _table(titles, (_finding(entry) for entry in findings))


def _finding(entry: Entry) -> tuple[str, ...]:
    place = "、".join(entry.files) if isinstance(entry, BatchEntry) else f"第 {entry.line} 列第 {entry.column} 欄"
    return (
        SEVERITY[entry.severity], f"{entry.rule} {entry.title}", place, "\n".join(words.whose(entry)),
        "\n".join(words.sentences(entry)), f"{entry.fix}\n{owner_line(entry.owner)}",
    )  # fmt: skip


def _facts(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>\n" for name, value in pairs)
    return f"<dl>\n{rows}</dl>\n"


def _table(titles: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{title}</th>' for title in titles)
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
    return f'<div class="scroll" tabindex="0">\n{table}\n</div>\n'


def _text(text: str) -> str:
    return "<br>".join(escape(words.visible(line)) for line in text.split("\n"))
