from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from office.transitions import StaleState, TransitionError
from people.roles import units_with
from vacancies import permissions, snapshots
from vacancies.actions import reading
from vacancies.actions import review as actions
from vacancies.enums import ApplicationStatus as S
from vacancies.enums import Verdict
from vacancies.forms.apply import EDUCATION
from vacancies.forms.review import (
    PURPOSES,
    NoteForm,
    PurposeForm,
    RejectForm,
    ReturnForm,
    WordsForm,
)
from vacancies.models import Application, ApplicationEvent
from vacancies.permissions.reviewer import UNIT_ROLES
from vacancies.queues import STATES, ApplicationFilter, first_tab, rows_for, tab_counts
from vacancies.review_sheets import queue_workbook
from vacancies.transitions import APPLICATION

PAGE_SIZE = 20
CONFLICT = 409
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def visible(request: HttpRequest, number: str) -> Application:
    """An application the signed-in reviewer may read, or 404."""
    rows = permissions.visible_applications(request.user).select_related(
        "position__unit", "notice__unit", "person", "claimed_by"
    )
    return get_object_or_404(rows, number=number)


def _door(request: HttpRequest) -> None:
    if not permissions.may_enter(request.user):
        raise Http404


# --- The queue


def _found(request: HttpRequest, query: QueryDict) -> tuple[ApplicationFilter, str]:
    rows = permissions.visible_applications(request.user)
    tab = query.get("tab", "")
    # Somebody who looks for a name wants it wherever it stands.
    fallback = "all" if query.get("q") else first_tab(request.user)
    return ApplicationFilter(
        query, queryset=rows, user=request.user
    ), tab if tab in STATES else fallback


@login_required
def queue(request: HttpRequest) -> HttpResponse:
    """The list of applications, due first; a 404 for people without a role in it."""
    _door(request)
    found, tab = _found(request, request.GET)
    rows = rows_for(found.qs.filter(status__in=STATES[tab]))
    rest = request.GET.copy()
    for name in ("tab", "page"):
        rest.pop(name, None)
    context = {
        "filter": found, "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
        "tab": tab, "tabs": tab_counts(found.qs), "rest": rest.urlencode(), "now": timezone.now(),
        "may_claim": bool(units_with(request.user, *UNIT_ROLES)),
    }  # fmt: skip
    return render(request, "vacancies/review/queue.html", context)


@login_required
@require_POST
def claim_next(request: HttpRequest) -> HttpResponse:
    """Ten of the most urgent files become mine."""
    _door(request)
    taken = actions.claim_next(request.user)
    messages.success(request, _("领取了 %(n)d 份，30 分钟内由您审核。") % {"n": len(taken)})
    return redirect("vacancies:work_applications")


@login_required
@require_POST
def bulk_pass(request: HttpRequest) -> HttpResponse:
    """Pass the chosen ones that are claimed by me and judged; say of the others why not."""
    _door(request)
    chosen = permissions.reviewable_applications(request.user).filter(
        number__in=request.POST.getlist("number")
    )
    passed, refused = actions.bulk_pass(
        chosen.select_related("position__unit", "notice__unit", "person"), request.user
    )
    messages.success(request, _("通过了 %(n)d 份。") % {"n": passed})
    for number, why in refused:
        messages.error(request, f"{number}：{why}")
    return redirect("vacancies:work_applications")


