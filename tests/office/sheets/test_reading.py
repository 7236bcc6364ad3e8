"""The real tables of the trade, held against their written truth."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from office.sheets import Field, Visibility, Vocabulary, find_tables, read_workbook
from vacancies.importing.vocabulary import POSITIONS

pytestmark = pytest.mark.unit

FILES = (
    "henan_2026_civil.xlsx",
    "guangdong_2025_civil.xls",
    "fangshan_education_2026.xlsx",
    "beijing_zgc_2026.xlsx",
    "beijing_tech_vocational_2026.xlsx",
    "sasac_institutions_2026.xls",
    "beijing_2026_supplement.xls",
)


def _folder(name: str) -> Path:
    folder = Path(settings.TALENT_SAMPLE_DATA) / name
    if not folder.is_dir():
        pytest.skip("the sample tables are not on this machine (TALENT_SAMPLE_DATA)")
    return folder


@pytest.mark.parametrize("name", FILES)
def test_read_workbook_of_real_tables_gives_exactly_what_is_expected(name):
    folder = _folder("positions")
    expected = json.loads((folder / "expected.json").read_text("utf-8"))[name]
    book = read_workbook(folder / name)
    visible = [sheet for sheet in book.sheets if sheet.visibility is Visibility.VISIBLE]
    assert [sheet.name for sheet in visible] == [truth["sheet"] for truth in expected]
    for sheet, truth in zip(visible, expected, strict=True):
        (table,) = find_tables(sheet, POSITIONS).tables
        assert table.header_rows == truth["header_rows"]
        assert [column.header for column in table.columns] == truth["header"]
        assert len(table.rows) == truth["data_rows"]
        assert table.rows[0].number == truth["first_data_row"]
        assert len(table.left_out) == truth["note_rows_after"]
        assert (
            sum(int(row.values["headcount"] or 0) for row in table.rows) == truth["headcount_sum"]
        )
        if "key_columns" in truth:
            assert [table.column(field).header for field in table.key] == truth["key_columns"]


def test_read_workbook_of_registration_counts_has_a_key_of_two_columns():
    headings = ("招聘单位", "招聘岗位", "招聘人数", "填报信息人数", "初审通过人数", "缴费人数")
    fields = tuple(Field(name, name, (name,)) for name in headings)
    vocabulary = Vocabulary(
        fields,
        required=((headings[0],),),
        keys=((headings[1],), headings[:2]),
        identity=(headings[1],),
    )
    for date in ("0217", "0220"):
        book = read_workbook(_folder("registration") / f"shanxi_2025_{date}.xlsx")
        (table,) = find_tables(book.sheets[0], vocabulary).tables
        assert (len(table.rows), table.key) == (11_374, ("招聘单位", "招聘岗位"))
