"""Reading .xls (BIFF) through xlrd, and its author through the property set beside the book."""

import struct
from datetime import datetime
from typing import BinaryIO

import xlrd
from django.utils.translation import gettext_lazy as _
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900
from xlrd.biffh import error_text_from_code
from xlrd.compdoc import CompDoc, CompDocError

from office.sheets.cell_text import clean, number_text
from office.sheets.errors import UnreadableWorkbook
from office.sheets.model import Comment, Merge, Oddity, Sheet, Visibility, Workbook

_VISIBILITY = {0: Visibility.VISIBLE, 1: Visibility.HIDDEN, 2: Visibility.VERY_HIDDEN}
# Numbers of the standard property set: author, last saved by.
_PROPERTIES = {4: "author", 8: "last_modified_by"}
_TEXT, _CODE_PAGE = 30, 1


def read_xls(stream: BinaryIO) -> Workbook:
    """The whole workbook; raises UnreadableWorkbook when it is damaged or has a password."""
    content = stream.read()
    try:
        with xlrd.open_workbook(
            file_contents=content, formatting_info=True, logfile=_Silence()
        ) as book:
            sheets = [_read_sheet(book, sheet) for sheet in book.sheets()]
    except xlrd.XLRDError as refused:
        if "encrypted" in str(refused).lower():
            raise UnreadableWorkbook(
                _("文件加了打开密码，读不出来。请去掉密码后重新上传。")
            ) from refused
        raise UnreadableWorkbook(
            _("文件已损坏，或不是 Excel 文件。请另存为 .xlsx 再上传。")
        ) from refused
    except (CompDocError, AssertionError, IndexError, struct.error, UnicodeDecodeError) as damaged:
        raise UnreadableWorkbook(
            _("文件已损坏，打不开。请用 Excel 打开后另存为 .xlsx 再上传。")
        ) from damaged
    return Workbook(sheets, _properties(content))


class _Silence:
    """xlrd writes its remarks on old files to a log; they are of no use to anybody here."""

    def write(self, _text: str) -> None:
        return

    def flush(self) -> None:
        return


def _read_sheet(book: xlrd.Book, source: xlrd.sheet.Sheet) -> Sheet:
    sheet = Sheet(source.name, _VISIBILITY.get(source.visibility, Visibility.HIDDEN))
    epoch = CALENDAR_MAC_1904 if book.datemode else CALENDAR_WINDOWS_1900
    for index in range(source.nrows):
        _read_row(book, source, sheet, index, epoch)
    height = max(sheet.rows, default=0)
    width = sheet.width
    # xlrd's ranges start at 0 and exclude their ends.
    sheet.merges = [
        Merge(top + 1, left + 1, min(bottom, height), min(right, width))
        for top, bottom, left, right in source.merged_cells
        if top < height and left < width
    ]
    sheet.hidden_rows = {number + 1 for number, info in source.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {
        number + 1
        for number, info in source.colinfo_map.items()
        if (info.hidden or info.width == 0) and number < width
    }
    sheet.comments = [
        Comment(row + 1, column + 1, clean(note.text), note.author or "")
        for (row, column), note in sorted(source.cell_note_map.items())
    ]
    return sheet


def _read_row(
    book: xlrd.Book, source: xlrd.sheet.Sheet, sheet: Sheet, index: int, epoch: datetime
) -> None:
    values: list[str] = []
    types, raw = source.row_types(index), source.row_values(index)
    for column, (kind, value) in enumerate(zip(types, raw, strict=True)):
        if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
            values.append("")
            continue
        oddity = None
        if kind == xlrd.XL_CELL_TEXT:
            text = clean(value)
        elif kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            style = book.xf_list[source.cell_xf_index(index, column)]
            code = book.format_map[style.format_key].format_str
            text, oddity = number_text(value, code, epoch)
        elif kind == xlrd.XL_CELL_BOOLEAN:
            text = "TRUE" if value else "FALSE"
        else:
            text, oddity = error_text_from_code.get(value, "#N/A"), Oddity.ERROR
        values.append(text)
        if oddity:
            sheet.oddities[index + 1, column + 1] = oddity
    while values and not values[-1]:
        values.pop()
    if values:
        sheet.rows[index + 1] = values


def _properties(content: bytes) -> dict[str, str]:
    """Author and last editor from the stream ``\\x05SummaryInformation``; a damaged one tells nothing."""
    try:
        stream = CompDoc(content, logfile=_Silence()).get_named_stream("\x05SummaryInformation")
        return _parse_properties(stream) if stream else {}
    except (CompDocError, AssertionError, struct.error, IndexError):
        return {}


def _parse_properties(stream: bytes) -> dict[str, str]:
    start = struct.unpack_from("<I", stream, 44)[0]
    count = struct.unpack_from("<I", stream, start + 4)[0]
    offsets = dict(
        struct.unpack_from("<II", stream, start + 8 + 8 * number) for number in range(count)
    )
    page = 1252
    if _CODE_PAGE in offsets:
        page = struct.unpack_from("<H", stream, start + offsets[_CODE_PAGE] + 4)[0]
    encoding = "utf-8" if page == 65001 else f"cp{page}"
    found = {}
    for number, name in _PROPERTIES.items():
        position = start + offsets.get(number, 0)
        if number in offsets and struct.unpack_from("<I", stream, position)[0] == _TEXT:
            length = struct.unpack_from("<I", stream, position + 4)[0]
            raw = stream[position + 8 : position + 8 + length].split(b"\0")[0]
            text = clean(raw.decode(encoding, errors="replace"))
            if text:
                found[name] = text
    return found
