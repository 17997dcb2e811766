"""Slips in the text itself. ▲ stands before the character at which the slip must be found, and is not in the file."""

from __future__ import annotations

import json
from dataclasses import dataclass

from cases import WANG, base

from pyvalidator.profile import built_in_profiles

MARK = "▲"


@dataclass(frozen=True)
class SyntaxCase:
    """One slip.

    Attributes:
        text: the whole file with the mark. beside: rules of findings that the slip makes true too.
        encoding: how the text is written into the file. pointer: "" but for a key that comes twice and a number out of bounds.
        old, new: of a slip within a record, what was replaced by what (with the mark).
    """

    name: str
    rule: str
    text: str
    beside: tuple[str, ...] = ()
    encoding: str = "utf-8"
    pointer: str = ""
    old: str = ""
    new: str = ""

    @property
    def id(self) -> str:
        return f"{self.rule}-{self.name}"

    @property
    def offset(self) -> int:
        return self.text.index(MARK)

    @property
    def data(self) -> bytes:
        return self.text.replace(MARK, "").encode(self.encoding, "surrogateescape")


def _clean() -> tuple[str, str]:
    """A clean file, and the pointer of the record that is changed."""
    draft, row = base(built_in_profiles()["reference"])
    written = draft.write()
    return written.text, written.pointers[row]


CLEAN, RECORD = _clean()
_END = CLEAN.rindex("]\n}")


def slip(name: str, rule: str, old: str, new: str, *beside: str, pointer: str = "") -> SyntaxCase:
    """`new` instead of the first `old` in 王小明's record."""
    at = CLEAN.index(old, CLEAN.index(WANG.id))
    text = CLEAN[:at] + new + CLEAN[at + len(old) :]
    return SyntaxCase(name, rule, text, beside, pointer=pointer, old=old, new=new)


