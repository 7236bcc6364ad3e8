"""Opening another person's data: always for a purpose, always on record for that person."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from office.transitions import require
from people.models import ReadLog
from vacancies.models import Application, Attachment
from vacancies.permissions.reviewer import can_read, unit_of


def reveal(application: Application, reader: Any, purpose: str) -> None:
    """Show the numbers unmasked. ValidationError without a purpose."""
    _record([application], reader, _("证件号码和手机号"), _stated(purpose))


def open_document(attachment: Attachment, reader: Any) -> None:
    """A proof attached to the application is opened for the review."""
    _record([attachment.application], reader, attachment.document.title, _("资格审核"))


def export(applications: Iterable[Application], reader: Any, purpose: str) -> None:
    """A list of names leaves the house. ValidationError without a purpose."""
    _record(applications, reader, _("报名名单（不含证件号和手机号）"), _stated(purpose))


def _stated(purpose: str) -> str:
    if not purpose.strip():
        raise ValidationError(_("请写明用途；本人能看到这条记录。"))
    return purpose.strip()[:200]


def _record(applications: Iterable[Application], reader: Any, what: str, purpose: str) -> None:
    rows = []
    for application in applications:
        require(can_read(reader, application))
        rows.append(
            ReadLog(
                person_id=application.person_id,
                reader=reader,
                unit=unit_of(reader, application),
                what=what[:80],
                purpose=purpose,
                case=application.number,
            )
        )
    ReadLog.objects.bulk_create(rows)
