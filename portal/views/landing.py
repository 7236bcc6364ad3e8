from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
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


def cms_door(request: HttpRequest) -> HttpResponse:
    """Where `/cms/` sends whoever may not enter: visitors sign in, everybody else finds nothing.

    Sending a signed-in person back to the sign-in page would turn in a circle for ever.
    """
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login("/cms/")


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