IN_A_RECORD = [
    # commas, colons, values
    slip("物件最後的逗號", "SYN310", '"發燒就醫"\n', '"發燒就醫"▲,\n'),
    slip("清單最後的逗號", "SYN310", '"days": 1', '"days": [1▲,]', "STR205"),
    slip("少了逗號", "SYN315", '"days": 1,\n      "', '"days": 1\n      ▲"'),
    slip("同一行少了逗號", "SYN315", '"days": 1,\n      "', '"days": 1 ▲"'),
    slip("紀錄之間少了逗號", "SYN315", "},\n    {", "}\n    ▲{"),
    slip("兩個逗號", "SYN320", '"days": 1,', '"days": 1,▲,'),
    slip("物件開頭的逗號", "SYN320", "},\n    {", "},\n    {▲,"),
    slip("少了冒號", "SYN325", '"days": 1', '"days" ▲1'),
    slip("少了值", "SYN330", '"days": 1,', '"days": ▲,'),
    slip("少了鍵名", "SYN335", '"unit": "民政課"', '▲: "民政課"'),
    slip("分號代替逗號", "SYN340", '"days": 1,', '"days": 1▲;'),
    slip("等號代替冒號", "SYN340", '"days": 1', '"days" ▲= 1'),
    slip("全形逗號", "SYN345", '"days": 1,', '"days": 1▲，'),
    slip("全形冒號", "SYN345", '"days": 1', '"days"▲： 1'),
    slip("全形空格", "SYN350", '"days": 1', '"days":▲\u30001'),
    slip("不換行空格", "SYN350", '"days": 1', '"days":▲\u00a01'),
    slip("夾雜符號", "SYN355", '"days": 1,', '"days": 1 ▲@@,'),
    slip("雙斜線註解", "SYN360", '"days": 1,', '"days": 1, ▲// 一天'),
    slip("區塊註解", "SYN360", '"days": 1,', '"days": ▲/* 一天 */ 1,'),
    slip("井號註解", "SYN360", '"days": 1,', '"days": 1, ▲# 一天'),
    # brackets
    slip("多了一個右括號", "SYN425", "},\n    {", "}▲},\n    {"),
    slip("右括號寫成方括號", "SYN420", "},\n    {", "▲],\n    {"),
    slip("紀錄沒有關閉", "SYN415", "},\n    {", ",\n    ▲{"),
    slip("紀錄沒有開頭的括號", "SYN415", '},\n    {\n      "person_id"', '},\n      "person_id"▲'),
    slip("紀錄以方括號開始", "SYN420", '},\n    {\n      "person_id"', '},\n    [\n      "person_id"▲'),
    slip("紀錄中間多了右大括號", "SYN425", '"民政課",\n      "leave_type"', '"民政課"},\n      "leave_type"▲'),
    slip("紀錄中間多了右方括號", "SYN425", '"民政課",', '"民政課"▲],'),
    slip("紀錄之間多了右方括號", "SYN425", "},\n    {", "}],\n    ▲{"),
    # texts
    slip("引號沒有關閉", "SYN510", '"病假",', '▲"病假,'),
    slip("文字裡有引號", "SYN515", "發燒就醫", '發"▲燒"就醫'),
    slip("單引號", "SYN520", '"病假"', "▲'病假'"),
    slip("鍵名用單引號", "SYN520", '"days"', "▲'days'"),
    slip("彎引號", "SYN525", '"病假"', "▲“病假”"),
    slip("全形引號", "SYN530", '"病假"', "▲＂病假＂"),
    slip("鍵名沒有引號", "SYN535", '"days"', "▲days"),
    slip("文字沒有引號", "SYN540", '"病假"', "▲病假"),
    slip("文字裡有換行", "SYN545", "發燒就醫", "發燒▲\n就醫"),
    slip("文字裡有定位字元", "SYN550", "發燒就醫", "發燒▲\t就醫"),
    slip("文字裡有控制字元", "SYN555", "發燒就醫", "發燒▲\x01就醫"),
    slip("反斜線", "SYN560", "發燒就醫", "發燒\\▲就醫"),
    slip("字元代碼不完整", "SYN565", "發燒就醫", "發燒\\u12▲就醫"),
    slip("字元代碼只有一半", "SYN570", "發燒就醫", "發燒▲\\ud83d就醫"),
    # keys, words and numbers
    slip("鍵名重複", "SYN610", '"days": 1,', '"days": 1,\n      ▲"days": 1,', pointer=f"{RECORD}/days"),
    slip("重複的鍵名值不同", "SYN610", '"hours": 0,', '"hours": 0,\n      ▲"hours": 4,', "REC220",
         pointer=f"{RECORD}/hours"),
    slip("NaN", "SYN615", '"hours": 0', '"hours": ▲NaN'),
    slip("Infinity", "SYN615", '"hours": 0', '"hours": ▲Infinity'),
    slip("負 Infinity", "SYN615", '"hours": 0', '"hours": -▲Infinity'),
    slip("False", "SYN620", "false", "▲False"),
    slip("None", "SYN620", '"發燒就醫"', "▲None"),
    slip("開頭的 0", "SYN625", '"days": 1', '"days": 0▲1'),
    slip("正號", "SYN630", '"days": 1', '"days": ▲+1'),
    slip("小數點後沒有數字", "SYN635", '"days": 1', '"days": 1.▲'),
    slip("小數點前沒有數字", "SYN635", '"hours": 0', '"hours": ▲.0'),
    slip("十六進位", "SYN640", '"days": 1', '"days": 0▲x1'),
    slip("指數不完整", "SYN645", '"days": 1', '"days": 1e▲'),
    # Proper JSON, so the value has its place in the document.
    slip("數字太大", "SYN650", '"hours": 0', '"hours": ▲1e400', pointer=f"{RECORD}/hours"),
    slip("全形數字", "SYN655", '"days": 1', '"days": ▲１'),
]  # fmt: skip

#: The file is {, its records are [, and 98 levels more are read.
_TOO_DEEP = CLEAN.replace('"days": 1,', '"days": ' + "[" * 97 + MARK + "[" * 50 + "]" * 147 + ",", 1)
_IN_BIG5 = CLEAN.encode("cp950", "replace").decode("cp950").replace("?", "某")
_IN_SHIFT_JIS = CLEAN.encode("cp932", "replace").decode("cp932").replace("?", "村")
_FIRST_HAN = _IN_BIG5.replace("水上鄉公所", f"{MARK}水上鄉公所", 1)
_LINES = [json.dumps({"person_id": WANG.id, "days": day}) for day in range(3)]

