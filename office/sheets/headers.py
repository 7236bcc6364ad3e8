"""Finding the header rows of a sheet: where they stand, how many they are, what each column is called."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from office.sheets.model import Merge, Sheet
from office.sheets.vocabulary import Vocabulary, heading

MOST_HEADER_ROWS = 3
LONGEST_LABEL = 20
_LATIN = re.compile(r"[A-Za-z][A-Za-z .,/()#&'’:-]*\Z")
_NOT_A_LABEL = re.compile(r"[:：;；。]|\d{5}|\d{4}年|^附[件表]|表\Z")
_COUNTING = {"甲", "乙", "丙", "丁"}


@dataclass
class Grid:
    """The visible part of a sheet, with merged ranges opened."""

    sheet: Sheet
    numbers: list[int] = field(init=False)
    columns: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = sorted(set(self.sheet.rows) - self.sheet.hidden_rows)
        self.columns = [
            number
            for number in range(1, self.sheet.width + 1)
            if number not in self.sheet.hidden_columns
        ]

    @cached_property
    def merged(self) -> dict[tuple[int, int], Merge]:
        return {
            (row, column): merge
            for merge in self.sheet.merges
            for row in range(merge.top, merge.bottom + 1)
            for column in range(merge.left, merge.right + 1)
        }

    def own(self, row: int) -> dict[int, str]:
        """Column → text of the row's own cells that hold something, hidden columns left out."""
        hidden = self.sheet.hidden_columns
        return {
            column: text
            for column, text in enumerate(self.sheet.rows.get(row, ()), 1)
            if text and column not in hidden
        }

    def text(self, row: int, column: int) -> str:
        """The text seen at a place: its own, or that of the merge it lies in."""
        merge = self.merged.get((row, column))
        return self.sheet.value(*merge[:2]) if merge else self.sheet.value(row, column)


