"""The verbs of a position table on its way into a notice: start, check, mend, apply, cancel, undo."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from office.enums import JobStatus
from office.jobs import enqueue
from office.sheets import UnreadableWorkbook
from office.transitions import StaleState, require
from vacancies.enums import ImportStage
from vacancies.importing.planning import plan
from vacancies.importing.reading import Reading, read_positions
from vacancies.importing.remembering import recall, remember
from vacancies.importing.report import summary
from vacancies.importing.undoing import cannot_undo, undo_import
from vacancies.importing.writing import write
from vacancies.models import Notice, PositionImport
from vacancies.notifications import import_finished
from vacancies.permissions import can_import

JOB = "vacancies.import_positions"
MOST_BYTES = 10 * 1024**2
EXTENSIONS = ("xlsx", "xls", "xlsm")
BEFORE_APPLYING = (
    ImportStage.UPLOADED,
    ImportStage.MAPPED,
    ImportStage.PREVIEWED,
    ImportStage.REFUSED,
)

Progress = Callable[..., None]


def start(notice: Notice, actor: Any, upload: File) -> PositionImport:
    """Keep the file and read it once. Raises ValidationError when it is no position table."""
    require(can_import(actor, notice))
    name = (upload.name or "").rsplit("/", 1)[-1][:200]
    if name.rsplit(".", 1)[-1].lower() not in EXTENSIONS:
        raise ValidationError(_("只收 .xlsx 和 .xls 文件。"))
    if upload.size > MOST_BYTES:
        raise ValidationError(_("文件超过 10 MB，请分成几个文件。"))
    decisions = recall(notice.unit)
    try:
        reading = read_positions(upload.file, decisions=decisions, default_unit=notice.unit.name)
    except UnreadableWorkbook as unreadable:
        raise ValidationError(str(unreadable)) from unreadable
    if not reading.tables:
        raise ValidationError(_no_table(reading))
    item = PositionImport(
        notice=notice, file_name=name, owner=actor, mapping={"columns": {}, "fixes": {}}
    )
    _keep(item, reading)
    item.stage = ImportStage.REFUSED if reading.is_stopped else ImportStage.UPLOADED
    upload.seek(0)
    item.file.save(name, upload, save=False)
    item.save()
    return item


def _no_table(reading: Reading) -> str:
    reasons = "；".join(f"“{sheet.sheet.name}”{sheet.reason}" for sheet in reading.sheets)
    return _("没有找到岗位表：%(reasons)s。") % {"reasons": reasons}


def _keep(item: PositionImport, reading: Reading) -> None:
    item.report = summary(reading, plan(item.notice, reading.drafts))


def check(
    item: PositionImport, actor: Any, decisions: Mapping[str, str], *, is_remembered: bool = True
) -> None:
    """Take the columns as decided, read every row, show what an import would do; nothing is written."""
    require(can_import(actor, item.notice))
    mapping = {**item.mapping, "columns": {**item.mapping.get("columns", {}), **decisions}}
    if is_remembered:
        remember(item.notice.unit, decisions)
    _recheck(item, mapping)


def mend(item: PositionImport, actor: Any, place: str, text: str) -> None:
    """Put another text in a cell (``教育系统!E48``) of what is imported; the file stays as it is."""
    require(can_import(actor, item.notice))
    fixes = {**item.mapping.get("fixes", {}), place: text[:2000]}
    _recheck(item, {**item.mapping, "fixes": fixes})


def _recheck(item: PositionImport, mapping: dict[str, Any]) -> None:
    sources = (ImportStage.UPLOADED, ImportStage.MAPPED, ImportStage.PREVIEWED)
    if item.stage not in sources:
        raise StaleState
    item.mapping = mapping
    _keep(item, _read(item))
    _move(item, sources, ImportStage.PREVIEWED, mapping=mapping, report=item.report)


def _read(item: PositionImport, progress: Progress | None = None) -> Reading:
    decisions = {**recall(item.notice.unit), **item.mapping.get("columns", {})}
    with item.file.open("rb") as stream:
        return read_positions(
            stream,
            decisions=decisions,
            fixes=item.mapping.get("fixes"),
            default_unit=item.notice.unit.name,
            progress=progress,
        )


def apply(item: PositionImport, actor: Any) -> None:
    """Write in the background. A job that failed may be asked for once more."""
    require(can_import(actor, item.notice))
    if (
        not item.report.get("created", 0)
        + item.report.get("updated", 0)
        + item.report.get("unchanged", 0)
    ):
        raise ValidationError(_("没有可以导入的行。"))
    has_failed = item.job is not None and item.job.status == JobStatus.FAILED
    sources = (
        (ImportStage.PREVIEWED, ImportStage.APPLYING) if has_failed else (ImportStage.PREVIEWED,)
    )
    with transaction.atomic():
        _move(item, sources, ImportStage.APPLYING)
        link = reverse("vacancies:import_progress", args=[item.pk])
        item.job = enqueue(JOB, owner=actor, label=_("导入岗位表"), link=link, item=item.pk)
        item.save(update_fields=["job"])


def run(pk: int, progress: Progress) -> dict[str, Any]:
    """The work itself. Safe to repeat: what is applied or cancelled already is left alone."""
    item = PositionImport.objects.select_related("notice__unit", "owner").get(pk=pk)
    if item.stage != ImportStage.APPLYING:
        return _outcome(item)
    progress(0, item.report.get("rows", 0), _("读表"))
    reading = _read(item, progress)
    progress(reading.rows, reading.rows, _("写入岗位"))
    with transaction.atomic():
        # The row is held until the commit: a cancellation comes before or not at all.
        item = (
            PositionImport.objects.select_for_update(of=("self",))
            .select_related("notice__unit")
            .get(pk=pk)
        )
        if item.stage != ImportStage.APPLYING:
            return _outcome(item)
        Notice.objects.select_for_update().get(pk=item.notice_id)
        found = plan(item.notice, reading.drafts)
        report = summary(reading, found) | {"undo": write(item.notice, found)}
        _move(
            item,
            (ImportStage.APPLYING,),
            ImportStage.APPLIED,
            report=report,
            applied_at=timezone.now(),
        )
        import_finished(item, reverse("vacancies:import_report", args=[item.pk]))
    return _outcome(item)


def _outcome(item: PositionImport) -> dict[str, Any]:
    names = ("created", "updated", "unchanged", "refused")
    return {"stage": item.stage} | {name: item.report.get(name, 0) for name in names}


def cancel(item: PositionImport, actor: Any) -> None:
    """Give up; an import under way is taken back whole unless it has just been written."""
    require(can_import(actor, item.notice))
    _move(item, (*BEFORE_APPLYING, ImportStage.APPLYING), ImportStage.CANCELLED)


def undo(item: PositionImport, actor: Any) -> None:
    """Take an applied import back: new positions go, changed ones return to what they were."""
    require(can_import(actor, item.notice))
    with transaction.atomic():
        Notice.objects.select_for_update().get(pk=item.notice_id)
        if reason := cannot_undo(item):
            raise ValidationError(reason)
        undo_import(item)
        _move(
            item,
            (ImportStage.APPLIED,),
            ImportStage.CANCELLED,
            report={**item.report, "is_undone": True},
        )


def _move(item: PositionImport, sources: tuple[str, ...], target: str, **values: Any) -> None:
    """Compare and set; raises StaleState when a colleague was faster."""
    rows = PositionImport.objects.filter(pk=item.pk, stage__in=sources)
    if not rows.update(stage=target, **values):
        raise StaleState
    item.stage = target
    for name, value in values.items():
        setattr(item, name, value)
