"""What every rendering says of a report, in the shared words: verdicts, reasons, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from pyvalidator.domain.roc import day_text, weekday_text
from pyvalidator.engine.registry import rules
from pyvalidator.report.model import (
    Counts,
    DeadlineEntry,
    Entry,
    FileReport,
    MatrixEntry,
    NotCheckedEntry,
    Person,
    Report,
    SkippedEntry,
    Summary,
)  # fmt: skip
from pyvalidator.text.characters import CONTROL_CHARS, INVISIBLE_CHARS
from pyvalidator.wording import (
    ABSENT,
    DEADLINE,
    EXTENT,
    MATRIX,
    NOT_CHECKED,
    PASS_NEXT,
    SEVERITY,
    SHIPPED,
    SIDE_FILE,
    UNKNOWN,
    VERDICT,
    limits,
    profile_line,
    profile_name,
)  # fmt: skip


def verdict(outcome: str, report: Report) -> str:
    """The verdict in the words that the page uses too."""
    profile = report.profile
    return VERDICT[outcome].format(profile=profile_name(id=profile.id, title=profile.title, origin=profile.origin))


def next_step(files: Sequence[FileReport], outcome: str) -> str:
    """What to do after a pass: the platform's own check, then the upload by the deadline (嘉義縣政府 110年6月29日
    府人考字第1100139574號函); "" after any other verdict.

    Args:
        files: one file, or those of a batch; outcome: theirs.
    """
    if outcome != "pass":
        return ""
    # A sample is nobody's leave: where one stands among the files, nothing sounds as if they could be sent.
    if any(file.sample for file in files):
        return PASS_NEXT["sample"]
    deadlines = {(file.deadline.status, file.deadline.date) for file in files}
    if len(deadlines) != 1:
        return PASS_NEXT["several"]
    [(status, day)] = deadlines
    return PASS_NEXT[status].format(day=day and day_text(date.fromisoformat(day)))


def profile_text(report: Report) -> str:
    """The profile in use, and how far it can be relied on."""
    profile = report.profile
    return profile_line(
        id=profile.id, version=profile.version, title=profile.title, status=profile.status, origin=profile.origin
    )


def unchecked_parts(file: FileReport) -> list[str]:
    """What of a file nobody looked at, in sentences; none where all of it was."""
    return file.coverage.said if file.coverage is not None else []


def given_text(file: FileReport) -> list[str]:
    """Header values that were given beside the file, a line each."""
    return [one.said for one in file.given.values()]


def skipped_text(entry: SkippedEntry) -> str:
    """What was passed over, and why."""
    return f"{entry.name}：{entry.reason}"


def limits_text(report: Report) -> str:
    """What the result does not prove."""
    return limits(report.profile.status, report.profile.origin)


def settings_text(report: Report) -> str:
    """Whose settings came with the page and were used; "" where none were."""
    used = report.settings
    if used is None:
        return ""
    kinds = "、".join(SIDE_FILE[kind] for kind in used.kinds)
    return SHIPPED["line"].format(owner=used.owner, day=day_text(date.fromisoformat(used.date)), kinds=kinds)


def settings_line(report: Report) -> str:
    """The same with its title, for forms that have no place for titles."""
    settings = settings_text(report)
    return f"{SHIPPED['title']}：{settings}" if settings else ""


def days_off_text(report: Report) -> str:
    """Which days off of the user's own were laid over the calendar; "" where none were."""
    given = report.days_off
    return f"{given.name}（{given.days} 天）" if given is not None else ""


def deadline_text(deadline: DeadlineEntry) -> str:
    """When the file is due; a date more than 60 days ago stands by itself."""
    if deadline.date is None or deadline.days_left is None:
        return DEADLINE["not_applicable"]
    day, left = weekday_text(date.fromisoformat(deadline.date)), deadline.days_left
    if left < -60:
        return day
    kind = "upcoming" if left > 0 else "overdue" if left else "due"
    return DEADLINE[kind].format(day=day, days=abs(left))


def moment_text(moment: str) -> str:
    """When something was, from ISO 8601, e.g. 110 年 7 月 10 日 09:00."""
    when = datetime.fromisoformat(moment)
    return f"{day_text(when.date())} {when:%H:%M}"


def period_text(period: str | None) -> str:
    known = period and re.fullmatch("[0-9]{5}", period)
    return f"{int(period[:3])} 年 {int(period[3:])} 月" if period and known else UNKNOWN["period"]


def absent_of_month(report: Report) -> tuple[list[MatrixEntry], list[MatrixEntry]]:
    """Of the month that the report is about: who has no file at all, and who has files of other months only."""
    month = report.batch.month
    absent = [entry for entry in report.batch.matrix if entry.file is None and entry.period == month]
    return [entry for entry in absent if not entry.other_months], [entry for entry in absent if entry.other_months]


