from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from office.models import Message
from people.roles import memberships_of, roles_of
from vacancies.models import Application
from vacancies.transitions import APPLICATION


@login_required
def landing(request: HttpRequest) -> HttpResponse:
    """After sign-in everybody arrives at their own door."""
    return redirect("portal:work" if roles_of(request.user) else "portal:my")


@login_required
def my_home(request: HttpRequest) -> HttpResponse:
    """What waits for me, my applications, my messages."""
    applications = (
        Application.objects.of(request.user)
        .select_related("position", "notice")
        .order_by("-created_at")
    )
    messages = Message.objects.visible_to(request.user)
    return render(
        request,
        "portal/my_home.html",
        {
            "applications": [(row, APPLICATION.public[row.status]) for row in applications],
            "inbox": messages[:5],
        },
    )


@login_required
def work_home(request: HttpRequest) -> HttpResponse:
    """The officer's day; a 404 for people without a role."""
    if not roles_of(request.user):
        raise Http404
    return render(request, "portal/work_home.html", {"memberships": memberships_of(request.user)})
