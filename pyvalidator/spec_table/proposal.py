"""From a table of fields to a profile: what was read, with reasons, questions and faults, as data and as TOML."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.privacy.masking import mask_text
from pyvalidator.profile import Profile
from pyvalidator.profile.layout import HEADER, RECORD
from pyvalidator.profile.load import profile_of
from pyvalidator.profile.needed import AMOUNT, AMOUNT_FIELDS, essential_gaps, wanted_gaps
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.spec_table.fields import Reader
from pyvalidator.spec_table.files import grids_of
from pyvalidator.spec_table.matching import Match, line_id, match_lines
from pyvalidator.spec_table.own_table import is_own, profile_of_own
from pyvalidator.spec_table.pasted import Row
from pyvalidator.spec_table.places import RECORDS_KEY, Placed, Placing, find_places, layout_of, own_key, path_tokens
from pyvalidator.spec_table.reading import Fault, Question, Read
from pyvalidator.spec_table.tables import Tables, Where, find_tables
from pyvalidator.text.toml_values import toml_pair, toml_text
from pyvalidator.wizard.draft import About
from pyvalidator.wizard.names import parts_of
from pyvalidator.wizard.words import titles
from pyvalidator.wording import DATASET

#: The id of the question where the records are.
LIST = "list"
DATASET_ID = "dataset"
#: Whether what is said of the whole file stands once or in every record.
HEADER_ID = "header"
#: What a written table's profile says of itself.
_SAID = ("id", "version", "title", "source", "author", "date", "status", "unknown_keys")
#: Of several fields that an amount can be, only one has a line.
_AMOUNTS = {"days", "hours", "amount"}


class SpecError(ValueError):
    """There is no table of fields in what was given; the text says what to do, in Traditional Chinese."""


def new_about(**said: str) -> About:
    """What a profile out of a table says of itself at first."""
    return About(**{"title": "由欄位說明表建立的版型", "source": "由使用者提供的欄位說明表建立", **said})


@dataclass
class Spec:
    """A table as it was read.

    Attributes:
        reads: the lines of values, in the table's order. layout: as plain data.
        missing: canonical fields that checks want and no line is.
        ready: the profile that the table was written from, where it was.
    """

    about: About
    reads: list[Read] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    ready: Profile | None = None

    @property
    def data(self) -> dict[str, Any]:
        """The profile as plain data."""
        about = self.about
        tables: dict[str, dict[str, str]] = {}
        for read in self.reads:
            for spec in read.specs:
                if name := spec.get("table"):
                    tables.setdefault(name, {}).update({code: known for code, known in read.codes.items() if known})
        return {
            "id": about.id.strip().lower() or "custom", "version": about.version or "1", "title": about.title,
            "status": about.status, "source": about.source, "author": about.author, "date": about.date,
            "unknown_keys": about.unknown_keys,
            "in_force": {key: month for key, month in (("from", about.first), ("to", about.last)) if month},
            "layout": self.layout, "constants": self.constants,
            "fields": [spec for read in self.reads for spec in read.specs], "tables": tables,
        }  # fmt: skip

    def profile(self) -> Profile:
        """Raises ValidationError, of pydantic, where lines contradict each other."""
        return self.ready or profile_of(self.data)


def read_spec(data: bytes | str, answers: dict[str, str] | None = None, about: About | None = None) -> Spec:
    """Read a table of fields.

    Args:
        data: pasted text, or the bytes of a spreadsheet, a CSV or a text file.
        answers: what a person said, by a question's id; `field:KEY` chooses a line's field.

    Raises:
        SheetError: it cannot be read. SpecError: it holds no table of fields.
        OwnTableError: it was written from a profile and a cell of it cannot be read.
        PartMissing: a page has to load the reader of spreadsheets first.
    """
    grids, notes = grids_of(data)
    if is_own(grids):
        profile = profile_of_own(grids)
        said = {name: getattr(profile, name) for name in _SAID}
        return Spec(About(**said), notes=notes, ready=profile)
    tables = find_tables(grids)
    if not tables.lines:
        if find_tables([(name, _turned(rows)) for name, rows in grids]).lines:
            raise SpecError(
                "這份表格是橫的：每一欄說明一個欄位。請先在試算表選取整個表格並複製，用「選擇性貼上」的「轉置」貼成每一列說明"
                "一個欄位，再放入一次。"
            )
        raise SpecError(
            "找不到欄位說明表。每列要說明一個欄位，有標題列更好，例如：欄位名稱、代號、型態、長度、必填、說明。"
            "從 PDF 或 Word 複製時，請連同標題列一起選取。"
        )
    return _read(tables, notes, answers or {}, about or new_about())


def _turned(rows: Sequence[Row]) -> list[Row]:
    """Columns as rows."""
    columns = itertools.zip_longest(*(cells for _, cells in rows), fillvalue="")
    return [(number, list(cells)) for number, cells in enumerate(columns, 1)]


def _read(tables: Tables, notes: list[str], answers: dict[str, str], about: About) -> Spec:
    placing = find_places(tables.lines, answers.get(LIST))
    spec = Spec(about, notes=[*notes, *tables.notes])
    chosen = {id.removeprefix("field:"): name for id, name in answers.items() if id.startswith("field:")}
    matches = match_lines(placing.placed, chosen)
    at_top = _header_lines(placing, matches)
    if at_top and path_tokens(answers.get(LIST, RECORDS_KEY)):
        if LIST not in answers and not placing.list_named:
            for each in placing.placed:
                each.way = [RECORDS_KEY, *each.way]
        if answers.get(HEADER_ID, "header") == "header":
            for each in at_top:
                each.way = each.way[-1:]
    of_records = {id(each) for each in placing.placed if id(each) in matches and _is_of_records(matches[id(each)].name)}
    places = layout_of(placing.placed, of_records)
    spec.layout = places.layout
    reader = Reader(tables.codes, answers)
    amounts = [match for match in matches.values() if match.name in _AMOUNTS]
    for each in placing.placed:
        if id(each) not in matches:
            continue
        level, inside = places.levels.get(id(each), ("", ""))
        if not level:
            reader.faults.append(Fault(each.line.where, f"「{own_key(each.line)}」不在通往差假紀錄的路上，沒有採用"))
            continue
        match = matches[id(each)]
        spec.reads.append(reader.read(each, match, level, inside, alone=len(amounts) == 1 and match.name in _AMOUNTS))
        if match.others:
            options = [(name, titles()[name]) for name in (match.name or "", *match.others)]
            shown = each.line.get("title") or own_key(each.line)
            reader.questions.insert(0, Question(
                f"field:{line_id(each)}", f"「{shown}」是哪一個檢核欄位？", [*options, ("", "不檢核")], match.name or "", str(each.line.where),
            ))  # fmt: skip
    spec.faults = [
        *_doubles(spec.reads),
        *(Fault(line.at(role), text, stops=True) for line, role, text in placing.problems),
        *(Fault(line.where, text) for line, text in placing.assumed),
        *dict.fromkeys(reader.faults),
    ]
    if not any(each["level"] == RECORD for read in spec.reads for each in read.specs):
        spec.faults.append(
            Fault(tables.lines[0].where, "讀到的都是整個檔案只寫一次的欄位，沒有每筆差假的欄位；請連同差假明細的表一起放入", stops=True)
        )
    says = any(not line.columns.keys().isdisjoint(("required", "optional")) for line in tables.lines)
    if spec.reads and not says and not any(each["required"] for read in spec.reads for each in read.specs):
        spec.faults.append(Fault(
            tables.lines[0].where, "表裡沒有說哪些欄位必填，都當作選填；有必填的，請在表裡加上「必填」一欄（填 Y 或 N）再放入"
        ))  # fmt: skip
    spec.questions = reader.questions
    if at_top and HEADER_ID not in answers and path_tokens(answers.get(LIST, RECORDS_KEY)):
        names = "、".join(each.line.get("title") or own_key(each.line) for each in at_top)
        where = [("header", "只寫一次，在檔案最上層"), ("record", "每一筆差假都有")]
        key = own_key(at_top[0].line)
        spec.questions.insert(0, Question(HEADER_ID, f"「{names}」寫在哪裡？", where, "header", key=key))
    if not placing.list_named and LIST not in answers:
        value = RECORDS_KEY if "/records/*" in str(places.layout["records"]) else ""
        text = "表裡沒有說差假紀錄放在哪一個鍵之下"
        options = [(RECORDS_KEY, f"在「{RECORDS_KEY}」之下"), ("data", "在「data」之下"), ("", "整個檔案就是一個清單")]
        spec.questions.insert(
            0, Question(LIST, f"{text}，請選擇或填寫鍵名（例如 records 或 data.records）", options, value)
        )
    _finish(spec, answers)
    return spec


def _header_lines(placing: Placing, matches: dict[int, Match]) -> list[Placed]:
    """Of a table that tells the header from the records by nothing, the lines that are said of a whole file."""
    if not placing.flat:
        return []
    names = {id(each): matches[id(each)].name for each in placing.placed if id(each) in matches}
    return [each for each in placing.placed if CANONICAL.get(names.get(id(each)) or "", "") == HEADER]


def _is_of_records(name: str | None) -> bool:
    return not {*parts_of(name)}.isdisjoint(
        ("leave_type", "start_date", "end_date", "start_time", "end_time", *AMOUNT_FIELDS)
    )


def _doubles(reads: Sequence[Read]) -> list[Fault]:
    """Lines with the same key at the same place; the first one counts."""
    faults, seen = [], dict[tuple[str, ...], Where]()
    for read in list(reads):
        way = tuple(read.placed.way)
        if way in seen:
            faults.append(Fault(read.line.at("key"), f"代號「{own_key(read.line)}」與{seen[way]}重複，沒有採用這一列"))
            reads.remove(read)  # type: ignore[attr-defined]
        else:
            seen[way] = read.line.where
    return faults


def _finish(spec: Spec, answers: dict[str, str]) -> None:
    """What no line says, once all are read."""
    names = {each["name"] for read in spec.reads for each in read.specs}
    if "dataset" not in names:
        # Only what a person said is settled.
        said = answers.get(DATASET_ID) or spec.about.dataset
        spec.constants = {"dataset": said} if said else {}
        if DATASET_ID not in answers and not said:
            options = [*DATASET.items(), ("", "依檔案而定，檢核時再說明")]
            spec.questions.append(
                Question(DATASET_ID, "表裡沒有資料種類，這種檔案是哪一種？", list(options), "monthly")
            )
    have = names | set(spec.constants)

    def placed(*wanted: str) -> bool:
        return any(name in have for name in wanted)

    spec.missing = list(dict.fromkeys([*essential_gaps(placed), *wanted_gaps(placed)]))


def missing_titles(spec: Spec) -> list[str]:
    """The titles of what is missing."""
    return ["請假日數或時數" if name == AMOUNT else titles()[name] for name in spec.missing]


# -- TOML --------------------------------------------------------------------------------------------------------------

_HEAD = """# 差勤檢核版型檔，由欄位說明表建立。
# 每個 [[fields]] 說明檔案裡的一個鍵（key）對應到哪一個檢核欄位（name），以及它的寫法。
# 修改後請用「pyvalidator profiles --check 檔名」確認。
"""


def spec_toml(spec: Spec) -> str:
    """The profile as TOML, each field with its line of the table, the reasons, and what is still open."""
    if spec.ready is not None:
        return profile_toml(spec.ready)
    data = spec.data
    lines = [_HEAD]
    lines += [f"# 待確認：{_one_line(question.text)}" for question in spec.questions]
    lines += [f"# 表格：{_one_line(str(fault))}" for fault in spec.faults]
    if spec.questions or spec.faults:
        lines += [""]
    lines += [toml_pair(name, data[name])
              for name in ("id", "version", "title", "status", "source", "author", "date", "unknown_keys")
              if data[name]]  # fmt: skip
    if data["in_force"]:
        lines += ["", "[in_force]", *(toml_pair(name, value) for name, value in data["in_force"].items())]
    lines += ["", "[layout]", *(toml_pair(name, value) for name, value in spec.layout.items())]
    if spec.constants:
        lines += ["", "[constants]", *(toml_pair(name, value) for name, value in spec.constants.items())]
    elif any(question.id == DATASET_ID for question in spec.questions):
        lines += [
            "",
            "# 表裡沒有資料種類；每個檔案都是每月差假資料的，請刪去下面兩列開頭的 #",
            "# [constants]",
            '# dataset = "monthly"',
        ]
    if spec.missing:
        lines += ["", "# 表裡沒有這些檢核欄位：" + "、".join(missing_titles(spec))]
    for read in spec.reads:
        why = "沒有對應到檢核欄位，只檢核寫法" if read.match.name is None else f"依{read.match.reason}"
        lines += ["", "# " + _one_line("；".join([f"{read.line.where}，{why}", *read.reasons]))]
        for each in read.specs:
            lines += ["[[fields]]", *(toml_pair(name, value) for name, value in each.items())]
    for name, codes in data["tables"].items():
        own = {
            code: told
            for read in spec.reads
            for each in read.specs
            if each.get("table") == name
            for code, told in read.own.items()
        }
        lines += ["", f"[tables.{toml_text(name) if not name.isascii() else name}]"]
        lines += [
            toml_pair(code, known) + (f"  # 表裡寫「{_one_line(own[code])}」" if own.get(code, known) != known else "")
            for code, known in codes.items()
        ]
        lines += [
            f'# {toml_text(code)} = ""  # 表裡寫「{_one_line(told)}」，請填寫這個代碼的意思'
            for code, told in own.items()
            if code not in codes
        ]
    return "\n".join(lines) + "\n"


def profile_toml(profile: Profile) -> str:
    """A profile as it is, as TOML."""
    from pyvalidator.spec_table.own_table import plain_data

    data = plain_data(profile)
    lists, tables = ("fields", "places"), ("in_force", "layout", "constants", "severity", "tables")
    lines = [toml_pair(name, value) for name, value in data.items() if name not in (*lists, *tables)]
    for name in ("in_force", "layout", "constants"):
        if name in data:
            lines += ["", f"[{name}]", *(toml_pair(key, value) for key, value in data[name].items())]
    for name in lists:
        for each in data.get(name, ()):
            lines += ["", f"[[{name}]]", *(toml_pair(key, value) for key, value in each.items())]
    for table, codes in data.get("tables", {}).items():
        lines += ["", f"[tables.{toml_text(table)}]", *(toml_pair(code, meaning) for code, meaning in codes.items())]
    if "severity" in data:
        lines += ["", "[severity]", *(toml_pair(rule, each) for rule, each in data["severity"].items())]
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return mask_text(" ".join(text.split()))
