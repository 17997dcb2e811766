"""What is given to check: files, folders and zip archives become named bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Incoming:
    """One file to check.

    Attributes:
        name: as the report shows it, always with `/`.
        data: the bytes; empty where they could not be had.
        fault: a syntax rule's `detects` code where the bytes could not be had (`encrypted_member`, `unreadable_member`).
    """

    name: str
    data: bytes
    fault: str | None = None
