"""What kind of agency a code and a name are of, as far as both surely tell.

There is no official legend of the last character; the kinds are read off the list of agencies (人事總處 dataset 7307),
of medium confidence. So only names that end in a kind's own word count, and only codes of another kind in the table.
"""

from __future__ import annotations

import re
import unicodedata

#: The end of a name → what it is, and the last characters that codes of such agencies have.
_NAMED = tuple((re.compile(f"(?:{words})$"), kind, last) for words, kind, last in (
    ("(?:鄉|鎮|市|區)公所", "公所", "A"),
    ("代表會", "代表會", "A"),
    ("[縣市]議會", "議會", "A"),
    ("(?:戶政|地政)事務所", "戶政或地政事務所", "A"),
    ("清潔隊", "清潔隊", "I"),
    ("衛生所", "衛生所", "I"),
    ("[縣市]衛生局|[縣市]環境保護局", "衛生或環保機關", "I"),
    ("圖書館", "圖書館", "E"),
    ("警察局", "警察機關", "C"),
    ("[縣市]消防局", "消防機關", "C"),
    ("殯儀館|殯葬管理所", "殯葬機關", "J"),
    ("托兒所", "托兒所", "6J"),
    ("幼兒園", "幼兒園", "6EJY"),
    ("國民小學|國小", "國民小學", "Y"),
    ("國民中學|國中", "國民中學", "X"),
))  # fmt: skip
#: What a code with this last character is like.
_CODED = {
    "A": "一般行政機關（公所、戶政、地政等）", "C": "警察或消防機關", "E": "文教機關",
    "I": "衛生或環保機關（衛生所、清潔隊等）",
    "J": "社福或殯葬機關", "6": "幼兒園", "U": "高中", "X": "國中", "Y": "國小",
}  # fmt: skip
#: A school may have several levels, and the code of one of them.
_SCHOOL = "UXY"
_COUNTY_HEAD = re.compile("^[\u4e00-\u9fff]{2}縣政府$")
#: 代表會 of 嘉義縣 stand apart from all its other agencies (the codes read: 3768003–3768021).
_CHIAYI, _CHIAYI_COUNCILS = "37650", "3768"
#: Its 公所 (51 to 68), and the head of every county: 3.76.50.
_CHIAYI_TOWN, _HEAD = re.compile("37650(?:5[1-9]|6[0-8])00A"), re.compile("376[0-9]{2}0000A")


def kind_that_differs(code: str, name: str) -> tuple[str, str] | None:
    """(what the name says, what the code says) where the two are of different kinds; None where they are not, or
    nobody can tell.

    Args:
        code: 10 characters; name: as the file has it.
    """
    last, name = code[-1], "".join(unicodedata.normalize("NFKC", name).split())
    for ends, kind, right in _NAMED:
        if ends.search(name):
            if last not in right and last in _CODED and not (right in _SCHOOL and last in _SCHOOL):
                return kind, _CODED[last]
            return _of_office(code, kind)
    if _COUNTY_HEAD.match(name) and code.startswith("376") and not code.endswith("0000A"):
        return "縣政府", _CODED.get(last, "另一個機關")
    return None


def _of_office(code: str, kind: str) -> tuple[str, str] | None:
    """Of agencies whose codes all end alike, those that a code's middle tells apart."""
    if kind == "公所" and code.startswith(_CHIAYI_COUNCILS):
        return kind, "嘉義縣的代表會或議會"
    if kind == "代表會" and code.startswith(_CHIAYI):
        return kind, "嘉義縣的其他機關"
    if kind == "戶政或地政事務所" and _CHIAYI_TOWN.fullmatch(code):
        return kind, "嘉義縣的公所"
    if kind in ("公所", "戶政或地政事務所") and _HEAD.fullmatch(code):
        return kind, "縣（市）政府"
    return None
