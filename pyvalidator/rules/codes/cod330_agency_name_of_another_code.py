"""機關名稱與機關代碼檔不同。

檔頭的機關名稱和機關代碼檔裡這個代碼的名稱，沒有一方包含另一方。

## 為什麼重要

代碼和名稱不是同一個機關時，其中一個可能填錯；把清潔隊的資料以公所的代碼報送，就是合併報送。

## 怎麼修正

請核對代碼與名稱屬於同一個機關。機關改名、簡稱或罕用字造成的不同不必處理。
"""

import re

from pyvalidator.nearest import plain
from pyvalidator.rule import Example, Fault, document, file_rule

AGENCIES = {
    "agencies": "機關代碼,機關名稱,裁撤註記\n376506200A,嘉義縣水上鄉公所,\n376506211I,嘉義縣水上鄉清潔隊,\n"
    "376506222E,嘉義縣水上?立圖書館,\n"
}


@file_rule(
    "COD330",
    reads=("agency_name", "agency_code"),
    needs="agencies",
    severity="info",
    since="1.0",
    message="{label}「{value}」與機關代碼檔的「{official}」不同。",
    fix="請核對機關代碼與{label}是否屬於同一個機關。",
    sources="人事總處 dataset 7307 行政院所屬中央及地方機關代碼",
)
def check(file):
    name, official = file.header("agency_name"), file.context.agencies.name(file.header("agency_code") or "")
    if name and official and not _is_part(name, official) and not _is_part(official, name):
        yield Fault(params={"official": official})


def _is_part(short: str, long: str) -> bool:
    # The official list has `?` where Big5 lacks a character: it stands for any character, on either side.
    loose = "".join("." if char in "?？\ufffd" else f"(?:{re.escape(char)}|[?？\ufffd])" for char in plain(short))
    return re.search(loose, plain(long)) is not None


EXAMPLES = [
    Example("省略縣名", document(), options=AGENCIES),
    Example("官方名稱有缺字", document(agency_code="376506222E", agency_name="水上鄉立圖書館"), options=AGENCIES),
    Example("名稱是另一個機關", document(agency_name="水上鄉清潔隊"), fires_at="/agency_name", options=AGENCIES),
]
