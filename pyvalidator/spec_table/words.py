"""What tables of fields call their columns, parts and answers: wordings → what they mean here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pyvalidator.text.nearest import nearest, plain

#: Role of a column → its usual headings, compared without case, width and separators. `other` has a role that nothing
#: is read from.
HEADINGS: dict[str, tuple[str, ...]] = {
    "title": ("欄位名稱", "欄位中文名稱", "中文欄位名稱", "中文名稱", "欄位中文", "中文", "名稱", "欄位", "項目", "資料項目", "項目名稱",
              "資料名稱", "欄名", "中文欄名", "欄位說明名稱", "資料欄位", "欄位中文說明", "屬性中文", "欄目", "中文說明"),
    "key": ("代號", "欄位代號", "欄位代碼", "英文名稱", "英文欄位名稱", "欄位英文名稱", "英文欄名", "英文代號", "英文名", "英文",
            "欄位英文", "欄位名", "欄位識別", "屬性", "屬性名稱", "鍵", "鍵名", "鍵值", "json鍵", "json鍵名", "json欄位", "json key",
            "key", "key name", "name", "field", "field name", "column", "column name", "參數", "參數名稱", "參數代碼", "標籤", "tag",
            "變數名稱", "節點", "節點名稱", "欄位id", "element", "property", "識別名稱", "傳輸名稱", "attribute"),
    "type": ("型態", "資料型態", "欄位型態", "型別", "資料型別", "欄位型別", "類型", "資料類型", "欄位類型", "屬性型態", "type",
             "data type", "型式", "資料型式", "型態長度", "型態及長度", "型別長度", "型態(長度)", "資料型態及長度", "datatype"),
    "length": ("長度", "欄位長度", "資料長度", "最大長度", "位數", "字數", "大小", "欄寬", "寬度", "字元數", "length", "size", "len",
               "max length", "max", "長度限制", "byte", "bytes"),
    "decimals": ("小數", "小數位", "小數位數", "小數點", "scale", "decimal", "decimals"),
    "required": ("必填", "是否必填", "必填否", "必要", "必要性", "是否必要", "必備", "必須", "必要欄位", "必填欄位", "必選填", "必/選填",
                 "必填選填", "選必填", "必輸", "必填與否", "required", "mandatory", "m/o", "mo", "m/c/o", "not null", "填寫", "必填註記"),
    "optional": ("可否空白", "可空白", "可空", "是否可空", "允許空值", "可為空", "可為空值", "null", "nullable", "允許空白", "可否為空",
                 "選填", "optional", "是否可為空", "空值"),
    "codes": ("代碼說明", "代碼值", "值域", "允許值", "可填值", "列舉值", "代碼內容", "代碼表", "代碼", "代碼及說明", "代碼對照", "選項",
              "內容值", "enum", "values", "value", "allowed values", "值", "資料內容", "內容", "填寫內容", "代碼意義", "參照代碼"),
    "format": ("格式", "資料格式", "欄位格式", "格式說明", "format", "日期格式", "填寫格式", "輸入格式", "樣式"),
    "example": ("範例", "範例值", "舉例", "例", "資料範例", "填寫範例", "example", "sample", "範例資料", "例如"),
    "note": ("說明", "備註", "欄位說明", "描述", "註解", "備考", "填寫說明", "規則", "檢核規則", "檢核說明", "補充說明", "註", "欄位描述",
             "description", "remark", "remarks", "note", "notes", "memo", "comment", "comments", "desc", "備註說明", "說明備註"),
    "level": ("層級", "階層", "階層別", "層", "層次", "區段", "區塊", "資料區", "檔別", "段別", "level", "紀錄別", "記錄別", "部分",
              "檔頭/明細", "區別", "資料層級", "所在層級"),
    "parent": ("上層", "上層節點", "父節點", "上層欄位", "所屬節點", "父層", "parent", "上階", "上層名稱", "上層代號", "所屬", "父欄位",
               "parent node", "所屬物件"),
    "path": ("路徑", "位置", "field path", "json路徑", "jsonpath", "path", "節點路徑", "完整路徑", "xpath", "欄位路徑", "json path", "json 位置"),
    "number": ("項次", "序號", "編號", "no", "no.", "項目編號", "#", "序", "項", "號", "seq", "欄位編號", "欄位序號", "順序", "欄序", "欄號"),
    "name": ("檢核欄位",),
    "settings": ("其他設定",),
    "table": ("代碼表名稱",),
    "meaning": ("意義", "代碼意義", "代碼名稱", "中文意義", "代表意義", "對應", "對照"),
    "other": ("版本", "異動", "異動說明", "修改日期", "來源", "來源系統", "資料來源", "負責單位", "狀態", "備用", "加密", "遮罩", "主鍵", "pk", "索引"),
}  # fmt: skip
#: Roles of which at least one makes a row of headings one of fields.
FORM_ROLES = frozenset({"type", "length", "required", "optional", "format", "path", "parent", "name"})
#: Headings of tables of codes: of the codes and of what they mean.
CODE_HEADINGS = ("代碼", "代號", "碼", "值", "code", "代碼值", "編號", "假別代碼", "類別代碼", "選項", "value", "key")
MEANING_HEADINGS = (
    "名稱", "說明", "意義", "中文", "內容", "代碼說明", "代碼名稱", "代碼意義", "中文名稱", "中文說明", "name", "description", "meaning",
    "假別", "假別名稱", "類別名稱", "對應名稱", "意思", "值", "定義", "title", "欄位說明", "項目",
)  # fmt: skip

#: Words for the levels of a file.
LEVELS: dict[str, tuple[str, ...]] = {
    "header": ("檔頭", "表頭", "主檔", "標頭", "header", "head", "檔案資訊", "基本資訊", "基本資料區", "機關資料", "機關層", "單頭", "共用欄位",
               "檔案層", "主體", "h", "根", "root", "第一層", "機關基本資料", "傳送資訊"),
    "person": ("人員", "人員層", "人員資料", "員工", "個人", "person", "employee", "people", "人員基本資料", "員工資料", "個人資料"),
    "record": ("明細", "明細檔", "明細資料", "單身", "紀錄", "記錄", "差假明細", "差假資料", "差假紀錄", "請假資料", "請假紀錄", "請假明細", "detail",
               "details", "record", "records", "body", "d", "資料區", "差假", "每筆紀錄", "資料明細", "差勤資料", "清單"),
}  # fmt: skip

YES = ("y", "yes", "是", "v", "必填", "必", "必要", "m", "mandatory", "required", "true", "●", "○", "◎", "✓", "✔", "√", "*", "*必填", "必輸", "必須",
       "1", "not null", "nn", "不可", "否可空", "1..1", "必備", "■", "r", "o必填")  # fmt: skip
NO = ("n", "no", "否", "", "選填", "選", "非必填", "非必要", "o", "optional", "false", "x", "-", "—", "－", "無", "0", "null", "c", "條件", "條件必填",
      "可", "免填", "0..1", "可空白", "不必", "視情況", "□", "c條件", "n選填")  # fmt: skip

_LEVEL_IN_TITLE = re.compile(r"[（(\[【「]\s*([A-Za-z_][\w.]*)\s*(?:\[\])?\s*[)）\]】」]")


@cache
def _roles() -> dict[str, str]:
    return {plain(word): role for role, words in reversed(HEADINGS.items()) for word in words}


def role_of(heading: str) -> str | None:
    """The role of a column with this heading; None for a heading that is none of the usual ones."""
    word = plain(re.sub(r"[\s*＊※:：]+", "", heading))
    if not word or len(word) > 14:
        return None
    roles = _roles()
    if word in roles:
        return roles[word]
    # (英文)、（Y/N） and the like behind it.
    short = plain(re.split(r"[（(\n/／]", heading)[0])
    return roles.get(short)


def is_code_heading(cells: Iterable[str]) -> bool:
    """Whether a row is the heading of a table of codes."""
    words = [plain(cell) for cell in cells if cell.strip()]
    codes, meanings = ({plain(word) for word in each} for each in (CODE_HEADINGS, MEANING_HEADINGS))
    if not 2 <= len(words) <= 4 or not (words[0] in codes or words[0].endswith(("代碼", "代號"))):
        return False
    return any(word in meanings or word.endswith(("名稱", "說明")) for word in words[1:])


def near_heading(heading: str) -> str | None:
    """The usual heading that was probably meant; None where none is near."""
    word = "".join(heading.split())
    if not 2 <= len(word) <= 10:
        return None
    known = [each for words in HEADINGS.values() for each in words if len(each) >= 2]
    near = nearest(word, [each for each in known if abs(len(each) - len(word)) <= 1])
    # One word inside another is a longer name of something else.
    return near if near and plain(near) not in plain(word) and plain(word) not in plain(near) else None


def level_of(text: str) -> str | None:
    """The level that a title or a cell names; None where it names none."""
    word = plain(re.sub(r"[（(].*|^[一二三四五六七八九十壹貳參0-9]+[、.．\s]*|欄位.*|資料表.*|格式.*|規格.*|[:：\s]", "", text))
    for level, words in LEVELS.items():
        if word and word in map(plain, words):
            return level
    if len(text) > 40:
        return None
    # The first that stands in it; a word of one letter stands by itself only.
    found = [
        (text.lower().find(known), -len(known), level)
        for level, words in LEVELS.items() for known in words if len(known) > 1 and known in text.lower()
    ]  # fmt: skip
    return min(found)[2] if found else None


def key_in(title: str) -> str:
    """The key that a title names in brackets: 明細資料（records）; "" where it names none."""
    found = _LEVEL_IN_TITLE.search(title)
    return found[1] if found and found[1].lower() not in ("json", "header", "detail", "array", "object", "list") else ""


def says_required(text: str) -> bool | None:
    """Whether an answer in the column 必填 says yes; None where it says neither."""
    word = re.sub(r"\s+", "", text).lower()
    for answer, words in ((False, NO), (True, YES)):
        if word in words:
            return answer
    if word[:1] in ("y", "是", "必") and len(word) <= 8:
        return True
    return False if word[:1] in ("n", "否", "選", "非", "o") and len(word) <= 8 else None
