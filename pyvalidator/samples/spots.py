"""Where a finding has to stand in a file that is yet to be written."""

from __future__ import annotations

from dataclasses import dataclass

from pyvalidator.samples.draft import Row, Written, escape


@dataclass(frozen=True)
class Spot:
    """A place of a draft.

    Attributes:
        field: canonical name; None: the record itself. row: None for the header.
        missing: the field is not there, and the object that lacks it is the place.
        key: a key that the profile does not know, on the record or the header.
    """

    field: str | None = None
    row: Row | None = None
    missing: bool = False
    key: str | None = None

    def pointer(self, written: Written) -> str:
        """The RFC 6901 pointer in the written file."""
        base = written.header if self.row is None else written.pointers[self.row]
        if self.key is not None:
            return f"{base}/{escape(self.key)}"
        if self.field is None:
            return base
        return written.place(self.field, self.row) if self.missing else written.pointer(self.field, self.row)

    @property
    def at_key(self) -> bool:
        """Whether line and column are those of the key, not of the value."""
        return self.key is not None