@dataclass(frozen=True)
class Header:
    """A block of header rows; ``paths`` gives each column its headings, group first."""

    top: int
    bottom: int
    paths: dict[int, tuple[str, ...]]

    @property
    def rows(self) -> list[int]:
        return list(range(self.top, self.bottom + 1))

    @property
    def signature(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Equal for a header printed again."""
        return tuple(
            (column, tuple(map(heading, path))) for column, path in sorted(self.paths.items())
        )


def find_headers(grid: Grid, vocabulary: Vocabulary) -> list[Header]:
    """Every header block of the sheet, from top to bottom."""
    found: list[Header] = []
    for row in grid.numbers:
        if found and row <= found[-1].bottom:
            continue
        if _is_header(grid.own(row), vocabulary):
            floor = found[-1].bottom if found else 0
            top = _extend_up(grid, row, floor)
            bottom = _extend_down(grid, row, vocabulary)
            found.append(Header(top, bottom, _paths(grid, top, bottom)))
    return found


def _is_header(cells: dict[int, str], vocabulary: Vocabulary) -> bool:
    if len(cells) < 2:
        return False
    known = {entry.name for text in cells.values() if (entry := vocabulary.knows(text))}
    short = sum(len(text) <= 2 * LONGEST_LABEL for text in cells.values())
    return (
        len(known) >= vocabulary.least
        and len(known) >= 0.3 * len(cells)
        and short >= 0.9 * len(cells)
    )


def _extend_up(grid: Grid, row: int, floor: int) -> int:
    """The first row of the block: group names above the recognised row belong to it."""
    top = row
    while (
        top - 1 > floor and row - top + 1 < MOST_HEADER_ROWS and _is_group_row(grid, top - 1, top)
    ):
        top -= 1
    return top


def _is_group_row(grid: Grid, upper: int, lower: int) -> bool:
    above, below = grid.own(upper), grid.own(lower)
    if not above or upper in grid.sheet.hidden_rows:
        return False
    if any(len(text) > LONGEST_LABEL or _NOT_A_LABEL.search(text) for text in above.values()):
        return False
    for column in above:
        merge = grid.merged.get((upper, column))
        reaches_down = merge is not None and merge.bottom >= lower
        if (
            column in below
            and not reaches_down
            and not _opens_group(grid, upper, column, above, below)
        ):
            return False
    if len(above) > 1:
        return True
    (column,) = above
    merge = grid.merged.get((upper, column))
    return (
        merge is not None
        and merge.right > merge.left
        and merge.right - merge.left < 0.7 * len(below)
    )


def _opens_group(
    grid: Grid, upper: int, column: int, above: dict[int, str], below: dict[int, str]
) -> bool:
    """A group name stands over two or more columns, merged or followed by blanks."""
    merge = grid.merged.get((upper, column))
    if merge is not None:
        return merge.right > merge.left
    return column + 1 not in above and column + 1 in below


def _extend_down(grid: Grid, row: int, vocabulary: Vocabulary) -> int:
    bottom = row
    for column in grid.own(row):
        merge = grid.merged.get((row, column))
        if merge and merge.bottom - row < MOST_HEADER_ROWS:
            bottom = max(bottom, merge.bottom)
    while bottom - row + 1 < MOST_HEADER_ROWS and _is_lower_row(grid, row, bottom, vocabulary):
        bottom += 1
    return bottom


def _is_lower_row(grid: Grid, top: int, bottom: int, vocabulary: Vocabulary) -> bool:
    """Does the row after ``bottom`` still belong to the header that begins at ``top``?"""
    below = grid.own(bottom + 1)
    if not below or bottom + 1 in grid.sheet.hidden_rows:
        return False
    if _counts_columns(below) or _is_translation(below, grid.own(top)):
        return True
    if any(len(text) > LONGEST_LABEL or _NOT_A_LABEL.search(text) for text in below.values()):
        return False
    above = grid.own(bottom)
    named = {column for column in below if grid.text(bottom, column)}
    for column in named:
        same = heading(grid.text(bottom, column)) == heading(below[column])
        inside = (
            merge := grid.merged.get((bottom, column))
        ) is not None and merge.right > merge.left
        if not same and not inside and not _opens_group(grid, bottom, column, above, below):
            return False
    known = sum(vocabulary.match((text,)) is not None for text in below.values())
    return known >= 0.5 * len(below) or (bool(named) and all(_over(grid, bottom, c) for c in below))


def _over(grid: Grid, row: int, column: int) -> bool:
    merge = grid.merged.get((row, column))
    return merge is not None and merge.right > merge.left and bool(grid.sheet.value(*merge[:2]))


def _counts_columns(cells: dict[int, str]) -> bool:
    """The row 甲 乙 1 2 3 … that numbers the columns of a statistical table."""
    rest = [heading(text).strip("()") for text in cells.values() if text not in _COUNTING]
    if len(rest) < 4 or not all(text.isdecimal() for text in rest):
        return False
    return all(int(after) - int(before) == 1 for before, after in zip(rest, rest[1:], strict=False))


def _is_translation(below: dict[int, str], above: dict[int, str]) -> bool:
    """The same headings once more in English."""
    latin = sum(bool(_LATIN.match(text)) for text in below.values())
    chinese = sum(not text.isascii() for text in above.values())
    return latin == len(below) and len(below) >= 0.5 * len(above) and chinese >= 0.5 * len(above)


def _paths(grid: Grid, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
    rows = [top]
    for row in range(top + 1, bottom + 1):
        cells = grid.own(row)
        if not _counts_columns(cells) and not _is_translation(cells, grid.own(top)):
            rows.append(row)
    paths: dict[int, tuple[str, ...]] = {}
    for column in grid.columns:
        path: list[str] = []
        for row, below in zip(rows, [*rows[1:], None], strict=True):
            text = grid.text(row, column) or _group_to_the_left(grid, row, below, column)
            text = re.sub(r"\s+", "", text)
            if text and (not path or heading(path[-1]) != heading(text)):
                path.append(text)
        if path:
            paths[column] = tuple(path)
    return paths


def _group_to_the_left(grid: Grid, row: int, below: int | None, column: int) -> str:
    """Group names are often typed once, in the first of their columns, without a merge."""
    if below is None or not grid.sheet.value(below, column) or (row, column) in grid.merged:
        return ""
    for left in range(column - 1, 0, -1):
        if not grid.text(below, left) or not grid.sheet.value(below, left):
            return ""
        if text := grid.sheet.value(row, left):
            return "" if (row, left) in grid.merged else text
    return ""
