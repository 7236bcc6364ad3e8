"""Timers: what happens because time has passed.

Each app registers functions `due(now) -> int` (how many cases they moved). Every one is
safe to run twice and by two processes at once: it moves cases by compare-and-set.
"""

import datetime as dt
from collections.abc import Callable

from django.utils import timezone

from office.jobs import revive
from office.messages import deliver_due

Timer = Callable[[dt.datetime], int]
_timers: dict[str, Timer] = {"deliver": deliver_due, "revive": revive}


def timer(name: str) -> Callable[[Timer], Timer]:
    """Register `due(now) -> int` under `name`."""

    def register(function: Timer) -> Timer:
        _timers[name] = function
        return function

    return register


def run_due(now: dt.datetime | None = None) -> dict[str, int]:
    """Run every timer once; {name: number of cases moved}."""
    now = now or timezone.now()
    return {name: function(now) for name, function in _timers.items()}
