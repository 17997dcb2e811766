"""What programs and spreadsheets write where a value is missing, and names that were made unreadable on purpose."""

from __future__ import annotations

import re

#: Words of programs for nothing, whatever their case, with or without brackets around them.
_NOTHING = (
    r"null|nil|none|undefined|-?nan(?:\(ind\))?|n/a|na|tbd|tba|todo|(?:system\.)?dbnull(?:\.value)?|"
    r"invalid (?:date|time)|no data|not available|-?(?:1\.#)?(?:ind|qnan|inf)|-?infinity|lorem ipsum.*|(?:&nbsp;)+|"
    r"0?(?:nan[-/:.年月日時分 ]?){2,}|null(?: null)+|-+(?:[:/]-+)+|circular|filtered|redacted|promise \{.{0,40}\}|"
    r"error 20[0-9]{2}|err:[0-9]{3}"
)
#: Names of variables, as templates of many kinds mark them, where nothing else stands beside.
_VARIABLES = (
    r"\{[\w.\-]{1,40}\}|%\w{1,40}%|#{1,2}[^\W\d]\w{0,40}#{1,2}|\$+[A-Za-z_]\w{0,40}\$*|\$\([A-Za-z_]\w{0,40}\)|"
    r"__[A-Za-z]\w{0,40}__|@\{?[A-Za-z_]\w{0,40}\}?|\{%.{1,80}%\}|\[[a-z_]\w{0,40}\]|<[a-z_]\w{0,40}>"
)
_ALWAYS = (
    # objects written as text, by JavaScript, Java, .NET, Python
    r"\[object \w+\]|\[native code\]|(?:\[L)?(?:[a-z]\w{0,40}\.){1,9}[A-Za-z]\w{0,60};?@[0-9a-f]{4,16}|"
    r"System\.[A-Z][A-Za-z]{2,}[\w.`]*(?:\[[\w.,]*\])*|"
    r"<[\w.]{1,80} object at 0x[0-9A-Fa-f]+>|"
    # errors of spreadsheets, and a column that is too narrow
    r"#(?:REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|CONNECT!|BLOCKED!|UNKNOWN!|GETTING_DATA|ERROR!?|Error|N/A)|#{4,}|"
    # templates that were not filled in
    r"\{\{\s*[\w.\-]+\s*\}\}|\$\{\s*[\w.\-]+\s*\}|\#\{\s*[\w.\-]+\s*\}|<%=?[^%<>]{0,80}%>|\{[0-9]\}|(?<![0-9])%[sdif](?![A-Za-z])|%\(\w+\)s|"
    r"@(?:Model|ViewBag|item)\.\w+|\[\[\s*[\w.\-]+\s*\]\]"
)
PLACEHOLDER_CHARS = "[A-Za-z#?？%{\\[<]"
_CHINESE = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_HIDING = "某■█○◯〇●◎ＯO0oＸXx×*＊_＿"
MASK_CHARS = f"[{_HIDING}]"


def placeholder(text: str) -> str | None:
    """The part of `text` that a program left where a value should stand; None where there is none."""
    stripped = text.strip()
    nothing = rf"[(<\[{{\"']*(?:{_NOTHING})[)>\]}}\"']*|[?？]{{2,}}"
    if re.fullmatch(nothing, stripped, re.IGNORECASE) or re.fullmatch(_VARIABLES, stripped):
        return stripped
    found = re.search(_ALWAYS, text)
    return found[0] if found else None


def hidden_name(text: str) -> bool:
    """Whether a Chinese name has a sign in the place of a character, as where names are not to be known: 王○明."""
    return re.fullmatch(f"{_CHINESE}{{1,2}}[{_HIDING}]{{1,3}}{_CHINESE}{{0,2}}", text.strip()) is not None
