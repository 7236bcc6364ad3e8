"""Who may work the position table of a notice."""

from django.db.models import QuerySet

from people.roles import below, units_with
from vacancies.models import Notice

# --- The position table of a notice: editors and personnel officers of its unit, or of one above


def can_import(user, notice: Notice) -> bool:
    """May work the position table of this notice."""
    return any(
        notice.unit.path.startswith(unit.path) for unit in units_with(user, "editor", "personnel")
    )


def importable_notices(user) -> QuerySet[Notice]:
    """Notices whose position tables the user may work; the twin of `can_import`."""
    return Notice.objects.filter(below(units_with(user, "editor", "personnel")))
