"""Changes are written down with the change, and found as soon as it is committed."""

import pytest
from django.db import transaction

from office.models import Unit
from search.models import Outbox
from search.outbox import touch
from tests.factories.vacancies import PositionFactory
from tests.search.asking import keys
from vacancies.models import Position

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


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
