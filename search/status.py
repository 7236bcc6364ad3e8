"""What is indexed and what waits, for operators and the admin."""

from typing import Any

from django.utils import timezone

from search import backends
from search.engines.base import EngineUnavailable
from search.models import Outbox


def status() -> dict[str, Any]:
    """Return the object of `search_status` (DESIGN §7); `generation` is None when nothing answers."""
    engine = backends.primary()
    try:
        generation = engine.active()
        documents = engine.counts(generation) if generation else {}
    except EngineUnavailable:
        generation, documents = None, {}
    oldest = (
        Outbox.objects.waiting().order_by("created_at").values_list("created_at", flat=True).first()
    )
    return {
        "engine": engine.name,
        "generation": generation,
        "documents": dict(documents),
        "outbox": Outbox.objects.waiting().count(),
        "dead": Outbox.objects.dead().count(),
        "oldest_seconds": int((timezone.now() - oldest).total_seconds()) if oldest else 0,
    }
