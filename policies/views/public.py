"""The list of policies as anybody may read it."""

import datetime as dt
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.facets import Chip, Facet, but, chips, facet
from policies.filters import SOON, PolicyFilter, Validity, with_validity
from policies.models import PolicyPage

PAGE_SIZE = 20


@dataclass(frozen=True)
class PolicyList:
    """The list of policies with its conditions."""

    page: Page
    facets: list[Facet]
    chips: list[Chip]
    query: QueryDict
    total: int


def policy_list(request: HttpRequest) -> PolicyList:
    """Policies in force first; ended ones only on request."""
    query = request.GET.copy()
    if "all" in query:
        query.setlist("validity", [])
    elif not query.getlist("validity"):
        query.setlist("validity", [Validity.IN_FORCE])
    everything = PolicyPage.objects.live().public()
    found = PolicyFilter(query, queryset=everything).qs.distinct()
    found = (
        found.select_related("replaced_by")
        .prefetch_related("units")
        .order_by("-published_on", "-pk")
    )

    def counted(name: str) -> QuerySet:
        return PolicyFilter(but(query, name), queryset=everything).qs

    units = (
        counted("unit")
        .order_by()
        .values_list("units__pk", "units__name")
        .annotate(n=Count("pk", distinct=True))
    )
    rows = sorted((row for row in units if row[0]), key=lambda row: (-row[2], row[1]))
    facets = [
        facet(
            "validity", _("效力"), Validity.choices, query, _validity_counts(counted("validity"))
        ),
        facet(
            "unit",
            _("发文单位"),
            [(pk, name) for pk, name, _n in rows],
            query,
            {pk: n for pk, _name, n in rows},
        ),
    ]
    page = Paginator(found, PAGE_SIZE).get_page(query.get("page"))
    return PolicyList(page, facets, chips(facets, query), query, page.paginator.count)


def _validity_counts(policies: QuerySet) -> dict[str, int]:
    return {validity: with_validity(policies, validity).count() for validity in Validity.values}


def days_left(policy: PolicyPage, today: dt.date | None = None) -> int | None:
    """Days until the policy ends when that is within 90 days, else None."""
    today = today or timezone.localdate()
    if (
        not policy.is_in_force(today)
        or policy.expires_on is None
        or policy.expires_on - today > SOON
    ):
        return None
    return (policy.expires_on - today).days
