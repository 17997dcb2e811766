"""Pages of the two dated tables that the rules judge by: leave quantities and working days."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from pyvalidator.domain.calendar import last_day_of, official_calendar
from pyvalidator.domain.roc import common_year, month_text, slashed
from pyvalidator.domain.sources import CONFIDENCE, sources_in

LIMIT_HEADS = ("假別", "適用人員", "上限", "施行期間", "依據", "可信度")
_PER = {"event": "每次", "month": "每月", "year": "每年"}
#: The platform takes data from this year on (嘉義縣政府 110年6月29日府人考字第1100139574號函).
_FIRST_YEAR = 110


def build_pages() -> dict[str, str | bytes]:
    """Both pages by their place in the docs."""
    return {"rules/leave-limits.md": build_limits(), "rules/calendar.md": build_calendar()}


def build_nav() -> list[dict[str, Any]]:
    """Both pages, for the navigation."""
    return [{"請假日數上限": "rules/leave-limits.md"}, {"辦公日曆與期限": "rules/calendar.md"}]


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((files("pyvalidator") / "domain" / "data" / name).read_text("utf-8"))


def build_limits() -> str:
    """Quantities of leave by law, with dates, sources and confidence."""
    data = _data("leave_law.toml")
    lines = [
        "# 請假日數上限",
        "",
        "檢核規則用到的法規數字，都在這張表。8 小時為 1 日；同一列有多種假別時，合併計算。",
        "",
        f"這張表於 {slashed(data['checked_on'])} 查對，適用到 {slashed(data['good_to'])} 的差假，"
        "更晚的請先確認有無修法。"
        "「可信度」是我們的把握：高＝讀過條文或數份一致的抄本；"
        "中＝一處提及或一般所知；低＝未經確認。認定仍以法規原文與主管機關解釋為準。",
        "",
        "檔案裡看不出每個人適用哪一種法規時，以這張表裡最寬的一列計算，而且只請您確認，不當作錯誤。"
        "勞工住院的普通傷病假等表裡沒有的規定可能更寬，符合者請保留說明。",
        "",
        f"| {' | '.join(LIMIT_HEADS)} |",
        "|---" * len(LIMIT_HEADS) + "|",
    ]
    lines += [f"| {' | '.join(cells)} |" for cells in limit_rows()]
    lines += ["", "## 依據的日期", "", *(f"- {law}：{note}" for law, note in _laws(data["limit"]))]
    return "\n".join([*lines, ""])


def limit_rows(names: set[str] | None = None) -> list[tuple[str, ...]]:
    """The rows of the limits of these names, or of all: cells as `LIMIT_HEADS` has them."""
    return [
        (
            "、".join(row["kinds"]),
            "、".join(row["staff"]),
            f"{_PER[row['per']]} {row['days']} 日{_detail(row)}",
            span(row.get("from"), row.get("to")) + _perhaps(row),
            row["source"],
            CONFIDENCE[row["confidence"]],
        )
        for row in _data("leave_law.toml")["limit"]
        if names is None or row["name"] in names
    ]


def _detail(row: dict[str, Any]) -> str:
    calendar = "例假日計入" if row.get("by_calendar") else ""
    told = "；".join(filter(None, [row.get("only"), calendar, row.get("detail")]))
    return f"（{told}）" if told else ""


def _perhaps(row: dict[str, Any]) -> str:
    return f"（可能自 {slashed(row['from_perhaps'])} 起）" if "from_perhaps" in row else ""


def _laws(rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The laws that the rows name, each with its date and what of it was read."""
    return [(source.name, source.described) for source in sources_in("、".join(row["source"] for row in rows))]


def span(first: date | None, last: date | None) -> str:
    """Between which days something is in force, in words for a cell."""
    if first is None and last is None:
        return "109 年以後"
    return f"{slashed(first) if first else ''} 至 {slashed(last) if last else '現在'}".strip()


def build_calendar() -> str:
    """Days off, make-up days, working days per month, and the 20ths that fall on a day off."""
    years = _data("calendar.toml")["year"]
    lines = [
        "# 辦公日曆與期限",
        "",
        "判斷「放假日」用的是行政院人事行政總處公告的政府行政機關辦公日曆表。"
        "學校有自己的行事曆，輪班人員、天然災害停止上班也不在表裡，所以放假日請假只會請您確認，不會當作錯誤。",
        "",
        "星期六、星期日放假，另外：",
        "",
    ]
    for entry in years:
        lines += _year(entry)
    lines += ["## 每月上班日數", "", *_working_days(years), "", *_deadlines(years)]
    return "\n".join([*lines, ""])


def calendar_rows() -> list[tuple[str, ...]]:
    """Per year of the calendar: the year, its source, how sure we are; an estimate is never sure."""
    return [(f"{entry['roc']} 年", entry["source"], _sure(entry)) for entry in _data("calendar.toml")["year"]]


def _sure(entry: dict[str, Any]) -> str:
    ranks = list(CONFIDENCE)
    named = [source.confidence for source in sources_in(entry["source"])] if entry["obtained"] else []
    return CONFIDENCE[max(named, key=ranks.index, default="low")]


def _year(entry: dict[str, Any]) -> list[str]:
    mark = "" if entry["obtained"] else "（本工具未取得，推估）"
    return [
        f"## {entry['roc']} 年{mark}",
        "",
        f"- 平日放假：{_days(entry['off'])}",
        f"- 補行上班的星期六：{_days(entry['work'])}",
        f"- 依據：{entry['source']}（可信度{_sure(entry)}）",
        "",
    ]


def _days(days: list[str]) -> str:
    return "、".join(f"{int(day[:2])}/{int(day[3:])}" for day in days) or "無"


def _months(years: list[dict[str, Any]], first_year: int = 0) -> list[tuple[int, list[date]]]:
    rocs = [entry["roc"] for entry in years if entry["roc"] >= first_year]
    return [(roc, [date(common_year(roc), month, 1) for month in range(1, 13)]) for roc in rocs]


def _working_days(years: list[dict[str, Any]]) -> list[str]:
    calendar = official_calendar()
    lines = ["| 年 | " + " | ".join(f"{month} 月" for month in range(1, 13)) + " | 全年 |", "|---" * 14 + "|"]
    for roc, months in _months(years):
        counts = [calendar.working_days(month, last_day_of(month)) or 0 for month in months]
        lines.append(f"| {roc} | " + " | ".join(map(str, counts)) + f" | {sum(counts)} |")
    return lines


def _deadlines(years: list[dict[str, Any]]) -> list[str]:
    calendar = official_calendar()
    lines = [
        "## 20 日放假的月份",
        "",
        "報送期限是次月 20 日；縣府函沒有說遇放假日可以順延（說明見[一個月的工作](../manual/month.md)）。"
        "這些月份的 20 日放假，請提前報送：",
        "",
        "| 期限 | 報送的資料年月 | 前一個上班日 |",
        "|---|---|---|",
    ]
    for _, months in _months(years, _FIRST_YEAR):
        for month in months:
            due = month.replace(day=20)
            # June 110 was the first month to be reported, by 20 July.
            if calendar.is_off(due) and due >= date(2021, 7, 20):
                before = max(day for day in _before(due) if not calendar.is_off(day))
                period = month_text(month - timedelta(days=1))
                mark = "" if calendar.obtained(due) else "（本工具未取得這一年的日曆，推估）"
                lines.append(f"| {slashed(due)}{mark} | {period} | {slashed(before)} |")
    return lines


def _before(day: date) -> list[date]:
    return [date.fromordinal(day.toordinal() - step) for step in range(1, 15)]