WHOLE_FILE = [
    SyntaxCase("空檔", "SYN110", MARK),
    SyntaxCase("只有空白", "SYN115", f" \r\n\n{MARK}"),
    SyntaxCase("PDF", "SYN120", f"{MARK}%PDF-1.7"),
    SyntaxCase("Excel", "SYN125", f"{MARK}PK\x03\x04xl/workbook.xml"),
    SyntaxCase("舊版 Office", "SYN130", f"{MARK}\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "\0" * 64, encoding="latin-1"),
    SyntaxCase("gzip", "SYN135", f"{MARK}\x1f\x8b\x08" + "\0" * 16, encoding="latin-1"),
    SyntaxCase("不是文字", "SYN145", MARK + "".join(map(chr, range(32))) * 4),
    SyntaxCase("括號太多層", "SYN175", _TOO_DEEP, beside=("STR205",)),
    SyntaxCase("Big5", "SYN225", _FIRST_HAN, encoding="cp950", beside=("COD585",)),
    SyntaxCase("GBK", "SYN235", CLEAN.replace("水上鄉公所", f"水{MARK}上鄉公所", 1), encoding="gb18030"),
    SyntaxCase("Shift_JIS", "SYN240", _IN_SHIFT_JIS.replace("水上", f"{MARK}水上", 1), encoding="cp932"),
    SyntaxCase("中文都變成問號", "SYN245", CLEAN.encode("ascii", "replace").decode().replace("?", f"{MARK}?", 1)),
    SyntaxCase("PNG", "SYN140", f"{MARK}\x89PNG\r\n\x1a\n", encoding="latin-1"),
    SyntaxCase("登入網頁", "SYN150", f"{MARK}<!DOCTYPE html>\n<html></html>"),
    SyntaxCase("XML", "SYN155", f"{MARK}<?xml version='1.0'?><records/>"),
    SyntaxCase("CSV", "SYN160", f"{MARK}姓名,假別,日數\n王小明,病假,1\n"),
    SyntaxCase("CSV 報告", "SYN170", f"{MARK}檔案,嚴重程度,規則,標題\na.json,必須修正,REC110,結束早於開始\n"),
    SyntaxCase("一般文字", "SYN165", f"{MARK}本月無差假資料"),
    SyntaxCase("BOM", "SYN210", f"{MARK}\ufeff{CLEAN}"),
    SyntaxCase("UTF-16", "SYN215", f"{MARK}\ufeff{CLEAN}", encoding="utf-16-le"),
    SyntaxCase("UTF-32", "SYN220", f"{MARK}\ufeff{CLEAN}", encoding="utf-32-be"),
    SyntaxCase("沒有關閉的檔案", "SYN410", CLEAN[:_END].rstrip().replace('"records": [', f'"records": {MARK}[') + "\n"),
    SyntaxCase("少了最後的括號", "SYN410", MARK + CLEAN.rstrip()[:-1]),
    SyntaxCase("多了最後的括號", "SYN425", CLEAN.rstrip() + f"{MARK}}}"),
    SyntaxCase("檔頭多了右大括號", "SYN425", CLEAN.replace(',\n  "records"', f'}}{MARK},\n  "records"')),
    SyntaxCase("清單沒有開頭的括號", "SYN415", CLEAN.replace('"records": [', '"records": ').replace("},", f"}},{MARK}", 1)
               .replace(f"{MARK}\n    {{", f"\n    {MARK}{{")),
    SyntaxCase("清單以大括號開始", "SYN420", CLEAN.replace('"records": [\n    {', f'"records": {{\n    {MARK}{{')),
    SyntaxCase("檔案以方括號開始", "SYN420", "[" + CLEAN[1:].replace('"format_version"', f'"format_version"{MARK}')),
    SyntaxCase("後面有文字", "SYN430", f"{CLEAN}{MARK}以上"),
    SyntaxCase("前面有文字", "SYN435", f"{MARK}資料如下：\n{CLEAN}"),
    SyntaxCase("兩份資料", "SYN440", f"{CLEAN}{MARK}{CLEAN}"),
    SyntaxCase("整份是一個字串", "SYN450", MARK + json.dumps(CLEAN, ensure_ascii=False)),
    SyntaxCase("在 XML 裡", "SYN455", f"{MARK}<string>{CLEAN}</string>"),
    SyntaxCase("整份跳脫過", "SYN460", MARK + CLEAN.replace('"', '\\"')),
    SyntaxCase("一列一筆", "SYN445", f"{_LINES[0]}\n{MARK}{_LINES[1]}\n{_LINES[2]}\n", beside=("STR100",)),
    SyntaxCase("壞位元組", "SYN230", CLEAN.replace("發燒就醫", f"發{MARK}\udc80燒就醫")),
]  # fmt: skip

SYNTAX_CASES = [*IN_A_RECORD, *WHOLE_FILE]
