"""Who may read and decide applications: each rule a predicate and its queryset twin.

A unit's reviewer and its department see what is handed in for positions of their unit and
below; the personnel office and the supervisor what belongs to notices published by their
unit or below. Drafts are nobody's business but their owner's, and nobody works on an
application of their own (回避, domain §3.2 A2).
"""

from django.db.models import Q, QuerySet
from django.utils import timezone

from people.enums import Role
from people.roles import below, units_with
from vacancies.enums import ApplicationStatus as S
from vacancies.models import Application

UNIT_ROLES = (Role.UNIT_REVIEWER, Role.DEPARTMENT)
OFFICE_ROLES = (Role.PERSONNEL,)
READING_ROLES = (*UNIT_ROLES, *OFFICE_ROLES, Role.SUPERVISOR)
REVIEWED = (S.SUBMITTED, S.IN_REVIEW)
RECHECKED = (S.UNIT_PASSED, S.UNIT_REJECTED)


def _holds(user, roles: tuple[str, ...], unit) -> bool:
    return unit is not None and any(unit.path.startswith(u.path) for u in units_with(user, *roles))


def _is_own(user, application: Application) -> bool:
    return application.person.user_id is not None and application.person.user_id == user.pk


# --- The door: whoever may see a list of applications at all


def may_enter(user) -> bool:
    """Holds a role that reads applications."""
    return bool(units_with(user, *READING_ROLES))


# --- Reading


def can_read(user, application: Application) -> bool:
    """May open this application on the workbench."""
    if application.submitted_at is None or not user.is_authenticated:
        return False
    return _holds(user, UNIT_ROLES, application.position.unit) or _holds(
        user, (*OFFICE_ROLES, Role.SUPERVISOR), application.notice.unit
    )


def visible_applications(user) -> QuerySet[Application]:
    """The twin of `can_read`."""
    return Application.objects.submitted().filter(
        below(units_with(user, *UNIT_ROLES), "position__unit")
        | below(units_with(user, *OFFICE_ROLES, Role.SUPERVISOR), "notice__unit")
    )


# --- First check, by the unit


def is_reviewer_of(user, application: Application) -> bool:
    """Reviews for the position's unit; not on one's own application."""
    return (
        application.submitted_at is not None
        and _holds(user, UNIT_ROLES, application.position.unit)
        and not _is_own(user, application)
    )


def can_review(user, application: Application) -> bool:
    """May claim this application or decide it in the first check."""
    return application.status in REVIEWED and is_reviewer_of(user, application)


def reviewable_applications(user) -> QuerySet[Application]:
    """The twin of `can_review`."""
    return (
        Application.objects.submitted()
        .filter(below(units_with(user, *UNIT_ROLES), "position__unit"), status__in=REVIEWED)
        .exclude(_own(user))
    )


# --- Second check, by the personnel office; never by the one who decided for the unit


def is_officer_of(user, application: Application) -> bool:
    """Checks a second time for the notice's unit what somebody else has decided."""
    return (
        application.submitted_at is not None
        and _holds(user, OFFICE_ROLES, application.notice.unit)
        and application.unit_decider_id != user.pk
        and not _is_own(user, application)
    )


def can_recheck(user, application: Application) -> bool:
    """May confirm or overturn the unit's decision."""
    return application.status in RECHECKED and is_officer_of(user, application)


def recheckable_applications(user) -> QuerySet[Application]:
    """The twin of `can_recheck`."""
    return (
        Application.objects.submitted()
        .filter(below(units_with(user, *OFFICE_ROLES), "notice__unit"), status__in=RECHECKED)
        .filter(Q(unit_decider=None) | ~Q(unit_decider=user.pk))
        .exclude(_own(user))
    )


def can_note(user, application: Application) -> bool:
    """May write an internal note; the supervisor only reads."""
    return application.submitted_at is not None and (
        _holds(user, UNIT_ROLES, application.position.unit)
        or _holds(user, OFFICE_ROLES, application.notice.unit)
    )


def holds_lock(user, application: Application) -> bool:
    """The application is claimed by this user and the time has not run out."""
    return (
        application.claimed_by_id == user.pk
        and application.claimed_until is not None
        and application.claimed_until > timezone.now()
    )


def unit_of(user, application: Application):
    """The unit for which the user acts on this application, or None."""
    for roles, unit in (
        (UNIT_ROLES, application.position.unit),
        (OFFICE_ROLES, application.notice.unit),
    ):
        if unit is not None:
            for own in units_with(user, *roles):
                if unit.path.startswith(own.path):
                    return own
    return None


def _own(user) -> Q:
    return Q(person__user__isnull=False, person__user=user.pk)
