"""差勤檢核: checks the monthly attendance JSON file of a Taiwanese agency before it is reported."""

__version__ = "1.0.0"
