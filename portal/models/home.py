from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from policies.models import PolicyPage
from vacancies.models import Notice


class HomePage(Page):
    """The front door: what can be done here, and what is open now."""

    max_count = 1

    class Meta:
        verbose_name = verbose_name_plural = _("首页")

    def get_context(self, request, *args, **options):
        context = super().get_context(request, *args, **options)
        context["open_notices"] = (
            Notice.objects.open().select_related("page", "unit").order_by("closes_at")[:6]
        )
        context["policies"] = (
            PolicyPage.objects.live().in_force().order_by("-published_on")[:5]
        )
        return context
