import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, models

from office.transitions import (
    Machine,
    ReasonRequired,
    StaleState,
    Transition,
    fire,
    require,
)
from tests.factories import ApplicationFactory
from vacancies.enums import ApplicationStatus
from vacancies.models import Application

pytestmark = pytest.mark.integration
CLAIM = Transition("claim", "领取", ("submitted",), "in_review", ("unit_reviewer",), "已领取")
REJECT = Transition(
    "reject", "不通过", ("in_review",), "unit_rejected", ("unit_reviewer",), "未通过", reason=True
)
MACHINE = Machine("test", ApplicationStatus, (CLAIM, REJECT))


@pytest.mark.django_db
def test_fire_moves_the_case_and_writes_its_event(frozen):
    case = ApplicationFactory(submitted=True)
    event = fire(case, CLAIM, actor=case.person.user, changes={"claimed_by": case.person.user})
    case.refresh_from_db()
    assert (case.status, case.claimed_by) == ("in_review", case.person.user)
    assert (event.from_status, event.to_status, event.transition) == (
        "submitted",
        "in_review",
        "claim",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("guard", [None, models.Q(claimed_by__isnull=False)])
def test_fire_refuses_a_stale_case_and_leaves_it(guard):
    case = ApplicationFactory(submitted=True)
    if guard is None:
        Application.objects.update(status="withdrawn")
    with pytest.raises(StaleState):
        fire(case, CLAIM, guard=guard)
    assert case.events.count() == 0


@pytest.mark.django_db
def test_fire_asks_for_a_reason_where_the_table_does():
    case = ApplicationFactory(submitted=True, status="in_review")
    with pytest.raises(ReasonRequired):
        fire(case, REJECT, reason="  ")
    assert fire(case, REJECT, reason="专业不符").reason == "专业不符"


def test_available_follows_state_and_role():
    assert MACHINE.available("submitted", ["unit_reviewer"]) == [CLAIM]
    assert MACHINE.available("submitted", ["personnel"]) == []
    assert MACHINE["reject"] is REJECT
    with pytest.raises(KeyError):
        MACHINE["unknown"]


def test_require_denies():
    with pytest.raises(PermissionDenied):
        require(False)


@pytest.mark.django_db(transaction=True)
def test_fire_by_eight_at_once_lets_one_through():
    case = ApplicationFactory(submitted=True)
    start, outcomes = threading.Barrier(8), []

    def press():
        mine = Application.objects.get(pk=case.pk)
        start.wait()
        try:
            fire(mine, CLAIM)
            outcomes.append("moved")
        except StaleState:
            outcomes.append("stale")
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["moved"] + ["stale"] * 7
    assert case.events.count() == 1
