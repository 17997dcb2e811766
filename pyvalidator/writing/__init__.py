"""Files written as a profile lays them out: canonical records in, a document and the place of each value out."""

from pyvalidator.writing.document import Entry, Written, write_document
from pyvalidator.writing.values import REMOVED

__all__ = ["REMOVED", "Entry", "Written", "write_document"]
