"""The report in the forms that people and tools take away. The same report gives the same bytes."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from pyvalidator import wording
from pyvalidator.report.model import Report
from pyvalidator.runtime.parts import require_part


@dataclass(frozen=True)
class Format:
    """How a report is written down. `module` below this package has `render(report) -> bytes`."""

    title: str
    extension: str
    mime: str
    module: str
    #: No text: it has to be saved as a file.
    binary: bool = False


#: By name, as `--format` and the page's buttons call them. Each module is imported only when it is asked for.
FORMATS = {name: Format(**facts) for name, facts in wording.FORMATS.items()}


#: What only the page offers: the matrix of agencies and months.
PAGE_FORMATS = {"matrix": replace(FORMATS["xlsx"], module="matrix_book")}


def render(report: Report, format: str) -> bytes:
    """The report in one of `FORMATS` or `PAGE_FORMATS`.

    Raises:
        KeyError: unknown format.
    """
    if format_of(format).extension == "xlsx":
        require_part("xlsxwriter")
    rendered: bytes = importlib.import_module(f"{__name__}.{format_of(format).module}").render(report)
    return rendered


def format_of(name: str) -> Format:
    """The format of this name. Raises KeyError where there is none."""
    return PAGE_FORMATS.get(name) or FORMATS[name]


def download_name(report: Report, format: str) -> str:
    """The name under which a format of the report is saved."""
    # The matrix is a workbook beside the report's: it must not take that one's name.
    stem = download_stem(report, "報送情形" if format == "matrix" else None)
    return f"{stem}.{format_of(format).extension}"


def download_stem(report: Report, instead: str | None = None) -> str:
    """`差勤檢核_<機關代碼 or 批次>_<年月>_<YYYYMMDD-HHMM>`; several months as first-last.

    Args:
        instead: stands in the place of the code.
    """
    agencies = {file.agency_code for file in report.files}
    agency = agencies.pop() if len(agencies) == 1 else None
    periods = sorted({file.period for file in report.files if file.period})
    months = "-".join(dict.fromkeys((periods[0], periods[-1]))) if periods else wording.UNKNOWN["period"]
    moment = datetime.fromisoformat(report.checked_at).strftime("%Y%m%d-%H%M")
    # Only a proper code may become part of a file name.
    code = instead or (agency if agency and re.fullmatch("[0-9A-Z]{10}", agency) else "批次")
    return f"差勤檢核_{code}_{months}_{moment}"
