"""What the user is told of a key that no field could be proposed for, where its values show why."""

from __future__ import annotations

from pyvalidator.form.dates import read_date
from pyvalidator.privacy.masking import mask_text
from pyvalidator.text.nearest import plain
from pyvalidator.text.states import is_open, is_state_key, names_cancelled
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.emptiness import is_nothing

_LIST = "這個鍵底下是清單，對應不到裡面的資料；需要的話，請廠商改寫成各自的鍵"
_OBJECT = "這個鍵底下不是每一筆都是同樣的一組鍵，對應不到裡面的鍵；需要的話，請廠商每一筆都寫成同樣的物件"
_STATE = "像是假單的狀態（{values}）：取消或沒有核准的差假，請廠商不要產製；檢核時會指出是哪幾筆"
_CODED_STATE = "像是假單的狀態：對應成「狀態（有效、無效）」，就能指定哪些值不是有效的差假，檢核時會指出是哪幾筆"
_SEVERAL = "像是日期，但寫法不只一種，沒有一種寫法讀得出全部；請廠商固定成一種"

#: Share of the values that have to look so.
_MOST = 0.8
#: So many values of a state are shown, each of so many characters.
_SHOWN, _LONGEST = 3, 20


def remark(column: Column) -> str:
    """Why nothing was proposed, and what to do; "" where there is nothing to say."""
    if "array" in column.types:
        return _LIST
    if "object" in column.types:
        return _OBJECT
    key = plain(column.key)
    ended = [text for text in column.texts if is_state_key(key) and names_cancelled(key, text)]
    if ended:
        return _STATE.format(values="、".join(f"「{mask_text(text)[:_LONGEST]}」" for text in ended[:_SHOWN]))
    if any(is_open(key, text) for text in column.texts):
        return _CODED_STATE
    texts = [text for text in column.texts if not is_nothing(text)]
    return _SEVERAL if value_formats.share(texts, read_date) >= _MOST and not _has_a_form(texts) else ""


def _has_a_form(texts: list[str]) -> bool:
    return any(value_formats.best_format(type, texts).share >= _MOST for type in ("date", "moment"))
