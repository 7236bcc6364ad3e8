"""Positions as a workbook: the annex of a notice, the report of an import, the blank template.

Cells are written as text, so that a spreadsheet neither rounds a code nor runs a formula.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from vacancies.models import Notice, Position, PositionImport

#: attribute and width of each column of the annex, in the order of the trade (domain.md §7.1)
COLUMNS = (
    ("department_name", 16), ("unit_name", 22), ("unit_nature", 12), ("section", 14), ("code", 14),
    ("title", 18), ("grade", 16), ("headcount", 8), ("opening_ratio_text", 10), ("scope", 18),
    ("education", 16), ("degree", 12), ("major_graduate", 26), ("major_bachelor", 26),
    ("major_college", 22), ("major", 26), ("age", 16), ("title_required", 18), ("political", 10),
    ("experience", 18), ("other", 28), ("exam_subjects", 16), ("written_weight", 9),
    ("interview_form", 12), ("interview_weight", 9), ("interview_ratio", 10), ("service_years", 10),
    ("duties", 26), ("place", 14), ("pay", 14), ("contact", 18), ("remark", 20),
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOLD = Font(bold=True)
_HEAD = PatternFill("solid", fgColor="E3EEF1")
_LINE = Border(*[Side(style="thin", color="9AA7AD")] * 4)
_WRAP = Alignment(wrap_text=True, vertical="center")


def annex(notice: Notice, positions: QuerySet[Position]) -> bytes:
    """The position table of a notice as .xlsx: every field, every position, columns never used left out."""
    rows = list(positions)
    used = [(name, width) for name, width in COLUMNS if any(_text(row, name) for row in rows)]
    extra = list(dict.fromkeys(header for row in rows for header in row.extra))
    heads = [_("序号"), *(_label(name) for name, _width in used), *extra]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("岗位表"))
    _widths(sheet, [6, *(width for _name, width in used), *(16 for _header in extra)])
    sheet.freeze_panes = "A3"
    sheet.append(
        [
            _cell(
                sheet,
                _("%(title)s岗位和条件要求一览表") % {"title": notice.title},
                font=Font(bold=True, size=14),
            )
        ]
    )
    sheet.append([_cell(sheet, head, font=_BOLD, fill=_HEAD) for head in heads])
    for number, row in enumerate(rows, 1):
        texts = [
            str(number),
            *(_text(row, name) for name, _width in used),
            *(str(row.extra.get(h, "")) for h in extra),
        ]
        sheet.append([_cell(sheet, text) for text in texts])
    sheet.append([_cell(sheet, text, font=_BOLD) for text in (_("合计"), *_total(used, rows))])
    return _saved(book)


def _total(used: Sequence[tuple[str, int]], rows: Iterable[Position]) -> list[str]:
    total = str(sum(row.headcount for row in rows))
    return [total if name == "headcount" else "" for name, _width in used]


def template() -> bytes:
    """A blank table with the usual headings, for units that have none of their own."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("岗位表"))
    _widths(sheet, [6, *(width for _name, width in COLUMNS)])
    sheet.append(
        [
            _cell(sheet, head, font=_BOLD, fill=_HEAD)
            for head in (_("序号"), *(_label(n) for n, _w in COLUMNS))
        ]
    )
    return _saved(book)


def report(item: PositionImport) -> bytes:
    """An import's report: what happened, what was not imported and why, what changed."""
    told = item.report
    book = Workbook(write_only=True)
    counts = (
        (_("文件"), item.file_name), (_("公告"), item.notice.title), (_("文件行数"), told.get("rows")),
        (_("新增"), told.get("created")), (_("更新"), told.get("updated")), (_("不变"), told.get("unchanged")),
        (_("没有导入"), told.get("refused")), (_("计划人数"), told.get("headcount")),
        (_("原表合计"), told.get("stated_headcount")),
    )  # fmt: skip
    _sheet(book, _("概况"), [(_("项目"), 14), (_("结果"), 60)], counts)
    heads = [
        (_("级别"), 10),
        (_("工作表"), 16),
        (_("行"), 6),
        (_("列"), 6),
        (_("单元格里写的"), 30),
        (_("原因"), 40),
        (_("怎么办"), 30),
    ]
    rows = [
        (level, *(problem[name] for name in ("sheet", "row", "column", "value", "reason", "fix")))
        for level, kept in ((_("不能导入"), "errors"), (_("请留意"), "warnings"))
        for problem in told.get(kept, ())
    ]
    _sheet(book, _("问题"), heads, rows)
    changes = [
        (line["code"], line["title"], line["unit"], change["label"], change["old"], change["new"])
        for line in told.get("preview", ())
        for change in line.get("changes", ())
    ]
    heads = [
        (_("岗位编码"), 14),
        (_("岗位名称"), 20),
        (_("招聘单位"), 24),
        (_("改了什么"), 16),
        (_("原来"), 30),
        (_("现在"), 30),
    ]
    _sheet(book, _("改动"), heads, changes)
    return _saved(book)


def _sheet(
    book: Workbook, title: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]]
) -> None:
    sheet = book.create_sheet(title)
    _widths(sheet, [width for _head, width in heads])
    sheet.append([_cell(sheet, head, font=_BOLD, fill=_HEAD) for head, _width in heads])
    for row in rows:
        sheet.append([_cell(sheet, "" if value is None else str(value)) for value in row])


def _widths(sheet: Any, widths: Iterable[int]) -> None:
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _cell(
    sheet: Any, text: str, *, font: Font | None = None, fill: PatternFill | None = None
) -> WriteOnlyCell:
    """A text cell; what a spreadsheet would run as a formula is kept as words."""
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True
    cell.number_format = "@"
    cell.border, cell.alignment = _LINE, _WRAP
    if font:
        cell.font = font
    if fill:
        cell.fill = fill
    return cell


def _label(name: str) -> str:
    return str(Position._meta.get_field(name).verbose_name).removesuffix("（按表）")  # noqa: SLF001


def _text(position: Position, name: str) -> str:
    value = getattr(position, name)
    if name == "opening_ratio_text" and not value and position.opening_ratio:
        return f"{position.opening_ratio.normalize():f}:1"
    if value is None:
        return ""
    return f"{value.normalize():f}%" if name.endswith("weight") else str(value)


def _saved(book: Workbook) -> bytes:
    # The author's name is a finding of our own privacy check.
    book.properties.creator = ""
    out = BytesIO()
    book.save(out)
    return out.getvalue()
