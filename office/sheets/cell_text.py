"""Numbers of a spreadsheet as the text a person would read in the cell."""

import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900, from_excel

from office.sheets.model import Oddity

# Spreadsheets keep fifteen significant digits; whatever stood behind them is gone for good.
MOST_DIGITS = 15
_BLANKS = " \t\r\n\f\v\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
_ONLY_ZEROS = re.compile(r"0{2,}(?:;.*)?\Z")
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


def clean(text: str) -> str:
    """Text without outer blanks of any width, with one kind of line break."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.strip(_BLANKS)
    # An apostrophe typed to force text ('0012) is not part of the code.
    if text[:1] in {"'", "\u2018", "\u2019"} and text[1:2].isdecimal():
        return text[1:]
    return text


@lru_cache(maxsize=4096)
def format_kind(code: str) -> str:
    """What a number format shows: ``number``, ``zeros``, ``percent``, ``date``, ``month``, ``time``."""
    if code in ("", "General", "@"):
        return "number"
    if is_date_format(code):
        bare = _LITERALS.sub("", code.split(";", maxsplit=1)[0]).lower()
        if "y" in bare or "d" in bare:
            return "date" if "d" in bare else "month"
        return "month" if "m" in bare and "h" not in bare and "s" not in bare else "time"
    if _ONLY_ZEROS.match(code):
        return "zeros"
    return "percent" if "%" in _LITERALS.sub("", code) else "number"


def number_text(
    number: float | Decimal, code: str, epoch: datetime = CALENDAR_WINDOWS_1900
) -> tuple[str, Oddity | None]:
    """A number and its format code as text, with what is odd about it."""
    kind = format_kind(code)
    if kind in ("date", "month", "time"):
        return _moment_text(float(number), kind, epoch)
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    if kind == "percent":
        return f"{_plain(exact * 100)}%", None
    text = _plain(exact)
    if kind == "zeros" and text.isdecimal():
        text = text.zfill(len(code.split(";", maxsplit=1)[0]))
    lost = len(text) > MOST_DIGITS and text.lstrip("-").isdecimal()
    return text, Oddity.DIGITS_LOST if lost else None


def _plain(number: Decimal) -> str:
    """Digits without exponent and without a tail of zeros behind the point."""
    if number == number.to_integral_value():
        return f"{number.quantize(Decimal(1)) if abs(number) < 10**27 else number:f}"
    # A float's own shortest form: 0.59999999999999998 was typed as 0.6.
    return f"{Decimal(repr(float(number))):f}"


def _moment_text(number: float, kind: str, epoch: datetime) -> tuple[str, Oddity | None]:
    if kind == "time":
        minutes = round(number * 24 * 60)
        return f"{minutes // 60}:{minutes % 60:02d}", Oddity.TIME
    try:
        moment = from_excel(number, epoch)
    except (OverflowError, ValueError):
        return _plain(Decimal(repr(number))), None
    if isinstance(moment, (time, timedelta)):
        return _plain(Decimal(repr(number))), None
    if kind == "month":
        return f"{moment.year}年{moment.month}月", Oddity.DATE
    if moment.hour or moment.minute or moment.second:
        return f"{moment:%Y-%m-%d %H:%M}", Oddity.DATE
    return f"{moment:%Y-%m-%d}", Oddity.DATE
