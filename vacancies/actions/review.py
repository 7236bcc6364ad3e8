"""What reviewers do: claim, judge, pass, return, reject; and the personnel office's second check."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from office.transitions import StaleState, TransitionError, fire, require
from vacancies.enums import ApplicationStatus, Verdict
from vacancies.models import Application, Condition, Judgement, ReviewNote
from vacancies.notifications import application_decided
from vacancies.permissions.reviewer import (
    RECHECKED,
    REVIEWED,
    can_note,
    is_officer_of,
    is_reviewer_of,
    reviewable_applications,
    unit_of,
)
from vacancies.reasons import REASONS
from vacancies.transitions import APPLICATION

LOCK = dt.timedelta(minutes=30)
BATCH = 10
FREE = {"claimed_by": None, "claimed_until": None}


class NotReady(TransitionError):
    """Something must be done first; the text says what."""


# --- The lock: thirty minutes during which a file is one reviewer's


def claim(application: Application, reviewer: Any) -> None:
    """Take the file, or take it for another 30 minutes; two never hold it.

    Raises StaleState when a colleague holds it or it has been decided.
    """
    _require_first(application, reviewer)
    now = timezone.now()
    free = Q(claimed_until=None) | Q(claimed_until__lte=now) | Q(claimed_by=reviewer)
    changes = {"claimed_by": reviewer, "claimed_until": now + LOCK}
    if application.status == ApplicationStatus.SUBMITTED:
        unit = unit_of(reviewer, application)
        fire(
            application,
            APPLICATION["claim"],
            actor=reviewer,
            unit=unit,
            changes=changes,
            guard=free,
        )
        return
    held = Application.objects.filter(free, pk=application.pk, status=application.status)
    if not held.update(**changes):
        raise StaleState
    application.claimed_by, application.claimed_until = reviewer, changes["claimed_until"]


def claim_next(reviewer: Any, count: int = BATCH) -> list[Application]:
    """The most urgent free files, up to `count`; what a colleague takes meanwhile is passed over."""
    now = timezone.now()
    waiting = reviewable_applications(reviewer).filter(
        Q(claimed_until=None) | Q(claimed_until__lte=now)
    )
    taken = []
    for application in waiting.select_related("position__unit", "notice__unit", "person").order_by(
        "review_due_at", "submitted_at"
    )[:count]:
        try:
            claim(application, reviewer)
        except StaleState:
            continue
        taken.append(application)
    return taken


def release(application: Application, reviewer: Any) -> None:
    """Give the file back; a colleague may claim it."""
    _require_first(application, reviewer)
    if not Application.objects.filter(pk=application.pk, claimed_by=reviewer).update(**FREE):
        raise StaleState
    application.claimed_by = application.claimed_until = None


def unlock_expired(now: dt.datetime) -> int:
    """Free files whose 30 minutes are over; run by the timer."""
    return Application.objects.filter(claimed_until__lte=now).update(**FREE)


# --- First check


def judge(
    application: Application, reviewer: Any, condition: Condition, verdict: str, note: str = ""
) -> None:
    """The reviewer's verdict on one condition; needs the lock."""
    _require_first(application, reviewer)
    require(condition.position_id == application.position_id)
    if verdict not in Verdict.values:
        raise NotReady(_("请选一个判定。"))
    _require_lock(application, reviewer)
    Judgement.objects.update_or_create(
        application=application,
        condition=condition,
        defaults={"verdict": verdict, "note": note, "by": reviewer},
    )


def pass_(application: Application, reviewer: Any) -> None:
    """All conditions are judged met; goes to the second check where the notice has one."""
    _require_first(application, reviewer)
    missing = unmet(application)
    if missing:
        raise NotReady(_("还有 %(n)d 条条件没有判定为符合，不能通过。") % {"n": missing})
    _decide(
        application, reviewer, "unit_pass" if application.notice.second_check else "pass_finally"
    )


def bulk_pass(
    applications: Iterable[Application], reviewer: Any
) -> tuple[int, list[tuple[str, str]]]:
    """Pass what can be passed; (number passed, [(receipt number, why not)])."""
    passed, refused = 0, []
    for application in applications:
        try:
            pass_(application, reviewer)
        except TransitionError as error:
            refused.append((application.number, str(error)))
        else:
            passed += 1
    return passed, refused


