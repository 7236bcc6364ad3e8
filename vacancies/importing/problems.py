"""What is wrong with a cell of a position table, said so that its author can mend it."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from openpyxl.utils import get_column_letter


class Severity(StrEnum):
    ERROR = "error"  # the row is not imported
    WARNING = "warning"  # the row is imported; a person should look


@dataclass(frozen=True)
class Problem:
    """One finding: ``row`` as the spreadsheet numbers it (0 = the whole sheet), ``column`` its letter."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str
    severity: Severity = Severity.ERROR
    fix: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Remark:
    """A finding about one value, before it is known where the value stood."""

    reason: str
    severity: Severity = Severity.WARNING
    fix: str = ""

    def at(self, sheet: str, row: int, column: int | None, value: str) -> Problem:
        letter = get_column_letter(column) if column else ""
        return Problem(sheet, row, letter, value[:200], self.reason, self.severity, self.fix)


def error(reason: str, fix: str = "") -> Remark:
    return Remark(str(reason), Severity.ERROR, str(fix))


def warning(reason: str, fix: str = "") -> Remark:
    return Remark(str(reason), Severity.WARNING, str(fix))
