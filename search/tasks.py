"""Timers of the search: what the worker after a commit could not deliver."""

import datetime as dt

from office.timers import timer
from search.worker import drain


@timer("search")
def deliver_outbox(now: dt.datetime) -> int:  # noqa: ARG001
    return drain()
