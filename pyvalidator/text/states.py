"""Words and keys that say of a leave that it is cancelled: a state, never a kind of leave."""

from __future__ import annotations

import re
from typing import Any

_CANCELLED = re.compile(
    "(?<![核行展促推報直傾])銷(?![毀售])|取消|撤(?!離)|廢(?![棄水氣物料污汙])|消假|註消|刪除|已刪|抽[回單]|收回|無效|失效|cancel|delet|revok|withdr|void|invalid",
    re.IGNORECASE,
)
#: What was refused, or is not granted yet.
_NOT_GRANTED = re.compile(
    "駁回|否決|退[回件簽]|已退|^[退駁]$|[(（\\[【〔][退駁審][)）\\]】〕]|[假休差出]退$|不准|不同意|不予?核|不通過|草稿|暫存|未(核[准定]?|批|准|送|簽|審|通過|同意|獲准)"
    "|[審核簽申]\\w{0,2}中(?!\\w)|待[審核簽批送]|reject|returned|denied|declined|draft|pending",
    re.IGNORECASE,
)
#: Not taken; 未住院病假 is taken.
_NOT_TAKEN = re.compile("^未$|未(?!住院|婚|成年|滿|足)(?=.*[休請用假])")
_GRANTED = re.compile(
    "核[准可定]|同意|通過|完成|結案|歸檔|正常|[有生]效|決行|^[簽批]?准|已簽核|批准|已批|已休|請假中"
    "|approved|granted|active|valid|normal|done|ok|complete|confirmed|finished|closed",
    re.IGNORECASE,
)
#: Said of a leave that stands: 未銷假, 無作廢, not deleted.
_STANDS = re.compile("(未|無|非|沒有|尚未)(?=銷|取消|刪|註|撤|作?廢)|非$|not?[ _-]")
#: As a state by itself; elsewhere they may be of anything.
_NOT_USED = re.compile("未[休請]|停用")
#: Keys, as `plain` has them, whose value marks a cancelled leave …
FLAG_KEY = re.compile(
    "(is|has|was)?(del|deleted?|cancell?ed|cancel|revoked?|void|voided|withdrawn|removed|invalid|disabled|reject(ed)?|denied|draft)"
    "(flag|yn|mark|at|on|by|user|reason|date|time|d)?"
    "|.{0,4}(刪除|註銷|撤銷|取消|作廢|銷假|撤回|退件|退回|駁回|抽單|草稿|停用)(註記|標記|標示|旗標|日期?|時間|碼|與?否|原因|事由|理由|人員?)?"
)
#: … a valid one …
VALID_KEY = re.compile(
    "(is|yn)?(valid|active|enabled|effective|approved|granted)(flag|yn)?"
    "|(是否)?(有效|生效|啟用|已?核准|同意|批准|批核)(註記|與否|碼)?"
)
#: … or names the state.
STATUS_KEY = re.compile(
    "[a-z]{0,20}?(status|state|stat|sts)(code|cd|name|text|desc|[0-9])?|(approval|review|sign|audit)?result|(leave)?(flag|mark)"
    "|(change|row|record|data)?(action|operation)(type|code)?|op|changetype"
    "|.{0,6}(狀態|狀況)(碼|代碼|名稱|說明)?|(簽核|審核|核定|審查|批核|處理)(結果|情形|情況|進度|別)?|註記"
    "|(資料)?(異動|處理)(別|碼|類別|代碼|類型)?"
)

_NO = {"", "n", "no", "f", "false", "否", "無", "x", "null", "none", "-", "未取消", "未刪除", "未註銷", "正常"}
#: Under a key of state, what marks a leave that is taken back: a cross, and as an operation a deletion.
_CROSS, _DELETION = {"x", "✗", "✕", "╳"}, {"d", "del"}
_OPERATION_KEY = re.compile(".*(action|operation)(type|code)?|op|changetype|(資料)?異動.*")
#: What a text under any other key says by itself.
_SAYS = re.compile(
    "(本筆|此筆|此假|本假單)?(已經?|業經|業已)?(銷假|取消|撤銷|註銷|作廢|撤回|抽回|駁回|退回|退件)(了|申請)?[。!！]?"
    "|(is )?(cancell?ed|deleted|voided|revoked|rejected|withdrawn)[.!]?"
)
#: Also as a date: 0000000, 0000-00-00.
_ZERO = re.compile("[0/:. t-]*")


