"""Taking an import back."""

from typing import Any

from django.utils.translation import gettext as _

from office.bulk import bulk_written
from vacancies.enums import ImportStage
from vacancies.models import Application, Condition, Position, PositionImport

BATCH = 500


def cannot_undo(item: PositionImport) -> str:
    """Why an applied import can no longer be taken back; "" when it can."""
    if item.stage != ImportStage.APPLIED or "undo" not in item.report:
        return _("这次导入没有可以撤回的内容。")
    if item.notice.is_public:
        return _("公告已发布，导入不能撤回；请用更正或取消岗位。")
    later = PositionImport.objects.filter(
        notice=item.notice_id, stage=ImportStage.APPLIED, pk__gt=item.pk
    )
    if later.exists():
        return _("之后又导入过，请先撤回后一次。")
    applied_to = Application.objects.filter(notice=item.notice_id).values_list(
        "position_id", flat=True
    )
    if set(applied_to) & _touched(item):
        return _("已有人报名，导入不能撤回。")
    return ""


def _touched(item: PositionImport) -> set[int]:
    undo = item.report["undo"]
    return {*undo["created"], *(row["pk"] for row in undo["updated"])}


def undo_import(item: PositionImport) -> None:
    """Delete what was created, restore what was changed. The caller holds the transaction."""
    undo = item.report["undo"]
    created = undo["created"]
    for first in range(0, len(created), BATCH):  # databases bound the values of one statement
        Position.objects.filter(
            notice=item.notice_id, pk__in=created[first : first + BATCH]
        ).delete()
    changed = item.notice.positions.in_bulk([row["pk"] for row in undo["updated"]])
    for row in undo["updated"]:
        if position := changed.get(row["pk"]):
            _restore(position, row)
    bulk_written.send(sender=Position, pks=list(changed))


def _restore(position: Position, row: dict[str, Any]) -> None:
    for name, value in row["values"].items():
        field = Position._meta.get_field(name)  # noqa: SLF001
        setattr(position, field.attname, field.to_python(value))
    position.save()
    if row["conditions"] is not None:
        position.conditions.all().delete()
        Condition.objects.bulk_create(
            Condition(position=position, **old) for old in row["conditions"]
        )
