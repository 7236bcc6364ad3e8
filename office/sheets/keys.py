"""What tells the rows of a table apart: a code, two or three columns together, or nothing."""

from collections.abc import Sequence

# One code typed twice in a long table is a slip to be reported, not a reason to seek another key.
MOST_SLIPS = 0.05
# Codes this short are counted afresh in every unit.
SHORT_CODE = 4
MOST_SLIPS_OF_LONG_CODES = 0.34


def choose_key(
    rows: Sequence[dict[str, str]], candidates: Sequence[tuple[str, ...]], fields: set[str]
) -> tuple[str, ...]:
    """The first candidate that is filled and tells the rows apart; ``()`` when none does."""
    fallback: tuple[str, ...] = ()
    for candidate in candidates:
        if not fields.issuperset(candidate):
            continue
        values = [tuple(row.get(name, "") for name in candidate) for row in rows]
        filled = [value for value in values if all(value)]
        if len(filled) < len(values) * (1 - MOST_SLIPS) or not filled:
            continue
        slips = len(filled) - len(set(filled))
        if not slips:
            return candidate
        long = len(candidate) == 1 and min(len(value[0]) for value in filled) > SHORT_CODE
        allowed = MOST_SLIPS_OF_LONG_CODES if long else MOST_SLIPS
        if slips <= allowed * len(filled) and not fallback:
            fallback = candidate
            if len(candidate) == 1:
                return candidate
    return fallback