def names_state(kind: str) -> bool:
    """Whether a leave kind is, or has behind it, a word of state: 銷假, 病假(銷), 取消休假, 未休假, 事假(待核)."""
    bare = re.sub(r"\s", "", kind)
    return any(pattern.search(bare) for pattern in (_CANCELLED, _NOT_GRANTED, _NOT_TAKEN))


def names_cancelled(key: str, value: Any) -> bool:
    """Whether the value under a key of state says that the leave is cancelled or not granted. `key`: as `plain` has
    it."""
    if isinstance(value, dict | list):
        return False
    text = _text(value)
    if VALID_KEY.fullmatch(key):
        return text != "" and (text in _NO or _ZERO.fullmatch(text) is not None or _is_state(text))
    if FLAG_KEY.fullmatch(key):
        # A cross in the box of 作廢 marks it.
        said_no = text in _NO - _CROSS or _not_yet(text)
        unset = said_no or _ZERO.fullmatch(text) or text.startswith(("0001-", "1900-", "1970-"))
        return not unset
    if STATUS_KEY.fullmatch(key) and (text in _CROSS or (_OPERATION_KEY.fullmatch(key) and text in _DELETION)):
        return True
    return _is_state(text)


def is_state_key(key: str) -> bool:
    """Whether a key, as `plain` has it, tells the state of a leave."""
    return any(pattern.fullmatch(key) for pattern in (FLAG_KEY, STATUS_KEY, VALID_KEY))


#: Canonical values of the field `leave_state`: what a form's state means for the leave.
VALID, NOT_VALID = "有效", "無效"


def meant_state(key: str, value: Any) -> str | None:
    """What a value under a key (as `plain` has it) surely means for the leave; None where nobody can tell."""
    if names_cancelled(key, value):
        return NOT_VALID
    granted = FLAG_KEY.fullmatch(key) or VALID_KEY.fullmatch(key) or _GRANTED.search(_text(value))
    return VALID if granted and _text(value) else None


def says_cancelled(value: Any) -> bool:
    """Whether a text, whatever its key, says nothing else than that the leave is cancelled: 已銷假."""
    return isinstance(value, str) and len(value) <= 20 and _SAYS.fullmatch(_text(value)) is not None


def is_taken_back(key: str, value: Any) -> bool:
    """Whether it says that the leave is cancelled, and not only that it is not granted yet or was refused."""
    refused = _NOT_GRANTED.search(_text(value)) or VALID_KEY.fullmatch(key)
    return names_cancelled(key, value) and not refused


def looks(key: str, value: Any) -> str:
    """What a leave looks like, of whose state a key and its value tell: a value that is a word of state by itself."""
    refused = _NOT_GRANTED.search(_text(value)) or re.search("approved|granted|核|准|同意", key)
    return "已經取消或沒有核准" if refused else "已經取消"


def is_open(key: str, value: Any) -> bool:
    """Whether a value names a state, and not one of a leave that stands."""
    text = _text(value)
    plain = not isinstance(value, dict | list) and text != "" and STATUS_KEY.fullmatch(key) is not None
    return plain and _GRANTED.search(text) is None and not _not_yet(text)


def _not_yet(text: str) -> bool:
    """未銷假: the leave stands."""
    return _STANDS.match(text) is not None


def _is_state(text: str) -> bool:
    return not _not_yet(text) and any(
        (_CANCELLED.search(text), _NOT_GRANTED.search(text), _NOT_USED.match(text))
    )


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip().casefold()
