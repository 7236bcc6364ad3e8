"""The rows under a header: which hold data, and what their cells mean."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from office.sheets.columns import Column
from office.sheets.headers import Grid
from office.sheets.model import Merge, Oddity
from office.sheets.vocabulary import Vocabulary, heading

_DITTO = {
    "同上",
    "〃",
    "″",
    "〞",
    '"',
    "''",
    "＂",
    "“",
    "”",
    "“”",
    "同前",
    "如上",
    "ditto",
    "﹃",
    "々",
}
_TOTAL = re.compile(
    r"(?:.{0,20}(?:合计|总计|小计|共计|累计)|总数|合计人数|计)(?:[:：]?\d+[人名个]?)?\Z"
)
_NOTE = re.compile(
    r"(?:说明|备注|附注|注|填表说明|填报说明|特别说明|注意事项|温馨提示)\d?[:：.、]|[*※注]\s*\d?[:：.、]"
)
_SIGNATURE = re.compile(
    r"(?:填表|填报|制表|审核|审批|复核|经办|负责|联系|主要领导|分管领导|单位|主管部门|日期|填报时间|制表时间)"
    r"[^:：]{0,8}[:：]"
)
_LONG_TEXT = 30
_MOST_SIGNATURES = 6
_LONGEST_DITTO = 6


class LeftOutKind(StrEnum):
    TOTAL = "total"
    NOTE = "note"
    SECTION = "section"


@dataclass(frozen=True)
class LeftOut:
    """A row that is not data: its kind, its text, and the amount a total row states."""

    row: int
    kind: LeftOutKind
    text: str
    tally: str = ""


@dataclass(slots=True)
class TableRow:
    """One data row: field name (or header of an unknown column) → text."""

    number: int
    values: dict[str, str]
    #: field name → what is odd about the cell
    oddities: dict[str, Oddity] = field(default_factory=dict)
    #: number of the row this one belongs to, when one entry is spread over several rows
    continues: int | None = None
    #: heading inside the table under which the row stands, e.g. the unit's name
    section: str = ""


class Body:
    """Reads the rows of one table."""

    def __init__(self, grid: Grid, columns: list[Column], vocabulary: Vocabulary) -> None:
        self.grid = grid
        self.columns = columns
        self.vocabulary = vocabulary
        by_name = {column.name: column for column in columns}
        self.tally = by_name.get(vocabulary.tally)
        self.identity = [by_name[name] for name in vocabulary.identity if name in by_name]
        self.serial = {
            column.number for column in columns if column.field and column.field.is_ignored
        }
        self.numbers = {column.number for column in columns}
        #: column without a heading → how many rows hold something there
        self.stray: dict[int, int] = {}
        self._section = ""
        self._previous: dict[str, str] = {}

    def read(self, first: int, end: int) -> tuple[list[TableRow], list[LeftOut]]:
        """Rows from ``first`` up to, not including, ``end``."""
        rows: list[TableRow] = []
        left_out: list[LeftOut] = []
        for number in self.grid.numbers:
            if not first <= number < end:
                continue
            cells = self._cells(number)
            if self._is_blank(cells):
                continue
            kind = self._kind(number, cells)
            if kind is None:
                rows.append(self._row(number, rows))
                continue
            text = " ".join(cells.values())
            if kind is LeftOutKind.SECTION:
                self._section = text
            tally = cells.get(self.tally.number, "") if self.tally else ""
            left_out.append(LeftOut(number, kind, text, tally))
        return rows, left_out

    def split_titles(self, left_out: list[LeftOut], end: int) -> list[LeftOut]:
        """Take from ``left_out`` the text rows right above the next header: they are its titles."""
        titles: list[LeftOut] = []
        while left_out and left_out[-1].kind is not LeftOutKind.TOTAL:
            last = left_out[-1]
            between = [
                n for n in self.grid.numbers if last.row < n < (titles[0].row if titles else end)
            ]
            if any(self.grid.own(number) for number in between):
                break
            titles.insert(0, left_out.pop())
        return titles

    def _cells(self, number: int) -> dict[int, str]:
        """The row's own cells under a heading; what stands beside the table is remembered as stray."""
        cells = self.grid.own(number)
        for column in [column for column in cells if column not in self.numbers]:
            self.stray[column] = self.stray.get(column, 0) + 1
            del cells[column]
        return cells

    def _beside_serial(self, cells: dict[int, str]) -> list[str]:
        return [
            text
            for column, text in cells.items()
            if column not in self.serial or not text.isdecimal()
        ]

    def _is_blank(self, cells: dict[int, str]) -> bool:
        """Nothing at all, or numbered ahead and never filled in."""
        return not self._beside_serial(cells)

    def _kind(self, number: int, cells: dict[int, str]) -> LeftOutKind | None:
        """What a row is when it is not data."""
        texts = list(cells.values())
        if any(_TOTAL.match(heading(text)) for text in texts[:3]) and self._lacks_identity(cells):
            return LeftOutKind.TOTAL
        named = [column for column in self.identity if self._seen(number, column.number)]
        if len(self._beside_serial(cells)) == 1 and not self._is_spread(number, named):
            text = self._beside_serial(cells)[0]
            is_note = _NOTE.match(text) or len(text) > _LONG_TEXT or _SIGNATURE.match(text)
            return LeftOutKind.NOTE if is_note else LeftOutKind.SECTION
        if texts and _NOTE.match(texts[0]) and len(cells) <= 2:
            return LeftOutKind.NOTE
        if self._is_signature(number, cells, named):
            return LeftOutKind.NOTE
        return None

    def _is_signature(self, number: int, cells: dict[int, str], named: list[Column]) -> bool:
        """填表人：… 审核人：… below a table: few cells, no post's name, no amount."""
        named = [c for c in named if not _SIGNATURE.match(self._seen(number, c.number))]
        if not self.identity or named or len(cells) > _MOST_SIGNATURES:
            return False
        amount = cells.get(self.tally.number, "") if self.tally else ""
        return not amount.isdecimal() and any(_SIGNATURE.match(text) for text in cells.values())

    def _is_spread(self, number: int, named: list[Column]) -> bool:
        """One cell only, but the post it belongs to is merged down to this row."""
        return any(self._vertical(number, column.number) for column in named)

    def _lacks_identity(self, cells: dict[int, str]) -> bool:
        """A total has no code and no post name of its own, unless the label stands in their place."""
        own = [cells[column.number] for column in self.identity if column.number in cells]
        return all(_TOTAL.match(heading(text)) for text in own)

    def _vertical(self, number: int, column: int) -> Merge | None:
        """The merge that reaches down to this row from an earlier one."""
        merge = self.grid.merged.get((number, column))
        return merge if merge and merge.top < number else None

    def _seen(self, number: int, column: int) -> str:
        return self.grid.text(number, column)

    def _row(self, number: int, rows: list[TableRow]) -> TableRow:
        row = TableRow(number, {}, section=self._section)
        merged = self.grid.merged
        own = self.grid.sheet.rows.get(number, ())
        oddities = self.grid.sheet.oddities
        for column in self.columns:
            index = column.number
            merge = merged.get((number, index)) if merged else None
            text = (
                self.grid.sheet.value(merge.top, merge.left)
                if merge
                else (own[index - 1] if index <= len(own) else "")
            )
            source = merge[:2] if merge else (number, index)
            if source in oddities:
                row.oddities[column.name] = oddities[source]
            if text and len(text) <= _LONGEST_DITTO and heading(text) in _DITTO:
                row.oddities[column.name] = Oddity.DITTO
                text = self._previous.get(column.name, "")
            row.values[column.name] = text
        self._share_tally(number, row, rows)
        self._previous = row.values
        return row

    def _share_tally(self, number: int, row: TableRow, rows: list[TableRow]) -> None:
        """An amount merged over rows counts once; so does a post spread over rows."""
        if self.tally is None or not rows:
            return
        merge = self._vertical(number, self.tally.number)
        is_shared = merge is not None and rows[-1].number >= merge.top
        if is_shared:
            row.values[self.tally.name] = ""
            row.oddities[self.tally.name] = Oddity.SHARED
        first = self.identity[0] if self.identity else None
        spread = self._vertical(number, first.number) if first else None
        # One code over several rows is one post; one name may be a post in several units.
        is_code = first is not None and first.name == self.vocabulary.identity[0]
        if (
            spread
            and rows[-1].number >= spread.top
            and (is_code or not row.values[self.tally.name])
        ):
            row.continues = rows[-1].continues or rows[-1].number
