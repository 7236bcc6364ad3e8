"""Compares an index with the database, and has what differs delivered again."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from search.engines.base import Engine
from search.models import Delivered
from search.outbox import record
from search.registry import digest, kinds

_CHUNK = 500


@dataclass
class Drift:
    """Keys that differ: not in the index, there in an old form, there but not to be found any more."""

    missing: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    orphan: list[str] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        return [*self.missing, *self.stale, *self.orphan]


def verify(engine: Engine) -> Drift:
    """Page through both sides. A document that waits in the outbox counts as different."""
    generation = engine.active()
    indexed = dict(_indexed(engine, generation)) if generation else {}
    delivered = {row.key: row for row in Delivered.objects.all()}
    drift = Drift()
    for key, fingerprint in _expected():
        version = indexed.pop(key, None)
        known = delivered.get(key)
        if version is None:
            drift.missing.append(key)
        elif known is None or known.digest != fingerprint or version < known.version:
            drift.stale.append(key)
    drift.orphan.extend(sorted(indexed))
    return drift


def repair(drift: Drift) -> int:
    """Have everything that differs delivered again; return how many documents."""
    record(drift.keys)
    return len(drift.keys)


def _indexed(engine: Engine, generation: str) -> Iterator[tuple[str, int]]:
    engine.refresh(generation)
    after = ""
    while page := engine.scan(generation, after):
        yield from page
        after = page[-1][0]


def _expected() -> Iterator[tuple[str, str]]:
    for kind in kinds().values():
        last = 0
        while objects := list(
            kind.related(kind.visible().filter(pk__gt=last)).order_by("pk")[:_CHUNK]
        ):
            for obj in objects:
                yield kind.key(obj.pk), digest(kind.build(obj))
            last = objects[-1].pk
