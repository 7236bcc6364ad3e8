"""Cut runs of Chinese into words with a dictionary of our own.

A `Segmenter` never changes once built: adding a word to a dictionary that another thread cuts with raises, so a
new dictionary is a new segmenter, swapped whole (see `lexicon`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import rjieba

WORD_FREQUENCY = 2000
"""Frequency given to the county's own words: high enough to win against a cut into common words."""

_RUN = re.compile(
    r"(?P<han>[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3040-\u30ff\uac00-\ud7af]+)"
    r"|(?P<latin>[a-z0-9\u00df-\u024f\u0370-\u052f]+[+#]*)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of folded text of one script; everything between runs separates."""

    text: str
    script: Literal["han", "latin"]
    start: int


def runs(folded: str) -> Iterator[Run]:
    for match in _RUN.finditer(folded):
        yield Run(match.group(), "han" if match.lastgroup == "han" else "latin", match.start())


def stem(word: str) -> str:
    """Fold an English plural to its singular: subsidies → subsidy, classes → class, nurses → nurse."""
    if (
        len(word) < 4
        or not word.isascii()
        or not word.isalpha()
        or word.endswith(("ss", "us", "is"))
    ):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word.removesuffix("s")


class Segmenter:
    """Cuts a run of Chinese into words; `words` are the county's own."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._dictionary = rjieba.Jieba()
        for word in words:
            self._dictionary.add_word(word, WORD_FREQUENCY, "n")

    def cut(self, run: str) -> list[str]:
        """Return the words of the run in order; joined they are the run."""
        return list(self._dictionary.cut(run))

    def cut_finely(self, run: str) -> list[str]:
        """Return words and the shorter words inside them."""
        return list(self._dictionary.cut_for_search(run))
