"""Small workbooks, one per trap, so that the suite means something without the real tables."""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

import openpyxl
import xlwt
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from office.sheets import Field, Sheet, Table, Vocabulary, find_tables, read_workbook

HEADER = ("序号", "招聘单位", "岗位编码", "岗位名称", "招聘人数", "学历", "专业", "备注")

POSTS = Vocabulary(
    (
        Field("serial", "行号", ("序号",), is_ignored=True),
        Field("supervisor", "主管部门", ("主管部门",)),
        Field(
            "unit", "招聘单位", ("招聘单位", "单位", "单位名称", "招录机关", "Unit"), ("用人单位",)
        ),
        Field("code", "岗位编码", ("岗位编码", "岗位代码", "岗位>编码")),
        Field("name", "岗位名称", ("岗位名称", "岗位", "岗位>名称", "Post")),
        Field("headcount", "招聘人数", ("招聘人数", "人数", "Number")),
        Field("education", "学历", ("学历", "学历要求")),
        Field("degree", "学位", ("学位",)),
        Field("majors", "专业", ("专业", "专业要求")),
        Field("majors_graduate", "研究生专业", ("专业>研究生",)),
        Field("majors_bachelor", "本科专业", ("专业>本科",)),
        Field("ratio", "开考比例", ("开考比例",), unsure=(("比例", "只写比例"),)),
        Field("remark", "备注", ("备注",)),
        Field("sex", "性别", ("性别", "性别要求"), is_refused=True),
    ),
    required=(("name", "code"), ("headcount",)),
    keys=(("code",), ("unit", "code"), ("unit", "name"), ("supervisor", "unit", "name")),
    identity=("code", "name"),
    tally="headcount",
)


def stream(build: Callable[[Worksheet], object], **more: Callable[[Worksheet], object]) -> BytesIO:
    """A workbook whose first sheet is filled by ``build``; ``more`` names further sheets."""
    book = openpyxl.Workbook()
    book.active.title = "岗位表"
    build(book.active)
    for name, fill in more.items():
        fill(book.create_sheet(name))
    return saved(book)


def saved(book: openpyxl.Workbook) -> BytesIO:
    out = BytesIO()
    book.save(out)
    out.seek(0)
    return out


def rows_of(*rows: Sequence[object], merges: Iterable[str] = ()) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
        for reference in merges:
            sheet.merge_cells(reference)

    return fill


def sheet_of(*rows: Sequence[object], merges: Iterable[str] = ()) -> Sheet:
    return read_workbook(stream(rows_of(*rows, merges=merges))).sheets[0]


def tables_of(*rows: Sequence[object], merges: Iterable[str] = ()) -> list[Table]:
    return find_tables(sheet_of(*rows, merges=merges), POSTS).tables


def table_of(*rows: Sequence[object], merges: Iterable[str] = ()) -> Table:
    (table,) = tables_of(*rows, merges=merges)
    return table


def post(
    serial: int, name: str = "教师", headcount: object = 1, unit: str = "县中学"
) -> tuple[object, ...]:
    return (serial, unit, f"2609{serial:04d}", name, headcount, "本科", "不限", "")


def old_book(*rows: Sequence[object]) -> tuple[xlwt.Workbook, xlwt.Worksheet]:
    book = xlwt.Workbook()
    sheet = book.add_sheet("岗位表")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)
    return book, sheet


def old_stream(book: xlwt.Workbook) -> BytesIO:
    out = BytesIO()
    book.save(out)
    out.seek(0)
    return out


def edited(source: BytesIO, part: str, *changes: tuple[bytes, bytes]) -> BytesIO:
    """The package with each (old, new) replaced in the parts whose names end with ``part``."""
    out = BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith(part):
                for before, after in changes:
                    content = content.replace(before, after)
            new.writestr(name, content)
    out.seek(0)
    return out


#: invented, of an unassigned division
ID = "519901198803210010"


def trap() -> openpyxl.Workbook:
    """A workbook that hides personal data in every place it can be hidden."""
    book = openpyxl.Workbook()
    book.properties.creator = "测试作者"
    sheet = book.active
    sheet.title = "岗位表"
    rows_of(
        ["岗位", "人数", "联系人", "内部"],
        ["医师", 1, "0838-7100001", ID],
        ["护士", 1, "19900000001", ""],
    )(sheet)
    sheet.column_dimensions["D"].hidden = True
    sheet["A2"].comment = Comment(f"原报名人 {ID}", "李四")
    for name, state in (("汇总", "hidden"), ("底稿", "veryHidden")):
        rows_of(["姓名", "证号"], ["甲", ID])(book.create_sheet(name))
        book[name].sheet_state = state
    return book
