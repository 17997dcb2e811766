"""機關名稱與機關代碼檔不同。

檔頭的機關名稱，與機關代碼檔中同一機關代碼的名稱不同。

## 為什麼重要

可能是機關代碼填成別的機關。機關改名、簡稱，或代碼檔中的難字無法顯示也會造成差異，因此僅供參考。

## 怎麼修正

請確認機關代碼；代碼正確時，建議填寫機關全銜。

## 依據

人事總處「行政院所屬中央及地方機關代碼」資料集（7307）。
"""

import unicodedata

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

#: What the official list shows where Big5 lacks a character.
_LOST = "?\ufffd"


@file_rule("FIL420", owner="personnel",
           reads=("agency_name", "agency_code"), severity="info", since="1.0", needs="agencies",
           message="{label}「{value}」與機關代碼檔中 {code} 的名稱「{listed}」不同。",
           fix="請人事單位確認機關代碼；代碼正確時，建議在差勤系統填寫機關全銜。",
           sources=["行政院所屬中央及地方機關代碼（資料集7307）"])  # fmt: skip
def check(file: FileView) -> Faults:
    name, code = file.header("agency_name"), file.header("agency_code")
    assert file.context.agencies is not None, "the rule runs only where it is given"
    listed = file.context.agencies.name(code)
    if name is None or not listed or _same(name, listed):
        return
    right = None if any(sign in listed for sign in _LOST) else listed
    yield Fault(expected_value=right, params={"code": code, "listed": listed})


def _same(name: str, listed: str) -> bool:
    """Whether one is the other, or its end (a list may put the county before the name), lost characters aside."""
    longer, shorter = sorted((_plain(name), _plain(listed)), key=len, reverse=True)
    end = longer[len(longer) - len(shorter) :]
    return bool(shorter) and all(a == b or a in _LOST or b in _LOST for a, b in zip(end, shorter, strict=True))


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).replace("臺", "台").split())


_LIST = "機關代碼,機關名稱,裁撤註記\n376506200A,嘉義縣水上鄉公所,\n376506211I,嘉義縣水上鄉清潔隊,\n"

EXAMPLES = [
    Example("名稱相同", document([{}], agency_name="嘉義縣水上鄉公所"), options={"agencies": _LIST}),
    Example("省略縣名", document([{}]), options={"agencies": _LIST}),
    Example("名稱不同", document([{}], agency_code="376506211I"), fires_at="/agency_name", options={"agencies": _LIST}),
]
