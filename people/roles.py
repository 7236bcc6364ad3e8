"""Questions about a user's roles, asked by the permissions of every app."""

from django.db.models import Q

from office.models import Unit
from people.models import Membership


def roles_of(user) -> set[str]:
    """Role values the user holds anywhere; empty for visitors and applicants."""
    if not user.is_authenticated:
        return set()
    return {membership.role for membership in memberships_of(user)}


def memberships_of(user) -> list[Membership]:
    """Active memberships with their units, read once per user object."""
    if not hasattr(user, "_memberships"):
        user._memberships = list(  # noqa: SLF001 a cache on our own model
            Membership.objects.active().filter(user=user).select_related("unit")
        )
    return user._memberships  # noqa: SLF001


def units_with(user, *roles: str) -> list[Unit]:
    """Units in which the user holds one of `roles`."""
    if not user.is_authenticated:
        return []
    return [m.unit for m in memberships_of(user) if m.role in roles]


def below(units: list[Unit], lookup: str = "unit") -> Q:
    """Rows whose `lookup` unit is one of `units` or lies below it; nothing for no units."""
    rule = Q(pk__in=[])
    for unit in units:
        rule |= Q(**{f"{lookup}__path__startswith": unit.path})
    return rule
