"""Words that every rendering shares: verdicts, severities, reasons, dates."""

from __future__ import annotations

import re
from datetime import date, datetime

from pyvalidator.domain.roc import day_text, weekday_text
from pyvalidator.engine.registry import rules, rules_by_fault_code
from pyvalidator.report.model import DeadlineEntry, Entry, FileReport, NotCheckedEntry, Person, Report

SEVERITY = {"error": "必須修正", "warning": "請確認並說明", "info": "參考"}
VERDICT = {
    "warning": "有待確認事項", "error": "請先修正", "unreadable": "無法讀取",
    "layout": "無法判斷：檔案格式與所用版型不同", "nothing": "沒有可檢核的檔案",
}  # fmt: skip
MATRIX = {
    "pass": "未發現錯誤", "warning": "有待確認", "error": "請先修正", "unreadable": "無法讀取", "missing": "尚未收到",
    "overdue": "逾期未收到",
}  # fmt: skip
REASON = {
    "syntax": "檔案有 JSON 語法錯誤，這部分讀不到",
    "layout": "檔案格式與所用版型不同",
    "form": "相關欄位的格式有誤，無法再往下比對",
    "roster": "沒有提供這條規則要用的名冊（應報送機關名冊或機關代碼檔）",
    "calendar": "沒有該年度的辦公日曆",
    "schema": "自訂的 JSON Schema 無法使用",
    "incident": "這項檢核本身發生問題",
    "limit": "資料量超過可檢核的上限",
}
STATUS = {"assumption": "本專案的假設，非官方格式", "official": "依官方格式"}
DATASET = {"monthly": "每月差假資料", "covid109": "109 年度因新冠肺炎疫情為由之各項請假資料"}
LIMITS = (
    "這份結果只表示檔案符合所用版型與檢核規則。版型是本工具的假設，不是主管機關公布的格式；"
    "檢核無誤，不代表平臺一定接受，也不代表差假內容屬實。"
)

_ORDER = ("unreadable", "layout", "error", "warning", "pass")


def outcome_of(file: FileReport) -> str:
    """`pass`, `warning`, `error`, `unreadable`, or `layout` where the file is laid out in another way."""
    other_layout = rules_by_fault_code("container")["other_layout"].id
    return "layout" if any(entry.rule == other_layout for entry in file.findings) else file.status


def outcome_of_drop(report: Report) -> str:
    """The worst outcome of the files and of what concerns them together; `nothing` where there was no file.

    Files that fail in different ways are together to be corrected, as on the page.
    """
    if not report.files:
        return "nothing"
    outcomes = {outcome_of(file) for file in report.files}
    outcomes |= {entry.severity for entry in report.batch.findings if entry.severity != "info"}
    if len(outcomes & {"unreadable", "layout", "error"}) > 1:
        return "error"
    return next((outcome for outcome in _ORDER if outcome in outcomes), "pass")


def verdict(outcome: str, report: Report) -> str:
    """The verdict in the words that the page uses too."""
    profile = "參考版型" if report.profile.id == "reference" else f"版型「{report.profile.title}」"
    return VERDICT.get(outcome, f"未發現錯誤（依{profile}，非平臺認可）")


def profile_text(report: Report) -> str:
    profile = report.profile
    return f"{profile.title}（{profile.id} 第 {profile.version} 版，{STATUS[profile.status]}）"


def days_off_text(report: Report) -> str:
    """Which days off of the user's own were laid over the calendar; "" where none were."""
    given = report.days_off
    return f"{given.name}（{given.days} 天）" if given is not None else ""


def deadline_text(deadline: DeadlineEntry) -> str:
    """When the file is due; a date more than 60 days ago stands by itself."""
    if deadline.date is None or deadline.days_left is None:
        return "資料年月或資料種類讀不出來，無法推算"
    day, left = weekday_text(date.fromisoformat(deadline.date)), deadline.days_left
    if left > 0:
        return f"{day}，還有 {left} 天"
    if left == 0:
        return f"{day}，就是今天"
    return f"{day}，已過 {-left} 天" if left >= -60 else day


def moment_text(moment: str) -> str:
    """When something was, from ISO 8601, e.g. 110 年 7 月 10 日 09:00."""
    when = datetime.fromisoformat(moment)
    return f"{day_text(when.date())} {when:%H:%M}"


def period_text(period: str | None) -> str:
    return f"{int(period[:3])} 年 {int(period[3:])} 月" if period and re.fullmatch("[0-9]{5}", period) else "年月不明"


def person_text(person: Person | None) -> str:
    """Name, ID and record, e.g. 王小明（A12345****，第 1 筆）."""
    if person is None:
        return ""
    name = "姓名不明" if person.name is None else str(person.name)
    shown = "" if person.id is None else f"{person.id}，"
    return f"{name}（{shown}第 {person.index + 1} 筆）"


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
    if entry.folded:
        parts.append(f"（另有 {sum(entry.folded.values()):,} 項由此引起，未分別列出）")
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
        reasons.setdefault(REASON[entry.reason], []).append(rule)
    return list(reasons.items())


_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def visible(text: str) -> str:
    """Text whose control, direction and zero-width characters can do nothing: each is shown as `\\u001b`."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
