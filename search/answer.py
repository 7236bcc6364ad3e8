"""Ask an engine, and ask again more loosely when it finds nothing. Knows no Django."""

from dataclasses import replace

from search.engines.base import Engine
from search.text.plan import QueryPlan
from search.types import CompiledRequest, RawResult


def answer(
    engine: Engine, generation: str, request: CompiledRequest
) -> tuple[RawResult, QueryPlan]:
    """Return the first answer that holds anything, and the plan that found it; the strict one when none does."""
    first = engine.search(generation, request)
    if first.total or not request.plan.musts:
        return first, request.plan
    for looser in request.plan.loosened():
        found = engine.search(generation, replace(request, plan=looser))
        if found.total:
            return found, looser
    return first, request.plan
