"""What time does to applications: drafts expire, locks fall."""

import datetime as dt

from office.timers import timer
from office.transitions import StaleState, fire
from vacancies.actions.review import unlock_expired
from vacancies.enums import ApplicationStatus
from vacancies.models import Application
from vacancies.transitions import APPLICATION

timer("unlock")(unlock_expired)


@timer("expire")
def expire_drafts(now: dt.datetime) -> int:
    """Drafts of notices whose registration has closed; each by compare-and-set."""
    late = Application.objects.filter(
        status=ApplicationStatus.DRAFT, notice__closes_at__lte=now
    ).select_related("notice")
    moved = 0
    for application in late.iterator():
        try:
            fire(application, APPLICATION["expire"])
        except StaleState:
            continue
        moved += 1
    return moved
