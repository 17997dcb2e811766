"""機關代碼與機關名稱的種類不符。

機關名稱是一種機關（例如清潔隊、衛生所、國小），機關代碼的寫法卻像另一種機關（例如公所）。

## 為什麼重要

一個機關一個檔案，以機關代碼區分。代碼填成上級機關或別的機關時，差假就算在那個機關名下。

## 怎麼修正

請對照機關代碼與全銜，更正填錯的一個；所屬機關請用自己的機關代碼。代碼確實如此的，保留說明即可。

## 依據

機關代碼的末碼與段落，依人事總處「行政院所屬中央及地方機關代碼」資料集（7307）中各類機關的代碼整理；
官方沒有公布末碼的意義（可信度：中），因此只請您確認。
"""

from pyvalidator.domain.agency_codes import kind_that_differs
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("COD340", owner="personnel", reads=("agency_code", "agency_name"), severity="warning", since="1.0",
           folds_under="COD330",
           message="機關名稱「{value}」是{named}，機關代碼 {code} 卻像{coded}的代碼。",
           fix="請人事單位對照機關代碼與全銜，更正填錯的一個；代碼確實如此的，保留說明即可。",
           sources=["行政院所屬中央及地方機關代碼（資料集7307）"])  # fmt: skip
def check(file: FileView) -> Faults:
    code, name = file.header("agency_code"), file.header("agency_name")
    if code is None or name is None:
        return
    agencies = file.context.agencies
    # Whoever has the list knows better.
    kinds = None if agencies is not None and code in agencies else kind_that_differs(code, name)
    if kinds is not None:
        yield Fault("agency_name", params={"code": code, "named": kinds[0], "coded": kinds[1]})


def _agency(code: str, name: str) -> dict[str, object]:
    return document(agency_code=code, agency_name=name)


EXAMPLES = [
    Example("公所", _agency("376506200A", "水上鄉公所")),
    Example("清潔隊", _agency("376506211I", "水上鄉清潔隊")),
    Example("代表會", _agency("376801900A", "阿里山鄉民代表會")),
    Example("清潔隊用了公所的代碼", _agency("376506200A", "水上鄉清潔隊"), fires_at="/agency_name"),
    Example("公所用了代表會的代碼", _agency("376801200A", "水上鄉公所"), fires_at="/agency_name"),
]
