"""What an applicant does: start, fill in, submit, withdraw."""

import datetime as dt
import secrets

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.transitions import TransitionError, fire, require
from people.models import Consent, Person
from vacancies.enums import ApplicationStatus, Phase
from vacancies.models import Application, Position
from vacancies.notifications import application_submitted
from vacancies.transitions import APPLICATION

DECLARATION_VERSION = "2026-09"
EDITABLE = (ApplicationStatus.DRAFT, ApplicationStatus.RETURNED)


class Refused(TransitionError):
    """The rule that stands in the way, in words for the applicant."""


def _number() -> str:
    """CX, the day, six digits that cannot be guessed from a neighbour's; not taken yet."""
    while True:
        number = f"CX{timezone.localdate():%y%m%d}{secrets.randbelow(10**6):06d}"
        if not Application.objects.filter(number=number).exists():
            return number


def person_of(user) -> Person:
    """The user's file, created when it is first needed."""
    person, _created = Person.objects.get_or_create(user=user)
    return person


def start_draft(user, position: Position) -> Application:
    """The user's live application for this position, or a new draft.

    Raises Refused when registration is not open, or when the notice allows one position per
    person and another one is held.
    """
    person = person_of(user)
    held = Application.objects.filter(person=person, notice=position.notice).exclude(
        status__in=(
            ApplicationStatus.REJECTED,
            ApplicationStatus.WITHDRAWN,
            ApplicationStatus.EXPIRED,
        )
    )
    own = held.filter(position=position).first()
    if own:
        return own
    if position.is_cancelled or position.notice.phase() != Phase.OPEN:
        raise Refused(_("这个岗位现在不在报名时间内。"))
    other = held.filter(is_exclusive=True).first()
    if other:
        raise Refused(
            _("本公告每人限报一个岗位，您已报“%(position)s”。") % {"position": other.position}
        )
    try:
        with transaction.atomic():
            return Application.objects.create(
                number=_number(),
                verify_code=secrets.token_hex(8),
                person=person,
                notice=position.notice,
                position=position,
                is_exclusive=position.notice.one_per_person,
                answers={"name": person.name, "id_number": person.id_number},
            )
    except IntegrityError as error:
        raise Refused(_("您刚刚已在别处报了本公告的岗位。")) from error


def save_draft(application: Application, user, answers: dict) -> None:
    """Keep what was typed, valid or not; a returned application only takes its open fields.

    By compare-and-set: a page left open elsewhere cannot write over what was handed in since.
    """
    require(application.person.user_id == user.pk)
    if application.status not in EDITABLE:
        raise Refused(_("报名已提交，不能再改。"))
    if application.status == ApplicationStatus.RETURNED:
        answers = {name: text for name, text in answers.items() if name in application.open_fields}
    kept = {**(application.answers or {}), **answers}
    now = timezone.now()
    unchanged = Application.objects.filter(pk=application.pk, status=application.status)
    if not unchanged.update(answers=kept, saved_at=now):
        raise Refused(_("这份报名已在别处提交或撤回，这里的改动没有保存。"))
    application.answers, application.saved_at = kept, now


def submit(application: Application, user, answers: dict) -> None:
    """Freeze the file and hand it in, or hand in again what was mended.

    `answers` have been validated by the form. Too late is refused and the draft is kept;
    a returned application may be mended until its own deadline.
    """
    require(application.person.user_id == user.pk)
    save_draft(application, user, answers)
    now = timezone.now()
    mending = application.status == ApplicationStatus.RETURNED
    in_time = (
        application.mend_until is None or now < application.mend_until
        if mending
        else application.notice.phase(now) == Phase.OPEN
    )
    if not in_time:
        raise Refused(_("报名已经截止，没有提交。您填写的内容还在。"))
    with transaction.atomic():
        fire(
            application,
            APPLICATION["resubmit" if mending else "submit"],
            actor=user,
            changes={
                "snapshot": {"version": 1, **application.answers},
                "applicant_name": application.answers.get("name", ""),
                "submitted_at": application.submitted_at or now,
                "review_due_at": now + dt.timedelta(days=application.notice.review_days),
                "open_fields": [],
                "claimed_by": None,
                "claimed_until": None,
            },
        )
        Consent.objects.create(
            person=application.person, kind="declaration", version=DECLARATION_VERSION
        )
        application_submitted(application)


def withdraw(application: Application, user) -> None:
    """Give the application up; possible until registration closes."""
    require(application.person.user_id == user.pk)
    if application.notice.phase() == Phase.CLOSED:
        raise Refused(_("报名已截止，不能在线撤回，请联系咨询电话。"))
    fire(application, APPLICATION["withdraw"], actor=user)
