import pytest

from office.models import Unit
from tests.factories import UnitFactory

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_path_is_the_chain_from_the_root_and_follows_a_move():
    bureau, other = UnitFactory(), UnitFactory()
    school = UnitFactory(parent=bureau)
    branch = UnitFactory(parent=school)
    assert branch.path == f"/{bureau.pk}/{school.pk}/{branch.pk}/"
    school.parent = other
    school.save()
    branch.refresh_from_db()
    assert branch.path == f"/{other.pk}/{school.pk}/{branch.pk}/"
    assert set(Unit.objects.within(other)) == {other, school, branch}
    assert set(Unit.objects.within(bureau)) == {bureau}


def test_within_does_not_take_a_longer_number_for_a_child():
    one = UnitFactory()
    stranger = UnitFactory()
    Unit.objects.filter(pk=stranger.pk).update(path=f"/{one.pk}9/")
    assert set(Unit.objects.within(one)) == {one}
