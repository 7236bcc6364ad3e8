"""Nothing is lost: same transaction, stale workers, kill -9, an engine that goes away."""

import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from django.db import transaction

from office.models import Unit
from search import backends, worker
from search.engines.base import EngineUnavailable
from search.models import Outbox
from search.outbox import touch
from search.rebuild import rebuild
from search.service import search
from search.types import SearchRequest
from search.verify import repair, verify
from tests.factories.vacancies import NoticeFactory, PositionFactory
from vacancies.models import Position

pytestmark = pytest.mark.search


def keys(text: str) -> list[str]:
    return [hit.key for hit in search(SearchRequest(text=text, size=100)).hits]


@pytest.mark.django_db(transaction=True)
def test_change_and_outbox_row_share_a_transaction(index) -> None:
    def fail() -> None:
        with transaction.atomic():
            PositionFactory(title="宇航员")
            assert Outbox.objects.filter(key__startswith="position:").exists()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not Outbox.objects.exists()
    assert keys("宇航员") == []


@pytest.mark.django_db(transaction=True)
def test_committed_change_is_found_at_once_and_forgotten_when_it_goes(index) -> None:
    position = PositionFactory(title="宇航员")
    assert keys("宇航员") == [f"position:{position.pk}"]
    position.title = "潜水员"
    position.save()
    assert (keys("宇航员"), keys("潜水员")) == ([], [f"position:{position.pk}"])
    position.notice.is_public = False
    position.notice.save()
    assert keys("潜水员") == []
    position.notice.is_public = True
    position.notice.save()
    position.delete()
    assert keys("潜水员") == []
    assert not Outbox.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_renamed_unit_reaches_its_positions_and_touch_reaches_bulk_changes(index) -> None:
    position = PositionFactory(title="甲")
    unit = Unit.objects.get(pk=position.unit_id)
    unit.name = "新光学校"
    unit.save()
    assert keys("新光学校") == [f"position:{position.pk}"]
    Position.objects.update(title="乙岗位")
    assert keys("乙岗位") == []
    touch(Position.objects.all())
    assert keys("乙岗位") == [f"position:{position.pk}"]


@pytest.mark.django_db(transaction=True)
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


@pytest.mark.django_db(transaction=True)
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


@pytest.mark.django_db(transaction=True)
def test_verify_finds_drift_and_repair_cures_it(index) -> None:
    kept, changed, gone = PositionFactory(), PositionFactory(), PositionFactory()
    engine = backends.embedded()
    Position.objects.filter(pk=changed.pk).update(title="改了")
    Position.objects.filter(pk=gone.pk).update(is_cancelled=True)
    engine.delete(engine.active(), [(f"position:{kept.pk}", 10**9)])
    drift = verify(engine)
    assert drift.missing == [f"position:{kept.pk}"]
    assert drift.stale == [f"position:{changed.pk}"]
    assert drift.orphan == [f"position:{gone.pk}"]


@pytest.mark.django_db(transaction=True)
def test_verify_is_clean_after_repair(index) -> None:
    changed = PositionFactory()
    Position.objects.filter(pk=changed.pk).update(title="改了")
    assert repair(verify(backends.embedded())) == 1
    assert verify(backends.embedded()).keys == []
    assert keys("改了") == [f"position:{changed.pk}"]


@pytest.mark.django_db(transaction=True)
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


# ── the server and its standby ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def server(index, settings, elastic_urls):
    settings.SEARCH = {
        **settings.SEARCH, "ENGINE": "elasticsearch", "URLS": elastic_urls, "PREFIX": f"test-{uuid.uuid4().hex[:8]}",
        "TIMEOUT": 2,
    }  # fmt: skip
    backends.forget()
    engine = backends.server()
    rebuild(engine)
    yield engine
    for name in engine.generations():
        engine.drop_generation(name)


@pytest.mark.django_db(transaction=True)
def test_standby_answers_while_the_server_is_down_and_catch_up_is_exact(server, settings) -> None:
    rebuild(backends.embedded())
    before = PositionFactory(title="宇航员")
    assert search(SearchRequest(text="宇航员")).engine == "elasticsearch"
    urls = settings.SEARCH["URLS"]
    settings.SEARCH = {**settings.SEARCH, "URLS": ["http://127.0.0.1:9"]}
    backends.server.cache_clear()
    during = PositionFactory(title="宇航员助理")
    result = search(SearchRequest(text="宇航员"))
    assert (result.engine, result.is_degraded) == ("embedded", True)
    assert {hit.key for hit in result.hits} == {f"position:{before.pk}", f"position:{during.pk}"}
    assert Outbox.objects.exists()
    settings.SEARCH = {**settings.SEARCH, "URLS": urls}
    backends.server.cache_clear()
    backends.breaker("elasticsearch").reset()
    Outbox.objects.update(claimed_until=None)
    worker.drain()
    result = search(SearchRequest(text="宇航员"))
    assert (result.engine, result.is_degraded, result.total) == ("elasticsearch", False, 2)
    assert verify(backends.server()).keys == []
