import pytest
from django.contrib.auth.models import AnonymousUser

from people.enums import Role
from tests.factories import MembershipFactory, NoticeFactory, UnitFactory, UserFactory
from vacancies.models import Notice
from vacancies.permissions import can_import, importable_notices, may_import

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def notices():
    office = UnitFactory()
    below = UnitFactory(parent=office)
    return [NoticeFactory(unit=unit) for unit in (office, below, UnitFactory())]


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("number", range(3))
def test_importable_notices_are_those_one_can_import(notices, role, number):
    user = MembershipFactory(unit=notices[number].unit, role=role).user if role else UserFactory()
    allowed = set(importable_notices(user))
    assert allowed == {notice for notice in Notice.objects.all() if can_import(user, notice)}
    assert may_import(user) == (role in (Role.EDITOR, Role.PERSONNEL))


def test_an_officer_imports_for_units_below_and_never_above(notices):
    office, below, _other = notices
    officer = MembershipFactory(unit=office.unit, role=Role.PERSONNEL).user
    clerk = MembershipFactory(unit=below.unit, role=Role.EDITOR).user
    assert set(importable_notices(officer)) == {office, below}
    assert set(importable_notices(clerk)) == {below}


def test_visitors_import_nothing(notices):
    assert not importable_notices(AnonymousUser()).exists()
    assert not can_import(AnonymousUser(), notices[0])
