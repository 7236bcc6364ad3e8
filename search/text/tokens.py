"""From a text to the ready tokens that both engines store, separated by blanks.

Each text field becomes two: `words` (words in order, a gap, then the words inside words) and `grams` (overlapping
pairs of Chinese characters, the last character of each run alone, Latin words as they are). A stretch of text is in
a field exactly when its grams stand there one after the other, however the segmenter cut it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from search.text.fold import fold
from search.text.segment import Run, Segmenter, runs, stem

GAP = "zzgapzz"
"""Stands between the words in order and the words inside words, so that no phrase crosses."""

PREFIX_DIGITS = 4
"""A number of at least this many digits also finds the longer numbers that begin with it (0901 → 090101)."""


@dataclass(frozen=True, slots=True)
class Tokens:
    words: str
    grams: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Grams that must follow one another; with `is_open` the last one is the beginning of a token."""

    grams: tuple[str, ...]
    is_open: bool = False


def run_grams(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] + [run[-1]]


def index_tokens(text: str, segmenter: Segmenter) -> Tokens:
    words: list[str] = []
    inner: list[str] = []
    grams: list[str] = []
    for run in runs(fold(text)):
        if run.script == "latin":
            words.append(stem(run.text))
            grams.append(stem(run.text))
            continue
        coarse = segmenter.cut(run.text)
        words.extend(coarse)
        known = set(coarse)
        inner.extend(word for word in segmenter.cut_finely(run.text) if word not in known)
        grams.extend(run_grams(run.text))
    return Tokens(" ".join([*words, GAP, *inner] if inner else words), " ".join(grams))


def phrase(text_runs: Sequence[Run]) -> Phrase:
    """Return what to ask the grams for, so that the runs are found as they stand."""
    grams: list[str] = []
    for run in text_runs:
        grams.extend([stem(run.text)] if run.script == "latin" else run_grams(run.text))
    last = text_runs[-1]
    if last.script == "latin":
        return Phrase(
            tuple(grams),
            is_open=grams[-1][:PREFIX_DIGITS].isdecimal() and len(grams[-1]) >= PREFIX_DIGITS,
        )
    if len(last.text) > 1:
        return Phrase(tuple(grams[:-1]))
    return Phrase(tuple(grams), is_open=True)
