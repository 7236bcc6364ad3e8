"""Finding personal data before it is published: ID numbers, mobiles, bank cards; in text and in workbooks.

Sources: GB 11643 (ID numbers, check digit), ISO/IEC 7812-1 (cards, Luhn), domain.md §8 L12.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openpyxl.utils import get_column_letter

from office.sheets.model import Sheet, Visibility, Workbook, place

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９ｘＸ－", "0123456789xX-")
_ID_NUMBER = r"\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx]|\d{15}"
_MOBILE = r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
_CARD = r"\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?"
_CANDIDATE = re.compile(rf"(?<![0-9A-Za-z])(?:{_ID_NUMBER}|{_CARD}|{_MOBILE})(?![0-9A-Za-z])")
_SEPARATORS = re.compile(r"[ -]")
# A number is certainly a card when it is called one; else only UnionPay's own prefix counts,
# because position codes often begin with the digits of a province.
_CARD_WORDS = re.compile("银行|卡号|账号|帐号|账户|开户")
_CARD_LENGTHS = range(16, 20)
# Short numbers satisfy their check by chance: one in ten cards, one in thirty old ID numbers. A
# column in which fewer than half do holds codes.
_LEAST_SHARE = 0.5


class Kind(StrEnum):
    ID_NUMBER = "id_number"
    MOBILE = "mobile"
    BANK_CARD = "bank_card"


class Where(StrEnum):
    """In what part of a workbook something was found."""

    HIDDEN_SHEET = "hidden_sheet"
    VERY_HIDDEN_SHEET = "very_hidden_sheet"
    HIDDEN_COLUMN = "hidden_column"
    HIDDEN_ROW = "hidden_row"
    COMMENT = "comment"
    PROPERTY = "property"
    CELL = "cell"


@dataclass(frozen=True)
class Secret:
    """One piece of personal data in a text; ``masked`` may be shown, the value itself is not kept."""

    kind: Kind
    masked: str


@dataclass(frozen=True)
class Finding:
    """Something a workbook should not carry into the open.

    ``kind`` is where it was found, ``place`` the range or property, ``found`` the masked value or
    the amount of hidden content, ``secrets`` the kinds of personal data in it.
    """

    kind: Where
    sheet: str
    place: str
    found: str
    secrets: frozenset[Kind] = frozenset()

    @property
    def is_blocking(self) -> bool:
        """Stops the file: identity and card numbers anywhere, any personal data where nobody sees it.

        A mobile in an ordinary cell is a contact; an author's name stays in the file and is not
        published with the positions: both are reported and stop nothing.
        """
        if self.kind in (Where.CELL, Where.PROPERTY):
            return bool(self.secrets - {Kind.MOBILE})
        return bool(self.secrets)


def is_id_number(text: str) -> bool:
    """A resident's ID number: 18 digits with date and check digit, or 15 digits with a date."""
    if len(text) == 18:
        if not text[:17].isdecimal() or not _is_date(text[6:14]):
            return False
        total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, text, strict=False))
        return _ID_CHECKS[total % 11] == text[17].upper()
    return (
        len(text) == 15
        and text.isdecimal()
        and "11" <= text[:2] <= "65"
        and _is_date(f"19{text[6:12]}")
    )


def is_bank_card(text: str) -> bool:
    """16 to 19 digits that satisfy Luhn's check."""
    if len(text) not in _CARD_LENGTHS or not text.isdecimal() or text[0] not in "3456":
        return False
    doubled = [
        int(digit) * (2 if position % 2 else 1) for position, digit in enumerate(reversed(text))
    ]
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def _is_date(text: str) -> bool:
    try:
        return date(1900, 1, 1) <= date.fromisoformat(text) <= date.today()  # noqa: DTZ011  a bound only
    except ValueError:
        return False


def find_in_text(text: str) -> list[Secret]:
    """Every piece of personal data in a text, in order."""
    if len(text) < 11:
        return []
    text = text.translate(_FULL_WIDTH)
    found = (_secret(match[0], text) for match in _CANDIDATE.finditer(text))
    return [secret for secret in found if secret]


