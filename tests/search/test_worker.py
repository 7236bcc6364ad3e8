"""Delivery loses nothing: stale workers, kill -9, an engine that goes away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from search import backends, worker
from search.engines.base import EngineUnavailable
from search.models import Outbox
from search.outbox import touch
from search.types import Ack, Outcome
from search.verify import verify
from tests.factories.vacancies import NoticeFactory, PositionFactory
from tests.search.asking import keys
from vacancies.models import Position

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def test_delivery_that_comes_late_does_not_undo_a_newer_one(index, monkeypatch) -> None:
    position = PositionFactory(title="司机")
    old, stale = worker.draw_version(), worker.read([f"position:{position.pk}"])
    Position.objects.filter(pk=position.pk).update(title="厨师")
    touch(Position.objects.filter(pk=position.pk))
    engine = backends.embedded()
    late = worker.analyse(worker.versioned(stale.values(), old), worker.lexicon())
    engine.write(engine.active(), late)
    assert keys("厨师") == [f"position:{position.pk}"]
    assert keys("司机") == []


def test_change_waits_while_an_engine_is_down_and_is_delivered_after(index, monkeypatch) -> None:
    def down(*_args):
        raise EngineUnavailable("down")

    with monkeypatch.context() as patch:
        patch.setattr(type(backends.embedded()), "write", down)
        position = PositionFactory(title="宇航员")
        assert Outbox.objects.filter(key=f"position:{position.pk}").exists()
    assert keys("宇航员") == []
    Outbox.objects.update(claimed_until=None)
    worker.drain()
    assert keys("宇航员") == [f"position:{position.pk}"]
    assert not Outbox.objects.exists()


def test_worker_killed_in_the_middle_loses_nothing(index, settings) -> None:
    """Kill -9 a real worker while it delivers; another goes on once the lease is over."""
    notice = NoticeFactory()
    unit = PositionFactory(notice=notice).unit
    Position.objects.bulk_create(
        Position(
            notice=notice,
            key=f"k{n}",
            title=f"岗位{n}",
            unit=unit,
            unit_name=unit.name,
            headcount=1,
        )
        for n in range(1500)
    )
    Outbox.objects.add(f"position:{pk}" for pk in Position.objects.values_list("pk", flat=True))
    process = _worker(settings)
    deadline = time.monotonic() + 60
    while Outbox.objects.count() == 1501 and time.monotonic() < deadline and process.poll() is None:
        pass
    process.send_signal(signal.SIGKILL)
    process.wait()
    Outbox.objects.update(claimed_until=None)
    worker.drain()
    assert not Outbox.objects.exists()
    assert verify(backends.embedded()).keys == []
    assert backends.embedded().counts(backends.embedded().active())["position"] == 1501


def _worker(settings) -> subprocess.Popen:
    database = settings.DATABASES["default"]
    script = (
        "import django; from django.conf import settings; django.setup();"
        "from django.db import connections;"
        f"settings.SEARCH['PATH'] = __import__('pathlib').Path({str(settings.SEARCH['PATH'])!r});"
        f"connections['default'].settings_dict['NAME'] = {str(database['NAME'])!r};"
        "from search.worker import drain; drain()"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "SEARCH_URLS": ""}
    return subprocess.Popen(
        [sys.executable, "-c", script], cwd=Path(__file__).resolve().parents[2], env=environment
    )


def test_document_refused_for_good_is_set_aside_and_does_not_block(index, monkeypatch) -> None:
    position = PositionFactory(title="宇航员")

    def refuse(_engine, _generation, entries):
        return [Ack(entry.doc.key, entry.doc.version, Outcome.REJECT, "bad") for entry in entries]

    Outbox.objects.add([f"position:{position.pk}"])
    with monkeypatch.context() as patch:
        patch.setattr(type(backends.embedded()), "write", refuse)
        assert worker.drain() == 1
    [dead] = Outbox.objects.dead()
    assert (dead.key, dead.error) == (f"position:{position.pk}", "bad")
    assert worker.drain() == 0


def test_versions_only_grow(index) -> None:
    drawn = [worker.draw_version() for _ in range(5)]
    assert drawn == sorted(set(drawn))
