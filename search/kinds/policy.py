from django.db.models import QuerySet
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from office.models import Unit
from policies.enums import PolicyStatus
from policies.models import PolicyPage
from search.kinds.dates import end_of, start_of
from search.registry import Kind
from search.types import Doc

_ENDED = {PolicyStatus.REPEALED, PolicyStatus.EXPIRED}


class PolicyKind(Kind):
    name = "policy"
    label = _("政策")
    icon = "policy"
    model = PolicyPage
    template = "search/results/policy.html"
    facets = ("status", "unit")
    counted = _("%(n)s 件政策")
    status_labels = {"open": _("现行有效"), "upcoming": _("尚未施行"), "closed": _("已失效")}
    depends_on = {
        Unit: lambda unit: PolicyPage.objects.filter(units=unit).values_list("pk", flat=True),
        PageViewRestriction: lambda restriction: PolicyPage.objects.descendant_of(
            restriction.page, inclusive=True
        ).values_list("pk", flat=True),
    }

    def visible(self) -> QuerySet[PolicyPage]:
        return PolicyPage.objects.live().public()

    def is_visible(self, obj: PolicyPage) -> bool:
        return obj.live and not obj.get_view_restrictions().exists()

    def related(self, queryset: QuerySet[PolicyPage]) -> QuerySet[PolicyPage]:
        return queryset.prefetch_related("units")

    def lead(self, obj: PolicyPage) -> str:
        return obj.summary

    def title(self, obj: PolicyPage) -> str:
        return obj.title

    def url(self, obj: PolicyPage) -> str:
        return obj.url or ""

    def build(self, obj: PolicyPage) -> Doc:
        units = tuple(sorted(unit.name for unit in obj.units.all()))
        return Doc(
            key=self.key(obj.pk),
            kind=self.name,
            texts={
                "title": obj.title,
                "number": obj.document_number,
                "unit": "\n".join(units),
                "body": f"{obj.summary}\n{strip_tags(obj.body)}",
            },
            facets={"unit": units},
            published=start_of(obj.published_on) or 0,
            opens=start_of(obj.effective_on),
            closes=0 if obj.status in _ENDED else end_of(obj.expires_on),
            sinks=True,
        )
