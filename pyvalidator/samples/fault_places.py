"""Where a finding has to stand in a file that is yet to be written."""

from __future__ import annotations

from dataclasses import dataclass

from pyvalidator.samples.draft import Row
from pyvalidator.source.pointers import escape
from pyvalidator.writing import Written


@dataclass(frozen=True)
class FaultPlace:
    """A place of a draft.

    Attributes:
        field: canonical name; None: the record itself. row: None for the header.
        other: a record at odds with `row`: the place is the one that the file has later.
        missing: the field is not there, and the object that lacks it is the place.
        key: a key that the profile does not know, on the record or the header.
    """

    field: str | None = None
    row: Row | None = None
    missing: bool = False
    key: str | None = None
    other: Row | None = None

    def pointer(self, written: Written) -> str:
        """The RFC 6901 pointer in the written file."""
        row = self.row
        if row is not None and self.other is not None:
            # Where leaves are split over several arrays, what was put in behind a record may stand before it.
            row = max(row, self.other, key=written.order.index)
        base = written.profile.layout.header if row is None else written.pointers[row]
        if self.key is not None:
            return f"{base}/{escape(self.key)}"
        if self.field is None:
            return base
        return written.place(self.field, row) if self.missing else written.pointer(self.field, row)

    def at_key(self, written: Written) -> bool:
        """Whether line and column are those of the key, not of the value."""
        spec = written.profile.by_name.get(self.field or "")
        return self.key is not None or (spec is not None and spec.key == "*")
