from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from policies.models import PolicyPage
from vacancies.models import Notice, Position

NOTICES_SHOWN = 4
POLICIES_SHOWN = 4


class HomePage(Page):
    """The front door: what can be done here, and what is open now."""

    max_count = 1

    class Meta:
        verbose_name = verbose_name_plural = _("首页")

    def get_context(self, request, *args, **options):
        context = super().get_context(request, *args, **options)
        open_positions = Position.objects.open()
        policies = PolicyPage.objects.live().public()
        context["now"] = timezone.now()
        context["open_notices"] = (
            Notice.objects.open()
            .exclude(page=None)
            .select_related("page")
            .with_totals()
            .order_by("closes_at")
        )[:NOTICES_SHOWN]
        context["upcoming"] = (
            Notice.objects.published().filter(opens_at__gt=timezone.now()).exclude(page=None)
            .select_related("page", "unit").with_totals().order_by("opens_at")
        )[:NOTICES_SHOWN]  # fmt: skip
        context["position_count"] = open_positions.count()
        context["headcount"] = open_positions.aggregate(sum=Sum("headcount", default=0))["sum"]
        context["policies"] = policies.order_by("-published_on", "-pk")[:POLICIES_SHOWN]
        context["policy_count"] = policies.count()
        context["in_force_count"] = policies.in_force().count()
        return context
