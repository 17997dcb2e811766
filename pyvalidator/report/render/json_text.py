"""The report as JSON, as the contract describes it."""

from pyvalidator.report.model import Report


def render(report: Report) -> bytes:
    """UTF-8, two spaces of indentation."""
    return report.to_json().encode()
