"""A line becomes fields of a profile: type, form, codes, limits; what the table does not say becomes a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.profile.advice import canonical_names
from pyvalidator.spec_table.codes import codes_in, fixed_in, pair_in, yes_and_no
from pyvalidator.spec_table.formats import Told, amount_in_words, format_of, length_of, unit_told
from pyvalidator.spec_table.matching import Match, holds_moment, line_id
from pyvalidator.spec_table.places import Placed, own_key
from pyvalidator.spec_table.reading import Fault, Question, Read
from pyvalidator.spec_table.tables import CodeTable, Line, Where
from pyvalidator.spec_table.types import near_type, read_type
from pyvalidator.spec_table.words import data, says_required
from pyvalidator.text.nearest import nearest, plain
from pyvalidator.wizard.code_table import read_code_table
from pyvalidator.wizard.names import leave_names, parts_of, unit_named
from pyvalidator.wizard.words import titles
from pyvalidator.wording import DATASET


@dataclass
class Reader:
    """Reads the lines of one table. `answers`: what a person said, by a question's id."""

    tables: list[CodeTable]
    answers: dict[str, str]
    questions: list[Question] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def read(self, placed: Placed, match: Match, level: str, inside: str, *, alone: bool) -> Read:
        """The fields of a line.

        Args:
            alone: whether an amount of leave has no other line beside this one.
        """
        line = placed.line
        found = Read(placed, match)
        key = placed.way[-1]
        base: dict[str, Any] = {"key": key, "level": level, "required": self._required(line)}
        if inside:
            base["inside"] = inside
        kind, length, decimals = self._type(line)
        settings = self._settings(found, kind, length, decimals, alone=alone)
        help = " ".join(line.get("note").split())[:400]
        names = list(parts_of(match.name)) or [f"other:{level}:{(inside + '/' + key)[1:]}"]
        if match.name in ("days", "hours") and ("format" in settings or settings.get("unit", "minutes") != "minutes"):
            names = ["days", "hours"]
        for name in names:
            each = {
                "name": name,
                "title": self._title(line, name, names),
                "type": name.rpartition("_")[2],
                **base,
                **settings,
            }
            if help:
                each["help"] = help
            found.specs.append(each)
        return found

    # -- parts -------------------------------------------------------------------------------------------------------

    def _title(self, line: Line, name: str, names: list[str]) -> str:
        own = line.get("title") or own_key(line)
        return own if len(names) == 1 else titles().get(name, own)

    def _required(self, line: Line) -> bool:
        for role, of_blanks in (("required", False), ("optional", True)):
            text = line.get(role)
            if role not in line.columns or (not text and role == "optional"):
                continue
            answer = says_required(text, of_blanks=of_blanks)
            if answer is None:
                near = nearest(text, [word for words in data()["answers"].values() for word in words if len(word) > 1])
                hint = f"；您要寫的是「{near}」嗎？" if near else "，請寫 Y 或 N"
                self.faults.append(Fault(line.at(role), f"{'可否空白' if of_blanks else '必填'}欄的「{_short(text)}」看不懂，當作選填{hint}"))
                return False
            return answer
        if re.search("必填|必須填|不可空白|不得空白", line.get("note")) and not re.search(
            "非必填|不必填", line.get("note")
        ):
            return True
        return line.starred

    def _type(self, line: Line) -> tuple[str, int | None, int | None]:
        """Kind, length and decimals."""
        text = line.get("type")
        said = read_type(text)
        if said is None and text:
            near = near_type(text)
            hint = f"您要寫的是「{near}」嗎？" if near else "請寫 文字、數字、日期、代碼，或 C(10)、N(3,1) 這類的寫法。"
            self.faults.append(Fault(line.at("type"), f"型態「{_short(text)}」不認得；{hint}", stops=near is None))
            said = read_type(near) if near else None
        kind = said.kind if said else ""
        length, decimals = (said.length, said.decimals) if said else (None, None)
        size = line.get("length")
        if size and size not in ("-", "－", "—", "不限", "N/A", "無", "n", "N", "*"):
            found = re.fullmatch(
                r"(?:≦|<=|最多|最大|max)?\s*([0-9]{1,5})(?:\s*[,，.．]\s*([0-9]{1,2}))?\s*(?:位|碼|字元?|bytes?)?",
                size,
                re.IGNORECASE,
            )
            span = re.fullmatch(r"[0-9]+\s*[-~–～]\s*([0-9]{1,5})", size)
            if found:
                length = int(found[1])
                decimals = int(found[2]) if found[2] else decimals
            elif span:
                length = int(span[1])
            else:
                self.faults.append(
                    Fault(line.at("length"), f"長度「{_short(size)}」不是數字；請寫最多幾個字，例如 10 或 3,1")
                )
        if (places := line.get("decimals")).isdigit():
            decimals = int(places)
        if not kind and not text and "type" in line.columns:
            self.faults.append(Fault(line.at("type"), "沒有寫型態，當作文字"))
        return kind or "text", length, decimals

    def _settings(
        self, found: Read, kind: str, length: int | None, decimals: int | None, *, alone: bool
    ) -> dict[str, Any]:
        name, line = found.match.name, found.line
        if name in ("start_moment", "end_moment"):
            return self._written(found, "datetime", kind, length) | self._end_of_day(line)
        if name in ("start_date", "end_date", "generated_at"):
            written = "datetime" if holds_moment(line, read_type(line.get("type"))) else "date"
            return {"type": "date", **self._written(found, written, kind, length)}
        if name in ("start_time", "end_time"):
            return {"type": "time", **self._written(found, "time", kind, length), **self._end_of_day(line)}
        if name == "period":
            return {"type": "period", **self._written(found, "period", kind, length)}
        if name in ("days", "hours", "amount"):
            return self._amount(found, kind, length, decimals, alone=alone)
        if name == "record_count":
            return {"type": "integer", "minimum": 0, **_as_text(kind)}
        if name in ("agency_code", "record_agency_code"):
            return {"type": "agency_code"}
        if name == "person_id":
            return {"type": "person_id"}
        if name == "covid_related":
            return self._boolean(found, kind)
        if name == "person_category":
            return self._category(found, length)
        if name in ("leave_type", "dataset", "staff_class", "leave_state"):
            return self._choice(found, name, kind)
        return self._other(found, kind, length, decimals)

    def _written(self, found: Read, written: str, kind: str, length: int | None) -> dict[str, Any]:
        """The format of a date, a month, a time or both."""
        line = found.line
        texts = [line.get(role) for role in ("format", "type", "codes", "note", "title")]
        told = format_of(written, [text for text in texts if text], [line.get("example")], length)
        said = self.answers.get(f"format:{line_id(found.placed)}")
        if said:
            told = Told(said, "由您指定")
        elif told.others:
            self._ask(found, "format", "怎麼寫？", [(each, _in_words(each)) for each in told.others], told.format)
        if told.reason:
            found.reasons.append(f"{told.format}：{told.reason}")
        shortest, longest = length_of(written, told.format)
        if (
            told.reason
            and not told.others
            and length is not None
            and not shortest <= length <= max(longest, length if length > 19 else longest)
        ):
            self.faults.append(
                Fault(line.at("length"), f"長度寫 {length}，但說明的寫法「{told.format}」是 {longest} 個字；以說明為準")
            )
        settings: dict[str, Any] = {"format": told.format}
        if kind in ("number", "integer"):
            settings |= self._as_number(found, _shown(told.format))
        return settings

    def _as_number(self, found: Read, shown: str) -> dict[str, Any]:
        """A date or a time of a numeric type: with quotes or without. `shown`: such a value."""
        id = f"number:{line_id(found.placed)}"
        said = self.answers.get(id, "text")
        self._ask(
            found,
            "number",
            "型態是數字，檔案裡怎麼寫？",
            [("text", f'文字，有引號（"{shown}"）'), ("number", f"數字，沒有引號（{shown}）")],
            said,
        )
        return {"as_number": True} if said == "number" else {}

    def _end_of_day(self, line: Line) -> dict[str, Any]:
        return {"end_of_day": True} if re.search("2400|24:00", " ".join(line.cells.values())) else {}

    def _amount(
        self, found: Read, kind: str, length: int | None, decimals: int | None, *, alone: bool
    ) -> dict[str, Any]:
        line, name = found.line, found.match.name
        settings: dict[str, Any] = {
            "type": "integer" if kind == "integer" else "number",
            "minimum": 0,
        }
        note = " ".join(line.get(role) for role in ("title", "note", "format"))
        if told := amount_in_words(f"{note} {line.get('example')}"):
            found.reasons.append(f"{told.format}：{told.reason}")
            return {"type": "number", "format": told.format}
        if step := re.search(r"(0\.5|半小時|半日|半天)", note):
            settings["step"] = 0.5 if "小時" in step[1] or step[1] == "0.5" else settings.get("step", 0.5)
        elif decimals == 0 or (decimals is None and length is not None):
            settings["type"] = "integer" if name != "amount" else "number"
        settings |= _as_text(kind)
        unit = unit_named(line.get("title")) or unit_named(own_key(line))
        unit = unit_told(note) or unit
        if name == "hours" and not alone:
            return settings | ({"unit": "minutes"} if unit == "minutes" else {})
        if name == "days" and not alone:
            return settings
        # One key for the whole amount: its unit decides what a number means.
        if name == "amount" or alone:
            if unit is None:
                unit = self._ask(found, "unit", "整個請假長度以什麼計？",
                                 [("hours", "小時"), ("days", "日"), ("minutes", "分鐘")], "hours")  # fmt: skip
            settings["unit"] = unit
        return settings

    def _boolean(self, found: Read, kind: str) -> dict[str, Any]:
        line = found.line
        codes = self._codes(found)
        pair = yes_and_no(codes) if codes else None
        text = "\n".join(line.get(role) for role in ("codes", "format", "note"))
        if pair is None and not codes and (two := pair_in(text)):
            pair = [two[0]], [two[1]]
        if kind == "boolean" and (pair is None or {*map(str.lower, (*pair[0], *pair[1]))} <= {"true", "false"}):
            return {"type": "boolean"}
        if pair is None:
            said = self._ask(found, "boolean", "是與否怎麼寫？",
                             [("Y/N", "Y、N"), ("1/0", "1、0"), ("是/否", "是、否"), ("", "true、false（不加引號）")], "Y/N")  # fmt: skip
            if not said:
                return {"type": "boolean"}
            yes, no = said.split("/")
            pair = [yes], [no]
        values: list[list[Any]] = [list(each) for each in pair]
        if kind == "boolean" and "".join(pair[0] + pair[1]).isdigit():
            kind = self._ask(found, "sign", "型態是是非值，1 與 0 在檔案裡怎麼寫？", list(_SIGNS.items()), "number")
            if kind == "boolean":
                return {"type": "boolean"}
        if kind in ("number", "integer"):
            values = [[int(each) if each.isdigit() else each for each in part] for part in values]
        found.own = dict(codes)
        return {"type": "boolean", "true": values[0], "false": values[1]}

    def _category(self, found: Read, length: int | None) -> dict[str, Any]:
        codes = self._codes(found)
        if codes:
            found.codes, found.own = {code: code for code in codes}, codes
            return {"type": "choice", "table": "person_category"}
        return {"type": "digits", "pattern": "0[1-9]|[1-8][0-9]|9[0-6]", "max_length": 2} if length in (2, None) else {
            "type": "digits", "pattern": f"[0-9]{{{length}}}", "max_length": length}  # fmt: skip

    def _choice(self, found: Read, name: str, kind: str) -> dict[str, Any]:
        codes = self._codes(found)
        if codes:
            known = canonical_names().get(name, set())
            meanings = _meanings(codes, known, {"dataset": DATASET}.get(name, {}))
            found.codes, found.own = {code: meanings.get(code, "") for code in codes}, codes
            for code, own in codes.items():
                said = self.answers.get(f"code:{line_id(found.placed)}:{code}")
                if said is not None:
                    found.codes[code] = said
                elif not found.codes[code]:
                    options = [
                        ("", "規則不認得，只檢核有沒有這個代碼"),
                        *((each, {"dataset": DATASET}.get(name, {}).get(each, each)) for each in sorted(known)),
                    ]
                    self._ask(found, f"code:{code}", f"代碼「{code}」（{own}）是哪一種？", options, "", named=True)
        elif name == "leave_type":
            found.codes = {each: each for each in leave_names()}
            self._ask(
                found,
                "names",
                "表裡沒有假別的代碼，檔案裡填的是什麼？",
                [("names", "假別名稱（事假、病假…）"), ("codes", "代碼：請把代碼表也放進來")],
                "names",
            )
        else:
            self._ask(found, "codes", "表裡沒有這個欄位的代碼，請把代碼表也放進來", [], "")
            return {"type": "text", "blank": True}
        settings: dict[str, Any] = {"type": "choice", "table": name}
        numbers = all(re.fullmatch("0|[1-9][0-9]*", code) for code in found.codes)
        if kind in ("number", "integer") and found.codes and numbers:
            settings["as_number"] = True
        return settings

    def _other(self, found: Read, kind: str, length: int | None, decimals: int | None) -> dict[str, Any]:
        """A field that no rule judges, or a plain text: what the table says of its form is checked."""
        line = found.line
        if kind in ("date", "time", "period", "datetime") and found.match.name is None:
            written = self._written(found, kind, kind, length)
            return {"type": "date" if kind == "datetime" else kind, **written}
        if kind == "boolean" and found.match.name is None:
            return self._boolean(found, kind)
        if kind in ("number", "integer") and found.match.name is None:
            settings: dict[str, Any] = {"type": "integer" if decimals in (None, 0) else "number"}
            if length is not None and length - (decimals or 0) < 16:
                settings["below"] = 10 ** (length - (decimals or 0))
            return settings | ({"step": 10**-decimals} if decimals else {})
        codes = self._codes(found) if found.match.name is None or kind == "choice" else {}
        if found.match.name == "format_version" and (fixed := fixed_in("\n".join(line.cells.values()))):
            codes = {fixed: fixed}
        if codes:
            found.codes, found.own = {code: code for code in codes}, codes
            return {"type": "choice", "table": found.match.name or f"other-{plain(own_key(line))}"}
        required = self._required(line)
        settings = {"type": "text"} if required else {"type": "text", "blank": True}
        return settings | ({"max_length": length} if length else {})

    # -- codes -------------------------------------------------------------------------------------------------------

    def _codes(self, found: Read) -> dict[str, str]:
        """The codes of a line: those that its cells list, else those of the table that it names."""
        line = found.line
        for role in ("codes", "note", "format", "example", "title"):
            if codes := codes_in(line.get(role)):
                self._check_lengths(found, [(line.at(role), code) for code in codes])
                return codes
        if table := self._table_of(line):
            self._check_lengths(found, [(where, code) for where, code, _ in table.codes])
            return {code: name for _, code, name in table.codes}
        return {}

    def _table_of(self, line: Line) -> CodeTable | None:
        words = [plain(word) for word in (line.get("title"), own_key(line)) if word]
        words = [
            short
            for word in words
            for short in (word, re.sub("(代碼|代號|名稱|類別|種類|別)$", "", word))
            if len(short) >= 2
        ]
        cells = plain(" ".join(line.get(role) for role in ("codes", "note", "format")))
        best = None
        for table in self.tables:
            title = plain(table.title)
            numbered = re.search("附[表件錄]?[一二三四五六七八九十0-9]+", title)
            if table.codes and title and (any(word in title for word in words) or (numbered and numbered[0] in cells)):
                best = best or table
        return best

    def _check_lengths(self, found: Read, codes: Iterable[tuple[Where, str]]) -> None:
        size = found.line.get("length")
        said = read_type(found.line.get("type"))
        length = int(size) if size.isdigit() else said.length if said else None
        for where, code in codes:
            if length is not None and len(code) > length:
                self.faults.append(Fault(where, f"代碼「{code}」有 {len(code)} 個字，但長度寫 {length}"))

    def _ask(
        self, found: Read, what: str, text: str, options: list[tuple[str, str]], value: str, *, named: bool = False
    ) -> str:
        """Put a question, and return its answer so far."""
        line, id = found.line, line_id(found.placed)
        id = f"code:{id}:{what.removeprefix('code:')}" if named else f"{what}:{id}"
        said = self.answers.get(id)
        shown = line.get("title") or own_key(line)
        if said is None or (options and said not in dict(options)):
            self.questions.append(Question(id, f"「{shown}」{text}", options, value, str(line.where), own_key(line)))
            return value
        return said


def _meanings(codes: dict[str, str], known: set[str], words: dict[str, str]) -> dict[str, str]:
    """Code → canonical name, as the wizard reads a pasted table."""
    text = "\n".join(f"{code}\t{name}" for code, name in codes.items())
    try:
        return dict(read_code_table(text, known, words).codes)
    except ValueError:
        return {}


def _as_text(kind: str) -> dict[str, Any]:
    return {"as_text": True} if kind == "text" else {}


_SIGNS = {"number": "數字，沒有引號（1）", "text": '文字，有引號（"1"）', "boolean": "true、false（不加引號）"}
_EXAMPLES = {"YYYY": "2021", "YYY": "110", "YY": "99", "MM": "06", "DD": "07", "HH": "08", "mm": "30", "SS": "00"}


def _in_words(format: str) -> str:
    """A template with what it looks like."""
    return f"{format}（例如 {_shown(format)}）"


def _shown(format: str) -> str:
    text = format if re.search("Y", format) else format.replace("MM", "mm")
    return re.sub("YYYY|YYY|YY|MM|DD|HH|mm|SS", lambda found: _EXAMPLES[found[0]], text).replace("[T]", "T")


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"
