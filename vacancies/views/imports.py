"""The workbench pages of a position table on its way into a notice: five steps, each can be resumed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from office.enums import JobStatus
from office.models import Job
from office.transitions import StaleState
from vacancies import exports
from vacancies.actions import imports as actions
from vacancies.enums import ImportStage
from vacancies.forms.imports import ColumnsForm, MendForm, UploadForm
from vacancies.importing.undoing import cannot_undo
from vacancies.models import PositionImport
from vacancies.permissions import importable_notices, may_import

PAGE = 20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_STEP_OF = {
    ImportStage.UPLOADED: "columns",
    ImportStage.MAPPED: "columns",
    ImportStage.PREVIEWED: "preview",
    ImportStage.APPLYING: "progress",
    ImportStage.APPLIED: "report",
    ImportStage.REFUSED: "preview",
    ImportStage.CANCELLED: "report",
}


def _item(request: HttpRequest, pk: int) -> PositionImport:
    """The import, if it is the reader's to work; else 404."""
    items = PositionImport.objects.visible_to(request.user)
    return get_object_or_404(items.select_related("notice__unit", "owner", "job"), pk=pk)


def _address(item: PositionImport, step: str = "") -> str:
    return reverse(f"vacancies:import_{step or _STEP_OF[ImportStage(item.stage)]}", args=[item.pk])


def _show(request: HttpRequest, step: str, item: PositionImport, **context: Any) -> HttpResponse:
    context |= {"item": item, "notice": item.notice, "told": item.report, "step": step}
    return render(request, f"vacancies/imports/{step}.html", context)


@login_required
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """All imports the reader may work, newest first."""
    items = PositionImport.objects.visible_to(request.user).select_related("notice", "owner")
    if not may_import(request.user):
        raise Http404
    notices = importable_notices(request.user)
    context = {
        "page": Paginator(items, PAGE).get_page(request.GET.get("page")),
        "notices": notices[:PAGE],
    }
    return render(request, "vacancies/imports/list.html", context)


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Step 1: choose the file."""
    number = request.GET.get("notice", "")
    if not number.isdecimal():
        return redirect("vacancies:imports")
    notice = get_object_or_404(importable_notices(request.user).select_related("unit"), pk=number)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            item = actions.start(notice, request.user, form.cleaned_data["file"])
        except ValidationError as refused:
            form.add_error("file", refused)
        else:
            return redirect(_address(item))
    earlier = notice.imports.select_related("owner")[:PAGE]
    context = {"form": form, "notice": notice, "earlier": earlier, "step": "start"}
    return render(
        request, "vacancies/imports/start.html", context, status=422 if form.errors else 200
    )


@login_required
@require_GET
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Wherever this import stands."""
    return redirect(_address(_item(request, pk)))


@login_required
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Step 2: what each column means."""
    item = _item(request, pk)
    if item.stage not in (ImportStage.UPLOADED, ImportStage.MAPPED, ImportStage.PREVIEWED):
        return redirect(_address(item))
    form = ColumnsForm(request.POST or None, layout=item.report["layout"])
    if request.method == "POST" and form.is_valid():
        try:
            actions.check(
                item,
                request.user,
                form.decisions(),
                is_remembered=form.cleaned_data["is_remembered"],
            )
        except StaleState as stale:
            messages.warning(request, str(stale))
        return redirect(_address(item))
    return _show(request, "columns", item, form=form, counts=_counts(form))


def _counts(form: ColumnsForm) -> dict[str, int]:
    states = [column["state"] for column in form.headers.values()]
    return {
        "all": len(states),
        "unsure": states.count("unsure"),
        "refused": states.count("refused"),
        "kept": states.count("kept"),
        "known": len(states) - sum(map(states.count, ("unsure", "refused", "kept"))),
    }


@login_required
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Step 3: what would happen, every problem named; POST starts the import."""
    item = _item(request, pk)
    if item.stage not in (ImportStage.PREVIEWED, ImportStage.REFUSED):
        return redirect(_address(item))
    if request.method == "POST":
        try:
            actions.apply(item, request.user)
        except (StaleState, ValidationError) as refused:
            messages.warning(request, _words(refused))
        else:
            return redirect(_address(item, "progress"))
    told = item.report
    return _show(
        request, "preview", item,
        can_import=told["created"] + told["updated"] + told["unchanged"],
        errors=Paginator(told["errors"], PAGE).get_page(request.GET.get("errors")),
        warnings=Paginator(told["warnings"], PAGE).get_page(request.GET.get("warnings")),
        lines=Paginator(told["preview"], PAGE).get_page(request.GET.get("lines")),
    )  # fmt: skip


