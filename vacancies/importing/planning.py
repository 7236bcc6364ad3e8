"""What an import would do to a notice: which positions are new, which change and how, which stay."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from vacancies.importing.drafts import CONDITION_ATTRIBUTES, Draft
from vacancies.importing.places import Places
from vacancies.importing.problems import Problem, error, warning
from vacancies.models import Condition, Notice, Position


@dataclass
class Change:
    """An existing position and what the table says differently: attribute → (old, new)."""

    position: Position
    draft: Draft
    values: dict[str, tuple[Any, Any]]
    conditions: list[tuple[str, str]] | None = None
    old_conditions: list[Condition] = field(default_factory=list)

    @property
    def touches_conditions(self) -> bool:
        return self.conditions is not None or any(
            name in CONDITION_ATTRIBUTES for name in self.values
        )


@dataclass
class Plan:
    created: list[Draft] = field(default_factory=list)
    updated: list[Change] = field(default_factory=list)
    unchanged: list[Draft] = field(default_factory=list)
    refused: list[Draft] = field(default_factory=list)
    #: positions of the notice that the table does not name; they are left alone
    absent: int = 0

    @property
    def rows(self) -> int:
        """Positions that will stand as the table says."""
        return len(self.created) + len(self.updated) + len(self.unchanged)


def plan(notice: Notice | None, drafts: Iterable[Draft]) -> Plan:
    """Hold the drafts against the notice's positions; problems found on the way are added to the drafts."""
    result = Plan()
    drafts = list(drafts)
    good = [draft for draft in drafts if draft.is_good]
    result.refused = [draft for draft in drafts if not draft.is_good]
    if notice is None:
        result.created = good
        return result
    existing = _Existing(notice)
    places = Places()
    for draft in good:
        position = existing.take(draft)
        if position is None:
            result.created.append(draft)
            continue
        change = _compare(position, existing.conditions.get(position.pk, []), draft, places)
        if not change.values and change.conditions is None:
            result.unchanged.append(draft)
        elif change.touches_conditions and position.applied:
            draft.problems.append(_frozen(draft, position))
            result.refused.append(draft)
        else:
            if change.touches_conditions and notice.is_public:
                reason = _("公告已发布，资格条件有改动：请同时发更正公告")
                draft.problems.append(
                    warning(reason).at(draft.sheet, draft.row, None, draft.values["title"])
                )
            result.updated.append(change)
    result.absent = existing.left
    return result


class _Existing:
    """The notice's positions, each given away once."""

    def __init__(self, notice: Notice) -> None:
        positions = list(notice.positions.with_applied())
        self.by_key = {position.key: position for position in positions}
        self.by_nature: dict[tuple[str, ...], list[Position]] = {}
        for position in positions:
            self.by_nature.setdefault(_nature(vars(position)), []).append(position)
        self.conditions: dict[int, list[Condition]] = {}
        for condition in Condition.objects.filter(position__notice=notice).order_by("order", "id"):
            self.conditions.setdefault(condition.position_id, []).append(condition)
        self.taken: set[int] = set()
        self.total = len(positions)

    def take(self, draft: Draft) -> Position | None:
        """By key; else by unit, section, name and code, should a later table need another key."""
        candidates = [self.by_key.get(draft.key)]
        alike = self.by_nature.get(_nature(draft.values), [])
        if len(alike) == 1:
            candidates.append(alike[0])
        for position in candidates:
            if position is not None and position.pk not in self.taken:
                self.taken.add(position.pk)
                return position
        return None

    @property
    def left(self) -> int:
        return self.total - len(self.taken)


def _nature(values: dict[str, Any]) -> tuple[str, ...]:
    return tuple(values[name] for name in ("unit_name", "section", "title", "code"))


def _compare(
    position: Position, conditions: list[Condition], draft: Draft, places: Places
) -> Change:
    wanted = {name: draft.values[name] for name in draft.provided if name in draft.values}
    for name, found in places.of({**vars(position), **wanted}).items():
        # A place someone put in by hand is kept while the table does not name another.
        if found is not None and getattr(position, f"{name}_id") is None:
            wanted[f"{name}_id"] = found.pk
    if not wanted.get("code"):
        wanted.pop("code", None)
    values = {
        name: (getattr(position, name), value)
        for name, value in wanted.items()
        if getattr(position, name) != value
    }
    change = Change(position, draft, values, old_conditions=conditions)
    has_columns = draft.provided.intersection(CONDITION_ATTRIBUTES)
    if has_columns and [(row.kind, row.text) for row in conditions] != draft.conditions:
        change.conditions = draft.conditions
    return change


def _frozen(draft: Draft, position: Position) -> Problem:
    reason = _("岗位 %(code)s 已有 %(n)d 人报名，资格条件不能改") % {
        "code": position.code or position.title, "n": position.applied,
    }  # fmt: skip
    fix = _("改回原条件；确需更改的，取消岗位后另行公告")
    return error(reason, fix).at(
        draft.sheet, draft.row, None, draft.values["code"] or draft.values["title"]
    )
