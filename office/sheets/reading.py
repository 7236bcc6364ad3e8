"""Opening a workbook of either format."""

from pathlib import Path
from typing import BinaryIO

from office.sheets.model import Workbook
from office.sheets.sniffing import FileKind, sniff
from office.sheets.xls import read_xls
from office.sheets.xlsx import read_xlsx


def read_workbook(source: str | Path | BinaryIO) -> Workbook:
    """Read a path or an open binary file; raises UnreadableWorkbook with a clear message."""
    if isinstance(source, (str, Path)):
        with Path(source).open("rb") as stream:
            return read_workbook(stream)
    readers = {FileKind.XLSX: read_xlsx, FileKind.XLS: read_xls}
    return readers[sniff(source)](source)
