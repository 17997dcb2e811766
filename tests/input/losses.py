"""Batches as careless or unlucky people would give them, made at random, and what must be told of each of their parts."""

from __future__ import annotations

import html
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample

REFERENCE = built_in_profiles()["reference"]
AGENCIES = (
    ("376506200A", "水上鄉公所"), ("376506211I", "水上鄉清潔隊"), ("376506222E", "水上鄉立圖書館"),
    ("376505300A", "布袋鎮公所"), ("376505200A", "朴子市公所"), ("376500303I", "嘉義縣衛生局"),
)  # fmt: skip


@dataclass
class Part:
    """One thing that was given.

    Attributes:
        name: as the report must name it, at least in part: a file in the report, or a skipped part.
        data: its bytes.
        records: how many records a person would see in it; None where nobody can say.
        inside: what must be named by itself, in an archive that can be opened.
    """

    name: str
    data: bytes
    records: int | None = None
    inside: list[Part] = field(default_factory=list)


def sample_text(chance: random.Random) -> tuple[str, int]:
    """A proper file, and the number of its records."""
    code, name = chance.choice(AGENCIES)
    text = build_sample(REFERENCE, people=chance.randint(1, 4), seed=chance.randint(0, 99), agency=code).text
    value = json.loads(text) | {"agency_name": name}
    indent = chance.choice([None, 2])
    return json.dumps(value, ensure_ascii=False, indent=indent), len(value["records"])


def _in_csv_cell(text: str) -> str:
    return 'id,content\r\n1,"' + text.replace('"', '""') + '"\r\n'


#: What systems write around JSON. Nothing of the data is lost in any of them.
WRAPPERS: dict[str, Callable[[str], str]] = {
    "nothing": lambda text: text,
    "a warning of PHP": lambda text: "<br />\n<b>Warning</b>:  Undefined array key 3 in <b>/a.php</b> on line <b>7</b>\n" + text,
    "words in front": lambda text: "匯出完成 2021-07-05 08:00\n" + text,
    "words behind": lambda text: text + "\n-- 匯出結束 --\n",
    "a comment of HTML": lambda text: "<!-- generated -->\n" + text,
    "a page that shows it": lambda text: f"<html><body><pre>{html.escape(text, quote=False)}</pre></body></html>",
    "ASP.NET's string": lambda text: (
        f'<?xml version="1.0" encoding="utf-8"?>\n<string xmlns="http://tempuri.org/">{html.escape(text)}</string>'
    ),
    "a call": lambda text: f"callback({text});",
    "a fence": lambda text: f"```json\n{text}\n```\n",
    "backslashes": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "a string": lambda text: json.dumps(text, ensure_ascii=False),
    "a string of ASCII": lambda text: json.dumps(text),
    "entities": lambda text: text.replace("&", "&amp;").replace('"', "&quot;"),
    "a cell of a CSV": _in_csv_cell,
}  # fmt: skip
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp950", "gb18030")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to three accidents."""
    for _ in range(chance.randint(1, 3)):
        if not data:
            break
        place = chance.randrange(len(data))
        length = chance.choice([1, 1, 1, 2, 30, 400])
        data = chance.choice([
            data[:place], data[place:], data[:place] + data[place + length :],
            data[:place] + chance.choice([b'"', b"{", b"}", b"[", b"]", b",", b"\\", b"\0", b"\xff", b"\r\n"]) + data[place:],
            data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :],
            data[:place] + data[max(0, place - length) :],
        ])  # fmt: skip
    return data


def data_file(chance: random.Random, name: str) -> Part:
    """A file of data, wrapped, written in some encoding, perhaps damaged."""
    text, records = sample_text(chance)
    text = WRAPPERS[chance.choice([*WRAPPERS])](text) if chance.random() < 0.6 else text
    # A character that an encoding lacks is lost before the file is ours.
    data = text.encode(chance.choice(ENCODINGS), "replace")
    if chance.random() < 0.3:
        return Part(name, damaged(data, chance))
    return Part(name, data, records)


