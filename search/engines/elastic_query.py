"""A search as Elasticsearch gets it. No scripts: tiers are constant scores inside `dis_max`, sums stay exact."""

from typing import Any

from elasticsearch.dsl import Q, Search, aggs
from elasticsearch.dsl.query import Query

from search.engines.base import (
    FACET_SIZE,
    FRESH_POINTS,
    KIND_FACET,
    PHRASE_BONUS,
    SCORE_STEP,
    SORTS,
    STATUS_FACET,
)
from search.text.plan import Clause, QueryPlan, Ranking, Role, Term
from search.types import CompiledRequest, Schema, Status

SUM = "sum_of"
_TITLE = "title"
_MAX_EXPANSIONS = 5000
"""Tokens a beginning may stand for: all pairs that begin with one character."""
_SUNK_SHARE = 0.001
"""What BM25 counts for an expired document."""


def build(search: Search, request: CompiledRequest, schema: Schema) -> Search:
    plan = request.plan
    parts: dict[str, list[Query]] = {"must": [], "should": [], "filter": [], "must_not": []}
    parts["filter"] += [Q("terms", labels=sorted(request.labels)), *_ranges(request, schema)]
    parts["must_not"] += [_any_of(clause, schema) for clause in plan.having(Role.NOT)]
    _add_question(parts, request, schema)
    question = Q("bool", **{name: queries for name, queries in parts.items() if queries})
    if plan.ranking is Ranking.BM25:
        question = Q(
            "boosting", positive=question, negative=_sunk(request.now), negative_boost=_SUNK_SHARE
        )
    search = search.query(question)
    filters = {
        name: _filter(name, chosen, request, schema)
        for name, chosen in request.filters.items()
        if chosen
    }
    if filters:
        search = search.post_filter("bool", filter=list(filters.values()))
    for name in request.facets:
        others = [query for other, query in filters.items() if other != name]
        search.aggs.bucket(name, _facet(name, others, request, schema))
    if request.sum_of in schema.numbers:
        around = aggs.Filter(
            Q("bool", filter=list(filters.values())) if filters else Q("match_all")
        )
        search.aggs.bucket(SUM, around).metric("value", "sum", field=_number(request.sum_of))
    search = search.sort(*_sort(request, schema)).source(False)
    return search.extra(track_total_hits=True, from_=request.offset, size=request.size)


def _add_question(parts: dict[str, list[Query]], request: CompiledRequest, schema: Schema) -> None:
    plan = request.plan
    is_scored = request.sort == "relevance" and bool(plan.musts)
    if plan.ranking is Ranking.BM25:
        free = [clause for clause in plan.musts if not clause.field]
        parts["filter"] += [_any_of(clause, schema) for clause in plan.musts if clause.field]
        parts["filter"].append(
            Q("bool", should=[_any_of(c, schema) for c in free], minimum_should_match=plan.required)
        )
        if is_scored:
            parts["should"].append(_bm25(plan))
        else:
            parts["should"] += _status_points(request.now)
        return
    if is_scored:
        parts["must"] += [_tiers(clause, schema) for clause in plan.musts]
        parts["should"] += [_bonus(clause) for clause in plan.having(Role.BONUS)]
    else:
        parts["filter"] += [_any_of(clause, schema) for clause in plan.musts]
    parts["should"] += _status_points(request.now)


def _tiers(clause: Clause, schema: Schema) -> Query:
    """Score the best field that holds the clause; nothing else counts."""
    by_points: dict[int, list[Query]] = {}
    for term in clause.terms:
        for name in fields_of(clause, schema):
            by_points.setdefault(schema.texts[name] * term.percent // 100, []).append(
                _phrase(name, term)
            )
    return Q(
        "dis_max",
        queries=[
            _constant(_either(found), points * SCORE_STEP) for points, found in by_points.items()
        ],
    )


def _bonus(clause: Clause) -> Query:
    return _constant(_phrase(clause.field or _TITLE, clause.terms[0]), PHRASE_BONUS * SCORE_STEP)


def _bm25(plan: QueryPlan) -> Query:
    """Score words and pairs of characters over all fields as if they were one."""
    return Q("match", all_tokens=" ".join(dict.fromkeys((*plan.words, *plan.grams))))


