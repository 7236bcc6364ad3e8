"""From what somebody typed to what is asked of an engine.

A plan is tried strictly first (every word, ranked by field tiers); `loosened` plans follow only when nothing was
found, and a long question goes to BM25 at once: nobody's document holds all of its words.
"""

import enum
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.text.fold import fold
from search.text.lexicon import Lexicon
from search.text.segment import Run, runs, stem
from search.text.synonyms import SYNONYM_PERCENT
from search.text.tokens import Phrase, phrase, run_grams

MAX_TYPED = 300
"""Characters of the question that are read; the rest says nothing new."""
MAX_CLAUSES = 24
LONG_QUESTION = 6
"""Words from which a question is ranked by BM25 without trying all words first."""
RELAXABLE = 2
"""Words from which some may be missing."""
REQUIRED_SHARE = 0.25

_PART = re.compile(
    r'(?P<minus>(?<!\S)-)?(?:["“”「『](?P<quoted>[^"“”」』]+)["“”」』]|(?P<plain>[^\s"“”「」『』]+))'
)


class Role(enum.Enum):
    MUST = "must"
    NOT = "not"
    BONUS = "bonus"


class Ranking(enum.Enum):
    TIERS = "tiers"
    BM25 = "bm25"


@dataclass(frozen=True, slots=True)
class Term:
    """One way to say a clause; `percent` is what finding it counts, `via` says where it came from."""

    text: str
    phrase: Phrase
    percent: int = 100
    via: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Something the document should hold in any of its terms; `field` limits it to one text field."""

    typed: str
    terms: tuple[Term, ...]
    role: Role = Role.MUST
    field: str = ""


@dataclass(frozen=True, slots=True)
class QueryPlan:
    clauses: tuple[Clause, ...] = ()
    ranking: Ranking = Ranking.TIERS
    required: int = 0
    """With BM25: how many of the clauses outside boxes a document must hold. Tiers want every clause."""
    words: tuple[str, ...] = ()
    """The content words, cut finely enough to be given up one by one; BM25 scores them and `grams`."""
    grams: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    """Typed words that were not used."""
    pinyin: str = ""
    """The word that typed Latin letters were read as."""
    is_asked: bool = False
    """Something was typed; a plan that is asked and has no clause finds nothing."""
    is_relaxed: bool = False

    @property
    def musts(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.role is Role.MUST)

    @property
    def is_impossible(self) -> bool:
        """Something was typed, but nothing that can be looked for."""
        return self.is_asked and not self.musts and not self.having(Role.NOT)

    def having(self, role: Role) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.role is role)

    def loosened(self) -> Iterator["QueryPlan"]:
        """Yield what to try when this plan finds nothing, gentlest first."""
        if self.ranking is Ranking.BM25:
            if self.required > 1:
                yield replace(self, required=1, is_relaxed=True)
            return
        boxed = tuple(clause for clause in self.clauses if clause.field or clause.role is Role.NOT)
        loose = tuple(_clause(word, ()) for word in self.words)
        free = tuple(clause for clause in self.musts if not clause.field)
        if len(loose) > len(free):
            yield replace(self, clauses=loose + boxed)
        if len(loose) >= RELAXABLE:
            yield as_bm25(self, boxed)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    alternatives: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_single(self) -> bool:
        return len(self.text) == 1 and not self.text.isascii() and not self.alternatives


def plan(text: str, lexicon: Lexicon, field: str = "") -> QueryPlan:
    """Read a question. Every character is harmless: what is not a word separates words."""
    folded = fold(text[:MAX_TYPED])
    clauses: list[Clause] = []
    words: list[str] = []
    dropped: list[str] = []
    for part in _PART.finditer(folded):
        if part["minus"]:
            clauses.extend(_whole(part["quoted"] or part["plain"], Role.NOT, field))
        elif part["quoted"]:
            clauses.extend(_whole(part["quoted"], Role.MUST, field))
            words.extend(run.text for run in runs(part["quoted"]))
        else:
            found = list(_words(part["plain"], lexicon))
            kept = [
                word for word in found if word.alternatives or word.text not in lexicon.stop_words
            ]
            dropped.extend(word.text for word in found if word not in kept)
            words.extend(word.text for word in kept)
            clauses.extend(_clause(word.text, word.alternatives, field) for word in _joined(kept))
            if len(kept) > 1 and len(kept) == len(found):
                clauses.extend(_whole(part["plain"], Role.BONUS, field))
    if not words and dropped and not clauses:
        words, dropped = dropped, []
        clauses = [_clause(word, (), field) for word in words]
    return _finish(clauses, words, dropped, folded, is_boxed=bool(field))


def _finish(
    clauses: list[Clause], words: list[str], dropped: list[str], folded: str, *, is_boxed: bool
) -> QueryPlan:
    unique = tuple(dict.fromkeys(clauses))[:MAX_CLAUSES]
    strict = QueryPlan(
        clauses=unique,
        words=tuple(dict.fromkeys(words))[:MAX_CLAUSES],
        grams=tuple(dict.fromkeys(_question_grams(folded))),
        dropped=tuple(dict.fromkeys(dropped)),
        is_asked=bool(folded.strip()),
    )
    if not is_boxed and len(strict.words) >= LONG_QUESTION:
        return as_bm25(strict, strict.having(Role.NOT))
    return strict


def as_bm25(strict: QueryPlan, others: tuple[Clause, ...]) -> QueryPlan:
    """Return the relaxed reading: most of the words, ranked by BM25; `others` stay as they are."""
    loose = tuple(_clause(word, ()) for word in strict.words)
    required = max(1, math.floor(len(loose) * REQUIRED_SHARE))
    return replace(
        strict, clauses=loose + others, ranking=Ranking.BM25, required=required, is_relaxed=True
    )


def combine(main: QueryPlan, boxes: tuple[QueryPlan, ...]) -> QueryPlan:
    """Return one plan that asks the main question and every field box together."""
    clauses = main.clauses + tuple(clause for box in boxes for clause in box.clauses)
    asked = main.is_asked or any(box.is_asked for box in boxes)
    return replace(main, clauses=clauses, is_asked=asked)


def _words(chunk: str, lexicon: Lexicon) -> Iterator[_Word]:
    """Cut a chunk: known synonyms first, longest first, the rest by the dictionary."""
    position = begin = 0
    while position < len(chunk):
        length, alternatives = lexicon.synonyms.match(chunk, position)
        if not length:
            position += 1
            continue
        yield from _cut(chunk, begin, position, lexicon)
        yield _Word(chunk[position : position + length], position, alternatives)
        position = begin = position + length
    yield from _cut(chunk, begin, len(chunk), lexicon)


def _cut(chunk: str, begin: int, end: int, lexicon: Lexicon) -> Iterator[_Word]:
    for run in runs(chunk[begin:end]):
        start = begin + run.start
        if run.script == "latin":
            yield _Word(run.text, start, tuple(lexicon.pinyin.read(run.text)))
            continue
        for word in lexicon.segmenter.cut(run.text):
            yield _Word(word, start)
            start += len(word)


def _joined(words: list[_Word]) -> list[_Word]:
    """Join a single character to its neighbour: 人/社局 is asked for as 人社局, not as 人 and 社局."""
    joined: list[_Word] = []
    for word in words:
        before = joined[-1] if joined else None
        meets = (
            before is not None
            and before.end == word.start
            and not before.alternatives
            and not word.alternatives
        )
        if before and meets and (before.is_single or word.is_single):
            joined[-1] = _Word(before.text + word.text, before.start)
        else:
            joined.append(word)
    return joined


def _clause(
    typed: str, alternatives: tuple[str, ...], field: str = "", role: Role = Role.MUST
) -> Clause:
    terms = [Term(typed, phrase(_runs(typed)))]
    terms += [
        Term(other, phrase(_runs(other)), SYNONYM_PERCENT, "synonym")
        for other in alternatives
        if _runs(other)
    ]
    return Clause(typed, tuple(terms), role, field)


def _whole(chunk: str, role: Role, field: str) -> list[Clause]:
    return [_clause(chunk, (), field, role)] if _runs(chunk) else []


def _runs(text: str) -> tuple[Run, ...]:
    return tuple(runs(text))


def _question_grams(folded: str) -> Iterator[str]:
    for run in runs(folded):
        if run.script == "latin":
            yield stem(run.text)
        elif len(run.text) > 1:
            yield from run_grams(run.text)[:-1]
