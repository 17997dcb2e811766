"""The form of dates, months and times, out of what a table says of them: its words, its examples, the length."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from pyvalidator.profile import notations
from pyvalidator.wizard.value_formats import forms

#: Words of a table → the template, for each kind of value. The longest first.
_IN_WORDS = (
    ("datetime", re.compile("民國年月日時分秒"), "YYYMMDDHHmmSS"), ("datetime", re.compile("西元年月日時分秒"), "YYYYMMDDHHmmSS"),
    ("datetime", re.compile("民國年月日時分"), "YYYMMDDHHmm"), ("datetime", re.compile("西元年月日時分"), "YYYYMMDDHHmm"),
    ("date", re.compile("民國年月日|民國.{0,4}年.{0,4}月.{0,4}日|民國日期"), "YYYMMDD"),
    ("date", re.compile("西元年月日|西元.{0,4}年.{0,4}月.{0,4}日|西元日期|公元年月日"), "YYYYMMDD"),
    ("period", re.compile("民國年月|民國.{0,4}年.{0,4}月"), "YYYMM"), ("period", re.compile("西元年月|西元.{0,4}年.{0,4}月|公元年月"), "YYYYMM"),
    ("time", re.compile("時分秒"), "HHMMSS"), ("time", re.compile("時分|時.{0,4}分"), "HHMM"),
)  # fmt: skip
#: A template written with letters: yyyy/MM/dd HH:mm:ss, YYYMMDD, HH24:MI.
_LETTERS = re.compile(
    r"(?<![A-Za-z])(?:民國)?[Yy]{3,4}(?:[年/\-.]?[Mm]{1,2}(?:[月/\-.]?[Dd]{1,2}日?)?)?"
    r"(?:[ T]?(?:HH24|hh24|[Hh]{1,2})[:時]?(?:MI|mi|[Mm]{1,2})(?:分?[:]?[Ss]{1,2}秒?)?)?(?:Z|[+]08:?00)?(?![A-Za-z])"
    r"|(?<![A-Za-z])(?:HH24|hh24|[Hh]{2})[:時]?(?:MI|mi|[Mm]{2})(?:分?[:]?[Ss]{2}秒?)?分?(?![A-Za-z])"
)
_COUNT = re.compile(r"([0-9]{1,2})\s*(?:碼|位|字元?|個字|bytes?)", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"(?:例如|範例|例|如|ex|e\.g\.)\s*[:：.]?\s*[「『\"']?((?:民國)?[0-9][0-9年月日時分秒:/\-.T+Z ]*[0-9年月日時分秒Z])",
    re.IGNORECASE,
)
#: Kind → length → the templates of this length, the usual one first.
_BY_LENGTH: dict[str, dict[int, tuple[str, ...]]] = {
    "date": {7: ("YYYMMDD",), 8: ("YYYYMMDD",), 9: ("YYY/MM/DD", "YYY-MM-DD", "YYY.MM.DD"), 10: ("YYYY-MM-DD", "YYYY/MM/DD")},
    "period": {5: ("YYYMM",), 6: ("YYYYMM", "YYY/MM"), 7: ("YYYY-MM", "YYYY/MM")},
    "time": {4: ("HHMM",), 5: ("HH:MM",), 6: ("HHMMSS",), 8: ("HH:MM:SS",)},
    "datetime": {11: ("YYYMMDDHHmm",), 12: ("YYYYMMDDHHmm",), 13: ("YYYMMDDHHmmSS",), 14: ("YYYYMMDDHHmmSS",),
                 16: ("YYYY-MM-DD HH:mm", "YYYY/MM/DD HH:mm", "YYYY-MM-DD[T]HH:mm"), 19: ("YYYY-MM-DD HH:mm:SS", "YYYY-MM-DD[T]HH:mm:SS")},
}  # fmt: skip
_USUAL: dict[str, tuple[str, ...]] = {
    "date": ("YYYMMDD", "YYYY-MM-DD", "YYYYMMDD", "YYYY/MM/DD", "YYY/MM/DD"), "period": ("YYYMM", "YYYY-MM", "YYYYMM", "YYY/MM"),
    "time": ("HHMM", "HH:MM", "HHMMSS", "HH:MM:SS"),
    "datetime": ("YYYMMDDHHmm", "YYYY-MM-DD HH:mm", "YYYY-MM-DD HH:mm:SS", "YYYY-MM-DD[T]HH:mm:SS", "YYYY/MM/DD HH:mm"),
}  # fmt: skip


class Told(NamedTuple):
    """A template, why, and what else it could be: then a person has to say."""

    format: str
    reason: str
    others: tuple[str, ...] = ()


def format_of(kind: str, texts: list[str], examples: list[str], length: int | None) -> Told:
    """The template of a value.

    Args:
        kind: `date`, `period`, `time` or `datetime`.
        texts: what the table says of it, the most telling first. examples: values. length: as the table has it.
    """
    for text in texts:
        written = unicodedata.normalize("NFKC", text)
        if (told := _by_letters(kind, written)) or (told := _by_example(kind, _examples(written))):
            return told
    if told := _by_example(kind, examples):
        return told
    counts = [int(found[1]) for text in texts for found in _COUNT.finditer(unicodedata.normalize("NFKC", text))]
    for text in texts:
        if told := _by_words(kind, text, [*counts, *([length] if length else [])]):
            return told
    for count in [*([length] if length else []), *counts]:
        if known := _BY_LENGTH[kind].get(count):
            reason = f"長度 {count}"
            return Told(known[0], reason, known if len(known) > 1 else ())
    return Told(_USUAL[kind][0], "", _USUAL[kind])


def length_of(kind: str, format: str) -> tuple[int, int]:
    """The shortest and the longest text of a template."""
    form = notations.form_of("date" if kind == "datetime" else kind, format)
    return getattr(form, "lengths", (0, 10_000))


def amount_in_words(text: str) -> Told | None:
    """The format of days and hours in one text, where the table has an example: 1日4時."""
    found = re.search(r"[0-9.]+\s?(日|天)[0-9.]+\s?(小時|時)", unicodedata.normalize("NFKC", text))
    return Told(f"D{found[1]}H{found[2]}", f"範例「{found[0]}」") if found else None


def unit_told(text: str) -> str | None:
    """The unit of an amount that a text says it is counted in."""
    found = re.search(r"(?:以|單位)\s*[:：為是]?\s*(小時|時|日|天|分鐘|分)(?:計|為單位)?", text)
    return {"小": "hours", "時": "hours", "日": "days", "天": "days", "分": "minutes"}[found[1][0]] if found else None


def _by_letters(kind: str, text: str) -> Told | None:
    for found in _LETTERS.finditer(text):
        format = _template(kind, found[0])
        if _is_form(kind, format):
            return Told(format, f"格式寫「{found[0].strip()}」")
    return None


def _template(kind: str, written: str) -> str:
    """A written template in our tokens: minutes are `mm` beside a day."""
    text = re.sub("HH24|hh24", "HH", written.strip())
    if "年" not in text:
        # 民國YYYMM says of which era the year is; in 民國YYY年 the words stand in the value.
        text = text.removeprefix("民國")
    day, _, rest = re.match(r"((?:民國)?[Yy]*[年/\-.]?[Mm]*[月/\-.]?[Dd]*日?)()(.*)", text).groups()  # type: ignore[union-attr]
    if not re.search("[Yy]", day):
        day, rest = "", text
    rest = rest.replace("MI", "mm").replace("mi", "mm")
    rest = re.sub("[Mm]+", lambda found: found[0].lower() if kind == "datetime" else found[0].upper(), rest)
    rest = re.sub("[Hh]+", lambda found: found[0].upper(), rest)
    rest = (
        re.sub("[Ss]+", lambda found: found[0].upper(), rest)
        .replace("T", "[T]")
        .replace("+08:00", "Z")
        .replace("+0800", "Z")
    )
    return day.upper() + rest


def _is_form(kind: str, format: str) -> bool:
    type = "date" if kind == "datetime" else kind
    try:
        notations.check_format(type, format)
    except ValueError:
        return False
    moment = notations.is_moment(format)
    return moment if kind == "datetime" else not moment or kind == "date"


def _examples(text: str) -> list[str]:
    return [found[1].strip() for found in _EXAMPLE.finditer(text)]


def _by_example(kind: str, examples: list[str]) -> Told | None:
    values = [unicodedata.normalize("NFKC", each).strip() for each in examples if each.strip()]
    if not values:
        return None
    type = "moment" if kind == "datetime" else kind
    found = [each for each in forms(type, values) if each.share == 1 and _is_form(kind, each.format)]
    if not found:
        return None
    usual = [each.format for each in found if each.format in _USUAL[kind]] or [each.format for each in found]
    return Told(usual[0], f"範例「{values[0]}」")


def _by_words(kind: str, text: str, counts: list[int]) -> Told | None:
    written = "".join(unicodedata.normalize("NFKC", text).split())
    for each, pattern, format in _IN_WORDS:
        if each != kind or not pattern.search(written):
            continue
        length = len(format)
        if not counts or length in counts:
            return Told(format, f"「{pattern.search(written)[0]}」" + (f"{length} 碼" if length in counts else ""))  # type: ignore[index]
        fit = [other for count in counts for other in _BY_LENGTH[kind].get(count, ())]
        same = [other for other in fit if other.startswith("YYYY") == format.startswith("YYYY")]
        # 以「/」分隔
        same = [other for other in same if any(sign in written and sign in other for sign in "/-.:")] or same
        if same:
            return Told(same[0], f"「{pattern.search(written)[0]}」", tuple(same) if len(same) > 1 else ())  # type: ignore[index]
    return None
