"""Delivers the outbox: claim, draw a version, re-read, write to every index, forget what was acknowledged.

The order makes it safe to be killed anywhere and to run twice. The version is drawn before the objects are re-read,
so a later change always carries a higher version; a row is deleted only when every index has acknowledged.
"""

import datetime as dt
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction
from django.utils import timezone

from search import backends
from search.engines.base import Engine, EngineUnavailable, analyse
from search.models import Delivered, Generation, Outbox, VersionTick
from search.models.generation import GenerationState
from search.models.outbox import MAX_ATTEMPTS
from search.registry import digest, kinds, split_key
from search.types import Ack, Doc, Outcome
from search.vocabulary import lexicon

logger = logging.getLogger(__name__)

BATCH = 200
SOON = 100
"""Rows delivered at once after a commit; a big change is the worker's."""
_LONGEST_PAUSE = 300
_ERROR_LENGTH = 2000


@dataclass
class Outcomes:
    """What became of the keys of a batch over all indexes."""

    retry: dict[str, str] = field(default_factory=dict)
    rejected: dict[str, str] = field(default_factory=dict)

    def add(self, acks: Iterable[Ack]) -> None:
        for ack in acks:
            if ack.outcome is Outcome.RETRY:
                self.retry[ack.key] = ack.error
            elif ack.outcome is Outcome.REJECT:
                self.rejected[ack.key] = ack.error


def drain_soon() -> None:
    """Deliver what was just committed; whatever cannot be delivered now waits for the worker."""
    deliver(SOON)


def drain() -> int:
    """Deliver until nothing is due; return the number of rows handled."""
    handled = 0
    while claimed := deliver(BATCH):
        handled += claimed
    return handled


def deliver(size: int) -> int:
    """Deliver one batch; return the number of rows it held."""
    rows = Outbox.objects.claim(size)
    if not rows:
        return 0
    keys = list(dict.fromkeys(row.key for row in rows))
    version = draw_version()
    docs = read(keys)
    outcomes = Outcomes()
    for engine, generations in targets():
        _write(engine, generations, keys, docs, version, outcomes)
    with transaction.atomic():
        _remember(keys, docs, version, outcomes)
        _settle(rows, outcomes)
    return len(rows)


def draw_version() -> int:
    """Return a number greater than any drawn before, whichever transaction commits first."""
    tick = VersionTick.objects.create()
    VersionTick.objects.filter(pk__lte=tick.pk).delete()
    return tick.pk


def read(keys: Iterable[str]) -> dict[str, Doc]:
    """Return the documents of those keys that exist and are visible now."""
    pks: dict[str, list[int]] = {}
    for key in keys:
        name, pk = split_key(key)
        pks.setdefault(name, []).append(pk)
    docs: dict[str, Doc] = {}
    for name, wanted in pks.items():
        kind = kinds().get(name)
        if kind:
            docs |= {kind.key(pk): kind.build(obj) for pk, obj in kind.objects(wanted).items()}
    return docs


def targets() -> list[tuple[Engine, list[str]]]:
    """Return every engine with the generations that must hear of a change: the active and the one being built."""
    building = dict(
        Generation.objects.filter(state=GenerationState.BUILDING).values_list("engine", "name")
    )
    found = []
    for engine in backends.engines():
        try:
            active = _active(engine)
        except EngineUnavailable as error:
            _note_down(engine, error)
            found.append((engine, []))
            continue
        names = [name for name in (active, building.get(engine.name)) if name]
        if names:
            found.append((engine, list(dict.fromkeys(names))))
    return found


def _active(engine: Engine) -> str | None:
    if backends.breaker(engine.name).is_open():
        message = "was down a moment ago"
        raise EngineUnavailable(message)
    return engine.active()


def _note_down(engine: Engine, error: EngineUnavailable) -> None:
    if not backends.breaker(engine.name).is_open():
        logger.warning("search engine %s is down: %s", engine.name, error)
        backends.breaker(engine.name).trip()


def versioned(docs: Iterable[Doc], version: int) -> list[Doc]:
    return [replace(doc, version=version) for doc in docs]


def _write(  # noqa: PLR0913
    engine: Engine,
    generations: Sequence[str],
    keys: Sequence[str],
    docs: dict[str, Doc],
    version: int,
    outcomes: Outcomes,
) -> None:
    if not generations:
        outcomes.retry |= dict.fromkeys(keys, f"{engine.name} is down")
        return
    entries = analyse(versioned(docs.values(), version), lexicon())
    gone = [(key, version) for key in keys if key not in docs]
    try:
        for generation in generations:
            outcomes.add(engine.write(generation, entries))
            outcomes.add(engine.delete(generation, gone))
            engine.refresh(generation)
    except EngineUnavailable as error:
        _note_down(engine, error)
        outcomes.retry |= dict.fromkeys(keys, str(error))


def _settle(rows: Sequence[Outbox], outcomes: Outcomes) -> None:
    """Delete acknowledged rows, keep the others for later, set aside what will never be taken."""
    now = timezone.now()
    done = []
    for row in rows:
        mine = Outbox.objects.filter(pk=row.pk)
        if row.key in outcomes.rejected:
            mine.update(is_dead=True, error=outcomes.rejected[row.key][:_ERROR_LENGTH])
        elif row.key in outcomes.retry:
            pause = dt.timedelta(seconds=min(2 ** min(row.attempts, MAX_ATTEMPTS), _LONGEST_PAUSE))
            mine.update(claimed_until=now + pause, error=outcomes.retry[row.key][:_ERROR_LENGTH])
        else:
            done.append(row.pk)
    Outbox.objects.filter(pk__in=done).delete()


def _remember(keys: Sequence[str], docs: dict[str, Doc], version: int, outcomes: Outcomes) -> None:
    failed = outcomes.retry.keys() | outcomes.rejected.keys()
    remember([doc for key, doc in docs.items() if key not in failed], version)
    Delivered.objects.filter(
        key__in=[key for key in keys if key not in docs and key not in failed]
    ).delete()


def remember(docs: Sequence[Doc], version: int) -> None:
    """Write down, for `search_verify`, what was delivered and the first version that said it."""
    fresh = {doc.key: digest(doc) for doc in docs}
    same = Delivered.objects.filter(key__in=fresh).values_list("key", "digest")
    unchanged = {key for key, known in same if fresh[key] == known}
    Delivered.objects.bulk_create(
        [
            Delivered(key=key, version=version, digest=made)
            for key, made in fresh.items()
            if key not in unchanged
        ],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["version", "digest"],
    )
