from django.db.models import QuerySet
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from office.models import Unit
from search.kinds.dates import moment
from search.registry import Kind
from search.types import Doc
from vacancies.models import Notice, NoticePage

_LEAD = 120


class NoticeKind(Kind):
    name = "notice"
    label = _("公告公示")
    icon = "doc"
    model = Notice
    template = "search/results/notice.html"
    facets = ("status", "unit")
    counted = _("%(n)s 条公告")
    status_labels = {"open": _("报名中"), "upcoming": _("即将报名"), "closed": _("已截止")}
    depends_on = {
        NoticePage: lambda page: Notice.objects.filter(page_id=page.pk).values_list(
            "pk", flat=True
        ),
        Unit: lambda unit: unit.notices.values_list("pk", flat=True),
    }

    def visible(self) -> QuerySet[Notice]:
        return Notice.objects.published().filter(page__isnull=False)

    def is_visible(self, obj: Notice) -> bool:
        return obj.is_public and obj.page_id is not None

    def related(self, queryset: QuerySet[Notice]) -> QuerySet[Notice]:
        return queryset.select_related("page", "unit")

    def lead(self, obj: Notice) -> str:
        return " ".join(obj.page.intro.split())[:_LEAD]

    def title(self, obj: Notice) -> str:
        return obj.title

    def url(self, obj: Notice) -> str:
        return obj.page.url or ""

    def build(self, obj: Notice) -> Doc:
        page = obj.page
        body = [
            page.intro,
            strip_tags(page.body),
            page.how_to_apply,
            page.exam,
            page.pay,
            obj.get_kind_display(),
        ]
        return Doc(
            key=self.key(obj.pk),
            kind=self.name,
            texts={
                "title": obj.title,
                "number": obj.document_number,
                "unit": obj.unit.name,
                "body": "\n".join(str(part) for part in body if part),
            },
            facets={"unit": (obj.unit.name,)},
            published=moment(obj.published_at) or 0,
            opens=moment(obj.opens_at),
            closes=moment(obj.closes_at),
        )
