"""The unified social credit code of organisations (GB 32100-2015).

Some genuine early codes fail the check digit, so a failure warns and never blocks.
"""

from django.utils.translation import gettext_lazy as _

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I O S V Z
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
LENGTH = 18


def check_digit(body: str) -> str:
    """The 18th character for the first 17; ValueError for characters outside the alphabet."""
    total = sum(weight * ALPHABET.index(char) for weight, char in zip(WEIGHTS, body, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def warning(code: str) -> str:
    """A sentence for the editor when the code looks wrong; '' when it is right or empty."""
    code = code.strip().upper()
    if not code:
        return ""
    if len(code) != LENGTH:
        return str(_("统一社会信用代码应为18位，请核对。"))
    if not set(code) <= set(ALPHABET):
        return str(_("统一社会信用代码含有不使用的字符（I、O、S、V、Z 等），请核对。"))
    if check_digit(code[:-1]) != code[-1]:
        return str(_("统一社会信用代码的校验码不符，请核对；早期赋码的单位可以保留。"))
    return ""
