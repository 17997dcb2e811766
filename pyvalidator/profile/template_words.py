"""Forms of days and times in words: what is wrong with one, and what one looks like."""

from __future__ import annotations

from datetime import date

from pyvalidator.profile.moments import Moment
from pyvalidator.profile.serials import (
    DATE_MILLISECONDS,
    EPOCH_MILLISECONDS,
    EPOCH_SECONDS,
    EXCEL_1900,
    EXCEL_1904,
    Serial,
)
from pyvalidator.profile.templates import Template, token_of

TYPES = {"date": "日期", "period": "年月", "time": "時間"}
_WANTED = {
    "year": "年（YYYY 西元年，YYY 或 YY 民國年）", "month": "月（MM 或 M）", "day": "日（DD 或 D）",
    "hour": "時（HH 或 H）",
}  # fmt: skip
_NEEDED = {"date": ("year", "month", "day"), "period": ("year", "month"), "time": ("hour",)}
_NAMES = {
    "year": "年", "roc": "年", "month": "月", "day": "日", "hour": "時", "twelve": "時", "minute": "分", "second": "秒",
    "fraction": "秒的小數（f）", "half": "上午、下午（A）", "zone": "時區（Z）",
}  # fmt: skip
_COUNTED = {
    EPOCH_SECONDS: "從西元 1970 年起算的秒數", EPOCH_MILLISECONDS: "從西元 1970 年起算的毫秒數",
    DATE_MILLISECONDS: "從西元 1970 年起算的毫秒數，外面有 /Date( )/", EXCEL_1900: "Excel 的日期序號（1900 年起）",
    EXCEL_1904: "Excel 的日期序號（1904 年起）",
}  # fmt: skip
#: What other programs call the tokens.
_FOREIGN = str.maketrans({"y": "Y", "d": "D", "s": "S"})
_EXAMPLES = (Moment(date(2021, 6, 7), 8 * 60 + 30), Moment(date(2021, 6, 8), 17 * 60))


def fault_of(form: Template | Serial) -> str:
    """What is wrong with a form for its type, and what to write instead; "" where nothing is."""
    if isinstance(form, Serial):
        return ""
    said = _fault(form)
    return f"「{form.format}」不能作為{TYPES[form.type]}的格式：{said}" if said else ""


def _fault(form: Template) -> str:
    both = (form.parts(), form.parts(1))
    held = {"year": {"year", "roc"}, "hour": {"hour", "twelve"}}
    needed = [part for part in _NEEDED[form.type] if not held.get(part, {part}) & set(both[0])]
    if needed and all(held.get(part, {part}) & set(both[1]) for part in needed):
        twice = next(_NAMES[part] for part in both[1])
        return f"{twice}寫了太多次；起訖寫在一起時，起與訖各寫一次"
    if needed:
        near = form.format.translate(_FOREIGN)
        hint = f"；您要寫的是「{near}」嗎？" if near != form.format and not _fault(Template(form.type, near)) else ""
        return "缺少" + "、".join(_WANTED[part] for part in needed) + hint
    if letter := next((text for text in form.texts if len(text) == 1 and text in "[]"), ""):
        return f"「{letter}」沒有成對；方括號裡的字照原樣，例如 [第]"
    if letter := next((text for text in form.texts if len(text) == 1 and _is_odd_letter(text)), ""):
        near = form.format.translate(_FOREIGN)
        hint = f"您要寫的是「{near}」嗎？" if near != form.format else ""
        return f"看不懂「{letter}」；{hint}是固定的文字時，請用方括號括住，例如 [{letter}]"
    for half in both:
        same = next((part for part in half if half.count(part) > 1), None)
        if same or ({"year", "roc"} <= set(half)) or ({"hour", "twelve"} <= set(half)):
            return f"{_NAMES[same or 'year']}寫了太多次；起訖寫在一起時，各寫一次"
        if ("half" in half) != ("twelve" in half):
            return "有上午、下午（A）時，時請寫 hh 或 h；hh 或 h 也一定要有 A"
    if both[1] and ("zone" in both[0]) != ("zone" in both[1]):
        return "時區（Z）要嘛起訖都寫，要嘛都不寫"
    if form.type == "period" and ("zone" in both[0] or both[1]):
        return "年月沒有時區（Z），也沒有起訖"
    return _run_together(form)


def _is_odd_letter(text: str) -> bool:
    return text.isascii() and text.isalpha() and text != "T" and token_of(text) is None


def _run_together(form: Template) -> str:
    """A sentence where two numbers of more than one length stand side by side."""
    loose: list[str] = []
    for text in form.texts:
        token = token_of(text)
        if token is None and text.isdigit():
            continue
        if token is None or not token.digits:
            loose = []
        elif not token.padded:
            loose.append(text)
        if len(loose) > 1:
            padded = "、".join({"f": "f（前面加上小數點）", "YY": "YYY"}.get(each[:2], each * 2) for each in loose)
            return f"「{loose[0]}」與「{loose[1]}」之間沒有分隔，分不出是多少；請寫成 {padded}，或在中間加上符號"
    return ""


def sample_of(form: Template | Serial) -> str:
    """8:30 on 7 June 2021 (to 17:00 of the next day) in this form."""
    start, end = _EXAMPLES
    return str(form.write(start if form.has_time else Moment(start.day, None), end))


def describe(form: Template | Serial) -> str:
    """What a form looks like, in words and by an example: `民國年，不補 0，例如 110/6/7`."""
    said = []
    if isinstance(form, Serial):
        part_of_day = form.type == "time" and form.is_spreadsheet
        said.append("一日的小數，0.5 是中午 12 時" if part_of_day else _COUNTED[form.format])
    else:
        said += {"roc": ["民國年"], "year": ["西元年"]}.get(form.era, [])
        said += ["99 年以前是兩位數"] if "YY" in form.texts else []
        said += ["不補 0"] if any(text in ("M", "D", "H", "h") for text in form.texts) else []
        said += ["12 小時制"] if form.twelve else []
        said += ["有時區，換算成臺灣時間"] if form.zoned else []
        said += ["起訖寫在一起"] if form.is_range else []
    return "，".join([*said, f"例如 {sample_of(form)}"])
