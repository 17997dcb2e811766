"""Settings that a county or a vendor ships with the checker's page: profiles, roster, agency list and days off, in one
file beside the page (`site-settings.js`) or inside the page that is one file.

Only what a check reads of them is taken in: columns of a list that nobody reads may name people.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pyvalidator.domain.agencies import CODE, DISSOLVED, NAME, ROUTE
from pyvalidator.domain.csv_lists import csv_rows
from pyvalidator.domain.days_off import DATES, KIND, OFFICIAL, PART
from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.domain.roc import day_text
from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.input.side_files import SHIPPED_FOLDER, SIDE_LIMIT, SideFile, read_side
from pyvalidator.privacy.masking import ID_LENGTH, ID_NUMBER
from pyvalidator.profile import built_in_profiles
from pyvalidator.wording import SHIPPED, SIDE_FILE

#: The name under which the page looks for the settings beside itself.
FILE_NAME = "site-settings.js"
#: The variable that the file sets.
VARIABLE = "pvSiteSettings"
_LONGEST_OWNER = 60
#: By kind: one column of which each list has at least one, and all columns that are read.
_COLUMNS = {
    "roster": ((CODE,), (CODE, NAME, ROUTE)),
    "agencies": ((CODE,), (CODE, NAME, DISSOLVED)),
    "days": (DATES, (*DATES, KIND, PART, OFFICIAL)),
}


class SettingsError(ValueError):
    """The settings cannot be made or used; `problems` are sentences for the user."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("；".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class ShippedSettings:
    """Whose settings they are, of which day, and their files: (name, text) each."""

    owner: str
    date: str
    files: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, Any]:
        """As the page carries them."""
        files = [{"name": name, "text": text} for name, text in self.files]
        return {"owner": self.owner, "date": self.date, "files": files}

    def script(self) -> str:
        """The content of `site-settings.js`: plain ASCII behind its comment, so that no encoding can harm it."""
        about = (
            f"// 差勤檢核的{SHIPPED['title']}：{self.owner}，{day_text(date.fromisoformat(self.date))}。"
            "放在 index.html 旁邊就會採用；刪除這個檔案就停用。\n"
        )
        data = json.dumps(self.as_dict(), indent=1)
        # What a page could take for its own markup, where the settings stand inside it.
        return f"{about}globalThis.{VARIABLE} = {data};\n".replace("</", "<\\/")


def make_settings(sides: Iterable[SideFile], contents: dict[str, bytes], owner: str, day: date) -> ShippedSettings:
    """Settings out of files that say how to check.

    Args:
        sides: as a batch recognised them. contents: their bytes by name.
        owner: who ships them. day: of which day they are.

    Raises:
        SettingsError: one cannot be used or shipped, two are of one kind, there is none, or nobody ships them.
    """
    owner = " ".join(owner.split())[:_LONGEST_OWNER]
    problems = [f"提供單位{fault}" for fault in _persons_in(owner)]
    if not owner:
        problems.append("請填寫提供設定的單位，例如「嘉義縣政府人事處」。")
    files: list[tuple[str, str]] = []
    seen: set[str] = set()
    for side in sides:
        if side.error is not None:
            problems.append(f"「{side.name}」不能使用：{side.error}")
            continue
        what = f"{side.kind} {side.content.id}" if side.kind == "profile" else side.kind
        if what in seen:
            problems.append(f"「{side.name}」：同一種設定只能放一個（{SIDE_FILE[side.kind]}）。")
        elif side.kind not in ("profile", *_COLUMNS):
            problems.append(f"「{side.name}」：{SIDE_FILE[side.kind]}不能放進{SHIPPED['title']}。")
        else:
            text = _kept_text(side.kind, contents[side.name])
            problems += [f"「{side.name}」{fault}" for fault in _persons_in(text)]
            name = side.name.rpartition("/")[2]
            if name in (each for each, _ in files):
                problems.append(f"「{side.name}」：有兩個檔案同名，請改名後再試。")
            files.append((name, text))
        seen.add(what)
    if not files and not problems:
        problems.append("沒有可以提供的設定：請給版型檔（.toml）、應報送機關名冊、機關代碼檔或放假日曆。")
    if problems:
        raise SettingsError(problems)
    return ShippedSettings(owner, day.isoformat(), tuple(files))


def _kept_text(kind: str, data: bytes) -> str:
    """What is shipped of a file."""
    if kind not in _COLUMNS:
        return data.decode("utf-8-sig")
    wanted, read = _COLUMNS[kind]
    rows = [row for _, row in csv_rows(data, "", *wanted, more_cells=True)]
    titles = [title for title in read if any(title in row for row in rows[:1])]
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([titles, *([row[title] for title in titles] for row in rows)])
    return text.getvalue()


def _persons_in(text: str) -> list[str]:
    """Sentences on the identity numbers in a text; the made-up ones of the built-in profiles' examples are none."""
    made_up = {spec.example for spec in built_in_profiles()["reference"].fields if spec.type == "person_id"}
    found = (text[match.start() : match.start() + ID_LENGTH] for match in ID_NUMBER.finditer(text))
    lines = text.splitlines()
    persons = [each for each in found if each.upper() not in made_up and checksum_is_right(each.upper())]
    return [
        f"第 {next(number for number, line in enumerate(lines, 1) if each in line)} 列有身分證字號或統一證號，"
        f"不能放進{SHIPPED['title']}；請刪除後再試。"
        for each in dict.fromkeys(persons)
    ]  # fmt: skip


def read_settings(data: Any) -> tuple[ShippedSettings, list[SideFile]]:
    """The settings that a page carries, and their files as they are recognised, with the reason where one is not used.

    Args:
        data: what `as_dict` gave, from a file that anybody may have changed.

    Raises:
        SettingsError: it is something else.
    """
    broken = f"內容不是{SHIPPED['title']}，可能被改過或沒有複製完整；請用產生它的按鈕或指令重新產生"
    if not isinstance(data, dict):
        raise SettingsError([broken])
    owner, day, files = data.get("owner"), data.get("date"), data.get("files")
    if not isinstance(owner, str) or not owner.strip() or not isinstance(day, str) or not isinstance(files, list):
        raise SettingsError([broken])
    try:
        day = date.fromisoformat(day).isoformat()
        named = [(str(file["name"]), file["text"].encode()) for file in files]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise SettingsError([broken]) from None
    sides = [read_side(PendingFile(SHIPPED_FOLDER + name, InMemory(text, SIDE_LIMIT))) for name, text in named]
    if not named or None in sides or len(dict(named)) < len(named):
        raise SettingsError([broken])
    kept = tuple((name, text.decode()) for name, text in named)
    owner = " ".join(owner.split())[:_LONGEST_OWNER]
    return ShippedSettings(owner, day, kept), [side for side in sides if side is not None]
