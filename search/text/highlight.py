"""Where the words of a plan stand in a text as it was written. Returns pieces, never markup."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.text.fold import fold_map
from search.text.plan import QueryPlan, Role, Term
from search.text.segment import runs, stem

EXCERPT = 90
"""Characters shown of a long text."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_hit: bool = False


def spans(text: str, plan: QueryPlan, field: str = "") -> list[tuple[int, int]]:
    """Return the sorted, disjoint (start, end) places of the original text that the plan's words hit."""
    folded, origins = fold_map(text)
    found: set[int] = set()
    for term in _terms(plan, field):
        for start, end in _places(folded, term):
            found.update(origins[start:end])
    return list(_joined(sorted(found)))


def pieces(text: str, plan: QueryPlan, field: str = "") -> tuple[Piece, ...]:
    """Return the whole text cut into hit and plain pieces."""
    return tuple(_pieces(text, spans(text, plan, field), 0, len(text)))


def excerpt(text: str, plan: QueryPlan, field: str = "", width: int = EXCERPT) -> tuple[Piece, ...]:
    """Return about `width` characters around the first hit, or () when nothing is hit."""
    hits = spans(text, plan, field)
    if not hits:
        return ()
    start = max(0, hits[0][0] - width // 4)
    end = min(len(text), start + width)
    head = [Piece("…")] if start else []
    tail = [Piece("…")] if end < len(text) else []
    return (*head, *_pieces(text, hits, start, end), *tail)


def _terms(plan: QueryPlan, field: str) -> Iterator[Term]:
    for clause in plan.clauses:
        if clause.role is not Role.NOT and clause.field in {"", field}:
            yield from clause.terms


def _places(folded: str, term: Term) -> Iterator[tuple[int, int]]:
    wanted = list(runs(term.text))
    latin = {stem(run.text) for run in wanted if run.script == "latin"}
    for run in wanted:
        if run.script == "han":
            at = folded.find(run.text)
            while at >= 0:
                yield at, at + len(run.text)
                at = folded.find(run.text, at + len(run.text))
    if latin:
        for run in runs(folded):
            if run.script == "latin" and (
                stem(run.text) in latin or (term.phrase.is_open and _begins(run.text, latin))
            ):
                yield run.start, run.start + len(run.text)


def _begins(word: str, prefixes: Iterable[str]) -> bool:
    return any(word.startswith(prefix) for prefix in prefixes if prefix.isdecimal())


def _joined(indexes: list[int]) -> Iterator[tuple[int, int]]:
    start = previous = -2
    for index in indexes:
        if index != previous + 1:
            if start >= 0:
                yield start, previous + 1
            start = index
        previous = index
    if start >= 0:
        yield start, previous + 1


def _pieces(text: str, hits: list[tuple[int, int]], start: int, end: int) -> Iterator[Piece]:
    at = start
    for left, right in hits:
        if right <= at or left >= end:
            continue
        left, right = max(left, at), min(right, end)
        if left > at:
            yield Piece(text[at:left])
        yield Piece(text[left:right], is_hit=True)
        at = right
    if at < end:
        yield Piece(text[at:end])