@login_required
@require_POST
def mend(request: HttpRequest, pk: int) -> HttpResponse:
    """Put another text in one cell and check again."""
    item = _item(request, pk)
    form = MendForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("这一格没有改成，请再试一次。"))
        return redirect(_address(item))
    try:
        actions.mend(item, request.user, form.cleaned_data["place"], form.cleaned_data["text"])
    except StaleState as stale:
        messages.warning(request, str(stale))
    else:
        messages.success(request, _("已按改后的内容重新检查。"))
    return redirect(_address(item))


@login_required
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Step 4: how far it is; an htmx poll gets the moving part only. POST asks a failed job for another try."""
    item = _item(request, pk)
    if request.method == "POST":
        try:
            actions.apply(item, request.user)
        except (StaleState, ValidationError) as refused:
            messages.warning(request, _words(refused))
        return redirect(_address(item))
    if item.stage != ImportStage.APPLYING:
        if not request.htmx:
            return redirect(_address(item))
        return HttpResponse(headers={"HX-Redirect": _address(item)})
    has_failed = item.job is None or item.job.status == JobStatus.FAILED
    jobs = Job.objects.visible_to(request.user)[:5]
    template = "progress_part" if request.htmx else "progress"
    context = {"item": item, "job": item.job, "has_failed": has_failed, "jobs": jobs}
    context |= {"step": "progress", "notice": item.notice, "told": item.report}
    return render(request, f"vacancies/imports/{template}.html", context)


@login_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    try:
        actions.cancel(item, request.user)
    except StaleState as stale:
        messages.warning(request, str(stale))
        return redirect("vacancies:import_resume", pk=pk)
    messages.success(request, _("导入已取消，没有写入任何岗位。"))
    return redirect(f"{reverse('vacancies:import_start')}?notice={item.notice_id}")


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    try:
        actions.undo(item, request.user)
    except (StaleState, ValidationError) as refused:
        messages.warning(request, _words(refused))
    else:
        messages.success(request, _("这次导入已撤回。"))
    return redirect(_address(item, "report"))


@login_required
@require_GET
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Step 5: what happened."""
    item = _item(request, pk)
    if item.stage not in (ImportStage.APPLIED, ImportStage.CANCELLED):
        return redirect(_address(item))
    told = item.report
    stated = told.get("stated_headcount")
    return _show(
        request, "report", item,
        errors=Paginator(told["errors"], PAGE).get_page(request.GET.get("errors")),
        written=told["headcount"] - told["refused_headcount"],
        gap=stated - told["headcount"] + told["refused_headcount"] if stated is not None else None,
        can_undo=item.stage == ImportStage.APPLIED and not cannot_undo(item),
        changed=[line for line in told["preview"] if line.get("changes")][:PAGE],
    )  # fmt: skip


@login_required
@require_GET
def report_file(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(exports.report(_item(request, pk)), "import-report.xlsx")


@login_required
@require_GET
def template(request: HttpRequest) -> HttpResponse:
    if not may_import(request.user):
        raise Http404
    return _file(exports.template(), "positions.xlsx")


@login_required
@require_GET
def annex(request: HttpRequest, pk: int) -> HttpResponse:
    """The position table of a notice, generated from what is on file."""
    notice = get_object_or_404(importable_notices(request.user), pk=pk)
    return _file(exports.annex(notice, notice.positions.all()), f"positions-{notice.pk}.xlsx")


def _file(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        XLSX,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


def _words(refused: Exception) -> str:
    return " ".join(refused.messages) if isinstance(refused, ValidationError) else str(refused)
