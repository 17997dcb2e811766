"""bytes → text → value → positions: reading one file, with every fault of its text at its place."""

from pyvalidator.source.document import BINARY, Document, read_document
from pyvalidator.source.fault import UNREADABLE, SyntaxFault

__all__ = ["BINARY", "UNREADABLE", "Document", "SyntaxFault", "read_document"]
