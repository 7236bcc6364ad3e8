"""A workbook as drafts of positions, with every problem in it; nothing is written here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _
from openpyxl.utils import coordinate_to_tuple

from office.privacy import Finding, Kind, Where, find_in_workbook
from office.sheets import (
    SheetTables,
    Table,
    TableRow,
    Workbook,
    find_tables,
    read_workbook,
    unsure_columns,
)
from office.sheets.body import LeftOutKind
from office.sheets.columns import Column
from office.sheets.keys import choose_key
from vacancies.importing import values as read
from vacancies.importing.drafts import Draft, Draftsman
from vacancies.importing.problems import Problem, Remark, error, warning
from vacancies.importing.vocabulary import POSITIONS

Progress = Callable[[int, int], None]
STEP = 500
LONGEST_KEY = 200
_CONTACTS = {"contact", "contact_person", "phone"}


@dataclass
class Reading:
    """What a file says: recognised sheets, drafts in order, problems, findings of the gate."""

    sheets: list[SheetTables]
    gate: list[Finding]
    drafts: list[Draft] = field(default_factory=list)
    #: of sheets and tables; those of rows are with their drafts
    general: list[Problem] = field(default_factory=list)

    @property
    def tables(self) -> list[Table]:
        return [table for sheet in self.sheets for table in sheet.tables]

    @property
    def problems(self) -> list[Problem]:
        """All, as the file has them: by sheet, then by row."""
        places = {sheet.sheet.name: number for number, sheet in enumerate(self.sheets)}
        found = [*self.general, *(problem for draft in self.drafts for problem in draft.problems)]
        return sorted(found, key=lambda problem: (places.get(problem.sheet, 0), problem.row))

    @property
    def rows(self) -> int:
        return sum(len(table.rows) for table in self.tables)

    @property
    def headcount(self) -> int:
        return sum(draft.values["headcount"] or 0 for draft in self.drafts)

    @property
    def stated_headcount(self) -> int | None:
        """The sum of the file's own total rows; None when it states none that can be read."""
        totals = [
            read.headcount(entry.tally)[0] for table in self.tables for entry in _totals(table)
        ]
        return sum(totals) if totals and None not in totals else None

    @property
    def is_stopped(self) -> bool:
        return any(finding.is_blocking for finding in self.gate)


def read_positions(
    source: str | Path | BinaryIO,
    *,
    decisions: Mapping[str, str] | None = None,
    fixes: Mapping[str, str] | None = None,
    default_unit: str = "",
    progress: Progress | None = None,
) -> Reading:
    """Read a file. ``decisions``: header → field; ``fixes``: ``sheet!E48`` → text put there.

    Raises UnreadableWorkbook when the file is no workbook.
    """
    book = read_workbook(source)
    _apply_fixes(book, fixes or {})
    vocabulary = POSITIONS.remembering(decisions or {})
    sheets = [find_tables(sheet, vocabulary) for sheet in book.sheets]
    _agree_on_keys([table for sheet in sheets for table in sheet.tables])
    reading = Reading(sheets, _gate(book, sheets))
    for sheet in sheets:
        reading.general.extend(_hidden(sheet))
        for table in sheet.tables:
            reading.general.extend(_about(table))
    for table in reading.tables:
        for draft in _drafts(table, default_unit):
            reading.drafts.append(draft)
            if progress and len(reading.drafts) % STEP == 0:
                progress(len(reading.drafts), reading.rows)
    _refuse_doubles(reading)
    return reading


def _apply_fixes(book: Workbook, fixes: Mapping[str, str]) -> None:
    for place, text in fixes.items():
        name, _mark, reference = place.rpartition("!")
        row, column = coordinate_to_tuple(reference)
        for sheet in book.sheets:
            if sheet.name == name and row in sheet.rows:
                values = sheet.rows[row]
                values.extend([""] * (column - len(values)))
                values[column - 1] = text
                sheet.oddities.pop((row, column), None)


def _agree_on_keys(tables: list[Table]) -> None:
    """Codes counted afresh in every table are no key across them: the unit joins in."""
    coded = [table for table in tables if table.key == ("code",)]
    if len(coded) < 2:
        return
    rows = [row.values for table in coded for row in table.rows if row.continues is None]
    shared = set.intersection(*({column.name for column in table.columns} for table in coded))
    key = choose_key(rows, POSITIONS.keys, shared)
    if key and key != ("code",):
        for table in coded:
            table.key = key


def _gate(book: Workbook, sheets: list[SheetTables]) -> list[Finding]:
    """Findings of the privacy check; mobiles in a column of contacts are what that column is for."""
    contacts = {
        (sheet.sheet.name, column.number)
        for sheet in sheets
        for table in sheet.tables
        for column in table.columns
        if column.name in _CONTACTS
    }

    def is_contact(finding: Finding) -> bool:
        if finding.kind is not Where.CELL or finding.secrets != {Kind.MOBILE}:
            return False
        return (finding.sheet, coordinate_to_tuple(finding.place)[1]) in contacts

    return [finding for finding in find_in_workbook(book) if not is_contact(finding)]


