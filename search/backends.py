"""The engines this installation runs: one that answers and, beside a server, the embedded standby."""

import functools
import time

from django.conf import settings

from search.engines.base import Engine
from search.engines.elastic import ElasticEngine
from search.engines.fts5 import Fts5Engine

_DOWN_SECONDS = 10


@functools.cache
def embedded() -> Engine:
    return Fts5Engine(settings.SEARCH["PATH"])


@functools.cache
def server() -> Engine:
    options = settings.SEARCH
    return ElasticEngine(
        options["URLS"],
        prefix=options["PREFIX"],
        api_key=options.get("API_KEY") or None,
        timeout=options.get("TIMEOUT", 5),
        shards=options["SHARDS"],
        replicas=options["REPLICAS"],
    )


def primary() -> Engine:
    return server() if settings.SEARCH["ENGINE"] == "elasticsearch" else embedded()


def standby() -> Engine | None:
    """Return the engine that answers when the primary is down; None when there is only one."""
    return embedded() if settings.SEARCH["ENGINE"] == "elasticsearch" else None


def engines() -> list[Engine]:
    """Return every engine that is kept up to date, the primary first."""
    other = standby()
    return [primary(), other] if other else [primary()]


def named(name: str) -> Engine:
    """Return a running engine by name. Raises ValueError when this installation does not run it."""
    for engine in engines():
        if engine.name == name:
            return engine
    message = f"engine {name!r} is not running here"
    raise ValueError(message)


def forget() -> None:
    """Drop the engines, so that the next use reads the settings again (tests)."""
    embedded.cache_clear()
    server.cache_clear()
    breaker.cache_clear()


class Breaker:
    """Remembers for a while that an engine was down, so that not every request waits for it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until = 0.0

    def is_open(self) -> bool:
        return time.monotonic() < self._until

    def trip(self) -> None:
        self._until = time.monotonic() + self._seconds

    def reset(self) -> None:
        self._until = 0.0


@functools.cache
def breaker(engine_name: str) -> Breaker:
    """Return the breaker of an engine, shared by searches and deliveries of this process."""
    return Breaker(_DOWN_SECONDS if engine_name == ElasticEngine.name else 0)
