"""The reviewers' queue: tabs by state with counts, and filters kept in the address."""

import django_filters
from django import forms
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.models import Unit
from people.roles import units_with
from vacancies.enums import ApplicationStatus as S
from vacancies.enums import Verdict
from vacancies.models import Application, Condition, Judgement, Notice, Position
from vacancies.permissions.reviewer import (
    UNIT_ROLES,
    recheckable_applications,
    reviewable_applications,
    visible_applications,
)

TABS = (
    ("all", _("全部"), tuple(S)),
    ("todo", _("待初审"), (S.SUBMITTED, S.IN_REVIEW)),
    ("recheck", _("待复核"), (S.UNIT_PASSED, S.UNIT_REJECTED)),
    ("returned", _("退回补正"), (S.RETURNED,)),
    ("passed", _("初审通过"), (S.PASSED,)),
    ("rejected", _("不通过"), (S.REJECTED,)),
)
STATES = {key: states for key, _label, states in TABS}


class ApplicationFilter(django_filters.FilterSet):
    """Notice, unit, position, words; only what is overdue or claimed by me."""

    notice = django_filters.ModelChoiceFilter(
        label=_("公告"), queryset=Notice.objects.none(), empty_label=_("全部公告")
    )
    unit = django_filters.ModelChoiceFilter(
        label=_("招聘单位"),
        field_name="position__unit",
        queryset=Unit.objects.none(),
        empty_label=_("全部单位"),
    )
    position = django_filters.ModelChoiceFilter(
        label=_("岗位"), queryset=Position.objects.none(), empty_label=_("全部岗位")
    )
    q = django_filters.CharFilter(
        label=_("姓名或报名号"),
        method="find",
        widget=forms.TextInput(attrs={"class": "input input--20"}),
    )
    overdue = django_filters.BooleanFilter(
        label=_("已超时限"), method="late", widget=forms.CheckboxInput
    )
    mine = django_filters.BooleanFilter(
        label=_("我领取的"), method="claimed", widget=forms.CheckboxInput
    )

    class Meta:
        model = Application
        fields = ("notice", "unit", "position", "q", "overdue", "mine")

    def __init__(self, *args, user, **options) -> None:
        super().__init__(*args, **options)
        self.user = user
        seen = visible_applications(user).order_by()
        for name, model, column in (
            ("notice", Notice, "notice"), ("unit", Unit, "position__unit"), ("position", Position, "position"),
        ):  # fmt: skip
            self.filters[name].queryset = model.objects.filter(pk__in=seen.values(column))

    def find(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        return queryset.filter(
            Q(applicant_name__icontains=value) | Q(number__icontains=value.strip())
        )

    def late(self, queryset: QuerySet, _name: str, value: bool) -> QuerySet:  # noqa: FBT001 django-filter's call
        late = queryset.filter(
            review_due_at__lt=timezone.now(), status__in=STATES["todo"] + STATES["recheck"]
        )
        return late if value else queryset

    def claimed(self, queryset: QuerySet, _name: str, value: bool) -> QuerySet:  # noqa: FBT001
        return queryset.locked().filter(claimed_by=self.user) if value else queryset


def rows_for(queryset: QuerySet) -> QuerySet:
    """What a line of the queue shows; the encrypted columns stay closed."""
    met = Judgement.objects.filter(
        application=OuterRef(OuterRef("pk")), condition=OuterRef("pk"), verdict=Verdict.MET
    )
    open_ = Condition.objects.filter(~Exists(met), position=OuterRef("position"))
    return (
        queryset.select_related("position", "notice", "claimed_by")
        .defer("snapshot", "answers")
        .annotate(has_open=Exists(open_))
        .order_by("review_due_at", "submitted_at", "pk")
    )


def tab_counts(queryset: QuerySet) -> list[tuple[str, str, int]]:
    """(key, label, number of rows) for each tab, in one query."""
    counts = queryset.order_by().aggregate(
        **{f"n_{key}": Count("pk", filter=Q(status__in=states)) for key, _label, states in TABS}
    )
    return [(key, str(label), counts[f"n_{key}"]) for key, label, _states in TABS]


def first_tab(user) -> str:
    """Where the user's work lies: the first check for units, the second for the office."""
    return "todo" if units_with(user, *UNIT_ROLES) else "recheck"


def open_items(user) -> int:
    """Applications that wait for one of the user's roles."""
    return reviewable_applications(user).count() + recheckable_applications(user).count()
