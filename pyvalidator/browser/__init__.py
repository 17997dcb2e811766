"""The page's Python: `handle` answers what the page's worker asks. JSON text in, JSON text (and bytes) out."""

from pyvalidator.browser.requests import handle

__all__ = ["handle"]