def reject(application: Application, reviewer: Any, reason: str, words: str) -> None:
    """A reason of the catalogue and words for the applicant; final only after the second check."""
    _require_first(application, reviewer)
    if reason not in REASONS or not words.strip():
        raise NotReady(_("请选不通过的理由，并写明给本人的说明。"))
    name = "unit_reject" if application.notice.second_check else "reject_finally"
    _decide(application, reviewer, name, words=words, reason=reason)


def return_(application: Application, reviewer: Any, fields: list[str], words: str) -> None:
    """One complete list of what to mend (一次性告知), in words the applicant reads."""
    _require_first(application, reviewer)
    _return(application, reviewer, "return", fields, words)


def note(application: Application, author: Any, text: str) -> None:
    """An internal note; the applicant never sees it."""
    require(can_note(author, application))
    if not text.strip():
        raise NotReady(_("请写下要记的内容。"))
    ReviewNote.objects.create(application=application, by=author, text=text.strip())


def unmet(application: Application) -> int:
    """How many conditions are not judged met."""
    met = application.judgements.filter(verdict=Verdict.MET).values("condition_id")
    return application.position.conditions.exclude(pk__in=met).count()


def was_returned(application: Application) -> bool:
    """The one return has been used."""
    return application.events.filter(to_status=ApplicationStatus.RETURNED).exists()


# --- Second check: needs no lock, the status decides who was first


def confirm(application: Application, officer: Any) -> None:
    """Agree with the unit; a rejection goes out with the unit's own words."""
    _require_second(application, officer)
    if application.status == ApplicationStatus.UNIT_PASSED:
        _decide(application, officer, "confirm_pass")
        return
    unit = application.events.filter(to_status=ApplicationStatus.UNIT_REJECTED).last()
    _decide(
        application, officer, "confirm_reject",
        words=unit.public_note if unit else "", reason=unit.reason if unit else "",
    )  # fmt: skip


def overturn(application: Application, officer: Any, words: str) -> None:
    """Decide the other way; the reason is shown to the applicant."""
    _require_second(application, officer)
    passed = application.status == ApplicationStatus.UNIT_PASSED
    _decide(application, officer, "overturn_pass" if passed else "overturn_reject", words=words)


def recheck_return(application: Application, officer: Any, fields: list[str], words: str) -> None:
    """The office returns the file itself, under the same rule of one complete list."""
    _require_second(application, officer)
    _return(application, officer, "recheck_return", fields, words)


# --- What the verbs share


def _return(application: Application, actor: Any, name: str, fields: list[str], words: str) -> None:
    if not fields or not words.strip():
        raise NotReady(_("请勾选要补正的内容，并写明要怎么改。"))
    if was_returned(application):
        raise NotReady(_("已经退回过一次；补正须一次性告知，不能再次退回。"))
    mend = timezone.now() + dt.timedelta(hours=application.notice.mend_hours)
    closes = application.notice.closes_at
    _decide(
        application, actor, name, words=words,
        changes={"open_fields": fields, "mend_until": max(closes, mend) if closes else mend},
    )  # fmt: skip


def _decide(
    application: Application, actor: Any, name: str, *, words: str = "", reason: str = "",
    changes: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    row = APPLICATION[name]
    values = {**FREE, **(changes or {})}
    guard = Q()
    if application.status in REVIEWED:
        _require_lock(application, actor)
        guard = Q(claimed_by=actor, claimed_until__gt=timezone.now())
        values["unit_decider"] = actor
    with transaction.atomic():
        fire(
            application, row, actor=actor, unit=unit_of(actor, application), reason=reason,
            public_note=words.strip(), changes=values, guard=guard,
        )  # fmt: skip
        if row.public and application.person.user_id:
            application_decided(application, words.strip())


def _require_first(application: Application, reviewer: Any) -> None:
    require(is_reviewer_of(reviewer, application))
    if application.status not in REVIEWED:
        raise StaleState


def _require_second(application: Application, officer: Any) -> None:
    require(is_officer_of(officer, application))
    if application.status not in RECHECKED:
        raise StaleState


def _require_lock(application: Application, actor: Any) -> None:
    until = application.claimed_until
    if application.claimed_by_id != actor.pk or until is None or until <= timezone.now():
        raise NotReady(_("请先领取这份报名（领取后 30 分钟内由您审核）。"))
