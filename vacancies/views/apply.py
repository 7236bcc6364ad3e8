from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from office.transitions import TransitionError
from people.identity import mask_name
from vacancies.actions import applications as actions
from vacancies.enums import ApplicationStatus
from vacancies.forms.apply import ANSWER_FIELDS, ApplicationForm
from vacancies.models import Application, Position
from vacancies.transitions import APPLICATION


def own(request: HttpRequest, number: str) -> Application:
    """The signed-in person's application, or 404."""
    mine = Application.objects.of(request.user).select_related("position", "notice", "person")
    return get_object_or_404(mine, number=number)


@login_required
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Start or resume an application for a position."""
    position = get_object_or_404(Position.objects.published().select_related("notice"), pk=pk)
    try:
        application = actions.start_draft(request.user, position)
    except TransitionError as error:
        messages.error(request, str(error))
        return redirect("vacancies:position", pk)
    return redirect("vacancies:my_application", application.number)


@login_required
def application_page(request: HttpRequest, number: str) -> HttpResponse:
    """The sheet while it may be filled in, the status afterwards."""
    application = own(request, number)
    if application.status not in actions.EDITABLE:
        return _status(request, application)
    if request.method != "POST":
        return _sheet(request, application, _form(application, None))
    typed = {name: request.POST.get(name, "") for name in ANSWER_FIELDS if name in request.POST}
    form = _form(application, request.POST)
    try:
        if "save" in request.POST:
            actions.save_draft(application, request.user, typed)
            messages.success(request, _("已保存，尚未提交。"))
            return redirect("vacancies:my_application", number)
        if form.is_valid():
            actions.submit(application, request.user, form.answers())
            return redirect("vacancies:my_application", number)
        actions.save_draft(application, request.user, typed)
    except TransitionError as error:
        messages.error(request, str(error))
    return _sheet(request, application, form)


@login_required
@require_POST
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """Give the application up."""
    try:
        actions.withdraw(own(request, number), request.user)
    except TransitionError as error:
        messages.error(request, str(error))
    return redirect("vacancies:my_application", number)


def verify(request: HttpRequest, code: str) -> HttpResponse:
    """What anybody holding a receipt may learn: masked name, position, time."""
    application = get_object_or_404(
        Application.objects.submitted().select_related("position", "notice"), verify_code=code
    )
    return render(
        request,
        "vacancies/apply/verify.html",
        {
            "application": application,
            "name": mask_name(application.applicant_name),
            "withdrawn": application.status == ApplicationStatus.WITHDRAWN,
        },
    )


def _form(application: Application, data) -> ApplicationForm:
    mending = application.status == ApplicationStatus.RETURNED
    return ApplicationForm(
        data,
        initial=application.answers or {},
        open_fields=application.open_fields if mending else None,
    )


def _sheet(request: HttpRequest, application: Application, form: ApplicationForm) -> HttpResponse:
    returned = application.events.filter(to_status=ApplicationStatus.RETURNED).last()
    context = {
        "application": application,
        "form": form,
        "conditions": application.position.conditions.all(),
        "returned": returned if application.status == ApplicationStatus.RETURNED else None,
    }
    return render(request, "vacancies/apply/sheet.html", context)


def _status(request: HttpRequest, application: Application) -> HttpResponse:
    public = [(event, APPLICATION[event.transition].public) for event in application.events.all()]
    context = {
        "application": application,
        "label": APPLICATION.public[application.status],
        "history": [(event, words) for event, words in public if words],
        "waits_for_review": application.review_due_at
        and application.status in {ApplicationStatus.SUBMITTED, ApplicationStatus.IN_REVIEW},
        "may_withdraw": application.status in APPLICATION["withdraw"].sources,
    }
    return render(request, "vacancies/apply/status.html", context)
