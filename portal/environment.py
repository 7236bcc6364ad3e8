"""Reads the environment: the one place that knows how a setting is spelled outside.

Every variable the portal understands is read through these functions, is listed in
`docs/operations.md`, and is held against `docker-compose.yml` by a test.
"""

import os


def text(name: str, default: str = "") -> str:
    """The variable as text, without surrounding blanks."""
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool = False) -> bool:
    """True for 1/true/yes/on in any case; the default when unset or empty."""
    value = text(name).lower()
    return value in {"1", "true", "yes", "on"} if value else default


def number(name: str, default: int) -> int:
    """The variable as a whole number."""
    value = text(name)
    return int(value) if value else default


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas or blanks."""
    return text(name, default).replace(",", " ").split()
