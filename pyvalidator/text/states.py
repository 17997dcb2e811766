"""Words and keys that say of a leave that it is cancelled: a state, never a kind of leave."""

from __future__ import annotations

import re
from typing import Any

#: Words of state in a leave kind: 銷假, 病假(銷), 取消休假, 未休假, 休假【作廢】.
_IN_KIND = re.compile(
    "銷|取消|撤|作廢|刪除|抽回|駁回|退回|退件|不准|不同意|未(?=.*[休請准核簽用假批送])|已退|cancel|delet|revok|withdr|reject|void",
    re.IGNORECASE,
)
_IN_STATUS = re.compile(
    "銷|取消|撤|作廢|刪除|抽回|駁回|退回|退件|不准|不同意|無效|cancel|delet|revok|withdr|reject|void|invalid",
    re.IGNORECASE,
)
#: Keys, as `plain` has them, whose value marks a cancelled leave …
FLAG_KEY = re.compile(
    "(is|has|was)?(del|deleted?|cancell?ed|cancel|revoked?|void|voided|withdrawn|removed|invalid)(flag|yn|mark|at|on|by|date|time|d)?"
    "|.{0,4}(刪除|註銷|撤銷|取消|作廢|銷假|撤回)(註記|旗標|日期?|時間|碼|與否)?"
)
#: … a valid one …
VALID_KEY = re.compile("(is|yn)?(valid|active|enabled|effective)(flag|yn)?|(是否)?(有效|生效|啟用)(註記|與否|碼)?")
#: … or names the state.
STATUS_KEY = re.compile(
    "(leave|form|apply|application|record|data|row|flow|sign|approval|review)?(status|state)(code|name|text|desc)?"
    "|.{0,4}(狀態|簽核結果|審核結果)(碼|名稱|說明)?"
)

_NO = {"", "0", "n", "no", "f", "false", "否", "無", "x", "null", "none", "-", "未取消", "未刪除", "未註銷", "正常"}


def names_state(kind: str) -> bool:
    """Whether a leave kind is, or has behind it, a word of state."""
    return _IN_KIND.search(kind) is not None


def names_cancelled(key: str, value: Any) -> bool:
    """Whether the value under a key of state says that the leave is cancelled. `key`: as `plain` has it."""
    if isinstance(value, dict | list):
        return False
    text = "" if value is None else str(value).strip().casefold()
    if VALID_KEY.fullmatch(key):
        return value is not None and text != "" and (text in _NO or _IN_STATUS.search(text) is not None)
    if FLAG_KEY.fullmatch(key):
        return text not in _NO and text != "0.0" and not text.startswith(("0001-", "1900-", "1970-"))
    return _IN_STATUS.search(text) is not None and not text.startswith(("未", "not"))
