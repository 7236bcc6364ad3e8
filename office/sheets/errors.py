"""The one error of this package."""


class UnreadableWorkbook(Exception):
    """The file cannot be read as a workbook; the message says why and what to do, in Chinese."""
