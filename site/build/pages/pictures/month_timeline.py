"""The picture of a month's work up to the 20th. Only the 20th is given by the letter; docs/manual/month.md says so."""

from __future__ import annotations

from pages.pictures import timeline

MARK = "<!-- the month -->"
_LAST = 20
#: Words, first and last day.
_STEPS = (
    ("催未送出、未核完的假單", 1, 5),
    ("產製檔案、在這裡檢核", 5, 8),
    ("請同仁補正，回差勤系統修正，重新產製再檢核", 8, 14),
    ("先用平臺的「JSON檔檢核功能」檢核，再上傳，留存紀錄", 12, 15),
    ("留給退件與補正的時間", 15, 20),
)


def build_picture() -> str:
    """The picture as HTML."""
    scale = [f"{day} 日起" for day in (1, 6, 11, 16)]
    rows = [
        timeline.row(f"<strong>{first} 日至 {last} 日</strong>　{words}", _LAST, first - 1, last, (5, 10, 15))
        for words, first, last in _STEPS
    ]
    deadline = "<strong>20 日</strong>　最後期限（縣府函說明五（一））"
    return timeline.build(scale, [*rows, timeline.row(deadline, _LAST, _LAST - 1, _LAST, (5, 10, 15))])
