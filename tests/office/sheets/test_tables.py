import openpyxl
import pytest

from office.sheets import find_tables, read_workbook
from office.sheets.tables import Skipped
from tests.office.sheets.builders import (
    HEADER,
    POSTS,
    post,
    rows_of,
    saved,
    sheet_of,
    stream,
    table_of,
)

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("rows", "skipped"),
    [
        ([["填表说明"], ["1. 请如实填写。"]], Skipped.NO_HEADER),
        (
            [["序号", "专业", "专业要求", "学历", "备注"], [1, "法学", "030101K", "本科", ""]],
            Skipped.OTHER_KIND,
        ),
        ([], Skipped.EMPTY),
    ],
)
def test_find_tables_says_why_a_sheet_gave_nothing(rows, skipped):
    found = find_tables(sheet_of(*rows), POSTS)
    assert (found.tables, found.skipped) == ([], skipped)
    assert found.reason


def test_find_tables_never_reads_a_hidden_sheet():
    book = openpyxl.Workbook()
    rows_of(HEADER, post(1))(book.active)
    secret = book.create_sheet("汇总")
    rows_of(HEADER, post(2))(secret)
    secret.sheet_state = "hidden"
    found = [find_tables(sheet, POSTS) for sheet in read_workbook(saved(book)).sheets]
    assert [len(each.tables) for each in found] == [1, 0]
    assert found[1].skipped is Skipped.HIDDEN


def test_find_tables_leaves_hidden_rows_out():
    sheet = sheet_of(HEADER, post(1), post(2), post(3))
    sheet.hidden_rows = {3}
    (table,) = find_tables(sheet, POSTS).tables
    assert [row.number for row in table.rows] == [2, 4]


def test_find_tables_creates_nothing_from_claimed_rows():
    def claim(sheet):
        rows_of(HEADER, post(1))(sheet)
        sheet.cell(10_000, 8).number_format = "0.00"

    (table,) = find_tables(read_workbook(stream(claim)).sheets[0], POSTS).tables
    assert len(table.rows) == 1


def test_find_tables_reads_columns_that_differ_from_sheet_to_sheet():
    read = read_workbook(
        stream(
            rows_of(HEADER, post(1)), 卫生=rows_of(["人数", "岗位", "单位"], [2, "医师", "县医院"])
        )
    )
    tables = [find_tables(sheet, POSTS).tables[0] for sheet in read.sheets]
    assert tables[0].key == ("code",)
    assert tables[1].rows[0].values == {"headcount": "2", "name": "医师", "unit": "县医院"}


def test_find_tables_chooses_two_columns_as_key_without_a_code():
    table = table_of(
        ["招聘单位", "岗位名称", "招聘人数"],
        ["县医院", "医师", 1],
        ["县医院", "护士", 1],
        ["县中学", "医师", 1],
    )
    assert table.key == ("unit", "name")
