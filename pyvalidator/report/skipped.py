"""What was passed over, as the report names it."""

from __future__ import annotations

from pyvalidator.input.passed_over import Rest, ending_of
from pyvalidator.privacy.masking import Masker
from pyvalidator.report.model import SkippedEntry

#: How many are named; a folder may hold thousands.
_NAMED = 100


def skipped_entries(rest: Rest, masker: Masker) -> list[SkippedEntry]:
    """The first hundred of those that may hold data, by name, then one entry that counts all others by their ending."""
    named = sorted(rest.named, key=lambda one: (not one.data, one.name))[:_NAMED]
    entries = [
        SkippedEntry(name=masker.text(one.name), reason=one.reason, data=one.data)
        for one in sorted(named, key=lambda one: one.name)
    ]
    others = rest.others.copy()
    listed = set(map(id, named))
    for one in rest.named:
        if id(one) not in listed:
            others[ending_of(one.name)] += 1
    if others:
        endings = "、".join(
            f"{masker.text('.' + ending) if ending else '沒有副檔名的'} {count:,} 個"
            for ending, count in sorted(others.items())
        )
        reason = f"不是 .json 檔，沒有檢核：{endings}"
        entries.append(SkippedEntry(name=f"其他 {others.total():,} 個檔案", reason=reason))
    return entries
