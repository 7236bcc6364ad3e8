"""Searches for people: reads the question, asks the engine that is up, fetches what was found."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from search import backends
from search.answer import answer
from search.engines.base import KIND_FACET, SORTS, STATUS_FACET, Engine, EngineUnavailable
from search.registry import STATUS_LABELS, kinds, split_key
from search.text.plan import QueryPlan, combine, plan
from search.types import (
    MAX_OFFSET,
    MAX_SIZE,
    CompiledRequest,
    Facet,
    FacetValue,
    Hit,
    RawHit,
    RawResult,
    SearchRequest,
    SearchResult,
)
from search.vocabulary import lexicon

FACET_LABELS = {
    KIND_FACET: _("类型"),
    STATUS_FACET: _("状态"),
    "discipline": _("类别"),
    "education": _("我的学历可报"),
    "unit": _("单位"),
    "township": _("乡镇"),
}
VALUE_LABELS = {
    STATUS_FACET: STATUS_LABELS,
    "education": {
        "college": _("大专可报"),
        "bachelor": _("本科可报"),
        "master": _("硕士可报"),
        "doctor": _("博士可报"),
    },
}


class SearchUnavailable(Exception):
    """No engine answers: none was built yet, or all are down."""


def search(request: SearchRequest, engine_name: str = "") -> SearchResult:
    """Answer a request. With an engine named, only that one is asked.

    Raises SearchUnavailable when no engine answers, ValueError for an engine that does not run here.
    """
    compiled = compile_request(request)
    if engine_name:
        engine = backends.named(engine_name)
        return _result(engine, request, *_ask(engine, compiled), is_degraded=False)
    primary, standby = backends.primary(), backends.standby()
    if standby is None or not backends.breaker(primary.name).is_open():
        try:
            raw, used = _ask(primary, compiled)
        except SearchUnavailable:
            if standby is None:
                raise
            backends.breaker(primary.name).trip()
        else:
            return _result(primary, request, raw, used, is_degraded=raw.is_partial)
    return _result(standby, request, *_ask(standby, compiled), is_degraded=True)


def compile_request(request: SearchRequest) -> CompiledRequest:
    """Read the question and bound what may be asked."""
    words = lexicon()
    reading = plan(request.text, words)
    boxes = tuple(plan(text, words, field) for field, text in request.boxes.items() if text.strip())
    filters = {name: chosen for name, chosen in request.filters.items() if chosen}
    if request.kinds:
        filters[KIND_FACET] = request.kinds
    return CompiledRequest(
        plan=combine(reading, boxes) if boxes else reading,
        labels=request.labels,
        now=int((request.now or timezone.now()).timestamp()),
        filters=filters,
        ranges=request.ranges,
        facets=request.facets,
        sort=request.sort if request.sort in SORTS else "relevance",
        size=max(0, min(request.size, MAX_SIZE)),
        offset=max(0, min(request.offset, MAX_OFFSET)),
        sum_of=request.sum_of,
    )


def _ask(engine: Engine, request: CompiledRequest) -> tuple[RawResult, QueryPlan]:
    try:
        generation = engine.active()
        if generation is None:
            message = f"{engine.name}: no index was built"
            raise SearchUnavailable(message)
        return answer(engine, generation, request)
    except EngineUnavailable as error:
        raise SearchUnavailable(str(error)) from error


def _result(
    engine: Engine, request: SearchRequest, raw: RawResult, used: QueryPlan, *, is_degraded: bool
) -> SearchResult:
    chosen = {**request.filters, KIND_FACET: request.kinds}
    return SearchResult(
        engine=engine.name,
        total=raw.total,
        hits=tuple(fetch(raw.hits)),
        facets=tuple(
            _facet(name, values, chosen.get(name, ()), request.kinds)
            for name, values in raw.facets.items()
        ),
        plan=used,
        sum=raw.sum,
        is_degraded=is_degraded,
    )


def fetch(hits: Iterable[RawHit]) -> Iterable[Hit]:
    """Fetch the objects of hits, one query per kind; what is no longer visible is left out."""
    listed = list(hits)
    pks: dict[str, list[int]] = {}
    for hit in listed:
        name, pk = split_key(hit.key)
        pks.setdefault(name, []).append(pk)
    objects = {
        kind.key(pk): (kind, obj)
        for name, wanted in pks.items()
        if (kind := kinds().get(name))
        for pk, obj in kind.objects(wanted).items()
    }
    for hit in listed:
        if hit.key in objects:
            kind, obj = objects[hit.key]
            yield Hit(hit.key, kind.name, kind.title(obj), kind.url(obj), hit.score, obj)


def _facet(
    name: str, values: Iterable[tuple[str, int]], chosen: Iterable[str], asked: tuple[str, ...]
) -> Facet:
    selected = set(chosen)
    order = list(VALUE_LABELS.get(name, ()))
    if order:
        values = sorted(
            values, key=lambda one: order.index(one[0]) if one[0] in order else len(order)
        )
    listed = tuple(
        FacetValue(value, value_label(name, value, asked), count, value in selected)
        for value, count in values
    )
    return Facet(name, str(FACET_LABELS.get(name, name)), listed)


def value_label(facet: str, value: str, asked: tuple[str, ...] = ()) -> str:
    """Return how a facet's value is shown; a status is worded as the one kind asked for words it."""
    if facet == KIND_FACET:
        return str(kinds()[value].label) if value in kinds() else value
    if facet == STATUS_FACET and len(asked) == 1 and asked[0] in kinds():
        return str(kinds()[asked[0]].status_labels.get(value, value))
    return str(VALUE_LABELS.get(facet, {}).get(value, value))
