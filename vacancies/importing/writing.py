"""Writing a plan into a notice. The caller opens the transaction: all of it or nothing."""

from typing import Any

from django.db.models import Max

from office.bulk import bulk_written
from vacancies.importing.drafts import Draft
from vacancies.importing.places import Places
from vacancies.importing.planning import Change, Plan
from vacancies.models import Condition, Notice, Position

BATCH = 500


def write(notice: Notice, plan: Plan) -> dict[str, Any]:
    """Create and update; gives what ``undo`` needs: new ids, and old values of what changed."""
    created = _create(notice, plan.created)
    before = [_before(change) for change in plan.updated]
    _update(plan.updated)
    touched = created + [change.position for change in plan.updated]
    if touched:
        bulk_written.send(sender=Position, pks=[position.pk for position in touched])
    return {"created": [position.pk for position in created], "updated": before}


def _create(notice: Notice, drafts: list[Draft]) -> list[Position]:
    places = Places()
    order = notice.positions.aggregate(last=Max("order"))["last"] or 0
    codes = _free_codes(notice, drafts)
    positions = []
    for number, draft in enumerate(drafts, order + 1):
        values = draft.values | places.of(draft.values)
        if not values["code"]:
            values["code"] = next(codes)
        positions.append(Position(notice=notice, key=draft.key, order=number, **values))
    Position.objects.bulk_create(positions, batch_size=BATCH)
    conditions = [
        Condition(position=position, order=number, kind=kind, text=text)
        for position, draft in zip(positions, drafts, strict=True)
        for number, (kind, text) in enumerate(draft.conditions)
    ]
    Condition.objects.bulk_create(conditions, batch_size=BATCH * 4)
    return positions


def _free_codes(notice: Notice, drafts: list[Draft]):
    """Running codes for tables without any: 0001, 0002 …; codes in use are passed over."""
    taken = set(notice.positions.values_list("code", flat=True)) | {
        draft.values["code"] for draft in drafts
    }
    number = 0
    while True:
        number += 1
        code = f"{number:04d}"
        if code not in taken:
            yield code


def _before(change: Change) -> dict[str, Any]:
    """A changed position as it was, fit for JSON; conditions with their confirmed criteria."""
    values = {name: _plain(old) for name, (old, _new) in change.values.items()}
    conditions = None
    if change.conditions is not None:
        names = ("order", "kind", "text", "hardness", "criterion")
        conditions = [{name: getattr(row, name) for name in names} for row in change.old_conditions]
    return {"pk": change.position.pk, "values": values, "conditions": conditions}


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, (str, int, dict)) else str(value)


def _update(changes: list[Change]) -> None:
    names: set[str] = set()
    for change in changes:
        for name, (_old, new) in change.values.items():
            setattr(change.position, name, new)
        names.update(change.values)
    if names:
        Position.objects.bulk_update(
            [change.position for change in changes], sorted(names), batch_size=BATCH
        )
    for change in changes:
        if change.conditions is not None:
            _replace_conditions(change)


def _replace_conditions(change: Change) -> None:
    """Sentences that stay keep their row, and with it a confirmed criterion."""
    old: dict[tuple[str, str], list[Condition]] = {}
    for row in change.old_conditions:
        old.setdefault((row.kind, row.text), []).append(row)
    fresh = []
    for number, (kind, text) in enumerate(change.conditions or ()):
        kept = old.get((kind, text))
        if kept:
            row = kept.pop(0)
            Condition.objects.filter(pk=row.pk).update(order=number)
        else:
            fresh.append(Condition(position=change.position, order=number, kind=kind, text=text))
    gone = [row.pk for rows in old.values() for row in rows]
    Condition.objects.filter(pk__in=gone).delete()
    Condition.objects.bulk_create(fresh)
