"""The columns of a table: what each is called and what it means."""

from dataclasses import dataclass

from office.sheets.headers import Header
from office.sheets.vocabulary import PATH_MARK, UNSURE, Field, Vocabulary


@dataclass
class Column:
    """One column; ``field`` is None while nobody knows what it means."""

    number: int
    path: tuple[str, ...]
    field: Field | None = None
    confidence: float = 0.0
    reason: str = ""

    @property
    def header(self) -> str:
        """``资格条件 › 学历``"""
        return PATH_MARK.join(self.path)

    @property
    def name(self) -> str:
        """The field's name, or the header itself while the meaning is unknown."""
        return self.field.name if self.field else self.header

    @property
    def is_kept(self) -> bool:
        return self.field is None or not (self.field.is_ignored or self.field.is_refused)


def read_columns(header: Header, vocabulary: Vocabulary) -> list[Column]:
    """Columns in order; when two claim one field the surer, then the first, has it."""
    columns = []
    for number, path in sorted(header.paths.items()):
        match = vocabulary.match(path)
        columns.append(Column(number, path, *(match or ())))
    taken: dict[str, Column] = {}
    for column in sorted(columns, key=lambda each: (-each.confidence, each.number)):
        if column.field is None or not column.is_kept:
            continue
        first = taken.setdefault(column.field.name, column)
        if first is not column:
            column.field, column.confidence = None, 0.0
            column.reason = first.header
    for column in columns:
        # Two columns of the same name stay apart.
        if column.field is None and any(
            other.name == column.name for other in columns if other is not column
        ):
            column.path = (*column.path[:-1], f"{column.path[-1]}({column.number})")
    return columns


def unsure_columns(columns: list[Column]) -> list[Column]:
    """Columns a person must confirm before anything is imported."""
    return [
        column
        for column in columns
        if column.field and column.is_kept and column.confidence <= UNSURE
    ]