def matrix_text(entry: MatrixEntry, report: Report) -> str:
    """The status of a cell. Who has no file is judged for one month only; of the others no more is said than that."""
    if entry.file is None and entry.period != report.batch.month:
        return ABSENT["cell_elsewhere"]
    if entry.other_months:
        return ABSENT["cell_other"]
    return VERDICT["partial"] if entry.partial and entry.status in ("pass", "warning") else MATRIX[entry.status]


def months_text(entry: MatrixEntry) -> str:
    """The other months of which an agency has files."""
    return "、".join(map(period_text, entry.other_months))


def person_text(person: Person | None) -> str:
    """Name, ID and record, e.g. 王小明（A12345****，第 1 筆）."""
    if person is None:
        return ""
    shown = "" if person.id is None else f"{person.id}，"
    return f"{_name(person)}（{shown}第 {person.index + 1} 筆）"


def person_label(person: Person) -> str:
    """Name and ID, e.g. 王小明（A12345****）."""
    return _name(person) if person.id is None else f"{_name(person)}（{person.id}）"


def _name(person: Person) -> str:
    return "姓名不明" if person.name is None else str(person.name)


def whose(entry: Entry) -> list[str]:
    """The person, and the leave in one line."""
    return list(filter(None, (person_text(entry.person), entry.record)))


def counts_text(counts: Counts | Summary) -> str:
    """How many findings of each severity."""
    return "，".join(f"{name} {getattr(counts, severity):,} 項" for severity, name in SEVERITY.items())


def extent_text(report: Report) -> str:
    """How much of what was found the report lists; "" where it lists all and no filter was in use."""
    listed = sum(len(file.findings) for file in report.files) + len(report.batch.findings)
    chosen = report.selection
    whole = chosen.whole if chosen is not None else report.summary.counts
    total = whole.error + whole.warning + whole.info
    told = {"what": "這份報告", "listed": f"{listed:,}", "total": f"{total:,}", "counts": counts_text(whole)}
    if chosen is not None and chosen.applied:
        return EXTENT["part"].format(**told, filter=chosen.filter)
    said = EXTENT["cut"].format(**told, rest=f"{total - listed:,}") if listed < total else ""
    if chosen is not None:
        return EXTENT["unfiltered"].format(filter=chosen.filter) + (said or EXTENT["all"].format(**told))
    return said


def value_text(entry: Entry) -> str:
    """The value at fault; empty where there is none."""
    if isinstance(entry.value, bool):
        return "true" if entry.value else "false"
    return "" if entry.value is None else str(entry.value)


def sentences(entry: Entry) -> list[str]:
    """What is wrong, with the value and what would be right where the message does not name them."""
    parts = [entry.message]
    value = value_text(entry)
    if value and value not in entry.message:
        parts.append(f"值：{value}")
    if entry.expected and entry.expected not in entry.message:
        parts.append(f"應為：{entry.expected}")
    # A fault of all records has named their number.
    if others := sum(count for rule, count in entry.folded.items() if rule != entry.rule):
        parts.append(f"（另有 {others:,} 項由此引起，未分別列出）")
    if entry.acknowledgement:
        parts.append(f"承辦說明：{entry.acknowledgement}")
    return parts


def cut_rules(file: FileReport) -> list[tuple[Entry, str]]:
    """For each rule that was cut: its first finding, and a sentence with the true number."""
    cut = []
    for rule, total in sorted(file.truncated.items()):
        own = [entry for entry in file.findings if entry.rule == rule]
        cut.append((own[0], f"{rule} 共 {total:,} 項，這裡列出前 {len(own):,} 項"))
    return cut


def size_text(file: FileReport) -> str:
    """How many records and persons."""
    return "不明" if file.record_count is None else f"{file.record_count:,} 筆、{file.person_count or 0:,} 人"


def unchecked_by_reason(entries: list[NotCheckedEntry]) -> list[tuple[str, list[str]]]:
    """(reason in words, rules in words) of what was not checked; a rule is its code, its title and how many records."""
    reasons: dict[str, list[str]] = {}
    for entry in entries:
        rule = f"{entry.rule} {rules()[entry.rule].title}"
        rule += f"（{entry.count:,} 筆）" if entry.count else ""
        reasons.setdefault(NOT_CHECKED[entry.reason], []).append(rule)
    return list(reasons.items())


_UNSEEN = re.compile(f"{CONTROL_CHARS}|{INVISIBLE_CHARS}|[\ud800-\udfff]")


def visible(text: str) -> str:
    """Text whose control, direction and zero-width characters can do nothing: each is shown as `\\u001b`."""
    return _UNSEEN.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    point = ord(found[0])
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"
