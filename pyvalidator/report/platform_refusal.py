"""What a maintainer needs where the platform refuses a file that passed here: no value of the file, only shapes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

from pyvalidator import __version__
from pyvalidator.engine.registry import rules
from pyvalidator.options import Options
from pyvalidator.privacy.masking import mask_text
from pyvalidator.profile import FieldSpec
from pyvalidator.report.checked import CheckedFile
from pyvalidator.source.pointers import MISSING
from pyvalidator.wording import SEVERITY, profile_status

#: Shapes of a key that are listed, the most frequent first.
_SHAPES = 8
_LONG = 12


def shape_of(value: Any) -> str:
    """How a value is written, without what it says: `A123456789` → `文字 A999999999`, 王小明 → `文字 字字字`.

    Capital letters are A, small ones a, digits 9, Chinese and other letters 字, blanks ␣; signs stay as they are.
    """
    if value is MISSING:
        return "沒有這個鍵"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true／false"
    if isinstance(value, int | float):
        return f"數字 {_shape(repr(value))}"
    if isinstance(value, str):
        return f"文字 {_shape(value)}" if value else "空的文字"
    return "清單" if isinstance(value, list) else "物件"


def _shape(text: str) -> str:
    signs = "".join(_sign(character) for character in text)
    if len(signs) <= _LONG:
        return signs
    # Long texts by runs, so that a reason of 200 characters is not 200 signs.
    return re.sub(r"(.)\1{3,}", lambda run: f"{run[1]}×{len(run[0])}", signs)[:60]


def _sign(character: str) -> str:
    if character.isascii() and character.isdigit():
        return "9"
    if character.isascii() and character.isalpha():
        return "A" if character.isupper() else "a"
    kind = unicodedata.category(character)
    if kind[0] in "LM" or kind in ("Co", "Cn", "Cs"):
        return "字"
    if kind == "Nd":
        return "９"
    return "␣" if kind in ("Zs", "Cc", "Cf") else character


def refusal(checked: CheckedFile, options: Options, key: str | None, rule: str | None) -> dict[str, Any]:
    """The text to pass on, and what can be chosen for it.

    Args:
        checked: the file that was refused elsewhere.
        key: `level:path` (without the path's first slash) of the field in question, None where the user does not know.
        rule: a rule that seems wrong, or None.

    Returns:
        {"text", "keys": [{"value", "title"}], "name"}: the text, the keys of the profile, a file name for the text.
    """
    counts, profile = checked.report.counts, options.profile
    lines = [
        "平臺沒有收下在這裡檢核過的檔案。以下不含任何人員資料，也不含檔案內容。",
        "",
        f"檢核程式：pyvalidator {__version__}",
        f"版型：{profile.id} 第 {profile.version} 版（{profile_status(profile.status, options.origin)}）",
        f"版型名稱：{mask_text(profile.title)}",
        f"版型來源：{mask_text(profile.source)}",
        f"在這裡的結果：{SEVERITY['error']} {counts.error} 項，{SEVERITY['warning']} {counts.warning} 項",
    ]
    if rule is not None and rule in rules():
        lines.append(f"規則：{rule} {rules()[rule].title}")
    spec = next((spec for spec in profile.fields if _choice_of(spec) == key), None)
    lines += _key_lines(checked, spec) if spec else ["鍵：不知道是哪一個"]
    lines += ["平臺的訊息（請自行填寫，不要寫入姓名、身分證字號等個人資料）：", ""]
    keys = [{"value": _choice_of(spec), "title": f"{spec.title}（{spec.shown_key}）"} for spec in profile.fields]
    return {"text": "\n".join(lines), "keys": keys, "name": f"平臺未收件_{profile.id}_{profile.version}.txt"}


def _choice_of(spec: FieldSpec) -> str:
    return f"{spec.level}:{spec.path[1:]}"


def _key_lines(checked: CheckedFile, spec: FieldSpec) -> list[str]:
    lines = [f"鍵：{mask_text(spec.shown_key)}（{spec.title}，{spec.name}）", f"版型規定：{_rule_of(spec)}"]
    table = checked.maker.table if checked.maker else None
    if table is None:
        return [*lines, "值的樣子：檔案讀不出來"]
    shapes = Counter(shape_of(value) for value in table.own_column(spec).values)
    total = sum(shapes.values())
    lines.append(f"值的樣子（A、a 英文字母，9 數字，字 中文，␣ 空白；共 {total:,} 個值）：")
    lines += [f"  {shape}：{count:,} 個" for shape, count in shapes.most_common(_SHAPES)]
    if len(shapes) > _SHAPES:
        lines.append(f"  另有 {len(shapes) - _SHAPES:,} 種")
    return lines


def _rule_of(spec: FieldSpec) -> str:
    parts = ["必填" if spec.required else "選填", spec.type]
    parts += [f"寫法 {spec.format}"] if spec.format else []
    parts += [f"最長 {spec.max_length} 字"] if spec.max_length else []
    parts += [f"代碼表 {spec.table}"] if spec.table else []
    return "，".join(parts)
