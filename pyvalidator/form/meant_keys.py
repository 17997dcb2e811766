"""Which known key an unknown one was meant as, and the words that say why."""

from __future__ import annotations

from collections.abc import Collection

from pyvalidator.runtime.caches import forgettable
from pyvalidator.text.characters import code_points, invisible, unseen, without_unseen
from pyvalidator.text.garbled import original
from pyvalidator.text.nearest import nearest


def meant_key(key: str, known: set[str], present: Collection[str]) -> tuple[str | None, str]:
    """The known key, None where there is none near, and a hint for the message.

    Args:
        present: the keys that stand beside it: one of them is the last to be meant.
    """
    return _meant(key, frozenset(known), frozenset(known.intersection(present)))


# Mostly it is one key in every record, among the same others.
@forgettable(4096)
def _meant(key: str, known: frozenset[str], present: frozenset[str]) -> tuple[str | None, str]:
    signs = unseen(key)
    odd = f"名稱裡有空格或看不見的字元（{code_points(signs)}）" if signs else ""
    same = next((other for other in sorted(known) if without_unseen(other) == without_unseen(key)), None)
    if odd and same:
        return same, f"{odd}，去掉後就是欄位「{same}」"
    if (was := original(key)) in known:
        return was, f"名稱是編碼錯誤造成的亂碼，原來是欄位「{was}」"
    near = nearest(key, sorted(known.difference(present))) or nearest(key, sorted(known))
    hint = f"最接近的欄位是「{near}」" if near else "也沒有名稱相近的欄位"
    return near, f"{odd}；{hint}" if invisible(key) else hint
