"""Builds a new generation beside the active one and swaps once.

Workers write to both while it is built. The scan goes by primary key and writes its place down after each chunk, so a
killed rebuild goes on where it stopped; nothing is visible before the one swap at the end.
"""

import datetime as dt
from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.utils import timezone

from search.engines.base import Engine, EngineUnavailable, analyse
from search.models import Generation
from search.models.generation import GenerationState
from search.registry import Kind, kinds
from search.schema import SCHEMA
from search.types import Outcome
from search.vocabulary import lexicon
from search.worker import draw_version, remember, versioned

CHUNK = 500
SILENCE = dt.timedelta(seconds=60)
"""A rebuild that has said nothing for so long is dead and may be taken over."""
Progress = Callable[[Generation], None]


class RebuildRunning(Exception):
    """Another process is rebuilding this engine's index."""


def rebuild(engine: Engine, progress: Progress = lambda _: None) -> Generation:
    """Build and activate a generation, or go on with one that was interrupted.

    Raises RebuildRunning when another process is at it, EngineUnavailable when the engine goes away.
    """
    generation = _resumed(engine) or _begun(engine)
    names = list(kinds())
    for name in names[names.index(generation.kind) if generation.kind else 0 :]:
        if generation.kind != name:
            generation.kind, generation.last_pk = name, 0
        while _copy_chunk(engine, generation, kinds()[name]):
            generation.save()
            progress(generation)
    engine.refresh(generation.name)
    _swap(engine, generation)
    progress(generation)
    return generation


def _begun(engine: Engine) -> Generation:
    _sweep(engine)
    name = engine.create_generation(SCHEMA)
    total = sum(kind.visible().count() for kind in kinds().values())
    try:
        return Generation.objects.create(engine=engine.name, name=name, total=total)
    except IntegrityError as error:
        engine.drop_generation(name)
        raise RebuildRunning from error


def _resumed(engine: Engine) -> Generation | None:
    """Take over a dead rebuild; None when there is none."""
    found = Generation.objects.filter(engine=engine.name, state=GenerationState.BUILDING).first()
    if found is None:
        return None
    if found.name not in engine.generations():
        found.state = GenerationState.FAILED
        found.save()
        return None
    silent = Generation.objects.filter(pk=found.pk, heartbeat_at__lt=timezone.now() - SILENCE)
    if not silent.update(heartbeat_at=timezone.now()):
        raise RebuildRunning
    return found


def _copy_chunk(engine: Engine, generation: Generation, kind: Kind) -> bool:
    """Copy the next chunk; False when the kind is done. The version is drawn before the objects are read."""
    version = draw_version()
    objects = list(
        kind.related(kind.visible().filter(pk__gt=generation.last_pk)).order_by("pk")[:CHUNK]
    )
    if not objects:
        return False
    docs = [kind.build(obj) for obj in objects]
    acks = engine.write(generation.name, analyse(versioned(docs, version), lexicon()))
    failed = [ack for ack in acks if ack.outcome in {Outcome.RETRY, Outcome.REJECT}]
    if failed:
        raise EngineUnavailable(f"{failed[0].key}: {failed[0].error}")
    remember(docs, version)
    generation.last_pk = objects[-1].pk
    generation.done += len(objects)
    return True


def _swap(engine: Engine, generation: Generation) -> None:
    engine.activate(generation.name)
    with transaction.atomic():
        Generation.objects.filter(engine=engine.name, state=GenerationState.ACTIVE).update(
            state=GenerationState.RETIRED
        )
        generation.state = GenerationState.ACTIVE
        generation.finished_at = timezone.now()
        generation.save()


def _sweep(engine: Engine) -> None:
    """Drop what no longer answers and is not being built; the active generation stays."""
    building = Generation.objects.filter(engine=engine.name, state=GenerationState.BUILDING)
    keep = {engine.active(), *building.values_list("name", flat=True)}
    for name in engine.generations():
        if name not in keep:
            engine.drop_generation(name)