@login_required
@never_cache
def export(request: HttpRequest) -> HttpResponse:
    """The filtered queue as a workbook; the purpose is asked and recorded."""
    _door(request)
    found, tab = _found(request, request.GET)
    rows = rows_for(
        found.qs.filter(status__in=STATES[tab]).select_related("position__unit", "notice__unit")
    )
    form = PurposeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        context = {
            "form": form,
            "purposes": PURPOSES,
            "count": rows.count(),
            "query": request.GET.urlencode(),
        }
        return render(request, "vacancies/review/export.html", context)
    kept = list(rows.select_related("position__unit", "notice__unit", "claimed_by"))
    reading.export(kept, request.user, form.cleaned_data["purpose"])
    answer = HttpResponse(queue_workbook(kept), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="applications.xlsx"'
    return answer


# --- One application


@login_required
@never_cache
def application_page(request: HttpRequest, number: str) -> HttpResponse:
    """One application: what was submitted, what I judge, what I decide."""
    return _page(request, visible(request, number))


@login_required
@never_cache
def document(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """An attached proof, for those who may read the application; the opening is recorded."""
    attachment = get_object_or_404(
        visible(request, number).attachments.select_related("document"), pk=pk
    )
    reading.open_document(attachment, request.user)
    answer = FileResponse(
        attachment.document.file.open("rb"), content_type=attachment.document.content_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@login_required
@never_cache
@require_POST
def reveal(request: HttpRequest, number: str) -> HttpResponse:
    """The page once more with the numbers unmasked, after the purpose is on record."""
    application = visible(request, number)
    form = PurposeForm(request.POST)
    if not form.is_valid():
        return _page(request, application, purpose=form)
    reading.reveal(application, request.user, form.cleaned_data["purpose"])
    return _page(request, application, unmasked=True)


@login_required
@never_cache
@require_POST
def act(request: HttpRequest, number: str, verb: str) -> HttpResponse:
    """One decision. What stands in the way is said on the page, with the typed words kept."""
    application = visible(request, number)
    if verb not in VERBS:
        raise Http404
    name, form_class, handle = VERBS[verb]
    form = None
    if form_class:
        extra = {"application": application} if form_class is ReturnForm else {}
        form = form_class(request.POST, prefix=name, **extra)
        if not form.is_valid():
            return _page(request, application, **{name: form})
    try:
        handle(application, request, form.cleaned_data if form else {})
    except TransitionError as error:
        messages.error(request, str(error))
        shown = _page(request, visible(request, number), **({name: form} if form else {}))
        shown.status_code = CONFLICT if isinstance(error, StaleState) else shown.status_code
        return shown
    return redirect("vacancies:work_application", number)


def _judge(application: Application, request: HttpRequest, _data: dict[str, Any]) -> None:
    for condition in application.position.conditions.all():
        if verdict := request.POST.get(f"verdict-{condition.pk}"):
            words = request.POST.get(f"note-{condition.pk}", "")
            actions.judge(application, request.user, condition, verdict, words)


Handler = Callable[[Application, HttpRequest, dict[str, Any]], object]
# verb → name of its form on the page, the form, what it does
VERBS: dict[str, tuple[str, Any, Handler]] = {
    "claim": ("", None, lambda a, r, _d: actions.claim(a, r.user)),
    "release": ("", None, lambda a, r, _d: actions.release(a, r.user)),
    "judge": ("", None, _judge),
    "pass": ("", None, lambda a, r, _d: actions.pass_(a, r.user)),
    "confirm": ("", None, lambda a, r, _d: actions.confirm(a, r.user)),
    "note": ("note", NoteForm, lambda a, r, d: actions.note(a, r.user, d["text"])),
    "reject": ("reject", RejectForm, lambda a, r, d: actions.reject(a, r.user, d["reason"], d["words"])),
    "return": ("return", ReturnForm, lambda a, r, d: actions.return_(a, r.user, d["fields_to_mend"], d["words"])),
    "overturn": ("overturn", WordsForm, lambda a, r, d: actions.overturn(a, r.user, d["words"])),
    "recheck-return": (
        "return", ReturnForm,
        lambda a, r, d: actions.recheck_return(a, r.user, d["fields_to_mend"], d["words"]),
    ),
}  # fmt: skip


def _page(
    request: HttpRequest, application: Application, *, unmasked: bool = False, **forms: Any
) -> HttpResponse:
    user = request.user
    judged = {j.condition_id: j for j in application.judgements.select_related("by")}
    passed = application.status == S.UNIT_PASSED
    second = application.notice.second_check
    context = {
        "application": application, "now": timezone.now(), "unmasked": unmasked, "purposes": PURPOSES,
        "lines": snapshots.lines(application, unmasked=unmasked, words={"education": dict(EDUCATION)}),
        "attachments": application.attachments.select_related("document"),
        "conditions": [(c, judged.get(c.pk)) for c in application.position.conditions.all()],
        "verdicts": Verdict.choices,
        "history": [(e, _done(e)) for e in application.events.select_related("actor")],
        "notes": application.notes.select_related("by"),
        "may_review": permissions.can_review(user, application),
        "may_recheck": permissions.can_recheck(user, application),
        "may_note": permissions.can_note(user, application),
        "holds": permissions.holds_lock(user, application),
        "is_locked": bool(application.claimed_until and application.claimed_until > timezone.now()),
        "may_return": not actions.was_returned(application),
        "unmet": actions.unmet(application),
        "pass_row": APPLICATION["unit_pass" if second else "pass_finally"],
        "reject_row": APPLICATION["unit_reject" if second else "reject_finally"],
        "return_row": APPLICATION["return"],
        "confirm_row": APPLICATION["confirm_pass" if passed else "confirm_reject"],
        "overturn_row": APPLICATION["overturn_pass" if passed else "overturn_reject"],
        "purpose_form": forms.get("purpose") or PurposeForm(),
        "note_form": forms.get("note") or NoteForm(prefix="note"),
        "reject_form": forms.get("reject") or RejectForm(prefix="reject"),
        "overturn_form": forms.get("overturn") or WordsForm(prefix="overturn"),
        "return_form": forms.get("return") or ReturnForm(prefix="return", application=application),
    }  # fmt: skip
    return render(request, "vacancies/review/application.html", context)


def _done(event: ApplicationEvent) -> str:
    """The staff's line of a step; steps of an older table keep their status."""
    rows = {row.name: row.done for row in APPLICATION.transitions}
    return str(rows.get(event.transition) or S(event.to_status).label)
