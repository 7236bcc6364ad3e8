import datetime as dt

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from policies.enums import PolicyStatus


class PolicyIndexPage(Page):
    """The list of policies: those in force first, ended ones on request."""

    max_count = 1
    subpage_types = ["policies.PolicyPage"]

    class Meta:
        verbose_name = verbose_name_plural = _("政策列表")

    def get_context(self, request, *args, **options):
        context = super().get_context(request, *args, **options)
        policies = PolicyPage.objects.live().child_of(self).order_by("-published_on", "-pk")
        if "all" not in request.GET:
            policies = policies.in_force()
        context["policies"] = policies.prefetch_related("units")
        return context


def _in_force(day: dt.date) -> models.Q:
    ended = (PolicyStatus.REPEALED, PolicyStatus.EXPIRED)
    return ~models.Q(status__in=ended) & (models.Q(expires_on=None) | models.Q(expires_on__gte=day))


class PolicyPageQuerySet(PageQuerySet):
    def in_force(self, day: dt.date | None = None) -> "PolicyPageQuerySet":
        """Policies whose last day is not past and that were not repealed."""
        return self.filter(_in_force(day or timezone.localdate()))


class PolicyPage(Page):
    """A policy document, in its first whole form."""

    document_number = models.CharField(
        _("文号"), max_length=60, blank=True,
        validators=[RegexValidator(r"^.+[〔\[]\d{4}[〕\]]\d+号$", _("文号形如 澄溪委人才〔2025〕3号"))],
    )  # fmt: skip
    units = ParentalManyToManyField("office.Unit", verbose_name=_("发文单位"), related_name="+")
    signed_on = models.DateField(_("成文日期"), null=True, blank=True)
    published_on = models.DateField(_("发布日期"))
    effective_on = models.DateField(_("施行日期"), null=True, blank=True)
    expires_on = models.DateField(_("有效期至"), null=True, blank=True)
    status = models.CharField(
        _("效力状态"), max_length=20, choices=PolicyStatus.choices, default=PolicyStatus.IN_FORCE
    )
    replaced_by = models.ForeignKey(
        "self", verbose_name=_("被替代"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="replaces",
    )  # fmt: skip
    summary = models.TextField(_("一句话说明"), blank=True)
    body = RichTextField(_("正文"))
    contact = models.CharField(_("咨询单位和电话"), max_length=100, blank=True)

    objects = PageManager.from_queryset(PolicyPageQuerySet)()

    parent_page_types = ["policies.PolicyIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel(n) for n in ("document_number", "units", "status", "replaced_by")],
            heading=_("公文信息"),
        ),
        MultiFieldPanel(
            [FieldPanel(n) for n in ("signed_on", "published_on", "effective_on", "expires_on")],
            heading=_("日期"),
        ),
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("contact"),
    ]

    class Meta:
        verbose_name = verbose_name_plural = _("政策")

    def is_in_force(self, day: dt.date | None = None) -> bool:
        """The predicate beside `PolicyPageQuerySet.in_force`."""
        if self.status in {PolicyStatus.REPEALED, PolicyStatus.EXPIRED}:
            return False
        return self.expires_on is None or self.expires_on >= (day or timezone.localdate())
