"""Tables in a sheet: header, rows, and what was left out and why."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _

from office.sheets.body import Body, LeftOut, TableRow
from office.sheets.columns import Column, read_columns
from office.sheets.headers import Grid, Header, find_headers
from office.sheets.keys import choose_key
from office.sheets.model import Sheet, Visibility
from office.sheets.vocabulary import Vocabulary


class Skipped(StrEnum):
    """Why a sheet gave no table."""

    HIDDEN = "hidden"
    EMPTY = "empty"
    NO_HEADER = "no_header"
    OTHER_KIND = "other_kind"


@dataclass
class Table:
    sheet: str
    header: Header
    columns: list[Column]
    rows: list[TableRow]
    left_out: list[LeftOut]
    #: column without a heading → how many rows hold something there
    stray: dict[int, int] = field(default_factory=dict)
    #: rows above the header, nearest last
    titles: list[str] = field(default_factory=list)
    key: tuple[str, ...] = ()

    @property
    def header_rows(self) -> list[int]:
        return self.header.rows

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


@dataclass
class SheetTables:
    """What was found in one sheet; ``skipped`` and ``reason`` say why when nothing was."""

    sheet: Sheet
    tables: list[Table] = field(default_factory=list)
    skipped: Skipped | None = None
    reason: str = ""


def find_tables(sheet: Sheet, vocabulary: Vocabulary) -> SheetTables:
    """The tables of a sheet that are of the vocabulary's kind, from top to bottom."""
    if sheet.visibility is not Visibility.VISIBLE:
        return SheetTables(sheet, skipped=Skipped.HIDDEN, reason=_("隐藏的工作表，不导入"))
    grid = Grid(sheet)
    if not grid.numbers:
        return SheetTables(sheet, skipped=Skipped.EMPTY, reason=_("空工作表"))
    headers = find_headers(grid, vocabulary)
    if not headers:
        return SheetTables(
            sheet, skipped=Skipped.NO_HEADER, reason=_("没有找到表头，像是说明或别的内容")
        )
    return _read_tables(grid, headers, vocabulary)


def _read_tables(grid: Grid, headers: list[Header], vocabulary: Vocabulary) -> SheetTables:
    result = SheetTables(grid.sheet)
    others: list[str] = []
    titles = _texts(grid, 0, headers[0].top)
    for header, following in zip(headers, [*headers[1:], None], strict=True):
        columns = read_columns(header, vocabulary)
        end = following.top if following else grid.numbers[-1] + 1
        body = Body(grid, columns, vocabulary)
        rows, left_out = body.read(header.bottom + 1, end)
        above, titles = titles, []
        if following:
            titles = [entry.text for entry in body.split_titles(left_out, end)]
        if not _is_of_kind(columns, vocabulary):
            others.append("、".join(column.header for column in columns[:6]))
            continue
        last = result.tables[-1] if result.tables else None
        if last and last.header.signature == header.signature and _continues(above, last.titles):
            last.rows.extend(rows)
            last.left_out.extend(left_out)
            continue
        result.tables.append(
            Table(grid.sheet.name, header, columns, rows, left_out, body.stray, above)
        )
    for table in result.tables:
        names = {column.name for column in table.columns}
        own = [row.values for row in table.rows if row.continues is None]
        table.key = choose_key(own, vocabulary.keys, names)
    if not result.tables:
        result.skipped = Skipped.OTHER_KIND
        result.reason = _("像是另一种表（%(headers)s…），缺少必要的列") % {"headers": others[0]}
    return result


def _continues(above: list[str], titles: list[str]) -> bool:
    """Nothing new above a repeated header: the same title, or one that says 续表."""
    return all(title in titles or "续" in title for title in above)


def _is_of_kind(columns: list[Column], vocabulary: Vocabulary) -> bool:
    names = {column.field.name for column in columns if column.field}
    return all(names.intersection(group) for group in vocabulary.required)


def _texts(grid: Grid, after: int, before: int) -> list[str]:
    return [
        " ".join(grid.own(number).values())
        for number in grid.numbers
        if after < number < before and grid.own(number)
    ]
