from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vacancies import receipts
from vacancies.models import Application


def _own(request: HttpRequest, number: str) -> Application:
    """The signed-in person's application once handed in, or 404."""
    mine = Application.objects.of(request.user).submitted().select_related("position", "notice")
    return get_object_or_404(mine, number=number)


def _verify_url(request: HttpRequest, application: Application) -> str:
    return request.build_absolute_uri(
        reverse("vacancies:receipt_verify", args=[application.verify_code])
    )


@login_required
def page(request: HttpRequest, number: str) -> HttpResponse:
    """The receipt, fit for the printer."""
    application = _own(request, number)
    context = {
        "application": application,
        "lines": receipts.lines(application),
        "disclaimer": receipts.disclaimer(),
        "qr": receipts.qr_svg(_verify_url(request, application)),
    }
    return render(request, "vacancies/apply/receipt.html", context)


@login_required
def file(request: HttpRequest, number: str) -> HttpResponse:
    """The receipt as a PDF file."""
    application = _own(request, number)
    return HttpResponse(
        receipts.pdf(application, _verify_url(request, application)),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{application.number}.pdf"'},
    )
