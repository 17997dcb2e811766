"""Where each line of a table stands in a file: from paths, parents, depth, or words such as 檔頭 and 明細."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from pyvalidator.source.pointers import escape
from pyvalidator.spec_table.tables import Line
from pyvalidator.spec_table.types import read_type
from pyvalidator.spec_table.words import key_in, level_of
from pyvalidator.text.nearest import nearest, plain

#: Types of lines that hold other lines.
ARRAY, OBJECT = "array", "object"
#: What a list of records is called where nothing says it.
RECORDS_KEY = "records"


@dataclass
class Placed:
    """A line with its way from the root: keys, and `*` for each element of a list. `way` ends with its own key.

    `level`: what the table calls the level it is on; `kind`: `array`, `object` or "" for a value.
    """

    line: Line
    way: list[str]
    kind: str
    level: str | None = None

    @property
    def objects(self) -> tuple[str, ...]:
        """The way to the object that has its key, up to the last `*`."""
        stars = [at for at, token in enumerate(self.way[:-1]) if token == "*"]
        return tuple(self.way[: stars[-1] + 1]) if stars else ()


@dataclass
class Placing:
    """All lines with their places.

    Attributes:
        list_named: whether the table says where the records are. flat: whether it tells the header from the records by
            nothing. assumed: lines on whose place the table does not say enough, and what was taken to be so.
    """

    placed: list[Placed] = field(default_factory=list)
    list_named: bool = False
    flat: bool = False
    problems: list[tuple[Line, str, str]] = field(default_factory=list)
    assumed: list[tuple[Line, str]] = field(default_factory=list)


def find_places(lines: list[Line], records_key: str | None = None) -> Placing:
    """The places of all lines.

    Args:
        records_key: where the records are, as a person said: a key, or a path (`data.records`); "" for a list alone.
    """
    found = Placing()
    entries = [Placed(line, [], _kind(line), _level(line)) for line in lines]
    by_path = sum("path" in each.line.cells or _is_path(each.line.get("key")) for each in entries) * 2 > len(entries)
    parents = any(each.line.get("parent") for each in entries)
    depths = _depths(entries)
    for index, each in enumerate(entries):
        if by_path:
            _by_path(each)
        elif parents:
            _by_parent(each, entries, found)
        elif depths is not None:
            _by_depth(index, entries, depths)
    if not by_path and not parents and depths is None:
        _by_words(entries, found, records_key)
    found.placed = [each for each in entries if each.way]
    _open_lists(found.placed)
    if by_path or parents or depths is not None:
        found.list_named = any("*" in each.way for each in found.placed)
    return found


def own_key(line: Line) -> str:
    """The line's own key: 代號, else its only name."""
    if key := line.get("key"):
        return key.split()[0]
    tokens = path_tokens(line.get("path"))
    return tokens[-1] if tokens else line.get("title")


def _kind(line: Line) -> str:
    said = read_type(line.get("type"))
    if said and said.kind in (ARRAY, OBJECT):
        return said.kind
    if re.search(r"\[\s*\]$", own_key(line)) or re.match(
        r"\s*(?:0|1)\.\.(?:n|\*)", line.get("required"), re.IGNORECASE
    ):
        return ARRAY
    return ""


def _level(line: Line) -> str | None:
    return level_of(line.get("level")) if line.get("level") else level_of(line.title) if line.title else None


# -- paths -------------------------------------------------------------------------------------------------------------


def _is_path(text: str) -> bool:
    return re.search(r"\w\[\w*\*?\]?[./\\]\w|\w[./\\]\w", text) is not None


def _by_path(placed: Placed) -> None:
    path, key = placed.line.get("path"), placed.line.get("key")
    tokens = path_tokens(path or own_key(placed.line))
    # A column of paths may name the object only.
    if path and key and (not tokens or plain(tokens[-1]) != plain(re.split(r"[./\\]", key)[-1].rstrip("[]"))):
        last = path_tokens(key)[-1:]
        if last != tokens[-1:]:
            tokens += last
    placed.way = tokens


