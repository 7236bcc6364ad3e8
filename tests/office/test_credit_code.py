import pytest

from office import credit_code

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "code",
    ["12519901452100010J", "11519901008990010D", "12519901452100192N", "91519901MA6A000158",
     "93519901MA6B00024J", "91350100M000100Y43", "91350100m000100y43", ""],
)  # fmt: skip
def test_warning_is_silent_for_right_codes(code):
    assert credit_code.warning(code) == ""


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("91350100M000100Y44", "校验码"),
        ("91350100M000100Y4", "18位"),
        ("91350100M000100O43", "字符"),
    ],
)
def test_warning_says_what_is_wrong(code, word):
    assert word in credit_code.warning(code)
