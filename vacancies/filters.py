"""Conditions by which visitors narrow lists of notices and positions."""

import datetime as dt

import django_filters as filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.models import Discipline, Township
from vacancies.enums import NoticeKind, Phase
from vacancies.models import Notice, Position

# Rank of the visitor's own education; a position asks for a lowest rank (0 = not stated).
EDUCATION = [
    (1, _("中专、高中")),
    (2, _("大专")),
    (3, _("本科")),
    (4, _("硕士研究生")),
    (5, _("博士研究生")),
]
MAJOR_FIELDS = ("major", "major_graduate", "major_bachelor", "major_college")
ANY_MAJOR = "不限"


class PositionFilter(filters.FilterSet):
    """Narrows one notice's positions to what the visitor could apply for."""

    education = filters.ChoiceFilter(
        label=_("我的学历"), choices=EDUCATION, method="may_apply_with", empty_label=_("不限")
    )
    major = filters.CharFilter(label=_("我的专业"), method="asks_for_major", max_length=40)
    unit = filters.ChoiceFilter(label=_("招聘单位"), field_name="unit_name", empty_label=_("全部"))
    township = filters.ModelChoiceFilter(
        label=_("工作地点"), queryset=Township.objects.none(), empty_label=_("全部")
    )
    discipline = filters.ModelChoiceFilter(
        label=_("领域"), queryset=Discipline.objects.none(), empty_label=_("全部")
    )
    born = filters.DateFilter(
        label=_("出生日期"),
        method="of_age",
        widget=forms.DateInput({"type": "date", "min": "1940-01-01"}),
    )

    class Meta:
        model = Position
        fields: list[str] = []

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        positions = self.queryset.order_by()
        names = positions.values_list("unit_name", flat=True).distinct()
        self.filters["unit"].extra["choices"] = [(name, name) for name in sorted(names)]
        self.filters["township"].queryset = Township.objects.filter(
            pk__in=positions.values("township")
        )
        self.filters["discipline"].queryset = Discipline.objects.filter(
            pk__in=positions.values("discipline")
        )

    def may_apply_with(self, positions: QuerySet, _name: str, rank: str) -> QuerySet:
        return positions.filter(education_rank__lte=int(rank))

    def asks_for_major(self, positions: QuerySet, _name: str, text: str) -> QuerySet:
        """Positions whose majors name the text (name or code) or take any major."""
        wanted = Q()
        for field in MAJOR_FIELDS:
            wanted |= Q(**{f"{field}__icontains": text}) | Q(**{f"{field}__contains": ANY_MAJOR})
        return positions.filter(wanted)

    def of_age(self, positions: QuerySet, _name: str, born) -> QuerySet:
        return positions.filter(
            Q(birth_from=None) | Q(birth_from__lte=born), Q(birth_to=None) | Q(birth_to__gte=born)
        )


def in_phase(phase: str, now: dt.datetime | None = None) -> Q:
    """The condition beside `Notice.phase`."""
    now = now or timezone.now()
    has_window = Q(opens_at__isnull=False, closes_at__isnull=False)
    if phase == Phase.UPCOMING:
        return ~has_window | Q(opens_at__gt=now)
    if phase == Phase.OPEN:
        return Q(opens_at__lte=now, closes_at__gt=now)
    return has_window & Q(opens_at__lte=now, closes_at__lte=now)


class NoticeFilter(filters.FilterSet):
    """Narrows the list of notices by where they stand and by kind."""

    phase = filters.MultipleChoiceFilter(label=_("现在"), choices=Phase.choices, method="in_phases")
    kind = filters.MultipleChoiceFilter(label=_("类型"), choices=NoticeKind.choices)

    class Meta:
        model = Notice
        fields: list[str] = []

    def in_phases(self, notices: QuerySet, _name: str, phases: list[str]) -> QuerySet:
        wanted = Q()
        for phase in phases:
            wanted |= in_phase(phase)
        return notices.filter(wanted)
