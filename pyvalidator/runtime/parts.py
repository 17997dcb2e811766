"""Packages that few need. On the command line they are installed; a page loads each when it is asked for first."""

from __future__ import annotations

import sys
from importlib.util import find_spec


class PartMissing(ImportError):
    """A package is not here yet; its name is the whole message. The page's worker has it loaded and asks once more."""


class PartLost(Exception):
    """A package could not be had, with what to do as text for the user."""


def require_part(name: str) -> None:
    """Have a package ready to be imported.

    Raises:
        PartMissing: a page has to load it first. Nothing may catch this but the worker.
        PartLost: the page could not load it (`None` among the modules says so).
    """
    if find_spec(name) is not None:
        return
    if name not in sys.modules:
        raise PartMissing(name)
    raise PartLost("用到的程式元件沒有載入成功，請確認網路連線或檔案完整後再試一次")
