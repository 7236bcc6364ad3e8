"""Everything the analyser knows about words, in one immutable object that is swapped whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.text.segment import Segmenter
from search.text.synonyms import SynonymSet
from search.text.words import STOP_WORDS


class PinyinReader(Protocol):
    """Reads Latin letters as the pinyin of words that are in the index."""

    def read(self, letters: str) -> Sequence[str]:
        """Return at most four words, most frequent first; empty when the letters are no pinyin."""


class NoPinyin:
    def read(self, letters: str) -> Sequence[str]:  # noqa: ARG002
        return ()


@dataclass(frozen=True)
class Lexicon:
    segmenter: Segmenter = field(default_factory=Segmenter)
    synonyms: SynonymSet = field(default_factory=SynonymSet)
    pinyin: PinyinReader = field(default_factory=NoPinyin)
    stop_words: frozenset[str] = STOP_WORDS