def _status_points(now: int) -> list[Query]:
    """Tell open from upcoming from closed below the points of a tier, and sink what expired."""
    return [
        _constant(_status_query(Status.OPEN, now), 2),
        _constant(_status_query(Status.UPCOMING, now), 1),
        _constant(_not_sunk(now), FRESH_POINTS),
    ]


def _sunk(now: int) -> Query:
    return Q("bool", filter=[Q("term", sinks=True), Q("range", closes={"lte": now})])


def _not_sunk(now: int) -> Query:
    return Q("bool", must_not=[_sunk(now)])


def _status_query(status: Status, now: int) -> Query:
    closed = Q("range", closes={"lte": now})
    upcoming = Q("range", opens={"gt": now})
    if status is Status.CLOSED:
        return closed
    if status is Status.UPCOMING:
        return Q("bool", filter=[upcoming], must_not=[closed])
    return Q("bool", must_not=[closed, upcoming])


def _constant(query: Query, boost: float) -> Query:
    return Q("constant_score", filter=query, boost=boost)


def _either(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Q("bool", should=queries, minimum_should_match=1)


def _any_of(clause: Clause, schema: Schema) -> Query:
    return _either(
        [_phrase(name, term) for term in clause.terms for name in fields_of(clause, schema)]
    )


def fields_of(clause: Clause, schema: Schema) -> tuple[str, ...]:
    if clause.field:
        return (clause.field,) if clause.field in schema.texts else ()
    return tuple(schema.texts)


def _phrase(field: str, term: Term) -> Query:
    name, grams = f"{field}_g", term.phrase.grams
    if term.phrase.is_open:
        if len(grams) == 1:
            return Q("prefix", **{name: grams[0]})
        return Q(
            "match_phrase_prefix",
            **{name: {"query": " ".join(grams), "max_expansions": _MAX_EXPANSIONS}},
        )
    return (
        Q("term", **{name: grams[0]})
        if len(grams) == 1
        else Q("match_phrase", **{name: " ".join(grams)})
    )


def _ranges(request: CompiledRequest, schema: Schema) -> list[Query]:
    found = []
    for name, (low, high) in request.ranges.items():
        bounds = {
            bound: value for bound, value in (("gte", low), ("lte", high)) if value is not None
        }
        if bounds:
            found.append(
                Q("range", **{_number(name): bounds})
                if _is_known(name, schema)
                else Q("match_none")
            )
    return found


def _is_known(name: str, schema: Schema) -> bool:
    return name in {"published", "opens", "closes", *schema.numbers}


def _number(name: str) -> str:
    return name if name in {"published", "opens", "closes"} else f"n.{name}"


def _filter(name: str, chosen: tuple[str, ...], request: CompiledRequest, schema: Schema) -> Query:
    if name == STATUS_FACET:
        wanted = [_status_query(status, request.now) for status in Status if status.word in chosen]
        return _either(wanted) if wanted else Q("match_none")
    if name == KIND_FACET:
        return Q("terms", kind=list(chosen))
    return Q("terms", **{f"f.{name}": list(chosen)}) if name in schema.facets else Q("match_none")


def _facet(name: str, others: list[Query], request: CompiledRequest, schema: Schema) -> Any:
    around = aggs.Filter(Q("bool", filter=others) if others else Q("match_all"))
    if name == STATUS_FACET:
        around.bucket(
            "values", "filters", filters={s.word: _status_query(s, request.now) for s in Status}
        )
    else:
        field = "kind" if name == KIND_FACET else f"f.{name}"
        around.bucket(
            "values",
            "terms",
            field=field,
            size=FACET_SIZE,
            order=[{"_count": "desc"}, {"_key": "asc"}],
        )
    return around


def _sort(request: CompiledRequest, schema: Schema) -> list[dict[str, Any]]:
    order: list[dict[str, Any]] = (
        [] if request.sort == "newest" else [{"_score": {"order": "desc"}}]
    )
    for name in SORTS[request.sort]:
        field = name.removeprefix("-")
        if _is_known(field, schema):
            direction = "desc" if name.startswith("-") else "asc"
            order.append({_number(field): {"order": direction, "missing": "_last"}})
    return [*order, {"published": {"order": "desc"}}, {"key": {"order": "asc"}}]
