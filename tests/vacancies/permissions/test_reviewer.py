import pytest
from django.utils import timezone

from people.enums import Role
from tests.factories.office import UnitFactory
from tests.factories.people import MembershipFactory
from tests.factories.vacancies import ApplicationFactory, NoticeFactory, PositionFactory
from vacancies import permissions
from vacancies.enums import ApplicationStatus as S
from vacancies.models import Application

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

TWINS = (
    (permissions.can_read, permissions.visible_applications),
    (permissions.can_review, permissions.reviewable_applications),
    (permissions.can_recheck, permissions.recheckable_applications),
)


@pytest.mark.parametrize("role", Role)
def test_predicate_and_queryset_agree_for_every_state(role):
    above = UnitFactory()
    below = UnitFactory(parent=above)
    user = MembershipFactory(unit=above, role=role).user
    for unit in (below, UnitFactory()):
        position = PositionFactory(unit=unit, notice=NoticeFactory(unit=unit))
        for state in S:
            at = None if state in (S.DRAFT, S.EXPIRED) else timezone.now()
            ApplicationFactory(position=position, status=state, submitted_at=at)
        ApplicationFactory(
            position=position, status=S.UNIT_PASSED, submitted_at=timezone.now(), unit_decider=user
        )
    everything = Application.objects.all()
    for predicate, twin in TWINS:
        said = {row.pk for row in everything if predicate(user, row)}
        assert said == set(twin(user).values_list("pk", flat=True))
