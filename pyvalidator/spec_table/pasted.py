"""Text pasted from Word, PDF or a mail becomes rows of cells: tabs, bars, aligned blanks, single blanks."""

from __future__ import annotations

import re

from pyvalidator.input.spreadsheets import SheetError, rows_of_text
from pyvalidator.spec_table.types import is_type
from pyvalidator.spec_table.words import is_code_heading, role_of

#: (line number, cells) of one row.
Row = tuple[int, list[str]]

_BARS = re.compile(r"\s*[|｜│┃]\s*")
_RULE = re.compile(r"[\s|｜│┃+:\-—–=_─━┌┐└┘├┤┬┴┼]+")
_GAP = re.compile(r"\s{2,}|\u3000+|\t+")
_PAGE = re.compile(
    r"第\s*\d+\s*[頁页]|共\s*\d+\s*[頁页]|page\s*\d+|[-–—]\s*\d+\s*[-–—]|\d+\s*/\s*\d+|頁次[:：]?\s*\d*|\d{1,3}",
    re.IGNORECASE,
)
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:\[\w*\])?(?:[./][A-Za-z_][A-Za-z0-9_]*(?:\[\w*\])?)*")
_NUMBER = re.compile(r"[0-9]+(?:[.\-][0-9]+)*[.、]?")
_ANSWER = re.compile(r"[YNMOVynmov是否必選●○◎✓*]|必填|選填|非必填|YES|NO|Yes|No")
_HAN = re.compile("[\u3400-\u9fff]")

#: The columns that lines with single blanks are put into.
FREE_HEADINGS = ["項次", "欄位名稱", "代號", "型態", "長度", "必填", "說明"]


def is_page_mark(text: str) -> bool:
    """Whether a line is the number of a page, or has it beside a running title."""
    if _PAGE.fullmatch(text.strip()):
        return True
    return (
        len(text) < 80
        and re.search(r"第\s*\d+\s*頁|共\s*\d+\s*頁|page\s*\d+\s*(of|/)\s*\d+", text, re.IGNORECASE) is not None
    )


def rows_of_paste(text: str) -> list[Row]:
    """The rows of a pasted text, page numbers left out and broken lines put together.

    Raises:
        SheetError: quotes in a text with commas do not pair.
    """
    lines = [(number, line.rstrip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line.strip() and not is_page_mark(line)]
    if not lines:
        return []
    if _often("\t", lines):
        return _joined([(number, [cell.strip() for cell in line.split("\t")]) for number, line in lines])
    if _often("|", lines) or _often("｜", lines) or _often("│", lines):
        kept = [(number, line) for number, line in lines if not _RULE.fullmatch(line)]
        return _joined([(number, _BARS.split(re.sub(r"^\s*[|｜│┃]|[|｜│┃]\s*$", "", line))) for number, line in kept])
    if _often(",", lines):
        try:
            return [(number, cells) for number, cells in enumerate(rows_of_text(text), 1) if any(map(str.strip, cells))]
        except SheetError:
            pass
    by_gap = [(number, [cell.strip() for cell in _GAP.split(line.strip())]) for number, line in lines]
    if sum(len(cells) >= 3 for _, cells in by_gap) * 2 >= len(by_gap):
        # Blanks before the first cell say how deep a line stands.
        return _joined([
            (number, [re.match(r"[\s\u3000]*", line)[0] + cells[0], *cells[1:]])  # type: ignore[index]
            for (number, line), (_, cells) in zip(lines, by_gap, strict=True)
        ])  # fmt: skip
    return _by_content(lines)


def _often(sign: str, lines: list[tuple[int, str]]) -> bool:
    return sum(line.count(sign) >= 2 for _, line in lines) * 4 >= len(lines)


def _joined(rows: list[Row]) -> list[Row]:
    """Rows that a line break inside a cell has cut in two: the second begins where the first ended."""
    width = max(map(len, (cells for _, cells in rows)), default=0)
    found: list[Row] = []
    for number, cells in rows:
        last = found[-1][1] if found else []
        if 1 < len(last) < width and 1 < len(cells) < width and len(last) + len(cells) - 1 == width:
            found[-1] = (found[-1][0], [*last[:-1], f"{last[-1]}\n{cells[0]}".strip(), *cells[1:]])
        else:
            found.append((number, cells))
    return found


def _by_content(lines: list[tuple[int, str]]) -> list[Row]:
    """Lines whose cells only single blanks part, as a PDF gives them: what each is, its content tells."""
    found: list[Row] = []
    inside = ""
    for number, line in lines:
        words = line.split()
        if len(words) >= 3 and sum(role_of(word) is not None for word in words) * 4 >= 3 * len(words):
            # Their order is that of the lines, which need not have a word in every cell.
            continue
        if cells := _cells_of(line):
            if inside != "fields":
                found.append((number, list(FREE_HEADINGS)))
            inside = "fields"
            found.append((number, cells))
        elif is_code_heading(words):
            inside = "codes"
            found.append((number, words[:2]))
        elif inside == "codes" and len(words) >= 2 and len(words[0]) <= 6 and not _HAN.search(words[0]):
            found.append((number, [words[0], " ".join(words[1:])]))
        else:
            found.append((number, [line.strip()]))
    return found


def _cells_of(line: str) -> list[str] | None:
    """A line's cells in the order of `FREE_HEADINGS`; None where it is none of a field."""
    words = re.sub(r"^\s*(?:[-*•·‧]|(?:欄位|項目|參數)\s*[:：])\s*", "", line).split()
    at = 0
    number = ""
    if words and _NUMBER.fullmatch(words[0]):
        number, at = words[0], 1
    keys = [place for place in range(at, len(words)) if _KEY.fullmatch(words[place])]
    # A key may be called `date` or `code` too; then a type follows.
    named = (place for place in keys if not is_type(words[place]) or any(map(is_type, words[place + 1 : place + 3])))
    key_at = next(named, None)
    if key_at is None:
        return None
    title_words = words[at:key_at]
    rest = words[key_at + 1 :]
    if not title_words:
        # The key comes first, its Chinese name behind it.
        while rest and _HAN.search(rest[0]) and not is_type(rest[0]):
            title_words.append(rest.pop(0))
    kind = length = answer = ""
    if rest and len(rest) > 1 and is_type(" ".join(rest[:2])) and re.match(r"[(（]", rest[1]):
        kind, rest = "".join(rest[:2]), rest[2:]
    elif rest and is_type(rest[0]):
        kind, rest = rest[0], rest[1:]
    if not kind or not (title_words or number):
        return None
    if rest and re.fullmatch(r"[0-9]{1,4}([.,][0-9])?", rest[0]):
        length, rest = rest[0], rest[1:]
    if rest and _ANSWER.fullmatch(rest[0]):
        answer, rest = rest[0], rest[1:]
    return [number, "".join(title_words), words[key_at], kind, length, answer, " ".join(rest)]
