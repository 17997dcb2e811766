"""Two profiles side by side: what one says otherwise than the other, as sentences for the user."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from pyvalidator.profile.field_spec import FieldSpec
from pyvalidator.profile.spec import InForce, Profile

_ABOUT = {
    "version": "版次", "title": "名稱", "status": "狀態", "source": "來源", "author": "建立者", "date": "日期",
    "unknown_keys": "未列出的鍵", "in_force": "適用的資料年月",
}  # fmt: skip
_PLACES = {"header": "檔頭的位置", "persons": "人員的位置", "records": "紀錄的位置"}
_PARTS = {
    "key": "鍵名", "level": "所在層級", "inside": "所在物件", "type": "型別",
    "required": "是否必填", "format": "寫法", "table": "代碼表",
    "max_length": "長度上限", "blank": "可否空白", "pattern": "樣式", "minimum": "下限", "maximum": "上限",
    "below": "須小於", "step": "級距", "true": "「是」的寫法", "false": "「否」的寫法", "end_of_day": "可否寫 24:00",
    "as_text": "是否寫成文字",
    "as_number": "是否寫成數字", "mixed": "可否有的寫成數字", "unit": "單位", "slots": "代表時刻的字",
    "more_keys": "其他的鍵", "missing": "沒有值的寫法", "default": "沒有值時的意思",
}  # fmt: skip


def compare_profiles(first: Profile, second: Profile) -> list[str]:
    """What differs, in the order of a profile file; empty where both check alike and are about the same."""
    return [*_about(first, second), *_layout(first, second), *_fields(first, second), *_tables(first, second),
            *_mapping("固定值", first.constants, second.constants),
            *_mapping("嚴重程度", first.severity, second.severity)]  # fmt: skip


def _about(first: Profile, second: Profile) -> Iterator[str]:
    own, other = asdict(first), asdict(second)
    for name, title in _ABOUT.items():
        if own[name] != other[name]:
            yield f"{title}：{_shown(own[name])} → {_shown(other[name])}"


def _layout(first: Profile, second: Profile) -> Iterator[str]:
    own, other = asdict(first.layout), asdict(second.layout)
    for name, title in _PLACES.items():
        if own[name] != other[name]:
            yield f"{title}：{_shown(own[name])} → {_shown(other[name])}"


def _fields(first: Profile, second: Profile) -> Iterator[str]:
    for spec in first.fields:
        if spec.name not in second.by_name:
            yield f"少了欄位「{spec.title}」（{spec.name}，鍵名 {spec.shown_key}）"
    for spec in second.fields:
        if spec.name not in first.by_name:
            yield f"多了欄位「{spec.title}」（{spec.name}，鍵名 {spec.shown_key}）"
        else:
            yield from _field(first.by_name[spec.name], spec)


def _field(first: FieldSpec, second: FieldSpec) -> Iterator[str]:
    own, other = asdict(first), asdict(second)
    for part, title in _PARTS.items():
        if part in own and own[part] != other[part]:
            yield f"欄位「{first.title}」（{first.name}）的{title}：{_shown(own[part])} → {_shown(other[part])}"


def _tables(first: Profile, second: Profile) -> Iterator[str]:
    for name in dict.fromkeys([*first.tables, *second.tables]):
        yield from _mapping(f"代碼表「{name}」", first.tables.get(name, {}), second.tables.get(name, {}))


def _mapping(title: str, first: Mapping[Any, Any], second: Mapping[Any, Any]) -> Iterator[str]:
    for key in _sorted(first.keys() | second.keys()):
        if key not in second:
            yield f"{title}少了 {key}（{first[key]}）"
        elif key not in first:
            yield f"{title}多了 {key}（{second[key]}）"
        elif first[key] != second[key]:
            yield f"{title}的 {key}：{first[key]} → {second[key]}"


def _sorted(keys: Iterable[str]) -> list[str]:
    return sorted(keys, key=lambda key: (len(key), key))


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dict):
        value = [f"{InForce.KEYS.get(name, name)}={item}" for name, item in value.items() if item is not None]
    if isinstance(value, list):
        value = "、".join(map(_shown, value))
    return "（沒有）" if value in (None, "") else f"「{value}」"
