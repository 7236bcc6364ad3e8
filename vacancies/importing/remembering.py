"""What an issuing unit's header words mean, remembered from one import to the next."""

from collections.abc import Mapping

from office.models import Unit
from vacancies.models import ColumnMapping

_LONGEST = ColumnMapping._meta.get_field("header").max_length  # noqa: SLF001


def recall(unit: Unit) -> dict[str, str]:
    """header → field, as people of this unit decided; ``""`` keeps the column as it is."""
    return dict(ColumnMapping.objects.filter(unit=unit).values_list("header", "field"))


def remember(unit: Unit, decisions: Mapping[str, str]) -> None:
    """Keep the decisions for the unit's next table; a later one replaces an earlier."""
    rows = [
        ColumnMapping(unit=unit, header=header, field=name)
        for header, name in decisions.items()
        if len(header) <= _LONGEST
    ]
    ColumnMapping.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["unit", "header"], update_fields=["field"]
    )
