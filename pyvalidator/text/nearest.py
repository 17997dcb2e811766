"""Which known word was probably meant (did you mean …)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from pyvalidator.runtime.caches import forgettable
from pyvalidator.text.characters import without_unseen

#: Simplified and variant characters that input methods and conversions put into leave names and keys → the usual ones.
_VARIANTS = str.maketrans(
    "别産产检丧献赠护离种劳轮补职务伤长岁时仪调适开结间数员编号类区单称码机关报资台",
    "別產產檢喪獻贈護離種勞輪補職務傷長歲時儀調適開結間數員編號類區單稱碼機關報資臺",
)
_SEPARATORS = str.maketrans("", "", "_-.‧·()（）「」")


def plain(word: str) -> str:
    """`word` without what does not matter when names are compared: case, width, separators, variant characters,
    and what does not show."""
    return unicodedata.normalize("NFKC", without_unseen(word)).translate(_VARIANTS).translate(_SEPARATORS).casefold()


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was most probably meant, or None where none is near.

    Near is: equal but for case, width, separators or variant characters; at most a third of the characters (at
    least one) wrong, missing, added or swapped; one word inside the other; or a shared part
    of a key made of parts (`begin_date`, `start_date`).
    """
    return _nearest(word, tuple(candidates))


@forgettable(4096)
def _nearest(word: str, candidates: tuple[str, ...]) -> str | None:
    wanted = plain(word)[:100]
    if not wanted:
        return None
    parts = _parts(word[:100])
    best: tuple[float, str] | None = None
    for candidate in candidates:
        known = plain(candidate)
        score = _score(wanted, known)
        if score is None and parts & _parts(candidate):
            score = 0.9 + distance(wanted, known) / 1000
        if score is not None and (best is None or score < best[0]):
            best = (score, candidate)
    return best[1] if best else None


def _score(wanted: str, known: str) -> float | None:
    """0 = the same word; below 1 = near; None = another word."""
    if wanted == known:
        return 0.0
    longer = max(len(wanted), len(known))
    slips = distance(wanted, known)
    if slips <= max(1, longer // 3) and (longer > 2 or wanted[:1] == known[:1]):
        return slips / longer
    if min(len(wanted), len(known)) >= 2 and (wanted in known or known in wanted):
        return 0.5 + slips / longer / 2
    return None


def _parts(key: str) -> set[str]:
    """The parts of a key in snake_case, kebab-case or camelCase; none for a key of one part."""
    parts = re.sub("([a-z])([A-Z])", r"\1 \2", key).replace("_", " ").replace("-", " ").lower().split()
    return {part for part in parts if len(part) > 1} if len(parts) > 1 else set()


def distance(first: str, second: str) -> int:
    """Wrong, missing, added or swapped neighbouring characters between two words (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        above, row, before_that = row, [i], before
        for j, b in enumerate(second, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if before_that and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, before_that[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
