"""Conditions by which visitors narrow the list of policies."""

import datetime as dt

import django_filters as filters
from django.db.models import Q, QuerySet, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.models import Unit
from policies.models import PolicyPage

SOON = dt.timedelta(days=90)


class Validity(TextChoices):
    """What a reader wants to know of a policy's validity; computed from status and dates."""

    IN_FORCE = "in_force", _("现行有效")
    ENDING = "ending", _("90 天内失效")
    ENDED = "ended", _("已废止、失效")


def with_validity(policies: QuerySet, validity: str) -> QuerySet:
    """The policies of one validity; those that end soon are in force as well."""
    in_force = PolicyPage.objects.in_force()
    if validity == Validity.ENDED:
        return policies.exclude(pk__in=in_force)
    policies = policies.filter(pk__in=in_force)
    if validity == Validity.ENDING:
        return policies.filter(expires_on__lte=timezone.localdate() + SOON)
    return policies


class PolicyFilter(filters.FilterSet):
    """Narrows the list of policies by validity and issuing unit."""

    validity = filters.MultipleChoiceFilter(
        label=_("效力"), choices=Validity.choices, method="of_validity"
    )
    unit = filters.ModelMultipleChoiceFilter(
        label=_("发文单位"), field_name="units", queryset=Unit.objects.all()
    )

    class Meta:
        model = PolicyPage
        fields: list[str] = []

    def of_validity(self, policies: QuerySet, _name: str, wanted: list[str]) -> QuerySet:
        chosen = Q()
        for validity in wanted:
            chosen |= Q(pk__in=with_validity(PolicyPage.objects.all(), validity).values("pk"))
        return policies.filter(chosen)
