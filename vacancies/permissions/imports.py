"""Who may work the position table of a notice."""

from django.db.models import QuerySet

from people.enums import Role
from people.roles import below, units_with
from vacancies.models import Notice

# Editors and personnel officers, for notices of their unit and of units below it.
ROLES = (Role.EDITOR, Role.PERSONNEL)


def may_import(user) -> bool:
    """May work position tables at all."""
    return bool(units_with(user, *ROLES))


def can_import(user, notice: Notice) -> bool:
    """May work the position table of this notice."""
    return any(notice.unit.path.startswith(unit.path) for unit in units_with(user, *ROLES))


def importable_notices(user) -> QuerySet[Notice]:
    """Notices whose position tables the user may work; the twin of `can_import`."""
    return Notice.objects.filter(below(units_with(user, *ROLES)))
