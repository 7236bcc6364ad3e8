"""Who read another person's unmasked data; the person sees it at /my/access-log/."""

from office.models import Unit
from people.models import Person, ReadLog, User


def record(
    reader: User, person: Person, what: str, purpose: str, unit: Unit | None, case: str = ""
) -> ReadLog | None:
    """Write that `reader` opened `what` of `person`; reading one's own file is not recorded."""
    if person.user_id == reader.pk:
        return None
    return ReadLog.objects.create(
        reader=reader, person=person, what=what, purpose=purpose, unit=unit, case=case
    )
