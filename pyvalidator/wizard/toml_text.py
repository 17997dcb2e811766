"""A drafted profile as a TOML file that a person can read and correct."""

from __future__ import annotations

from typing import Any

from pyvalidator.text.toml_values import toml_key, toml_pair, toml_text
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.draft import Draft, base_choices, fields_of, open_codes, profile_data, table_of
from pyvalidator.wizard.words import confidence_word, titles

_HEAD = """# 差勤檢核版型檔，由對照精靈建立。
# 每個 [[fields]] 說明檔案裡的一個鍵（key）對應到哪一個檢核欄位（name），以及它的寫法。
# 本檔不含任何人員資料。修改後請用「pyvalidator profiles --check 檔名」確認。
"""
_ABOUT = (
    "id", "version", "title", "status", "source", "author", "date", "note", "unknown_keys", "file_name", "absent",
)  # fmt: skip
_OPEN_PLACE = "有日期、但看不出是不是差假的地方；確定不是的，寫進 ignored"
_NAMED_PLACE = "這個位置的差假沒有假別這個鍵，而位置的名稱像是假別"


def draft_toml(draft: Draft) -> str:
    """The draft as TOML with comments: the reason and confidence of each proposal, and what is missing."""
    data, suggested = profile_data(draft), draft.suggested
    lines = [_HEAD]
    lines += [toml_pair(name, data[name]) for name in _ABOUT if data[name]]
    if data["missing"]:
        lines += ["", "# 沒有值的時候這樣寫", toml_pair("missing", data["missing"])]
    lines += _comments("檔案裡都沒有、可以聲明不提供的欄位", _pairs({"absent": sorted(suggested.absent)}))
    if data["in_force"]:
        lines += ["", "[in_force]", *_pairs(data["in_force"])]
    lines += ["", "[layout]", *(toml_pair(name, value) for name, value in data["layout"].items())]
    lines += _comments(_OPEN_PLACE, _pairs({"ignored": [*draft.shape.layout.ignored, *suggested.ignored]})
                       if suggested.ignored else [])  # fmt: skip
    if data["constants"]:
        lines += ["", "# 檔案裡沒有鍵說明的固定值", "[constants]", *_pairs(data["constants"])]
        lines += _comments("檔案裡沒有鍵說明的固定值", _pairs(suggested.constants))
    elif suggested.constants:
        lines += _comments("檔案裡沒有鍵說明的固定值", ["[constants]", *_pairs(suggested.constants)])
    lines += _places(data["places"], suggested.place_constants)
    if draft.missing:
        lines += ["", "# 還沒有對應的欄位：" + "、".join(f"{titles()[name]}（{name}）" for name in draft.missing)]
    for choice in base_choices(draft):
        lines += _choice(draft, choice)
    for field in draft.kept_fields:
        lines += ["", "# 這次的檔案裡沒有這個鍵，保留放入的版型的寫法", *_field(field)]
    for table, codes in data["tables"].items():
        lines += ["", f"[tables.{toml_key(table)}]", *(toml_pair(code, name) for code, name in codes.items())]
        lines += [f'# {toml_text(code)} = ""  # 請填寫這個代碼的意思' for code in _open(draft, table)]
    if data["severity"]:
        lines += ["", "[severity]", *_pairs(data["severity"])]
    return "\n".join(lines) + "\n"


def _choice(draft: Draft, choice: Choice) -> list[str]:
    fields = fields_of(draft, choice)
    if choice.field is None:
        unread = all(each["type"] == "any" for each in choice.kept)
        why = f"沒有對應到檢核欄位，{'內容不檢核' if unread else '只檢核寫法'}"
    else:
        why = confidence_word(choice) + ("" if choice.by_user else f"：{choice.reason}")
    return ["", f"# {why}", *(line for field in fields for line in _field(field))] if fields else []


def _places(places: list[dict[str, Any]], suggested: dict[str, dict[str, Any]]) -> list[str]:
    """What differs at some places of records; what may be constant there only as a comment."""
    lines: list[str] = []
    for place in places:
        lines += ["", "# 這個位置的差假，和其他位置不同的地方", "[[places]]", *_pairs(place)]
        if constants := suggested.get(place["records"]):
            lines += _comments(_NAMED_PLACE, _pairs({"constants": {**place.get("constants", {}), **constants}}))
    told = {place["records"] for place in places}
    for pattern, constants in suggested.items():
        if pattern not in told:
            lines += _comments(_NAMED_PLACE, ["[[places]]", *_pairs({"records": pattern, "constants": constants})])
    return lines


def _comments(what: str, settings: list[str]) -> list[str]:
    """Settings that count only where a person chose them."""
    return ["", f"# {what}，請確認後刪除下列各列開頭的「# 」", *(f"# {line}" for line in settings)] if settings else []


def _pairs(settings: dict[str, Any]) -> list[str]:
    return [toml_pair(name, value) for name, value in settings.items() if value not in (None, "", [], {})]


def _field(field: dict[str, Any]) -> list[str]:
    return ["[[fields]]", *(toml_pair(name, value) for name, value in field.items())]


def _open(draft: Draft, table: str) -> list[str]:
    own = (choice for choice in draft.choices if choice.codes and table_of(choice) == table)
    return [code for choice in own for code in open_codes(choice)]
