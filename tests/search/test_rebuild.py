import pytest

from search import backends
from search.engines.base import EngineUnavailable
from search.models import Generation
from search.models.generation import GenerationState
from search.rebuild import RebuildRunning, rebuild
from search.verify import verify
from tests.factories.vacancies import PositionFactory
from tests.search.asking import total
from vacancies.models import Position

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def test_rebuild_swaps_once_and_keeps_one_old_generation_at_most(index) -> None:
    PositionFactory(title="宇航员")
    engine = backends.embedded()
    for _ in range(3):
        rebuild(engine)
    assert len(engine.generations()) <= 2
    assert total("宇航员") == 1
    assert Generation.objects.filter(engine=engine.name, state=GenerationState.ACTIVE).count() == 1


def test_change_during_a_rebuild_is_in_the_new_generation(index, monkeypatch) -> None:
    PositionFactory.create_batch(3, title="甲岗位")
    monkeypatch.setattr("search.rebuild.CHUNK", 1)
    seen = []

    def change(generation: Generation) -> None:
        if not seen:
            first = Position.objects.order_by("pk").first()
            first.title = "宇航员"
            first.save()
            Position.objects.order_by("pk").last().delete()
            PositionFactory(title="潜水员")
        seen.append(generation.done)

    rebuild(backends.embedded(), change)
    assert (total("宇航员"), total("潜水员"), total("甲岗位")) == (1, 1, 1)
    assert verify(backends.embedded()).keys == []


def test_interrupted_rebuild_goes_on_where_it_stopped(index, monkeypatch) -> None:
    PositionFactory.create_batch(4, title="宇航员")
    monkeypatch.setattr("search.rebuild.CHUNK", 1)
    old = backends.embedded().active()

    def die(generation: Generation) -> None:
        if generation.done == 2:
            raise EngineUnavailable("gone")

    with pytest.raises(EngineUnavailable):
        rebuild(backends.embedded(), die)
    assert backends.embedded().active() == old
    assert total("宇航员") == 4
    with pytest.raises(RebuildRunning):
        rebuild(backends.embedded())
    Generation.objects.filter(state=GenerationState.BUILDING).update(
        heartbeat_at="2020-01-01T00:00Z"
    )
    resumed = rebuild(backends.embedded())
    assert (resumed.done, resumed.name != old) == (4, True)
    assert total("宇航员") == 4
