"""The transition engine: a case moves only along its table.

A machine is a literal table that a clerk could proof-read. Buttons, guards, messages, the
diagrams in the docs and the tests all read it; `fire` is the only way a status changes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TransitionError(Exception):
    """A move that cannot be made; `str()` is fit for the person who pressed the button."""


class StaleState(TransitionError):
    """Somebody else was faster: the case has left the states this move starts from."""

    def __init__(self) -> None:
        super().__init__(_("已有同事先处理了，您的操作没有生效。请看最新状态。"))


class ReasonRequired(TransitionError):
    """The table asks for a reason and none was given."""

    def __init__(self) -> None:
        super().__init__(_("请写明原因。"))


@dataclass(frozen=True)
class Transition:
    """One row of the table.

    `name` is the verb; `label` stands on the button; `done` is the staff's line in the
    history; `public` the applicant's line ('' = the person is not shown this step);
    `actors` the roles that may make it (people.enums.Role values, plus "owner" for the
    person and "system" for timers); `effect` says what happens on pressing; `deadline`
    names the rule that sets the next due time.
    """

    name: str
    label: str
    sources: tuple[str, ...]
    target: str
    actors: tuple[str, ...]
    done: str
    public: str = ""
    reason: bool = False
    effect: str = ""
    deadline: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Machine:
    """All rows of one kind of case, and the plain status the person reads for each state."""

    name: str
    states: type[models.TextChoices]
    transitions: tuple[Transition, ...]
    public: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Transition:
        for transition_ in self.transitions:
            if transition_.name == name:
                return transition_
        raise KeyError(name)

    def available(self, status: str, roles: Iterable[str]) -> list[Transition]:
        """Rows that start in `status` and that one of `roles` may make, in table order."""
        roles = set(roles)
        return [t for t in self.transitions if status in t.sources and roles & set(t.actors)]


def fire(
    subject: models.Model,
    transition_: Transition,
    *,
    actor: Any = None,
    unit: Any = None,
    reason: str = "",
    public_note: str = "",
    changes: Mapping[str, Any] | None = None,
    guard: models.Q | None = None,
    data: Mapping[str, Any] | None = None,
) -> models.Model:
    """Move `subject` along one row: compare-and-set, then the event row, in one transaction.

    `changes` are further columns set by the same UPDATE; `guard` is a further condition of
    it (e.g. "the lock is mine"). Returns the event. Raises StaleState when no row matched,
    ReasonRequired when the table asks for one. The caller checks permission first and
    notifies after commit. The event goes to the related manager `subject.events`.
    """
    if transition_.reason and not (reason or public_note).strip():
        raise ReasonRequired
    before = subject.status
    with transaction.atomic():
        rows = type(subject)._base_manager.filter(  # noqa: SLF001 rights were checked by the caller
            guard or models.Q(), pk=subject.pk, status=before, status__in=transition_.sources
        )
        values = {**(changes or {}), "status": transition_.target}
        if not rows.update(**values):
            raise StaleState
        for name, value in values.items():
            setattr(subject, name, value)
        return subject.events.create(
            transition=transition_.name,
            from_status=before,
            to_status=transition_.target,
            actor=actor,
            unit=unit,
            at=timezone.now(),
            reason=reason,
            public_note=public_note,
            data=dict(data or {}),
        )


def require(allowed: bool) -> None:  # noqa: FBT001 reads as a sentence: require(can_pass(user, obj))
    """PermissionDenied unless allowed; the first line of an action."""
    if not allowed:
        raise PermissionDenied
