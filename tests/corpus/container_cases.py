"""Files whose lists and objects are not where, or not what, the profile says; and files that are whole but odd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ContainerCase:
    """One change to the JSON value of a clean file. `pointer`: where it must be found."""

    name: str
    rule: str
    profile: str
    change: Callable[[Any], Any]
    pointer: str
    severity: str = "error"

    @property
    def id(self) -> str:
        return f"{self.rule}-{self.name}-{self.profile}"


def without(*path: Any) -> Callable[[Any], Any]:
    def change(document: Any) -> Any:
        del _reach(document, path[:-1])[path[-1]]
        return document

    return change


def with_value(value: Any, *path: Any) -> Callable[[Any], Any]:
    def change(document: Any) -> Any:
        _reach(document, path[:-1])[path[-1]] = value
        return document

    return change


def with_element(value: Any, *path: Any, counted: tuple[Any, ...] = ()) -> Callable[[Any], Any]:
    """`value` stands in a list; the number of records at `counted` counts it."""

    def change(document: Any) -> Any:
        _reach(document, path[:-1]).insert(path[-1], value)
        if counted:
            _reach(document, counted[:-1])[counted[-1]] += 1
        return document

    return change


def both(*changes: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def change(document: Any) -> Any:
        for one in changes:
            document = one(document)
        return document

    return change


def with_renamed(old: str, new: str, *path: Any) -> Callable[[Any], Any]:
    """Every object of a list has another key."""

    def change(document: Any) -> Any:
        for item in _reach(document, path):
            item[new] = item.pop(old)
        return document

    return change


def _reach(value: Any, path: tuple[Any, ...]) -> Any:
    for token in path:
        value = value[token]
    return value


_COUNT = ("record_count",)
_NESTED_COUNT = ("檔案資訊", "差假總筆數")

CONTAINER_CASES = [
    ContainerCase("最外層是數字", "STR100", "reference", lambda document: 42, ""),
    ContainerCase("沒有認得的鍵名", "STR100", "reference", lambda document: {"資料": document["records"]}, ""),
    ContainerCase("紀錄的鍵名都不同", "STR100", "reference", with_value([{"假別": "病假"}] * 2, "records"), ""),
    ContainerCase("檔頭是清單", "STR100", "example-nested", with_value([], "檔案資訊"), ""),
    ContainerCase("最外層是物件", "STR100", "example-rows", lambda document: {"data": document}, ""),
    ContainerCase("沒有紀錄清單", "STR130", "reference", without("records"), ""),
    ContainerCase("沒有人員清單", "STR130", "example-nested", without("人員"), ""),
    ContainerCase("一位人員沒有差假清單", "STR130", "example-nested",
                  both(without("人員", 1, "差假"), with_value(11, *_NESTED_COUNT)), "/人員/1"),
    ContainerCase("紀錄清單是 null", "STR140", "reference", both(with_value(None, "records"), with_value(0, *_COUNT)),
                  "/records"),
    ContainerCase("紀錄清單是物件", "STR140", "reference", both(with_value({}, "records"), with_value(0, *_COUNT)),
                  "/records"),
    ContainerCase("差假清單是文字", "STR140", "example-nested",
                  both(with_value("略", "人員", 1, "差假"), with_value(11, *_NESTED_COUNT)), "/人員/1/差假"),
    ContainerCase("一筆是 null", "STR160", "reference", with_element(None, "records", 3, counted=_COUNT), "/records/3"),
    ContainerCase("一筆是空白", "STR160", "reference", with_element({}, "records", 3, counted=_COUNT), "/records/3"),
    ContainerCase("一列合計", "STR160", "reference",
                  with_element({"person_name": "合計", "days": 9}, "records", 3, counted=_COUNT), "/records/3"),
    ContainerCase("一列說沒有資料", "STR160", "example-rows", with_element("查無資料", 2), "/2"),
    ContainerCase("一位人員是合計", "STR160", "example-nested",
                  with_element({"姓名": "總計", "差假": []}, "人員", 1), "/人員/1"),
    ContainerCase("清單寫查無資料", "STR165", "reference", both(with_value("查無資料", "records"), with_value(0, *_COUNT)),
                  "/records"),
    ContainerCase("每筆的鍵名都換了", "STR115", "reference", with_renamed("person_name", "personName", "records"), "/records"),
    ContainerCase("每筆的假別都換了鍵名", "STR105", "reference", with_renamed("leave_type", "leaveType", "records"), ""),
    ContainerCase("每位人員的號碼都換了鍵名", "STR105", "example-nested", with_renamed("身分證字號", "證件", "人員"), ""),
    ContainerCase("版型以外還有一份清單", "STR175", "reference",
                  with_value([{"who": "A", "at": "2021-06-07 10:00"}, {"at": "2021-06-08 10:00"}], "log"), "/log",
                  "warning"),
    ContainerCase("三頁中的一頁", "STR125", "reference", with_value({"page": 1, "total_pages": 3}, "meta"),
                  "/meta/total_pages", "warning"),
    ContainerCase("有一筆註明已刪除", "STR126", "reference", with_value(True, "records", 2, "is_deleted"), "/records"),
    ContainerCase("一筆是文字", "STR150", "example-rows", with_element("王小明", 2), "/2"),
    ContainerCase("一位人員是數字", "STR150", "example-nested", with_element(7, "人員", 1), "/人員/1"),
    ContainerCase("沒有紀錄", "FIL120", "reference", both(with_value([], "records"), with_value(0, *_COUNT)),
                  "/records", "warning"),
    ContainerCase("沒有人員", "FIL120", "example-nested", both(with_value([], "人員"), with_value(0, *_NESTED_COUNT)),
                  "/人員", "warning"),
]  # fmt: skip
