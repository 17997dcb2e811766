"""What lies in a folder or an archive beside the data, and may hold data all the same: named, so that none is lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from pyvalidator.domain.csv_kinds import OPTION, kind_of_csv
from pyvalidator.input.lists import list_in_spreadsheet
from pyvalidator.input.spreadsheets import SPREADSHEETS
from pyvalidator.source.not_data import own_text, own_workbook
from pyvalidator.wording import SIDE_FILE

_ARCHIVES = ("zip", "zipx", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz")
#: Endings of data that was renamed, stored aside or not taken down wholly; also no ending at all. Whether such a file
#: may hold data its first character tells.
_MAYBE = ("", "bak", "old", "tmp", "orig", "dat", "data", "log", "js", "download", "crdownload", "part", "copy")
_VOLUME = re.compile(r"(zip|7z|rar)\.[0-9]{3}|\.z[0-9]{2}")
#: White space and the bytes of a byte order mark, also what UTF-16 has beside ASCII.
_BEFORE_JSON = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_NOT_OPENED = "是壓縮檔，不會再打開；請先解壓縮，或單獨檢核這個壓縮檔"
_NOT_JSON_NAME = "檔名結尾不是 .json；內容若是差假資料，請把檔名改成 .json 結尾"
_SHEET = "是試算表，不是 JSON；裡面若有差假資料，請在差勤系統產製 JSON 檔"
_TABLE = "是 CSV 表格，不是 JSON；裡面若有差假資料，請在差勤系統產製 JSON 檔"
_TEXT = "是文字檔；內容若是差假資料，請把檔名改成 .json 結尾"


def ending_of(name: str) -> str:
    """The ending of a file's name without the dot, in small letters; "" where it has none."""
    base = name.rpartition("/")[2]
    return base.rpartition(".")[2].lower() if "." in base else ""


#: Gives the bytes of a file; None where they cannot be had.
Read = Callable[[], bytes | None]


@dataclass(frozen=True)
class PassedOver:
    """One file that was passed over. `data`: whether it may hold data; `reason`: why it was, what to do about it."""

    name: str
    reason: str
    data: bool = True


@dataclass
class Rest:
    """All that was passed over.

    Attributes:
        named: files that may hold data or were perhaps meant to say how to check.
        others: how many others there are, by the ending of their names.
    """

    named: list[PassedOver] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, read: Read) -> None:
        """Take in a file that is neither data nor hidden.

        Args:
            read: asked only where its name does not tell enough.
        """
        base = unicodedata.normalize("NFKC", name.rpartition("/")[2]).lower().strip()
        ending = ending_of(base)
        if base.startswith("~$"):
            # What Excel and Word leave beside a document that is open.
            self.others[ending] += 1
        elif ending in _ARCHIVES or _VOLUME.search(base):
            self.named.append(PassedOver(name, _NOT_OPENED))
        elif ".json" in base or re.search("[^a-z]json$", base):
            self.named.append(PassedOver(name, _NOT_JSON_NAME))
        elif ending in ("csv", "tsv") or ending in SPREADSHEETS:
            self._add_table(name, ending, read() or b"")
        elif ending == "txt":
            self.named.append(PassedOver(name, _TEXT))
        elif ending in _MAYBE and (read() or b"").lstrip(_BEFORE_JSON)[:1] in (b"{", b"["):
            self.named.append(PassedOver(name, _NOT_JSON_NAME))
        else:
            self.others[ending] += 1

    def _add_table(self, name: str, ending: str, data: bytes) -> None:
        if own_workbook(data) or own_text(data[:4096].decode("utf-8-sig", "replace")):
            self.others[ending] += 1
            return
        text = ending in ("csv", "tsv")
        kind = kind_of_csv(data) if text else list_in_spreadsheet(data)
        if kind is None:
            self.named.append(PassedOver(name, _TABLE if text else _SHEET))
        else:
            reason = f"是{SIDE_FILE[kind]}，沒有採用；請另外指定（命令列用 {OPTION[kind]}）"
            self.named.append(PassedOver(name, reason, data=False))
