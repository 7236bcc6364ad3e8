"""The SQL of a search on the embedded index: conditions, filters, and MATCH expressions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from search.engines.base import KIND_FACET, STATUS_FACET
from search.engines.fts5_schema import FACET_SEPARATOR
from search.text.plan import Clause, QueryPlan, Ranking, Role, Term
from search.types import CompiledRequest, Schema, Status

STATUS = "CASE WHEN d.closes <= :now THEN 2 WHEN d.opens > :now THEN 1 ELSE 0 END"
SUNK = "d.sinks AND coalesce(d.closes <= :now, 0)"
_STATUS_NUMBERS = {status.word: int(status) for status in Status}


@dataclass
class Conditions:
    """WHERE conditions, the bits of filters a row misses, and the parameters of both."""

    where: list[str] = field(default_factory=lambda: ["d.deleted = 0"])
    misses: dict[str, str] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)

    def bind(self, value: object) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def miss_mask(self) -> str:
        parts = [
            f"(CASE WHEN {test} THEN 0 ELSE {1 << bit} END)"
            for bit, test in enumerate(self.misses.values())
        ]
        return " + ".join(parts) or "0"

    def bit(self, name: str) -> int:
        """Return the mask bit of a filter, 0 when nothing is chosen in it."""
        return 1 << list(self.misses).index(name) if name in self.misses else 0


def conditions(request: CompiledRequest, schema: Schema) -> Conditions:
    made = Conditions()
    made.values["now"] = request.now
    labels = [
        f"instr(d.labels, {made.bind(_packed(label))}) > 0" for label in sorted(request.labels)
    ]
    made.where.append(f"({' OR '.join(labels) or '0'})")
    for name, (low, high) in request.ranges.items():
        column = _range_column(name, schema)
        if low is not None:
            made.where.append(f"{column} >= {made.bind(low)}")
        if high is not None:
            made.where.append(f"{column} <= {made.bind(high)}")
    for name, chosen in request.filters.items():
        if chosen:
            made.misses[name] = _filter(name, chosen, made, schema)
    return made


def _filter(name: str, chosen: Iterable[str], made: Conditions, schema: Schema) -> str:
    if name == STATUS_FACET:
        numbers = ", ".join(str(_STATUS_NUMBERS.get(value, -1)) for value in chosen)
        return f"({STATUS}) IN ({numbers})"
    if name == KIND_FACET:
        return f"d.kind IN ({', '.join(made.bind(value) for value in chosen)})"
    if name not in schema.facets:
        return "0"
    return (
        "("
        + " OR ".join(f"instr(d.f_{name}, {made.bind(_packed(value))}) > 0" for value in chosen)
        + ")"
    )


def facet_column(name: str, schema: Schema) -> str:
    if name == STATUS_FACET:
        return STATUS
    if name == KIND_FACET:
        return "d.kind"
    return f"d.f_{name}" if name in schema.facets else "''"


def sort_column(name: str, schema: Schema) -> str:
    return _range_column(name, schema)


def _range_column(name: str, schema: Schema) -> str:
    if name in {"published", "opens", "closes"}:
        return f"d.{name}"
    return f"d.n_{name}" if name in schema.numbers else "NULL"


def _packed(value: str) -> str:
    return f"{FACET_SEPARATOR}{value}{FACET_SEPARATOR}"


def term_match(term: Term) -> str:
    """Return the FTS5 phrase of a term; tokens are quoted, so nothing typed is ever an operator."""
    tokens = " ".join(term.phrase.grams).replace('"', "")
    return f'"{tokens}" *' if term.phrase.is_open else f'"{tokens}"'


def in_fields(fields: Sequence[str], match: str) -> str:
    return f"{{{' '.join(f'{name}_g' for name in fields)}}} : ({match})"


def clause_fields(clause: Clause, schema: Schema) -> tuple[str, ...]:
    if clause.field:
        return (clause.field,) if clause.field in schema.texts else ()
    return tuple(schema.texts)


def clause_match(clause: Clause, schema: Schema) -> str:
    return in_fields(
        clause_fields(clause, schema), " OR ".join(term_match(term) for term in clause.terms)
    )


def all_match(clauses: Iterable[Clause], schema: Schema) -> str:
    return " AND ".join(f"({clause_match(clause, schema)})" for clause in clauses)


def bm25_match(plan: QueryPlan) -> str:
    """Return any of the words or of the question's pairs of characters; tokens tell the columns by themselves."""
    tokens = dict.fromkeys((*plan.words, *plan.grams))
    return " OR ".join(f'"{token.replace(chr(34), "")}"' for token in tokens)


def hard_clauses(plan: QueryPlan) -> tuple[Clause, ...]:
    """Return the clauses that a document must hold whatever the ranking."""
    return (
        plan.musts
        if plan.ranking is Ranking.TIERS
        else tuple(clause for clause in plan.musts if clause.field)
    )


def free_clauses(plan: QueryPlan) -> tuple[Clause, ...]:
    return tuple(c for c in plan.musts if not c.field) if plan.ranking is Ranking.BM25 else ()


def excluded(plan: QueryPlan, schema: Schema) -> list[str]:
    return [
        clause_match(clause, schema)
        for clause in plan.having(Role.NOT)
        if clause_fields(clause, schema)
    ]
