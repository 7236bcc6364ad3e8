import pytest

from search import backends
from search.verify import repair, verify
from tests.factories.vacancies import PositionFactory
from tests.search.asking import keys
from vacancies.models import Position

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


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


def test_verify_is_clean_after_repair(index) -> None:
    changed = PositionFactory()
    Position.objects.filter(pk=changed.pk).update(title="改了")
    assert repair(verify(backends.embedded())) == 1
    assert verify(backends.embedded()).keys == []
    assert keys("改了") == [f"position:{changed.pk}"]