def path_tokens(path: str) -> list[str]:
    """The tokens of a path in any usual writing: `$.data.records[].idno`, `data/records/*/idno`, `records[0].idno`."""
    text = re.sub(r"^\s*\$|^\s*(?:root|根)(?=[./\\])", "", path.strip())
    text = re.sub(r"\[\s*(?:\*|[0-9]+|[nNiI])?\s*\]", ".*", text)
    text = re.sub(r"\[['\"]?([^\]'\"]+)['\"]?\]", r".\1", text)
    return [token.strip() for token in re.split(r"[./\\>→]+", text) if token.strip()]


# -- parents -----------------------------------------------------------------------------------------------------------


def _by_parent(placed: Placed, entries: list[Placed], found: Placing) -> None:
    way, seen, at = [own_key(placed.line).rstrip("[]")], {id(placed)}, placed
    while parent := at.line.get("parent"):
        if plain(parent) in ("root", "根", "無", "", "-", "json", "最上層", "根節點"):
            break
        owner = _named(parent, entries)
        if owner is None:
            tokens = path_tokens(parent)
            holders = [own_key(each.line) for each in entries if each.kind]
            near = nearest(parent, holders) if holders and len(tokens) == 1 else None
            if near:
                found.problems.append((placed.line, "parent", f"沒有「{parent}」這個上層，您要寫的是「{near}」嗎？"))
                owner = _named(near, entries)
            if owner is None:
                way = [*tokens, *way]
                break
        if id(owner) in seen:
            found.problems.append((placed.line, "parent", "上層節點繞成一圈，請改正"))
            break
        seen.add(id(owner))
        way = [own_key(owner.line).rstrip("[]"), *(["*"] if owner.kind == ARRAY else []), *way]
        at = owner
    placed.way = way


def _named(name: str, entries: list[Placed]) -> Placed | None:
    wanted = plain(name.rstrip("[]"))
    same = [
        each for each in entries if wanted in (plain(own_key(each.line).rstrip("[]")), plain(each.line.get("title")))
    ]
    return next((each for each in same if each.kind), same[0] if same else None)


# -- depth -------------------------------------------------------------------------------------------------------------


def _depths(entries: list[Placed]) -> list[int] | None:
    """How deep each line stands; None where the table does not say it, or all are alike."""
    if not any(each.kind for each in entries):
        return None
    levels = [each.line.get("level") for each in entries]
    numbers = [each.line.get("number") for each in entries]
    if all(re.fullmatch("[0-9]{1,2}", level) for level in levels):
        depths = [int(level) for level in levels]
    elif any(re.fullmatch(r"[0-9]+[.\-][0-9]+([.\-][0-9]+)*", number) for number in numbers):
        depths = [len(re.split(r"[.\-]", number.strip(".、"))) for number in numbers]
    else:
        indents = [each.line.indent for each in entries]
        steps = sorted(set(indents))
        depths = [steps.index(indent) for indent in indents]
    return depths if len(set(depths)) > 1 else None


def _by_depth(index: int, entries: list[Placed], depths: list[int]) -> None:
    placed = entries[index]
    placed.way = [own_key(placed.line).rstrip("[]")]
    for before in reversed(range(index)):
        owner = entries[before]
        if depths[before] < depths[index] and owner.kind:
            placed.way = [*owner.way, *(["*"] if owner.kind == ARRAY else []), *placed.way]
            return


# -- words -------------------------------------------------------------------------------------------------------------


