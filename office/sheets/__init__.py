"""Reading other people's workbooks.

``read_workbook`` turns an .xlsx or .xls file into one neutral model; ``find_tables`` finds the
tables in a sheet against a vocabulary of header words. Neither knows what the table is about:
positions, registration counts, leads and scores bring their own vocabulary.
"""

from office.sheets.columns import Column, unsure_columns
from office.sheets.errors import UnreadableWorkbook
from office.sheets.model import Comment, Merge, Oddity, Sheet, Visibility, Workbook
from office.sheets.reading import read_workbook
from office.sheets.tables import SheetTables, Table, TableRow, find_tables
from office.sheets.vocabulary import Field, Vocabulary

__all__ = [
    "Column",
    "Comment",
    "Field",
    "Merge",
    "Oddity",
    "Sheet",
    "SheetTables",
    "Table",
    "TableRow",
    "UnreadableWorkbook",
    "Visibility",
    "Vocabulary",
    "Workbook",
    "find_tables",
    "read_workbook",
    "unsure_columns",
]
