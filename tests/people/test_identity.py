import datetime as dt

import pytest

from people import identity
from people.enums import Sex

pytestmark = pytest.mark.unit
# Invented numbers of domain §2.1, and a published sample whose check digit is X.
VALID = [
    "519901198803210010", "519901198703310030", "519901198704010021", "519901200603250042",
    "519901200002290129", "519901199906150289", "519901197611030053", "519901200109071049",
    "34052419800101001X",
]  # fmt: skip


@pytest.mark.parametrize("number", VALID)
def test_identity_valid_numbers_pass(number):
    assert identity.is_valid(number)


@pytest.mark.parametrize(
    "number",
    ["519901198803210011", "519901198813210010", "51990119880321001", "", "519901200102290129"],
)
def test_identity_wrong_digit_date_or_length_fails(number):
    assert not identity.is_valid(number)


def test_identity_lower_case_and_blanks_are_forgiven():
    assert identity.tidy(" 340524 19800101 001x ") == "34052419800101001X"


def test_identity_birth_date_and_sex_follow_from_the_number():
    assert identity.birth_date("519901200002290129") == dt.date(2000, 2, 29)
    assert identity.sex("519901200002290129") == Sex.FEMALE
    assert identity.sex("519901198803210010") == Sex.MALE


def test_masks_show_no_more_than_needed():
    assert identity.mask("519901200002290129") == "519901********0129"
    assert identity.mask("5199010129") == "**********"
    assert [identity.mask_name(n) for n in ("王", "王明", "王小明", "")] == [
        "王*",
        "王*",
        "王*明",
        "",
    ]
