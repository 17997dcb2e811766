"""還有帶日期的資料不在版型的位置。

版型說的位置以外，檔案裡還有成批的資料帶著日期（或寫著是誰的一筆），看起來可能也是差假。這些資料沒有檢核。

## 為什麼重要

差假可能分開放在幾個地方，例如公差另外一份清單。只檢核其中一份時，另一份裡的錯誤完全看不出來。

## 怎麼修正

請在「對照精靈：由檔案建立版型」把這個位置也選為差假；確定不是差假的（例如簽核紀錄），在精靈裡選擇略過，
或在版型 [layout] 的 ignored 加上這個位置。
"""

from typing import Any

from pyvalidator.engine.examples import profile_text
from pyvalidator.rule import Example, container_rule, document, sample

RULE = container_rule(
    "STR175",
    fault_code="data_elsewhere",
    severity="warning",
    owner=("personnel", "vendor"),
    since="1.0",
    one_cause=False,
    never_off=True,
    message="{place} 還有 {count} 筆帶日期的資料，不在版型的位置，沒有檢核。",
    fix="請人事單位在對照精靈把這個位置也選為差假；確定不是差假的，在版型 [layout] 的 ignored 加上 \"{ignore}\"。",
)

_LOG = [{"seq": number, "at": f"2021-06-0{number} 10:00:00"} for number in (1, 2)]


def _ignoring() -> str:
    return profile_text()().replace('records = ["/records/*"]', 'records = ["/records/*"]\nignored = ["/log"]')


def _trip(**more: Any) -> dict[str, Any]:
    return document(公差=[{"出差日": "1100607", **more}])


EXAMPLES = [
    Example("只有一份清單", sample()),
    Example("宣告為不是差假的紀錄", document(log=_LOG), options={"profile": _ignoring}),
    Example("一筆看不出是誰的資料", _trip()),
    Example("另一份清單", document(log=_LOG), fires_at="/log"),
    Example("另有一筆公差", _trip(身分證="A123456789"), fires_at="/公差"),
    Example("每一筆裡還有簽核紀錄", sample(簽核=_LOG), fires_at="/records/0/簽核"),
    Example("寫成文字的 JSON", document(其他='[{"日期": "110/06/07"}, {"日期": "110/06/08"}]'), fires_at="/其他"),
]
