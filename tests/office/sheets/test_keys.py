import pytest

from office.sheets.keys import choose_key

pytestmark = pytest.mark.unit

CANDIDATES = (("code",), ("unit", "code"), ("unit", "name"))
FIELDS = {"code", "unit", "name"}


def _rows(*values):
    return [dict(zip(("unit", "code", "name"), value, strict=True)) for value in values]


def test_choose_key_takes_a_code_that_is_unique():
    assert choose_key(_rows(("甲", "260901", "x"), ("甲", "260902", "x")), CANDIDATES, FIELDS) == (
        "code",
    )


def test_choose_key_joins_a_code_counted_in_every_unit():
    rows = _rows(("甲", "01", "x"), ("甲", "02", "x"), ("乙", "01", "x"), ("乙", "02", "x"))
    assert choose_key(rows, CANDIDATES, FIELDS) == ("unit", "code")


def test_choose_key_keeps_a_long_code_typed_twice():
    rows = _rows(("甲", "260901", "x"), ("乙", "260901", "y"), ("乙", "260903", "z"))
    assert choose_key(rows, CANDIDATES, FIELDS) == ("code",)


def test_choose_key_uses_two_columns_when_there_is_no_code():
    assert choose_key(_rows(("甲", "", "x"), ("乙", "", "x")), CANDIDATES, FIELDS) == (
        "unit",
        "name",
    )


def test_choose_key_gives_up_when_nothing_tells_rows_apart():
    assert choose_key(_rows(("甲", "", "x"), ("甲", "", "x")), CANDIDATES, FIELDS) == ()
