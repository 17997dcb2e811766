"""The report in the forms that people and tools take away. The same report gives the same bytes."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from datetime import datetime

from pyvalidator.report import Report


@dataclass(frozen=True)
class Format:
    """How a report is written down. `module` below this package has `render(report) -> bytes`."""

    extension: str
    mime: str
    module: str


#: By name, as `--format` and the page's buttons call them. Each module is imported only when it is asked for.
FORMATS = {
    "text": Format("txt", "text/plain;charset=utf-8", "text"),
    "json": Format("json", "application/json", "json_text"),
    "csv": Format("csv", "text/csv;charset=utf-8", "csv_table"),
    "html": Format("html", "text/html;charset=utf-8", "html_page"),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "workbook"),
    "sarif": Format("sarif", "application/sarif+json", "sarif"),
    "junit": Format("xml", "application/xml", "junit"),
}


def render(report: Report, format: str) -> bytes:
    """The report in one of `FORMATS`.

    Raises:
        KeyError: unknown format.
    """
    return importlib.import_module(f"{__name__}.{FORMATS[format].module}").render(report)


def download_name(report: Report, format: str) -> str:
    """`差勤檢核_<機關代碼 or 批次>_<年月>_<YYYYMMDD-HHMM>.<ext>`; several months as first-last."""
    agencies = {file.agency_code for file in report.files}
    agency = agencies.pop() if len(agencies) == 1 else None
    periods = sorted({file.period for file in report.files if file.period})
    months = "-".join(dict.fromkeys((periods[0], periods[-1]))) if periods else "年月不明"
    moment = datetime.fromisoformat(report.checked_at).strftime("%Y%m%d-%H%M")
    # Only a proper code may become part of a file name.
    code = agency if agency and re.fullmatch("[0-9A-Z]{10}", agency) else "批次"
    return f"差勤檢核_{code}_{months}_{moment}.{FORMATS[format].extension}"
