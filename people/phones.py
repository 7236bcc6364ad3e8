"""Mainland mobile numbers."""

import re
import unicodedata

from office.enums import Channel

MOBILE = re.compile(r"1[3-9]\d{9}")


def normalise(text: str) -> str:
    """Eleven digits without country code, blanks and hyphens; other input comes back tidied."""
    digits = re.sub(r"[\s\-()（）]", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"^(\+?0{0,2}86)(?=1\d{10}$)", "", digits)


def is_mobile(text: str) -> bool:
    """True for a normalised mainland mobile number."""
    return MOBILE.fullmatch(text) is not None


def mask(phone: str) -> str:
    """199****0001; '' stays ''."""
    return f"{phone[:3]}****{phone[-4:]}" if phone else ""


def addresses_of(user) -> dict[str, str]:
    """Where a user is told things: {channel: address}; a phone counts once it is verified."""
    return {Channel.SMS: user.phone} if user.phone and user.phone_verified else {}
