"""Python's garbage collector, out of the way while a file is checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_gc() -> Iterator[None]:
    """The collector stays off while millions of objects are made, hardly any of which can be garbage in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                # To it they are now old: else it would look through all of them at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
