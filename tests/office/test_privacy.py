import openpyxl
import pytest

from office.privacy import Kind, Where, find_in_text, find_in_workbook, is_bank_card, is_id_number
from office.sheets import read_workbook
from tests.office.sheets.builders import ID, rows_of, saved, stream, trap

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "number",
    [ID, "34052419800101001X", "34052419800101001x", "519901200002290129", "519901880321001"],
)
def test_is_id_number_accepts(number):
    assert is_id_number(number)


@pytest.mark.parametrize(
    "number", ["519901198803210011", "519901199902300010", "1140304262130001", "12345"]
)
def test_is_id_number_rejects_wrong_check_digit_or_date(number):
    assert not is_id_number(number)


def test_is_bank_card_checks_luhn():
    assert is_bank_card("4111111111111111")
    assert not is_bank_card("4111111111111112")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"身份证{ID}。", [(Kind.ID_NUMBER, "519901********0010")]),
        ("身份证号 519901 1988 0321 0010", [(Kind.ID_NUMBER, "519901********0010")]),
        ("５１９９０１１９８８０３２１００１０", [(Kind.ID_NUMBER, "519901********0010")]),
        (
            "张老师 199-0000-0001、19900000002",
            [(Kind.MOBILE, "199****0001"), (Kind.MOBILE, "199****0002")],
        ),
        ("卡号 4111 1111 1111 1111", [(Kind.BANK_CARD, "4111********1111")]),
        ("电话 0838-7100001，010-62898398", []),
        ("岗位编码 1140304262130001", []),
        ("统一社会信用代码 12519901452100010J", []),
    ],
)
def test_find_in_text_masks_what_it_finds(text, found):
    assert [(secret.kind, secret.masked) for secret in find_in_text(text)] == found


def test_find_in_workbook_names_every_hiding_place():
    findings = find_in_workbook(read_workbook(saved(trap())))
    assert [
        (finding.kind, finding.sheet, finding.place, finding.is_blocking) for finding in findings
    ] == [
        (Where.PROPERTY, "", "author", False),
        (Where.COMMENT, "岗位表", "A2", True),
        (Where.HIDDEN_COLUMN, "岗位表", "D", True),
        (Where.CELL, "岗位表", "C3", False),
        (Where.HIDDEN_SHEET, "汇总", "A1:B2", True),
        (Where.VERY_HIDDEN_SHEET, "底稿", "A1:B2", True),
    ]
    assert not any(ID in finding.found for finding in findings)


def test_find_in_workbook_reports_hidden_content_without_blocking_on_it():
    book = openpyxl.Workbook()
    book.properties.creator = None
    rows_of(["岗位", "人数"], ["医师", 1], ["护士", 2])(book.active)
    book.active.row_dimensions[3].hidden = True
    (finding,) = find_in_workbook(read_workbook(saved(book)))
    assert (finding.kind, finding.place, finding.is_blocking) == (Where.HIDDEN_ROW, "3", False)


def test_find_in_workbook_blocks_an_id_number_in_plain_sight():
    (finding,) = [
        each
        for each in find_in_workbook(read_workbook(stream(rows_of(["备注"], [ID]))))
        if each.kind is Where.CELL
    ]
    assert (finding.place, finding.is_blocking) == ("A2", True)


def test_find_in_workbook_does_not_take_position_codes_for_cards():
    codes = [[f"620102260900{number:04d}"] for number in range(60)]
    findings = find_in_workbook(read_workbook(stream(rows_of(["岗位编码"], *codes))))
    assert [finding for finding in findings if finding.kind is Where.CELL] == []
