"""Three hundred applications across the states, with their history and snapshots."""

import datetime as dt
import random
from dataclasses import dataclass

from django.utils import timezone

from people.models import Person, User
from portal.demo import notices
from vacancies.enums import ApplicationStatus as S
from vacancies.models import Application, ApplicationEvent, Notice, Position

LOCK = dt.timedelta(minutes=30)
# Of each notice: how many applications stand in which state.
SHARES: dict[str, dict[S, int]] = {
    notices.OPEN.slug: {S.SUBMITTED: 60, S.PASSED: 30, S.DRAFT: 30, S.UNIT_PASSED: 15,
                        S.IN_REVIEW: 5, S.RETURNED: 8, S.REJECTED: 7, S.WITHDRAWN: 5},
    notices.CLOSED.slug: {S.PASSED: 45, S.REJECTED: 14, S.WITHDRAWN: 5, S.EXPIRED: 6},
    notices.REVIEWING.slug: {S.RETURNED: 6, S.SUBMITTED: 20, S.IN_REVIEW: 4, S.UNIT_PASSED: 16,
                             S.UNIT_REJECTED: 5, S.PASSED: 15, S.REJECTED: 4},
}  # fmt: skip
# The person's place in the crowd where each notice begins; `applicant` (0) has one file to mend.
FIRST = {notices.OPEN.slug: 75, notices.CLOSED.slug: 3, notices.REVIEWING.slug: 0}
# State → the moves that lead to it: (name in vacancies.transitions, state after it).
PASS, REJECT = ("unit_pass", S.UNIT_PASSED), ("unit_reject", S.UNIT_REJECTED)
PATHS: dict[S, tuple[tuple[str, S], ...]] = {
    S.DRAFT: (), S.EXPIRED: (("expire", S.EXPIRED),), S.SUBMITTED: (("submit", S.SUBMITTED),),
}  # fmt: skip
PATHS[S.WITHDRAWN] = (*PATHS[S.SUBMITTED], ("withdraw", S.WITHDRAWN))
PATHS[S.IN_REVIEW] = (*PATHS[S.SUBMITTED], ("claim", S.IN_REVIEW))
PATHS[S.RETURNED] = (*PATHS[S.IN_REVIEW], ("return", S.RETURNED))
PATHS[S.UNIT_PASSED] = (*PATHS[S.IN_REVIEW], PASS)
PATHS[S.UNIT_REJECTED] = (*PATHS[S.IN_REVIEW], REJECT)
PATHS[S.PASSED] = (*PATHS[S.UNIT_PASSED], ("confirm_pass", S.PASSED))
PATHS[S.REJECTED] = (*PATHS[S.UNIT_REJECTED], ("confirm_reject", S.REJECTED))


@dataclass(frozen=True)
class Actors:
    """Who makes the moves; None stands for the system."""

    reviewer: User
    personnel: User

    def of(self, move: str, person: Person) -> User | None:
        """The actor of one move."""
        if move in {"claim", "unit_pass", "unit_reject", "return"}:
            return self.reviewer
        if move in {"confirm_pass", "confirm_reject"}:
            return self.personnel
        return None if move == "expire" else person.user


def seed(by_slug: dict[str, Notice], people: list[Person]) -> None:
    """Create the applications whose number is not there yet, and their events."""
    actors = Actors(*(User.objects.get(username=name) for name in ("reviewer", "personnel")))
    crowd = [person for person in people if person.name]
    for row, (slug, shares) in enumerate(SHARES.items(), 1):
        wanted = [state for state, count in shares.items() for _ in range(count)]
        if slug != notices.REVIEWING.slug:
            random.Random(slug).shuffle(wanted)  # noqa: S311
        notice = by_slug[slug]
        positions = list(notice.positions.all())
        held = set(notice.applications.values_list("number", flat=True))
        rows = [
            _application(f"CX99{row}{n:05d}", notice, positions, _who(crowd, slug, n), state)
            for n, state in enumerate(wanted)
        ]
        for application in rows:
            _mark_decider(application, actors)
        rows = [application for application in rows if application.number not in held]
        Application.objects.bulk_create(rows)
        ApplicationEvent.objects.bulk_create(
            event for application in rows for event in _events(application, actors)
        )


def _who(crowd: list[Person], slug: str, number: int) -> Person:
    """`applicant2`, the second of the crowd, never applied and is passed over."""
    place = FIRST[slug] + number
    if slug == notices.REVIEWING.slug and number:
        place += 1
    return crowd[place]


def _application(
    number: str, notice: Notice, positions: list[Position], person: Person, state: S
) -> Application:
    choose = random.Random(number)  # noqa: S311 the same county on every machine
    position = choose.choice(positions)
    row = Application(
        number=number, verify_code=f"{choose.getrandbits(60):015x}", person=person, notice=notice,
        position=position, status=state, is_exclusive=notice.one_per_person,
        applicant_name=person.name, answers={"name": person.name},
    )  # fmt: skip
    last = min(notice.closes_at, timezone.now())
    span = (last - notice.opens_at).total_seconds()
    row.saved_at = notice.opens_at + dt.timedelta(seconds=span * choose.uniform(0.05, 0.9))
    if state in {S.DRAFT, S.EXPIRED}:
        return row
    row.submitted_at, row.snapshot = row.saved_at, _snapshot(person, position)
    row.review_due_at = row.submitted_at + dt.timedelta(days=notice.review_days)
    if state == S.RETURNED:
        row.open_fields = ["education", "diploma"]
        row.mend_until = max(
            notice.closes_at, timezone.now() + dt.timedelta(hours=notice.mend_hours)
        )
    return row


def _mark_decider(application: Application, actors: Actors) -> None:
    if application.status == S.IN_REVIEW:
        application.claimed_by = actors.reviewer
        application.claimed_until = timezone.now() + LOCK
    elif any(move in (PASS, REJECT) for move in PATHS[application.status]):
        application.unit_decider = actors.reviewer


def _snapshot(person: Person, position: Position) -> dict:
    return {
        "version": 1, "name": person.name, "id_number": person.id_number, "sex": person.sex,
        "birth_date": person.birth_date.isoformat(), "political_status": person.political_status,
        "household_place": person.household_place, "phone": person.user.phone,
        "position": {"code": position.code, "title": position.title, "unit": position.unit_name},
        "educations": [
            {"level": e.level, "degree": e.degree, "school": e.school, "major_name": e.major_name,
             "ended_on": e.ended_on.isoformat()} for e in person.educations.all()
        ],
        "certificates": [{"name": c.name, "number": c.number} for c in person.certificates.all()],
    }  # fmt: skip


def _events(application: Application, actors: Actors) -> list[ApplicationEvent]:
    at, before, events = application.saved_at, S.DRAFT, []
    for name, after in PATHS[application.status]:
        note = ""
        if name == "return":
            note = "学历信息与毕业证书不一致，请核对学历并重新上传毕业证书。"
        elif after == S.REJECTED:
            note = "专业不符合岗位要求。"
        events.append(ApplicationEvent(
            subject=application, transition=name, from_status=before, to_status=after,
            actor=actors.of(name, application.person), unit=application.position.unit, at=at,
            reason="专业不符合" if after in {S.UNIT_REJECTED, S.REJECTED} else "", public_note=note,
        ))  # fmt: skip
        before, at = after, min(at + dt.timedelta(hours=5), timezone.now())
    return events
