"""Python's garbage collector, out of the way while a file is checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_frozen = False


def freeze_all() -> None:
    """The collector looks at nothing any more that is there now: what a Python wakes with stays for its whole life."""
    global _frozen
    gc.collect()
    gc.freeze()
    _frozen = True


@contextmanager
def paused_gc() -> Iterator[None]:
    """The collector stays off while many objects are made that are all in use: it would look through them again and
    again. What is left in cycles (2,800 objects of a file of 300 records) it lets go afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Asked of the collector itself, the answer would take 14 ms in a browser: it counts all of them.
            if not _frozen:
                # To it they are now old: else it would look through all of them at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
