"""What a CSV is, told by its column titles alone: a list that says how to check, or data.

The one place for page, command line, folders and archives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, Literal

from pyvalidator.domain.agencies import CODE, DISSOLVED, NAME, ROUTE, AgencyList, Roster
from pyvalidator.domain.csv_lists import ListFileError, csv_titles, list_error
from pyvalidator.domain.days_off import DATES, KIND, OFFICIAL, DaysOffList
from pyvalidator.text.nearest import plain
from pyvalidator.wording import SIDE_FILE

Kind = Literal["roster", "agencies", "days"]

#: Titles of people's leave: a table that has one is data, whatever stands beside it.
_OF_LEAVE = re.compile("身[分份]證|假別|差假|請假|person_id|leave_type", re.IGNORECASE)
#: Titles of which a table of fields has one each.
_OF_TYPES = re.compile(r"型[態別]|(?:資料|欄位)(?:類型|格式)|\b格式\b|data ?type", re.IGNORECASE)
_OF_FIELDS = re.compile(r"必[填要]|選填|可否空白|長度|位數|允許空|nullable|required|max ?length", re.IGNORECASE)
#: Titles of people: a table of dates that has one is no list of days off.
_OF_PEOPLE = re.compile("姓名|員工|人員|職稱")
#: What people call the code's column instead.
_LIKE_CODE = re.compile(r"機關.{0,2}[代編碼].*|[代編][碼號]|agency_?code", re.IGNORECASE)
_READERS: dict[Kind, Callable[[bytes, str], Any]] = {
    "roster": Roster.read, "agencies": AgencyList.read, "days": DaysOffList.read,
}  # fmt: skip


def kind_of_csv(data: bytes) -> Kind | None:
    """Which list a CSV is; None for data, and for what is no CSV."""
    return _kind(csv_titles(data))


def read_list(kind: Kind, data: bytes, name: str = "") -> Any:
    """Read a CSV that was given as a list of this kind: a Roster, an AgencyList or a DaysOffList.

    Raises:
        ListFileError: its titles are those of another list or of leave, or it cannot be read.
    """
    titles = csv_titles(data)
    found = _kind(titles)
    if found is None and _leave_title(titles):
        raise list_error(
            name, f"標題列有「{_leave_title(titles)}」，是差假資料，不是{SIDE_FILE[kind]}；請確認選對檔案。"
        )
    # A list of codes and names only may be either list of agencies.
    either = kind == "agencies" and found == "roster" and ROUTE not in titles
    if found is not None and found != kind and not either:
        raise list_error(
            name, f"由標題列看，這是{SIDE_FILE[found]}，不是{SIDE_FILE[kind]}；"
            f"請確認選對檔案。{_HOW_TO_BE[kind] if found != 'days' else ''}",
        )  # fmt: skip
    try:
        return _READERS[kind](data, name)
    except ListFileError as error:
        if kind != "days" and CODE not in titles and (near := _nearly(titles)):
            raise ListFileError(f"{error}{near}。") from None
        raise


_HOW_TO_BE: dict[Kind, str] = {
    "roster": f"要當名冊使用的，請刪去「{DISSOLVED}」欄，只留應報送的機關。",
    "agencies": f"要當機關代碼檔使用的，請刪去「{ROUTE}」欄。",
    "days": "",
}


def how_to_be_a_list(data: bytes) -> str:
    """For a CSV that was given as data: which list it is or nearly is, and what to do so that it is used as one.

    Returns:
        What follows a sentence that lacks its full stop; "" where it is like none.
    """
    titles = csv_titles(data)
    kind = _kind(titles)
    if kind is not None:
        return f"。由標題列看，這是{SIDE_FILE[kind]}；請與資料檔一起放入，命令列請用 {OPTION[kind]} 指定"
    # A table of fields may have a column of codes, as a list of agencies has.
    if table := "" if _leave_title(titles) else field_table_hint(" ".join(titles)):
        return table
    near = _nearly(titles)
    return f"；{near}" if near else ""


def field_table_hint(text: str) -> str:
    """For a table that was given as data: what to do with it where its words are those of a table of fields.

    Returns:
        What follows a sentence that lacks its full stop; "" where they are not.
    """
    if _OF_TYPES.search(text) is None or _OF_FIELDS.search(text) is None:
        return ""
    return "；看起來是欄位說明表，請按「我有欄位說明表」，由它建立版型，命令列請用 profile-from --spec"


#: How each list is given on the command line.
OPTION: dict[Kind, str] = {"roster": "--roster", "agencies": "--agencies", "days": "--days-off"}


def _kind(titles: Collection[str]) -> Kind | None:
    if _leave_title(titles):
        return None
    if CODE in titles:
        return "agencies" if DISSOLVED in titles else "roster"
    dates = not {*DATES}.isdisjoint(titles) and (KIND in titles or OFFICIAL in titles)
    return "days" if dates and not any(map(_OF_PEOPLE.search, titles)) else None


def _leave_title(titles: Collection[str]) -> str:
    return next((title for title in titles if _OF_LEAVE.search(title)), "")


def _nearly(titles: Collection[str]) -> str:
    like = next((title for title in titles if _LIKE_CODE.fullmatch(plain(title))), None)
    if like is None or _leave_title(titles) or any(map(_OF_PEOPLE.search, titles)):
        return ""
    return f"要當{SIDE_FILE['roster']}使用的，請把標題列的「{like}」改成「{CODE}」，名稱的標題用「{NAME}」"
