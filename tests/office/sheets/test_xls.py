import pytest
import xlwt

from office.sheets import Merge, Visibility, read_workbook
from tests.office.sheets.builders import old_book, old_stream

pytestmark = pytest.mark.unit


def test_read_xls_gives_codes_kept_as_floats():
    book, _sheet = old_book(["职位代码"], [19900022541001.0], ["0012"])
    assert read_workbook(old_stream(book)).sheets[0].rows == {
        1: ["职位代码"],
        2: ["19900022541001"],
        3: ["0012"],
    }


def test_read_xls_keeps_leading_zeros_of_the_format_and_reads_dates():
    book, sheet = old_book([])
    sheet.write(0, 0, 123, xlwt.easyxf(num_format_str="000000"))
    sheet.write(0, 1, 33130, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    assert read_workbook(old_stream(book)).sheets[0].rows == {1: ["000123", "1990-09-14"]}


def test_read_xls_sees_merges_and_what_is_hidden():
    book, sheet = old_book([None, "b", "c"], [None, "b", "c"], ["x", "y", "z"])
    sheet.write_merge(0, 1, 0, 0, "单位")
    sheet.col(1).hidden = True
    sheet.row(2).hidden = True
    book.add_sheet("汇总").visibility = 1
    book.add_sheet("底稿").visibility = 2
    read = read_workbook(old_stream(book))
    first = read.sheets[0]
    assert first.merges == [Merge(1, 1, 2, 1)]
    assert (first.hidden_columns, first.hidden_rows) == ({2}, {3})
    assert [sheet.visibility for sheet in read.sheets[1:]] == [
        Visibility.HIDDEN,
        Visibility.VERY_HIDDEN,
    ]
