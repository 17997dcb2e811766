"""Whether a text is surely a job title (職稱) or surely an organisational unit (單位), by how it ends."""

from __future__ import annotations

import re

#: Endings of titles in agencies and schools; 隊員 and 主任 end as titles though a unit's word stands in them.
_TITLE = re.compile(
    "(?:員|師|長|士|佐|工|工友|官|警|警衛|幹事|秘書|祕書|主任|專員|助理|司機|駕駛|校長|教授|講師|督導|護理|委員|佐理|書記|稽查|技監|技正"
    "|參事|參議|顧問|代表|主席|代理人|議員|研究生|約用|約僱|約聘)(?:兼[^兼]+)?(?:[（(].*[）)])?$"
)
_UNIT = re.compile(
    "(?:課|科|室|股|隊|處|組|局|所|中心|館|站|廠|院|部|系|班|校|園|會|分局|派出所|大隊|中隊|小隊|辦公室)(?:[（(].*[）)])?$"
)


def is_title(text: str) -> bool:
    """課員, 村幹事, 護理師, 導師兼組長; not 民政課."""
    return _TITLE.search(text.strip()) is not None


def is_unit(text: str) -> bool:
    """民政課, 人事室, 第一大隊; not 隊員."""
    return _UNIT.search(text.strip()) is not None
