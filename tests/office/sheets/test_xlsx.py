import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from office.sheets import Merge, Oddity, Visibility, read_workbook
from tests.office.sheets.builders import edited, rows_of, saved, sheet_of, stream

pytestmark = pytest.mark.unit


def test_read_xlsx_gives_codes_as_digits():
    sheet = sheet_of(["编码"], [19900022541001], ["0012"], ["=1+1"])
    assert [sheet.value(row, 1) for row in (1, 2, 3)] == ["编码", "19900022541001", "0012"]


def test_read_xlsx_reports_a_formula_without_result():
    sheet = sheet_of(["人数"], ["=SUM(A3:A4)"])
    assert sheet.oddities == {(2, 1): Oddity.NOT_CALCULATED}


def test_read_xlsx_keeps_every_run_of_rich_text():
    book = openpyxl.Workbook()
    book.active["A1"] = CellRichText("本科", TextBlock(InlineFont(b=True), "及以上"))
    assert read_workbook(saved(book)).sheets[0].value(1, 1) == "本科及以上"


def test_read_xlsx_sees_what_is_hidden_and_how():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, 5):
        sheet.append([f"{row}-{column}" for column in range(1, 5)])
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("汇总").sheet_state = "hidden"
    book.create_sheet("底稿").sheet_state = "veryHidden"
    read = read_workbook(saved(book))
    assert read.sheets[0].hidden_columns == {2}
    assert read.sheets[0].hidden_rows == {3}
    visibilities = [Visibility.VISIBLE, Visibility.HIDDEN, Visibility.VERY_HIDDEN]
    assert [sheet.visibility for sheet in read.sheets] == visibilities


def test_read_xlsx_counts_a_column_of_no_width_as_hidden():
    narrow = b'<cols><col min="2" max="2" width="0" customWidth="1"/></cols><sheetData>'
    source = edited(stream(rows_of(["a", "b"])), "sheet1.xml", (b"<sheetData>", narrow))
    assert read_workbook(source).sheets[0].hidden_columns == {2}


def test_read_xlsx_clips_claims_to_the_used_part():
    rows = b"".join(
        b'<row r="%d"><c r="A%d" s="1"/></row>' % (number, number) for number in range(3, 10_001)
    )
    merge = b'</sheetData><mergeCells><mergeCell ref="A2:A1048576"/></mergeCells>'
    source = edited(
        stream(rows_of(["单位", "岗位"], ["县医院", "医师"])),
        "sheet1.xml",
        (b"</sheetData>", rows + b"</sheetData>"),
        (b"</sheetData>", merge),
    )
    read = read_workbook(source).sheets[0]
    assert sorted(read.rows) == [1, 2]
    assert read.merges == [Merge(2, 1, 2, 1)]


def test_read_xlsx_finds_comments_and_author():
    book = openpyxl.Workbook()
    book.active["B2"] = "x"
    book.active["B2"].comment = Comment("请张三核对", "李四")
    book.properties.creator = "王五"
    book.properties.lastModifiedBy = None
    read = read_workbook(saved(book))
    assert [(c.row, c.column, c.text, c.author) for c in read.sheets[0].comments] == [
        (2, 2, "请张三核对", "李四")
    ]
    assert read.properties == {"author": "王五"}


def test_read_xlsx_reads_rows_and_cells_without_references():
    """Some exporters leave the r attributes out; order is all there is."""
    references = (b' r="A1"', b' r="B1"', b' r="A2"', b' r="B2"', b' r="1"', b' r="2"')
    source = stream(rows_of(["单位", "岗位"], ["县医院", "医师"]))
    plain = edited(source, "sheet1.xml", *((reference, b"") for reference in references))
    assert read_workbook(plain).sheets[0].rows == {1: ["单位", "岗位"], 2: ["县医院", "医师"]}


def test_read_xlsx_reads_the_strict_dialect():
    transitional = b"http://schemas.openxmlformats.org/"
    strict = edited(
        stream(rows_of(["单位", 3])),
        "",
        (
            transitional + b"spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            transitional + b"officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    assert read_workbook(strict).sheets[0].rows == {1: ["单位", "3"]}
