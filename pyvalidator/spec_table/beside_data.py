"""A table of fields with data beside it: what the data answers, and where the two differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from pyvalidator.input.files import Incoming
from pyvalidator.options import Options
from pyvalidator.pipeline import check_file
from pyvalidator.privacy.masking import mask_text
from pyvalidator.profile import Profile
from pyvalidator.spec_table.proposal import HEADER_ID, LIST, Spec
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.draft import propose
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.value_formats import forms
from pyvalidator.wording import LEVEL

#: Rules about one value or one key; what they find is what the data does otherwise than the table says.
_OF_FORM = ("STR", "SYN")


def shape_of(values: Sequence[Any]) -> FoundLayout | None:
    """What the data is by itself; None where it holds nothing like leave."""
    draft = propose(list(values))
    return None if draft is None else draft.shape


def answers_of(spec: Spec, shape: FoundLayout) -> dict[str, str]:
    """The table's open questions that the data answers, by their ids."""
    found: dict[str, str] = {}
    columns = {column.key: column for column in shape.columns}
    for question in spec.questions:
        kind = question.id.partition(":")[0]
        column = columns.get(question.key)
        if question.id == LIST:
            found[LIST] = shape.layout.records[0].removesuffix("/*").strip("/").replace("/*", "[]").replace("/", ".")
        elif question.id == HEADER_ID:
            header = {column.key for column in shape.columns if column.level == "header"}
            found[HEADER_ID] = "header" if question.key in header else "record"
        elif column is not None and kind == "format":
            fit = [value for value, _ in question.options if _reads_all(value, column)]
            if len(fit) == 1:
                found[question.id] = fit[0]
        elif column is not None and kind == "number":
            found[question.id] = "number" if column.types["number"] > column.types["string"] else "text"
        elif column is not None and kind == "sign":
            kinds = [each for each in ("number", "string", "boolean") if column.types[each]]
            if len(kinds) == 1:
                found[question.id] = kinds[0].replace("string", "text")
        elif column is not None and kind == "boolean":
            seen = {str(value) for value in column.distinct}
            fit = [value for value, _ in question.options if seen <= set(value.split("/"))] if seen else []
            if len(fit) == 1 or (fit and column.types["boolean"]):
                found[question.id] = fit[0]
    return found


def _reads_all(format: str, column: Column) -> bool:
    values = list(column.distinct)
    moment = "H" in format and ("Y" in format)
    kind = "moment" if moment else "time" if "H" in format else "date" if "D" in format else "period"
    return any(form.format == format and form.share == 1 for form in forms(kind, values))


def differences(profile: Profile, shape: FoundLayout | None, files: Sequence[Incoming]) -> list[str]:
    """What the table says and the data does not do, and the reverse, as sentences without full stop."""
    told = list(_of_keys(profile, shape)) if shape is not None else []
    return [*told, *_of_values(profile, files)]


def _of_keys(profile: Profile, shape: FoundLayout) -> Iterator[str]:
    if profile.layout.records != shape.layout.records:
        said, seen = ("、".join(each.records) for each in (profile.layout, shape.layout))
        yield f"表裡的差假紀錄在「{said}」，資料裡看起來在「{mask_text(seen)}」"
        return
    seen_keys = {(column.level, column.path): column for column in shape.columns}
    for spec in filter(profile.is_first_of_key, profile.fields):
        if (spec.level, spec.path) not in seen_keys:
            need = "必填" if spec.required else "選填"
            yield f"表裡有、資料裡沒有：「{spec.title}」（{LEVEL.get(spec.level, spec.level)} {spec.shown_key}，{need}）"
    known = {(spec.level, spec.path) for spec in profile.fields}
    for place, column in seen_keys.items():
        if place not in known:
            yield f"資料裡有、表裡沒有：{LEVEL.get(column.level, column.level)} {mask_text(column.shown_key)}"


def _of_values(profile: Profile, files: Sequence[Incoming]) -> Iterator[str]:
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    example: dict[tuple[str, str, str], str] = {}
    for file in files:
        for entry in check_file(file, Options(profile=profile, max_per_rule=0)).report.findings:
            if entry.severity == "error" and entry.rule.startswith(_OF_FORM):
                key = (entry.rule, entry.title, entry.field or "")
                counts[key] += 1
                example.setdefault(key, entry.message)
    titles = {spec.key: spec.title for spec in profile.fields}
    for (_, title, field), count in counts.items():
        shown = f"「{titles.get(field, field)}」（{mask_text(field)}）" if field else ""
        yield f"資料與表不符：{shown}{title}，{count:,} 處；例：{example[_, title, field]}"
