"""What a workbook holds, whichever file format it came from.

Rows and columns are numbered from 1, as the spreadsheet shows them. Values are exact text: a code
kept as a float comes out as its digits, a blank cell as ``""``.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from openpyxl.utils import get_column_letter


class Visibility(StrEnum):
    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


class Oddity(StrEnum):
    """Why a cell's text may not be what its author meant."""

    ERROR = "error"  # #REF! and its kin
    NOT_CALCULATED = "not_calculated"  # a formula saved without its result
    DIGITS_LOST = "digits_lost"  # a number of more than 15 digits: the spreadsheet dropped the rest
    TIME = "time"  # "1:3" typed as a ratio and swallowed as a time of day
    DATE = "date"  # "1-3" typed as text and swallowed as a date
    DITTO = "ditto"  # 同上: filled from the row above
    SHARED = "shared"  # an amount merged over several rows, counted in the first


class Merge(NamedTuple):
    """A merged range, ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Comment(NamedTuple):
    row: int
    column: int
    text: str
    author: str


def place(row: int, column: int) -> str:
    """The cell's name as the spreadsheet shows it: ``place(3, 2) == "B3"``."""
    return f"{get_column_letter(column)}{row}"


@dataclass(slots=True)
class Sheet:
    name: str
    visibility: Visibility = Visibility.VISIBLE
    #: row number → values from column 1 on; rows without any value are absent
    rows: dict[int, list[str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: list[Comment] = field(default_factory=list)
    oddities: dict[tuple[int, int], Oddity] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return max(map(len, self.rows.values()), default=0)

    def value(self, row: int, column: int) -> str:
        values = self.rows.get(row, ())
        return values[column - 1] if column <= len(values) else ""


@dataclass(slots=True)
class Workbook:
    sheets: list[Sheet]
    #: "author", "last_modified_by": only those that hold something
    properties: dict[str, str] = field(default_factory=dict)
