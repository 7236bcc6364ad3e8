from decimal import Decimal

import pytest

from office.sheets.cell_text import clean, format_kind, number_text
from office.sheets.model import Oddity

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (12345678901234.0, "General", "12345678901234"),
        (19900022541001.0, "0", "19900022541001"),
        (Decimal("1.2345678901234E13"), "General", "12345678901234"),
        (2.0, "General", "2"),
        (3.5, "General", "3.5"),
        (Decimal("0.59999999999999998"), "General", "0.6"),
        (123.0, "00000000", "00000123"),
        (0.4, "0%", "40%"),
        (2.0, '0"人"', "2"),
        (0.0, "General", "0"),
        (-3.0, "General", "-3"),
    ],
)
def test_number_text_keeps_the_digits_a_person_reads(number, code, text):
    assert number_text(number, code) == (text, None)


def test_number_text_warns_when_the_spreadsheet_dropped_digits():
    number = Decimal("1.14030426213E15")
    assert number_text(number, "General") == ("1140304262130000", Oddity.DIGITS_LOST)


@pytest.mark.parametrize(
    ("number", "code", "text", "oddity"),
    [
        (33130, "yyyy-mm-dd", "1990-09-14", Oddity.DATE),
        (33130, 'yyyy"年"m"月"', "1990年9月", Oddity.DATE),
        (33130.5, "yyyy/m/d h:mm", "1990-09-14 12:00", Oddity.DATE),
        (0.04375, "h:mm", "1:03", Oddity.TIME),
        (0.125694444444444, "h:mm", "3:01", Oddity.TIME),
    ],
)
def test_number_text_of_moments_says_what_they_were(number, code, text, oddity):
    assert number_text(number, code) == (text, oddity)


def test_format_kind_ignores_letters_inside_quotes():
    assert format_kind('0"day"') == "number"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\u3000本科 \xa0", "本科"),
        ("'0012", "0012"),
        ("a\r\nb", "a\nb"),
        ("'引号'", "'引号'"),
        ("\ufeff县", "县"),
    ],
)
def test_clean_drops_what_nobody_sees(raw, text):
    assert clean(raw) == text
