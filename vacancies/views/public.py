"""Notices and positions as anybody may read them; nothing here is personal."""

from dataclasses import dataclass
from typing import Any

from django.contrib.syndication.views import Feed
from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Prefetch, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from office.facets import Chip, Facet, but, chips, facet
from vacancies.enums import ConditionKind, Hardness, NoticeKind, Phase
from vacancies.filters import NoticeFilter, PositionFilter, in_phase
from vacancies.jobposting import jobposting
from vacancies.models import Condition, Notice, NoticeChange, Position

PAGE_SIZE = 20
RELATED = 3
PHASES = (Phase.OPEN, Phase.UPCOMING, Phase.CLOSED)


@dataclass(frozen=True)
class NoticeList:
    """The list of notices with its conditions."""

    page: Page
    facets: list[Facet]
    chips: list[Chip]
    query: QueryDict
    total: int


def notice_list(request: HttpRequest) -> NoticeList:
    """Open notices first, the one that closes next on top; ended ones only on request."""
    query = request.GET.copy()
    if not query.getlist("phase"):
        query.setlist("phase", [Phase.OPEN, Phase.UPCOMING])
    everything = Notice.objects.published()
    found = NoticeFilter(query, queryset=everything).qs.select_related("page", "unit").with_totals()
    found = found.prefetch_related(_latest_changes()).order_by(*_sorting(query.get("sort", "")))

    def counted(name: str) -> QuerySet:
        return NoticeFilter(but(query, name), queryset=everything).qs

    facets = [
        facet(
            "phase",
            _("现在"),
            [(phase, phase.label) for phase in PHASES],
            query,
            _phase_counts(counted("phase")),
        ),
        facet("kind", _("类型"), NoticeKind.choices, query, _kind_counts(counted("kind"))),
    ]
    page = Paginator(found, PAGE_SIZE).get_page(query.get("page"))
    return NoticeList(page, facets, chips(facets, query), query, page.paginator.count)


def _sorting(wanted: str) -> tuple[Any, ...]:
    if wanted == "new":
        return ("-published_at", "-pk")
    return (F("closes_at").asc(nulls_last=True), "-published_at", "-pk")


def _latest_changes() -> Prefetch:
    return Prefetch(
        "changes", NoticeChange.objects.order_by("-at", "-pk"), to_attr="latest_changes"
    )


def _phase_counts(notices: QuerySet) -> dict[str, int]:
    return notices.aggregate(
        **{phase: Count("pk", filter=in_phase(phase)) for phase in Phase.values}
    )


def _kind_counts(notices: QuerySet) -> dict[str, int]:
    return dict(notices.order_by().values_list("kind").annotate(Count("pk")))


@dataclass(frozen=True)
class PositionTable:
    """A notice's positions, narrowed and cut into pages."""

    form: Any
    page: Page
    count: int
    headcount: int
    total: int
    is_filtered: bool


def position_table(request: HttpRequest, notice: Notice) -> PositionTable:
    """The positions of a notice that satisfy the query; bad values say so at the field."""
    positions = notice.positions.filter(is_cancelled=False)
    narrowed = PositionFilter(request.GET, queryset=positions)
    sums = narrowed.qs.aggregate(count=Count("pk"), headcount=Sum("headcount", default=0))
    rows = narrowed.qs.select_related("unit", "township").with_applied().order_by("order", "pk")
    paginator = Paginator(rows, PAGE_SIZE)
    paginator.count = sums["count"]
    is_filtered = any(request.GET.get(name) for name in narrowed.filters)
    total = positions.count() if is_filtered else sums["count"]
    page = paginator.get_page(request.GET.get("page"))
    return PositionTable(narrowed.form, page, sums["count"], sums["headcount"], total, is_filtered)


def notice_totals(notice: Notice) -> dict[str, int]:
    """Positions, headcount and applications of one notice."""
    standing = notice.positions.filter(is_cancelled=False)
    totals = standing.aggregate(positions=Count("pk"), headcount=Sum("headcount", default=0))
    return totals | {"applied": notice.applications.submitted().count()}


def position(request: HttpRequest, pk: int) -> HttpResponse:
    """One position: what, where, pay, its conditions sentence by sentence, how to apply."""
    found = get_object_or_404(
        Position.objects.published()
        .select_related("notice__page", "notice__unit", "unit", "township", "discipline")
        .prefetch_related("conditions")
        .with_applied(),
        pk=pk,
    )
    conditions = list(found.conditions.all()) or conditions_by_column(found)
    context = {
        "position": found,
        "notice": found.notice,
        "conditions": conditions,
        # Whether some are checked by data and some by a person; else one sentence says it for all.
        "is_mixed": len({condition.hardness == Hardness.MANUAL for condition in conditions}) > 1,
        "related": related(found),
        "jobposting": jobposting(found, request.build_absolute_uri(request.path)),
    }
    return render(request, "vacancies/position.html", context)


def conditions_by_column(position: Position) -> list[Condition]:
    """The conditions of a table that was never taken apart: one for each filled column."""
    columns = {
        ConditionKind.SCOPE: position.scope,
        ConditionKind.EDUCATION: position.education,
        ConditionKind.DEGREE: position.degree,
        ConditionKind.MAJOR: "；".join(filter(None, (
            position.major, position.major_graduate, position.major_bachelor, position.major_college,
        ))),
        ConditionKind.AGE: position.age,
        ConditionKind.TITLE: position.title_required,
        ConditionKind.POLITICAL: position.political,
        ConditionKind.EXPERIENCE: position.experience,
        ConditionKind.OTHER: position.other,
    }  # fmt: skip
    return [
        Condition(position=position, kind=kind, text=text) for kind, text in columns.items() if text
    ]


def related(position: Position) -> QuerySet[Position]:
    """Open positions of the same field of work, others of the same unit first."""
    others = Position.objects.open().exclude(pk=position.pk)
    return others.filter(
        Q(discipline=position.discipline) | Q(unit_name=position.unit_name)
    ).with_applied()[:RELATED]


def notice_print(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole position table of a notice on paper, every column."""
    notice = get_object_or_404(Notice.objects.published().select_related("page", "unit"), pk=pk)
    positions = notice.positions.filter(is_cancelled=False).select_related("unit", "township")
    return render(
        request, "vacancies/notice_print.html", {"notice": notice, "positions": positions}
    )


class NoticeFeed(Feed):
    """The latest notices for feed readers."""

    title = _("澄溪人才：招聘公告")
    link = "/"
    description = _("澄溪县最新的招聘公告")
    feed_url = reverse_lazy("vacancies:feed")

    def items(self) -> QuerySet[Notice]:
        public = Notice.objects.published().exclude(page=None)
        return (
            public.select_related("page", "unit")
            .with_totals()
            .order_by("-published_at", "-pk")[:PAGE_SIZE]
        )

    def item_title(self, item: Notice) -> str:
        return item.title

    def item_description(self, item: Notice) -> str:
        counts = {"unit": item.unit, "positions": item.position_count, "headcount": item.headcount}
        return gettext("%(unit)s，%(positions)d 个岗位，招 %(headcount)d 人") % counts

    def item_link(self, item: Notice) -> str:
        return item.page.url

    def item_pubdate(self, item: Notice):
        return item.published_at
