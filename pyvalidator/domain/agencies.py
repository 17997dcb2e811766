"""Lists that the user gives: the agencies expected to report (roster), and the official list of agency codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pyvalidator.domain.csv_lists import csv_rows, list_error

#: The form of a 機關代碼, as a regular expression.
AGENCY_CODE = "[0-9A-Z]{10}"

CODE = "機關代碼"
NAME = "機關名稱"
DISSOLVED = "裁撤註記"
ROUTE = "報送方式"

_ROUTES = {"": "JSON", "json": "JSON", "webhr": "WebHR"}
_YES = {"是", "Y", "y", "1"}


#: How the codes of agencies in 嘉義縣 begin: the county's own, and those of its council and the township councils
#: (人事總處 dataset 7307).
_CHIAYI_CODES = ("37650", "37680")
#: Its towns; no other county has one of these names.
_CHIAYI_TOWNS = re.compile(
    "太保市|朴子市|布袋鎮|大林鎮|(?:民雄|溪口|新港|六腳|東石|義竹|鹿草|水上|中埔|竹崎|梅山|番路|大埔|阿里山)鄉|嘉義縣"
)


def is_of_chiayi(name: str, code: str | None) -> bool:
    """Whether an agency is one of 嘉義縣, as far as its name or its code tells."""
    return (code or "").startswith(_CHIAYI_CODES) or _CHIAYI_TOWNS.search(name) is not None


@dataclass(frozen=True)
class AgencyList:
    """人事總處 dataset 7307 (行政院所屬中央及地方機關代碼), only for whether a code is known or dissolved.

    Attributes:
        names: name by code.
        gone: codes whose agency is dissolved.
    """

    names: dict[str, str]
    gone: frozenset[str] = frozenset()

    @classmethod
    def read(cls, data: bytes, name: str = "") -> AgencyList:
        """Read the CSV (`name`: the file's, for the messages).

        Rows whose code is not of the usual form are left out: an official list is not ours to correct. A code listed
        twice counts as dissolved only where every row says so.

        Raises:
            ListFileError: no column 機關代碼, or no usable row.
        """
        names: dict[str, str] = {}
        active: set[str] = set()
        for _, row in csv_rows(data, name, CODE, more_cells=True):
            code = row[CODE]
            if not _is_code(code):
                continue
            dissolved = row.get(DISSOLVED, "") in _YES
            if code not in names or (code not in active and not dissolved):
                names[code] = row.get(NAME, "")
            if not dissolved:
                active.add(code)
        if not names:
            raise list_error(name, "機關代碼檔中沒有任何 10 碼的機關代碼；請確認下載的檔案完整。")
        return cls(names, frozenset(names.keys() - active))

    @property
    def title(self) -> str:
        """How many agencies were read, beside the file's name."""
        return f"{len(self):,} 個機關"

    def __contains__(self, code: object) -> bool:
        return code in self.names

    def __len__(self) -> int:
        return len(self.names)

    def name(self, code: str) -> str | None:
        """The agency's name, or None for an unknown code."""
        return self.names.get(code)

    def dissolved(self, code: str) -> bool:
        """Whether the list marks the agency as dissolved (False for an unknown code)."""
        return code in self.gone


@dataclass(frozen=True)
class Roster:
    """The agencies expected to report.

    Attributes:
        expected: (code, name, route) in file order; route is `JSON` or `WebHR` (then no file is ever missing).
    """

    expected: list[tuple[str, str, str]]

    @classmethod
    def read(cls, data: bytes, name: str = "") -> Roster:
        """Read the CSV (`name`: the file's, for the messages).

        Raises:
            ListFileError: no column 機關代碼, no row, a malformed code, an unknown route, or two rows that differ
                for one code.
        """
        seen: dict[str, tuple[int, tuple[str, str, str]]] = {}
        for line, row in csv_rows(data, name, CODE):
            code = row[CODE]
            if not _is_code(code):
                shown = f"「{code}」不是 10 碼的機關代碼（數字與大寫英文字母）" if code else "沒有機關代碼"
                raise list_error(name, f"名冊第 {line} 列{shown}；請更正後再試。")
            route = _ROUTES.get(row.get(ROUTE, "").lower())
            if route is None:
                raise list_error(
                    name, f"名冊第 {line} 列的報送方式「{row[ROUTE]}」不明；請填 JSON 或 WebHR，或留空白。"
                )
            entry = (code, row.get(NAME, ""), route)
            first, known = seen.setdefault(code, (line, entry))
            if known != entry:
                raise list_error(
                    name, f"名冊第 {line} 列的機關代碼「{code}」已在第 {first} 列出現，內容卻不同；請只留一列。"
                )
        if not seen:
            raise list_error(name, "名冊中沒有任何機關；請在標題列之後每列填寫一個機關。")
        return cls([entry for _, entry in seen.values()])

    @property
    def title(self) -> str:
        """How many agencies were read, beside the file's name: a list that lost some is seen."""
        exempt = sum(route == "WebHR" for _, _, route in self.expected)
        return f"{len(self.expected):,} 個機關" + (f"，其中 {exempt:,} 個以 WebHR 報送" if exempt else "")

    @cached_property
    def by_code(self) -> dict[str, tuple[str, str, str]]:
        """The entries by code."""
        return {entry[0]: entry for entry in self.expected}


def _is_code(text: str) -> bool:
    return re.fullmatch(AGENCY_CODE, text) is not None
