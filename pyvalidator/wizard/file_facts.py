"""What is said once for a whole file, and who a person is: by a key, by the file's name, by the user, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyvalidator.privacy.masking import mask_text
from pyvalidator.profile.file_names import template_problem, texts_in
from pyvalidator.profile.given import read_given
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.corrections import place_of
from pyvalidator.wizard.draft import Draft
from pyvalidator.wizard.words import examples, key_words, level_words, titles
from pyvalidator.wording import DATASET

#: Distinct values up to which a key of the records may say something of the whole file.
_FEW = 3
#: Names of files that are shown as they are read.
_NAMES = 3


@dataclass(frozen=True)
class Source:
    """A fact that is asked for. `fields`: those that answer it; the first one is the fact's name."""

    fields: tuple[str, ...]
    question: str
    example: str = ""
    #: Whether it can stand in a file's name or be typed beside the file, and whether files can do without it.
    givable: bool = True
    may_lack: bool = True


SOURCES = (
    Source(("person_id", "person_number"), "怎麼知道是哪一位同仁？", givable=False, may_lack=False),
    Source(("agency_code",), "哪個機關？（機關代碼）", "376506200A"),
    Source(("period",), "哪個月？（資料年月）", "11006"),
    Source(("dataset",), "是每月差假資料，還是 109 年的防疫資料？"),
)


def sources(draft: Draft, given: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """Each fact with the ways to tell it and the one in force."""
    return [_source(draft, source, given) for source in SOURCES]


def _source(draft: Draft, source: Source, given: Mapping[str, str | None]) -> dict[str, Any]:
    field = source.fields[0]
    options = [_key(draft, source, choice) for choice in draft.choices if _may_tell(choice, source)]
    if field == "dataset":
        options += [_option(f"is {code}", f"這個系統的檔案都是{name}", "constant", constant=code)
                    for code, name in DATASET.items()]  # fmt: skip
    elif source.givable:
        options += [_option("name", "寫在檔名裡", "name"), _option("given", "檔案裡沒有，每次檢核時自己填", "given")]
    if source.may_lack:
        options.append(_option("absent", "檔案裡沒有，也不填", "absent"))
    value, facts = _in_force(draft, source, given)
    typed = given.get(field) or ""
    return {
        "field": field, "fields": list(source.fields), "question": source.question, "value": value, "facts": facts,
        "problem": _given_problem(field, typed), "sure": value != "", "options": options, "given": typed,
        "example": source.example,
    }  # fmt: skip


def _given_problem(field: str, text: str) -> str:
    """What is wrong with what was typed for this time's files."""
    try:
        read_given(field, text)
    except ValueError as error:
        return f"{error}。" if text else ""
    return ""


def _option(value: str, title: str, kind: str, **more: str) -> dict[str, str]:
    return {"value": value, "title": title, "kind": kind, **more}


def _key(draft: Draft, source: Source, choice: Choice) -> dict[str, str]:
    """A key as an answer. A person's number is an ID where it looks like one."""
    field = choice.field if choice.field in source.fields else source.fields[0]
    if choice.field not in source.fields and len(source.fields) > 1 and not choice.column.looks_like_ids:
        field = source.fields[1]
    meant = f"，{titles()[field]}" if len(source.fields) > 1 else ""
    where = f"{level_words(draft.shape, choice.column.level)}的「{key_words(choice)}」{meant}"
    return _option(f"key {place_of(choice)}", where, "key", at=place_of(choice), field=field)


def _may_tell(choice: Choice, source: Source) -> bool:
    """Whether a key can be offered for a fact."""
    if choice.field in source.fields:
        return True
    column = choice.column
    if not column.distinct or choice.joined_to is not None:
        return False
    if not source.givable:
        return column.level != "header" and choice.field is None
    return choice.field is None and (column.level == "header" or len(column.distinct) <= _FEW)


def _in_force(draft: Draft, source: Source, given: Mapping[str, str | None]) -> tuple[str, str]:
    """The way that is chosen, and what speaks for it."""
    field = source.fields[0]
    choice = next((each for each in draft.choices if each.field in source.fields), None)
    if choice is not None:
        return f"key {place_of(choice)}", f"例：{'、'.join(examples(choice))}"
    if f"{{{field}}}" in draft.file_name:
        return "name", ""
    if given.get(field) is not None:
        return "given", ""
    if field in draft.constants:
        return f"is {draft.constants[field]}", ""
    return ("absent", "") if field in draft.absent else ("", "程式沒有找到，請選擇。")


def file_name_facts(draft: Draft, names: Sequence[str]) -> dict[str, Any]:
    """The pattern of the files' names, what it reads in the first of them, and what is wrong with it."""
    template = draft.file_name
    problem = template_problem(template)
    read = [(mask_text(name), _said(template, name)) for name in names[:_NAMES]] if template and not problem else []
    if misfits := [name for name, said in read if not said]:
        problem = f"檔名不是這個寫法：{'、'.join(misfits)}。"
    return {"pattern": template, "preview": [pair for pair in read if pair[1]], "problem": problem}


def _said(template: str, name: str) -> str:
    """What a file's name says, in words; "" where it does not fit."""
    try:
        said = {field: read_given(field, text, format=format, source="file_name")
                for field, (text, format) in (texts_in(template, name) or {}).items()}  # fmt: skip
    except ValueError:
        return ""
    return "、".join(f"{titles()[field]} {mask_text(given.text)}" for field, given in said.items())
