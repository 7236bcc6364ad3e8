"""Words that stand for one another, applied to the question, never to the index: editing them needs no reindex."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from search.text.fold import fold

SYNONYM_PERCENT = 60
"""What a hit by a synonym counts against a hit by the word itself."""


@dataclass(frozen=True, slots=True)
class SynonymRule:
    """`words` find each other; with `targets`, `words` find `targets` and not the other way."""

    words: tuple[str, ...]
    targets: tuple[str, ...] = ()


def parse_rule(line: str) -> SynonymRule:
    """Read `教师=老师=教员` (each finds the others) or `老婆=>配偶` (one way)."""
    left, arrow, right = line.partition("=>")
    words = tuple(word for part in left.split("=") if (word := fold(part).strip()))
    targets = tuple(word for part in right.split("=") if (word := fold(part).strip()))
    if not words or (arrow and not targets) or (not arrow and len(words) < 2):
        message = f"not a synonym rule: {line!r}"
        raise ValueError(message)
    return SynonymRule(words, targets)


class SynonymSet:
    """An immutable set of rules that finds the longest known word at a place of a folded text."""

    def __init__(self, rules: Iterable[SynonymRule] = ()) -> None:
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for rule in rules:
            for word in rule.words:
                others = rule.targets or tuple(other for other in rule.words if other != word)
                found[word].update(dict.fromkeys(others))
        self._alternatives = {word: tuple(others) for word, others in found.items()}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for first in {word[0] for word in self._alternatives}:
            lengths = {len(word) for word in self._alternatives if word[0] == first}
            self._lengths[first] = tuple(sorted(lengths, reverse=True))

    def match(self, folded: str, start: int) -> tuple[int, tuple[str, ...]]:
        """Return length and alternatives of the longest known word at `start`; length 0 when there is none."""
        for length in self._lengths.get(folded[start], ()):
            word = folded[start : start + length]
            if word in self._alternatives and _stands_alone(folded, start, start + len(word)):
                return length, self._alternatives[word]
        return 0, ()


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """A Latin word is matched whole: `it` is not found inside `item`."""
    before = start > 0 and _is_latin(folded[start - 1]) and _is_latin(folded[start])
    after = end < len(folded) and _is_latin(folded[end]) and _is_latin(folded[end - 1])
    return not before and not after


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
