"""Files that come with this package: calendars, leave law, profiles."""

from __future__ import annotations

from pathlib import Path

from pyvalidator.runtime.opened import read_input

# importlib.resources does the same, and also from archives, which nobody needs; its import takes as long as a check.
_FOLDER = Path(__file__).parents[1]


def read_package_text(path: str) -> str:
    """The text of a file, by its path below the package, e.g. `data/calendar.toml`."""
    return read_input(str(_FOLDER / path)).decode()


def package_file_names(folder: str, ending: str) -> list[str]:
    """The names of the files in a folder of the package, in code point order."""
    return sorted(path.name for path in (_FOLDER / folder).glob(f"*{ending}"))
