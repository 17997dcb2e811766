"""Codes that a cell lists: 「1:是 2:否」, 「01病假、02事假」, 「Y/N」, and what 是 and 否 are written as."""

from __future__ import annotations

import re
import unicodedata

from pyvalidator.text.nearest import plain

_CODE = r"[A-Za-z]{1,3}[0-9]{0,4}|[0-9]{1,6}|true|false|True|False|TRUE|FALSE"
_PIECE = re.compile(
    rf"[「『（(\[]?({_CODE})[」』）)\]]?\s*([:=\-–—.、．,，→~表代為]|代表|表示)?\s*[「『（(]?(.*?)[」』）)]?"
)
#: Between two codes; a blank only where a code follows it.
_BETWEEN = re.compile(
    rf"[\n;；,，、。|｜]+|\s*[/／]\s*(?=(?:{_CODE})\s*[:=\-.、]?)|\s+(?=[「『（(\[]?(?:{_CODE})(?![A-Za-z0-9]))"
)
#: What follows a number that is no code: 7碼, 110年6月, 24小時制.
_MEASURE = re.compile(r"[碼位字元個年月日時分秒天次筆人歲以至到~%％級條項頁]|小時|小數|bytes?|[0-9]")
_LEAD = re.compile(r"^.*?(?:代碼|代號|值域|說明|如下|定義|分為|包括|值為|填入|請填|填)\s*[:：]")
_PAIR = re.compile(
    r"(?<![A-Za-z0-9])(?:[「『]?(Y|T|1|是|有|true|V|yes)[」』]?\s*(?:[/／,，、或]|or)\s*[「『]?(N|F|0|否|無|false|no)[」』]?"
    r"|[「『]?(N|F|0|否|無|false|no)[」』]?\s*(?:[/／,，、或]|or)\s*[「『]?(Y|T|1|是|有|true|V|yes)[」』]?)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_FIXED = re.compile(r"固定(?:值|為|填|填入)*\s*[:：]?\s*[「『\"']?([A-Za-z0-9._\-\u4e00-\u9fff]{1,20})[」』\"']?")
_TRUE = ("是", "有", "屬", "因疫情", "疫情", "true", "yes", "y", "成立", "符合")
_FALSE = ("否", "非", "無", "不是", "不屬", "沒有", "一般", "其他", "false", "no", "n", "不", "未")


def codes_in(text: str) -> dict[str, str]:
    """Code → what it is said to mean, of a text that lists at least two; {} of any other."""
    written = unicodedata.normalize("NFKC", text).replace("\r", "\n")
    found: dict[str, str] = {}
    for line in written.split("\n"):
        for piece in _BETWEEN.split(_LEAD.sub("", line.strip())):
            match = _PIECE.fullmatch(piece.strip())
            if match is None or not match[3].strip():
                continue
            name = match[3].strip()
            if not match[2] and (_MEASURE.match(name) or not re.match("[\u3400-\u9fff]", name)):
                continue
            if re.fullmatch(r"[\d.\-/:]+", name):
                continue
            found.setdefault(match[1], name)
    return found if len(found) >= 2 else {}


def pair_in(text: str) -> tuple[str, str] | None:
    """How yes and no are written where a text names just the two: 「Y/N」, 「是或否」."""
    found = _PAIR.search(unicodedata.normalize("NFKC", text))
    if found is None:
        return None
    return (found[1], found[2]) if found[1] else (found[4], found[3])


def yes_and_no(codes: dict[str, str]) -> tuple[list[str], list[str]] | None:
    """The codes that mean yes and those that mean no; None where the codes say something else."""
    yes: list[str] = []
    no: list[str] = []
    for code, name in codes.items():
        word = plain(name).removeprefix("表示")
        if any(word.startswith(plain(each)) for each in _FALSE):
            no.append(code)
        elif any(word.startswith(plain(each)) for each in _TRUE):
            yes.append(code)
        else:
            return None
    return (yes, no) if yes and no else None


def fixed_in(text: str) -> str | None:
    """The one value that a text allows."""
    found = _FIXED.search(unicodedata.normalize("NFKC", text))
    return found[1] if found else None
