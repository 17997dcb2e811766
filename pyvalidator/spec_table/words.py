"""What tables of fields call their columns, parts and answers: wordings → what they mean here."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache

from pyvalidator.runtime.package_files import read_package_text
from pyvalidator.text.nearest import nearest, plain

#: Roles of which at least one makes a row of headings one of fields.
FORM_ROLES = frozenset({"type", "length", "required", "optional", "format", "path", "parent", "name"})


@cache
def data() -> dict[str, dict[str, list[str]]]:
    """The wordings, from `domain/data/spec_words.toml`."""
    return tomllib.loads(read_package_text("domain/data/spec_words.toml"))


_LEVEL_IN_TITLE = re.compile(r"[（(\[【「]\s*([A-Za-z_][\w.]*)\s*(?:\[\])?\s*[)）\]】」]")


@cache
def _roles() -> dict[str, str]:
    return {plain(word): role for role, words in reversed(data()["headings"].items()) for word in words}


def role_of(heading: str) -> str | None:
    """The role of a column with this heading; None for a heading that is none of the usual ones."""
    word = plain(re.sub(r"[\s*＊※:：]+", "", heading))
    if not word or len(word) > 14:
        return None
    roles = _roles()
    if word in roles:
        return roles[word]
    # (英文)、（Y/N） and the like behind it.
    short = plain(re.split(r"[（(\n/／]", heading)[0])
    return roles.get(short)


def is_code_heading(cells: Iterable[str]) -> bool:
    """Whether a row is the heading of a table of codes."""
    words = [plain(cell) for cell in cells if cell.strip()]
    codes, meanings = ({plain(word) for word in each} for each in data()["code_headings"].values())
    if not 2 <= len(words) <= 4 or not (words[0] in codes or words[0].endswith(("代碼", "代號"))):
        return False
    return any(word in meanings or word.endswith(("名稱", "說明")) for word in words[1:])


def near_heading(heading: str) -> str | None:
    """The usual heading that was probably meant; None where none is near."""
    word = "".join(heading.split())
    if not 2 <= len(word) <= 10:
        return None
    known = [each for words in data()["headings"].values() for each in words if len(each) >= 2]
    near = nearest(word, [each for each in known if abs(len(each) - len(word)) <= 1])
    # One word inside another is a longer name of something else.
    return near if near and plain(near) not in plain(word) and plain(word) not in plain(near) else None


def level_of(text: str) -> str | None:
    """The level that a title or a cell names; None where it names none."""
    word = plain(
        re.sub(r"[（(].*|^[一二三四五六七八九十壹貳參0-9]+[、.．\s]*|欄位.*|資料表.*|格式.*|規格.*|[:：\s]", "", text)
    )
    for level, words in data()["levels"].items():
        if word and word in map(plain, words):
            return level
    if len(text) > 40:
        return None
    # The first that stands in it; a word of one letter stands by itself only.
    found = [
        (text.lower().find(known), -len(known), level)
        for level, words in data()["levels"].items() for known in words if len(known) > 1 and known in text.lower()
    ]  # fmt: skip
    return min(found)[2] if found else None


def key_in(title: str) -> str:
    """The key that a title names in brackets: 明細資料（records）; "" where it names none."""
    found = _LEVEL_IN_TITLE.search(title)
    return found[1] if found and found[1].lower() not in ("json", "header", "detail", "array", "object", "list") else ""


def says_required(text: str, *, of_blanks: bool = False) -> bool | None:
    """Whether an answer in the column 必填, or (`of_blanks`) 可否空白, says that a value has to be there; None where it
    says neither."""
    word = "".join(unicodedata.normalize("NFKC", text).lower().split())
    for answer, required in (("may", False), ("must", True), ("no", of_blanks), ("yes", not of_blanks)):
        if word in ("".join(each.split()) for each in data()["answers"][answer]):
            return required
    if len(word) > 8:
        return None
    # 不可空白, 可為空值
    if word.startswith(("不可", "不得", "不能", "不允許", "不許", "必")):
        return True
    if word.startswith(("可", "允許", "得", "選", "非", "o")):
        return False
    return not of_blanks if word[:1] in ("y", "是") else of_blanks if word[:1] in ("n", "否") else None