def archive(chance: random.Random, name: str, depth: int = 0) -> Part:
    """A zip archive with files of many endings, perhaps damaged, perhaps with an archive inside."""
    buffer = io.BytesIO()
    parts = []
    with zipfile.ZipFile(buffer, "w", chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as packed:
        for index in range(chance.randint(1, 4)):
            code, agency = chance.choice(AGENCIES)
            ending = chance.choice([".json"] * 5 + [".JSON", ".json.txt", ".json.bak", ".txt", ".csv", ".xlsx", ".zip"])
            own = f"{chance.choice(['', '差勤資料/', 'a/b/'])}{code}_{agency}_{index}{ending}"
            if ending == ".zip" and depth == 0:
                part = archive(chance, f"{name}/{own}", 1)
                part.inside = []  # named as a whole
            elif ending.lower() == ".json":
                part = data_file(chance, f"{name}/{own}")
            else:
                part = Part(f"{name}/{own}", b"x" * chance.randint(0, 50))
            packed.writestr(own, part.data)
            parts.append(part)
    data = buffer.getvalue()
    if chance.random() < 0.25:
        # What is inside a damaged archive cannot be known; that it is damaged must be said.
        return Part(name, damaged(data, chance))
    return Part(name, data, None, parts)


def roster_text(chance: random.Random) -> str:
    """A list of agencies as CSV, with the slips of those who edit such lists by hand."""
    separator = chance.choice([",", ",", ",", "\t", ";"])
    end = chance.choice(["\n", "\r\n"])
    rows = [["機關代碼", "機關名稱", *chance.choice([[], ["報送方式"], ["備註"]])]]
    for code, name in chance.sample(AGENCIES, chance.randint(1, len(AGENCIES))):
        rows.append([code, name, *(["JSON" if rows[0][2] == "報送方式" else "x"] if len(rows[0]) > 2 else [])])
    text = end.join(separator.join(_cell(cell, chance) for cell in row) for row in rows) + end
    for _ in range(chance.choice([0, 1, 1, 2, 3])):
        place = chance.randrange(len(text) + 1)
        text = chance.choice([
            text[:place] + chance.choice(['"', '"', "'", ",", "\t", ";", "\n", "\r", "\0", " ", "　", "＂"]) + text[place:],
            text[:place] + text[place + 1 :],
            text[:place],
        ])  # fmt: skip
    return text


def _cell(text: str, chance: random.Random) -> str:
    return chance.choice([text] * 8 + [f'"{text}"', f' "{text}"', f'="{text}"', f"{text} "])


def agencies_in(text: str) -> set[str]:
    """The codes with which a line of the list begins, as a person would read them."""
    codes = set()
    for line in re.split(r"\r\n|\n|\r", text)[1:]:
        found = re.match(r'[\s"=\']*([0-9A-Z]{10})(?![0-9A-Za-z])', line)
        if found:
            codes.add(found[1])
    return codes


def batch(chance: random.Random) -> list[Part]:
    """What somebody drops at once."""
    parts: list[Part] = []
    for index in range(chance.randint(1, 4)):
        code, agency = chance.choice(AGENCIES)
        ending = chance.choice([".json"] * 6 + [".zip"] * 3 + [".json.txt", ".txt", ".dat"])
        name = f"{code}_{agency}_{index}{ending}"
        parts.append(archive(chance, name) if ending == ".zip" else data_file(chance, name))
    return parts


def every(parts: list[Part]) -> list[Part]:
    """The parts and those inside them."""
    return [one for part in parts for one in ([part] if not part.inside else every(part.inside))]


def unsaid(parts: list[Part], report: dict[str, Any]) -> list[str]:
    """What the report loses of these parts without a word."""
    files = {file["name"]: file for file in report["files"]}
    skipped = {one["name"] for one in report["skipped"]}
    lost = []
    for part in every(parts):
        file = files.get(part.name)
        if file is None:
            # An archive may open in spite of its damage; what it then shows is named.
            if part.name not in skipped and not any(name.startswith(f"{part.name}/") for name in (*files, *skipped)):
                lost.append(f"{part.name}: neither checked nor skipped")
        elif part.records is not None and file["record_count"] != part.records and file["status"] not in (
            "error", "unreadable"
        ):  # fmt: skip
            lost.append(f"{part.name}: {file['record_count']} of {part.records} records, yet {file['status']}")
        elif file["size"] == 0 and part.data:
            lost.append(f"{part.name}: said to be empty")
    return lost
