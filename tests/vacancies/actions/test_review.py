import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from office.transitions import StaleState
from people.enums import Role
from tests.factories.people import MembershipFactory
from tests.factories.vacancies import ApplicationFactory
from vacancies.actions import review
from vacancies.enums import ApplicationStatus as S
from vacancies.models import Application

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def application():
    return ApplicationFactory(submitted=True)


def reviewer_of(application):
    return MembershipFactory(unit=application.position.unit).user


def officer_of(application):
    return MembershipFactory(unit=application.notice.unit, role=Role.PERSONNEL).user


def test_supervisor_cannot_claim(application):
    user = MembershipFactory(unit=application.notice.unit, role=Role.SUPERVISOR).user
    with pytest.raises(PermissionDenied):
        review.claim(application, user)


@pytest.mark.django_db(transaction=True)
def test_two_reviewers_claim_at_once_one_wins(application):
    users = [reviewer_of(application), reviewer_of(application)]
    gate = Barrier(2)

    def take(user):
        try:
            mine = Application.objects.get(pk=application.pk)
            gate.wait(10)
            review.claim(mine, user)
        except StaleState:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, users)) == [False, True]


def test_expired_lock_is_free_for_colleague_and_useless_to_its_holder(application):
    first, second = reviewer_of(application), reviewer_of(application)
    review.claim(application, first)
    with pytest.raises(StaleState):
        review.claim(application, second)
    Application.objects.update(claimed_until=timezone.now() - dt.timedelta(seconds=1))
    application.refresh_from_db()
    with pytest.raises(review.NotReady):
        review.pass_(application, first)
    review.claim(application, second)
    assert application.claimed_by == second


def test_second_return_is_refused(application):
    user = reviewer_of(application)
    review.claim(application, user)
    review.return_(application, user, ["name"], "请核对姓名")
    assert application.mend_until >= application.notice.closes_at
    Application.objects.update(status=S.SUBMITTED)
    application.refresh_from_db()
    review.claim(application, user)
    with pytest.raises(review.NotReady):
        review.return_(application, user, ["name"], "再核对")


def test_same_person_cannot_do_both_checks(application):
    user = reviewer_of(application)
    MembershipFactory(user=user, unit=application.notice.unit, role=Role.PERSONNEL)
    review.claim(application, user)
    review.pass_(application, user)
    with pytest.raises(PermissionDenied):
        review.confirm(application, user)


def test_officer_confirms_rejection_with_the_units_words(application):
    user = reviewer_of(application)
    review.claim(application, user)
    review.reject(application, user, "Z01", "学历不符")
    review.confirm(application, officer_of(application))
    assert application.status == S.REJECTED
    assert application.events.last().public_note == "学历不符"
