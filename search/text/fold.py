"""Fold text to the one form in which it is indexed and asked for.

Character by character: NFKC (full width → half width), lower case, traditional → simplified. Years in Chinese
digits become Arabic digits. Positions can be mapped back, so that highlights stand on the text as written.
"""

import functools
import re
import unicodedata

import opencc

_CHINESE_DIGITS = str.maketrans("〇零○oO一二三四五六七八九", "0000012345678" + "9")
_YEAR = re.compile(r"[一二][〇零○oO一二三四五六七八九]{3}(?=[年度届\])〕】])")


@functools.cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _fold_char(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char).lower()
    if unicodedata.category(char) in {"Cf", "Cs"}:
        return ""
    if folded.isascii():
        return folded
    simplified: str = _to_simplified().convert(folded)
    return simplified if len(simplified) == len(folded) else folded


class _FoldTable(dict[int, str]):
    """Translation table for `str.translate` that computes each character when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_TABLE = _FoldTable()


def _digits(match: re.Match[str]) -> str:
    return match.group().translate(_CHINESE_DIGITS)


def fold(text: str) -> str:
    """Return the folded text; its length may differ from the original's."""
    return _YEAR.sub(_digits, text.translate(_TABLE))


def fold_map(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the index of the original character it came from."""
    parts: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(text):
        folded = _TABLE[ord(char)]
        parts.append(folded)
        origins.extend([index] * len(folded))
    return _YEAR.sub(_digits, "".join(parts)), origins
