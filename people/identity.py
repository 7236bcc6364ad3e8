"""Resident identity numbers (GB 11643): 17 digits and a check digit by ISO 7064 MOD 11-2."""

import datetime as dt
import re

from people.enums import Sex

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
SHAPE = re.compile(r"\d{17}[\dX]")


def tidy(number: str) -> str:
    """Upper case, without blanks; x becomes X."""
    return "".join(number.split()).upper()


def check_digit(body: str) -> str:
    """The eighteenth character for seventeen digits."""
    return CHECK[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]


def birth_date(number: str) -> dt.date | None:
    """The birth date in the number, or None when it is no date."""
    try:
        return dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex(number: str) -> Sex:
    """Odd seventeenth digit: male."""
    return Sex.MALE if int(number[16]) % 2 else Sex.FEMALE


def is_valid(number: str) -> bool:
    """Right shape, a real birth date, and the right check digit."""
    return bool(
        SHAPE.fullmatch(number) and birth_date(number) and check_digit(number[:17]) == number[17]
    )


def mask(number: str) -> str:
    """519901********0129; anything too short to keep secret that way becomes stars; '' stays ''."""
    if len(number) <= len("519901") + len("0129"):
        return "*" * len(number)
    return f"{number[:6]}********{number[-4:]}"


def mask_name(name: str) -> str:
    """王* for two characters, 王*明 for three, 王**明 for four."""
    if len(name) <= 2:  # noqa: PLR2004
        return f"{name[:1]}*" if name else ""
    return f"{name[0]}{'*' * (len(name) - 2)}{name[-1]}"
