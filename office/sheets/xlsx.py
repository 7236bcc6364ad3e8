"""Reading .xlsx in one streaming pass per sheet.

openpyxl is not used for the sheets: its read-only mode drops merges, hidden columns and comments,
and either mode takes six times as long (6.7 s against 1.1 s for 20,000 rows of 20 cells).
"""

import zipfile
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import BinaryIO
from xml.etree import ElementTree as ET

from django.utils.translation import gettext_lazy as _
from openpyxl.utils import column_index_from_string, range_boundaries

from office.sheets.cell_text import clean, number_text
from office.sheets.errors import UnreadableWorkbook
from office.sheets.model import Merge, Oddity, Sheet, Workbook
from office.sheets.xlsx_parts import Package, local, string_of

MOST_ROWS = 200_000
MOST_COLUMNS = 1_000

_DIGITS = "0123456789"


def read_xlsx(stream: BinaryIO) -> Workbook:
    """The whole workbook; raises UnreadableWorkbook when the package is damaged."""
    try:
        with zipfile.ZipFile(stream) as archive:
            package = Package(archive)
            reader = _SheetReader(package)
            sheets = [reader.read(*sheet) for sheet in package.sheets()]
            properties = package.properties()
    except (ET.ParseError, zipfile.BadZipFile, KeyError, ValueError, EOFError) as damaged:
        raise UnreadableWorkbook(
            _("文件已损坏，打不开。请用 Excel 打开后另存为新文件再上传。")
        ) from damaged
    if not sheets:
        raise UnreadableWorkbook(_("文件里没有工作表。"))
    return Workbook(sheets, properties)


class _SheetReader:
    """Reads one sheet after another; holds what sheets share."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.strings = package.strings()
        self.formats = package.formats()
        self.epoch: datetime = package.epoch()
        self._columns: dict[str, int] = {}

    def read(self, name: str, visibility, part: str) -> Sheet:
        sheet = Sheet(name, visibility, comments=self.package.comments(part))
        hidden: list[tuple[int, int]] = []
        number = 0
        data: ET.Element | None = None
        with self.package.archive.open(part) as source:
            self.package.refuse_doctype(source.peek(1024))
            for event, element in ET.iterparse(source, ("start", "end")):  # noqa: S314
                tag = local(element.tag)
                if event == "start":
                    data = element if tag == "sheetData" else data
                elif tag == "row":
                    number = int(element.get("r") or number + 1)
                    self._row(sheet, number, element)
                    data.clear()  # otherwise a million empty rows stay in memory
                elif tag == "col" and _is_hidden(element, "width"):
                    hidden.append((int(element.get("min", 1)), int(element.get("max", 1))))
                elif tag == "mergeCell":
                    left, top, right, bottom = range_boundaries(element.get("ref", ""))
                    sheet.merges.append(Merge(top, left, bottom, right))
        self._clip(sheet, hidden)
        return sheet

    def _row(self, sheet: Sheet, number: int, element: ET.Element) -> None:
        if _is_hidden(element, "ht"):
            sheet.hidden_rows.add(number)
        values: list[str] = []
        column = 0
        for cell in element:
            column = self._column(cell.get("r"), column + 1)
            if not len(cell) or column > MOST_COLUMNS:
                continue
            text, oddity = self._cell(cell)
            if text or oddity:
                values.extend([""] * (column - len(values)))
                values[column - 1] = text
            if oddity:
                sheet.oddities[number, column] = oddity
        if values:
            sheet.rows[number] = values
            if len(sheet.rows) > MOST_ROWS:
                raise UnreadableWorkbook(
                    _("工作表“%(name)s”超过 %(most)d 行，请分成几个文件。")
                    % {"name": sheet.name, "most": MOST_ROWS}
                )

    def _column(self, reference: str | None, following: int) -> int:
        if not reference:
            return following
        letters = reference.rstrip(_DIGITS)
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_index_from_string(letters)
        return column

    def _cell(self, cell: ET.Element) -> tuple[str, Oddity | None]:
        kind = cell.get("t", "n")
        formula, raw = False, None
        for child in cell:
            tag = local(child.tag)
            if tag == "v":
                raw = child.text
            elif tag == "f":
                formula = True
            elif tag == "is":
                return clean(string_of(child)), None
        if raw is None:
            return "", Oddity.NOT_CALCULATED if formula and kind != "str" else None
        if kind == "s":
            return self.strings[int(raw)], None
        if kind == "n":
            return self._number(raw, int(cell.get("s", 0)))
        if kind == "b":
            return ("TRUE" if raw == "1" else "FALSE"), None
        return clean(raw), Oddity.ERROR if kind == "e" else None

    def _number(self, raw: str, style: int) -> tuple[str, Oddity | None]:
        code = self.formats[style] if style < len(self.formats) else "General"
        if raw.isdecimal() and len(raw) < 12 and code in ("General", "@"):
            return raw, None
        try:
            return number_text(Decimal(raw.strip()), code, self.epoch)
        except InvalidOperation:
            return clean(raw), None

    def _clip(self, sheet: Sheet, hidden: list[tuple[int, int]]) -> None:
        """Ranges may claim the whole sheet: keep what lies within the used part."""
        width, height = sheet.width, max(sheet.rows, default=0)
        for first, last in hidden:
            sheet.hidden_columns.update(range(first, min(last, width) + 1))
        sheet.merges = [
            Merge(top, left, min(bottom, height), min(right, width))
            for top, left, bottom, right in sheet.merges
            if top <= height and left <= width
        ]


def _is_hidden(element: ET.Element, size: str) -> bool:
    """Hidden by command, or drawn down to nothing."""
    if element.get("hidden") in ("1", "true"):
        return True
    try:
        return float(element.get(size, "1")) == 0
    except ValueError:
        return False
