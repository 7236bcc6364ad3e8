import re

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from office.models import Discipline, Township, Unit
from search.kinds.dates import moment, start_of
from search.registry import Kind
from search.types import Doc
from vacancies.models import Notice, Position

_EDUCATION = ((2, "college"), (3, "bachelor"), (4, "master"), (5, "doctor"))
_LONG_AGO = -2_208_988_800
_FAR_AHEAD = 4_102_444_800


class PositionKind(Kind):
    name = "position"
    label = _("岗位")
    icon = "briefcase"
    model = Position
    template = "search/results/position.html"
    facets = ("status", "discipline", "education", "unit", "township")
    counted = _("%(n)s 个岗位")
    sum_of = "headcount"
    status_labels = {"open": _("报名中"), "upcoming": _("即将报名"), "closed": _("已截止")}
    depends_on = {
        Notice: lambda notice: notice.positions.values_list("pk", flat=True),
        Unit: lambda unit: unit.positions.values_list("pk", flat=True),
        Township: lambda township: township.positions.values_list("pk", flat=True),
        Discipline: lambda discipline: discipline.positions.values_list("pk", flat=True),
    }

    def visible(self) -> QuerySet[Position]:
        return Position.objects.published().filter(is_cancelled=False)

    def is_visible(self, obj: Position) -> bool:
        return obj.notice.is_public and not obj.is_cancelled

    def related(self, queryset: QuerySet[Position]) -> QuerySet[Position]:
        return queryset.select_related("notice", "unit", "township", "discipline")

    def lead(self, obj: Position) -> str:
        majors = next(
            filter(None, (obj.major, obj.major_bachelor, obj.major_graduate, obj.major_college)), ""
        )
        return "。".join(
            part.strip().rstrip("。") for part in (obj.education, majors) if part.strip()
        )

    def title(self, obj: Position) -> str:
        return obj.title

    def url(self, obj: Position) -> str:
        return reverse("vacancies:position", args=[obj.pk])

    def build(self, obj: Position) -> Doc:
        notice = obj.notice
        unit = obj.unit.name if obj.unit else obj.unit_name
        return Doc(
            key=self.key(obj.pk),
            kind=self.name,
            texts={
                "title": obj.title,
                "number": obj.code,
                "unit": _joined(
                    obj.unit_name,
                    unit if unit != obj.unit_name else "",
                    obj.department_name,
                    obj.section,
                ),
                "majors": _joined(
                    obj.major_graduate, obj.major_bachelor, obj.major_college, obj.major
                ),
                "place": _joined(obj.place, obj.township.name if obj.township else ""),
                "body": _joined(
                    obj.duties,
                    obj.scope,
                    obj.education,
                    obj.degree,
                    obj.age,
                    obj.title_required,
                    obj.experience,
                    obj.other,
                    obj.grade,
                    obj.pay,
                    obj.remark,
                    obj.discipline.name if obj.discipline else "",
                    notice.title,
                ),
            },
            facets={
                "discipline": (obj.discipline.name,) if obj.discipline else (),
                "township": (obj.township.name,) if obj.township else (),
                "unit": (unit,),
                "education": tuple(word for rank, word in _EDUCATION if obj.education_rank <= rank),
            },
            numbers={
                "headcount": obj.headcount,
                **_pay(obj.pay),
                "born_from": start_of(obj.birth_from) or _LONG_AGO,
                "born_to": start_of(obj.birth_to) or _FAR_AHEAD,
            },
            published=moment(notice.published_at) or 0,
            opens=moment(notice.opens_at),
            closes=moment(notice.closes_at),
        )


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _pay(text: str) -> dict[str, float]:
    """Read the highest figure of a pay such as 8—11 万元/年, in yuan a year; nothing when it names none."""
    figures = [float(figure) for figure in re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))]
    if not figures:
        return {}
    yuan = max(figures) * (10_000 if "万" in text else 1)
    return {"pay": yuan * 12 if "月" in text else yuan}