def _hidden(found: SheetTables) -> Iterator[Problem]:
    sheet = found.sheet
    if not found.tables:
        return
    rows = sorted(sheet.hidden_rows.intersection(sheet.rows))
    if rows:
        reason = _("%(n)d 行被隐藏（第 %(first)d 行等），没有导入") % {
            "n": len(rows),
            "first": rows[0],
        }
        yield warning(reason, _("要导入的话先取消隐藏或筛选")).at(sheet.name, rows[0], None, "")
    filled = [
        n for n in sorted(sheet.hidden_columns) if any(sheet.value(row, n) for row in sheet.rows)
    ]
    for number in filled:
        yield warning(_("隐藏的列，没有导入")).at(sheet.name, 0, number, "")


def _about(table: Table) -> Iterator[Problem]:
    def say(
        remark: Remark, column: Column | int | None = None, row: int = 0, text: str = ""
    ) -> Problem:
        number = column.number if isinstance(column, Column) else column
        return remark.at(table.sheet, row or table.header.bottom, number, text)

    if not table.column("headcount"):
        yield say(
            error(_("没有“招聘人数”列，这张表没有导入"), _("补上招聘人数列，或在“对应列”里指定"))
        )
    if not table.column("name"):
        yield say(warning(_("没有“岗位名称”列，用岗位编码代替"), _("在“对应列”里指定")))
    for column in unsure_columns(table.columns):
        yield say(warning(column.reason or _("这一列请确认")), column, text=column.header)
    for column in table.columns:
        if column.field and column.field.is_refused:
            yield say(warning(_("此列不收，没有导入")), column, text=column.header)
    for number, rows in sorted(table.stray.items()):
        yield say(warning(_("没有表头的列，%(n)d 行有内容，没有导入") % {"n": rows}), number)
    yield from _against_totals(table, say)


def _against_totals(table: Table, say: Callable[..., Problem]) -> Iterator[Problem]:
    for entry in _totals(table):
        stated, _remark = read.headcount(entry.tally)
        counted = sum(read.headcount(row.values.get("headcount", ""))[0] or 0 for row in table.rows)
        if stated is not None and stated != counted:
            reason = _("合计写的是 %(stated)d 人，各行相加是 %(counted)d 人") % {
                "stated": stated, "counted": counted,
            }  # fmt: skip
            yield say(
                warning(reason, _("核对人数")), table.column("headcount"), entry.row, entry.tally
            )


def _totals(table: Table) -> list:
    """The last total row of a table: subtotals stand before it."""
    totals = [entry for entry in table.left_out if entry.kind is LeftOutKind.TOTAL and entry.tally]
    return [entry for entry in totals[-1:] if "小计" not in entry.text.replace(" ", "")]


def _drafts(table: Table, default_unit: str) -> Iterator[Draft]:
    draftsman = Draftsman(table, default_unit=default_unit)
    is_countable = table.column("headcount") is not None
    for number, (row, continued) in enumerate(_posts(table.rows), 1):
        draft = draftsman.draft(row, continued)
        draft.key = _key(table, draft, row.values, number)
        if not is_countable:
            draft.problems.append(error(_("没有招聘人数")).at(table.sheet, row.number, None, ""))
        yield draft


def _posts(rows: list[TableRow]) -> Iterator[tuple[TableRow, list[TableRow]]]:
    """Rows gathered into posts: a post may be spread over several rows."""
    first: TableRow | None = None
    continued: list[TableRow] = []
    for row in rows:
        if row.continues is not None and first is not None:
            continued.append(row)
            continue
        if first is not None:
            yield first, continued
        first, continued = row, []
    if first is not None:
        yield first, continued


def _key(table: Table, draft: Draft, cells: Mapping[str, str], number: int) -> str:
    """The post's identity within the notice; made from unit, section and name when there is none."""
    parts = [read.plain(cells.get(name, "")) for name in table.key]
    if parts and all(parts):
        return "|".join(parts)[:LONGEST_KEY]
    natural = "|".join(draft.values[name] for name in ("unit_name", "section", "title"))
    return f"{read.plain(natural)[: LONGEST_KEY - 8]}#" if natural.strip("|") else f"#{number}"


def _refuse_doubles(reading: Reading) -> None:
    """A key may stand once; made-up keys are numbered instead."""
    by_name = {table.sheet: table for table in reading.tables}
    seen: dict[str, Draft] = {}
    counts: dict[str, int] = {}
    for draft in reading.drafts:
        if draft.key.endswith("#"):
            counts[draft.key] = counts.get(draft.key, 0) + 1
            draft.key += str(counts[draft.key])
            continue
        first = seen.setdefault(draft.key, draft)
        if first is not draft:
            draft.problems.append(_double(by_name[draft.sheet], draft, first))


def _double(table: Table, draft: Draft, first: Draft) -> Problem:
    column = table.column(table.key[0]) if table.key else None
    labels = "、".join(each.header for name in table.key if (each := table.column(name)))
    where = {"labels": labels, "row": first.row, "sheet": first.sheet}
    reason = (
        _("%(labels)s与第 %(row)d 行重复") % where
        if first.sheet == draft.sheet
        else _("%(labels)s与“%(sheet)s”第 %(row)d 行重复") % where
    )
    remark = error(reason, _("改正，或并入第 %(row)d 行") % where)
    return remark.at(
        draft.sheet, draft.row, column.number if column else None, draft.values["code"] or draft.key
    )
