"""機關代碼不在機關代碼檔中。

檔頭的機關代碼不在所提供的機關代碼檔裡。

## 為什麼重要

平臺以機關代碼稽核報送情形（縣府函說明）；代碼打錯，這份檔案就不算在本機關名下。

## 怎麼修正

請到人事總處網站核對機關代碼。新設立的機關可能還沒有列入舊的機關代碼檔，請下載最新的檔案再檢核一次。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.text.nearest import distance

AGENCIES = {"agencies": "機關代碼,機關名稱,裁撤註記\n376506200A,嘉義縣水上鄉公所,\n376506211I,嘉義縣水上鄉清潔隊,\n"}


@file_rule(
    "COD300",
    owner=("personnel", "vendor"),
    reads="agency_code",
    needs="agencies",
    severity="warning",
    since="1.0",
    message="{label}「{value}」不在機關代碼檔中{proposal}。",
    fix="請人事單位核對{label}；若為新設機關，請下載最新的機關代碼檔後再檢核。",
    sources="行政院所屬中央及地方機關代碼（資料集7307）",
)
def check(file: FileView) -> Faults:
    code = file.header("agency_code")
    agencies = file.context.agencies
    assert agencies is not None, "the rule runs only where it is given"
    if code is None or code in agencies:
        return
    near = [known for known in agencies.names if distance(known, code) == 1]
    proposal = f"，只差一碼的有「{near[0]}」（{agencies.name(near[0])}）" if len(near) == 1 else ""
    yield Fault(expected_value=near[0] if len(near) == 1 else None, params={"proposal": proposal})


EXAMPLES = [
    Example("在機關代碼檔中", document(), options=AGENCIES),
    Example("不在機關代碼檔中", document(agency_code="376506201A"), fires_at="/agency_code", options=AGENCIES),
]
