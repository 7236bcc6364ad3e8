from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from vacancies.enums import NoticeKind
from vacancies.models.notice import Notice


class NoticeIndexPage(Page):
    """The list of notices."""

    max_count = 1
    subpage_types = ["vacancies.NoticePage"]

    class Meta:
        verbose_name = verbose_name_plural = _("公告列表")

    def get_context(self, request, *args, **options):
        context = super().get_context(request, *args, **options)
        context["notices"] = Notice.objects.published().select_related("page", "unit")
        return context


class NoticePage(Page):
    """The editorial shell of a notice; publishing it keeps the `Notice` beside it in step."""

    kind = models.CharField(
        _("公告类型"), max_length=20, choices=NoticeKind.choices, default=NoticeKind.OPEN_EXAM
    )
    unit = models.ForeignKey(
        "office.Unit", verbose_name=_("发布单位"), on_delete=models.PROTECT, related_name="+"
    )
    document_number = models.CharField(_("文号"), max_length=60, blank=True)
    intro = models.TextField(_("单位概况与招聘说明"), blank=True)
    body = RichTextField(_("公告正文"), blank=True)
    how_to_apply = models.TextField(_("报名方式"), blank=True)
    exam = models.TextField(_("考试（考核）的方式、时间和内容"), blank=True)
    pay = models.TextField(_("薪酬待遇"), blank=True)
    opens_at = models.DateTimeField(_("报名开始"), null=True, blank=True)
    closes_at = models.DateTimeField(
        _("报名截止"), null=True, blank=True, help_text=_("24:00 请填次日 0:00，到点即止。")
    )
    exam_on = models.DateField(_("笔试日期"), null=True, blank=True)
    graduation_deadline = models.DateField(_("毕业证书取得截止日"), null=True, blank=True)
    age_anchor = models.DateField(_("年龄计算日"), null=True, blank=True)
    one_per_person = models.BooleanField(_("每人限报一个岗位"), default=True)
    second_check = models.BooleanField(_("人社局复核"), default=True)
    contact = models.CharField(_("咨询电话"), max_length=100, blank=True)
    supervision_phone = models.CharField(_("监督电话"), max_length=60, blank=True)

    parent_page_types = ["vacancies.NoticeIndexPage"]
    subpage_types: list[str] = []
    # Fields a notice may not be published without (domain §2.2, legal minimum content).
    MANDATORY = (
        "intro", "body", "how_to_apply", "exam", "pay", "opens_at", "closes_at",
        "contact", "supervision_phone",
    )  # fmt: skip
    COPIED = (
        "title", "kind", "unit_id", "document_number", "opens_at", "closes_at", "exam_on",
        "graduation_deadline", "age_anchor", "one_per_person", "second_check",
        "contact", "supervision_phone",
    )  # fmt: skip

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel(name) for name in ("kind", "unit", "document_number")], heading=_("公告信息")
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("opens_at", "closes_at", "exam_on",
                                           "graduation_deadline", "age_anchor")],
            heading=_("日程"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("intro", "body", "how_to_apply", "exam", "pay")],
            heading=_("正文"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("one_per_person", "second_check")], heading=_("规则")
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("contact", "supervision_phone")], heading=_("联系")
        ),
    ]  # fmt: skip

    class Meta:
        verbose_name = verbose_name_plural = _("招聘公告")

    def missing(self) -> list[str]:
        """Labels of mandatory elements that are still empty."""
        fields = [name for name in self.MANDATORY if not getattr(self, name)]
        return [str(self._meta.get_field(name).verbose_name) for name in fields]

    def clean(self) -> None:
        super().clean()
        if self.opens_at and self.closes_at and self.opens_at >= self.closes_at:
            raise ValidationError({"closes_at": _("报名截止要晚于报名开始。")})

    def get_context(self, request, *args, **options):
        context = super().get_context(request, *args, **options)
        notice = Notice.objects.filter(page=self).select_related("unit").first()
        context["notice"] = notice
        context["positions"] = (
            notice.positions.select_related("unit", "discipline", "township") if notice else []
        )
        return context

    def keep_notice(self) -> Notice:
        """Create or update the `Notice` beside this page from its live fields."""
        values = {name: getattr(self, name) for name in self.COPIED}
        values |= {"is_public": self.live, "published_at": self.first_published_at}
        if self.live and not values["published_at"]:
            values["published_at"] = timezone.now()
        notice, _created = Notice.objects.update_or_create(page=self, defaults=values)
        return notice