def _secret(candidate: str, text: str) -> Secret | None:
    digits = _SEPARATORS.sub("", candidate).upper()
    if is_id_number(digits):
        return Secret(Kind.ID_NUMBER, f"{digits[:6]}{'*' * (len(digits) - 10)}{digits[-4:]}")
    if len(digits) == 11:
        return Secret(Kind.MOBILE, f"{digits[:3]}****{digits[-4:]}")
    if is_bank_card(digits) and (digits.startswith("62") or _CARD_WORDS.search(text)):
        return Secret(Kind.BANK_CARD, f"{digits[:4]}{'*' * (len(digits) - 8)}{digits[-4:]}")
    return None


def find_in_workbook(book: Workbook) -> list[Finding]:
    """Everything a workbook hides or should not hold, sheet by sheet; an empty list when it is clean."""
    findings = [
        Finding(Where.PROPERTY, "", name, _mask_name(value))
        for name, value in book.properties.items()
    ]
    for sheet in book.sheets:
        findings.extend(_in_sheet(sheet))
    return findings


def _in_sheet(sheet: Sheet) -> Iterator[Finding]:
    for comment in sheet.comments:
        yield _finding(Where.COMMENT, sheet, place(comment.row, comment.column), [comment.text])
    if sheet.visibility is not Visibility.VISIBLE:
        kinds = {
            Visibility.HIDDEN: Where.HIDDEN_SHEET,
            Visibility.VERY_HIDDEN: Where.VERY_HIDDEN_SHEET,
        }
        texts = [text for row in sheet.rows.values() for text in row if text]
        if texts:
            used = f"A1:{place(max(sheet.rows), max(sheet.width, 1))}"
            yield _finding(kinds[sheet.visibility], sheet, used, texts)
        return
    for column in sorted(sheet.hidden_columns):
        texts = [text for number in sheet.rows if (text := sheet.value(number, column))]
        if texts:
            yield _finding(Where.HIDDEN_COLUMN, sheet, get_column_letter(column), texts)
    for number in sorted(sheet.hidden_rows.intersection(sheet.rows)):
        texts = [text for text in sheet.rows[number] if text]
        if texts:
            yield _finding(Where.HIDDEN_ROW, sheet, str(number), texts)
    yield from _in_cells(sheet)


def _in_cells(sheet: Sheet) -> Iterator[Finding]:
    by_column: dict[int, list[Finding]] = {}
    for number, values in sheet.rows.items():
        if number in sheet.hidden_rows:
            continue
        for column, text in enumerate(values, 1):
            if (
                len(text) >= 11
                and column not in sheet.hidden_columns
                and (secrets := find_in_text(text))
            ):
                finding = _with_secrets(Where.CELL, sheet, place(number, column), secrets)
                by_column.setdefault(column, []).append(finding)
    for column, findings in sorted(by_column.items()):
        if not _holds_codes(sheet, column, findings):
            yield from findings


def _holds_codes(sheet: Sheet, column: int, findings: list[Finding]) -> bool:
    """Long codes of which some look like a card or an old ID number by chance."""
    texts = [text for number in sheet.rows if (text := sheet.value(number, column)).isdecimal()]
    codes = [text for text in texts if len(text) == 15 or len(text) in _CARD_LENGTHS]
    sure = any(is_id_number(text) for text in texts if len(text) == 18)
    return bool(codes) and not sure and len(findings) < _LEAST_SHARE * len(codes)


def _finding(kind: Where, sheet: Sheet, where: str, texts: Iterable[str]) -> Finding:
    texts = list(texts)
    secrets = [secret for text in texts for secret in find_in_text(text)]
    if secrets:
        return _with_secrets(kind, sheet, where, secrets)
    return Finding(kind, sheet.name, where, _shorten(texts))


def _with_secrets(kind: Where, sheet: Sheet, where: str, secrets: list[Secret]) -> Finding:
    secrets = sorted(secrets, key=lambda secret: secret.kind is Kind.MOBILE)
    shown = list(dict.fromkeys(secret.masked for secret in secrets))
    text = "、".join(shown[:3]) + ("…" if len(shown) > 3 else "")
    return Finding(kind, sheet.name, where, text, frozenset(secret.kind for secret in secrets))


def _shorten(texts: list[str]) -> str:
    first = texts[0] if texts else ""
    return f"{first[:12]}{'…' if len(first) > 12 or len(texts) > 1 else ''}"


def _mask_name(name: str) -> str:
    return name[0] + "*" * (len(name) - 1) if len(name) > 1 else name