def _by_words(entries: list[Placed], found: Placing, records_key: str | None) -> None:
    """Levels by the words that the table has for them; the list's key from its line, its title, or a person."""
    lists = [each for each in entries if each.kind == ARRAY]
    titles = {each.level: key_in(each.line.title) for each in entries if each.level and key_in(each.line.title)}
    ways: dict[str, list[str]] = {"header": [], "person": [], "record": []}
    objects = [each for each in entries if each.kind == OBJECT]
    header = next((own_key(each.line) for each in objects if level_of(each.line.get("title")) == "header"), "")
    ways["header"] = [header or titles.get("header", "")] if header or titles.get("header") else []
    names = [own_key(each.line).rstrip("[]") for each in lists]
    persons = any(each.level == "person" and not each.kind for each in entries)
    said = path_tokens(records_key) if records_key is not None else None
    if said is not None:
        record = [*said, *(["*"] if said[-1:] != ["*"] else [])]
    elif names:
        record = [names[-1], "*"]
    elif titles.get("record"):
        record = [titles["record"], "*"]
    else:
        record = []
    found.list_named = bool(record) or said is not None
    if persons and len(names) >= 2:
        ways["person"] = [names[0], "*"]
        record = [*ways["person"], names[1], "*"] if said is None else record
    elif persons and titles.get("person") and record:
        ways["person"] = [titles["person"], "*"]
        record = [*ways["person"], *record] if said is None else record
    elif persons and "*" in record[:-1]:
        above = record[:-1]
        ways["person"] = above[: len(above) - above[::-1].index("*")]
    elif said is None and (persons or len(names) > 1):
        line = next(each.line for each in entries if (each.level == "person" if persons else each.kind == ARRAY))
        what = "表裡有人員這一層，沒有說在哪一個清單裡" if persons else f"表裡有 {len(names)} 個清單，沒有說哪些欄位在哪一個裡"
        found.assumed.append(
            (line, f"{what}，都當作和差假在同一個清單裡；不是的話，請加上「路徑」欄，例如 persons[].records[].days")
        )
    has_header = any(each.level == "header" for each in entries)
    # Without levels, what stands above the line of the list is the header's.
    first = entries.index(lists[0]) if lists and not has_header else 0
    found.flat = not has_header and first == 0
    ways["record"] = record or ([RECORDS_KEY, "*"] if has_header else ["*"])
    ways["person"] = ways["person"] or ways["record"]
    for at, each in enumerate(entries):
        key = own_key(each.line).rstrip("[]")
        if each.kind == ARRAY or each.kind == OBJECT:
            each.way = []
        else:
            level = "header" if at < first else each.level or ("header" if has_header else "record")
            each.way = [*ways[level], key]


def _open_lists(placed: list[Placed]) -> None:
    """Paths without `[]` go through the lists that lines of their own name."""
    # The line of a list may be written as that of its elements: records[].
    arrays = {tuple(each.way[:-1] if each.way[-1] == "*" else each.way) for each in placed if each.kind == ARRAY}
    for each in placed:
        way: list[str] = []
        for at, token in enumerate(each.way):
            way.append(token)
            if tuple(way) in arrays and at + 1 < len(each.way) and each.way[at + 1] != "*":
                way.append("*")
        each.way = way


# -- the layout --------------------------------------------------------------------------------------------------------


@dataclass
class FoundPlaces:
    """The layout as plain data, and each line's level and the object in it."""

    layout: dict[str, object]
    levels: dict[int, tuple[str, str]]


def layout_of(placed: list[Placed], of_records: set[int]) -> FoundPlaces:
    """The layout that the ways make.

    Args:
        of_records: identities of lines that say a leave's kind, days or times: where they are, records are.
    """
    values = [each for each in placed if not each.kind]
    counts = Counter(each.objects for each in values if id(each) in of_records and each.objects)
    if not counts:
        counts = Counter(each.objects for each in values if each.objects)
    record = max(counts, key=lambda way: (counts[way], len(way))) if counts else ("*",)
    # A second list that holds leave too, beside the first.
    records = [record, *(way for way in counts if way != record and counts[way] >= 2 and way != record[: len(way)])]
    above = sorted(
        {each.objects for each in values if each.objects and each.objects == record[: len(each.objects)]} - {record},
        key=len,
    )
    layout: dict[str, object] = {"header": "", "records": [_pointer(way) for way in records]}
    names = {(): "header", **{way: "record" for way in records}}
    if above:
        names[above[-1]] = "person"
        layout["persons"] = _pointer(above[-1])
    for number, way in enumerate(above[:-1], 1):
        names[way] = f"level{number}"
    if len(above) > 1:
        layout["levels"] = {names[way]: _pointer(way) for way in above[:-1]}
    levels = {}
    for each in values:
        if each.objects in names:
            inside = each.way[len(each.objects) : -1]
            levels[id(each)] = (names[each.objects], _pointer(tuple(inside)))
    return FoundPlaces(layout, levels)


def _pointer(way: tuple[str, ...]) -> str:
    return "".join(f"/{'*' if token == '*' else escape(token)}" for token in way)
