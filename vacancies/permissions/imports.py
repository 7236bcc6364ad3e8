"""Who may work the position table of a notice."""

from django.db.models import QuerySet

from people.roles import below, units_with
from vacancies.enums import ApplicationStatus
from vacancies.models import Application, Notice

# --- The position table of a notice: editors and personnel officers of its unit, or of one above


def can_import(user, notice: Notice) -> bool:
    """May work the position table of this notice."""
    return any(notice.unit.path.startswith(unit.path) for unit in units_with(user, "editor", "personnel"))


def importable_notices(user) -> QuerySet[Notice]:
    """Notices whose position tables the user may work; the twin of `can_import`."""
    return Notice.objects.filter(below(units_with(user, "editor", "personnel")))


# --- Applications: reviewers of the position's unit, the personnel office of the notice's unit

REVIEWERS = ("unit_reviewer", "department")


def visible_applications(user) -> QuerySet[Application]:
    """Submitted applications the user may read; drafts are their owner's alone."""
    mine = below(units_with(user, *REVIEWERS), "position__unit") | below(
        units_with(user, "personnel", "supervisor"), "notice__unit"
    )
    return Application.objects.submitted().filter(mine)


def can_view(user, application: Application) -> bool:
    """The predicate beside `visible_applications`."""
    if application.submitted_at is None:
        return False
    return _under(application.position.unit, units_with(user, *REVIEWERS)) or _under(
        application.notice.unit, units_with(user, "personnel", "supervisor")
    )


def can_review(user, application: Application) -> bool:
    """First check: a reviewer of the position's unit, never on one's own application."""
    return (
        application.status in {ApplicationStatus.SUBMITTED, ApplicationStatus.IN_REVIEW}
        and application.person.user_id != user.pk
        and _under(application.position.unit, units_with(user, *REVIEWERS))
    )


def can_recheck(user, application: Application) -> bool:
    """Second check: the personnel office, never the one who decided for the unit."""
    return (
        application.status in {ApplicationStatus.UNIT_PASSED, ApplicationStatus.UNIT_REJECTED}
        and user.pk not in {application.unit_decider_id, application.person.user_id}
        and _under(application.notice.unit, units_with(user, "personnel"))
    )


def _under(unit, units) -> bool:
    return unit is not None and any(unit.path.startswith(above.path) for above in units)
